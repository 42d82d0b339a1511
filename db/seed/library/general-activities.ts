/** Part B of the general education checklist, first half: management, communication, training, order (PT-18 to PT-34). */
import { circular18, type DraftSection, decree80, w } from "./draft.ts";
import { pt } from "./general-bank.ts";

export const generalManagement: DraftSection[] = [
	{
		code: "B.I",
		title: w("Công tác quản lý", "Management"),
		items: [
			pt(
				18,
				w(
					"Có kế hoạch xây dựng trường học an toàn hằng năm và theo giai đoạn.",
					"There is a safe-school plan for the year and for the longer period.",
				),
				{ duty: circular18("Điều 5 khoản 1"), mandatory: true },
			),
			pt(
				19,
				w(
					"Có quy chế phối hợp giữa nhà trường với gia đình và các cơ quan liên quan.",
					"There are rules of cooperation between school, families and the bodies concerned.",
				),
				{ duty: circular18("Điều 5 khoản 2") },
			),
			pt(
				20,
				w(
					"Có phương án trước, trong và sau khi xảy ra tai nạn, kể cả cho hoạt động ngoài nhà trường.",
					"There is a plan for before, during and after an accident, also for activities outside the school.",
				),
				{ duty: circular18("Điều 5 khoản 3"), mandatory: true },
			),
			pt(
				21,
				w(
					"Có kênh tiếp nhận thông tin và hệ thống ghi chép, theo dõi tai nạn thương tích.",
					"There is a channel to receive reports, and injuries are recorded and followed.",
				),
				{
					duty: circular18("Điều 5 khoản 4"),
					mandatory: true,
					hint: w(
						"Mở sổ theo dõi: vụ gần nhất đã ghi đủ thời gian, nơi xảy ra, nguyên nhân, cách xử lý.",
						"Open the book: the latest case shows time, place, cause and what was done.",
					),
				},
			),
			pt(
				22,
				w(
					"Tổ chức kiểm tra thường xuyên, định kỳ; mỗi lần kiểm tra có ghi kết quả.",
					"Checks are made continually and at set times; the result of each is written down.",
				),
				{ duty: circular18("Điều 5 khoản 5") },
			),
		],
	},
	{
		code: "B.II",
		title: w("Truyền thông", "Communication"),
		items: [
			pt(
				23,
				w(
					"Tổ chức truyền thông về an toàn trường học theo chuyên đề, theo đợt cao điểm.",
					"School safety is communicated by topic and in campaigns at peak times.",
				),
				{ duty: circular18("Điều 7") },
			),
			pt(
				24,
				w(
					"Hộp thư góp ý, đường dây nóng hoạt động; thông tin người phản ánh được giữ kín.",
					"The suggestion box and hotline work; the person who reports stays confidential.",
				),
				{
					duty: `${circular18("Điều 7")}; ${decree80("Điều 5 khoản 1 điểm c")}`,
					mandatory: true,
					hint: w(
						"Gọi thử số đã niêm yết; hỏi ai mở hộp thư, lần mở gần nhất là khi nào.",
						"Ring the posted number; ask who opens the box and when it was last opened.",
					),
				},
			),
			pt(
				25,
				w(
					"Trao đổi thường xuyên với cha mẹ học sinh và địa phương về an toàn của học sinh.",
					"The school talks regularly with parents and local authorities about pupils' safety.",
				),
				{ duty: `${circular18("Điều 7")}; ${decree80("Điều 5 khoản 1 điểm e")}` },
			),
		],
	},
	{
		code: "B.III",
		title: w("Tập huấn", "Training"),
		items: [
			pt(
				26,
				w(
					"Đánh giá nhận thức của đội ngũ về an toàn và lập kế hoạch tập huấn theo kết quả đó.",
					"What staff know about safety is assessed, and training is planned on the result.",
				),
				{ duty: circular18("Điều 8") },
			),
			pt(
				27,
				w(
					"Tập huấn sơ cấp cứu cho nhân viên y tế, giáo viên giáo dục thể chất, giáo viên chủ nhiệm, cán bộ Đoàn, Đội.",
					"Health staff, physical education teachers, class teachers and youth union leaders are trained in first aid.",
				),
				{ duty: circular18("Điều 8"), mandatory: true },
			),
			pt(
				28,
				w(
					"Lồng ghép nội dung an toàn trong các đợt tập huấn, sinh hoạt chuyên môn khác.",
					"Safety is part of other training and of professional meetings.",
				),
				{ duty: circular18("Điều 8") },
			),
		],
	},
	{
		code: "B.IV",
		title: w(
			"An ninh trật tự, phòng, chống bạo lực học đường và tệ nạn",
			"Order; preventing school violence and social evils",
		),
		items: [
			pt(
				29,
				w(
					"Kế hoạch phòng, chống bạo lực học đường và kênh tiếp nhận tố giác được công khai.",
					"The plan against school violence and the channel for reporting it are public.",
				),
				{ duty: decree80("Điều 6 khoản 1 điểm c"), mandatory: true },
			),
			pt(
				30,
				w(
					"Không để xảy ra bạo lực học đường nghiêm trọng; vụ việc phát sinh được can thiệp, xử lý đúng quy trình.",
					"No serious school violence has occurred; whatever arose was handled by the procedure.",
				),
				{
					duty: decree80("Điều 6 khoản 3"),
					mandatory: true,
					hint: w(
						"Chỉ nêu số vụ và cách xử lý, không ghi tên, lớp học sinh. Dấu hiệu xâm hại: báo ngay Tổng đài 111, công an hoặc UBND xã.",
						"Give counts and what was done, never a pupil's name or class. Signs of abuse: tell hotline 111, the police or the commune at once.",
					),
				},
			),
			pt(
				31,
				w(
					"Phát hiện, đánh giá và tham vấn kịp thời cho học sinh có nguy cơ bị bạo lực hoặc gây bạo lực.",
					"Pupils at risk of suffering or causing violence are noticed, assessed and counselled in time.",
				),
				{ duty: decree80("Điều 6 khoản 2") },
			),
			pt(
				32,
				w(
					"Có bảo vệ hoặc người trực; kiểm soát được người ra, vào trường.",
					"There is a guard or person on duty; entry and exit are controlled.",
				),
				{ mandatory: true },
			),
			pt(
				33,
				w(
					"Giáo dục học sinh an toàn khi sử dụng mạng, phòng, chống bắt nạt trên mạng.",
					"Pupils are taught to be safe online and to resist online bullying.",
				),
				{ duty: circular18("Điều 9") },
			),
			pt(
				34,
				w(
					"Thực hiện phòng, chống ma túy, thuốc lá (kể cả thuốc lá mới), rượu, bia trong trường.",
					"Drugs, tobacco (new products too) and alcohol are kept out of the school.",
				),
				{ duty: circular18("Điều 4 khoản 4") },
			),
		],
	},
];
