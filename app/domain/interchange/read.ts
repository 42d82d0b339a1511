/** Whatever a workbook is, an XLSForm or a list of criteria, into a form. */
import { readPlain } from "./plain-read.ts";
import type { CellTable, Reading } from "./schema.ts";
import { isXlsForm, readXlsForm } from "./xlsform-read.ts";

/** Never throws; `format` is null, with a note, when the workbook is neither. */
export function readWorkbook(tables: readonly CellTable[], fileName: string): Reading {
	const reading = isXlsForm(tables) ? readXlsForm(tables) : readPlain(tables, fileName);
	if (reading.format !== null) return reading;
	const empty = tables.every(({ rows }) => rows.length === 0);
	const found = tables.map(({ name }) => name).join(", ");
	return {
		...reading,
		notes: [{ sheet: "", line: 0, severity: "error", code: empty ? "file_empty" : "format_unknown", found }],
	};
}
