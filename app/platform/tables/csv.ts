import { Readable } from "node:stream";
import type { Cell, Column, Sheet } from "#app/domain/reports/schema.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";

/** A cell a spreadsheet would run as a formula is led by an apostrophe, as Excel itself marks plain text. */
export function harmless(text: string): string {
	// Almost everything begins with a letter: not a sign, not a space of any kind.
	const first = text.charCodeAt(0);
	if ((first > 64 && first < 0x85) || (first > 0xbf && first < 0x1680) || (first >= 0x1e00 && first < 0x2000))
		return text;
	return /^[\s]*[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
}

/** One cell as CSV: numbers and days as they are read here, text harmless and quoted where it must be. */
export function csvCell(value: Cell, column: Column): string {
	if (value !== null && typeof value === "object") return csvCell(value.value, column);
	if (value === null) return "";
	if (column.kind === "tenths" && typeof value === "number") return `"${(value / 10).toFixed(1).replace(".", ",")}"`;
	if (column.kind === "decimal" && typeof value === "number") return quoted(String(value).replace(".", ","));
	if (typeof value === "number") return String(value);
	const text = column.kind === "day" ? formatDay(value) : column.kind === "time" ? formatTime(value) : harmless(value);
	return quoted(text);
}

function quoted(text: string): string {
	return /[",\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of header: a heading over several columns leads each of their labels. */
function label({ group, label }: Column): string {
	return group ? `${group}: ${label}` : label;
}

/**
 * The sheet as CSV that Excel opens by double click: UTF-8 with byte order mark, CRLF, comma. The last line counts the rows, so
 * that a reader sees whether the file is whole.
 */
export function csvStream(sheet: Sheet, footer: (rows: number) => string): Readable {
	return Readable.from(lines(sheet, footer));
}

async function* lines(sheet: Sheet, footer: (rows: number) => string): AsyncGenerator<Buffer> {
	yield csvHead(sheet.columns);
	let count = 0;
	for await (const portion of sheet.rows()) {
		count += portion.length;
		yield Buffer.from(
			portion.map((row) => line(sheet.columns.map((column, i) => csvCell(row[i] ?? null, column)))).join(""),
		);
	}
	for (const row of sheet.totals?.() ?? [])
		yield Buffer.from(line(sheet.columns.map((column, i) => csvCell(row[i] ?? null, column))));
	yield csvEnd(sheet.columns, footer(count));
}

const line = (cells: string[]) => `${cells.join(",")}\r\n`;
const plainText: Column = { label: "", kind: "text", width: 0 };

/** The first line, behind the byte order mark. */
export function csvHead(columns: readonly Column[]): Buffer {
	return Buffer.from(`\uFEFF${line(columns.map((column) => csvCell(label(column), plainText)))}`);
}

/** The last line. As many cells as every other one: strict readers refuse a file whose lines differ in length. */
export function csvEnd(columns: readonly Column[], footer: string): Buffer {
	return Buffer.from(line(columns.map((_, i) => (i === 0 ? csvCell(footer, plainText) : ""))));
}
