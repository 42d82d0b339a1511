/** Groups II, III and IV of the preschool bank: food, people, the way the school works. */
import { circular45, decree80, w } from "./draft.ts";
import type { BankEntry } from "./preschool-bank.ts";

export const food: BankEntry[] = [
	{
		code: "MN-II.1",
		text: w(
			"Bếp ăn tách riêng với khối phòng chức năng; tổ chức theo nguyên tắc bếp một chiều, thông khí tốt.",
			"The kitchen is separate from the rooms children use, works in one direction from raw to cooked, and is well aired.",
		),
		hint: w(
			"Đi theo đường của thức ăn: nhận, sơ chế, nấu, chia. Đồ sống và đồ chín không đi ngược hoặc cắt nhau.",
			"Follow the food: receiving, preparing, cooking, serving. Raw and cooked food must not cross or go back.",
		),
	},
	{
		code: "MN-II.2",
		text: w(
			"Bếp có đủ trang thiết bị bảo đảm an toàn thực phẩm; dụng cụ đựng đồ ăn, đồ uống bằng chất liệu an toàn, sạch sẽ.",
			"The kitchen has the equipment that food safety needs; food and drink containers are of safe material and clean.",
		),
	},
	{
		code: "MN-II.3",
		text: w(
			"Có hợp đồng cung cấp thực phẩm hoặc biên bản cam kết về nguồn gốc thực phẩm.",
			"There is a food supply contract, or a signed undertaking on where the food comes from.",
		),
		hint: w(
			"Xem hợp đồng hoặc cam kết còn hiệu lực của từng nhà cung cấp: thịt, cá, rau, gạo, sữa, nước uống.",
			"See a contract or undertaking still in force from every supplier: meat, fish, vegetables, rice, milk, drinking water.",
		),
	},
	{
		code: "MN-II.4",
		text: w(
			"Quy trình chế biến, nấu và chia thức ăn bảo đảm an toàn thực phẩm.",
			"Food is prepared, cooked and served in a way that keeps it safe.",
		),
	},
	{
		code: "MN-II.5",
		text: w(
			"Thực hiện kiểm thực ba bước và lưu mẫu thức ăn.",
			"The three-step food check is carried out and food samples are kept.",
		),
		hint: w(
			"Mở tủ lưu mẫu: đủ các món của lần ăn gần nhất, có nhãn ghi ngày giờ, khớp với sổ kiểm thực. Thiếu một trong hai việc là Chưa đạt.",
			"Open the sample fridge: every dish of the last meal, labelled with day and hour, matching the check book. If either is missing: Not met.",
		),
	},
];

export const people: BankEntry[] = [
	{
		code: "MN-III.1",
		text: w(
			"Không có cán bộ quản lý, giáo viên, nhân viên vi phạm đạo đức nhà giáo.",
			"No manager, teacher or member of staff has breached teachers' ethics.",
		),
		since2022: circular45("Điều 8 khoản 1 điểm b"),
	},
	{
		code: "MN-III.2",
		text: w("Không xảy ra bạo hành, xâm hại trẻ.", "No child has been mistreated or abused."),
		hint: w(
			"Chỉ đánh dấu, không ghi tên trẻ. Khi có dấu hiệu, báo ngay Tổng đài 111, công an hoặc UBND xã, không đợi kỳ báo cáo.",
			"Only mark the answer; never write a child's name. At any sign, report at once to hotline 111, the police or the commune; do not wait for a report.",
		),
		since2017: decree80("Điều 6 khoản 1 điểm đ"),
		since2022: circular45("Điều 8 khoản 1 điểm a"),
	},
	{
		code: "MN-III.3",
		text: w(
			"Cán bộ quản lý, giáo viên, nhân viên được tập huấn về an toàn, phòng, chống tai nạn thương tích; sơ cấp cứu; phòng, chống bạo hành; ứng xử sư phạm.",
			"Managers, teachers and staff are trained in safety and injury prevention, first aid, preventing mistreatment, and conduct with children.",
		),
		hint: w(
			"Đối chiếu danh sách tập huấn trong năm học với danh sách đội ngũ; tính cả nhân viên nấu ăn, bảo vệ, hợp đồng.",
			"Compare this school year's training lists with the staff list; count cooks, guards and contract staff.",
		),
		since2022: circular45("Điều 4"),
	},
	{
		code: "MN-III.4",
		text: w(
			"Bố trí đủ giáo viên cho các nhóm, lớp theo quy định.",
			"Every group and class has the number of teachers required.",
		),
	},
	{
		code: "MN-III.5",
		text: w(
			"Nhân viên nấu ăn đủ sức khỏe và có kiến thức về an toàn thực phẩm.",
			"Kitchen staff are in good health and know food safety.",
		),
		hint: w(
			"Xem giấy khám sức khỏe và giấy xác nhận kiến thức của từng người, còn hạn.",
			"See each person's health certificate and food safety certificate, both still valid.",
		),
		kitchenOnly: true,
	},
	{
		code: "MN-III.6",
		text: w(
			"Lồng ghép giáo dục kỹ năng tự bảo vệ trong hoạt động hằng ngày của trẻ; thực hiện giáo dục hòa nhập.",
			"Self-protection skills are part of children's daily activities; inclusive education is practised.",
		),
		since2022: circular45("Điều 7"),
	},
	{
		code: "MN-III.7",
		text: w(
			"Trang phục của cán bộ quản lý, giáo viên, nhân viên gọn gàng, lịch sự, thuận tiện cho việc chăm sóc trẻ.",
			"Managers, teachers and staff dress neatly, properly and in a way that suits caring for children.",
		),
	},
];

