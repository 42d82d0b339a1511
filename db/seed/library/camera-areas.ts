/** The rows of the camera form: one area each, marked inside or outside the classroom as the only real surveys do. */
import { type DraftSection, w } from "./draft.ts";
import { and, answer, has, hasAny, or, positive } from "./expressions.ts";
import { choice, choices, count, day, type Option, option, yesNo } from "./fields.ts";

export const roster = "CAM-KV";

/** Items of a row by what they hold. */
export const area = {
	name: "CAM-KV.1",
	type: "CAM-KV.2",
	side: "CAM-KV.3",
	installed: "CAM-KV.4",
	cameras: "CAM-KV.5",
	working: "CAM-KV.6",
	broken: "CAM-KV.7",
	brokenOn: "CAM-KV.8",
	reason: "CAM-KV.9",
	otherReason: "CAM-KV.10",
	kind: "CAM-KV.11",
	sound: "CAM-KV.12",
	view: "CAM-KV.13",
	screens: "CAM-KV.14",
} as const;

export const hasCamera = has(area.installed, "co");
export const isClassroom = has(area.type, "phong_lop");
/** Sleeping, dining and other areas are asked for their side; every other type tells it. */
export const isInside = or(isClassroom, has(area.side, "trong_lop"));

const privacy = w(
	"Nhà vệ sinh, phòng thay đồ, phòng tắm là nơi riêng tư của trẻ: không được lắp camera. Nếu đây là hành lang hoặc phòng khác ở gần đó, hãy gọi theo đúng nơi ấy; nếu đã lắp, hãy tháo ngay.",
	"Toilets, changing rooms and bathrooms are private to children: no camera may stand there. If this is a corridor or another room nearby, call it by that; if a camera is there, take it down now.",
);

const types: Option[] = [
	option("phong_lop", "Phòng nhóm, lớp (trong lớp)", "Classroom (inside)"),
	option("phong_ngu", "Phòng ngủ, chỗ ngủ", "Sleeping room or place"),
	option("phong_an", "Phòng ăn, chỗ ăn", "Dining room or place"),
	option("bep", "Bếp (ngoài lớp)", "Kitchen (outside)"),
	option("san_choi", "Sân chơi, khu vui chơi (ngoài lớp)", "Playground (outside)"),
	option("hanh_lang", "Hành lang, hiên (ngoài lớp)", "Corridor, veranda (outside)"),
	option("cau_thang", "Cầu thang (ngoài lớp)", "Stairs (outside)"),
	option("cong", "Cổng trường (ngoài lớp)", "Gate (outside)"),
	option("nha_xe", "Nhà xe, bãi giữ xe (ngoài lớp)", "Parking (outside)"),
	option("y_te", "Phòng y tế (ngoài lớp)", "Health room (outside)"),
	option("van_phong", "Phòng làm việc, hành chính (ngoài lớp)", "Office (outside)"),
	option("khac", "Khu vực khác", "Another area"),
	{ ...option("ve_sinh", "Nhà vệ sinh, phòng thay đồ", "Toilet or changing room"), refused: privacy },
];

const carry = true;
const visibleIf = hasCamera;
const eye = w("mắt", "cameras");

