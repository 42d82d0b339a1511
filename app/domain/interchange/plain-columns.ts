/** The columns of a list of criteria as offices write them: STT, nội dung, bắt buộc, căn cứ, điểm, ghi chú. */
import { searchKey } from "../text.ts";

export type PlainField = "number" | "text" | "mandatory" | "basis" | "weight" | "hint" | "answer";
export type PlainColumns = Partial<Record<Exclude<PlainField, "answer">, number>>;

/** Beginnings of headings, without tone marks; the first field that fits takes the column. */
const names: [PlainField, RegExp][] = [
	["number", /^(stt|tt|so tt|so thu tu|ma( so| tieu chi| muc)?|muc so|no|code|id)$/],
	[
		"answer",
		/^(dat|khong dat|chua dat|khong ap dung|ket qua|tu danh gia|danh gia|co|khong|diem (dat|tu cham|cham)|yes|met|not met|result)\b/,
	],
	["mandatory", /^(tieu chi |noi dung )?(bat buoc|mandatory|required)|^★$/],
	["basis", /^(can cu|co so phap ly|van ban|dieu khoan|legal basis|basis|vien dan)/],
	["weight", /^(diem|trong so|he so|thang diem|weight|score|points)/],
	["hint", /^(ghi chu|huong dan|mo ta|dien giai|minh chung|cach (kiem tra|danh gia)|giai thich|note|hint|guidance)/],
	[
		"text",
		/^(noi dung|tieu chi|cau hoi|yeu cau|tieu chuan|muc kiem tra|cac (noi dung|tieu chi)|criteri|content|question|item)/,
	],
];

function fieldOf(heading: string): PlainField | null {
	if (/^[★*]$/.test(heading.trim())) return "mandatory";
	const key = searchKey(heading);
	if (key === "" || heading.length > 80) return null;
	return names.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** The columns that a row of headings names; null when it is none: a list has texts and something beside them. */
export function columnsOf(cells: readonly string[]): PlainColumns | null {
	const columns: PlainColumns = {};
	let answers = 0;
	cells.forEach((text, at) => {
		const field = fieldOf(text);
		if (field === "answer") answers += 1;
		// A merged heading stands in each of its columns: the first is meant.
		else if (field !== null && columns[field] === undefined) columns[field] = at;
	});
	const named = Object.keys(columns).length;
	return columns.text !== undefined && named + answers >= 2 ? columns : null;
}
