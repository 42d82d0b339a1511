/** Inspections made, what they found, how it was dealt with, whether it was made public (letter 566-CV/HU, paragraph 6). */
import type { z } from "zod";
import type { drawnList } from "../../../app/domain/forms/figure-schema.ts";
import {
	type Bilingual,
	type DraftSection,
	decree80,
	everyKind,
	type LibraryTemplate,
	letter566,
	read,
	template,
	w,
} from "./draft.ts";
import { answer, has, positive, total } from "./expressions.ts";
import {
	choice,
	choices,
	count,
	type DraftFigure,
	option,
	partCheck,
	periodCheck,
	periodItems,
	remark,
	remarksSection,
	shareFigure,
	statusOnly,
	sumFigure,
	yesNo,
} from "./fields.ts";

type Line = [figure: string, value: string, label: Bilingual];
const options = (lines: Line[]) => lines.map(([, value, label]) => option(value, label.vi, label.en));

const inspected = "KTR-TT.3";
const violated = "KTR-TT.4";
const times = w("cuộc", "inspections");
const faults = w("lỗi", "faults");
const cases = w("vụ", "cases");

const visit = {
	subject: "KTR-CK.1",
	by: "KTR-CK.2",
	times: "KTR-CK.3",
	found: "KTR-CK.4",
	mended: "KTR-CK.5",
	published: "KTR-CK.6",
} as const;

const breach = {
	act: "KTR-VP.1",
	who: "KTR-VP.2",
	cases: "KTR-VP.3",
	settled: "KTR-VP.4",
	referred: "KTR-VP.5",
	published: "KTR-VP.6",
	where: "KTR-VP.7",
} as const;

const subjects: Line[] = [
	["N-CSVC", "co_so_vat_chat", w("Công trình, cơ sở vật chất", "Buildings and facilities")],
	["N-BEP", "bep_an", w("Bếp ăn, an toàn thực phẩm", "Kitchen and food safety")],
	["N-CHAY", "chay_dien", w("Phòng cháy, chữa cháy, an toàn điện", "Fire and electrical safety")],
	["N-YTE", "y_te", w("Y tế, phòng dịch", "Health and epidemics")],
	["N-BLXH", "bao_luc_xam_hai", w("Phòng, chống bạo lực, xâm hại", "Preventing violence and abuse")],
	["N-QTUX", "ung_xu", w("Bộ Quy tắc ứng xử, đạo đức nhà giáo", "Code of conduct, teachers' ethics")],
	["N-DUONG", "dua_don", w("Đưa đón, an toàn giao thông, đuối nước", "Transport, road and water safety")],
	["N-KHAC", "khac", w("Nội dung khác", "Something else")],
];

const inspectors: Line[] = [
	["D-TU", "tu_kiem_tra", w("Đơn vị tự kiểm tra", "The school itself")],
	["D-QL", "quan_ly_gd", w("Cơ quan quản lý giáo dục", "The education authority")],
	["D-XA", "ubnd_xa", w("UBND cấp xã", "The commune")],
	["D-LN", "lien_nganh", w("Đoàn liên ngành, cơ quan chuyên ngành", "Joint teams, specialised bodies")],
	["D-CM", "cha_me_mttq", w("Ban đại diện cha mẹ, MTTQ, đoàn thể", "Parents' board, Front, mass organisations")],
];

const acts: Line[] = [
	["V-BL", "bao_luc", w("Bạo lực học đường", "School violence")],
	["V-XH", "xam_hai", w("Xâm hại trẻ em", "Child abuse")],
	["V-DD", "dao_duc", w("Vi phạm đạo đức, quy tắc ứng xử", "Breach of ethics or of the code of conduct")],
	["V-AT", "an_toan", w("Vi phạm quy định về an toàn trường học", "Breach of safety rules")],
];

