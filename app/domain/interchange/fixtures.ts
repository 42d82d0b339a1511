/** Sheets for the tests of this room. */
import type { CellTable } from "./schema.ts";

/** A sheet of rows as a workbook has them: the first is Excel's row 1. */
export function sheet(name: string, ...rows: (string | number)[][]): CellTable {
	return { name, rows: rows.map((cells, at) => ({ line: at + 1, cells: cells.map(String) })) };
}

export const yesNo = sheet("choices", ["list_name", "name", "label"], ["yn", "yes", "Có"], ["yn", "no", "Không"]);
