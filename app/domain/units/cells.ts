import { cleanLine } from "../text.ts";
import type { Cell, Field, Mend, Reason } from "./import-schema.ts";
import { FIGURE_LIMIT, looksLikeFormula } from "./schema.ts";

/** A cell read for one field: its value, what was mended on the way, or why it cannot be used. */
export type Read<T> = { value: T; mends: Mend[]; refused: Reason | null };

const hidden = /[\p{Cc}\u200b-\u200f\u2028\u2029\u2060\ufeff]/gu;

/** What a cell shows, for headings, samples and codes of look-up; "" when it shows nothing that can be read. */
export function shownText(cell: Cell | undefined): string {
	if (cell === null || cell === undefined) return "";
	if (typeof cell !== "object") return cleanLine(String(cell));
	return "formula" in cell ? shownText(cell.result) : cell.other;
}

/**
 * One line of text. Mends what is certain and says so: decomposed Unicode, stray spaces, hidden characters, the shown result of
 * a formula. Refuses text that a spreadsheet would run.
 */
export function readText(cell: Cell | undefined, field: Field): Read<string> {
	const plain = plainOf(cell, field);
	if (plain.refused || plain.value === null) return { ...plain, value: "" };
	const from = String(plain.value);
	const mends = plain.mends;
	const composed = from.normalize("NFC");
	const visible = composed.replace(hidden, " ");
	const to = cleanLine(visible);
	if (composed !== from) mends.push({ code: "unicode", field, from, to });
	if (visible.replace(/[\t\n\r]/g, " ") !== composed.replace(/[\t\n\r]/g, " "))
		mends.push({ code: "hidden_characters", field, from, to });
	else if (to !== composed) mends.push({ code: "spaces", field, from, to });
	// A figure may begin with a sign; words may not.
	if (typeof plain.value === "string" && (to.startsWith("=") || (field === "name" && looksLikeFormula(to)))) {
		return { value: to, mends: [], refused: { code: "formula_text", field, value: to } };
	}
	return { value: to, mends, refused: null };
}

/** A count: whole, from 0 to 99,999; null when blank. `1.204` as text is 1204, since nothing is counted in thousandths. */
export function readCount(cell: Cell | undefined, field: Field): Read<number | null> {
	const plain = plainOf(cell, field);
	if (plain.refused || plain.value === null) return { ...plain, value: null };
	if (typeof plain.value === "number") return { ...plain, ...judgeCount(plain.value, String(plain.value), field) };
	const text = cleanLine(plain.value).replace(/^[\u2212\u2013](?=\d)/, "-");
	const mends = plain.mends;
	if (text === "") return { value: null, mends, refused: null };
	if (/^[-\u2013\u2014]$/.test(text)) {
		return { value: null, mends: [...mends, { code: "dash_as_blank", field, from: text, to: "" }], refused: null };
	}
	if (text.startsWith("=")) return refuse({ code: "formula_text", field, value: text });
	if (/^[+-]?\d{1,15}$/.test(text)) return { mends, ...judgeCount(Number(text), text, field) };
	if (/^[+-]?\d{1,3}([.,\s]\d{3}){1,4}$/.test(text)) {
		const value = Number(text.replace(/[.,\s]/g, ""));
		const judged = judgeCount(value, text, field);
		if (judged.refused) return { mends, ...judged };
		return { ...judged, mends: [...mends, { code: "digits_grouped", field, from: text, to: String(value) }] };
	}
	if (/^[+-]?\d+[.,]0+$/.test(text)) return { mends, ...judgeCount(Number.parseInt(text, 10), text, field) };
	if (/^[+-]?\d*[.,]\d+$/.test(text)) return refuse({ code: "number_not_whole", field, value: text });
	return refuse({ code: /\d/.test(text) ? "number_unclear" : "number_in_words", field, value: text });
}

function judgeCount(value: number, shown: string, field: Field): { value: number | null; refused: Reason | null } {
	if (value < 0) return { value: null, refused: { code: "number_negative", field, value: shown } };
	if (!Number.isInteger(value)) return { value: null, refused: { code: "number_not_whole", field, value: shown } };
	if (value > FIGURE_LIMIT) return { value: null, refused: { code: "number_too_large", field, value: shown } };
	// -0 is written as 0.
	return { value: value + 0, refused: null };
}

function refuse(refused: Reason): Read<null> {
	return { value: null, mends: [], refused };
}

/** The text or number of a cell. A formula gives what was last shown for it, and that is said; a date or an error is refused. */
function plainOf(cell: Cell | undefined, field: Field): Read<string | number | null> {
	if (cell === null || cell === undefined) return { value: null, mends: [], refused: null };
	if (typeof cell !== "object") return { value: cell, mends: [], refused: null };
	if ("other" in cell) return refuse({ code: "cell_unread", field, value: cell.other });
	if (cell.result === null) return refuse({ code: "formula_unread", field, value: `=${cell.formula}` });
	const mend: Mend = { code: "formula_result", field, from: `=${cell.formula}`, to: String(cell.result) };
	return { value: cell.result, mends: [mend], refused: null };
}
