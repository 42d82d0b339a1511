import type { Locale } from "#app/domain/ctx.ts";
import type { Mend, Reason } from "#app/domain/units/import-schema.ts";
import { schoolWords } from "./schools.ts";
import { plural, words } from "./words.ts";

/** Words of the import of lists: the pages and the script say the same. */
export const importWords = words(
	{
		title: "Nhập danh sách trường",
		crumb: "Đơn vị, trường học",
		fields: {
			code: "Mã trường",
			name: "Tên trường",
			kind: "Cấp học, loại trường",
			ownership: "Loại hình",
			commune: "Xã, thị trấn",
			manager: "Cơ quan quản lý",
			classrooms: "Số lớp",
			pupils: "Số trẻ, học sinh",
			staff: "Số cán bộ, giáo viên, nhân viên",
			sites: "Số điểm trường",
		},
		fates: {
			create: "Thêm mới",
			update: "Cập nhật",
			unchanged: "Không đổi",
			mended: "Đã sửa giúp",
			refused: "Từ chối",
		},
		actions: { create: "sẽ thêm mới", update: "sẽ cập nhật", unchanged: "không đổi" },
		skipped: { block: "Tiêu đề khối", total: "Dòng tổng", numbering: "Dòng đánh số cột", note: "Ghi chú" },
		upload: {
			meta: "Tải lên tệp Excel hoặc CSV mà đơn vị đang dùng; chưa có gì được ghi cho đến khi bạn xác nhận.",
			file: "Tệp danh sách",
			hint: "Tệp .xlsx, hoặc .csv lưu kiểu “CSV UTF-8”",
			submit: "Đọc tệp và xem trước",
			how: "Tệp cần có gì",
			steps: [
				"Một bảng có dòng tiêu đề; các dòng quốc hiệu, tên bảng, dòng khối in đậm và dòng tổng được tự bỏ qua.",
				"Cột Mã trường và Tên trường, kèm Cấp học, Loại hình, Xã/Thị trấn; số lớp, số trẻ/học sinh, số CBGVNV, số điểm trường nếu có.",
				"Mỗi trường một dòng, mỗi mã một lần. Nhập lại cùng danh sách không tạo trường trùng: trường đã có được cập nhật theo mã.",
				"Ô để trống không xóa thông tin đã có. Trường không có trong tệp vẫn giữ nguyên.",
			],
			templates: "Tệp mẫu",
			xlsx: "Tải mẫu Excel (.xlsx)",
			csv: "Tải mẫu CSV (.csv)",
			latest: "Các lần nhập gần đây",
			columns: { file: "Tệp", at: "Lúc", by: "Người nhập", state: "Trạng thái", rows: "Số dòng" },
			states: { previewed: "Chờ xác nhận", confirmed: "Đã nhập" },
		},
		preview: {
			title: (file: string) => `Xem trước: ${file}`,
			confirmedTitle: (file: string) => `Đã nhập: ${file}`,
			meta: (sheet: string, from: number, to: number) =>
				from === to
					? `Trang tính “${sheet}”, dòng tiêu đề ${from}`
					: `Trang tính “${sheet}”, dòng tiêu đề ${from}–${to}`,
			nothingYet: "Chưa có gì được ghi. Hãy xem từng dòng bên dưới rồi xác nhận.",
			done: (created: number, updated: number) =>
				`Đã thêm mới ${created.toLocaleString("vi-VN")} trường, cập nhật ${updated.toLocaleString("vi-VN")} trường.`,
			doneRefused: (refused: number) =>
				`${refused.toLocaleString("vi-VN")} dòng bị từ chối vẫn chưa được nhập: hãy sửa trong tệp rồi tải lên lại, các trường đã nhập sẽ không bị trùng.`,
			all: "Tất cả",
			filter: "Lọc theo kết quả",
			confirm: (n: number) => `Xác nhận nhập ${n.toLocaleString("vi-VN")} trường`,
			confirmNote: (refused: number) =>
				refused > 0
					? `${refused.toLocaleString("vi-VN")} dòng bị từ chối sẽ không được nhập; có thể sửa trong tệp rồi tải lên lại sau.`
					: "Tất cả các dòng đều dùng được.",
			nothing: "Mọi dòng dùng được đều giống dữ liệu hiện có, không có gì để ghi.",
			onlyRefused: "Không có dòng nào nhập được. Hãy sửa các dòng bị từ chối trong tệp rồi tải lên lại.",
			again: "Tải tệp khác",
			toList: "Xem danh sách trường",
			original: "Tệp gốc",
			caption: "Từng dòng của danh sách",
			none: "Không có dòng nào có kết quả này.",
			columns: {
				row: "STT",
				line: "Dòng",
				name: "Trường",
				fate: "Kết quả",
				why: "Lý do, nội dung",
			},
			shown: (from: number, to: number, of: number) =>
				`Dòng ${from.toLocaleString("vi-VN")}–${to.toLocaleString("vi-VN")} trong ${of.toLocaleString("vi-VN")}`,
			mapping: "Các cột đã nhận ra",
			mappingNote: "Nếu cột nào nhận chưa đúng, hãy chọn lại rồi đọc lại danh sách.",
			noColumn: "Không có cột này",
			remap: "Đọc lại với các cột này",
			column: (letter: string, header: string, sample: string) =>
				`${letter}: ${header || "(không có tiêu đề)"}${sample ? ` – ví dụ “${sample}”` : ""}`,
			skippedTitle: (n: number) => `${n.toLocaleString("vi-VN")} dòng không phải là trường, được bỏ qua`,
			skippedLine: (line: number, why: string, text: string) => `Dòng ${line}: ${why}: ${text}`,
			change: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
			blank: "(trống)",
			noCode: "(thiếu mã)",
		},
	},
	{
		title: "Import a list of schools",
		crumb: "Units and schools",
		fields: {
			code: "School code",
			name: "School name",
			kind: "Level, kind of school",
			ownership: "Ownership",
			commune: "Commune",
			manager: "Managed by",
			classrooms: "Classes",
			pupils: "Pupils",
			staff: "Staff",
			sites: "Sites",
		},
		fates: {
			create: "New",
			update: "Update",
			unchanged: "Unchanged",
			mended: "Mended",
			refused: "Refused",
		},
		actions: { create: "will be added", update: "will be updated", unchanged: "unchanged" },
		skipped: { block: "Heading of a block", total: "Total", numbering: "Column numbers", note: "Note" },
		upload: {
			meta: "Upload the Excel or CSV file that the office uses; nothing is written until you confirm.",
			file: "List file",
			hint: "An .xlsx file, or .csv saved as “CSV UTF-8”",
			submit: "Read and preview",
			how: "What the file needs",
			steps: [
				"One table with a header row; letterhead, title, bold block rows and the total row are skipped by themselves.",
				"Columns for code and name, with level, ownership and commune; classes, pupils, staff and sites where you have them.",
				"One row a school, each code once. The same list again makes no second school: a known school is updated by its code.",
				"A blank cell erases nothing. Schools that the file leaves out stay as they are.",
			],
			templates: "Sample files",
			xlsx: "Excel sample (.xlsx)",
			csv: "CSV sample (.csv)",
			latest: "Latest imports",
			columns: { file: "File", at: "At", by: "By", state: "State", rows: "Rows" },
			states: { previewed: "To be confirmed", confirmed: "Imported" },
		},
		preview: {
			title: (file) => `Preview: ${file}`,
			confirmedTitle: (file) => `Imported: ${file}`,
			meta: (sheet, from, to) =>
				from === to ? `Sheet “${sheet}”, header in row ${from}` : `Sheet “${sheet}”, header in rows ${from}–${to}`,
			nothingYet: "Nothing is written yet. Look at the rows below, then confirm.",
			done: (created, updated) => `${plural(created, "school")} added, ${plural(updated, "school")} updated.`,
			doneRefused: (refused) =>
				`${plural(refused, "refused row")} not imported: mend them in the file and upload it again; what is imported is not doubled.`,
			all: "All",
			filter: "Filter by fate",
			confirm: (n) => `Confirm: import ${plural(n, "school")}`,
			confirmNote: (refused) =>
				refused > 0
					? `${plural(refused, "refused row")} will not be imported; mend the file and upload it again later.`
					: "Every row can be used.",
			nothing: "Every usable row equals what is known already; there is nothing to write.",
			onlyRefused: "No row can be imported. Mend the refused rows in the file and upload it again.",
			again: "Upload another file",
			toList: "See the schools",
			original: "Original file",
			caption: "The rows of the list",
			none: "No row has this fate.",
			columns: { row: "No.", line: "Row", name: "School", fate: "Fate", why: "Why, what" },
			shown: (from, to, of) =>
				`Rows ${from.toLocaleString("en-GB")}–${to.toLocaleString("en-GB")} of ${of.toLocaleString("en-GB")}`,
			mapping: "Columns recognised",
			mappingNote: "If a column was not recognised rightly, choose it again and read the list once more.",
			noColumn: "No such column",
			remap: "Read again with these columns",
			column: (letter, header, sample) =>
				`${letter}: ${header || "(no heading)"}${sample ? ` – such as “${sample}”` : ""}`,
			skippedTitle: (n) => `${plural(n, "row")} skipped, being no schools`,
			skippedLine: (line, why, text) => `Row ${line}: ${why}: ${text}`,
			change: (field, from, to) => `${field}: ${from} → ${to}`,
			blank: "(blank)",
			noCode: "(no code)",
		},
	},
);

