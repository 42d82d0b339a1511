/** Managers: Thông tư 06/2019 Đ5. */
import { circular06, conductPart, type DraftModule, mustNot, proposed, should } from "./conduct-modules.ts";
import { decree80, read } from "./draft.ts";

export const managerModules: DraftModule[] = [
	conductPart(
		"QL-HS",
		["managers", "pupils"],
		[circular06("Điều 5 khoản 1")],
		[
			should("Lời nói chuẩn mực, dễ hiểu với người học.", "Speak to learners properly and so that they understand."),
			should("Yêu thương, bao dung, có trách nhiệm.", "Be loving, forbearing and responsible."),
			should("Đối xử công bằng, tôn trọng sự khác biệt.", "Treat all fairly and respect differences."),
			should("Lắng nghe, động viên, khích lệ người học.", "Listen to learners and encourage them."),
			mustNot("Không xúc phạm người học.", "Do not insult a learner."),
			mustNot("Không ép buộc, trù dập người học.", "Do not force or victimise a learner."),
			mustNot("Không bạo hành người học.", "Do not treat a learner with violence."),
		],
	),
	conductPart(
		"QL-GV",
		["managers", "teachers_staff"],
		[circular06("Điều 5 khoản 2")],
		[
			should("Lời nói chuẩn mực, tôn trọng, động viên.", "Speak properly, with respect and encouragement."),
			should(
				"Nghiêm túc, gương mẫu, cùng làm với giáo viên, nhân viên.",
				"Be serious, set an example and work alongside teachers and staff.",
			),
			should("Dân chủ, đoàn kết, công bằng trong điều hành.", "Lead democratically, in unity and fairly."),
			should(
				"Minh bạch trong phân công, đánh giá, khen thưởng, tài chính.",
				"Be transparent in assigning, judging, rewarding and in money.",
			),
			should(
				"Bảo vệ uy tín, danh dự, nhân phẩm và phát huy năng lực của giáo viên, nhân viên.",
				"Protect the name, honour and dignity of teachers and staff, and let their abilities grow.",
			),
			mustNot("Không hách dịch, gây khó khăn, xúc phạm.", "Do not domineer, make things hard or insult."),
			mustNot("Không định kiến, thiên vị.", "Do not prejudge or favour."),
			mustNot("Không vụ lợi.", "Do not seek private gain."),
			mustNot("Không né trách nhiệm, đổ lỗi cho cấp dưới.", "Do not dodge responsibility or blame subordinates."),
			mustNot("Không che giấu vi phạm.", "Do not hide breaches."),
		],
	),
	conductPart(
		"QL-CM",
		["managers", "parents_visitors"],
		[circular06("Điều 5 khoản 3 và khoản 4"), read(decree80("Điều 5 khoản 1 điểm c"))],
		[
			should(
				"Hợp tác, chia sẻ, thân thiện với cha mẹ người học.",
				"Cooperate and share with parents, and be friendly.",
			),
			should("Hỗ trợ cha mẹ khi được đề nghị.", "Support parents who ask for it."),
			should("Lịch sự, đúng mực, tôn trọng khách đến trường.", "Be polite and respectful to visitors."),
			should(
				"Tiếp nhận phản ánh qua hộp thư, đường dây nóng và giữ kín thông tin người phản ánh.",
				"Take feedback by box and hotline, and keep those who give it confidential.",
			),
			mustNot("Không xúc phạm.", "Do not insult."),
			mustNot("Không gây khó khăn, phiền hà.", "Do not make things hard or troublesome."),
			mustNot("Không vụ lợi.", "Do not seek private gain."),
			proposed(
				should(
					"Trả lời phản ánh của cha mẹ trong thời hạn đã công bố.",
					"Answer parents' feedback within the time made public.",
				),
			),
		],
	),
];
