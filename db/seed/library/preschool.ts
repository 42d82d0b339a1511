/** Two preschool checklists over one bank of criteria: the rule in force in November 2019 and the rule of Thông tư 45/2021. */
import type { z } from "zod";
import type { definition } from "../../../app/domain/forms/schema.ts";
import { circular45, type DraftSection, decree80, type LibraryTemplate, read, template, unread, w } from "./draft.ts";
import {
	closingSection,
	hasKitchen,
	kitchenItem,
	openingSection,
	roomCheck,
	roomItems,
	sessionItems,
} from "./opening.ts";
import { additions, knockouts } from "./preschool-additions.ts";
import { type BankEntry, counted, type Era, supplementary } from "./preschool-bank.ts";
import { food, people, running } from "./preschool-care.ts";
import { facilities } from "./preschool-facilities.ts";

const prefix = "MN";

function sections(era: Era): DraftSection[] {
	const kitchen = hasKitchen(prefix);
	const criteria = (bank: BankEntry[]) => bank.map((entry) => counted(entry, era, kitchen));
	return [
		openingSection([
			...sessionItems(prefix),
			kitchenItem(prefix, w("Cơ sở có tổ chức bếp ăn bán trú không?", "Does the preschool run its own kitchen?")),
			...roomItems(
				prefix,
				w(
					"Tổng số phòng được rà soát (phòng nhóm, lớp và phòng khác)",
					"Rooms reviewed (group rooms, classrooms and others)",
				),
			),
		]),
		{ code: "I", title: w("Cơ sở vật chất", "Facilities"), items: criteria(facilities) },
		{
			code: "II",
			title: w("An toàn vệ sinh thực phẩm", "Food safety"),
			visibleIf: kitchen,
			items: criteria(food),
		},
		{
			code: "III",
			title: w(
				"Cán bộ quản lý, giáo viên, nhân viên và môi trường sư phạm",
				"Managers, teachers, staff and the teaching environment",
			),
			items: criteria(people),
		},
		{
			code: "IV",
			title: w(
				"Tổ chức hoạt động; quan hệ nhà trường, gia đình và xã hội",
				"How the preschool works; school, family and community",
			),
			items: criteria(running),
		},
		{
			code: "BS",
			title: w("Bổ sung của huyện", "District additions"),
			hint: w(
				"Ghi nhận nguy cơ và theo dõi khắc phục như các tiêu chí khác, nhưng không tính vào số tiêu chí đạt.",
				"Hazards are recorded and followed up like the others, but do not enter the count.",
			),
			items: additions.map((entry) => supplementary(entry, era, kitchen)),
		},
		{
			code: "LT",
			title: w("Điều kiện loại trực tiếp", "Knock-out conditions"),
			hint: w(
				"Có xảy ra một trường hợp thì kết quả là Chưa đạt, dù các tiêu chí khác đều đạt.",
				"If one of these happened the result is Not met, whatever else holds.",
			),
			items: knockouts[era],
		},
		closingSection(prefix),
	];
}

function form(era: Era, rule: z.input<typeof definition>["rule"]): z.input<typeof definition> {
	return { sections: sections(era), checks: [roomCheck(prefix)], rule, failure: { remark: true, measure: true } };
}

export const preschool2019: LibraryTemplate = template({
	code: "BK-MN-2019",
	title: w(
		"Bảng kiểm trường học an toàn – mầm non (quy tắc áp dụng năm 2019)",
		"Safe school checklist – preschool (rule applied in 2019)",
	),
	kinds: ["MN", "NT", "MG", "NTDL", "LMG", "LMN"],
	validFrom: "2010-06-01",
	validTo: "2022-02-14",
	legalBasis: [
		unread(
			"Thông tư 13/2010/TT-BGDĐT ngày 15/4/2010: 80 % nội dung bảng kiểm được đánh giá là đạt (biết qua báo chí).",
		),
		read(decree80("Điều 3 đến Điều 6")),
		read("Thông tư 06/2019/TT-BGDĐT, Điều 13"),
	],
	notes: w(
		"Bản làm việc, chưa đối chiếu phụ lục chính thức. Danh mục 40 tiêu chí dựng từ bản chép lại, không phải Bảng kiểm của Thông tư 13/2010/TT-BGDĐT. Quy tắc: ít nhất 80 % tiêu chí áp dụng được đánh giá đạt và không có điều kiện loại trực tiếp; tiêu chí không áp dụng không tính vào mẫu số. Các tiêu chuẩn khác của Thông tư (ban chỉ đạo, nhân viên y tế, môi trường xung quanh) do Phòng xem xét thêm trên hồ sơ.",
		"Working draft, not compared with the official annex. The 40 criteria come from a reworked copy and are not the checklist of Circular 13/2010. Rule: at least 80 % of the applicable criteria met and no knock-out; what does not apply leaves the denominator. The circular's other standards (steering committee, health staff, surroundings) are for the office to judge from the files.",
	),
	definition: form("2010", { type: "percent", na: "leave_out", atLeast: 80, allMandatory: false }),
});

/**
 * No criterion is flagged mandatory: which 20 (or 15) are, only the annex tells. Until an office flags exactly that many the engine
 * answers *provisional* and nobody is told a final *Đạt*.
 */
export const preschool45: LibraryTemplate = template({
	code: "BK-MN-45",
	title: w(
		"Bảng kiểm trường học an toàn – mầm non (quy tắc Thông tư 45/2021/TT-BGDĐT)",
		"Safe school checklist – preschool (rule of Circular 45/2021)",
	),
	kinds: ["MN", "NT", "MG", "NTDL", "LMG", "LMN"],
	validFrom: "2022-02-15",
	validTo: null,
	legalBasis: [read(circular45("Điều 8, Điều 9 và Điều 10")), read("Thông tư 09/2025/TT-BGDĐT, Điều 8")],
	notes: w(
		"Bản làm việc, chưa đối chiếu phụ lục chính thức. Điều 8 đòi ít nhất 40 tiêu chí đạt, trong đó 20 tiêu chí bắt buộc (cơ sở độc lập: 30 và 15), nhưng danh mục bắt buộc nằm ở Phụ lục chưa có trong tay: trước khi kết luận Đạt, đơn vị phải đối chiếu Phụ lục và đánh dấu đúng số tiêu chí bắt buộc. Bản chép lại chỉ có đúng 40 tiêu chí, nên trường không có bếp ăn hoặc có tiêu chí không áp dụng sẽ không đủ 40 cho tới khi danh mục được bổ sung.",
		"Working draft, not compared with the official annex. Article 8 asks for at least 40 criteria met, among them 20 mandatory ones (independent groups: 30 and 15), but the mandatory list is in the annex, which is not at hand: before anyone concludes Met, the office must compare the annex and flag exactly that many. The copy has just 40 criteria, so a school without a kitchen, or with criteria that do not apply, cannot reach 40 until the list is completed.",
	),
	definition: form("2021", {
		type: "count",
		na: "leave_out",
		bands: [
			{ kinds: ["NTDL", "LMG", "LMN"], atLeast: 30, mandatory: 15 },
			{ kinds: ["MN", "NT", "MG"], atLeast: 40, mandatory: 20 },
		],
	}),
});
