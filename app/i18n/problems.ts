import type { Locale } from "#app/domain/ctx.ts";
import type { ProblemBody, ProblemCode, Problems } from "#app/domain/problem.ts";
import { formatDay, formatTime } from "./format.ts";
import { plural } from "./words.ts";

const photoKinds = {
	heic: "Ảnh kiểu HEIC của iPhone chưa đọc được; trong Cài đặt › Camera › Định dạng, chọn “Tương thích nhất”.",
	svg: "Hình vẽ SVG không phải là ảnh chụp.",
	gif: "Ảnh động GIF không nhận được.",
	pdf: "Tệp PDF không phải là ảnh chụp.",
	other: "Tệp này không phải là ảnh.",
} satisfies Record<Problems["photo_kind"]["found"], string>;

const photoKindsEn = {
	heic: "HEIC pictures of an iPhone cannot be read; in Settings › Camera › Formats choose “Most Compatible”.",
	svg: "An SVG drawing is not a photo.",
	gif: "GIF animations are not taken.",
	pdf: "A PDF is not a photo.",
	other: "This file is not a picture.",
} satisfies Record<Problems["photo_kind"]["found"], string>;

type Sentences = { [C in ProblemCode]: (details: Problems[C]) => string };

/** Where a code of conduct stands, as part of a sentence. */
const conductStates = {
	vi: {
		draft: "đang soạn thảo",
		consulting: "đang lấy ý kiến",
		consulted: "đã lấy ý kiến xong, chờ quyết định",
		decided: "đã có quyết định, chờ công khai",
		published: "đã công khai",
		superseded: "đã được bản mới thay thế",
	},
	en: {
		draft: "is a draft",
		consulting: "is being consulted on",
		consulted: "has been consulted on and waits for the decision",
		decided: "has been decided and waits to be published",
		published: "is published",
		superseded: "has been replaced by a newer one",
	},
};

