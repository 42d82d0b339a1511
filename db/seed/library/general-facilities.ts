/** Part A of the general education checklist: facilities, equipment, materials (17 criteria under seven headings). */
import { circular18, type DraftSection, decree80, w } from "./draft.ts";
import { pt } from "./general-bank.ts";
import { hasKitchen } from "./opening.ts";

export const generalFacilities: DraftSection[] = [
	{
		code: "A.I",
		title: w("Địa điểm, quy mô, khối phụ trợ, hạ tầng kỹ thuật", "Site, size, auxiliary blocks, infrastructure"),
		items: [
			pt(
				1,
				w(
					"Khuôn viên được ngăn cách bằng hàng rào; cổng, tường, rào chắc chắn; có biển tên; cổng đóng, mở đúng giờ.",
					"The grounds are fenced off; gate, walls and fence are firm; there is a name sign; the gate is opened and closed on time.",
				),
				{
					duty: decree80("Điều 3 khoản 2 điểm a"),
					mandatory: true,
					hint: w(
						"Lay trụ cổng, xem bản lề, ray, chốt cuối ray; đi một vòng xem tường nứt, nghiêng.",
						"Shake the gate posts; check hinges, rail and end stop; walk round looking for cracked or leaning walls.",
					),
				},
			),
			pt(
				2,
				w(
					"Diện tích, khối phòng và hạ tầng đạt mức tối thiểu; sân bằng phẳng, không trơn trượt.",
					"Area, rooms and infrastructure reach the minimum; the yard is level and not slippery.",
				),
				{ mandatory: true },
			),
			pt(
				3,
				w(
					"Sân tập, nhà đa năng và dụng cụ thể dục thể thao an toàn; cột gôn, cột bóng rổ, xà được neo chắc.",
					"Sports ground, hall and equipment are safe; goals, basketball posts and bars are firmly anchored.",
				),
				{
					mayLack: true,
					hint: w(
						"Đẩy thử từng cột gôn, cột bóng rổ, kể cả loại di động: không lật, không lung lay.",
						"Push every goal and basketball post, movable ones too: they must not tip or wobble.",
					),
				},
			),
			pt(
				4,
				w(
					"Cây xanh được kiểm tra, cắt tỉa trước mùa mưa bão; không có cây mục, nghiêng có nguy cơ đổ.",
					"Trees are checked and pruned before the storm season; none is rotten or leaning and likely to fall.",
				),
				{
					hint: w(
						"Xem gốc, hốc cây, cành khô phía trên lối đi và sân chơi; cây lớn cần người có chuyên môn xem.",
						"Look at the foot, hollows, dead branches over paths and playground; large trees need an expert.",
					),
				},
			),
		],
	},
	{
		code: "A.II",
		title: w("Phòng học", "Classrooms"),
		items: [
			pt(
				5,
				w(
					"Phòng học chắc chắn, không có nguy cơ sập trần, tường; đủ ánh sáng, thoáng mát.",
					"Classrooms are sound, with no ceiling or wall likely to fall; well lit and airy.",
				),
				{
					duty: decree80("Điều 3 khoản 2 điểm c"),
					mandatory: true,
					hint: w(
						"Nhìn kỹ trần vôi vữa, ô văng, vết nứt mới. Có dấu hiệu nguy hiểm: ngừng dùng phòng ngay và báo cấp trên.",
						"Look hard at plaster ceilings, canopies, new cracks. At any sign of danger: stop using the room at once and tell your superior.",
					),
				},
			),
			pt(
				6,
				w(
					"Bàn ghế đúng cỡ học sinh; quạt, đèn, bảng, màn hình được cố định chắc chắn.",
					"Desks and chairs fit the pupils; fans, lights, boards and screens are firmly fixed.",
				),
				{ duty: decree80("Điều 3 khoản 2 điểm c") },
			),
			pt(
				7,
				w(
					"Phòng bộ môn, phòng thí nghiệm có nội quy; hóa chất, nguồn điện được quản lý an toàn.",
					"Subject rooms and laboratories have rules; chemicals and power are kept safely.",
				),
				{ mayLack: true },
			),
		],
	},
	{
		code: "A.III",
		title: w("Hiên chơi, lan can, cầu thang", "Verandas, railings, stairs"),
		items: [
			pt(
				8,
				w(
					"Lan can, tay vịn, cầu thang chắc chắn, đủ cao, không trơn trượt.",
					"Railings, handrails and stairs are firm, high enough and not slippery.",
				),
				{
					mandatory: true,
					mayLack: true,
					hint: w(
						"Lay thử từng đoạn lan can; không kê bàn ghế sát lan can. Trường một tầng: chọn Không áp dụng.",
						"Shake every stretch of railing; no desks against it. Single-storey school: choose Not applicable.",
					),
				},
			),
			pt(
				9,
				w(
					"Hành lang, lối thoát nạn thông thoáng, không bị khóa, bị chắn.",
					"Corridors and escape routes are clear, neither locked nor blocked.",
				),
				{
					mandatory: true,
				},
			),
		],
	},
	{
		code: "A.IV",
		title: w("Nhà bếp, nhà ăn, căng tin (nếu có)", "Kitchen, dining room, canteen (if any)"),
		visibleIf: hasKitchen("PT"),
		items: [
			pt(
				10,
				w(
					"Bếp ăn, căng tin đủ điều kiện an toàn thực phẩm; bếp tổ chức một chiều.",
					"Kitchen and canteen meet food safety conditions; the kitchen works in one direction.",
				),
				{ mandatory: true },
			),
			pt(
				11,
				w(
					"Có hợp đồng cung cấp thực phẩm; thực hiện kiểm thực và lưu mẫu thức ăn.",
					"There is a food supply contract; food is checked and samples are kept.",
				),
				{
					hint: w(
						"Mở tủ lưu mẫu: đủ món của bữa gần nhất, có nhãn ngày giờ, khớp sổ kiểm thực.",
						"Open the sample fridge: every dish of the last meal, labelled with day and hour, matching the check book.",
					),
				},
			),
		],
	},
	{
		code: "A.V",
		title: w("Nhà vệ sinh", "Toilets"),
		items: [
			pt(
				12,
				w(
					"Nhà vệ sinh đủ, riêng nam và nữ, sạch sẽ, an toàn; người khuyết tật tiếp cận được.",
					"Toilets are enough, separate for boys and girls, clean and safe; people with disabilities can use them.",
				),
				{ duty: decree80("Điều 3 khoản 2 điểm d"), mandatory: true },
			),
		],
	},
	{
		code: "A.VI",
		title: w("Nước sạch, cảnh quan, vệ sinh môi trường", "Clean water, surroundings, sanitation"),
		items: [
			pt(
				13,
				w("Nước uống, nước sinh hoạt đủ và bảo đảm vệ sinh.", "Drinking and washing water is sufficient and clean."),
				{
					duty: decree80("Điều 3 khoản 2 điểm d"),
					mandatory: true,
				},
			),
			pt(
				14,
				w(
					"Ao, giếng, bể nước, hố ga trong trường có rào chắn hoặc nắp đậy chắc chắn.",
					"Ponds, wells, tanks and manholes at the school are fenced or firmly covered.",
				),
				{
					mayLack: true,
					hint: w(
						"Kéo thử từng nắp, từng khóa; tính cả hố đang thi công.",
						"Pull at every lid and lock; count pits under construction.",
					),
				},
			),
			pt(
				15,
				w(
					"Rác được thu gom hằng ngày; hệ thống thoát nước hoạt động tốt.",
					"Waste is collected daily; drainage works well.",
				),
			),
		],
	},
	{
		code: "A.VII",
		title: w("Điện, phòng cháy, thiết bị, tài liệu, học liệu", "Power, fire safety, equipment, learning materials"),
		items: [
			pt(
				16,
				w(
					"Hệ thống điện, phòng cháy, chữa cháy bảo đảm an toàn và được kiểm tra định kỳ.",
					"Electrical and fire safety systems are safe and checked regularly.",
				),
				{
					mandatory: true,
					hint: w(
						"Xem kim áp suất, hạn của từng bình chữa cháy; bấm thử thiết bị chống giật; tìm dây điện hở, nối tạm.",
						"Read each extinguisher's gauge and date; test the breakers; look for bare or makeshift wires.",
					),
				},
			),
			pt(
				17,
				w(
					"Thiết bị dạy học, tài liệu, học liệu an toàn, đúng danh mục, phù hợp lứa tuổi.",
					"Teaching equipment, books and materials are safe, on the approved list and suited to the age.",
				),
				{ duty: `${circular18("Điều 4 khoản 1")}; ${decree80("Điều 3 khoản 3, Điều 4")}` },
			),
		],
	},
];
