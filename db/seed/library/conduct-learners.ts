/** Pupils of general and continuing education, never children of preschools (Thông tư 06/2019 Đ8). */
import { circular06, conductPart, type DraftModule, mustNot, proposed, should } from "./conduct-modules.ts";
import type { SchoolKind } from "./draft.ts";

const kinds: SchoolKind[] = ["TH", "THCS", "PTNC", "THPT", "GDTX", "CB"];

export const learnerModules: DraftModule[] = [
	conductPart(
		"NH-GV",
		["pupils", "teachers_staff"],
		[circular06("Điều 8 khoản 1")],
		[
			should("Kính trọng, lễ phép với thầy cô, cán bộ, nhân viên.", "Honour and be polite to teachers and staff."),
			should("Trung thực, biết chia sẻ.", "Be honest and open."),
			should("Chấp hành yêu cầu đúng quy định của nhà trường.", "Do what the school rightly asks."),
			mustNot("Không bịa đặt thông tin.", "Do not make things up."),
			mustNot(
				"Không xúc phạm tinh thần, danh dự, nhân phẩm của thầy cô, nhân viên.",
				"Do not insult the feelings, honour or dignity of teachers or staff.",
			),
			mustNot("Không bạo lực.", "Do not be violent."),
		],
		{ kinds },
	),
	conductPart(
		"NH-BAN",
		["pupils", "pupils"],
		[circular06("Điều 8 khoản 2")],
		[
			should("Nói năng đúng mực, thân thiện với bạn.", "Speak properly and be friendly to fellow pupils."),
			should("Trung thực, hợp tác, giúp đỡ bạn.", "Be honest, cooperate and help fellow pupils."),
			should("Tôn trọng sự khác biệt.", "Respect differences."),
			mustNot("Không nói tục, chửi bậy.", "Do not swear."),
			mustNot("Không miệt thị, xúc phạm, gây mất đoàn kết.", "Do not look down on, insult or divide."),
			mustNot("Không bịa đặt, lôi kéo bạn làm điều xấu.", "Do not make things up or draw others into wrong."),
			mustNot(
				"Không phát tán thông tin nói xấu, làm tổn hại danh dự bạn.",
				"Do not spread what speaks ill of others or harms their honour.",
			),
			proposed(
				should(
					"Thấy bạn bị bắt nạt thì báo ngay thầy cô, cha mẹ hoặc gọi 111.",
					"On seeing somebody bullied, tell a teacher or a parent at once, or call 111.",
				),
			),
		],
		{ kinds },
	),
	conductPart(
		"NH-CM",
		["pupils", "parents"],
		[circular06("Điều 8 khoản 3")],
		[
			should(
				"Yêu thương, kính trọng, lễ phép với cha mẹ, người thân.",
				"Love, honour and be polite to parents and family.",
			),
			should("Trung thực với cha mẹ.", "Be honest with parents."),
		],
		{ kinds },
	),
	conductPart(
		"NH-KH",
		["pupils", "visitors"],
		[circular06("Điều 8 khoản 4")],
		[should("Lễ phép, tôn trọng khách đến trường.", "Be polite and respectful to visitors.")],
		{ kinds },
	),
];
