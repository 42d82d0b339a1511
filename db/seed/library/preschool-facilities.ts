/** Group I of the preschool bank: facilities. There is no I.9: on the page it repeats I.8, and the other numbers keep their places. */
import { decree80, w } from "./draft.ts";
import type { BankEntry } from "./preschool-bank.ts";

export const facilities: BankEntry[] = [
	{
		code: "MN-I.1",
		text: w(
			"Sân chơi bằng phẳng, không trơn trượt; vị trí, khu vực vui chơi có biển chỉ dẫn bằng ký hiệu, hình ảnh mà trẻ nhận biết được.",
			"The playground is level and not slippery; play areas are marked with signs and pictures that children understand.",
		),
		hint: w(
			"Đi hết sân, tốt nhất là sau mưa: xem chỗ đọng nước, rêu, gạch vỡ, mép bê tông nhô lên.",
			"Walk the whole yard, best after rain: look for puddles, moss, broken tiles, raised concrete edges.",
		),
		since2017: decree80("Điều 3 khoản 2 điểm b"),
	},
	{
		code: "MN-I.2",
		text: w(
			"Bồn hoa, bồn cây không có cạnh, góc sắc nhọn; chậu hoa, cây cảnh được đặt chắc chắn ở nơi an toàn; không trồng cây có gai sắc, có hoa, quả hoặc nhựa độc, có quả vỏ cứng, cây thu hút ruồi, muỗi.",
			"Flower and tree beds have no sharp edges; pots stand firmly in a safe place; no plants with sharp thorns, poisonous flowers, fruit or sap, hard-shelled fruit, or that attract flies and mosquitoes.",
		),
		hint: w(
			"Cây hay gặp cần bỏ: trúc đào, xương rồng, vạn niên thanh; xem cả cây treo và chậu đặt trên cao.",
			"Common plants to remove: oleander, cactus, dieffenbachia; check hanging plants and pots placed high up too.",
		),
		since2017: decree80("Điều 3 khoản 2 điểm a"),
		mayLack: true,
	},
	{
		code: "MN-I.3",
		text: w(
			"Giếng, bể, bồn và nơi chứa nước khác có nắp đậy, khóa chắc chắn; lối ra kênh, mương, suối, ao, hồ, hố sâu, bể bơi (nếu có) được ngăn bằng cửa hoặc rào chắn.",
			"Wells, tanks and other water stores have firm, locked lids; ways to canals, ditches, streams, ponds, deep pits or a pool (if any) are closed off by a door or fence.",
		),
		hint: w(
			"Kéo thử từng nắp, từng khóa. Tính cả hố ga, bể đang xây và ao nhà bên nếu trẻ có thể tự đi tới.",
			"Pull at every lid and lock. Count manholes, tanks under construction and a neighbour's pond that a child could reach.",
		),
	},
	{
		code: "MN-I.4",
		text: w(
			"Cống, rãnh kín, không rò rỉ, ứ đọng; khu thu gom rác tách riêng, có lối vào riêng, xa khối phòng chức năng; rác được thu gom đúng quy định.",
			"Drains are covered, neither leaking nor blocked; the waste area is separate, has its own access and lies away from the rooms in use; waste is collected as required.",
		),
	},
	{
		code: "MN-I.5",
		text: w(
			"Hệ thống phòng cháy, chữa cháy đã được nghiệm thu; thiết bị được kiểm định và hoạt động bình thường.",
			"The fire safety system has been accepted by the authority; its equipment is inspected and working.",
		),
		hint: w(
			"Xem kim áp suất và hạn trên từng bình chữa cháy; xem biên bản nghiệm thu, tem kiểm định.",
			"Read the pressure gauge and date on every extinguisher; see the acceptance record and inspection labels.",
		),
	},
	{
		code: "MN-I.6",
		text: w(
			"Phòng nhóm, lớp thoáng mát, sạch sẽ, đủ ánh sáng.",
			"Group rooms and classrooms are airy, clean and well lit.",
		),
		since2017: decree80("Điều 3 khoản 2 điểm c"),
	},
	{
		code: "MN-I.7",
		text: w(
			"Cửa đi, cửa sổ có móc giữ cánh khi mở; cửa sổ có chấn song chắc chắn; cửa phòng nhóm trẻ có thanh chắn.",
			"Doors and windows have hooks that hold them open; windows have firm bars; doors of nursery rooms have a guard.",
		),
		hint: w(
			"Mở hết cánh rồi buông tay: cánh không tự sập là được. Lay thử từng chấn song.",
			"Open each leaf fully and let go: it must not swing shut. Shake every bar.",
		),
	},
	{
		code: "MN-I.8",
		text: w(
			"Không gian trong phòng thân thiện, hợp độ tuổi, màu sắc trung tính; tranh ảnh, thiết bị đặt ở tầm nhìn của trẻ.",
			"Rooms are friendly, suited to the age, neutral in colour; pictures and equipment are at the children's eye level.",
		),
	},
	{
		code: "MN-I.10",
		text: w(
			"Góc chơi phù hợp với diện tích phòng, an toàn, thuận tiện; không đặt ở cửa ra vào, cửa nhà vệ sinh.",
			"Play corners suit the size of the room, are safe and convenient, and are not placed at an entrance or toilet door.",
		),
	},
	{
		code: "MN-I.11",
		text: w(
			"Các khu vực trong nhóm, lớp có chỉ dẫn hoặc quy định thể hiện bằng ký hiệu khoa học, hợp nhận thức của trẻ.",
			"Areas inside the room carry directions or rules shown by clear signs that children can understand.",
		),
	},
	{
		code: "MN-I.12",
		text: w(
			"Lan can, hiên chơi đúng quy định: cao trên 1 m, các thanh đứng cách nhau dưới 10 cm, không có thanh ngang hoặc đã được gia cố chắc chắn; không kê bàn ghế, đồ dùng sát lan can.",
			"Railings and verandas are as required: higher than 1 m, upright bars less than 10 cm apart, no horizontal bars or else firmly reinforced; no tables, chairs or other things against the railing.",
		),
		hint: w(
			"Đo bằng thước chỗ lan can thấp nhất, tính từ mặt sàn trẻ đứng; đo khe rộng nhất. Không có lan can, hiên chơi: chọn Không áp dụng.",
			"Measure the lowest point from the floor a child stands on, and the widest gap. No railing or veranda: choose Not applicable.",
		),
		mayLack: true,
	},
	{
		code: "MN-I.13",
		text: w(
			"Cầu thang có tay vịn, bậc đúng quy định, dễ dùng cho trẻ; thang máy, thang chở thức ăn (nếu có) có cửa và khóa.",
			"Stairs have handrails and steps as required and are easy for children; a lift or food lift (if any) has a door and a lock.",
		),
		hint: w(
			"Cơ sở một tầng, không có cầu thang: chọn Không áp dụng.",
			"Single-storey premises without stairs: choose Not applicable.",
		),
		mayLack: true,
	},
	{
		code: "MN-I.14",
		text: w(
			"Thiết bị vệ sinh phù hợp với trẻ; đủ nước sử dụng; lớp mẫu giáo có nhà vệ sinh riêng cho trẻ gái và trẻ trai.",
			"Sanitary fittings suit children; there is enough water; kindergarten classes have separate toilets for girls and boys.",
		),
		since2017: decree80("Điều 3 khoản 2 điểm d"),
	},
	{
		code: "MN-I.15",
		text: w(
			"Nhà vệ sinh ở chỗ giáo viên dễ quan sát; nền khô ráo, sạch sẽ; xô, chậu chứa nước có nắp đậy.",
			"Toilets can easily be watched by the teacher; floors are dry and clean; buckets and basins holding water have lids.",
		),
		hint: w(
			"Xô, chậu không dùng thì đổ hết nước và úp lại: trẻ nhỏ có thể đuối nước ngay trong xô.",
			"Empty and turn over buckets not in use: a small child can drown in one.",
		),
	},
	{
		code: "MN-I.16",
		text: w(
			"Dụng cụ đựng hóa chất có nhãn rõ ràng, để xa tầm với của trẻ; chỉ dùng chất tẩy rửa thuộc danh mục được phép.",
			"Containers of chemicals are clearly labelled and out of children's reach; only permitted cleaning agents are used.",
		),
		hint: w(
			"Mở tủ, xem gầm bồn rửa: không để hóa chất trong chai nước uống, không có chai mất nhãn.",
			"Open cupboards and look under sinks: no chemicals in drinking bottles, no bottle without a label.",
		),
	},
	{
		code: "MN-I.17",
		text: w(
			"Thiết bị, đồ dùng, đồ chơi trong lớp an toàn, hợp lứa tuổi, đúng danh mục và tiêu chuẩn.",
			"Equipment, utensils and toys in the room are safe, suit the age, and follow the approved list and standards.",
		),
		hint: w(
			"Chú ý chi tiết nhỏ trẻ nuốt được, cạnh sắc, pin cúc áo, sơn bong.",
			"Watch for small parts a child could swallow, sharp edges, button batteries, flaking paint.",
		),
		since2017: decree80("Điều 3 khoản 3"),
	},
	{
		code: "MN-I.18",
		text: w(
			"Đồ chơi ngoài trời đặt ở nơi an toàn, dễ sử dụng; không dùng đồ chơi gãy, hỏng.",
			"Outdoor play equipment stands in a safe place and is easy to use; nothing broken is in use.",
		),
		hint: w(
			"Lay thử cột, xích, mối hàn, bu lông. Thứ gì hỏng mà chưa sửa thì rào lại và ghi là Chưa đạt.",
			"Shake posts, chains, welds and bolts. Fence off whatever is broken and not yet mended, and mark Not met.",
		),
		since2017: decree80("Điều 3 khoản 3"),
		mayLack: true,
	},
	{
		code: "MN-I.19",
		text: w(
			"Đồ dùng, đồ chơi sắp xếp khoa học, hợp lứa tuổi, trẻ dễ lấy; tủ, giá, kệ kê an toàn, có vít hoặc chốt cố định.",
			"Things are arranged sensibly for the age and within children's reach; cupboards, racks and shelves stand safely and are fixed with screws or bolts.",
		),
		hint: w(
			"Kéo nhẹ mép trên của tủ, kệ, ti vi: không nghiêng, không xê dịch.",
			"Pull gently at the top edge of cupboards, shelves and televisions: they must not tilt or move.",
		),
	},
	{
		code: "MN-I.20",
		text: w(
			"Bình nước uống, giá ca cốc đặt ở chỗ trẻ dễ lấy, dễ cất và an toàn.",
			"Drinking water and the cup rack are placed where children can safely take and return a cup.",
		),
	},
	{
		code: "MN-I.21",
		text: w(
			"Tài liệu, học liệu an toàn, có tính thẩm mỹ, tính giáo dục, phù hợp tâm sinh lý của trẻ.",
			"Books and learning materials are safe, pleasing, educational and suited to children's development.",
		),
		since2017: decree80("Điều 4 khoản 1 điểm a"),
	},
	{
		code: "MN-I.22",
		text: w(
			"Đồ dùng dễ gây mất an toàn (dao, kéo, hột hạt…) chỉ được dùng khi có giáo viên hướng dẫn, giám sát.",
			"Things that may cause harm (knives, scissors, seeds and the like) are used only under a teacher's guidance and supervision.",
		),
		hint: w(
			"Ngoài giờ hoạt động phải cất ở nơi khóa được hoặc ngoài tầm với của trẻ.",
			"At other times they are locked away or out of children's reach.",
		),
	},
];
