import type { Fault } from "#app/platform/api/problems.ts";
import { words } from "./words.ts";

type Faults = Record<Fault, { title: string; detail: string }>;

const faultsVi: Faults = {
	parameter_unknown: {
		title: "Tham số không có trong danh mục",
		detail:
			"Địa chỉ có tham số mà hệ thống không biết, hoặc một tham số viết hai lần. Xem mục errors rồi sửa lại địa chỉ.",
	},
	parameter_wrong: {
		title: "Tham số có giá trị không hợp lệ",
		detail: "Giá trị của tham số không đúng dạng. Xem mục errors và tài liệu tại /api/openapi.json.",
	},
	cursor_wrong: {
		title: "Con trỏ trang không hợp lệ",
		detail: "Con trỏ phải lấy nguyên từ mục next của trang trước. Hãy đọc lại từ trang đầu.",
	},
	key_missing: {
		title: "Thiếu khóa kết nối",
		detail: "Gửi khóa theo kiểu Bearer, hoặc làm mật khẩu của kiểu Basic với tên bất kỳ.",
	},
	key_unknown: {
		title: "Khóa kết nối không đúng",
		detail: "Không có khóa nào như vậy. Hãy chép lại trọn khóa, hoặc xin quản trị của Phòng một khóa mới.",
	},
	key_expired: {
		title: "Khóa kết nối đã hết hạn",
		detail: "Hãy xin quản trị của Phòng một khóa mới.",
	},
	key_revoked: {
		title: "Khóa kết nối đã bị thu hồi",
		detail: "Hãy hỏi quản trị của Phòng; khóa đã thu hồi không dùng lại được.",
	},
	read_not_granted: {
		title: "Khóa không được đọc phần này",
		detail: "Khóa không có quyền đọc loại dữ liệu này. Quản trị của Phòng có thể tạo khóa khác có quyền ấy.",
	},
	not_found: {
		title: "Không tìm thấy",
		detail: "Không có địa chỉ này, hoặc dữ liệu không thuộc đơn vị của khóa.",
	},
	method_not_allowed: {
		title: "Chỉ nhận yêu cầu đọc",
		detail: "Giao diện này chỉ nhận GET và HEAD.",
	},
	too_many_requests: {
		title: "Quá nhiều yêu cầu",
		detail: "Khóa đã dùng hết số yêu cầu của phút này. Hãy chờ số giây ghi ở Retry-After.",
	},
	own_fault: {
		title: "Hệ thống gặp lỗi",
		detail: "Lỗi ở phía hệ thống. Hãy thử lại sau ít phút và báo mã tham chiếu nếu lỗi còn lặp lại.",
	},
};

const faultsEn: Faults = {
	parameter_unknown: {
		title: "Unknown parameter",
		detail: "The address has a parameter that is not known here, or one twice. See errors and mend the address.",
	},
	parameter_wrong: {
		title: "Parameter not valid",
		detail: "The value of a parameter is not of its form. See errors, and the document at /api/openapi.json.",
	},
	cursor_wrong: {
		title: "Cursor not valid",
		detail: "A cursor is taken unchanged from next of the page before. Read again from the first page.",
	},
	key_missing: {
		title: "No key",
		detail: "Send the key as a bearer token, or as the password of HTTP Basic with any name.",
	},
	key_unknown: {
		title: "Key not known",
		detail: "There is no such key. Copy the whole key again, or ask the office's administrator for a new one.",
	},
	key_expired: { title: "Key expired", detail: "Ask the office's administrator for a new one." },
	key_revoked: {
		title: "Key revoked",
		detail: "Ask the office's administrator; a revoked key is not used again.",
	},
	read_not_granted: {
		title: "The key may not read this",
		detail: "This kind of data was not granted to the key. The administrator can make one that has it.",
	},
	not_found: {
		title: "Not found",
		detail: "There is no such address, or what it names does not belong to the office of the key.",
	},
	method_not_allowed: { title: "Reading only", detail: "Only GET and HEAD are taken here." },
	too_many_requests: {
		title: "Too many requests",
		detail: "The key has used up this minute's requests. Wait the seconds in Retry-After.",
	},
	own_fault: {
		title: "Something went wrong on our side",
		detail: "Try again in a few minutes, and tell the reference if it goes on.",
	},
};

