import type { Block, Letterhead, Paper } from "#app/domain/paper.ts";

const letterhead: Letterhead = {
	superior: "Ủy ban nhân dân xã Giao An",
	issuer: "Trường Mầm non Giao An",
	number: 5,
	sign: "QĐ-MNGA",
	place: "Giao An",
	day: "2026-09-04",
};

/** A group of people, and how they meet another: what the articles 5 to 10 of Thông tư 06/2019 are about. */
const groups: readonly (readonly [string, readonly (readonly [string, string, string])[]])[] = [
	[
		"cán bộ quản lý",
		[
			["người học", "nói lời chuẩn mực, công bằng, lắng nghe và khích lệ", "xúc phạm, ép buộc, trù dập, bạo hành"],
			[
				"giáo viên, nhân viên",
				"gương mẫu, dân chủ, minh bạch, bảo vệ uy tín của tập thể",
				"hách dịch, thiên vị, vụ lợi",
			],
			["cha mẹ trẻ và khách", "hợp tác, hỗ trợ, lịch sự", "gây phiền hà, vụ lợi, xúc phạm"],
		],
	],
	[
		"giáo viên",
		[
			["người học", "mẫu mực, bao dung, khen và phê bình phù hợp", "bạo hành, xâm hại, thờ ơ hoặc che giấu vi phạm"],
			["đồng nghiệp", "chia sẻ, tôn trọng sự khác biệt", "vô cảm, xúc phạm, gây mất đoàn kết"],
			["cha mẹ trẻ và khách", "trung thực, hợp tác", "áp đặt, vụ lợi, gây phiền hà"],
		],
	],
	[
		"nhân viên",
		[
			["người học", "đúng mực, giúp đỡ kịp thời", "gây khó khăn, bạo lực"],
			["cán bộ quản lý, giáo viên", "hợp tác, hoàn thành việc được giao", "né tránh việc, vụ lợi"],
		],
	],
	[
		"cha mẹ trẻ",
		[
			["trẻ em", "chia sẻ, khích lệ, làm gương", "xúc phạm, bạo lực"],
			["nhà trường", "tôn trọng, có trách nhiệm, hợp tác", "bịa đặt, xúc phạm danh dự"],
		],
	],
];

function conductArticles(first: number): Block[] {
	return groups.flatMap(([who, towards], at): Block[] => [
		{ kind: "article", label: `Điều ${first + at}`, title: `Ứng xử của ${who}` },
		{
			kind: "list",
			marker: "number",
			items: towards.map(([whom, should, never]) => ({
				text: `Ứng xử với ${whom}:`,
				list: { marker: "letter", items: [`Nên: ${should};`, `Không: ${never}.`] },
			})),
		},
	]);
}

const article = (number: number, title: string, ...items: string[]): Block[] => [
	{ kind: "article", label: `Điều ${number}`, title },
	{ kind: "list", marker: "number", items },
];

const code: Block[] = [
	{ kind: "chapter", label: "Chương I", title: "Quy định chung" },
	...article(
		1,
		"Phạm vi điều chỉnh và đối tượng áp dụng",
		"Bộ quy tắc này quy định cách ứng xử giữa các thành viên trong Trường Mầm non Giao An, giữa nhà trường với cha mẹ trẻ và khách đến trường.",
		"Bộ quy tắc này áp dụng đối với cán bộ quản lý, giáo viên, nhân viên, cha mẹ trẻ và khách đến trường.",
	),
	...article(
		2,
		"Nguyên tắc ứng xử",
		"Tuân thủ pháp luật; giữ các giá trị nhân ái, tôn trọng, trách nhiệm, hợp tác, trung thực.",
		"Dễ hiểu, dễ thực hiện, phù hợp với lứa tuổi và với địa phương.",
	),
	...article(
		3,
		"Quy tắc chung",
		"Sống lành mạnh, giữ gìn cảnh quan sư phạm xanh, sạch, đẹp; trang phục lịch sự, phù hợp với công việc.",
		"Không hút thuốc, uống đồ uống có cồn trong trường; không phát tán thông tin làm tổn hại người khác trên mạng xã hội.",
		"Không gian lận, vu khống, quấy rối, ép buộc, đe dọa, bạo lực dưới mọi hình thức.",
	),
	{ kind: "chapter", label: "Chương II", title: "Quy tắc ứng xử cụ thể" },
	...conductArticles(4),
	{ kind: "chapter", label: "Chương III", title: "Tổ chức thực hiện" },
	...article(
		8,
		"Trách nhiệm của Hiệu trưởng",
		"Công khai Bộ quy tắc trên trang thông tin điện tử và tại bảng tin của trường.",
		"Lập kênh tiếp nhận phản ánh an toàn, bảo mật; xử lý phản ánh trong thời hạn đã công bố.",
	),
	...article(
		9,
		"Trách nhiệm của giáo viên, nhân viên",
		"Đọc, xác nhận đã đọc và thực hiện Bộ quy tắc; kịp thời báo cáo khi phát hiện trẻ bị bạo lực, xâm hại.",
	),
	{ kind: "article", label: "Điều 10", title: "Sửa đổi, bổ sung" },
	{
		kind: "paragraph",
		text: "Bộ quy tắc được rà soát mỗi năm học. Việc sửa đổi được thảo luận dân chủ, công khai và được đa số thành viên đồng thuận.",
	},
];

