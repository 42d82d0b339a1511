/** Rows of a list of criteria as sections and verdict items. */
import type { Words } from "../forms/expression-schema.ts";
import { cleanText } from "../forms/texts.ts";
import { readFlag } from "./cells.ts";
import type { PlainColumns } from "./plain-columns.ts";
import type { Report } from "./report.ts";

export type PlainItem = {
	type: "verdict";
	code: string;
	text: Words;
	mandatory?: boolean;
	weight?: number;
	hint?: Words;
	legalBasis?: { text: string; verified: boolean };
};
/** `title` is empty for rows above the first heading. */
export type PlainSection = { code: string; title: string; items: PlainItem[] };
export type PlainLine = { line: number; cells: readonly string[] };

const textLimit = 4000;
const roman = /^(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})$/;
/** `Phần I.`, `Mục A:`, `Chương 2 -` at the head of a text. */
const headed = /^(?:phần|mục|chương|nhóm|lĩnh vực|tiêu chuẩn)\s+([IVX]+|[A-ZĐ]|\d{1,2})\s*[.:)–-]?\s*(.*)$/isu;
/** Sums and signatures below a list. Told by tone marks and by what follows: *Cổng trường* and *Hiệu trưởng phân công…* are criteria. */
const closing =
	/^(tổng (cộng|số|điểm)|tổng|cộng|người (kiểm tra|lập( biểu)?|đánh giá)|thủ trưởng( đơn vị)?|hiệu trưởng|đại diện( [^,.:]{1,30})?|ghi chú|nơi nhận|ký tên)\s*([:(,./\d].*)?$/isu;
const starred = /\s*(★|\(\*+\)|\*+$|\((?:nội dung )?bắt buộc\))\s*/giu;

export function sectionsFrom(lines: readonly PlainLine[], columns: PlainColumns, report: Report): PlainSection[] {
	const sections: PlainSection[] = [];
	const codes = new Set<string>();
	lines.forEach(({ line, cells }, at) => {
		const cell = (field: keyof PlainColumns) => cleanText(cells[columns[field] ?? -1] ?? "", true);
		const texts = [...new Set(cells.map((text) => text.trim()).filter((text) => text !== ""))];
		if (texts.length === 0) return;
		// A row merged across the sheet has its one text under every heading.
		const merged = texts.length === 1 && cell("number") === cell("text");
		const number = merged ? "" : bare(cell("number"));
		const text = cell("text");
		const shown = text || texts.join(" ");
		if (/^\(?\d{1,2}\)?$/.test(text) || (number === "" && closing.test(shown))) {
			report.add(line, "info", "row_left", shown);
			report.row(line, shown, "");
			return;
		}
		const heading = headingOf(number, text, texts, lines[at + 1], columns);
		if (heading !== null) {
			const code = unused(heading.code, new Set(sections.map((section) => section.code)), 20) || nextLetter(sections);
			sections.push({ code, title: heading.title.slice(0, textLimit), items: [] });
			report.add(line, "info", "heading_read", heading.title);
			report.row(line, heading.title, code);
			return;
		}
		if (text === "") {
			report.add(line, "error", "row_unclear", shown);
			report.row(line, shown, "");
			return;
		}
		const section = sections.at(-1) ?? { code: "A", title: "", items: [] };
		if (sections.length === 0) sections.push(section);
		const item = itemOf(codeOf(number, section, codes), text, cell, line, report);
		section.items.push(item);
		report.row(line, item.text.vi, item.code);
	});
	return sections.filter(({ items }) => items.length > 0);
}

/** `1.`, `(1)` and `1)` are all 1. */
function bare(number: string): string {
	return number.replace(/^[([]+|[.)\]:]+$/g, "").trim();
}

type Heading = { code: string; title: string };

/** A row with a Roman number or a capital letter, one merged across the sheet, one that the next rows are numbered under. */
function headingOf(
	number: string,
	text: string,
	texts: string[],
	next: PlainLine | undefined,
	columns: PlainColumns,
): Heading | null {
	const only = texts.length === 1 ? (texts[0] ?? "") : "";
	const [, code, rest] = headed.exec(text || only) ?? [];
	if (code !== undefined && texts.length <= 2) return { code: code.toUpperCase(), title: rest || text || only };
	if (text !== "" && (roman.test(number) || /^[A-ZĐ]$/.test(number))) return { code: number, title: text };
	const [, alone, title] = /^([IVX]+|[A-ZĐ])\s*[.)]\s+(.+)$/s.exec(text || only) ?? [];
	if (number === "" && alone && title && texts.length === 1) return { code: alone, title };
	const below = cleanText(next?.cells[columns.number ?? -1] ?? "", false);
	if (/^\d+(\.\d+)*$/.test(number) && below.startsWith(`${number}.`)) return { code: number, title: text };
	// One text in the whole row, without a number, where rows have numbers.
	if (number === "" && only !== "" && columns.number !== undefined && /\p{L}/u.test(only) && only.length <= 200) {
		return { code: "", title: only };
	}
	return null;
}

function itemOf(
	code: string,
	text: string,
	cell: (field: keyof PlainColumns) => string,
	line: number,
	report: Report,
): PlainItem {
	const plain = text.replace(starred, " ").trim() || text;
	if (plain.length > textLimit) report.add(line, "warning", "text_cut", plain.slice(0, 60));
	const flag = readFlag(cell("mandatory"));
	if (flag === null) report.add(line, "warning", "row_unclear", cell("mandatory"));
	const weight = Number(
		cell("weight")
			.replace(/\s*điểm$/i, "")
			.replace(",", "."),
	);
	const weighed = cell("weight") !== "" && weight > 0 && weight <= 100;
	if (cell("weight") !== "" && !weighed) report.add(line, "warning", "row_unclear", cell("weight"));
	const [hint, basis] = [cell("hint"), cell("basis")];
	return {
		type: "verdict",
		code,
		text: { vi: plain.slice(0, textLimit) },
		...(flag === true || plain !== text ? { mandatory: true } : {}),
		...(weighed && weight !== 1 ? { weight } : {}),
		...(hint ? { hint: { vi: hint.slice(0, textLimit) } } : {}),
		...(basis ? { legalBasis: { text: basis.slice(0, 600), verified: false } } : {}),
	};
}

/** `1` of section II is `II.1`; a code of the file's own, as `MN-C.3`, stays. */
function codeOf(number: string, { code: section, items }: PlainSection, taken: Set<string>): string {
	const plain = number.replace(/[^\p{L}0-9._-]+/gu, "-").replace(/^[._-]+|[._-]+$/gu, "");
	const own = /\p{L}.*\d|\d.*\p{L}/u.test(plain) || plain.startsWith(`${section}.`);
	const wanted = own ? plain : `${section}.${plain || items.length + 1}`;
	const code = unused(wanted.replace(/[^\p{L}0-9._-]+/gu, "-"), taken, 40);
	taken.add(code);
	return code;
}

function unused(wanted: string, taken: ReadonlySet<string>, most: number): string {
	let code = wanted.slice(0, most);
	for (let n = 2; code !== "" && taken.has(code); n += 1) code = `${wanted.slice(0, most - 4)}-${n}`;
	return code;
}

function nextLetter(sections: readonly PlainSection[]): string {
	const taken = new Set(sections.map(({ code }) => code));
	for (let n = 0; n < 26; n += 1) if (!taken.has(String.fromCharCode(65 + n))) return String.fromCharCode(65 + n);
	return unused("P", taken, 20);
}
