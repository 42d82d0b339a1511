/** Staff: Thông tư 06/2019 Đ7. */
import { circular06, conductPart, type DraftModule, mustNot, proposed, should } from "./conduct-modules.ts";

export const staffModules: DraftModule[] = [
	conductPart(
		"NV-HS",
		["staff", "pupils"],
		[circular06("Điều 7 khoản 1")],
		[
			should("Lời nói đúng mực, tôn trọng, khoan dung.", "Speak properly, with respect and forbearance."),
			should("Trách nhiệm, giúp đỡ người học.", "Be responsible and help learners."),
			mustNot("Không gây khó khăn, phiền hà.", "Do not make things hard or troublesome."),
			mustNot("Không xúc phạm, bạo lực với người học.", "Do not insult or be violent to a learner."),
			proposed(
				should(
					"Thấy người lạ tiếp cận người học hoặc chỗ nguy hiểm trong trường thì báo ngay lãnh đạo.",
					"On seeing a stranger approach learners, or a danger at school, tell the leadership at once.",
				),
			),
		],
	),
	conductPart(
		"NV-QL",
		["staff", "managers"],
		[circular06("Điều 7 khoản 2")],
		[
			should(
				"Trung thực, tôn trọng, hợp tác với cán bộ quản lý, giáo viên.",
				"Be honest and respectful, and cooperate with managers and teachers.",
			),
			should("Hoàn thành việc được giao.", "Carry out what is assigned."),
			mustNot("Không né việc, né trách nhiệm.", "Do not dodge work or responsibility."),
			mustNot("Không xúc phạm, gây mất đoàn kết.", "Do not insult or break unity."),
			mustNot("Không vụ lợi.", "Do not seek private gain."),
		],
	),
	conductPart(
		"NV-DN",
		["staff", "colleagues"],
		[circular06("Điều 7 khoản 3")],
		[
			should("Đúng mực, thân thiện, hợp tác.", "Be proper and friendly, and cooperate."),
			mustNot("Không xúc phạm, gây mất đoàn kết.", "Do not insult or break unity."),
			mustNot("Không né tránh trách nhiệm.", "Do not dodge responsibility."),
		],
	),
	conductPart(
		"NV-CM",
		["staff", "parents_visitors"],
		[circular06("Điều 7 khoản 4")],
		[
			should("Đúng mực, tôn trọng, chỉ dẫn rõ ràng.", "Be proper and respectful and give clear directions."),
			mustNot("Không xúc phạm.", "Do not insult."),
			mustNot("Không gây khó khăn, phiền hà.", "Do not make things hard or troublesome."),
		],
	),
];
