import type { Locale } from "#app/domain/ctx.ts";
import type { ProblemBody, ProblemCode, Problems } from "#app/domain/problem.ts";
import { formatDay } from "./format.ts";

type Sentences = { [C in ProblemCode]: (details: Problems[C]) => string };

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
	template_code_taken: ({ code }) =>
		`Đơn vị đã có mẫu mang mã ${code}. Hãy dùng mã khác, hoặc tạo phiên bản mới của mẫu đó.`,
	definition_faulty: ({ faults }) =>
		`Mẫu còn lỗi nên chưa dùng được (${faults.join(", ")}). Hãy sửa nội dung mẫu rồi làm lại; chưa có gì được lưu.`,
	version_not_published: () =>
		"Phiên bản mẫu này chưa ban hành hoặc đã được thay thế. Hãy chọn phiên bản đang dùng của mẫu.",
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
	template_code_taken: ({ code }) =>
		`Your office already has a template ${code}. Use another code, or make a new version of that template.`,
	definition_faulty: ({ faults }) =>
		`The template has faults and cannot be used yet (${faults.join(", ")}). Mend it and try again; nothing was stored.`,
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
};

/** The sentence for a problem, in the reader's language. */
export function problemSentence(body: ProblemBody, locale: Locale): string {
	const sentences: Record<string, (details: never) => string> = locale === "en" ? en : vi;
	return sentences[body.code]?.(body.details as never) ?? body.code;
}
