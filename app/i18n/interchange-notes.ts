import type { Locale } from "#app/domain/ctx.ts";
import type { DefinitionFault } from "#app/domain/forms/check-definition.ts";
import type { Note } from "#app/domain/interchange/schema.ts";
import type { XPathFault } from "#app/domain/interchange/xpath-fault.ts";
import { words } from "./words.ts";

/** What is said of rows that do not come in as they were; `found` is what stood there. */
const noteWords = words(
	{
		file_empty: (_f: string) => "Tệp không có dòng nào.",
		format_unknown: (f: string) =>
			`Không thấy trang “survey” của XLSForm, cũng không thấy dòng tiêu đề có cột Nội dung hoặc Tiêu chí trong 20 dòng đầu. Các trang trong tệp: ${f}.`,
		json_broken: (_f: string) => "Tệp JSON bị hỏng hoặc lồng quá sâu, không đọc được.",
		json_shape: (f: string) => `Không đúng cấu trúc đã công bố: ${f}.`,
		sheet_left: (f: string) => `Trang “${f}” không phải phần của biểu mẫu, không đọc.`,
		column_left: (f: string) => `Cột “${f}” không dùng ở đây, bỏ qua.`,
		language_left: (f: string) => `Bản dịch “${f}” không đưa vào: ở đây chỉ có tiếng Việt và tiếng Anh.`,
		vietnamese_missing: (f: string) => `Không có cột tiếng Việt; lời ở cột “${f}” được dùng làm lời chính.`,
		items_missing: (f: string) => `Trang “${f}” không có mục nào đưa vào được.`,
		rule_missing: (_f: string) =>
			"Tệp không nói cách xếp loại: biểu mẫu chưa xếp loại Đạt, Chưa đạt cho đến khi bạn đặt cách xếp loại.",
		form_invalid: (f: string) => `Không hợp lệ: ${f}.`,
		too_many_rows: (f: string) => `Quá nhiều dòng; chỉ đọc ${f} dòng đầu.`,
		type_missing: (_f: string) => "Dòng không có loại câu hỏi (cột type).",
		type_unknown: (f: string) => `Không biết loại câu hỏi “${f}”. Hãy xem có viết sai không.`,
		type_without_equal: (f: string) => `Loại câu hỏi “${f}” chưa có trong biểu mẫu ở đây.`,
		metadata_left: (f: string) => `“${f}” do thiết bị tự ghi, ở đây không cần.`,
		disabled_left: (_f: string) => "Dòng đã tắt (disabled), không đưa vào.",
		name_missing: (_f: string) => "Dòng không có tên (cột name); mã được đặt theo số dòng.",
		name_changed: (f: string) => `Tên không dùng làm mã được, đã đổi: ${f}. Tên cũ được giữ làm nguồn gốc.`,
		name_twice: (f: string) =>
			`Tên “${f}” đã có ở dòng trên; mục này nhận mã khác, điều kiện nhắc tên này chỉ mục đầu.`,
		name_case: (f: string) => `Hai tên chỉ khác chữ hoa, chữ thường: ${f}. Cả hai được giữ.`,
		label_missing: (f: string) => `Không có lời (cột label); tên “${f}” được dùng thay.`,
		label_names_items: (f: string) => `Lời có nhắc câu trả lời khác bằng \${…}; ở đây hiện nguyên văn: “${f}”.`,
		text_cut: (f: string) => `Lời quá dài, chỉ giữ 4.000 ký tự đầu: “${f}…”.`,
		list_missing: (f: string) => `Không thấy danh sách lựa chọn “${f}” trong trang choices.`,
		list_short: (f: string) => `Danh sách “${f}” cần ít nhất hai lựa chọn.`,
		list_long: (f: string) => `Danh sách “${f}” có hơn 100 lựa chọn.`,
		option_twice: (f: string) => `Lựa chọn lặp lại, bỏ qua: ${f}.`,
		option_nameless: (f: string) => `Lựa chọn “${f}” không có tên (cột name).`,
		option_long: (f: string) => `Tên lựa chọn dài hơn 60 ký tự: “${f}”.`,
		or_other: (_f: string) => "“Khác” được thêm làm lựa chọn; ô ghi rõ thì không có.",
		choice_filter_left: (f: string) => `Không lọc được lựa chọn theo câu khác: mọi lựa chọn đều hiện. Bỏ: ${f}.`,
		default_left: (f: string) => `Giá trị mặc định “${f}” không đưa vào: câu trả lời do trường nhập.`,
		media_left: (f: string) => `Hình, âm thanh kèm theo không đưa vào: ${f}.`,
		appearance_left: (f: string) => `Kiểu hiển thị “${f}” không cần ở đây.`,
		parameters_left: (f: string) => `Tham số “${f}” không dùng ở đây.`,
		read_only_left: (_f: string) => "Câu chỉ đọc trở thành câu trả lời được.",
		trigger_left: (f: string) => `Việc tính lại theo câu “${f}” không đưa vào: công thức luôn được tính ngay.`,
		repeat_count_left: (f: string) => `Số dòng theo công thức “${f}” không đưa vào: trường tự thêm dòng.`,
		required_unclear: (_f: string) => "Bắt buộc khi có điều kiện: thành điều kiện kiểm tra giữa các mục.",
		relevant_left: (f: string) => `Điều kiện hiện không đưa vào được, mục sẽ luôn hiện: ${f}.`,
		constraint_left: (f: string) => `Ràng buộc không đưa vào được: ${f}.`,
		constraint_message_left: (f: string) => `Ràng buộc thành giới hạn của mục; lời báo do phần mềm viết thay: “${f}”.`,
		calculation_left: (f: string) => `Công thức không đưa vào được: ${f}.`,
		calculation_missing: (f: string) => `Dòng calculate “${f}” không có công thức.`,
		required_left: (f: string) => `Điều kiện bắt buộc không đưa vào được, mục không bắt buộc: ${f}.`,
		became_computed: (_f: string) => "Câu có công thức thành mục tự tính, trường không nhập được.",
		became_choice: (_f: string) => "Ô xác nhận thành câu chọn một.",
		became_text: (f: string) => `Loại “${f}” thành ô chữ.`,
		photo_joined: (_f: string) => "Câu chụp ảnh thành ảnh kèm câu trả lời của mục ngay trên.",
		photo_free: (_f: string) =>
			"Câu chụp ảnh thành ảnh kèm câu trả lời của mục ngay trên; không giữ điều kiện hiện và việc bắt buộc.",
		calculate_shown: (f: string) => `Kết quả tính của “${f}” hiện cho trường xem; trong ODK thì ẩn.`,
		note_moved: (_f: string) => "Lời ghi chú thành gợi ý của mục ngay dưới.",
		note_left: (f: string) => `Lời ghi chú có điều kiện không đưa vào: “${f}”.`,
		group_flattened: (f: string) => `Nhóm con “${f}” nhập vào phần chứa nó; điều kiện của nhóm vẫn giữ.`,
		group_unclosed: (f: string) => `Nhóm “${f}” không có dòng kết thúc; coi như hết ở cuối trang.`,
		group_unopened: (_f: string) => "Dòng kết thúc nhóm thừa.",
		group_empty: (f: string) => `Nhóm “${f}” không có mục nào.`,
		group_too_deep: (f: string) => `Nhóm “${f}” lồng quá sâu; các mục vào nhóm ngoài.`,
		repeat_in_repeat: (f: string) => `Nhóm lặp trong nhóm lặp chưa có ở đây: “${f}”.`,
		verdict_in_repeat: (f: string) => `Câu Đạt, Chưa đạt trong nhóm lặp thành câu chọn một: ${f}.`,
		expression_left: (f: string) => `Biểu thức không đọc được: ${f}.`,
		heading_read: (_f: string) => "Dòng tiêu đề phần.",
		row_left: (_f: string) => "Không phải tiêu chí (tổng, chữ ký, đánh số cột), bỏ qua.",
		row_unclear: (f: string) => `Không hiểu nội dung “${f}”.`,
	},
	{
		file_empty: (_f: string) => "The file has no rows.",
		format_unknown: (f: string) =>
			`There is neither a sheet “survey” of an XLSForm nor a row of headings with Nội dung or Tiêu chí among the first 20 rows. Sheets of the file: ${f}.`,
		json_broken: (_f: string) => "The JSON is broken or nested too deep and cannot be read.",
		json_shape: (f: string) => `It does not fit the published schema: ${f}.`,
		sheet_left: (f: string) => `Sheet “${f}” is no part of the form and was not read.`,
		column_left: (f: string) => `Column “${f}” has no use here and was passed over.`,
		language_left: (f: string) => `The translation “${f}” was left out: there are Vietnamese and English here.`,
		vietnamese_missing: (f: string) => `There is no Vietnamese column; the words of “${f}” serve as the source.`,
		items_missing: (f: string) => `Sheet “${f}” has no item that could come in.`,
		rule_missing: (_f: string) =>
			"The file says nothing of a verdict rule: the form gives no verdict until you set one.",
		form_invalid: (f: string) => `Not valid: ${f}.`,
		too_many_rows: (f: string) => `Too many rows; only the first ${f} are read.`,
		type_missing: (_f: string) => "The row has no question type (column type).",
		type_unknown: (f: string) => `The question type “${f}” is not known. See whether it is misspelt.`,
		type_without_equal: (f: string) => `The question type “${f}” does not exist here.`,
		metadata_left: (f: string) => `“${f}” is filled by the device and not needed here.`,
		disabled_left: (_f: string) => "The row is disabled and was left out.",
		name_missing: (_f: string) => "The row has no name; its code was made of the row's number.",
		name_changed: (f: string) => `The name cannot be a code and was changed: ${f}. The old name is kept as origin.`,
		name_twice: (f: string) =>
			`The name “${f}” stands above already; this item gets another code, conditions that name it mean the first.`,
		name_case: (f: string) => `Two names differ by case alone: ${f}. Both are kept.`,
		label_missing: (f: string) => `There is no label; the name “${f}” stands in its place.`,
		label_names_items: (f: string) =>
			`The label names another answer with \${…}; here it is shown as it stands: “${f}”.`,
		text_cut: (f: string) => `The text is too long; its first 4,000 signs are kept: “${f}…”.`,
		list_missing: (f: string) => `The list “${f}” is not in the sheet choices.`,
		list_short: (f: string) => `The list “${f}” needs two options at least.`,
		list_long: (f: string) => `The list “${f}” has more than 100 options.`,
		option_twice: (f: string) => `The option stands there already and was left out: ${f}.`,
		option_nameless: (f: string) => `The option “${f}” has no name.`,
		option_long: (f: string) => `The option's name has more than 60 signs: “${f}”.`,
		or_other: (_f: string) => "“Other” is added as an option, without a box to write in.",
		choice_filter_left: (f: string) => `Options cannot be filtered by another answer: all are shown. Left out: ${f}.`,
		default_left: (f: string) => `The default “${f}” was left out: answers are the school's own.`,
		media_left: (f: string) => `Its picture or sound was left out: ${f}.`,
		appearance_left: (f: string) => `The appearance “${f}” is not needed here.`,
		parameters_left: (f: string) => `The parameters “${f}” have no use here.`,
		read_only_left: (_f: string) => "A read-only question can be answered here.",
		trigger_left: (f: string) => `The trigger “${f}” was left out: calculations are always up to date.`,
		repeat_count_left: (f: string) => `The repeat count “${f}” was left out: schools add rows themselves.`,
		required_unclear: (_f: string) => "Required under a condition: this became a check across items.",
		relevant_left: (f: string) => `The condition could not come in, the item is always shown: ${f}.`,
		constraint_left: (f: string) => `The constraint could not come in: ${f}.`,
		constraint_message_left: (f: string) =>
			`The constraint became a limit of the item, with a message of its own instead of: “${f}”.`,
		calculation_left: (f: string) => `The calculation could not come in: ${f}.`,
		calculation_missing: (f: string) => `The calculate row “${f}” has no calculation.`,
		required_left: (f: string) => `The condition of being required could not come in, the item is not required: ${f}.`,
		became_computed: (_f: string) => "A question with a calculation became a computed item that schools do not type.",
		became_choice: (_f: string) => "An acknowledgement became a choice of two.",
		became_text: (f: string) => `The type “${f}” became a text.`,
		photo_joined: (_f: string) => "The picture comes with the answer of the item above.",
		photo_free: (_f: string) =>
			"The picture comes with the answer of the item above, without its condition and without being required.",
		calculate_shown: (f: string) => `What “${f}” comes to is shown to schools; in ODK it is hidden.`,
		note_moved: (_f: string) => "The note became the hint of the item below.",
		note_left: (f: string) => `A note with a condition was left out: “${f}”.`,
		group_flattened: (f: string) => `The inner group “${f}” joined the section around it; its condition is kept.`,
		group_unclosed: (f: string) => `The group “${f}” is never closed; it ends with the sheet.`,
		group_unopened: (_f: string) => "There is no group to end here.",
		group_empty: (f: string) => `The group “${f}” has no items.`,
		group_too_deep: (f: string) => `The group “${f}” is nested too deep; its items went to the one around it.`,
		repeat_in_repeat: (f: string) => `Repeats within repeats do not exist here: “${f}”.`,
		verdict_in_repeat: (f: string) => `A verdict within a repeat became a choice: ${f}.`,
		expression_left: (f: string) => `The expression cannot be read: ${f}.`,
		heading_read: (_f: string) => "The heading of a section.",
		row_left: (_f: string) => "No criterion (a total, a signature, column numbers); passed over.",
		row_unclear: (f: string) => `“${f}” was not understood.`,
	},
);

