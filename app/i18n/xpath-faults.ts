import type { Locale } from "#app/domain/ctx.ts";
import type { XPathFault } from "#app/domain/interchange/xpath-fault.ts";
import { words } from "./words.ts";

const sentences = words(
	{
		empty: "biểu thức đang trống",
		too_long: "biểu thức quá dài",
		too_large: "biểu thức quá nhiều tầng hoặc quá nhiều phần, hãy chia nhỏ",
		character: (found: string) => `không dùng được ký hiệu ${found}`,
		unclosed_text: "thiếu dấu nháy đóng",
		unclosed_reference: "thiếu dấu } đóng tên mục",
		bracket_missing: "thiếu dấu ngoặc đóng",
		operand_missing: "ở đây phải có một giá trị, một mục hoặc một hàm",
		operator_missing: (found: string) => `thừa ${found}, hoặc thiếu phép toán ở trước`,
		self_unknown: "dấu chấm chỉ dùng được ở điều kiện của một mục",
		name_malformed: (found: string) => `${found} không thể là mã mục`,
		name_unknown: (found: string) => `biểu không có mục ${found}`,
		name_bare: (found: string, mended: string) => `tên mục phải viết trong dấu ngoặc nhọn: ${mended} thay cho ${found}`,
		function_unknown: (found: string) => `không có hàm ${found}`,
		function_without_equal: (found: string) => `hàm ${found} của ODK không dùng được ở đây`,
		operator_without_equal: (found: string) => `phép ${found} không dùng được ở đây`,
		path_without_equal: (found: string) => `đường dẫn ${found} không dùng được ở đây, hãy gọi mục bằng \${…}`,
		arguments: (found: string) => `hàm ${found} cần số lượng hoặc loại tham số khác`,
		field_unknown: (found: string) => `không có thông tin ${found} về trường`,
		outcome_unknown: (found: string) => `${found} không phải kết quả: hãy dùng met, unmet hoặc na`,
		text_too_long: "đoạn chữ trong dấu nháy quá dài",
	},
	{
		empty: "the expression is blank",
		too_long: "the expression is too long",
		too_large: "the expression is too deep or has too many parts; split it",
		character: (found) => `the sign ${found} cannot be used`,
		unclosed_text: "a closing quote is missing",
		unclosed_reference: "the closing } of an item's name is missing",
		bracket_missing: "a closing bracket is missing",
		operand_missing: "a value, an item or a function should stand here",
		operator_missing: (found) => `${found} is too much, or an operator is missing before it`,
		self_unknown: "the dot can only be used in the condition of an item",
		name_malformed: (found) => `${found} cannot be the code of an item`,
		name_unknown: (found) => `the form has no item ${found}`,
		name_bare: (found, mended) => `the name of an item is written in braces: ${mended} in place of ${found}`,
		function_unknown: (found) => `there is no function ${found}`,
		function_without_equal: (found) => `the function ${found} of ODK cannot be used here`,
		operator_without_equal: (found) => `the operator ${found} cannot be used here`,
		path_without_equal: (found) => `the path ${found} cannot be used here; name the item with \${…}`,
		arguments: (found) => `the function ${found} takes other arguments`,
		field_unknown: (found) => `there is no fact ${found} about the school`,
		outcome_unknown: (found) => `${found} is no outcome: use met, unmet or na`,
		text_too_long: "the text in quotes is too long",
	},
);

/** What is wrong with an expression, one sentence without a full stop, to stand behind its place. */
export function xpathFaultSentence({ code, found }: XPathFault, locale: Locale): string {
	const say = sentences[locale][code];
	if (typeof say === "string") return say;
	return say(`“${found}”`, `\${${found}}`);
}