type ReasonSentences = Record<Reason["code"], (reason: Reason, field: string) => string>;

const reasons: Record<Locale, ReasonSentences> = {
	vi: {
		code_missing: () => "Thiếu mã trường. Hãy điền mã định danh do Sở hoặc Phòng cấp; mã không được tự đặt.",
		code_malformed: ({ value }) => `Mã “${value}” không hợp lệ. Mã chỉ gồm chữ, số và dấu . _ / -, tối đa 32 ký tự.`,
		code_repeated: ({ value, row, line }) =>
			`Mã ${value} đã dùng ở dòng STT ${row} (dòng ${line} của tệp). Hãy kiểm tra và ghi đúng mã của trường này.`,
		code_repeated_below: ({ value, row, line }) =>
			`Mã ${value} còn xuất hiện ở dòng STT ${row} (dòng ${line} của tệp), dòng đó bị từ chối. Hãy kiểm tra mã nào đúng.`,
		code_of_other_unit: ({ value }) =>
			`Mã ${value} thuộc về một đơn vị khác, ngoài phạm vi của bạn hoặc không phải là trường.`,
		school_closed: ({ value }) =>
			`Trường có mã ${value} đã ngừng hoạt động. Nếu trường hoạt động lại, hãy mở lại trước khi nhập.`,
		name_missing: () => "Thiếu tên trường.",
		name_too_long: () => "Tên trường dài quá 200 ký tự.",
		formula_text: ({ value }, field) =>
			`${field} là chữ của một công thức (“${value}”), có thể gây hại khi mở bằng Excel. Hãy ghi lại bằng chữ thường.`,
		formula_unread: ({ value }, field) =>
			`${field} là công thức chưa có kết quả (${value}). Hãy dán giá trị thay cho công thức.`,
		cell_unread: ({ value }, field) =>
			`${field} có ô kiểu ngày, đúng/sai hoặc báo lỗi (${value}). Hãy ghi lại bằng chữ hoặc số.`,
		kind_missing: () => "Thiếu cấp học và tên không cho biết loại trường.",
		kind_unknown: ({ value }) =>
			`Không nhận ra cấp học “${value}”. Hãy ghi ví dụ: Mầm non, Tiểu học, THCS, THPT, GDNN-GDTX.`,
		ownership_missing: () => "Thiếu loại hình. Hãy ghi Công lập, Dân lập hoặc Tư thục.",
		ownership_unknown: ({ value }) => `Không nhận ra loại hình “${value}”. Hãy ghi Công lập, Dân lập hoặc Tư thục.`,
		commune_missing: () => "Thiếu tên xã, thị trấn.",
		commune_unknown: ({ value }) => `Không có xã, thị trấn nào tên “${value}” trong phạm vi của đơn vị bạn.`,
		commune_ambiguous: ({ value }) =>
			`Có nhiều xã, thị trấn cùng tên “${value}”. Hãy ghi rõ Xã hay Thị trấn, hoặc ghi mã.`,
		manager_unknown: ({ value }) =>
			`Không nhận ra cơ quan quản lý “${value ?? ""}”. Hãy ghi Phòng GD&ĐT, Sở GD&ĐT hoặc UBND xã.`,
		number_in_words: ({ value }, field) =>
			`${field} ghi bằng chữ (“${value}”), không tự đoán thành số. Hãy ghi bằng chữ số.`,
		number_unclear: ({ value }, field) => `${field} ghi “${value}”, chưa rõ là số nào. Hãy chỉ ghi chữ số.`,
		number_negative: ({ value }, field) => `${field} là số âm (${value}). Hãy ghi số từ 0 trở lên.`,
		number_not_whole: ({ value }, field) =>
			`${field} không phải số nguyên (${value}). Nếu là số hàng nghìn, hãy ghi liền các chữ số.`,
		number_too_large: ({ value }, field) => `${field} quá lớn (${value}). Hãy kiểm tra lại.`,
	},
	en: {
		code_missing: () =>
			"The code is missing. Enter the one issued by the Department or the District Office; codes are not made up.",
		code_malformed: ({ value }) =>
			`Code “${value}” is not valid: letters, figures and . _ / - only, at most 32 characters.`,
		code_repeated: ({ value, row, line }) =>
			`Code ${value} stands already at no. ${row} (row ${line} of the file). Check and enter this school's own code.`,
		code_repeated_below: ({ value, row, line }) =>
			`Code ${value} stands again at no. ${row} (row ${line} of the file), which is refused. Check which of the two is right.`,
		code_of_other_unit: ({ value }) => `Code ${value} belongs to another unit, outside yours or not a school.`,
		school_closed: ({ value }) =>
			`The school with code ${value} is closed. If it works again, reopen it before importing.`,
		name_missing: () => "The name is missing.",
		name_too_long: () => "The name is longer than 200 characters.",
		formula_text: ({ value }, field) =>
			`${field} is the text of a formula (“${value}”), which may do harm when opened in Excel. Write it in plain words.`,
		formula_unread: ({ value }, field) => `${field} is a formula without a result (${value}). Paste its value instead.`,
		cell_unread: ({ value }, field) =>
			`${field} holds a date, a yes/no or an error (${value}). Write it as text or a number.`,
		kind_missing: () => "The level is missing, and the name does not tell the kind of school.",
		kind_unknown: ({ value }) =>
			`Level “${value}” is not known. Write for example Mầm non, Tiểu học, THCS, THPT, GDNN-GDTX.`,
		ownership_missing: () => "The ownership is missing. Write Công lập, Dân lập or Tư thục.",
		ownership_unknown: ({ value }) => `Ownership “${value}” is not known. Write Công lập, Dân lập or Tư thục.`,
		commune_missing: () => "The commune is missing.",
		commune_unknown: ({ value }) => `No commune named “${value}” is within your unit.`,
		commune_ambiguous: ({ value }) =>
			`Several communes are named “${value}”. Write Xã or Thị trấn before it, or its code.`,
		manager_unknown: ({ value }) => `Manager “${value ?? ""}” is not known. Write Phòng GD&ĐT, Sở GD&ĐT or UBND xã.`,
		number_in_words: ({ value }, field) =>
			`${field} is written in words (“${value}”) and is not guessed. Write it in figures.`,
		number_unclear: ({ value }, field) =>
			`${field} says “${value}”; it is not clear which number that is. Write figures only.`,
		number_negative: ({ value }, field) => `${field} is negative (${value}). Enter 0 or more.`,
		number_not_whole: ({ value }, field) =>
			`${field} is not a whole number (${value}). If thousands are meant, write the figures together.`,
		number_too_large: ({ value }, field) => `${field} is too large (${value}). Check it.`,
	},
};

