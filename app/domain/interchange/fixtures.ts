/** Sheets for the tests of this room. */
import type { Item } from "../forms/schema.ts";
import type { CellTable, NoteCode } from "./schema.ts";
import { readXlsForm } from "./xlsform-read.ts";

/** A sheet of rows as a workbook has them: the first is Excel's row 1. */
export function sheet(name: string, ...rows: (string | number)[][]): CellTable {
	return { name, rows: rows.map((cells, at) => ({ line: at + 1, cells: cells.map(String) })) };
}

/** Columns of the surveys that `survey` makes. */
export const header = [
	"type",
	"name",
	"label",
	"required",
	"relevant",
	"constraint",
	"constraint_message",
	"calculation",
];

export function survey(...rows: (string | number)[][]): CellTable {
	return sheet("survey", header, ...rows);
}

export const yesNo = sheet("choices", ["list_name", "name", "label"], ["yn", "yes", "Có"], ["yn", "no", "Không"]);

/** The form of an XLSForm with what was said of it; throws where none could be made. */
export function formOf(...tables: CellTable[]) {
	const { form, notes, rows } = readXlsForm(tables);
	if (!form) throw new Error(JSON.stringify(notes));
	const items = form.definition.sections.flatMap((section) => section.items);
	const item = <T extends Item["type"]>(code: string) =>
		items.find((one) => one.code === code) as Extract<Item, { type: T }>;
	const said = notes.map(({ line, code }): [number, NoteCode] => [line, code]);
	return { form, definition: form.definition, item, items, said, notes, rows };
}