const vi: Sentences = {
	not_found: () =>
		"Không tìm thấy nội dung này. Có thể đường dẫn sai hoặc nội dung không thuộc phạm vi của đơn vị bạn.",
	forbidden: () =>
		"Tài khoản của bạn không có quyền làm việc này. Hãy liên hệ người quản trị của đơn vị nếu bạn cần quyền.",
	invalid_input: () =>
		"Một số ô chưa đúng. Hãy sửa các ô được đánh dấu rồi gửi lại; những gì bạn đã nhập vẫn còn nguyên.",
	too_large: ({ limitBytes }) =>
		`Tệp hoặc nội dung gửi lên quá lớn (tối đa ${Math.floor(limitBytes / 1_048_576)} MB). Chưa có gì được lưu; hãy giảm dung lượng rồi gửi lại.`,
	wrong_file_type: ({ wanted }) => `Tệp không đúng loại. Hãy chọn tệp ${wanted}.`,
	wrong_origin: () => "Yêu cầu đến từ một trang khác nên đã bị từ chối. Hãy mở lại trang này rồi thử lại.",
	too_many_requests: ({ retryAfterSeconds }) => `Bạn thao tác quá nhanh. Hãy thử lại sau ${retryAfterSeconds} giây.`,
	unit_code_taken: ({ code }) =>
		`Mã ${code} đã thuộc về một đơn vị khác. Chưa có gì được lưu; hãy kiểm tra lại mã rồi gửi lại.`,
	unit_closed: ({ name }) =>
		`${name} đã ngừng hoạt động nên không sửa được. Thông tin cũ vẫn còn nguyên; nếu cần sửa, hãy mở lại đơn vị trước.`,
	unit_open: ({ name }) => `${name} đang hoạt động nên không cần mở lại. Hãy tải lại trang để xem trạng thái mới nhất.`,
	file_missing: () => "Bạn chưa chọn tệp. Hãy chọn tệp danh sách (XLSX hoặc CSV) rồi gửi lại.",
	workbook_encrypted: () =>
		"Tệp Excel có đặt mật khẩu nên không đọc được. Chưa có gì được lưu; hãy mở tệp bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu lại rồi tải lên.",
	workbook_old: () =>
		"Đây là tệp Excel đời cũ (.xls). Chưa có gì được lưu; hãy mở bằng Excel, chọn Lưu dưới dạng › Excel Workbook (.xlsx) rồi tải tệp mới lên.",
	workbook_broken: () =>
		"Tệp bị hỏng hoặc tải lên chưa trọn nên không đọc được. Chưa có gì được lưu; hãy mở tệp trên máy, lưu lại rồi tải lên lần nữa.",
	workbook_too_big: () =>
		"Nội dung trong tệp quá lớn để đọc an toàn. Chưa có gì được lưu; hãy chép riêng bảng danh sách sang một tệp mới rồi tải lên.",
	not_utf8: ({ found }) =>
		`Tệp CSV dùng bảng mã ${found}, đọc tiếp sẽ sai chữ tiếng Việt. Chưa có gì được lưu; hãy lưu lại từ Excel theo kiểu “CSV UTF-8” hoặc tải lên tệp XLSX.`,
	sheet_empty: () => "Tệp không có dòng dữ liệu nào. Chưa có gì được lưu; hãy kiểm tra xem đã chọn đúng tệp chưa.",
	header_not_found: () =>
		"Không tìm thấy dòng tiêu đề của bảng. Chưa có gì được lưu; hãy bảo đảm bảng có các cột như Mã trường, Tên trường, Cấp học, Xã/Thị trấn, hoặc dùng tệp mẫu.",
	too_many_rows: ({ limit }) =>
		`Danh sách có hơn ${limit.toLocaleString("vi-VN")} dòng. Chưa có gì được lưu; hãy chia thành nhiều tệp rồi tải lên từng tệp.`,
	import_confirmed: () =>
		"Danh sách này đã được nhập rồi, không nhập lại lần nữa. Muốn cập nhật, hãy tải lên một tệp mới.",
	nothing_to_import: () =>
		"Không có dòng nào để nhập. Dữ liệu hiện có vẫn còn nguyên; hãy sửa các dòng bị từ chối trong tệp rồi tải lên lại.",
	map_broken: () =>
		"Tệp ranh giới có vùng không vẽ được: tọa độ phải là kinh độ, vĩ độ (WGS 84) và mỗi vùng phải khép kín. Bản đồ đang dùng vẫn giữ nguyên; hãy xuất lại tệp từ phần mềm bản đồ rồi tải lên.",
	map_without_units: () =>
		"Không có vùng nào trong tệp mang mã của xã, thị trấn thuộc đơn vị bạn. Bản đồ đang dùng vẫn giữ nguyên; hãy ghi mã vào thuộc tính code (hoặc codes) của từng vùng rồi tải lên lại.",
	template_code_taken: ({ code }) =>
		`Đơn vị đã có mẫu mang mã ${code}. Hãy dùng mã khác, hoặc tạo phiên bản mới của mẫu đó.`,
	definition_faulty: ({ faults }) =>
		`Mẫu còn lỗi nên chưa dùng được (${faults.join(", ")}). Hãy sửa nội dung mẫu rồi làm lại; chưa có gì được lưu.`,
	version_not_draft: () =>
		"Phiên bản này đã công bố nên không sửa được nữa. Hãy tạo phiên bản tiếp theo của mẫu rồi sửa ở đó.",
	version_draft_changed: () =>
		"Bản nháp vừa được sửa ở nơi khác sau khi bạn mở trang này. Chưa công bố gì; hãy xem lại phần kiểm tra và khác biệt rồi công bố.",
	version_faulty: ({ count }) =>
		`Còn ${count} lỗi phải sửa trước khi công bố. Chưa có gì thay đổi; hãy mở từng lỗi bên dưới để sửa.`,
	warnings_unconfirmed: ({ count }) =>
		`Còn ${count} cảnh báo. Hãy đọc và đánh dấu “Tôi đã xem các cảnh báo” nếu vẫn công bố.`,
	comparisons_missing: ({ items }) =>
		`Hãy chọn có so với kỳ trước hay không cho các nội dung: ${items.join(", ")}. Những gì bạn đã chọn vẫn còn.`,
	template_offered: () => "Mẫu này đã được chia sẻ. Hãy tải lại trang.",
	template_not_offered: () => "Cấp trên không còn chia sẻ mẫu này. Bản bạn đã sao chép vẫn dùng được.",
	template_nothing_new: () => "Bạn đã nhận phiên bản mới nhất của mẫu này.",
	campaign_not_open: () => "Chỉ đổi phiên bản của đợt đang mở. Đợt này chưa phát hành hoặc đã kết thúc.",
	campaign_on_version: () => "Đợt này đã dùng phiên bản bạn chọn. Hãy chọn phiên bản khác.",
	version_not_published: () =>
		"Phiên bản mẫu này chưa công bố hoặc đã ngừng dùng. Hãy chọn phiên bản đang dùng của mẫu.",
	directive_taken: ({ number, issuedOn }) =>
		`Văn bản số ${number} ngày ${formatDay(issuedOn)} đã có trong sổ. Hãy kiểm tra lại số và ngày, hoặc mở văn bản đã đăng ký.`,
	task_number_taken: ({ number }) =>
		`Có hai nhiệm vụ cùng số ${number}. Hãy đánh số lại để mỗi nhiệm vụ có một số riêng.`,
	task_in_use: ({ number }) =>
		`Nhiệm vụ ${number} đã có đợt báo cáo phục vụ nên không bỏ được. Hãy giữ nhiệm vụ này; bạn vẫn sửa được nội dung.`,
	no_recipients: () =>
		"Không có trường nào khớp với lựa chọn nơi nhận. Hãy bỏ bớt điều kiện lọc rồi xem lại danh sách nhận.",
	due_before_opening: ({ opensOn, dueOn }) =>
		`Hạn nộp ${formatDay(dueOn)} sớm hơn ngày mở ${formatDay(opensOn)}. Hãy chọn hạn nộp từ ngày mở trở đi.`,
	opening_in_past: ({ opensOn, today }) =>
		`Ngày mở ${formatDay(opensOn)} đã qua. Hãy chọn ngày mở từ hôm nay (${formatDay(today)}) trở đi.`,
	campaign_not_draft: () =>
		"Đợt báo cáo này đã phát hành nên nội dung không sửa được nữa. Bạn có thể gia hạn cho từng đơn vị hoặc kết thúc đợt.",
	campaign_not_issued: () => "Đợt báo cáo này chưa phát hành hoặc đã kết thúc nên không làm được việc này.",
	extension_not_later: ({ dueOn }) =>
		`Hạn mới phải sau hạn hiện tại (${formatDay(dueOn)}) và không trước hôm nay. Hãy chọn ngày khác.`,
	already_submitted: ({ names }) =>
		`Không gia hạn được vì đã nộp: ${names.join("; ")}. Hãy bỏ chọn các đơn vị này rồi làm lại; chưa có hạn nào thay đổi.`,
	return_incomplete: ({ faults }) =>
		`Báo cáo chưa gửi được: còn ${faults.filter((fault) => fault.severity === "error").length} chỗ cần bổ sung. Mọi câu trả lời đã được lưu; hãy hoàn thiện các chỗ nêu dưới đây rồi gửi lại.`,
	answers_not_saved: ({ count }) =>
		`Chưa gửi được vì còn ${count} câu trả lời chưa lưu. Hãy mở lại các mục đó, chọn câu trả lời muốn giữ rồi gửi lại; các câu khác đã được lưu.`,
	return_closed: ({ why }) =>
		({
			submitted: "Báo cáo đã gửi và đang chờ duyệt nên không sửa được nữa. Nếu cần sửa, hãy đề nghị Phòng trả lại.",
			accepted: "Báo cáo đã được duyệt nên không sửa được nữa.",
			campaign_closed: "Đợt báo cáo đã đóng nên không nhận thêm. Những gì đã lưu vẫn còn; hãy liên hệ Phòng nếu cần.",
			not_open_yet: "Đợt báo cáo chưa mở. Hãy quay lại vào ngày mở đợt.",
		})[why],
	return_too_late: ({ dueOn }) =>
		`Đã quá hạn nộp ${formatDay(dueOn)} và đợt này không nhận báo cáo muộn. Câu trả lời vẫn được giữ; hãy đề nghị Phòng gia hạn rồi gửi lại.`,
	return_changed: () =>
		"Báo cáo đã thay đổi kể từ khi bạn mở trang này. Chưa có gì được gửi; hãy mở lại trang, kiểm tra rồi làm lại.",
	review_decided: ({ decision, by, at }) =>
		`Lần nộp này đã được ${by || "một chuyên viên khác"} ${decision === "accepted" ? "duyệt" : "trả lại"} lúc ${formatTime(at)}. Quyết định của bạn chưa được ghi; hãy mở lại trang để xem.`,
	result_not_final: () =>
		"Chỉ công khai được kết quả của báo cáo đã duyệt, theo mẫu có xếp loại. Hãy đợi Phòng duyệt rồi công khai.",
	nothing_marked: () =>
		"Để trả lại, hãy đánh dấu ít nhất một mục kèm lý do, hoặc ghi nhận xét chung. Chưa có gì được gửi.",
	photo_place: ({ item }) =>
		`Mục ${item} không nhận ảnh, hoặc dòng đó không còn trong danh sách. Ảnh chưa được gửi; hãy mở lại trang.`,
	photo_not_marked: ({ item }) => `Phòng không trả lại mục ${item} nên không thêm, bớt ảnh của mục này được.`,
	photo_id_reused: () => "Ảnh bị trùng mã với một ảnh khác nên chưa được gửi. Hãy bỏ ảnh này và chụp lại.",
	photos_full: ({ limit }) => `Mỗi câu trả lời nhận tối đa ${limit} ảnh. Hãy bỏ bớt một ảnh rồi gửi lại.`,
	photo_kind: ({ found }) => `${photoKinds[found]} Hãy chọn ảnh JPEG, PNG hoặc WebP.`,
	photo_broken: () => "Tệp ảnh bị hỏng hoặc chưa tải trọn nên không mở được. Hãy chụp lại hoặc chọn ảnh khác.",
	photo_too_many_pixels: ({ megapixels }) =>
		`Ảnh quá lớn (hơn ${megapixels} triệu điểm ảnh) nên chưa được nhận. Hãy chụp bằng máy ảnh thường của điện thoại hoặc thu nhỏ ảnh.`,
	reason_missing: ({ items }) => `Hãy ghi lý do cho từng mục đã đánh dấu: ${items.join(", ")}. Chưa có gì được gửi.`,
	conduct_not_issued: () =>
		"Cơ quan quản lý chưa phát hành mẫu Bộ quy tắc ứng xử nào cho trường. Hãy đề nghị Phòng phát hành rồi bắt đầu xây dựng.",
	conduct_state: ({ state }) =>
		`Bộ quy tắc ứng xử ${conductStates.vi[state]} nên chưa làm được việc này. Chưa có gì thay đổi; hãy tải lại trang để xem bước hiện tại.`,
	conduct_empty: () =>
		"Bộ quy tắc chưa còn điều khoản nào để đọc. Hãy giữ lại hoặc thêm ít nhất một điều khoản rồi mở lấy ý kiến.",
	conduct_changed: () =>
		"Bộ quy tắc đã có bản mới hơn bản bạn đang xem. Chữ ký chưa được ghi; hãy mở lại trang, đọc bản đang áp dụng rồi ký.",
	conduct_unread: () => "Bạn chưa đọc đến hết Bộ quy tắc. Hãy đọc đến cuối rồi ký; chưa có gì được ghi.",
	conduct_not_published: () =>
		"Trường chưa công khai Bộ quy tắc ứng xử nào. Hãy hoàn thành các bước đến công khai rồi làm việc này.",
	nothing_offered: () => "Không có cập nhật nào để nhận: Bộ quy tắc của trường đã theo mẫu mới nhất.",
	clause_demanded: ({ text }) =>
		`Pháp luật yêu cầu điều khoản này nên không bỏ được: “${text}”. Bạn có thể viết lại cho phù hợp với trường.`,
	too_many_clauses: ({ limit }) =>
		`Mỗi phần có nhiều nhất ${limit} điều khoản. Điều khoản mới chưa được thêm; hãy gộp hoặc bỏ bớt điều khoản của trường.`,
	consultation_group: ({ group }) =>
		group === "pupils"
			? "Đợt lấy ý kiến này không hỏi người học: trẻ mầm non không phải đối tượng của Bộ quy tắc, hoặc nhóm này chưa được chọn. Hãy chọn nhóm khác."
			: `Đợt lấy ý kiến này không hỏi nhóm ${group === "staff" ? "cán bộ, giáo viên, nhân viên" : "cha mẹ"}. Hãy chọn nhóm khác.`,
	consultation_ends_past: ({ closesOn, today }) =>
		`Ngày kết thúc ${formatDay(closesOn)} đã qua. Hãy chọn ngày từ hôm nay (${formatDay(today)}) trở đi.`,
	consultation_closed: ({ closesOn }) =>
		`Đợt lấy ý kiến đã kết thúc (hạn ${formatDay(closesOn)}) nên không nhận thêm ý kiến. Nếu vẫn muốn góp ý, hãy gặp nhà trường.`,
	too_many_links: ({ limit }) =>
		`Một đợt lấy ý kiến có nhiều nhất ${limit.toLocaleString("vi-VN")} đường dẫn. Chưa tạo thêm; hãy dùng các đường dẫn chưa dùng hoặc họp lấy ý kiến.`,
	meeting_day: ({ from, to }) =>
		`Ngày họp phải trong thời gian lấy ý kiến, từ ${formatDay(from)} đến ${formatDay(to)}. Hãy kiểm tra lại ngày họp.`,
	voice_given: () => "Bạn đã gửi ý kiến rồi và mỗi người chỉ có một ý kiến. Ý kiến trước vẫn được giữ nguyên.",
	link_unknown: () => "Đường dẫn lấy ý kiến này không đúng. Hãy quét lại mã QR hoặc nhập lại đủ địa chỉ in trên phiếu.",
	link_used: ({ at }) =>
		`Đường dẫn này đã được dùng lúc ${formatTime(at)} và chỉ dùng được một lần. Ý kiến trước vẫn được giữ nguyên; nếu không phải bạn gửi, hãy báo nhà trường.`,
	day_in_future: ({ day, today }) =>
		`Ngày ${formatDay(day)} chưa đến. Hãy chọn ngày không muộn hơn hôm nay (${formatDay(today)}).`,
	decided_too_early: ({ closedOn, decidedOn }) =>
		`Ngày quyết định ${formatDay(decidedOn)} sớm hơn ngày kết thúc lấy ý kiến (${formatDay(closedOn)}). Hãy kiểm tra lại ngày ký quyết định.`,
	effective_too_early: ({ decidedOn, effectiveOn }) =>
		`Ngày áp dụng ${formatDay(effectiveOn)} sớm hơn ngày quyết định (${formatDay(decidedOn)}). Hãy chọn ngày từ ngày quyết định trở đi.`,
	reviewed_too_early: ({ publishedOn, reviewedOn }) =>
		`Ngày rà soát ${formatDay(reviewedOn)} sớm hơn ngày công khai Bộ quy tắc (${formatDay(publishedOn)}). Hãy kiểm tra lại ngày rà soát.`,
	name_differs: ({ name }) =>
		`Họ tên bạn nhập khác với họ tên của tài khoản (${name}). Hãy nhập đúng họ tên của bạn; nếu tài khoản ghi sai tên, hãy nhờ hiệu trưởng sửa.`,
	wrong_credentials: ({ attemptsLeft }) =>
		`Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra lại (kể cả phím Caps Lock và bộ gõ tiếng Việt); còn ${attemptsLeft} lần thử trước khi tài khoản tạm khóa.`,
	account_locked: ({ until }) =>
		`Đã nhập sai mật khẩu nhiều lần nên tài khoản tạm khóa. Hãy thử lại sau ${formatTime(until)}, hoặc nhờ người quản trị mở khóa.`,
	account_blocked: () =>
		"Tài khoản này đang bị khóa hoặc không còn công tác tại đơn vị nào. Hãy liên hệ người quản trị của đơn vị quản lý.",
	too_many_attempts: ({ until }) =>
		`Từ địa chỉ mạng này đã có quá nhiều lần nhập sai. Hãy thử lại sau ${formatTime(until)}.`,
	wrong_password: ({ attemptsLeft }) =>
		`Mật khẩu hiện tại chưa đúng; mật khẩu chưa được đổi. Còn ${attemptsLeft} lần thử trước khi tài khoản tạm khóa.`,
	same_password: () => "Mật khẩu mới trùng với mật khẩu hiện tại. Hãy chọn mật khẩu khác.",
	password_too_close: () => "Mật khẩu gần như chỉ là tên đăng nhập. Hãy chọn mật khẩu khác.",
	code_unknown: () =>
		"Mã kích hoạt chưa đúng. Hãy nhập lại đủ 12 ký tự in trên phiếu; nếu vẫn không được, hãy xin phiếu mới.",
	code_used: () =>
		"Mã này đã được dùng và chỉ dùng được một lần. Nếu bạn đã đặt mật khẩu, hãy đăng nhập; nếu không phải bạn, hãy báo ngay cho người đã cấp phiếu.",
	code_expired: ({ on }) =>
		`Mã này chỉ dùng được đến hết ngày ${formatDay(on)}. Hãy xin người đã cấp phiếu in phiếu mới.`,
	username_taken: ({ username }) =>
		`Tên đăng nhập “${username}” đã có người dùng. Hãy chọn tên khác; những gì đã nhập vẫn còn.`,
	role_does_not_fit: () =>
		"Vai trò này không thuộc loại đơn vị đã chọn: hiệu trưởng, phó hiệu trưởng, giáo viên ở trường; quản trị, chuyên viên, người xem ở cơ quan quản lý.",
	person_elsewhere: () =>
		"Người này còn giữ vai trò ở đơn vị ngoài phạm vi của bạn. Bạn có thể kết thúc vai trò tại đơn vị mình; việc khác do cấp quản lý chung thực hiện.",
	not_yourself: () => "Bạn không thể làm việc này với chính tài khoản của mình. Hãy nhờ một người quản trị khác.",
	membership_exists: () => "Người này đã có vai trò tại đơn vị đó. Hãy đổi vai trò hiện có thay vì thêm mới.",
	nothing_to_print: () =>
		"Không có tài khoản nào chờ kích hoạt trong phạm vi đã chọn. Hãy chọn lại; tài khoản đã kích hoạt thì cấp lại mã trên trang của từng người.",
	api_key_made: () =>
		"Khóa này đã được tạo ở lần bấm trước và chỉ hiện một lần. Nếu chưa kịp chép, hãy thu hồi khóa đó trong danh sách rồi tạo khóa mới.",
	api_key_expiry: ({ from, to }) => `Ngày hết hạn phải từ ${formatDay(from)} đến ${formatDay(to)}. Hãy chọn lại ngày.`,
	too_many_api_keys: ({ limit }) =>
		`Đơn vị đã có ${limit} khóa đang dùng. Hãy thu hồi khóa không còn cần rồi tạo khóa mới.`,
	report_without_tasks: ({ number }) =>
		`Văn bản ${number} chưa có nhiệm vụ nào thuộc ngành giáo dục nên chưa lập được báo cáo. Hãy mở văn bản, bấm “Sửa” và tách nội dung thành các nhiệm vụ.`,
	report_period: ({ from, to }) =>
		`Kỳ báo cáo bắt đầu ngày ${formatDay(from)} lại sau ngày kết thúc ${formatDay(to)}. Hãy chọn lại hai ngày.`,
	report_state: ({ state }) =>
		({
			draft: "Báo cáo đang là dự thảo. Hãy soát xong và bấm “Đã soát xong” trước khi phát hành.",
			checked: "Báo cáo đã soát xong nên không sửa được. Hãy bấm “Mở lại để sửa” trước.",
			issued: "Báo cáo đã phát hành nên không sửa được. Nếu có sai sót, hãy lập bản đính chính.",
		})[state],
	report_changed: () =>
		"Trong lúc bạn soạn, phần này đã được người khác sửa. Nội dung bạn nhập vẫn còn trong ô; hãy so với nội dung mới rồi lưu lại.",
	report_unknown_figures: ({ tokens }) =>
		`Không có số liệu nào mang mã ${tokens.join(", ")}. Hãy sửa lại mã theo danh sách bên dưới ô, hoặc viết thẳng con số.`,
	report_figures_moved: ({ count }) =>
		`Có ${count} số liệu đã thay đổi từ lúc soạn. Hãy xem các chỗ được đánh dấu và bấm “Nhận số liệu mới” trước.`,
	report_parts_empty: ({ headings }) => `Còn phần chưa viết: ${headings.join("; ")}. Hãy viết các phần này trước.`,
	report_number_taken: ({ number, year }) =>
		`Số ${number} năm ${year} đã dùng cho một báo cáo khác. Hãy kiểm tra sổ văn bản đi và ghi số khác.`,
	report_too_early: ({ from }) => `Ngày ban hành không được trước ngày ${formatDay(from)}. Hãy chọn lại ngày.`,
	report_before_figures: ({ on }) =>
		`Số liệu trong báo cáo được lấy ngày ${formatDay(on)} nên ngày ban hành không được trước ngày đó. Hãy chọn lại ngày; hoặc mở lại báo cáo, bỏ mã {{so-lieu-den}} ở phần mở đầu và tự ghi ngày số liệu.`,
	report_note_missing: () => "Bản đính chính phải ghi rõ nội dung đính chính. Hãy ghi rồi phát hành lại.",
	letter_nobody_late: () => "Không có đơn vị nào quá hạn chưa nộp, nên không có ai để nhắc.",
	letter_nobody_accepted: () =>
		"Chưa có báo cáo nào được chấp nhận mà chưa thông báo. Hãy duyệt báo cáo của các đơn vị trước.",
	letter_list_changed: ({ count }) =>
		`Danh sách đơn vị quá hạn đã thay đổi, nay còn ${count} đơn vị. Hãy xem lại danh sách rồi phát hành.`,
	letter_changed: () =>
		"Văn bản hoặc danh sách vừa được thay đổi ở nơi khác. Hãy xem lại bản mới, rồi làm tiếp trên bản đó.",
	letter_issued: () => "Văn bản này đã phát hành, không sửa được nữa.",
	letter_number_taken: ({ number, sign, year }) =>
		`Số ${String(number).padStart(2, "0")}/${sign} đã dùng trong năm ${year}. Hãy lấy số khác.`,
	letter_too_early: ({ from }) => `Ngày ban hành không được trước ngày ${formatDay(from)}. Hãy chọn lại ngày.`,
	slip_code_unknown: () =>
		"Không có phiếu nào mang mã này. Hãy xem lại từng chữ của mã in trên phiếu; nếu mã đúng như trên phiếu thì phiếu không do hệ thống lập.",
	report_open: () => "Báo cáo này đang có một bản chưa phát hành. Hãy sửa tiếp bản đó.",
	paper_too_big: () =>
		"Văn bản này quá dài nên không dựng được thành tệp. Dữ liệu vẫn còn nguyên; hãy chia nhỏ phụ lục hoặc tải bảng dưới dạng Excel.",
	poster_too_long: () =>
		"Nội dung áp phích quá dài nên đứng cách hai mét không đọc được. Hãy rút gọn mỗi nhóm còn vài dòng ngắn ở cột Nên và cột Không rồi tạo lại.",
};

