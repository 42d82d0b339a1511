/**
 * Incidents in figures: a row is a group of like incidents, never one child's. No text but one note, which warns when it looks as if it
 * named somebody (Nghị định 56/2017 Đ33).
 */
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
import { and, has, hasAny, not, total } from "./expressions.ts";
import {
	check,
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
	statusOnly,
	sumFigure,
	yesFigure,
	yesNo,
} from "./fields.ts";

type Line = [figure: string, value: string, label: Bilingual];

const happened = "VV-TT.3";
const roster = "VV-NH";
const row = {
	kind: "VV-NH.1",
	place: "VV-NH.2",
	severity: "VV-NH.3",
	told: "VV-NH.4",
	cases: "VV-NH.5",
	settled: "VV-NH.6",
} as const;
const cases = w("vụ", "cases");

const kinds: Line[] = [
	["BL", "bao_luc", w("Bạo lực học đường", "School violence")],
	["XH", "xam_hai", w("Xâm hại trẻ em", "Child abuse")],
	["GT", "giao_thong", w("Tai nạn giao thông", "Road accident")],
	["NGA", "nga", w("Ngã", "Fall")],
	["DN", "duoi_nuoc", w("Đuối nước", "Drowning")],
	["BONG", "bong", w("Bỏng", "Burn")],
	["DIEN", "dien_giat", w("Điện giật", "Electric shock")],
	["DOC", "ngo_doc", w("Ngộ độc", "Poisoning")],
	["DV", "dong_vat", w("Động vật cắn, đốt, húc", "Bitten, stung or gored by an animal")],
	["KHAC", "khac", w("Tai nạn thương tích khác", "Other injury")],
];

const places: Line[] = [
	["P-LOP", "phong_hoc", w("Phòng nhóm, lớp, phòng học", "Classroom")],
	["P-TRUONG", "trong_truong", w("Sân, hành lang, nơi khác trong trường", "Yard, corridor, elsewhere at school")],
	["P-DUONG", "tren_duong", w("Trên đường đi học, về nhà", "On the way to or from school")],
	["P-NGOAI", "hoat_dong_ngoai", w("Hoạt động ngoài trường do trường tổ chức", "School activity outside the school")],
	["P-NHA", "gia_dinh", w("Gia đình, cộng đồng", "Family, community")],
	["P-MANG", "tren_mang", w("Trên mạng", "Online")],
];

const severities: Line[] = [
	["TV", "tu_vong", w("Tử vong", "Death")],
	["NANG", "nang", w("Nặng", "Serious")],
	["NHE", "nhe", w("Nhẹ", "Slight")],
];

const told: Line[] = [
	["B-GD", "gia_dinh", w("Gia đình", "The family")],
	["B-111", "111", w("Tổng đài 111", "Hotline 111")],
	["B-CA", "cong_an", w("Công an", "The police")],
	["B-UB", "ubnd_xa", w("UBND cấp xã", "The commune's People's Committee")],
	["B-TE", "co_quan_tre_em", w("Cơ quan phụ trách công tác trẻ em", "The body in charge of children's affairs")],
	["B-PGD", "quan_ly_gd", w("Cơ quan quản lý giáo dục", "The education authority")],
	["B-CHUA", "chua_bao", w("Chưa báo cho ai", "Nobody yet")],
];

/** Whom Nghị định 56/2017 Đ25 names: one of them has to be told at once. */
const competent = ["111", "cong_an", "ubnd_xa", "co_quan_tre_em"];
const violent = hasAny(row.kind, ["bao_luc", "xam_hai"]);
const toldNobody = has(row.told, "chua_bao");

const options = (lines: Line[], more: Partial<Record<string, Bilingual>> = {}) =>
	lines.map(([, value, label]) => option(value, more[value]?.vi ?? label.vi, more[value]?.en ?? label.en));

const groups: DraftSection = {
	code: "NH",
	title: w("Các nhóm vụ việc", "Groups of incidents"),
	hint: w(
		"Mỗi nhóm gom các vụ giống nhau về loại, nơi xảy ra, mức độ và nơi đã báo. Chỉ ghi số vụ: không ghi tên, lớp, ngày sinh của trẻ, học sinh.",
		"A group holds incidents alike in kind, place, severity and whom was told. Only numbers: no child's name, class or birthday.",
	),
	hotline: true,
	visibleIf: has(happened, "co"),
	roster: { code: roster, row: w("nhóm vụ việc", "group of incidents"), title: row.kind, min: 1, max: 100 },
	items: [
		choice(row.kind, w("Loại vụ việc", "Kind"), options(kinds), {
			hint: w(
				"Thương tích do người khác cố ý gây ra là bạo lực hoặc xâm hại, không phải tai nạn.",
				"What somebody did on purpose is violence or abuse, not an accident.",
			),
		}),
		choice(row.place, w("Nơi xảy ra", "Place"), options(places)),
		choice(
			row.severity,
			w("Mức độ", "Severity"),
			options(severities, {
				nang: w(
					"Nặng: phải nằm viện hoặc tổn hại nghiêm trọng về tinh thần",
					"Serious: a stay in hospital, or grave mental harm",
				),
				nhe: w("Nhẹ: sơ cứu, tư vấn tại trường hoặc khám trong ngày", "Slight: helped at school or seen in a day"),
			}),
		),
		choices(row.told, w("Đã báo cho ai?", "Who was told?"), options(told)),
		count(row.cases, w("Số vụ", "Cases"), cases, { min: 1, max: 1000 }),
		count(row.settled, w("Trong đó: số vụ đã xử lý xong", "Of these: settled"), cases, { max: 1000 }),
	],
};

const casesWhere = (where: Parameters<typeof total>[1]) => total(row.cases, where);

