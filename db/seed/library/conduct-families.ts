/** Parents and visitors: Thông tư 06/2019 Đ9 and Đ10. */
import { circular06, conductPart, type DraftModule, mustNot, proposed, should } from "./conduct-modules.ts";

export const familyModules: DraftModule[] = [
	conductPart(
		"CM-HS",
		["parents", "pupils"],
		[circular06("Điều 9 khoản 1")],
		[
			should(
				"Nói năng đúng mực, tôn trọng con và người học khác.",
				"Speak properly to one's child and other learners, and respect them.",
			),
			should("Chia sẻ, khích lệ, thân thiện, yêu thương.", "Share, encourage, be friendly and loving."),
			mustNot("Không xúc phạm con và người học khác.", "Do not insult one's child or other learners."),
			mustNot("Không bạo lực với con và người học khác.", "Do not be violent to one's child or other learners."),
		],
	),
	conductPart(
		"CM-NT",
		["parents", "school"],
		[circular06("Điều 9 khoản 2")],
		[
			should("Tôn trọng cán bộ, giáo viên, nhân viên.", "Respect managers, teachers and staff."),
			should("Trách nhiệm, hợp tác, chia sẻ với nhà trường.", "Be responsible, cooperate and share with the school."),
			mustNot("Không bịa đặt thông tin.", "Do not make things up."),
			mustNot(
				"Không xúc phạm tinh thần, danh dự, nhân phẩm của cán bộ, giáo viên, nhân viên.",
				"Do not insult the feelings, honour or dignity of managers, teachers or staff.",
			),
			proposed(
				should(
					"Đưa, đón con đúng giờ; báo trước khi nhờ người khác đón.",
					"Bring and fetch one's child on time; say beforehand when somebody else will come.",
				),
			),
			proposed(
				should(
					"Có điều chưa đồng ý thì trao đổi trực tiếp với giáo viên, nhà trường trước khi đưa lên mạng.",
					"On disagreeing, speak with the teacher or the school before going online.",
				),
			),
		],
	),
	conductPart(
		"KH-HS",
		["visitors", "pupils"],
		[circular06("Điều 10 khoản 1")],
		[
			should("Nói năng đúng mực, tôn trọng, thân thiện.", "Speak properly, with respect and kindness."),
			mustNot("Không xúc phạm người học.", "Do not insult a learner."),
			mustNot("Không bạo lực với người học.", "Do not be violent to a learner."),
			proposed(
				mustNot(
					"Không chụp ảnh, quay phim người học khi chưa được nhà trường cho phép.",
					"Do not photograph or film learners without the school's leave.",
				),
			),
		],
	),
	conductPart(
		"KH-NT",
		["visitors", "school"],
		[circular06("Điều 10 khoản 2")],
		[
			should(
				"Đúng mực, tôn trọng cán bộ, giáo viên, nhân viên.",
				"Be proper and respect managers, teachers and staff.",
			),
			mustNot("Không bịa đặt thông tin.", "Do not make things up."),
			mustNot(
				"Không xúc phạm tinh thần, danh dự, nhân phẩm; không dùng bạo lực.",
				"Do not insult feelings, honour or dignity; do not use violence.",
			),
			proposed(
				should(
					"Báo với bảo vệ hoặc văn phòng khi vào trường.",
					"Tell the guard or the office on coming to the school.",
				),
			),
		],
	),
];