const en: Sentences = {
	not_found: () => "This was not found. The address may be wrong, or it does not belong to your unit.",
	forbidden: () => "Your account may not do this. Ask your unit's administrator if you need to.",
	invalid_input: () =>
		"Some fields are not right yet. Mend those marked and send again; what you typed is still there.",
	too_large: ({ limitBytes }) =>
		`The file or content is too large (at most ${Math.floor(limitBytes / 1_048_576)} MB). Nothing was stored; make it smaller and send again.`,
	wrong_file_type: ({ wanted }) => `This is not the right kind of file. Choose ${wanted}.`,
	wrong_origin: () => "The request came from another site and was refused. Open this page again and retry.",
	too_many_requests: ({ retryAfterSeconds }) => `Too many attempts. Try again in ${retryAfterSeconds} seconds.`,
	unit_code_taken: ({ code }) =>
		`Code ${code} already belongs to another unit. Nothing was stored; check the code and send again.`,
	unit_closed: ({ name }) =>
		`${name} is closed and cannot be changed. What is known of it is kept; reopen it first if it must change.`,
	unit_open: ({ name }) => `${name} is open already. Reload the page to see its latest state.`,
	file_missing: () => "No file was chosen. Choose the list (XLSX or CSV) and send again.",
	workbook_encrypted: () =>
		"The workbook has a password and cannot be read. Nothing was stored; open it in Excel, remove the password (File › Info › Protect Workbook), save it and upload it again.",
	workbook_old: () =>
		"This is an old Excel file (.xls). Nothing was stored; open it in Excel, save it as an Excel Workbook (.xlsx) and upload that.",
	workbook_broken: () =>
		"The file is damaged or arrived incomplete, and cannot be read. Nothing was stored; open it on your computer, save it and upload it again.",
	workbook_too_big: () =>
		"What is in the file is too large to be read safely. Nothing was stored; copy the list alone into a new file and upload that.",
	not_utf8: ({ found }) =>
		`The CSV file is encoded as ${found}; reading on would garble its words. Nothing was stored; save it from Excel as “CSV UTF-8”, or upload an XLSX file.`,
	sheet_empty: () => "The file has no rows. Nothing was stored; check that it is the right file.",
	header_not_found: () =>
		"The table's header row was not found. Nothing was stored; make sure the table has columns such as Mã trường, Tên trường, Cấp học, Xã/Thị trấn, or use the sample file.",
	too_many_rows: ({ limit }) =>
		`The list has more than ${limit.toLocaleString("en-GB")} rows. Nothing was stored; split it into several files and upload them one by one.`,
	import_confirmed: () => "This list was imported already and is not imported twice. To update, upload a new file.",
	nothing_to_import: () =>
		"There is no row to import. What is known stays as it is; mend the refused rows in the file and upload it again.",
	map_broken: () =>
		"The file of borders has an area that cannot be drawn: coordinates must be longitude and latitude (WGS 84) and every area closed. The map in use is kept; export the file again and upload it.",
	map_without_units: () =>
		"No area of the file bears the code of a commune of your office. The map in use is kept; write the codes into the property code (or codes) of each area and upload it again.",
	template_code_taken: ({ code }) =>
		`Your office already has a template ${code}. Use another code, or make a new version of that template.`,
	definition_faulty: ({ faults }) =>
		`The template has faults and cannot be used yet (${faults.join(", ")}). Mend it and try again; nothing was stored.`,
	version_not_draft: () =>
		"This version has been published and can no longer be changed. Make the next version of the template and change that.",
	version_draft_changed: () =>
		"The draft was changed elsewhere after you opened this page. Nothing was published: look at the checks and the differences again.",
	version_faulty: ({ count }) =>
		`${plural(count, "error", "errors")} must be mended before publishing. Nothing was changed; open each below.`,
	warnings_unconfirmed: ({ count }) =>
		`${plural(count, "warning", "warnings")} left. Read them and tick “I have seen the warnings” to publish all the same.`,
	comparisons_missing: ({ items }) =>
		`Say for these items whether they compare with the last round: ${items.join(", ")}. What you chose is kept.`,
	template_offered: () => "This template is offered already. Load the page again.",
	template_not_offered: () => "The superior office no longer offers this template. A copy you made stays yours.",
	template_nothing_new: () => "You already have the newest version of this template.",
	campaign_not_open: () => "Only an open campaign can change its version. This one is not issued or is closed.",
	campaign_on_version: () => "This campaign is on that version already. Choose another.",
	version_not_published: () =>
		"This version of the template is not published or has been replaced. Choose the version in use.",
	directive_taken: ({ number, issuedOn }) =>
		`Letter ${number} of ${formatDay(issuedOn)} is already registered. Check the number and the date, or open the registered letter.`,
	task_number_taken: ({ number }) => `Two tasks have the number ${number}. Give each task a number of its own.`,
	task_in_use: ({ number }) =>
		`Task ${number} is served by a campaign and cannot be removed. Keep it; you may still change its wording.`,
	no_recipients: () => "No school matches the chosen recipients. Remove some conditions and look at the list again.",
	due_before_opening: ({ opensOn, dueOn }) =>
		`The due day ${formatDay(dueOn)} is before the opening day ${formatDay(opensOn)}. Choose a due day on or after it.`,
	opening_in_past: ({ opensOn, today }) =>
		`The opening day ${formatDay(opensOn)} has passed. Choose today (${formatDay(today)}) or later.`,
	campaign_not_draft: () =>
		"This campaign has been issued and can no longer be changed. You may extend a school's due day or close the campaign.",
	campaign_not_issued: () => "This campaign has not been issued, or is closed, so this cannot be done.",
	extension_not_later: ({ dueOn }) =>
		`The new due day must be after the present one (${formatDay(dueOn)}) and not before today. Choose another day.`,
	already_submitted: ({ names }) =>
		`These have already submitted and cannot be given more time: ${names.join("; ")}. Take them out of the selection and try again; no due day has changed.`,
	return_incomplete: ({ faults }) =>
		`The return cannot be sent yet: ${faults.filter((fault) => fault.severity === "error").length} things are missing. Every answer is saved; complete what is listed below and send again.`,
	answers_not_saved: ({ count }) =>
		`Not sent: answers not yet saved: ${count}. Open those items, choose which answer to keep and send again; all others are saved.`,
	return_closed: ({ why }) =>
		({
			submitted:
				"The return has been sent and waits for review, so it cannot be changed. Ask the office to send it back if it must be.",
			accepted: "The return has been accepted and can no longer be changed.",
			campaign_closed:
				"The campaign is closed and takes nothing more. What was saved is still there; ask the office if needed.",
			not_open_yet: "The campaign has not opened yet. Come back on its opening day.",
		})[why],
	return_too_late: ({ dueOn }) =>
		`The due day ${formatDay(dueOn)} has passed and this campaign takes no late returns. Your answers are kept; ask the office for an extension and send again.`,
	return_changed: () =>
		"The return has changed since you opened this page. Nothing was sent; open the page again, check it and retry.",
	review_decided: ({ decision, by, at }) =>
		`This sending was already ${decision === "accepted" ? "accepted" : "sent back"} by ${by || "another officer"} at ${formatTime(at)}. Your decision was not recorded; open the page again to see.`,
	result_not_final: () =>
		"Only the result of a return that the office has accepted, on a form that judges, can be made public. Wait until it is accepted.",
	nothing_marked: () =>
		"To send it back, mark at least one item with a reason, or write a general remark. Nothing was sent.",
	photo_place: ({ item }) =>
		`Item ${item} takes no photos, or its row is no longer in the list. The photo was not sent; open the page again.`,
	photo_not_marked: ({ item }) => `The office did not send item ${item} back, so its photos cannot be changed.`,
	photo_id_reused: () =>
		"The photo's code belongs to another photo, so it was not sent. Take it out and take it again.",
	photos_full: ({ limit }) => `An answer takes at most ${plural(limit, "photo")}. Take one out, then send again.`,
	photo_kind: ({ found }) => `${photoKindsEn[found]} Choose a JPEG, PNG or WebP picture.`,
	photo_broken: () => "The picture is damaged or did not arrive whole. Take it again, or choose another.",
	photo_too_many_pixels: ({ megapixels }) =>
		`The picture is too large (more than ${megapixels} megapixels). Use the phone's usual camera, or make it smaller.`,
	reason_missing: ({ items }) => `Give a reason for each item you marked: ${items.join(", ")}. Nothing was sent.`,
	conduct_not_issued: () =>
		"Your office has not issued a code of conduct to the school yet. Ask the office to issue one, then begin.",
	conduct_state: ({ state }) =>
		`The code of conduct ${conductStates.en[state]}, so this cannot be done now. Nothing has changed; reload the page to see its present step.`,
	conduct_empty: () => "There is no clause left to read. Keep or add at least one clause, then open the consultation.",
	conduct_changed: () =>
		"There is a newer code than the one you were shown. Your signature was not recorded; open the page again, read the code in force and sign.",
	conduct_unread: () => "You have not read to the end yet. Read to the end, then sign; nothing was recorded.",
	conduct_not_published: () =>
		"The school has not published a code of conduct yet. Complete the steps up to publication, then do this.",
	nothing_offered: () => "There is no change to take over: the school's code follows the newest template.",
	clause_demanded: ({ text }) =>
		`The law demands this clause, so it cannot be dropped: “${text}”. You may reword it to fit the school.`,
	too_many_clauses: ({ limit }) =>
		`A part holds at most ${limit} clauses. The new one was not added; merge or take out some of the school's own.`,
	consultation_group: ({ group }) =>
		group === "pupils"
			? "This consultation does not ask pupils: children of preschools are no group of the code, or the group was not chosen. Choose another group."
			: `This consultation does not ask ${group === "staff" ? "staff" : "parents"}. Choose another group.`,
	consultation_ends_past: ({ closesOn, today }) =>
		`The closing day ${formatDay(closesOn)} has passed. Choose a day from today (${formatDay(today)}) on.`,
	consultation_closed: ({ closesOn }) =>
		`The consultation has ended (last day ${formatDay(closesOn)}) and takes no more voices. If you still want to be heard, speak to the school.`,
	too_many_links: ({ limit }) =>
		`A consultation has at most ${limit.toLocaleString("en-GB")} links. None was made; use those not used yet, or count voices at a meeting.`,
	meeting_day: ({ from, to }) =>
		`The meeting must be within the consultation, from ${formatDay(from)} to ${formatDay(to)}. Check the day of the meeting.`,
	voice_given: () => "You have already been heard, and everybody has one voice. What you said before stands.",
	link_unknown: () => "This consultation link is not right. Scan the QR code again, or type the whole printed address.",
	link_used: ({ at }) =>
		`This link was used at ${formatTime(at)} and works only once. What was said before stands; if it was not you, tell the school.`,
	day_in_future: ({ day, today }) =>
		`${formatDay(day)} has not come yet. Choose a day no later than today (${formatDay(today)}).`,
	decided_too_early: ({ closedOn, decidedOn }) =>
		`The day of the decision, ${formatDay(decidedOn)}, is before the consultation ended (${formatDay(closedOn)}). Check the day on which it was signed.`,
	effective_too_early: ({ decidedOn, effectiveOn }) =>
		`The effective day ${formatDay(effectiveOn)} is before the decision (${formatDay(decidedOn)}). Choose a day from the decision on.`,
	reviewed_too_early: ({ publishedOn, reviewedOn }) =>
		`The day of the review, ${formatDay(reviewedOn)}, is before the code was published (${formatDay(publishedOn)}). Check the day.`,
	name_differs: ({ name }) =>
		`The name you typed differs from the account's (${name}). Type your own name; if the account has it wrong, ask the principal to mend it.`,
	wrong_credentials: ({ attemptsLeft }) =>
		`The username or password is not right. Check both (Caps Lock and the Vietnamese keyboard too); ${plural(attemptsLeft, "attempt")} left before the account is locked for a while.`,
	account_locked: ({ until }) =>
		`The password was wrong several times, so the account is locked for a while. Try again after ${formatTime(until)}, or ask an administrator to unlock it.`,
	account_blocked: () =>
		"This account is blocked or holds no role at any unit. Ask the administrator of the managing office.",
	too_many_attempts: ({ until }) =>
		`There were too many wrong attempts from this network address. Try again after ${formatTime(until)}.`,
	wrong_password: ({ attemptsLeft }) =>
		`The current password is not right; nothing was changed. ${plural(attemptsLeft, "attempt")} left before the account is locked for a while.`,
	same_password: () => "The new password is the current one. Choose another.",
	password_too_close: () => "The password is little more than the username. Choose another.",
	code_unknown: () =>
		"This code is not right. Enter all 12 characters of the slip again; if that fails, ask for a new slip.",
	code_used: () =>
		"This code has been used, and works only once. If you have set a password, sign in; if it was not you, tell whoever gave you the slip at once.",
	code_expired: ({ on }) =>
		`This code could be used until ${formatDay(on)}. Ask whoever gave you the slip for a new one.`,
	username_taken: ({ username }) =>
		`The username “${username}” is taken. Choose another; what you entered is still there.`,
	role_does_not_fit: () =>
		"This role does not belong to that kind of unit: principals, deputies and teachers are at schools; administrators, officers and readers at offices.",
	person_elsewhere: () =>
		"This person still holds a role at a unit outside your scope. You can end the role at your own unit; the rest is for the office above both.",
	not_yourself: () => "You cannot do this to your own account. Ask another administrator.",
	membership_exists: () => "This person already holds a role at that unit. Change that role instead of adding one.",
	nothing_to_print: () =>
		"No account in this choice waits for its code. Choose again; for an account in use, issue a new code on the person's page.",
	api_key_made: () =>
		"This key was made at the press before and is shown only once. If you did not copy it, revoke it in the list and make a new one.",
	api_key_expiry: ({ from, to }) =>
		`The last day must be from ${formatDay(from)} to ${formatDay(to)}. Choose the day again.`,
	too_many_api_keys: ({ limit }) =>
		`The office has ${limit} keys in use. Revoke one that is no longer needed, then make a new one.`,
	report_without_tasks: ({ number }) =>
		`Letter ${number} has no task of the education sector yet, so there is nothing to report on. Open the letter, press “Edit” and split it into its tasks.`,
	report_period: ({ from, to }) =>
		`The period starts on ${formatDay(from)}, after its end on ${formatDay(to)}. Choose the two days again.`,
	report_state: ({ state }) =>
		({
			draft: "The report is a draft. Check it and press “Checked” before it is issued.",
			checked: "The report has been checked and cannot be edited. Press “Open again to edit” first.",
			issued: "The report has been issued and cannot be edited. If something is wrong, make a correction.",
		})[state],
	report_changed: () =>
		"Somebody else changed this part while you were writing. What you typed is still in the box; compare it with the new text and save again.",
	report_unknown_figures: ({ tokens }) =>
		`There is no figure called ${tokens.join(", ")}. Mend it from the list below the box, or write the number itself.`,
	report_figures_moved: ({ count }) =>
		`${plural(count, "figure")} changed since drafting. Look at the marked places and press “Accept new figures” first.`,
	report_parts_empty: ({ headings }) => `Parts not written yet: ${headings.join("; ")}. Write them first.`,
	report_number_taken: ({ number, year }) =>
		`Number ${number} of ${year} belongs to another report. Look into the register of outgoing documents and give another.`,
	report_too_early: ({ from }) => `The day of issue cannot be before ${formatDay(from)}. Choose the day again.`,
	report_before_figures: ({ on }) =>
		`The figures of the report were taken on ${formatDay(on)}; it cannot be issued before that day. Choose the day again; or reopen the report, take {{so-lieu-den}} out of the opening and write the day of the figures yourself.`,
	report_note_missing: () => "A correction has to say what it changes. Write it and issue again.",
	letter_nobody_late: () => "No school is late with its return, so there is nobody to remind.",
	letter_nobody_accepted: () =>
		"There is no accepted return without its notice. Review the returns of the schools first.",
	letter_list_changed: ({ count }) =>
		`The list of late schools has changed; it is ${count} now. Look at the list again, then issue.`,
	letter_changed: () => "The letter or its list was changed elsewhere. Look at the new one and go on from there.",
	letter_issued: () => "This letter is issued and cannot be changed any more.",
	letter_number_taken: ({ number, sign, year }) =>
		`Number ${String(number).padStart(2, "0")}/${sign} is used already in ${year}. Take another number.`,
	letter_too_early: ({ from }) => `The day of issue cannot be before ${formatDay(from)}. Choose the day again.`,
	slip_code_unknown: () =>
		"No printed return has this code. Compare it letter by letter with the print; if it is the same, the print was not made by this system.",
	report_open: () => "This report has a version that is not issued yet. Go on with that one.",
	paper_too_big: () =>
		"This paper is too long to be made into a file. Nothing is lost; split its annex, or download the table as a workbook.",
	poster_too_long: () =>
		"This poster says too much to be read from two metres. Leave a few short lines for each group in both columns, then make it again.",
};

/** The sentence for a problem, in the reader's language. */
export function problemSentence(body: ProblemBody, locale: Locale): string {
	const sentences: Record<string, (details: never) => string> = locale === "en" ? en : vi;
	return sentences[body.code]?.(body.details as never) ?? body.code;
}