/** What is wrong with an expression. */
const faultWords = words(
	{
		empty: (_f: string) => "chưa viết gì",
		too_long: (_f: string) => "quá dài",
		too_large: (_f: string) => "lồng quá sâu hoặc quá lớn",
		character: (f: string) => `dấu “${f}” không dùng được ở đây`,
		unclosed_text: (_f: string) => "thiếu dấu nháy đóng",
		unclosed_reference: (_f: string) => "thiếu dấu } đóng",
		bracket_missing: (_f: string) => "thiếu dấu đóng ngoặc",
		operand_missing: (_f: string) => "thiếu một giá trị hoặc một mục",
		operator_missing: (f: string) => `thiếu phép so sánh hoặc phép nối trước “${f}”`,
		self_unknown: (_f: string) => "dấu chấm chỉ câu trả lời của chính mục, không dùng ở đây",
		name_malformed: (f: string) => `“${f}” không thể là mã mục`,
		name_unknown: (f: string) => `không có mục nào tên “${f}”`,
		name_bare: (f: string) => `tên mục phải viết trong \${…}: “${f}”`,
		function_unknown: (f: string) => `không biết hàm “${f}”`,
		function_without_equal: (f: string) => `hàm “${f}” của ODK chưa có ở đây`,
		operator_without_equal: (f: string) => `phép “${f}” chưa có ở đây`,
		path_without_equal: (_f: string) => "đường dẫn XPath không dùng được, hãy gọi mục bằng ${…}",
		arguments: (_f: string) => "thiếu, thừa hoặc sai loại tham số của hàm",
		field_unknown: (f: string) => `không có thông tin trường nào tên ${f}`,
		outcome_unknown: (_f: string) => "kết quả phải là 'met', 'unmet' hoặc 'na'",
		text_too_long: (_f: string) => "đoạn chữ quá dài",
	},
	{
		empty: (_f: string) => "nothing is written",
		too_long: (_f: string) => "it is too long",
		too_large: (_f: string) => "it is nested too deep or too large",
		character: (f: string) => `the sign “${f}” has no place here`,
		unclosed_text: (_f: string) => "the closing quote is missing",
		unclosed_reference: (_f: string) => "the closing } is missing",
		bracket_missing: (_f: string) => "a closing bracket is missing",
		operand_missing: (_f: string) => "a value or an item is missing",
		operator_missing: (f: string) => `an operator is missing before “${f}”`,
		self_unknown: (_f: string) => "the point means the own answer, which there is none of here",
		name_malformed: (f: string) => `“${f}” cannot be the code of an item`,
		name_unknown: (f: string) => `no item is called “${f}”`,
		name_bare: (f: string) => `names of items stand in \${…}: “${f}”`,
		function_unknown: (f: string) => `the function “${f}” is not known`,
		function_without_equal: (f: string) => `ODK's function “${f}” does not exist here`,
		operator_without_equal: (f: string) => `the operator “${f}” does not exist here`,
		path_without_equal: (_f: string) => "paths of XPath do not work here, name the item with ${…}",
		arguments: (_f: string) => "a function has too few, too many or wrong arguments",
		field_unknown: (f: string) => `there is no fact of the school called ${f}`,
		outcome_unknown: (_f: string) => "an outcome is 'met', 'unmet' or 'na'",
		text_too_long: (_f: string) => "the text is too long",
	},
);

