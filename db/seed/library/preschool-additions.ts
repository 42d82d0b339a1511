/** What the 40 criteria leave out: hazards the district adds, and the events that fail a preschool whatever else holds. */
import { type Bilingual, circular45, type DraftVerdict, decree80, type LegalBasis, read, unread, w } from "./draft.ts";
import type { BankEntry, Era } from "./preschool-bank.ts";

export const additions: BankEntry[] = [
	{
		code: "MN-B.1",
		text: w(
			"Địa điểm không gần cơ sở gây ô nhiễm, độc hại, dễ cháy, nổ; không nằm trong vùng cảnh báo nguy hiểm.",
			"The site is not near anything polluting, poisonous, flammable or explosive, and not in an area under a danger warning.",
		),
		since2017: `${decree80("Điều 3 khoản 1")}; Luật Trẻ em 2016, Điều 6 khoản 13`,
	},
	{
		code: "MN-B.2",
		text: w(
			"Khuôn viên có tường rào hoặc hàng rào chắc chắn, có cổng và biển tên.",
			"The grounds have a firm wall or fence, a gate and a name sign.",
		),
		hint: w(
			"Đi một vòng phía ngoài: xem chỗ nứt, nghiêng, hở mà trẻ chui lọt.",
			"Walk round the outside: look for cracks, leaning parts, gaps a child could get through.",
		),
		since2017: decree80("Điều 3 khoản 2 điểm a"),
	},
	{
		code: "MN-B.3",
		text: w(
			"Cổng chắc chắn, không có nguy cơ đổ, khóa được; mở, đóng theo giờ.",
			"The gate is firm, cannot fall, can be locked, and is opened and closed at set hours.",
		),
		hint: w(
			"Lay trụ cổng, xem bản lề, ray và chốt chặn cuối ray của cổng trượt.",
			"Shake the posts; check hinges, rail and the end stop of a sliding gate.",
		),
	},
	{
		code: "MN-B.9",
		text: w(
			"Có khu để xe riêng; xe cơ giới không đi vào sân khi trẻ đang chơi.",
			"Vehicles have their own parking; none enters the yard while children play.",
		),
		since2017: decree80("Điều 3 khoản 2 điểm b"),
	},
	{
		code: "MN-C.1",
		text: w(
			"Phòng học không thấm dột; trần, tường, nền không nứt vỡ, không có nguy cơ sập.",
			"Rooms do not leak; ceilings, walls and floors are not cracked or broken and cannot collapse.",
		),
		hint: w(
			"Nhìn kỹ trần vôi vữa, mái hiên, ô văng, quạt trần. Có dấu hiệu nguy hiểm: ngừng dùng phòng ngay và báo cấp trên.",
			"Look hard at plaster ceilings, eaves, canopies, ceiling fans. At any sign of danger: stop using the room at once and tell your superior.",
		),
	},
	{
		code: "MN-C.5",
		text: w(
			"Ổ điện, công tắc ngoài tầm với của trẻ hoặc có nắp che; dây điện đi kín; có thiết bị ngắt điện tự động, chống giật.",
			"Sockets and switches are out of reach or covered; wires are enclosed; there is an automatic circuit breaker against shock.",
		),
		hint: w(
			"Xem cả ổ cắm kéo dài, máy lọc nước, quạt, bình nóng lạnh; bấm nút thử của thiết bị chống giật.",
			"Check extension leads, water filters, fans, water heaters; press the test button of the breaker.",
		),
	},
	{
		code: "MN-C.10",
		text: w(
			"Lối thoát nạn không bị khóa, không bị chắn; có sơ đồ thoát nạn.",
			"Escape routes are neither locked nor blocked; an escape plan is posted.",
		),
	},
	{
		code: "MN-E.6",
		text: w(
			"Bếp gas, bếp điện có van hoặc thiết bị an toàn, được kiểm tra định kỳ; bình gas đặt ngoài khu nấu.",
			"Gas and electric cookers have a safety valve or device and are checked regularly; gas cylinders stand outside the cooking area.",
		),
		kitchenOnly: true,
	},
	{
		code: "MN-A.6",
		text: w(
			"Có sổ ghi chép, theo dõi tai nạn thương tích, cập nhật từng vụ.",
			"Injuries are recorded and followed in a book that is kept up to date case by case.",
		),
		since2022: circular45("Điều 5"),
	},
	{
		code: "MN-A.12",
		text: w(
			"Có người bảo vệ hoặc trực cổng trong giờ hoạt động; kiểm soát được người lạ ra vào.",
			"A guard or duty person is at the gate during hours; strangers are controlled.",
		),
	},
];

function knockout(code: string, text: Bilingual, legalBasis: LegalBasis, hint?: Bilingual): DraftVerdict {
	return {
		type: "verdict",
		code,
		text,
		legalBasis,
		knockout: true,
		allowNa: false,
		labels: { met: w("Không xảy ra", "Did not happen"), unmet: w("Có xảy ra", "Happened") },
		hint: hint ?? noNames,
	};
}

const noNames = w(
	"Tính trong năm học, tại cơ sở. Chỉ nêu sự việc và cách xử lý, không ghi tên, lớp hay hình ảnh của trẻ.",
	"During the school year, at the preschool. State only what happened and what was done: no child's name, class or picture.",
);

/** The law's own events under each rule; under that of 2010 the sentence is known at second hand only. */
export const knockouts: Record<Era, DraftVerdict[]> = {
	"2010": [
		knockout(
			"MN-LT10.1",
			w(
				"Trẻ tử vong hoặc bị thương tích nặng phải nằm viện do tai nạn xảy ra tại cơ sở.",
				"A child died, or was hospitalised with a serious injury, from an accident at the preschool.",
			),
			unread("Thông tư 13/2010/TT-BGDĐT, tiêu chuẩn thứ tư; biết qua báo chí, chưa đối chiếu văn bản gốc."),
		),
	],
	"2021": [
		knockout(
			"MN-LT.1",
			w(
				"Trẻ bị bạo hành, xâm hại hoặc bị tai nạn thương tích nặng phải nằm viện, tử vong.",
				"A child was mistreated or abused, or was hospitalised with a serious injury, or died.",
			),
			read(circular45("Điều 8 khoản 1 điểm a")),
		),
		knockout(
			"MN-LT.2",
			w(
				"Cán bộ quản lý, giáo viên, nhân viên ứng xử thiếu văn hóa hoặc vi phạm đạo đức nhà giáo.",
				"A manager, teacher or member of staff behaved without decency or breached teachers' ethics.",
			),
			read(circular45("Điều 8 khoản 1 điểm b")),
			w(
				"Tính trong năm học, tại cơ sở. Chỉ nêu sự việc và cách xử lý, không ghi họ tên.",
				"During the school year, at the preschool. State only what happened and what was done: no names.",
			),
		),
		knockout(
			"MN-LT.3",
			w(
				"Để xảy ra ngộ độc thực phẩm hoặc dịch bệnh lây lan diện rộng.",
				"There was food poisoning, or a disease that spread widely.",
			),
			read(circular45("Điều 8 khoản 1 điểm c")),
		),
	],
};
