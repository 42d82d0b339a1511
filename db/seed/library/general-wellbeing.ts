/** Part B, second half (skills, health, conduct: PT-35 to PT-44), and part C (cooperation and publicity: PT-45 to PT-50). */
import { circular18, type DraftSection, decree80, w } from "./draft.ts";
import { pt } from "./general-bank.ts";
import { hasKitchen } from "./opening.ts";

export const generalWellbeing: DraftSection[] = [
	{
		code: "B.V",
		title: w("Giáo dục kiến thức, kỹ năng cho học sinh", "Knowledge and skills for pupils"),
		items: [
			pt(
				35,
				w(
					"Giáo dục kỹ năng phòng, chống đuối nước; phối hợp dạy bơi cho học sinh.",
					"Pupils learn to avoid drowning; swimming is taught together with others.",
				),
				{ duty: circular18("Điều 9"), mandatory: true },
			),
			pt(36, w("Giáo dục an toàn giao thông cho học sinh.", "Pupils learn traffic safety."), {
				duty: circular18("Điều 9"),
				mandatory: true,
				hint: w(
					"Minh chứng thường dùng: bản cam kết của học sinh, cha mẹ về việc không đi xe máy khi chưa đủ tuổi.",
					"Usual evidence: undertakings by pupils and parents not to ride motorcycles under age.",
				),
			}),
			pt(
				37,
				w(
					"Giáo dục kỹ năng phòng cháy, chữa cháy và thoát nạn cho học sinh.",
					"Pupils learn to prevent and fight fire and to escape.",
				),
				{
					duty: circular18("Điều 9"),
					mandatory: true,
					hint: w(
						"Minh chứng thường dùng: biên bản, ảnh buổi thực hành thoát nạn trong năm học.",
						"Usual evidence: record or photos of this school year's escape drill.",
					),
				},
			),
			pt(
				38,
				w(
					"Giáo dục kỹ năng ứng phó thiên tai, phòng ngã, điện giật, bỏng, ngộ độc.",
					"Pupils learn to cope with natural disasters and to avoid falls, electric shock, burns and poisoning.",
				),
				{ duty: circular18("Điều 9") },
			),
			pt(
				39,
				w(
					"Tổ chức câu lạc bộ, đội, nhóm học sinh về an toàn, phòng, chống tai nạn thương tích.",
					"There are pupils' clubs or groups for safety and injury prevention.",
				),
				{ duty: circular18("Điều 9") },
			),
		],
	},
	{
		code: "B.VI",
		title: w("Sức khỏe, tâm lý, ứng xử", "Health, counselling, conduct"),
		items: [
			pt(
				40,
				w(
					"Công tác y tế trường học được bảo đảm: có người phụ trách, tủ thuốc, sổ theo dõi.",
					"School health work is in place: a person in charge, a medicine cabinet, a record book.",
				),
				{
					duty: decree80("Điều 5 khoản 1 điểm đ"),
					mandatory: true,
					hint: w(
						"Mở tủ thuốc: đủ bông, băng, nẹp, thuốc còn hạn; sổ ghi lần gần nhất.",
						"Open the cabinet: dressings, bandages, splints, medicines in date; the book shows the latest case.",
					),
				},
			),
			pt(
				41,
				w(
					"Thực hiện phòng, chống dịch bệnh; tổ chức khám sức khỏe định kỳ cho học sinh.",
					"Diseases are prevented; pupils have regular health checks.",
				),
				{ duty: circular18("Điều 4 khoản 4") },
			),
			pt(
				42,
				w(
					"Bảo đảm an toàn thực phẩm cho học sinh ăn bán trú, nội trú hoặc ăn tại căng tin.",
					"Food is safe for pupils who eat or board at the school or use its canteen.",
				),
				{
					duty: `${circular18("Điều 4 khoản 4")}; ${decree80("Điều 5 khoản 1 điểm a")}`,
					mandatory: true,
					visibleIf: hasKitchen("PT"),
				},
			),
			pt(
				43,
				w(
					"Bộ Quy tắc ứng xử đã được ban hành, công khai và thực hiện.",
					"The code of conduct has been adopted, published and put into practice.",
				),
				{
					duty: `${circular18("Điều 4 khoản 5")}; Thông tư 06/2019/TT-BGDĐT, Điều 13`,
					mandatory: true,
					hint: w(
						"Có quyết định ban hành và đã niêm yết tại bảng tin hoặc đăng trên trang thông tin điện tử.",
						"There is a decision adopting it, and it is on the notice board or the website.",
					),
				},
			),
			pt(
				44,
				w(
					"Công tác tư vấn tâm lý, công tác xã hội trường học có người phụ trách và sổ theo dõi.",
					"School counselling and social work have a person in charge and a record book.",
				),
				{ duty: circular18("Điều 4 khoản 5"), mandatory: true },
			),
		],
	},
	{
		code: "C",
		title: w(
			"Phối hợp nhà trường, gia đình, xã hội; công khai, báo cáo",
			"School, family and community; publicity and reporting",
		),
		items: [
			pt(
				45,
				w(
					"Đề xuất với cấp ủy, chính quyền địa phương cơ chế phối hợp bảo đảm an toàn trường học.",
					"The school proposes to the local Party committee and authorities how to work together for school safety.",
				),
				{ duty: circular18("Điều 10 khoản 1") },
			),
			pt(
				46,
				w(
					"Phối hợp quản lý, giáo dục học sinh trong dịp nghỉ hè.",
					"Pupils are looked after and guided together with others during the summer.",
				),
				{ duty: circular18("Điều 10 khoản 1") },
			),
			pt(
				47,
				w(
					"Phối hợp loại bỏ các điểm có nguy cơ đuối nước, tai nạn giao thông quanh trường.",
					"Places around the school where children may drown or be run over are removed together with others.",
				),
				{
					duty: circular18("Điều 10 khoản 2"),
					hint: w(
						"Đi quanh trường và trên đường học sinh thường đi; lập danh sách điểm nguy cơ gửi UBND xã.",
						"Walk round the school and along the pupils' ways; send the commune a list of dangerous places.",
					),
				},
			),
			pt(
				48,
				w(
					"Huy động nguồn lực xã hội cho việc bảo đảm an toàn trường học.",
					"Community resources are raised for school safety.",
				),
				{ duty: circular18("Điều 10 khoản 3") },
			),
			pt(
				49,
				w(
					"Công khai kết quả tự đánh giá trên trang thông tin điện tử, bảng tin của trường.",
					"The self-assessment result is published on the school's website or notice board.",
				),
				{ duty: circular18("Điều 12 khoản 2"), mandatory: true },
			),
			pt(
				50,
				w(
					"Báo cáo đúng hạn; mỗi tiêu chí chưa đạt có kế hoạch khắc phục hoặc kiến nghị.",
					"Reports are on time; every criterion not met has a plan to mend it or a request.",
				),
				{ duty: circular18("Điều 12 khoản 1") },
			),
		],
	},
];