export const areasSection: DraftSection = {
	code: "KV",
	title: w("Khu vực và camera", "Areas and cameras"),
	hint: w(
		"Mỗi phòng nhóm, lớp một khu vực, kể cả phòng chưa lắp camera. Mỗi điểm trường khai riêng sân chơi, hành lang, cổng, bếp; bỏ khu vực mà trường không có.",
		"One area for each classroom, those without a camera too. Each site has its own playground, corridor, gate and kitchen; take out what the school does not have.",
	),
	roster: {
		code: roster,
		row: w("khu vực", "area"),
		title: area.name,
		min: 1,
		max: 200,
		prefill: [
			{ from: "classrooms", name: "Phòng nhóm, lớp {n}", set: { [area.type]: "phong_lop" } },
			{ from: "sites", name: "Sân chơi điểm trường {n}", set: { [area.type]: "san_choi" } },
			{ from: "sites", name: "Hành lang điểm trường {n}", set: { [area.type]: "hanh_lang" } },
			{ from: "sites", name: "Cổng điểm trường {n}", set: { [area.type]: "cong" } },
			{ from: "sites", name: "Bếp ăn điểm trường {n}", set: { [area.type]: "bep" } },
		],
	},
	items: [
		{
			type: "text",
			code: area.name,
			text: w("Tên khu vực", "Name of the area"),
			hint: w(
				"Ví dụ: Lớp 5 tuổi A, Sân chơi điểm trường Thôn 3.",
				"For example: Class 5 years A, Playground of the village 3 site.",
			),
			maxLength: 100,
			carry,
			refuses: {
				words: [
					"nhà vệ sinh",
					"phòng vệ sinh",
					"khu vệ sinh",
					"buồng vệ sinh",
					"nhà VS",
					"WC",
					"toilet",
					"phòng thay đồ",
					"buồng thay đồ",
					"phòng tắm",
					"nhà tắm",
					"buồng tắm",
				],
				message: privacy,
			},
		},
		choice(area.type, w("Loại khu vực", "Type of area"), types, { carry }),
		choice(
			area.side,
			w("Khu vực này ở trong hay ngoài phòng nhóm, lớp?", "Is this area inside or outside the classroom?"),
			[option("trong_lop", "Trong lớp", "Inside"), option("ngoai_lop", "Ngoài lớp", "Outside")],
			{ carry, visibleIf: hasAny(area.type, ["phong_ngu", "phong_an", "khac"]) },
		),
		yesNo(area.installed, w("Khu vực này có camera không?", "Does this area have a camera?"), {
			carry,
			hint: w(
				"Việc lắp camera được khuyến khích, không bắt buộc: trả lời Không không ảnh hưởng đến kết quả nào.",
				"Cameras are encouraged, not required: answering No counts against nobody.",
			),
		}),
		count(area.cameras, w("Số mắt camera", "Number of cameras"), eye, { visibleIf, carry, min: 1, max: 100 }),
		count(area.working, w("Trong đó: đang hoạt động", "Of these: working"), eye, { visibleIf, max: 100 }),
		count(area.broken, w("Trong đó: hỏng", "Of these: broken"), eye, { visibleIf, max: 100 }),
		day(area.brokenOn, w("Ngày hỏng", "Day it broke"), {
			visibleIf: positive(answer(area.broken)),
			hint: w("Nhiều mắt hỏng khác ngày thì ghi ngày sớm nhất.", "If several broke on different days, the earliest."),
		}),
		choice(
			area.reason,
			w("Lý do hỏng", "Why it is broken"),
			[
				option("mat", "Hỏng mắt camera", "The camera itself"),
				option("nguon", "Mất nguồn, hỏng bộ nguồn", "No power, broken adapter"),
				option("day", "Đứt dây, lỏng đầu nối", "Cut cable, loose plug"),
				option("mang", "Mất mạng, hết hạn thuê bao", "No network, subscription ended"),
				option("dau_ghi", "Hỏng đầu ghi, ổ cứng, thẻ nhớ", "Recorder, disk or card"),
				option("thien_tai", "Do sét, mưa bão, ngập nước", "Lightning, storm, flood"),
				option("khac", "Lý do khác", "Another reason"),
			],
			{ visibleIf: positive(answer(area.broken)) },
		),
		{
			type: "text",
			code: area.otherReason,
			text: w("Lý do khác", "The other reason"),
			maxLength: 200,
			visibleIf: and(positive(answer(area.broken)), has(area.reason, "khac")),
		},
		choice(
			area.kind,
			w("Loại camera", "Kind of camera"),
			[
				option("ip", "Camera IP (dùng mạng)", "IP (network)"),
				option("analog", "Camera analog (qua đầu ghi)", "Analogue (to a recorder)"),
				option("ca_hai", "Có cả hai loại", "Both"),
			],
			{ visibleIf, carry },
		),
		yesNo(area.sound, w("Có ghi âm không?", "Is sound recorded?"), {
			visibleIf,
			carry,
			hint: w(
				"Tiếng nói của trẻ và giáo viên là đời sống riêng tư; nên tắt ghi âm khi không thật cần.",
				"What children and teachers say is private; switch sound off unless it is really needed.",
			),
		}),
		choice(
			area.view,
			w("Góc nhìn", "What the view covers"),
			[
				option("toan_bo", "Bao quát toàn bộ khu vực", "The whole area"),
				option("mot_phan", "Chỉ một phần khu vực", "Part of the area"),
			],
			{ visibleIf, carry },
		),
		choices(
			area.screens,
			w("Màn hình theo dõi đặt ở đâu?", "Where is the screen?"),
			[
				option("ban_giam_hieu", "Phòng lãnh đạo cơ sở", "Leadership's room"),
				option("bao_ve", "Phòng bảo vệ", "Guard's room"),
				option("van_phong", "Phòng hành chính, giáo viên", "Office, teachers' room"),
				option("dien_thoai", "Chỉ xem trên điện thoại, máy tính cá nhân", "Only on phones and personal computers"),
				option("khong", "Không có màn hình theo dõi", "No screen"),
			],
			{ visibleIf, carry },
		),
	],
};