export const running: BankEntry[] = [
	{
		code: "MN-IV.1",
		text: w(
			"Có kế hoạch xây dựng cơ sở giáo dục mầm non an toàn, phòng, chống tai nạn thương tích của năm học.",
			"There is a plan for the school year to build a safe preschool and prevent injuries.",
		),
		since2022: circular45("Điều 13"),
	},
	{
		code: "MN-IV.2",
		text: w(
			"Số điện thoại, hộp thư góp ý và cách tiếp nhận thông tin về bạo hành, xâm hại, an toàn của trẻ được công khai ở nơi dễ thấy.",
			"The telephone number, suggestion box and way to report mistreatment, abuse or danger to children are posted where everyone sees them.",
		),
		hint: w(
			"Đứng ở cổng như một phụ huynh: có nhìn thấy không? Gọi thử số điện thoại đã niêm yết.",
			"Stand at the gate as a parent would: can you see it? Ring the posted number.",
		),
		since2017: decree80("Điều 5 khoản 1 điểm c"),
		since2022: circular45("Điều 5"),
	},
	{
		code: "MN-IV.3",
		text: w(
			"Có quy định về đón, trả trẻ để phòng trẻ thất lạc và có phương án sơ tán khi cháy, nổ, cấp cứu, thiên tai.",
			"There are rules for handing over children so that none is lost, and an evacuation plan for fire, explosion, emergencies and natural disasters.",
		),
		since2017: decree80("Điều 5 khoản 1 điểm a"),
		since2022: circular45("Điều 3 khoản 3"),
	},
	{
		code: "MN-IV.4",
		text: w(
			"Ứng dụng công nghệ thông tin có kết nối internet và kiểm soát được nội dung.",
			"Information technology is in use with an internet connection whose content is controlled.",
		),
		since2017: decree80("Điều 4 khoản 1 điểm c"),
		since2022: circular45("Điều 5"),
		mayLack: true,
	},
	{
		code: "MN-IV.5",
		text: w(
			"Có kênh chia sẻ thông tin thường xuyên với gia đình về việc nuôi dưỡng, chăm sóc và sự tiến bộ của trẻ.",
			"There is a regular channel to share with families how children are cared for and how they are getting on.",
		),
		since2017: decree80("Điều 5 khoản 1 điểm e"),
		since2022: circular45("Điều 5 khoản 6"),
	},
	{
		code: "MN-IV.6",
		text: w(
			"Xây dựng và thực hiện bộ quy tắc ứng xử văn hóa của cơ sở.",
			"The preschool has drawn up its code of conduct and follows it.",
		),
		hint: w(
			"Có quyết định ban hành và đã niêm yết tại bảng tin hoặc đăng trên trang thông tin điện tử.",
			"There is a decision adopting it, and it is on the notice board or the website.",
		),
		since2017: `${decree80("Điều 5 khoản 1 điểm b")}; Thông tư 06/2019/TT-BGDĐT, Điều 13`,
		since2022: circular45("Điều 3 khoản 5"),
	},
	{
		code: "MN-IV.7",
		text: w(
			"Thực hiện công tác y tế trường học; phối hợp với y tế địa phương trong chăm sóc sức khỏe của trẻ.",
			"School health work is carried out, together with the local health service.",
		),
		since2017: decree80("Điều 5 khoản 1 điểm đ"),
		since2022: circular45("Điều 3 khoản 6"),
	},
];