const inspectionRows: DraftSection = {
	code: "CK",
	title: w("Các cuộc kiểm tra", "Inspections"),
	hint: w(
		"Mỗi nhóm gom các cuộc kiểm tra cùng nội dung và cùng đơn vị kiểm tra.",
		"A group holds inspections of one subject by one body.",
	),
	visibleIf: has(inspected, "co"),
	roster: {
		code: "KTR-CK",
		row: w("nhóm cuộc kiểm tra", "group of inspections"),
		title: visit.subject,
		min: 1,
		max: 60,
	},
	items: [
		choice(visit.subject, w("Nội dung kiểm tra", "Subject"), options(subjects)),
		choice(visit.by, w("Ai kiểm tra?", "Who inspected?"), options(inspectors)),
		count(visit.times, w("Số cuộc kiểm tra", "Inspections"), times, { min: 1, max: 1000 }),
		count(visit.found, w("Số lỗi, tồn tại được phát hiện", "Faults found"), faults, { max: 10_000 }),
		count(visit.mended, w("Trong đó: đã khắc phục xong", "Of these: mended"), faults, { max: 10_000 }),
		count(visit.published, w("Số cuộc đã công khai kết quả", "Inspections whose result was made public"), times, {
			max: 1000,
		}),
	],
};

const breachRows: DraftSection = {
	code: "VP",
	title: w("Vi phạm và xử lý", "Breaches and how they were dealt with"),
	hint: w(
		"Chỉ ghi số vụ theo nhóm. Công khai việc xử lý, không công khai danh tính của trẻ, học sinh.",
		"Numbers by group only. What is made public is how it was dealt with, never who the child is.",
	),
	hotline: true,
	visibleIf: has(violated, "co"),
	roster: { code: "KTR-VP", row: w("nhóm vi phạm", "group of breaches"), title: breach.act, min: 1, max: 60 },
	items: [
		choice(breach.act, w("Hành vi vi phạm", "What was done"), options(acts)),
		choice(breach.who, w("Người, tổ chức vi phạm", "By whom"), [
			option("cbql", "Cán bộ quản lý, chủ cơ sở", "Managers, owner"),
			option("gv_nv", "Giáo viên, nhân viên", "Teachers, staff"),
			option("nguoi_hoc", "Người học", "Learners"),
			option("ben_ngoai", "Người ngoài đơn vị", "People from outside"),
			option("don_vi", "Tập thể, đơn vị", "The school as a body"),
		]),
		count(breach.cases, w("Số vụ", "Cases"), cases, { min: 1, max: 1000 }),
		count(breach.settled, w("Trong đó: đã xử lý xong", "Of these: settled"), cases, { max: 1000 }),
		count(
			breach.referred,
			w("Trong đó: đã chuyển cơ quan có thẩm quyền", "Of these: referred to the competent body"),
			cases,
			{ max: 1000 },
		),
		count(breach.published, w("Trong đó: đã công khai kết quả xử lý", "Of these: outcome made public"), cases, {
			max: 1000,
		}),
		choices(
			breach.where,
			w("Công khai ở đâu?", "Where was it made public?"),
			[
				option("web", "Trang thông tin điện tử", "Website"),
				option("bang_tin", "Bảng tin", "Notice board"),
				option("hop_hoi_dong", "Họp hội đồng", "Staff meeting"),
				option("hop_cha_me", "Họp cha mẹ", "Parents' meeting"),
				option("truyen_thanh", "Truyền thanh xã", "Commune broadcast"),
			],
			{ visibleIf: positive(answer(breach.published)) },
		),
	],
};

const bySubject = w("Số cuộc theo nội dung", "Inspections by subject");
const byBody = w("Số cuộc theo đơn vị kiểm tra", "Inspections by body");
const result = w("Kết quả kiểm tra", "Result of inspections");
const dealt = w("Vi phạm và xử lý", "Breaches and how they were dealt with");

const figures: DraftFigure[] = [
	...subjects.map(([code, subject, label]) =>
		sumFigure(code, label, total(visit.times, has(visit.subject, subject)), { group: bySubject, unit: times }),
	),
	...inspectors.map(([code, body, label]) =>
		sumFigure(code, label, total(visit.times, has(visit.by, body)), { group: byBody, unit: times }),
	),
	sumFigure("CUOC", w("Tổng số cuộc", "Inspections in all"), total(visit.times), {
		group: result,
		unit: times,
		watched: true,
	}),
	sumFigure("LOI", w("Lỗi phát hiện", "Faults found"), total(visit.found), {
		group: result,
		unit: faults,
		watched: true,
	}),
	sumFigure("LOI-XONG", w("Đã khắc phục", "Mended"), total(visit.mended), { group: result, unit: faults }),
	shareFigure("LOI-TL", w("Tỷ lệ khắc phục", "Share mended"), [total(visit.mended), total(visit.found)], {
		group: result,
	}),
	sumFigure("CUOC-CK", w("Cuộc đã công khai", "Made public"), total(visit.published), { group: result, unit: times }),
	...acts.map(([code, act, label]) =>
		sumFigure(code, label, total(breach.cases, has(breach.act, act)), { group: dealt, unit: cases }),
	),
	sumFigure("VP", w("Tổng số vụ", "Cases in all"), total(breach.cases), { group: dealt, unit: cases, watched: true }),
	sumFigure("VP-XONG", w("Đã xử lý xong", "Settled"), total(breach.settled), { group: dealt, unit: cases }),
	sumFigure("VP-CHUYEN", w("Đã chuyển cơ quan có thẩm quyền", "Referred"), total(breach.referred), {
		group: dealt,
		unit: cases,
	}),
	sumFigure("VP-CK", w("Đã công khai", "Made public"), total(breach.published), { group: dealt, unit: cases }),
	shareFigure("VP-TL", w("Tỷ lệ công khai", "Share made public"), [total(breach.published), total(breach.cases)], {
		group: dealt,
	}),
];

