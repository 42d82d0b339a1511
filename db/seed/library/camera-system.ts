/** The rest of the camera form: header, totals worked out, system, governance, plan. */

import { area, hasCamera, isClassroom, roster } from "./camera-areas.ts";
import { type DraftSection, unread, w } from "./draft.ts";
import { and, answer, has, not, percent, positive, rows, total } from "./expressions.ts";
import { choice, choices, computed, count, day, money, noChild, option, remark, yesNo } from "./fields.ts";

const carry = true;
const rooms = w("phòng", "rooms");
const eye = w("mắt", "cameras");
const share = w("%", "%");
const people = w("người", "people");

export const headerSection: DraftSection = {
	code: "TT",
	title: w("Thông tin chung", "About the school"),
	items: [
		day("CAM-TT.1", w("Ngày thống kê", "Day of the figures"), {
			hint: w("Mọi số liệu ghi theo hiện trạng của ngày này.", "All figures are as they stood on this day."),
		}),
		{
			type: "text",
			code: "CAM-TT.2",
			text: w("Điện thoại của người phụ trách camera", "Telephone of the person in charge of the cameras"),
			hint: w("Số làm việc, để Phòng liên hệ khi cần.", "A work number, for the Office to call."),
			maxLength: 30,
			carry,
		},
		count("CAM-TT.3", w("Số điểm trường, kể cả điểm chính", "Sites, the main one included"), w("điểm", "sites"), {
			min: 1,
			max: 30,
			record: "sites",
		}),
		count("CAM-TT.4", w("Tổng số phòng nhóm, lớp", "Classrooms in all"), rooms, {
			min: 1,
			max: 200,
			record: "classrooms",
		}),
		count("CAM-TT.5", w("Tổng số trẻ", "Children in all"), w("trẻ", "children"), { max: 5000, record: "pupils" }),
	],
};

const anyCamera = positive(rows(roster, hasCamera));

/** What the school sees added up while it fills the rows, and what the roll-up and the lights read. */
export const totalsSection: DraftSection = {
	code: "TH",
	title: w("Tổng hợp, hệ thống tự tính", "Totals, worked out"),
	items: [
		computed(
			"CAM-TH.1",
			w("Số phòng nhóm, lớp có camera", "Classrooms with a camera"),
			rows(roster, and(isClassroom, hasCamera)),
			{ unit: rooms },
		),
		computed(
			"CAM-TH.2",
			w("Tỷ lệ phòng nhóm, lớp có camera", "Share of classrooms with a camera"),
			percent(answer("CAM-TH.1"), answer("CAM-TT.4")),
			{ digits: 1, unit: share },
		),
		computed("CAM-TH.3", w("Tổng số mắt camera", "Cameras in all"), total(area.cameras, hasCamera), { unit: eye }),
		computed("CAM-TH.4", w("Số mắt đang hoạt động", "Cameras that work"), total(area.working, hasCamera), {
			unit: eye,
		}),
		computed("CAM-TH.5", w("Số mắt hỏng", "Cameras that are broken"), total(area.broken, hasCamera), { unit: eye }),
		computed(
			"CAM-TH.6",
			w("Tỷ lệ mắt đang hoạt động", "Share of cameras that work"),
			percent(answer("CAM-TH.4"), answer("CAM-TH.3")),
			{ digits: 1, unit: share },
		),
	],
};

const keeps = and(anyCamera, not(has("CAM-HT.1", "khong_luu")));

