/** The code of conduct that the office issues: one content in modules, of which kind of school and day choose, and the form of its return. */
import { everyoneModules } from "./conduct-everyone.ts";
import { familyModules } from "./conduct-families.ts";
import { learnerModules } from "./conduct-learners.ts";
import { managerModules } from "./conduct-managers.ts";
import { circular03, circular06, generalFrom } from "./conduct-modules.ts";
import { returnChecks, returnFigures, returnLights, returnLists, returnSections } from "./conduct-return.ts";
import { staffModules } from "./conduct-staff.ts";
import { teacherModules } from "./conduct-teachers.ts";
import { conductTemplate, decree80, everyKind, type LibraryTemplate, letter566, read, w } from "./draft.ts";
import { statusOnly } from "./fields.ts";

export const codeOfConduct: LibraryTemplate = conductTemplate({
	code: "QTUX-566",
	title: w("Bộ Quy tắc ứng xử trong cơ sở giáo dục", "Code of conduct of a school"),
	kinds: everyKind,
	validFrom: generalFrom,
	validTo: null,
	legalBasis: [
		circular06("Điều 3, Điều 4, Điều 5, Điều 7 đến Điều 10, Điều 12 và Điều 13"),
		circular03("Điều 4 đến Điều 9 và Điều 13 (hiệu lực từ 30/01/2026)"),
		read(decree80("Điều 5 khoản 1 điểm b")),
		letter566("mục 4"),
	],
	notes: w(
		"Bản làm việc, chưa đối chiếu phụ lục chính thức (hai thông tư không kèm mẫu Bộ quy tắc). Các điều viết lại bằng lời của bộ công cụ từ nội dung Thông tư 06/2019/TT-BGDĐT và Thông tư 03/2026/TT-BGDĐT. Phần giáo viên theo Điều 6 Thông tư 06/2019 chỉ áp dụng đến hết 29/01/2026; từ 30/01/2026 áp dụng phần theo Thông tư 03/2026. Phần người học chỉ dành cho giáo dục phổ thông, giáo dục thường xuyên. Điều mà thông tư, luật yêu cầu thì trường được viết lại, không được bỏ; các điều còn lại là đề xuất của Phòng.",
		"Working draft, not compared with an official annex (neither circular has a model code). The clauses put Circulars 06/2019 and 03/2026 in the toolkit's own words. The teachers' part after Article 6 of Circular 06/2019 holds until 29 January 2026; from 30 January 2026 the part after Circular 03/2026 does. The learners' part is for general and continuing education only. What the law asks for may be reworded but not dropped; the other clauses are the Office's proposals.",
	),
	conduct: {
		modules: [
			...everyoneModules,
			...managerModules,
			...teacherModules,
			...staffModules,
			...learnerModules,
			...familyModules,
		],
	},
	definition: {
		sections: returnSections,
		checks: returnChecks,
		figures: returnFigures,
		lights: returnLights,
		lists: returnLists,
		rule: statusOnly,
	},
});
