import { searchKey } from "../text.ts";
import { shownText } from "./cells.ts";
import {
	type Cell,
	type Field,
	fields,
	figureFields,
	type Header,
	type RawSheet,
	type SheetRow,
	type SkippedRow,
} from "./import-schema.ts";

/** A row that tells of a school, its cells by field. */
export type Entry = { row: number; line: number; cells: Partial<Record<Field, Cell>> };

/** More rows than any province has schools: beyond it a file is no list of schools. */
export const ROW_LIMIT = 20_000;

/** The rows below the header, told apart: schools, and what is none (blocks, totals, column numbers, notes), with what it says. */
export function readRows(sheet: RawSheet, header: Header): { entries: Entry[]; skipped: SkippedRow[] } {
	const entries: Entry[] = [];
	const skipped: SkippedRow[] = [];
	for (const [index, row] of sheet.rows.slice(header.from).entries()) {
		const texts = [...new Set(row.cells.map(shownText).filter((text) => text !== ""))];
		if (texts.length === 0) continue;
		const cells = cellsOf(row, header);
		const why = whyNoSchool(cells, texts, index === 0);
		if (why) skipped.push({ line: row.line, why, text: texts.join(" · ").slice(0, 120) });
		else entries.push({ row: entries.length + 1, line: row.line, cells });
	}
	return { entries, skipped };
}

function cellsOf(row: SheetRow, header: Header): Partial<Record<Field, Cell>> {
	const cells: Partial<Record<Field, Cell>> = {};
	for (const field of fields) {
		const column = header.mapping[field];
		if (column !== undefined) cells[field] = row.cells[column] ?? null;
	}
	return cells;
}

/**
 * A row is a school when it has a code, or a name with something said of it. Without that, a lone text is a block's heading or a
 * note, and words for a sum make it the total.
 */
function whyNoSchool(cells: Partial<Record<Field, Cell>>, texts: string[], first: boolean): SkippedRow["why"] | null {
	if (first && texts.length > 2 && texts.every((text) => /^\(?([A-Z]|\d{1,2})\)?$/.test(text))) return "numbering";
	const said = (field: Field) => shownText(cells[field]) !== "";
	const code = shownText(cells.code);
	const sum = texts.some((text) => /^(tong|tong cong|tong so|cong|total)\b/.test(searchKey(text)));
	if (sum && !said("commune") && !/\d/.test(code)) return "total";
	if (texts.length === 1 && !/\d{3}/.test(code)) return "block";
	if (code !== "") return null;
	const told = (["kind", "ownership", "commune", "manager"] as const).some(said);
	const counted = figureFields.some((field) => /\d/.test(shownText(cells[field])));
	return said("name") && (told || counted) ? null : "note";
}