export const systemSection: DraftSection = {
	code: "HT",
	title: w("Hệ thống lưu trữ, vận hành", "The system"),
	visibleIf: anyCamera,
	items: [
		choice(
			"CAM-HT.1",
			w("Hình ảnh được lưu ở đâu?", "What keeps the pictures?"),
			[
				option("dau_ghi", "Đầu ghi đặt tại cơ sở", "A recorder at the school"),
				option("dam_may", "Dịch vụ đám mây của nhà cung cấp", "The provider's cloud"),
				option("ca_hai", "Cả đầu ghi và đám mây", "Both"),
				option("the_nho", "Thẻ nhớ trong camera", "A card in the camera"),
				option("khong_luu", "Không lưu, chỉ xem trực tiếp", "Nothing, live view only"),
			],
			{ carry },
		),
		count("CAM-HT.2", w("Số ngày lưu hình ảnh", "Days that pictures are kept"), w("ngày", "days"), {
			visibleIf: keeps,
			carry,
			min: 1,
			max: 3650,
			hint: w(
				"Chưa có quy định chung về số ngày; ghi theo cài đặt thực tế.",
				"There is no general rule on the number of days; write what is set.",
			),
		}),
		choice(
			"CAM-HT.3",
			w("Dữ liệu hình ảnh được lưu ở trong nước hay nước ngoài?", "Are the pictures kept in Viet Nam or abroad?"),
			[
				option("trong_nuoc", "Trong nước", "In Viet Nam"),
				option("nuoc_ngoai", "Nước ngoài", "Abroad"),
				option("chua_ro", "Chưa rõ, cần hỏi nhà cung cấp", "Not known, the provider must be asked"),
			],
			{ visibleIf: keeps, carry },
		),
		yesNo("CAM-HT.4", w("Giờ trên hình được đồng bộ, đúng giờ thực tế?", "Is the time on the pictures right?"), {
			carry,
		}),
		yesNo("CAM-HT.5", w("Có bộ lưu điện (UPS)?", "Is there a battery supply (UPS)?"), { carry }),
		choice(
			"CAM-HT.6",
			w("Mật khẩu mặc định của camera, đầu ghi đã được đổi?", "Have the default passwords been changed?"),
			[
				option("da_doi", "Đã đổi tất cả", "All of them"),
				option("mot_phan", "Mới đổi một phần", "Some of them"),
				option("chua", "Chưa đổi", "None of them"),
			],
			{ carry },
		),
		{
			type: "text",
			code: "CAM-HT.7",
			text: w("Đơn vị cung cấp, lắp đặt", "Provider"),
			maxLength: 200,
			required: false,
			carry,
		},
		day("CAM-HT.8", w("Ngày đưa hệ thống vào sử dụng", "Day the system came into use"), {
			carry,
			hint: w(
				"Không nhớ ngày thì ghi ngày 01/01 của năm lắp.",
				"If the day is not remembered, 1 January of the year it was installed.",
			),
		}),
		choices(
			"CAM-HT.9",
			w("Nguồn kinh phí lắp đặt", "Source of the money"),
			[
				option("ngan_sach", "Ngân sách nhà nước", "State budget"),
				option("xa_hoi_hoa", "Xã hội hóa, tài trợ", "Donations"),
				option("cha_me", "Cha mẹ trẻ đóng góp tự nguyện", "Parents' voluntary contributions"),
				option("don_vi", "Kinh phí của trường, chủ cơ sở", "The school's or owner's own money"),
			],
			{ carry },
		),
		money("CAM-HT.10", w("Tổng kinh phí đã lắp đặt", "Cost of installing"), { carry }),
		money("CAM-HT.11", w("Kinh phí duy trì mỗi năm", "Running cost a year"), {
			carry,
			hint: w("Không tốn thì ghi 0.", "Write 0 if there is none."),
		}),
	],
};

const consulted = has("CAM-QL.8", "co");

