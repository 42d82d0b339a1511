/**
 * Teachers, in two states of the law: Điều 6 of Thông tư 06/2019 until 29 January 2026, Thông tư 03/2026 from the day after. The day
 * decides which a school gets; both stand here so that a code adopted earlier can be compared with what holds now.
 */
import {
	circular03,
	circular06,
	conductPart,
	type DraftModule,
	mustNot,
	should,
	teachersFrom,
	teachersUntil,
} from "./conduct-modules.ts";

const until = { validTo: teachersUntil };
const from = { validFrom: teachersFrom };

const before2026: DraftModule[] = [
	conductPart(
		"GV-HS",
		["teachers", "pupils"],
		[circular06("Điều 6 khoản 1")],
		[
			should("Lời nói chuẩn mực, dễ hiểu.", "Speak properly and so that learners understand."),
			should(
				"Khen, phê bình phù hợp với người học và hoàn cảnh.",
				"Praise and criticise as fits the learner and the situation.",
			),
			should("Mẫu mực, bao dung, trách nhiệm, yêu thương.", "Be exemplary, forbearing, responsible and loving."),
			should("Công bằng, tôn trọng sự khác biệt.", "Be fair and respect differences."),
			should("Lắng nghe, tư vấn, động viên người học.", "Listen to learners, advise and encourage them."),
			should(
				"Tích cực phòng, chống bạo lực học đường; xây dựng lớp học an toàn, lành mạnh, thân thiện.",
				"Work to prevent school violence; make a safe, healthy and friendly class.",
			),
			mustNot("Không xúc phạm, gây tổn thương người học.", "Do not insult or hurt a learner."),
			mustNot("Không vụ lợi từ người học.", "Do not seek gain from learners."),
			mustNot("Không trù dập, định kiến.", "Do not victimise or prejudge."),
			mustNot("Không bạo hành, xâm hại người học.", "Do not treat a learner with violence or abuse."),
			mustNot(
				"Không thờ ơ, né tránh hoặc che giấu vi phạm của người học.",
				"Do not ignore, avoid or hide learners' breaches.",
			),
		],
		until,
	),
	conductPart(
		"GV-QL",
		["teachers", "managers"],
		[circular06("Điều 6 khoản 2")],
		[
			should("Trung thực, tôn trọng, cầu thị.", "Be honest, respectful and open to advice."),
			should("Tích cực tham mưu, nói rõ chính kiến.", "Give counsel and say clearly what one thinks."),
			should(
				"Chấp hành phân công, điều hành của lãnh đạo theo quy định.",
				"Carry out what the leadership assigns under the rules.",
			),
			mustNot("Không xúc phạm, gây mất đoàn kết.", "Do not insult or break unity."),
			mustNot(
				"Không thờ ơ, né tránh, che giấu sai phạm của cán bộ quản lý.",
				"Do not ignore, avoid or hide a manager's wrongdoing.",
			),
		],
		until,
	),
	conductPart(
		"GV-DN",
		["teachers", "colleagues"],
		[circular06("Điều 6 khoản 3")],
		[
			should(
				"Chia sẻ, hỗ trợ đồng nghiệp, nhân viên; thân thiện, trung thực, cầu thị.",
				"Share with and support colleagues and staff; be friendly, honest and open to advice.",
			),
			should("Tôn trọng khác biệt.", "Respect differences."),
			should(
				"Bảo vệ uy tín, danh dự, nhân phẩm của đồng nghiệp, nhân viên.",
				"Protect the name, honour and dignity of colleagues and staff.",
			),
			mustNot("Không vô cảm trước khó khăn của đồng nghiệp.", "Do not be indifferent to a colleague's difficulty."),
			mustNot("Không xúc phạm, gây mất đoàn kết.", "Do not insult or break unity."),
		],
		until,
	),
	conductPart(
		"GV-CM",
		["teachers", "parents_visitors"],
		[circular06("Điều 6 khoản 4 và khoản 5")],
		[
			should(
				"Trung thực, tôn trọng, thân thiện với cha mẹ người học.",
				"Be honest, respectful and friendly with parents.",
			),
			should("Hợp tác, chia sẻ với cha mẹ.", "Cooperate and share with parents."),
			should("Đúng mực, tôn trọng khách đến trường.", "Be proper and respectful to visitors."),
			mustNot("Không áp đặt, xúc phạm.", "Do not impose or insult."),
			mustNot("Không vụ lợi.", "Do not seek private gain."),
			mustNot("Không gây khó khăn, phiền hà.", "Do not make things hard or troublesome."),
		],
		until,
	),
];

