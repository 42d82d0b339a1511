/** Collectives and adults whose work for children the office may commend (letter 566-CV/HU, paragraph 5). */
import type { z } from "zod";
import type { drawnList } from "../../../app/domain/forms/figure-schema.ts";
import { type Bilingual, type DraftSection, everyKind, type LibraryTemplate, letter566, template, w } from "./draft.ts";
import { and, answered, has, rows } from "./expressions.ts";
import {
	choice,
	type DraftFigure,
	option,
	periodCheck,
	periodItems,
	remark,
	remarksSection,
	statusOnly,
	sumFigure,
	yesNo,
} from "./fields.ts";

const proposed = "NG-TT.3";
const roster = "NG-DS";
const row = { type: "NG-DS.1", name: "NG-DS.2", field: "NG-DS.3", achievement: "NG-DS.4", praise: "NG-DS.5" } as const;
const proposals = w("đề nghị", "proposals");

const adultsOnly = w(
	"Chỉ nêu tập thể và người lớn. Không ghi tên, lớp, hoàn cảnh của trẻ, học sinh, kể cả khi là việc tốt.",
	"Only collectives and adults. No child's or pupil's name, class or circumstances, not even for a good deed.",
);

const fields: [figure: string, value: string, label: Bilingual][] = [
	["L-CS", "cham_soc", w("Chăm sóc, nuôi dưỡng, giáo dục trẻ", "Care and education")],
	["L-BV", "bao_ve", w("Phát hiện, bảo vệ trẻ bị bạo lực, xâm hại", "Noticing and protecting children at risk")],
	["L-TN", "tai_nan", w("Phòng, chống đuối nước, tai nạn thương tích", "Preventing drowning and injury")],
	["L-CSVC", "co_so_vat_chat", w("Xây dựng trường lớp xanh, sạch, đẹp, an toàn", "Safe, clean and green schools")],
	["L-UX", "ung_xu", w("Thực hiện Bộ Quy tắc ứng xử", "Living the code of conduct")],
	["L-PH", "phoi_hop", w("Phối hợp gia đình, nhà trường, xã hội", "Family, school and community together")],
	["L-KHAC", "khac", w("Lĩnh vực khác", "Another field")],
];

const list: DraftSection = {
	code: "DS",
	title: w("Gương đề nghị biểu dương", "Examples to commend"),
	hint: adultsOnly,
	visibleIf: has(proposed, "co"),
	roster: { code: roster, row: w("gương tốt", "example"), title: row.name, min: 1, max: 50 },
	items: [
		choice(row.type, w("Đề nghị biểu dương ai?", "Who is to be commended?"), [
			option("tap_the", "Tập thể", "A collective"),
			option("ca_nhan", "Cá nhân là người lớn", "An adult"),
			{
				...option("hoc_sinh", "Trẻ, học sinh", "A child or pupil"),
				refused: w(
					"Biểu này không gửi tên trẻ, học sinh lên cấp trên (Nghị định 56/2017/NĐ-CP, Điều 33). Hãy biểu dương các em tại trường; ở đây chỉ nêu tập thể hoặc người lớn.",
					"This form sends no child's name upward (Decree 56/2017, Article 33). Commend pupils at the school; here only collectives and adults are named.",
				),
			},
		]),
		{
			type: "text",
			code: row.name,
			text: w("Tên tập thể; hoặc họ tên, chức vụ của người lớn", "The collective; or the adult's name and position"),
			hint: adultsOnly,
			maxLength: 200,
		},
		choice(
			row.field,
			w("Lĩnh vực", "Field"),
			fields.map(([, value, label]) => option(value, label.vi, label.en)),
		),
		{
			type: "longtext",
			code: row.achievement,
			text: w("Thành tích tóm tắt", "The achievement in short"),
			hint: w(
				`Nêu việc đã làm và kết quả, không quá 1000 chữ cái. ${adultsOnly.vi}`,
				`What was done and what came of it, at most 1000 characters. ${adultsOnly.en}`,
			),
			maxLength: 1000,
		},
		choice(row.praise, w("Hình thức đề nghị", "What is proposed"), [
			option("truong", "Biểu dương tại trường", "Praise at the school"),
			option("nganh", "Ngành giáo dục khen thưởng", "Commendation by the education sector"),
			option(
				"huyen",
				"Đề nghị cấp ủy, chính quyền biểu dương",
				"Commendation by the Party committee or the authorities",
			),
			option("truyen_thong", "Giới thiệu trên truyền thông", "Presentation in the media"),
		]),
	],
};

const fieldGroup = w("Theo lĩnh vực", "By field");
const who = w("Số đề nghị", "Proposals");

const figures: DraftFigure[] = [
	sumFigure("TAP-THE", w("Tập thể", "Collectives"), rows(roster, has(row.type, "tap_the")), {
		group: who,
		unit: proposals,
	}),
	sumFigure("CA-NHAN", w("Cá nhân", "Adults"), rows(roster, has(row.type, "ca_nhan")), { group: who, unit: proposals }),
	sumFigure("TONG", w("Tổng số", "All"), rows(roster), { group: who, unit: proposals, watched: true }),
	...fields.map(([code, field, label]) =>
		sumFigure(code, label, rows(roster, has(row.field, field)), { group: fieldGroup, unit: proposals }),
	),
];

const lists: z.input<typeof drawnList>[] = [
	{
		code: "DE-NGHI",
		title: w("Gương đề nghị biểu dương", "Examples to commend"),
		roster,
		where: and(answered(row.name), answered(row.achievement)),
		items: [row.type, row.name, row.field, row.achievement, row.praise],
	},
];

export const examples: LibraryTemplate = template({
	code: "BK-NEUGUONG",
	title: w(
		"Nêu gương tập thể, cá nhân làm tốt công tác chăm sóc, giáo dục, bảo vệ trẻ em",
		"Collectives and adults who do well in caring for, educating and protecting children",
	),
	kinds: everyKind,
	validFrom: "2019-11-04",
	validTo: null,
	legalBasis: [letter566("mục 5")],
	notes: w(
		"Bản làm việc, chưa đối chiếu phụ lục chính thức (công văn không kèm biểu mẫu). Chỉ nêu tập thể và người lớn; biểu không nhận tên trẻ, học sinh.",
		"Working draft, not compared with an official annex (the letter has no form). Only collectives and adults are named; the form takes no child's name.",
	),
	definition: {
		sections: [
			{
				code: "TT",
				title: w("Kỳ báo cáo", "Period"),
				items: [
					...periodItems("NG"),
					yesNo(proposed, w("Đơn vị có đề nghị nêu gương trong kỳ không?", "Does the school propose examples?")),
				],
			},
			list,
			remarksSection(remark("NG-NX.1", w("Ý kiến khác", "Other remarks"))),
		],
		checks: [periodCheck("NG")],
		figures,
		lists,
		rule: statusOnly,
	},
});