export const governanceSection: DraftSection = {
	code: "QL",
	title: w("Quản lý, sử dụng", "How the cameras are governed"),
	visibleIf: anyCamera,
	items: [
		yesNo("CAM-QL.1", w("Đã ban hành quy chế quản lý, sử dụng camera?", "Are there rules on using the cameras?"), {
			carry,
		}),
		{
			type: "text",
			code: "CAM-QL.2",
			text: w("Số quyết định ban hành quy chế", "Number of the decision on the rules"),
			maxLength: 60,
			carry,
			visibleIf: has("CAM-QL.1", "co"),
		},
		day("CAM-QL.3", w("Ngày ban hành quy chế", "Day of the rules"), { carry, visibleIf: has("CAM-QL.1", "co") }),
		choices(
			"CAM-QL.4",
			w("Những ai được xem hình ảnh?", "Who may watch?"),
			[
				option("hieu_truong", "Hiệu trưởng, chủ cơ sở", "Principal, owner"),
				option("pho_hieu_truong", "Phó hiệu trưởng", "Vice-principal"),
				option("bao_ve", "Bảo vệ", "Guard"),
				option("giao_vien", "Giáo viên", "Teachers"),
				option("cha_me", "Cha mẹ trẻ", "Parents"),
				option("cong_an", "Công an, khi có yêu cầu bằng văn bản", "The police, on written request"),
			],
			{ carry },
		),
		choice(
			"CAM-QL.5",
			w("Ai phụ trách quản lý camera?", "Who is in charge of the cameras?"),
			[
				option("lanh_dao", "Lãnh đạo cơ sở", "Leadership"),
				option("nhan_vien", "Nhân viên được phân công bằng văn bản", "A member of staff named in writing"),
				option("nha_cung_cap", "Nhà cung cấp", "The provider"),
				option("chua", "Chưa phân công", "Nobody yet"),
			],
			{ carry },
		),
		choice(
			"CAM-QL.6",
			w("Cha mẹ có được xem trực tuyến không?", "May parents watch online?"),
			[
				option("khong", "Không", "No"),
				option("khung_gio", "Có, theo khung giờ", "Yes, at certain hours"),
				option("toan_bo", "Có, suốt thời gian trẻ ở trường", "Yes, all the time children are there"),
			],
			{ carry },
		),
		choice(
			"CAM-QL.7",
			w("Có biển báo khu vực có camera?", "Do signs say that there is a camera?"),
			[
				option("day_du", "Có ở mọi khu vực có camera", "In every area with a camera"),
				option("mot_phan", "Mới có ở một số khu vực", "In some areas"),
				option("chua", "Chưa có", "None"),
			],
			{
				carry,
				legalBasis: unread("Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 (hiệu lực từ 01/01/2026), Điều 32"),
			},
		),
		yesNo(
			"CAM-QL.8",
			w("Đã lấy ý kiến cha mẹ và giáo viên về camera?", "Were parents and teachers asked about the cameras?"),
			{ carry },
		),
		day("CAM-QL.9", w("Ngày họp lấy ý kiến", "Day of the meeting"), { carry, visibleIf: consulted }),
		count("CAM-QL.10", w("Số cha mẹ được hỏi ý kiến", "Parents asked"), people, {
			carry,
			visibleIf: consulted,
			min: 1,
		}),
		count("CAM-QL.11", w("Trong đó: số cha mẹ đồng ý", "Of these: parents who agreed"), people, {
			carry,
			visibleIf: consulted,
		}),
		computed(
			"CAM-QL.12",
			w("Tỷ lệ cha mẹ đồng ý", "Share of parents who agreed"),
			percent(answer("CAM-QL.11"), answer("CAM-QL.10")),
			{ digits: 1, unit: share, visibleIf: consulted },
		),
		count("CAM-QL.13", w("Số giáo viên được hỏi ý kiến", "Teachers asked"), people, {
			carry,
			visibleIf: consulted,
			min: 1,
		}),
		count("CAM-QL.14", w("Trong đó: số giáo viên đồng ý", "Of these: teachers who agreed"), people, {
			carry,
			visibleIf: consulted,
		}),
		computed(
			"CAM-QL.15",
			w("Tỷ lệ giáo viên đồng ý", "Share of teachers who agreed"),
			percent(answer("CAM-QL.14"), answer("CAM-QL.13")),
			{ digits: 1, unit: share, visibleIf: consulted },
		),
		choices(
			"CAM-QL.16",
			w("Việc trích xuất hình ảnh được quản lý bằng gì?", "What governs the export of pictures?"),
			[
				option("don", "Đơn, văn bản đề nghị", "A written request"),
				option("nguoi_duyet", "Người duyệt được quy định rõ", "Somebody named who approves"),
				option("so", "Sổ theo dõi từng lần trích xuất", "A book of every export"),
				option("chua", "Chưa có quy trình", "Nothing yet"),
			],
			{ carry },
		),
		count(
			"CAM-QL.17",
			w("Số lần trích xuất hình ảnh từ lần báo cáo trước", "Exports since the last report"),
			w("lần", "times"),
			{
				max: 10_000,
				hint: w(
					"Chỉ ghi số lần; không ghi ai, vì việc gì. Không có thì ghi 0.",
					"Only the number; not who or why. Write 0 if there was none.",
				),
			},
		),
	],
};

const needed = positive(answer("CAM-KH.1"));

export const planSection: DraftSection = {
	code: "KH",
	title: w("Nhu cầu, kiến nghị", "Needs and requests"),
	items: [
		count(
			"CAM-KH.1",
			w(
				"Số mắt camera cần lắp thêm hoặc thay thế trong năm ngân sách tới",
				"Cameras to be added or replaced in the next budget year",
			),
			eye,
			{ max: 500, hint: w("Không có nhu cầu thì ghi 0.", "Write 0 if there is no need.") },
		),
		money("CAM-KH.2", w("Kinh phí dự kiến", "Money expected"), { visibleIf: needed }),
		day("CAM-KH.3", w("Dự kiến hoàn thành trước ngày", "To be done before"), { visibleIf: needed }),
		remark("CAM-KH.4", w("Nội dung kiến nghị với cấp trên", "What is asked of the authorities"), {
			visibleIf: needed,
		}),
		remark("CAM-KH.5", w("Ghi chú", "Note"), { hint: noChild, maxLength: 1000 }),
	],
};