const lists: z.input<typeof drawnList>[] = [
	{
		code: "CHUA-XONG",
		title: w("Nhóm vi phạm chưa xử lý xong", "Breaches not settled yet"),
		roster: "KTR-VP",
		where: { op: "lt", left: answer(breach.settled), right: answer(breach.cases) },
		items: [breach.act, breach.who, breach.cases, breach.settled, breach.referred],
	},
];

const noMore = (part: Bilingual, whole: Bilingual) =>
	w(`${part.vi} không được nhiều hơn ${whole.vi}.`, `${part.en} cannot be more than ${whole.en}.`);
const allCases = w("số vụ", "the cases");

export const inspections: LibraryTemplate = template({
	code: "BK-KIEMTRA",
	title: w("Kiểm tra, xử lý vi phạm và công khai kết quả", "Inspections, breaches dealt with, results made public"),
	kinds: everyKind,
	validFrom: "2019-11-04",
	validTo: null,
	legalBasis: [letter566("mục 6"), read(decree80("Điều 6 khoản 1 điểm d"))],
	notes: w(
		"Bản làm việc, chưa đối chiếu phụ lục chính thức (công văn không kèm biểu mẫu). Biểu chỉ thu số đếm theo nhóm. Vi phạm về bạo lực, xâm hại ở đây là phần đã phát hiện và xử lý; số vụ xảy ra nằm ở biểu BK-VUVIEC.",
		"Working draft, not compared with an official annex (the letter has no form). It gathers numbers by group. Breaches here are what was found and dealt with; how many incidents happened stands in BK-VUVIEC.",
	),
	definition: {
		sections: [
			{
				code: "TT",
				title: w("Kỳ báo cáo", "Period"),
				items: [
					...periodItems("KTR"),
					yesNo(
						inspected,
						w(
							"Trong kỳ có cuộc kiểm tra nào tại đơn vị không, kể cả tự kiểm tra?",
							"Were there inspections at the school in the period, its own included?",
						),
					),
					yesNo(
						violated,
						w(
							"Trong kỳ có phát hiện hành vi bạo lực, xâm hại, vi phạm đạo đức hoặc quy định an toàn không?",
							"Was violence, abuse, or a breach of ethics or safety rules found in the period?",
						),
					),
				],
			},
			inspectionRows,
			breachRows,
			remarksSection(remark("KTR-NX.1", w("Khó khăn, kiến nghị", "Difficulties and requests"))),
		],
		checks: [
			periodCheck("KTR"),
			partCheck(
				"KTR-KT.2",
				visit.mended,
				visit.found,
				noMore(w("Số lỗi đã khắc phục", "Mended faults"), w("số lỗi được phát hiện", "those found")),
			),
			partCheck(
				"KTR-KT.3",
				visit.published,
				visit.times,
				noMore(w("Số cuộc đã công khai", "Published inspections"), w("số cuộc kiểm tra", "the inspections")),
			),
			partCheck("KTR-KT.4", breach.settled, breach.cases, noMore(w("Số vụ đã xử lý xong", "Settled cases"), allCases)),
			partCheck("KTR-KT.5", breach.referred, breach.cases, noMore(w("Số vụ đã chuyển", "Referred cases"), allCases)),
			partCheck(
				"KTR-KT.6",
				breach.published,
				breach.cases,
				noMore(w("Số vụ đã công khai", "Published cases"), allCases),
			),
		],
		figures,
		lists,
		rule: statusOnly,
	},
});
