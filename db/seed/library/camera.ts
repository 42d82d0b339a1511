/** The camera status form of preschools: status, never pass or fail, because the letter only encourages cameras. */
import { area, areasSection, isClassroom, roster } from "./camera-areas.ts";
import { cameraFigures, cameraLights, cameraLists } from "./camera-figures.ts";
import { governanceSection, headerSection, planSection, systemSection, totalsSection } from "./camera-system.ts";
import { type LibraryTemplate, letter566, preschoolKinds, read, template, unread, w } from "./draft.ts";
import { and, answer, eq, ge, has, hasAny, le, not, rows, sum } from "./expressions.ts";
import { check, partCheck, statusOnly } from "./fields.ts";

const classroomRows = rows(roster, isClassroom);

export const cameraStatus: LibraryTemplate = template({
	code: "BK-CAMERA",
	title: w("Hiện trạng lắp đặt, sử dụng camera tại cơ sở giáo dục mầm non", "Cameras in preschools: how things stand"),
	kinds: preschoolKinds,
	validFrom: "2019-11-04",
	validTo: null,
	legalBasis: [
		letter566("mục 4"),
		read("Luật Trẻ em 2016, Điều 21"),
		read("Nghị định 56/2017/NĐ-CP, Điều 33"),
		unread("Chỉ thị 993/CT-BGDĐT năm 2019"),
		unread("Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 (hiệu lực từ 01/01/2026), Điều 24 và Điều 32"),
	],
	notes: w(
		"Bản làm việc, chưa đối chiếu phụ lục chính thức (chưa tìm thấy biểu mẫu camera nào của cấp trên). Biểu chỉ ghi nhận hiện trạng: công văn khuyến khích chứ không bắt buộc lắp camera, nên không đơn vị nào bị xếp Chưa đạt. Đèn màu không đặt ngưỡng riêng: tất cả, một phần hoặc chưa có; camera hoạt động lấy mốc một nửa. Biểu không thu hình ảnh và không thu thông tin của trẻ.",
		"Working draft, not compared with an official annex (no camera form of a higher body was found). It only records how things stand: the letter encourages cameras and does not require them, so nobody is told Not met. The lights set no threshold of their own: all, some or none; for cameras that work the mark is one half. It gathers no picture and nothing about any child.",
	),
	definition: {
		sections: [headerSection, areasSection, totalsSection, systemSection, governanceSection, planSection],
		checks: [
			check(
				"CAM-KT.1",
				eq(sum(answer(area.working), answer(area.broken)), answer(area.cameras)),
				w(
					"Số mắt đang hoạt động cộng số mắt hỏng phải bằng số mắt camera của khu vực.",
					"Working and broken cameras together must equal the cameras of the area.",
				),
				[area.working, area.broken],
			),
			check(
				"CAM-KT.2",
				le(answer(area.brokenOn), answer("CAM-TT.1")),
				w("Ngày hỏng không được sau ngày thống kê.", "A camera cannot break after the day of the figures."),
				[area.brokenOn],
			),
			check(
				"CAM-KT.3",
				le(classroomRows, answer("CAM-TT.4")),
				w(
					"Số khu vực là phòng nhóm, lớp nhiều hơn tổng số phòng nhóm, lớp: hãy sửa tổng số hoặc bỏ bớt khu vực.",
					"There are more areas that are classrooms than classrooms in all: mend the total or take an area out.",
				),
				["CAM-TT.4"],
			),
			check(
				"CAM-KT.4",
				ge(classroomRows, answer("CAM-TT.4")),
				w(
					"Chưa khai đủ mỗi phòng nhóm, lớp một khu vực: phòng chưa lắp camera cũng cần một dòng.",
					"Not every classroom has its area yet: rooms without a camera need one too.",
				),
				["CAM-TT.4"],
				"warning",
			),
			check(
				"CAM-KT.5",
				le(answer("CAM-QL.3"), answer("CAM-TT.1")),
				w(
					"Ngày ban hành quy chế không được sau ngày thống kê.",
					"The rules cannot be dated after the day of the figures.",
				),
				["CAM-QL.3"],
			),
			check(
				"CAM-KT.6",
				le(answer("CAM-QL.9"), answer("CAM-TT.1")),
				w("Ngày họp lấy ý kiến không được sau ngày thống kê.", "The meeting cannot be after the day of the figures."),
				["CAM-QL.9"],
			),
			partCheck(
				"CAM-KT.7",
				"CAM-QL.11",
				"CAM-QL.10",
				w("Số cha mẹ đồng ý không được nhiều hơn số được hỏi.", "No more parents can agree than were asked."),
			),
			partCheck(
				"CAM-KT.8",
				"CAM-QL.14",
				"CAM-QL.13",
				w("Số giáo viên đồng ý không được nhiều hơn số được hỏi.", "No more teachers can agree than were asked."),
			),
			check(
				"CAM-KT.9",
				not(and(has("CAM-QL.8", "khong"), hasAny("CAM-QL.6", ["khung_gio", "toan_bo"]))),
				w(
					"Cha mẹ đang xem trực tuyến nhưng chưa lấy ý kiến: hình ảnh của trẻ là đời sống riêng tư, cần được cha mẹ đồng ý trước.",
					"Parents watch online, but nobody was asked: a child's picture is private life, parents must agree first.",
				),
				["CAM-QL.6", "CAM-QL.8"],
				"warning",
			),
			check(
				"CAM-KT.10",
				not(and(has("CAM-QL.16", "chua"), hasAny("CAM-QL.16", ["don", "nguoi_duyet", "so"]))),
				w(
					"Đã chọn Chưa có quy trình thì không chọn thêm mục khác.",
					"If there is nothing yet, no other line can be chosen.",
				),
				["CAM-QL.16"],
			),
		],
		figures: cameraFigures,
		lights: cameraLights,
		lists: cameraLists,
		rule: statusOnly,
	},
});