const figures: DraftFigure[] = [
	...kinds.flatMap(([kindCode, kind, group]) =>
		severities.map(([code, severity, label]) =>
			sumFigure(`${kindCode}-${code}`, label, casesWhere(and(has(row.kind, kind), has(row.severity, severity))), {
				group,
				unit: cases,
			}),
		),
	),
	...severities.map(([code, severity, label]) =>
		sumFigure(code, label, casesWhere(has(row.severity, severity)), {
			group: w("Tất cả theo mức độ", "All by severity"),
			unit: cases,
		}),
	),
	sumFigure("VU", w("Tổng số vụ", "All cases"), casesWhere(undefined), {
		group: w("Tất cả", "All"),
		unit: cases,
		watched: true,
	}),
	sumFigure("XONG", w("Đã xử lý xong", "Settled"), total(row.settled), { group: w("Tất cả", "All"), unit: cases }),
	...places.map(([code, place, label]) =>
		sumFigure(code, label, casesWhere(has(row.place, place)), { group: w("Nơi xảy ra", "Place"), unit: cases }),
	),
	...told.map(([code, who, label]) =>
		sumFigure(code, label, casesWhere(has(row.told, who)), { group: w("Đã báo cho", "Told"), unit: cases }),
	),
	yesFigure("CO-VU", w("Có vụ việc trong kỳ", "Had incidents"), has(happened, "co")),
];

const lists: z.input<typeof drawnList>[] = [
	{
		code: "BL-XH",
		title: w("Nhóm vụ việc bạo lực, xâm hại", "Groups of violence and abuse"),
		roster,
		where: violent,
		items: [row.kind, row.place, row.severity, row.cases, row.told, row.settled],
	},
];

export const incidents: LibraryTemplate = template({
	code: "BK-VUVIEC",
	title: w(
		"Vụ việc bạo lực, xâm hại, tai nạn thương tích (chỉ số đếm)",
		"Incidents of violence, abuse and injury (counts only)",
	),
	kinds: everyKind,
	validFrom: "2019-11-04",
	validTo: null,
	legalBasis: [
		letter566("mục 4"),
		read("Luật Trẻ em 2016, Điều 51"),
		read("Nghị định 56/2017/NĐ-CP, Điều 25 và Điều 33"),
		read(decree80("Điều 6 khoản 3")),
	],
	notes: w(
		"Bản làm việc, chưa đối chiếu phụ lục chính thức (công văn không kèm biểu mẫu). Biểu chỉ thu số vụ theo nhóm, không thu danh tính trẻ. Biểu không thay cho việc báo tin: vụ việc có dấu hiệu bạo lực, xâm hại phải báo ngay Tổng đài 111, công an hoặc UBND cấp xã, không đợi kỳ báo cáo.",
		"Working draft, not compared with an official annex (the letter has no form). It gathers numbers by group and never a child's identity. It does not replace reporting: signs of violence or abuse are told to hotline 111, the police or the commune at once, without waiting for a period.",
	),
	definition: {
		sections: [
			{
				code: "TT",
				title: w("Kỳ báo cáo", "Period"),
				hotline: true,
				items: [
					...periodItems("VV"),
					yesNo(happened, w("Có vụ việc trong kỳ không?", "Were there incidents in the period?"), {
						hint: w(
							"Gồm bạo lực học đường, xâm hại trẻ em và tai nạn thương tích của trẻ, học sinh, kể cả ngoài trường nếu nhà trường biết.",
							"School violence, child abuse, and injuries of children and pupils, outside the school too if it knows of them.",
						),
					}),
				],
			},
			groups,
			remarksSection(remark("VV-NX.1", w("Khó khăn, kiến nghị chung", "Difficulties and requests"))),
		],
		checks: [
			periodCheck("VV"),
			check(
				"VV-KT.2",
				not(and(violent, toldNobody)),
				w(
					"Vụ việc có dấu hiệu bạo lực, xâm hại phải được báo ngay cho Tổng đài 111, công an, UBND cấp xã hoặc cơ quan phụ trách công tác trẻ em (Luật Trẻ em 2016, Điều 51; Nghị định 56/2017/NĐ-CP, Điều 25). Hãy báo ngay, rồi chọn nơi đã báo.",
					"Signs of violence or abuse must be told at once to hotline 111, the police, the commune or the body in charge of children's affairs (Law on Children 2016, Article 51; Decree 56/2017, Article 25). Tell them now, then choose who was told.",
				),
				[row.told],
			),
			check(
				"VV-KT.3",
				not(and(has(row.kind, "xam_hai"), not(toldNobody), not(hasAny(row.told, competent)))),
				w(
					"Xâm hại trẻ em phải được báo cho Tổng đài 111, công an, UBND cấp xã hoặc cơ quan phụ trách công tác trẻ em; báo gia đình hoặc ngành giáo dục là chưa đủ (Nghị định 56/2017/NĐ-CP, Điều 25).",
					"Child abuse must be told to hotline 111, the police, the commune or the body in charge of children's affairs; the family or the education sector alone is not enough (Decree 56/2017, Article 25).",
				),
				[row.told],
				"warning",
			),
			check(
				"VV-KT.4",
				not(
					and(
						toldNobody,
						hasAny(
							row.told,
							told.map(([, value]) => value).filter((one) => one !== "chua_bao"),
						),
					),
				),
				w("Đã chọn Chưa báo cho ai thì không chọn thêm nơi khác.", "If nobody was told, nobody else can be chosen."),
				[row.told],
			),
			partCheck(
				"VV-KT.5",
				row.settled,
				row.cases,
				w("Số vụ đã xử lý xong không được nhiều hơn số vụ.", "No more cases can be settled than there were."),
			),
		],
		figures,
		lists,
		rule: statusOnly,
	},
});