const since2026: DraftModule[] = [
	conductPart(
		"GV26-CHUNG",
		["teachers", "general"],
		[circular03("Điều 4")],
		[
			should(
				"Chấp hành chủ trương của Đảng, pháp luật của Nhà nước và sự phân công của người có thẩm quyền.",
				"Follow the Party's policies, the law, and what those in charge assign.",
			),
			should(
				"Tận tụy với nghề; dạy đúng mục tiêu, đủ chương trình, bảo đảm chất lượng; thường xuyên tự học.",
				"Be devoted; teach to the aims, the whole curriculum, and well; keep learning.",
			),
			should("Trung thực trong giảng dạy, học tập, nghiên cứu.", "Be honest in teaching, study and research."),
			should(
				"Có trách nhiệm khi dùng thông tin và ứng xử trên không gian mạng.",
				"Be responsible with information and in how one behaves online.",
			),
			should(
				"Giữ gìn phẩm chất, danh dự nhà giáo; mẫu mực, lịch sự, thân thiện; sống lành mạnh, tiết kiệm, tự phê bình.",
				"Keep a teacher's character and honour; be exemplary, polite and friendly; live healthily and thriftily and examine oneself.",
			),
			should(
				"Giữ gìn cảnh quan, phòng, chống bạo lực học đường; góp phần xây dựng trường học an toàn, lành mạnh, thân thiện, dân chủ.",
				"Look after the grounds and prevent school violence; help make a safe, healthy, friendly and democratic school.",
			),
			should(
				"Lời nói trong sáng, đúng mực, trung thực; trang phục gọn gàng, lịch sự.",
				"Speak clearly, properly and honestly; dress neatly and politely.",
			),
			mustNot(
				"Không lợi dụng danh nghĩa nhà giáo để vi phạm pháp luật hoặc tư lợi.",
				"Do not use a teacher's standing to break the law or for gain.",
			),
			mustNot(
				"Không tự ý bỏ việc; không tuyên truyền nội dung trái quan điểm của Đảng, chính sách của Nhà nước.",
				"Do not leave one's post unasked; do not spread what goes against the policies of the Party and the State.",
			),
			mustNot(
				"Không hút thuốc lá, uống rượu bia khi làm nhiệm vụ; không dùng chất cấm; không tham gia tệ nạn xã hội.",
				"Do not smoke or drink on duty; do not use banned substances; take no part in social evils.",
			),
			mustNot(
				"Không thờ ơ, né tránh, che giấu vi phạm của người học, đồng nghiệp.",
				"Do not ignore, avoid or hide breaches by learners or colleagues.",
			),
		],
		from,
	),
	conductPart(
		"GV26-HS",
		["teachers", "pupils"],
		[circular03("Điều 5")],
		[
			should(
				"Mẫu mực, bao dung, trách nhiệm, yêu thương; động viên, khích lệ người học.",
				"Be exemplary, forbearing, responsible and loving; encourage learners.",
			),
			should(
				"Nhận xét, khen, phê bình phù hợp với người học và hoàn cảnh.",
				"Comment, praise and criticise as fits the learner and the situation.",
			),
			should("Tạo môi trường học tập an toàn, tích cực, bình đẳng.", "Make learning safe, positive and equal."),
			should(
				"Đánh giá đúng thực chất năng lực; bảo vệ quyền và lợi ích chính đáng của người học.",
				"Judge ability as it really is; protect learners' rights and interests.",
			),
			should(
				"Lắng nghe, kịp thời tư vấn, hỗ trợ phù hợp tâm lý lứa tuổi.",
				"Listen, and advise and support in time and as suits the age.",
			),
			should(
				"Báo ngay lãnh đạo trường, cơ quan có thẩm quyền khi phát hiện người học bị bạo lực, xâm hại.",
				"Tell the leadership and the competent body at once on finding that a learner suffers violence or abuse.",
			),
			mustNot("Không phân biệt đối xử dưới mọi hình thức.", "Do not discriminate in any form."),
			mustNot(
				"Không xúc phạm, gây tổn thương, trù dập, định kiến với người học.",
				"Do not insult, hurt, victimise or prejudge a learner.",
			),
			mustNot("Không bạo hành, xâm hại người học.", "Do not treat a learner with violence or abuse."),
			mustNot("Không ép buộc người học tham gia hoạt động tự nguyện.", "Do not force learners into what is voluntary."),
			mustNot(
				"Không công khai thông tin của người học trái quy định.",
				"Do not make a learner's information public against the rules.",
			),
			mustNot(
				"Không gian lận, làm sai lệch kết quả tuyển sinh, đánh giá.",
				"Do not cheat or falsify admission or assessment.",
			),
		],
		from,
	),
	conductPart(
		"GV26-DN",
		["teachers", "colleagues"],
		[circular03("Điều 6")],
		[
			should(
				"Trung thực, chân thành, đoàn kết; chia sẻ trách nhiệm, giúp đỡ nhau.",
				"Be honest, sincere and united; share responsibility and help one another.",
			),
			should(
				"Phê bình và tự phê bình khách quan, thẳng thắn, vì sự tiến bộ của nhau.",
				"Criticise oneself and others fairly and frankly, so that all get better.",
			),
			should("Tôn trọng, lắng nghe, trao đổi kinh nghiệm nghề nghiệp.", "Respect, listen and exchange experience."),
			mustNot("Không xúc phạm, chia rẽ, gây mất đoàn kết.", "Do not insult, divide or break unity."),
			mustNot("Không né tránh, đùn đẩy trách nhiệm.", "Do not dodge responsibility or push it on to others."),
			mustNot(
				"Không công khai thông tin của đồng nghiệp trái quy định.",
				"Do not make a colleague's information public against the rules.",
			),
		],
		from,
	),
	conductPart(
		"GV26-QL",
		["teachers", "managers"],
		[circular03("Điều 7")],
		[
			should(
				"Chấp hành phân công, chỉ đạo, điều hành trong phạm vi nhiệm vụ.",
				"Carry out what is assigned and directed within one's duties.",
			),
			should("Lắng nghe, cầu thị trước góp ý, đánh giá.", "Listen to and learn from comments and assessments."),
			should("Tích cực tham mưu, nói rõ chính kiến.", "Give counsel and say clearly what one thinks."),
			mustNot("Không xúc phạm, gây mất đoàn kết.", "Do not insult or break unity."),
			mustNot(
				"Không thờ ơ, né tránh, che giấu sai phạm của cán bộ quản lý.",
				"Do not ignore, avoid or hide a manager's wrongdoing.",
			),
		],
		from,
	),
	conductPart(
		"GV26-CM",
		["teachers", "parents"],
		[circular03("Điều 8")],
		[
			should(
				"Sẵn sàng hợp tác, hỗ trợ, chia sẻ với cha mẹ, người giám hộ vì sự tiến bộ của người học.",
				"Cooperate with, support and share with parents and guardians for the learner's progress.",
			),
			should(
				"Chủ động, kịp thời trao đổi thông tin trung thực về người học và kế hoạch giáo dục theo phân cấp.",
				"Pass on honest news of the learner and of the plans in time, as far as one is entitled to.",
			),
			should(
				"Khuyến khích, tạo điều kiện để cha mẹ tham gia giáo dục con.",
				"Encourage and enable parents to take part in education.",
			),
			mustNot("Không xúc phạm, áp đặt, vụ lợi.", "Do not insult, impose or seek gain."),
			mustNot(
				"Không ép buộc cha mẹ tham gia hoạt động tự nguyện hoặc trái quy định.",
				"Do not force parents into what is voluntary or against the rules.",
			),
		],
		from,
	),
	conductPart(
		"GV26-CD",
		["teachers", "community"],
		[circular03("Điều 9")],
		[
			should(
				"Giữ nội quy, văn minh, lịch thiệp nơi công cộng; bảo vệ môi trường.",
				"Keep the rules, be civil and courteous in public; protect the environment.",
			),
			should(
				"Tự nguyện tham gia hoạt động xã hội, nhân đạo, khuyến học, xây dựng xã hội học tập.",
				"Take part of one's own will in social, humane and learning activities.",
			),
			should(
				"Lan tỏa việc tốt; góp phần chống tin giả về giáo dục và nhà giáo.",
				"Spread what is good; help against false news about education and teachers.",
			),
			mustNot(
				"Không tham gia, ủng hộ mê tín dị đoan và hoạt động gây chia rẽ đoàn kết dân tộc.",
				"Do not take part in or support superstition or what divides the people.",
			),
		],
		from,
	),
];

export const teacherModules: DraftModule[] = [...before2026, ...since2026];