/** A decision of one page that puts a code of conduct of three chapters and ten articles into force. */
export const decision: Paper = {
	letterhead,
	subject: { form: "titled", kind: "Quyết định", abstract: "Ban hành Bộ quy tắc ứng xử trong Trường Mầm non Giao An" },
	authority: "Hiệu trưởng Trường Mầm non Giao An",
	bases: [
		"Căn cứ Nghị định số 80/2017/NĐ-CP ngày 17 tháng 7 năm 2017 của Chính phủ quy định về môi trường giáo dục an toàn, lành mạnh, thân thiện, phòng, chống bạo lực học đường",
		"Căn cứ Thông tư số 06/2019/TT-BGDĐT ngày 12 tháng 4 năm 2019 của Bộ trưởng Bộ Giáo dục và Đào tạo quy định Quy tắc ứng xử trong cơ sở giáo dục mầm non, cơ sở giáo dục phổ thông, cơ sở giáo dục thường xuyên",
		"Theo kết quả lấy ý kiến của cán bộ, giáo viên, nhân viên và cha mẹ trẻ ngày 28 tháng 8 năm 2026",
	],
	enacting: "Quyết định",
	body: [
		{
			kind: "provision",
			label: "Điều 1",
			text: "Ban hành kèm theo Quyết định này Bộ quy tắc ứng xử trong Trường Mầm non Giao An.",
		},
		{
			kind: "provision",
			label: "Điều 2",
			text: [
				"Quyết định này có hiệu lực kể từ ngày ký và được áp dụng từ ",
				{ text: "năm học 2026-2027", italic: true },
				".",
			],
		},
		{
			kind: "provision",
			label: "Điều 3",
			text: "Các tổ chuyên môn, tổ văn phòng, giáo viên, nhân viên và cha mẹ trẻ chịu trách nhiệm thi hành Quyết định này.",
		},
	],
	recipients: [
		"Như Điều 3",
		"Phòng Văn hóa - Xã hội xã Giao An (để báo cáo)",
		"Bảng tin, trang thông tin điện tử",
		"Lưu: VT",
	],
	signatures: [{ capacity: ["Hiệu trưởng"], name: "Nguyễn Thị Hồng Thắm" }],
	annexes: [
		{
			kind: "Bộ quy tắc ứng xử",
			title: "Trong Trường Mầm non Giao An",
			body: code,
			signatures: [{ capacity: ["Hiệu trưởng"], name: "Nguyễn Thị Hồng Thắm" }],
		},
	],
};

/** What a teacher is given after reading: the number is left to the clerk. */
export const receipt: Paper = {
	letterhead: { ...letterhead, number: null, sign: "GXN-MNGA", day: "2026-11-26" },
	subject: { form: "titled", kind: "Giấy xác nhận", abstract: "Đã đọc và cam kết thực hiện Bộ quy tắc ứng xử" },
	body: [
		{ kind: "paragraph", text: ["Họ và tên: ", { text: "Trần Thị Mai", bold: true }] },
		{ kind: "paragraph", text: ["Chức vụ: ", { text: "Giáo viên lớp 5 tuổi A", bold: true }] },
		{
			kind: "paragraph",
			text: "Đã đọc toàn văn Bộ quy tắc ứng xử ban hành kèm theo Quyết định số 05/QĐ-MNGA ngày 04 tháng 9 năm 2026 của Hiệu trưởng Trường Mầm non Giao An, phiên bản 2, lúc 14:05 ngày 26/11/2026, và cam kết thực hiện.",
		},
		{ kind: "paragraph", text: "Mã xác nhận: 0193-7c4e-91ab. Bản gốc được lưu trên hệ thống của nhà trường." },
	],
	recipients: ["Người xác nhận", "Lưu: VT"],
	signatures: [
		{ capacity: ["Người xác nhận"], note: "(Đã xác nhận bằng tài khoản cá nhân)", name: "Trần Thị Mai" },
		{ capacity: ["KT. Hiệu trưởng", "Phó Hiệu trưởng"], name: "Lê Văn Định" },
	],
};

