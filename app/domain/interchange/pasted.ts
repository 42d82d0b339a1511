/** Rows pasted from a spreadsheet, as a clipboard has them: cells apart by tabs, with or without their headings. */
import { columnsOf, type PlainColumns } from "./plain-columns.ts";
import { type PlainList, rowsToItems } from "./plain-read.ts";
import { type PlainLine, sectionsFrom } from "./plain-rows.ts";
import { Report } from "./report.ts";

/** More than any form has; the rest is said to be left out. */
const rowLimit = 2000;

/**
 * Sections and verdict items of pasted rows. Rows above the first heading are in a section with an empty title. Never throws; what
 * could not be used is in `notes`, `line` being the row of the pasted text.
 */
export function readPastedRows(text: string): PlainList {
	const all = cellsOf(text);
	const lines = all.slice(0, rowLimit);
	const list = lines.slice(0, 20).some(({ cells }) => columnsOf(cells))
		? rowsToItems({ name: "", rows: lines.map(copy) })
		: null;
	const read = list ?? withoutHeadings(lines);
	if (all.length <= rowLimit) return read;
	return {
		...read,
		notes: [
			...read.notes,
			{ sheet: "", line: rowLimit + 1, severity: "error", code: "too_many_rows", found: String(rowLimit) },
		],
	};
}

function copy({ line, cells }: PlainLine) {
	return { line, cells: [...cells] };
}

/** Without headings the column with the most to read is the text, and one of short numbers before it is the number. */
function withoutHeadings(lines: readonly PlainLine[]): PlainList {
	const report = new Report("", true);
	const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	if (width <= 1) {
		// One column: a number at the head of a line is split from its text.
		const split = lines.map(({ line, cells }) => {
			const [, number = "", text = ""] =
				/^\s*((?:\d+(?:\.\d+)*|[a-zđ]|[IVX]+|[A-ZĐ])[.)]|[-–•+*])?\s*(.*)$/su.exec(cells[0] ?? "") ?? [];
			return { line, cells: [number.replace(/^[-–•+*]$/, ""), text] };
		});
		const sections = sectionsFrom(split, numbered(split), report);
		return { sections, notes: report.notes, rows: report.fates() };
	}
	const letters = Array.from({ length: width }, (_, at) =>
		lines.reduce((sum, { cells }) => sum + (cells[at] ?? "").length, 0),
	);
	const text = letters.indexOf(Math.max(...letters));
	const numbers = [...Array(text).keys()].find(
		(at) =>
			lines.every(({ cells }) => (cells[at] ?? "").trim().length <= 12) &&
			lines.some(({ cells }) => /\S/.test(cells[at] ?? "")),
	);
	const mandatory = [...Array(width).keys()].find(
		(at) =>
			at !== text &&
			at !== numbers &&
			lines.some(({ cells }) => /^(★|\*|x|có|bắt buộc)$/i.test((cells[at] ?? "").trim())),
	);
	const columns: PlainColumns = {
		text,
		...(numbers === undefined ? {} : { number: numbers }),
		...(mandatory === undefined ? {} : { mandatory }),
	};
	const sections = sectionsFrom(lines, columns, report);
	return { sections, notes: report.notes, rows: report.fates() };
}

/** Numbers count as a column only where some line has one: else every short line would look like a heading. */
function numbered(lines: readonly PlainLine[]): PlainColumns {
	return lines.some(({ cells }) => /\d/.test(cells[0] ?? "")) ? { number: 0, text: 1 } : { text: 1 };
}

/** Cells of the clipboard: one with a tab, a line end or quotes in it stands in quotes. */
function cellsOf(text: string): PlainLine[] {
	const lines: PlainLine[] = [];
	let cells: string[] = [];
	let at = 0;
	const endLine = () => {
		lines.push({ line: lines.length + 1, cells });
		cells = [];
	};
	while (at < text.length) {
		const quoted = text[at] === '"' ? /"((?:[^"]|"")*)"(?=\t|\r?\n|$)/y : null;
		if (quoted) quoted.lastIndex = at;
		const found = quoted?.exec(text);
		if (found) {
			cells.push((found[1] ?? "").replaceAll('""', '"'));
			at += found[0].length;
		} else {
			const end = /[\t\r\n]/g;
			end.lastIndex = at;
			const stop = end.exec(text)?.index ?? text.length;
			cells.push(text.slice(at, stop));
			at = stop;
		}
		if (text[at] === "\t") {
			at += 1;
			if (at === text.length || text[at] === "\n" || text[at] === "\r") cells.push("");
		}
		if (text[at] === "\r" || text[at] === "\n" || at >= text.length) {
			if (text[at] === "\r") at += 1;
			if (text[at] === "\n") at += 1;
			endLine();
		}
	}
	return lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}
