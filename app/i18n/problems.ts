import type { Locale } from "#app/domain/ctx.ts";
import type { ProblemBody, ProblemCode, Problems } from "#app/domain/problem.ts";

type Sentences = { [C in ProblemCode]: (details: Problems[C]) => string };

const vi: Sentences = {
	not_found: () => "Không tìm thấy nội dung này. Có thể đường dẫn sai hoặc nội dung không thuộc phạm vi của đơn vị bạn.",
	forbidden: () => "Tài khoản của bạn không có quyền làm việc này. Hãy liên hệ người quản trị của đơn vị nếu bạn cần quyền.",
	invalid_input: () => "Một số ô chưa đúng. Hãy sửa các ô được đánh dấu rồi gửi lại; những gì bạn đã nhập vẫn còn nguyên.",
	too_large: ({ limitBytes }) =>
		`Tệp hoặc nội dung gửi lên quá lớn (tối đa ${Math.floor(limitBytes / 1_048_576)} MB). Chưa có gì được lưu; hãy giảm dung lượng rồi gửi lại.`,
	wrong_file_type: ({ wanted }) => `Tệp không đúng loại. Hãy chọn tệp ${wanted}.`,
	wrong_origin: () => "Yêu cầu đến từ một trang khác nên đã bị từ chối. Hãy mở lại trang này rồi thử lại.",
	too_many_requests: ({ retryAfterSeconds }) => `Bạn thao tác quá nhanh. Hãy thử lại sau ${retryAfterSeconds} giây.`,
};

const en: Sentences = {
	not_found: () => "This was not found. The address may be wrong, or it does not belong to your unit.",
	forbidden: () => "Your account may not do this. Ask your unit's administrator if you need to.",
	invalid_input: () => "Some fields are not right yet. Mend those marked and send again; what you typed is still there.",
	too_large: ({ limitBytes }) =>
		`The file or content is too large (at most ${Math.floor(limitBytes / 1_048_576)} MB). Nothing was stored; make it smaller and send again.`,
	wrong_file_type: ({ wanted }) => `This is not the right kind of file. Choose ${wanted}.`,
	wrong_origin: () => "The request came from another site and was refused. Open this page again and retry.",
	too_many_requests: ({ retryAfterSeconds }) => `Too many attempts. Try again in ${retryAfterSeconds} seconds.`,
};

/** The sentence for a problem, in the reader's language. */
export function problemSentence(body: ProblemBody, locale: Locale): string {
	const sentences: Record<string, (details: never) => string> = locale === "en" ? en : vi;
	return sentences[body.code]?.(body.details as never) ?? body.code;
}