/** What `checkDefinition` finds. */
const definitionWords = words(
	{
		duplicate: (f: string) => `Mã “${f}” dùng cho nhiều hơn một nơi.`,
		duplicate_option: (f: string) => `Lựa chọn lặp lại: ${f}.`,
		unknown_item: (f: string) => `Có điều kiện hoặc công thức nhắc tới mục không có: ${f}.`,
		expression_too_large: (f: string) => `Biểu thức quá lớn ở ${f}.`,
		circular: (f: string) => `Điều kiện hoặc công thức vòng quanh: ${f}.`,
		limits_reversed: (f: string) => `Giới hạn nhỏ nhất lớn hơn giới hạn lớn nhất ở ${f}.`,
		mandatory_not_counted: (f: string) => `${f} ghi bắt buộc nhưng không tính vào số tiêu chí.`,
		decisive_item_optional: (f: string) => `${f} quyết định kết quả nhưng trường được bỏ trống.`,
		too_few_criteria: (f: string) => `Cách xếp loại cần nhiều tiêu chí hơn số đang có (${f}).`,
		mandatory_not_flagged: (f: string) => `Số tiêu chí ★ khác số mà cách xếp loại đòi hỏi (${f}).`,
		kind_in_two_lines: (f: string) => `Một loại trường có ở hai dòng của cách xếp loại: ${f}.`,
		level_out_of_reach: (f: string) => `Không trường nào đạt được mức ${f}.`,
		no_passing_level: (_f: string) => "Không mức nào được tính là Đạt.",
		verdict_in_roster: (f: string) => `Mục Đạt, Chưa đạt không đặt trong bảng nhiều dòng được: ${f}.`,
		row_out_of_reach: (f: string) => `Có nơi hỏi một mục của bảng nhiều dòng mà không đứng ở dòng nào: ${f}.`,
		roster_without_title: (f: string) => `Bảng nhiều dòng ${f} không có mục để gọi tên dòng.`,
		figure_incomplete: (f: string) => `Số liệu ${f} chưa đủ.`,
	},
	{
		duplicate: (f: string) => `The code “${f}” is used more than once.`,
		duplicate_option: (f: string) => `An option stands there twice: ${f}.`,
		unknown_item: (f: string) => `A condition or calculation asks for an item that is not there: ${f}.`,
		expression_too_large: (f: string) => `The expression is too large at ${f}.`,
		circular: (f: string) => `Conditions or calculations go round in a circle: ${f}.`,
		limits_reversed: (f: string) => `The lower limit is above the upper one at ${f}.`,
		mandatory_not_counted: (f: string) => `${f} is mandatory but not counted.`,
		decisive_item_optional: (f: string) => `${f} decides the verdict but may be left unanswered.`,
		too_few_criteria: (f: string) => `The rule wants more criteria than there are (${f}).`,
		mandatory_not_flagged: (f: string) => `The number of ★ criteria differs from what the rule wants (${f}).`,
		kind_in_two_lines: (f: string) => `A kind of school stands in two lines of the rule: ${f}.`,
		level_out_of_reach: (f: string) => `No school can reach the level ${f}.`,
		no_passing_level: (_f: string) => "No level counts as met.",
		verdict_in_roster: (f: string) => `A verdict item cannot stand among rows: ${f}.`,
		row_out_of_reach: (f: string) => `An item of rows is asked for where there is no row: ${f}.`,
		roster_without_title: (f: string) => `The rows ${f} have no item that names them.`,
		figure_incomplete: (f: string) => `The figure ${f} is incomplete.`,
	},
);