/** Why a row is refused, or what to know of it: a sentence that says how to mend it. */
export function reasonSentence(reason: Reason, locale: Locale): string {
	return reasons[locale][reason.code](reason, reason.field ? importWords[locale].fields[reason.field] : "");
}

type MendSentences = Record<Mend["code"], (mend: Mend, field: string) => string>;

const kindName = (code: string, locale: Locale) => (schoolWords[locale].kinds as Record<string, string>)[code] ?? code;

const mends: Record<Locale, MendSentences> = {
	vi: {
		unicode: (_, field) => `${field}: chuyển chữ Unicode tổ hợp thành dựng sẵn.`,
		spaces: (_, field) => `${field}: bỏ khoảng trắng thừa.`,
		hidden_characters: (_, field) => `${field}: bỏ ký tự ẩn.`,
		formula_result: ({ to }, field) => `${field}: ô là công thức, dùng kết quả đang hiển thị “${to}”.`,
		digits_grouped: ({ from, to }, field) => `${field}: “${from}” ghi kiểu chữ, hiểu là ${to}.`,
		dash_as_blank: (_, field) => `${field}: dấu gạch ngang hiểu là để trống.`,
		kind_from_name: ({ from, to }) =>
			from
				? `Cấp học ghi “${from}”; theo tên trường, loại là ${kindName(to, "vi")}.`
				: `Loại trường theo tên: ${kindName(to, "vi")}.`,
		spelling: ({ from, to }, field) => `${field}: “${from}” hiểu là ${to}.`,
	},
	en: {
		unicode: (_, field) => `${field}: decomposed Unicode was composed.`,
		spaces: (_, field) => `${field}: stray spaces were removed.`,
		hidden_characters: (_, field) => `${field}: hidden characters were removed.`,
		formula_result: ({ to }, field) => `${field}: the cell is a formula; its shown result “${to}” is used.`,
		digits_grouped: ({ from, to }, field) => `${field}: “${from}”, written as text, is ${to}.`,
		dash_as_blank: (_, field) => `${field}: a dash is read as blank.`,
		kind_from_name: ({ from, to }) =>
			from
				? `The level says “${from}”; by its name the school is: ${kindName(to, "en")}.`
				: `Kind by the name: ${kindName(to, "en")}.`,
		spelling: ({ from, to }, field) => `${field}: “${from}” is ${to}.`,
	},
};

/** What was mended in a row. */
export function mendSentence(mend: Mend, locale: Locale): string {
	return mends[locale][mend.code](mend, importWords[locale].fields[mend.field]);
}
