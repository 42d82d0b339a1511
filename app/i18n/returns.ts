import type { Locale } from "#app/domain/ctx.ts";
import type { Words } from "#app/domain/forms/expression-schema.ts";
import type { FaultDetail } from "#app/domain/forms/fault.ts";
import type { OperationFault } from "#app/domain/returns/schema.ts";
import { formatDay, formatNumber } from "./format.ts";
import { plural, words } from "./words.ts";

/** Words of filling: the same on the school's pages and on the office's. */
export const returnWords = words(
	{
		states: {
			not_started: "Chưa làm",
			draft: "Đang làm",
			submitted: "Chờ duyệt",
			sent_back: "Trả lại bổ sung",
			accepted: "Đã duyệt",
		},
		note: "Ghi chú",
		remark: "Mô tả tồn tại",
		remarkHint: "Chỗ nào, mức độ ra sao",
		measure: {
			title: "Biện pháp khắc phục",
			who: "Người thực hiện",
			due: "Thời hạn",
			superior: "Cần cấp trên hỗ trợ",
			request: "Kiến nghị với cấp trên",
			requestHint: "Nêu rõ cần hỗ trợ gì",
		},
		knockout: "điều kiện loại trực tiếp",
		addition: "bổ sung của huyện",
		computed: "hệ thống tự tính",
		legalBasis: "Căn cứ",
		unverified: "chưa đối chiếu văn bản",
		onTime: "Đúng hạn",
		late: "Muộn hạn",
		workingCopy: "Bản làm việc, chưa đối chiếu phụ lục chính thức",
		counts: (met: number, counted: number) => `${met}/${counted} tiêu chí đạt`,
	},
	{
		states: {
			not_started: "Not started",
			draft: "In progress",
			submitted: "Waiting for review",
			sent_back: "Sent back",
			accepted: "Accepted",
		},
		note: "Note",
		remark: "What is wrong",
		remarkHint: "Where, and how serious",
		measure: {
			title: "Measure to mend it",
			who: "Who does it",
			due: "By when",
			superior: "Needs help from above",
			request: "Request to the superior",
			requestHint: "Say what help is needed",
		},
		knockout: "knock-out condition",
		addition: "added by the district",
		computed: "worked out by the system",
		legalBasis: "Legal basis",
		unverified: "not compared with the document",
		onTime: "On time",
		late: "Late",
		workingCopy: "Working copy, not compared with the official annex",
		counts: (met, counted) => `${met} of ${plural(counted, "criterion", "criteria")} met`,
	},
);

