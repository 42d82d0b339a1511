/** A list of criteria in plain Excel or CSV, as offices have it, into sections of verdict items. */
import { definition as definitionSchema } from "../forms/schema.ts";
import { searchKey } from "../text.ts";
import { columnsOf, type PlainColumns } from "./plain-columns.ts";
import { type PlainLine, type PlainSection, sectionsFrom } from "./plain-rows.ts";
import { Report } from "./report.ts";
import type { CellTable, Note, Reading, RowFate } from "./schema.ts";

/** Rows among which the headings are looked for: the country's motto, the office and the title stand above. */
const headingRows = 20;
const rowLimit = 20_000;

export type PlainList = { sections: PlainSection[]; notes: Note[]; rows: RowFate[] };

/** Sections and items of one table; null when none of its first rows is a row of headings. */
export function rowsToItems(table: CellTable): PlainList | null {
	const found = headingsOf(table.rows);
	if (found === null) return null;
	const report = new Report(table.name, true);
	const below = table.rows.slice(found.to + 1);
	if (below.length > rowLimit) report.add(0, "error", "too_many_rows", String(rowLimit));
	const sections = sectionsFrom(below.slice(0, rowLimit), found.columns, report);
	return { sections, notes: report.notes, rows: report.fates() };
}

function headingsOf(rows: readonly PlainLine[]): { columns: PlainColumns; from: number; to: number } | null {
	const from = rows.slice(0, headingRows).findIndex(({ cells }) => columnsOf(cells) !== null);
	const first = rows[from];
	const columns = first && columnsOf(first.cells);
	if (!first || !columns) return null;
	// A second row of headings, under merged ones, has nothing under STT and Nội dung but what stands above it.
	const second = rows[from + 1];
	const same = (at: number | undefined) =>
		at === undefined || (second?.cells[at] ?? "").trim() === (first.cells[at] ?? "").trim();
	const two = second !== undefined && same(columns.text) && same(columns.number);
	return { columns: two ? { ...columnsOf(second.cells), ...columns } : columns, from, to: two ? from + 1 : from };
}

/** A workbook of such lists as a form; `fileName` names it where no line above the headings does. */
export function readPlain(tables: readonly CellTable[], fileName: string): Reading {
	const lists = tables.flatMap((table) => {
		const list = rowsToItems(table);
		return list ? [{ ...list, table }] : [];
	});
	const notes = [
		...tables
			.filter((table) => table.rows.length > 0 && !lists.some((list) => list.table === table))
			.map(({ name }): Note => ({ sheet: name, line: 0, severity: "info", code: "sheet_left", found: name })),
		...lists.flatMap((list) => list.notes),
	];
	const rows = lists.flatMap((list) => list.rows);
	const [first] = lists;
	if (!first) return { format: null, form: null, notes: [], rows: [] };
	const sheet = first.table.name;
	const sections = distinct(lists.flatMap((list) => list.sections));
	if (sections.length === 0) {
		const missing: Note = { sheet, line: 0, severity: "error", code: "items_missing", found: sheet };
		return { format: "plain", form: null, notes: [...notes, missing], rows };
	}
	const parsed = definitionSchema.safeParse({
		sections: sections.map(({ title, ...section }) => ({ ...section, title: { vi: title || "Nội dung chung" } })),
		rule: { type: "none" },
	});
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const found = `${issue?.path.map(String).join(".")}: ${issue?.message}`;
		return {
			format: "plain",
			form: null,
			notes: [...notes, { sheet, line: 0, severity: "error", code: "form_invalid", found }],
			rows,
		};
	}
	return {
		format: "plain",
		form: {
			code: "",
			title: { vi: titleAbove(first.table) ?? (fileName.replace(/\.\w{1,5}$/, "") || "?") },
			kinds: [],
			validFrom: null,
			validTo: null,
			legalBasis: [],
			definition: parsed.data,
		},
		notes: [...notes, { sheet, line: 0, severity: "info", code: "rule_missing", found: "" }],
		rows,
	};
}

/** Lists of several sheets in one form: codes that come again get a number of their own. */
function distinct(sections: readonly PlainSection[]): PlainSection[] {
	const taken = { section: new Set<string>(), item: new Set<string>() };
	const free = (code: string, among: Set<string>) => {
		let found = code;
		for (let n = 2; among.has(found); n += 1) found = `${code.slice(0, 16)}-${n}`;
		among.add(found);
		return found;
	};
	return sections.map((section) => ({
		...section,
		code: free(section.code, taken.section),
		items: section.items.map((item) => ({ ...item, code: free(item.code, taken.item) })),
	}));
}

/** The line above the headings that is set in capitals and is neither the motto nor an office. */
function titleAbove({ rows }: CellTable): string | undefined {
	const above = rows
		.slice(0, headingsOf(rows)?.from ?? 0)
		.flatMap(({ cells }) => [...new Set(cells.map((text) => text.trim()))]);
	const passed =
		/^(cong hoa xa hoi|doc lap tu do|uy ban|ubnd|so giao duc|phong giao duc|phong gd|so gd|truong |bo giao duc|mau so)/;
	return above.find((text) => {
		const letters = text.replace(/[^\p{L}]/gu, "");
		return letters.length >= 8 && letters === letters.toUpperCase() && !passed.test(searchKey(text));
	});
}