/** A letter (công văn) to two bodies, with headings, a table and two annexes, of which one is a landscape list of 300 schools. */
export const letter: Paper = {
	letterhead: {
		superior: "UBND huyện Giao Thủy",
		issuer: "Phòng Giáo dục và Đào tạo",
		number: 128,
		sign: "PGDĐT-MN",
		place: "Giao Thủy",
		day: "2026-02-04",
	},
	subject: { form: "letter", abstract: "báo cáo tình hình thực hiện Công văn số 566-CV/HU về trường học an toàn" },
	addressees: ["Ban Thường vụ Huyện ủy Giao Thủy", "Ban Tuyên giáo Huyện ủy Giao Thủy"],
	body: [
		{ kind: "heading", level: 1, text: "I. Kết quả" },
		{ kind: "heading", level: 2, text: "1. Về cơ sở vật chất" },
		{ kind: "paragraph", text: "Đến ngày 31/01/2026 có 76/78 trường gửi kết quả tự kiểm tra, đạt tỷ lệ 97,4 %." },
		{
			kind: "table",
			columns: [
				{ width: 1, align: "center" },
				{ width: 5 },
				{ width: 2, align: "right" },
				{ width: 2, align: "right" },
			],
			head: [
				[
					{ text: "TT", rows: 2 },
					{ text: "Cấp học", rows: 2 },
					{ text: "Số trường", columns: 2 },
				],
				["Đã gửi", "Đạt an toàn"],
			],
			rows: [
				["1", "Mầm non", "32", "28"],
				["2", "Tiểu học", "22", "21"],
				["3", "Trung học cơ sở", "22", "20"],
				[{ text: "Tổng cộng", columns: 2, align: "center" }, "76", "69"],
			],
		},
		{ kind: "heading", level: 2, text: "2. Về Bộ quy tắc ứng xử" },
		{ kind: "list", marker: "dash", items: ["74 trường đã ban hành và công khai;", "2 trường đang lấy ý kiến."] },
		{ kind: "paragraph", text: "Phòng Giáo dục và Đào tạo trân trọng báo cáo." },
	],
	recipients: ["Như trên", "UBND huyện (để báo cáo)", "Lưu: VT, MN"],
	signatures: [{ capacity: ["KT. Trưởng phòng", "Phó Trưởng phòng"], name: "Phạm Quốc Toản" }],
	annexes: [
		{
			kind: null,
			title: "Giải thích từ ngữ",
			body: [{ kind: "list", marker: "number", items: ["Trường an toàn: trường đạt mọi tiêu chí bắt buộc."] }],
		},
		{ kind: null, title: "Kết quả tự kiểm tra của từng trường", landscape: true, body: [schoolList(300)] },
	],
};

/** A list of schools of eight columns under two rows of headings. */
export function schoolList(rows: number): Block {
	return {
		kind: "table",
		columns: [
			{ width: 3, align: "center" },
			{ width: 6, align: "center" },
			{ width: 16 },
			{ width: 9 },
			{ width: 5, align: "right" },
			{ width: 5, align: "right" },
			{ width: 7, align: "center" },
			{ width: 14 },
		],
		head: [
			[
				{ text: "TT", rows: 2 },
				{ text: "Mã trường", rows: 2 },
				{ text: "Tên trường", rows: 2 },
				{ text: "Xã", rows: 2 },
				{ text: "Số tiêu chí", columns: 2 },
				{ text: "Xếp loại", rows: 2 },
				{ text: "Việc phải khắc phục", rows: 2 },
			],
			["Đạt", "Chưa đạt"],
		],
		rows: Array.from({ length: rows }, (_, at) => [
			String(at + 1),
			String(36_365_001 + at),
			`Trường ${["Mầm non", "Tiểu học", "Trung học cơ sở"][at % 3]} Giao ${["An", "Hải", "Long", "Yến"][at % 4]} ${at + 1}`,
			`Xã Giao ${["An", "Hải", "Long", "Yến"][at % 4]}`,
			String(40 - (at % 7)),
			String(at % 7),
			at % 7 < 3 ? "Đạt" : "Chưa đạt",
			at % 7 === 0 ? "" : "Thay ổ cắm điện hở ở phòng sinh hoạt chung; gia cố lan can tầng 2",
		]),
	};
}
