import { parse } from "csv-parse/sync";
import { problem } from "#app/domain/problem.ts";
import type { RawSheet, SheetRow } from "#app/domain/units/import-schema.ts";

const SEPARATORS = [",", ";", "\t"];

/** Reads CSV in UTF-8, with or without BOM, separated by comma, semicolon or tab. Throws `not_utf8`, `workbook_broken`. */
export function readCsv(bytes: Uint8Array): RawSheet[] {
	const text = decode(bytes);
	const tables = SEPARATORS.map((delimiter) => rowsOf(text, delimiter));
	const rows = tables.reduce((best, table) => (breadth(table) > breadth(best) ? table : best));
	return [{ name: "CSV", rows }];
}

/** Vietnamese text of before Unicode, or Excel's *Unicode Text*, would be read into other letters: that is refused, not guessed. */
function decode(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
		throw problem("not_utf8", { found: "UTF-16" });
	}
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw problem("not_utf8", { found: "Windows-1258 / TCVN3 / VNI" });
	}
}

type Line = { record: string[]; info: { lines: number } };

function rowsOf(text: string, delimiter: string): SheetRow[] {
	try {
		const lines = parse(text, {
			delimiter,
			info: true,
			relax_column_count: true,
			relax_quotes: true,
		}) as unknown as Line[];
		const rows = lines.map(({ record, info }) => ({
			line: info.lines,
			cells: record.map((cell) => (cell.trim() === "" ? null : cell)),
		}));
		return rows.filter((row) => row.cells.some((cell) => cell !== null));
	} catch {
		throw problem("workbook_broken", {});
	}
}

/** How many cells the first rows hold: the right separator splits them into the most. */
function breadth(rows: SheetRow[]): number {
	return rows.slice(0, 50).reduce((sum, row) => sum + row.cells.length, 0);
}