const faults = words(
	{
		answer_missing: "Hãy trả lời mục này",
		remark_missing: "Hãy mô tả tồn tại vì mục này chưa đạt",
		measure_missing: "Hãy nêu biện pháp khắc phục",
		measure_owner_missing: "Hãy ghi người thực hiện biện pháp",
		measure_due_missing: "Hãy ghi thời hạn khắc phục",
		request_missing: "Hãy ghi kiến nghị, vì mục này cần cấp trên hỗ trợ",
		photo_missing: "Hãy chụp ít nhất một ảnh chỗ chưa đạt",
		not_an_option: "Hãy chọn một trong các phương án",
		na_not_allowed: "Mục này luôn áp dụng; hãy chọn phương án khác",
		not_a_number: "Hãy nhập một số, ví dụ 12 hoặc 1,5",
		ambiguous_number: "Số này có thể hiểu hai cách; hãy viết dấu phẩy cho phần thập phân và bỏ dấu chấm",
		not_whole: "Hãy nhập số nguyên",
		tooSmall: (min: string) => `Hãy nhập từ ${min} trở lên`,
		tooLarge: (max: string) => `Hãy nhập không quá ${max}`,
		tooFew: (min: number) => `Hãy chọn ít nhất ${min} phương án`,
		tooMany: (max: number) => `Hãy chọn tối đa ${max} phương án`,
		not_a_date: "Hãy nhập ngày có thật, ví dụ 23/11/2026",
		not_text: "Hãy nhập bằng chữ",
		tooLong: (max: string) => `Hãy rút gọn còn tối đa ${max} ký tự; nội dung này chưa được lưu`,
		item_gone:
			"Phòng đã chuyển phiếu sang phiên bản mới không còn mục này. Câu trả lời được giữ ở “Câu trả lời của phiên bản cũ”; hãy tải lại trang",
		unknown_item: "Mẫu này không có mục đó nên câu trả lời chưa được lưu; hãy mở lại trang",
		unknown_row: "Dòng này không còn trong danh sách nên câu trả lời chưa được lưu; hãy mở lại trang",
		tooFewRows: (min: number) => `Hãy thêm cho đủ ít nhất ${min} dòng trong danh sách này`,
		tooManyRows: (max: number) => `Danh sách này nhận tối đa ${max} dòng; dòng mới chưa được thêm, hãy bớt dòng thừa`,
		looksPersonal: (found: string) =>
			`“${found}” giống tên, lớp, ngày sinh hoặc số điện thoại; biểu này chỉ cần số đếm, hãy xóa nếu đúng là của trẻ`,
		id_reused: "Câu trả lời bị trùng mã nên chưa được lưu; hãy chọn lại",
		not_marked: "Phòng không trả lại mục này nên không sửa được",
		closed: {
			submitted: "Báo cáo đã gửi nên câu trả lời này không được lưu",
			accepted: "Báo cáo đã duyệt nên câu trả lời này không được lưu",
			campaign_closed: "Đợt báo cáo đã đóng nên câu trả lời này không được lưu",
			not_open_yet: "Đợt báo cáo chưa mở nên câu trả lời này chưa được lưu",
		},
	},
	{
		answer_missing: "Answer this item",
		remark_missing: "Describe what is wrong, as this item is not met",
		measure_missing: "Say what will be done about it",
		measure_owner_missing: "Say who will do it",
		measure_due_missing: "Say by when it will be mended",
		request_missing: "Write the request, as help from above is needed",
		photo_missing: "Take at least one photo of what is not met",
		not_an_option: "Choose one of the options",
		na_not_allowed: "This item always applies; choose another option",
		not_a_number: "Enter a number, for example 12 or 1.5",
		ambiguous_number: "This number can be read in two ways; use a comma for decimals and no points",
		not_whole: "Enter a whole number",
		tooSmall: (min) => `Enter ${min} or more`,
		tooLarge: (max) => `Enter ${max} or less`,
		tooFew: (min) => `Choose at least ${plural(min, "option")}`,
		tooMany: (max) => `Choose at most ${plural(max, "option")}`,
		not_a_date: "Enter a real date, for example 23/11/2026",
		not_text: "Enter words",
		tooLong: (max) => `Shorten this to at most ${max} characters; it is not saved yet`,
		item_gone:
			"The office moved this return to a new version without this item. The answer is kept under “Answers of the old version”; load the page again",
		unknown_item: "The form has no such item, so the answer was not saved; open the page again",
		unknown_row: "This row is no longer in the list, so the answer was not saved; open the page again",
		tooFewRows: (min) => `Add at least ${plural(min, "row")} to this list`,
		tooManyRows: (max) =>
			`This list takes at most ${plural(max, "row")}; the new one was not added, take out what is not needed`,
		looksPersonal: (found) =>
			`“${found}” looks like a name, a class, a birthday or a telephone number; only counts are asked, take it out if it is a child's`,
		id_reused: "The answer's code was used before, so it was not saved; choose again",
		not_marked: "The office did not send this item back, so it cannot be changed",
		closed: {
			submitted: "The return has been sent, so this answer was not saved",
			accepted: "The return has been accepted, so this answer was not saved",
			campaign_closed: "The campaign is closed, so this answer was not saved",
			not_open_yet: "The campaign has not opened, so this answer was not saved",
		},
	},
);

/** What is wrong with an answer and how to mend it, one sentence without a full stop. */
export function faultSentence(fault: FaultDetail | OperationFault, locale: Locale): string {
	const say = faults[locale];
	switch (fault.code) {
		case "too_small":
			return say.tooSmall(bound(fault.min, locale));
		case "too_large":
			return say.tooLarge(bound(fault.max, locale));
		case "too_few":
			return say.tooFew(fault.min);
		case "too_many":
			return say.tooMany(fault.max);
		case "too_long":
			return say.tooLong(formatNumber(fault.max, locale));
		case "too_few_rows":
			return say.tooFewRows(fault.min);
		case "too_many_rows":
			return say.tooManyRows(fault.max);
		case "looks_personal":
			return say.looksPersonal(fault.found);
		case "check_failed":
		case "not_allowed":
			return textOf(fault.message, locale);
		case "return_closed":
			return say.closed[fault.why];
		default:
			return say[fault.code];
	}
}

/** A day or a number. */
function bound(value: number | string, locale: Locale): string {
	return typeof value === "number" ? formatNumber(value, locale) : formatDay(value);
}

/** What a form says, in the reader's language where somebody wrote it. */
export function textOf(text: Words, locale: Locale): string {
	return (locale === "en" ? text.en : undefined) ?? text.vi;
}