/** Words of the page of keys, and of what programs are told. */
export const apiWords = words(
	{
		title: "Kết nối dữ liệu",
		meta: "Để Excel, Power BI và phần mềm khác tự đọc số liệu của Phòng. Mỗi nơi dùng một khóa riêng, chỉ đọc, có hạn.",
		made: {
			title: "Đã tạo khóa. Hãy chép ngay, khóa chỉ hiện một lần này",
			text: "Dán vào ô mật khẩu khi Excel hoặc Power BI hỏi. Ai có khóa thì đọc được dữ liệu, nên không gửi khóa qua nhóm chat hay thư chung.",
		},
		revoked: "Đã thu hồi khóa. Nơi đang dùng khóa này không đọc được nữa.",
		create: {
			title: "Tạo khóa mới",
			name: "Tên khóa",
			nameHint: "Ghi rõ ai dùng, ở đâu, ví dụ: Power BI phòng họp, Excel của chị Hoa.",
			reads: "Được đọc",
			expiresOn: "Dùng đến hết ngày",
			expiresHint: "Lâu nhất một năm. Hết hạn thì tạo khóa mới.",
			submit: "Tạo khóa",
		},
		reads: {
			campaigns: "Đợt báo cáo: danh sách, sổ mã, đơn vị nhận và tiến độ",
			results: "Kết quả: xếp loại từng trường, lý do và tồn tại",
			answers: "Câu trả lời: từng mục của từng trường, ghi chú, biện pháp",
			units: "Danh sách trường: loại hình, quy mô",
		},
		shortReads: { campaigns: "Đợt báo cáo", results: "Kết quả", answers: "Câu trả lời", units: "Trường" },
		list: {
			title: "Các khóa",
			name: "Tên",
			ending: (ending: string) => `…${ending}`,
			reads: "Được đọc",
			state: "Trạng thái",
			expiresOn: "Đến hết ngày",
			lastUsed: "Dùng lần cuối",
			never: "Chưa dùng",
			made: (by: string, at: string) => `${by} tạo lúc ${at}`,
			act: "Việc",
			revoke: "Thu hồi",
			revokeText: "Khóa ngừng ngay và không mở lại được. Bảng tính đang dùng khóa này sẽ báo lỗi khi làm mới.",
			confirm: "Thu hồi khóa này",
			empty: "Chưa có khóa nào. Tạo khóa đầu tiên ở trên, rồi làm theo hướng dẫn bên dưới.",
		},
		states: { in_use: "Đang dùng", expired: "Hết hạn", revoked: "Đã thu hồi" },
		guide: {
			title: "Cách nối Excel và Power BI",
			excel: "Trong Excel",
			excelSteps: [
				"Chọn Dữ liệu › Lấy dữ liệu › Từ nguồn khác › Truy vấn trống (Data › Get Data › From Other Sources › Blank Query).",
				"Trong Power Query chọn Trang đầu › Trình soạn thảo nâng cao (Home › Advanced Editor), xóa hết rồi dán câu lệnh bên dưới.",
				"Khi được hỏi cách đăng nhập, chọn Cơ bản (Basic): tên người dùng gõ tùy ý, mật khẩu là khóa.",
				"Chọn Đóng & Tải (Close & Load). Lần sau chỉ cần bấm Làm mới tất cả (Refresh All).",
			].join("\n"),
			powerBi: "Trong Power BI",
			powerBiSteps: [
				"Chọn Nhận dữ liệu › Truy vấn trống (Get data › Blank query), mở Trình soạn thảo nâng cao và dán cùng câu lệnh.",
				"Chọn Cơ bản (Basic), tên tùy ý, mật khẩu là khóa; cấp độ áp dụng là địa chỉ máy chủ.",
				"Khi đã đưa lên Power BI Service, vào phần thông tin đăng nhập của tập dữ liệu nhập lại khóa để đặt lịch làm mới.",
			].join("\n"),
			query: "Câu lệnh Power Query",
			queryFor: (title: string) => `Đọc toàn bộ câu trả lời của đợt “${title}”. Đổi dòng Duong để đọc phần khác.`,
			queryNone: "Thay {id} bằng mã của đợt báo cáo, lấy từ địa chỉ /api/v1/campaigns.",
			addresses: "Các địa chỉ đọc được",
			address: "Địa chỉ",
			holds: "Nội dung",
			what: {
				campaigns: "Các đợt báo cáo đã phát hành",
				campaign: "Một đợt, kèm sổ mã các mục",
				recipients: "Mọi trường nhận và tiến độ",
				results: "Kết quả của các trường đã nộp",
				returns: "Bảng rộng: mỗi phiếu một dòng",
				answers: "Bảng dài: mỗi câu trả lời một dòng",
				findings: "Tồn tại của mọi đợt, kèm biện pháp, hạn xử lý và kiến nghị",
				schools: "Các trường của Phòng",
			},
			filters:
				"Lọc bằng commune (mã xã), kind (mã loại hình), state (trạng thái), due (hạn xử lý của tồn tại), changed_since (chỉ những gì thay đổi từ lúc đó). Mỗi trang tối đa 1.000 dòng; trang sau ở mục next.",
			document: "Tài liệu cho người lập trình (OpenAPI 3.1)",
		},
		faults: faultsVi,
		parameters: {
			unknown: (known: string) => `Không có tham số này. Các tham số được dùng: ${known}.`,
			twice: "Tham số chỉ viết một lần.",
			wrong: "Giá trị không đúng dạng của tham số.",
		},
	},
	{
		title: "Data access",
		meta: "For Excel, Power BI and other programs that read the office's figures by themselves. A key for each, reading only, with a last day.",
		made: {
			title: "The key is made. Copy it now: it is shown this once",
			text: "Paste it where Excel or Power BI asks for a password. Whoever has the key can read the data, so do not send it through group chats.",
		},
		revoked: "The key is revoked. Whatever used it reads nothing any more.",
		create: {
			title: "Make a key",
			name: "Name of the key",
			nameHint: "Say who uses it and where, for example: Power BI of the meeting room.",
			reads: "May read",
			expiresOn: "Until the end of",
			expiresHint: "One year at most. Make a new key after that.",
			submit: "Make the key",
		},
		reads: {
			campaigns: "Campaigns: list, code book, recipients and progress",
			results: "Results: of each school, with reasons and findings",
			answers: "Answers: each item of each school, notes, measures",
			units: "Schools: kinds and sizes",
		},
		shortReads: { campaigns: "Campaigns", results: "Results", answers: "Answers", units: "Schools" },
		list: {
			title: "Keys",
			name: "Name",
			ending: (ending) => `…${ending}`,
			reads: "May read",
			state: "State",
			expiresOn: "Until the end of",
			lastUsed: "Last used",
			never: "Never used",
			made: (by, at) => `made by ${by} at ${at}`,
			act: "Action",
			revoke: "Revoke",
			revokeText: "The key stops at once and cannot be opened again. Workbooks that use it will fail to refresh.",
			confirm: "Revoke this key",
			empty: "There is no key yet. Make the first one above, then follow the guide below.",
		},
		states: { in_use: "In use", expired: "Expired", revoked: "Revoked" },
		guide: {
			title: "How to connect Excel and Power BI",
			excel: "In Excel",
			excelSteps: [
				"Choose Data › Get Data › From Other Sources › Blank Query.",
				"In Power Query choose Home › Advanced Editor, clear it and paste the query below.",
				"When asked how to sign in, choose Basic: any user name, the key as password.",
				"Choose Close & Load. Next time press Refresh All.",
			].join("\n"),
			powerBi: "In Power BI",
			powerBiSteps: [
				"Choose Get data › Blank query, open the Advanced Editor and paste the same query.",
				"Choose Basic, any name, the key as password; apply it to the address of the server.",
				"In the Power BI Service, enter the key again under the data source credentials to schedule refreshes.",
			].join("\n"),
			query: "Power Query",
			queryFor: (title) =>
				`Reads every answer of the campaign “${title}”. Change the line Duong to read something else.`,
			queryNone: "Put the id of a campaign in place of {id}; /api/v1/campaigns tells it.",
			addresses: "What can be read",
			address: "Address",
			holds: "Content",
			what: {
				campaigns: "Campaigns issued",
				campaign: "One campaign with its code book",
				recipients: "Every recipient and its progress",
				results: "Results of those that have sent",
				returns: "Wide: one row per return",
				answers: "Long: one row per answer",
				findings: "Findings of all campaigns, with measures, due days and requests",
				schools: "Schools of the office",
			},
			filters:
				"Filters: commune (its code), kind (code), state, due (of a finding), changed_since (only what changed from then on). A page has at most 1,000 rows; the next one stands in next.",
			document: "Document for programmers (OpenAPI 3.1)",
		},
		faults: faultsEn,
		parameters: {
			unknown: (known) => `There is no such parameter. Known: ${known}.`,
			twice: "A parameter is given once.",
			wrong: "The value is not of the parameter's form.",
		},
	},
);
