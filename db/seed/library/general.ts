/** The checklist of general and continuing education: 50 working criteria under the pass rule of Thông tư 18/2023. */
import { circular18, type LibraryTemplate, read, template, w } from "./draft.ts";
import { generalManagement } from "./general-activities.ts";
import { generalFacilities } from "./general-facilities.ts";
import { generalWellbeing } from "./general-wellbeing.ts";
import { closingSection, kitchenItem, openingSection, roomCheck, roomItems, sessionItems } from "./opening.ts";

const prefix = "PT";

export const general18: LibraryTemplate = template({
	code: "BK-PT-18",
	title: w(
		"Bảng kiểm trường học an toàn – giáo dục phổ thông, giáo dục thường xuyên (quy tắc Thông tư 18/2023/TT-BGDĐT)",
		"Safe school checklist – general and continuing education (rule of Circular 18/2023)",
	),
	kinds: ["TH", "THCS", "PTNC", "THPT", "GDTX", "CB"],
	validFrom: "2023-12-12",
	validTo: null,
	legalBasis: [read(circular18("Điều 11, Điều 12, Điều 13 và Điều 15")), read("Thông tư 13/2025/TT-BGDĐT, Điều 9")],
	notes: w(
		"Bản làm việc, chưa đối chiếu phụ lục chính thức. 50 tiêu chí dựng từ các nghĩa vụ trong phần thân Thông tư 18/2023/TT-BGDĐT và Nghị định 80/2017/NĐ-CP; số thứ tự là thứ tự làm việc, dấu bắt buộc là đề xuất. Quy tắc: ít nhất 80 % tiêu chí áp dụng được đánh giá đạt và mọi tiêu chí bắt buộc đều đạt; tiêu chí không áp dụng không tính vào mẫu số.",
		"Working draft, not compared with the official annex. The 50 criteria are worked out from the duties in the body of Circular 18/2023 and Decree 80/2017; the numbers are a working order and the mandatory marks proposals. Rule: at least 80 % of the applicable criteria met and every mandatory one met; what does not apply leaves the denominator.",
	),
	definition: {
		sections: [
			openingSection([
				...sessionItems(prefix),
				kitchenItem(
					prefix,
					w("Trường có bếp ăn, nhà ăn hoặc căng tin không?", "Does the school have a kitchen, dining room or canteen?"),
				),
				...roomItems(
					prefix,
					w(
						"Tổng số phòng được rà soát (phòng học, phòng bộ môn và phòng khác)",
						"Rooms reviewed (classrooms, subject rooms and others)",
					),
				),
			]),
			...generalFacilities,
			...generalManagement,
			...generalWellbeing,
			closingSection(prefix),
		],
		checks: [roomCheck(prefix)],
		rule: { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true },
		failure: { remark: true, measure: true },
	},
});