/** A note of a row in a sentence, with the place in the expression where there is one. */
export function noteSentence(note: Pick<Note, "code" | "found" | "fault">, locale: Locale): string {
	const sentence = noteWords[locale][note.code](note.found);
	return note.fault ? `${sentence} ${xpathSentence(note.fault, locale)}` : sentence;
}

/** What is wrong with an expression and at which sign of it. */
export function xpathSentence(fault: XPathFault, locale: Locale): string {
	const what = faultWords[locale][fault.code](fault.found);
	return locale === "vi" ? `Ở ký tự thứ ${fault.at + 1}: ${what}.` : `At sign ${fault.at + 1}: ${what}.`;
}

/** A fault of a definition in a sentence. */
export function definitionSentence(fault: DefinitionFault, locale: Locale): string {
	return definitionWords[locale][fault.code](subjectOf(fault));
}

function subjectOf(fault: DefinitionFault): string {
	switch (fault.code) {
		case "duplicate":
			return fault.duplicate;
		case "duplicate_option":
			return `${fault.item}: ${fault.option}`;
		case "circular":
			return fault.codes.join(" → ");
		case "unknown_item":
		case "row_out_of_reach":
			return `${fault.item} (${fault.place.code})`;
		case "expression_too_large":
			return fault.place.code;
		case "too_few_criteria":
			return `${fault.have}/${fault.wanted}`;
		case "mandatory_not_flagged":
			return `${fault.flagged}/${fault.wanted}`;
		case "kind_in_two_lines":
			return fault.kind;
		case "level_out_of_reach":
			return fault.level;
		case "roster_without_title":
			return fault.roster;
		case "figure_incomplete":
			return fault.figure;
		case "no_passing_level":
			return "";
		default:
			return fault.item;
	}
}
