import { PassThrough, type Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import ExcelJS from "exceljs";
import type { Cell, Column, Sheet } from "#app/domain/reports/schema.ts";
import { formatTime } from "#app/i18n/format.ts";

/** Milliseconds after which others have their turn: they do not wait for a large workbook. */
const TURN = 10;

/**
 * The sheets as one XLSX, written while it is read: typed cells, frozen header, filter, repeated header on paper. Text cells are
 * strings, never formulas.
 */
export function xlsxStream(
	sheets: Sheet[],
	footer: (rows: number) => string,
	fail: (error: unknown) => void,
): Readable {
	const out = new PassThrough();
	write(out, sheets, footer).catch((error) => {
		fail(error);
		out.destroy(error instanceof Error ? error : new Error(String(error)));
	});
	return out;
}

/** Rows of one worksheet, below the 1,048,576 that Excel opens; what is longer goes on in the next. */
const ROWS_A_SHEET = 1_000_000;

async function write(out: PassThrough, sheets: Sheet[], footer: (rows: number) => string): Promise<void> {
	const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
	for (const sheet of sheets) await writeSheet(workbook, sheet, footer);
	await workbook.commit();
}

async function writeSheet(workbook: Workbook, sheet: Sheet, footer: (rows: number) => string): Promise<void> {
	let count = 0;
	let parts = 1;
	let { worksheet, headerRow } = openSheet(workbook, sheet, parts);
	const line = lineOf(sheet.columns, false);
	let since = performance.now();
	for await (const portion of sheet.rows()) {
		for (const values of portion) {
			if (count === parts * ROWS_A_SHEET) {
				worksheet.commit();
				parts += 1;
				({ worksheet, headerRow } = openSheet(workbook, sheet, parts));
			}
			line(worksheet, values);
			count += 1;
			if (performance.now() - since < TURN) continue;
			await setImmediate();
			since = performance.now();
		}
	}
	const here = count - (parts - 1) * ROWS_A_SHEET;
	if (count > 0) {
		worksheet.autoFilter = {
			from: { row: headerRow, column: 1 },
			to: { row: headerRow + here, column: sheet.columns.length },
		};
	}
	// A total over several worksheets stands as the number: a formula would see the last of them only.
	const span = parts === 1 ? { first: headerRow + 1, last: headerRow + Math.max(1, count) } : null;
	const totals = sheet.totals?.() ?? [];
	const total = lineOf(sheet.columns, true);
	for (const values of totals) {
		const reckonedValues = values.map((value) => reckoned(value, span));
		total(worksheet, reckonedValues);
	}
	const last = worksheet.getColumn(sheet.columns.length).letter;
	worksheet.pageSetup.printArea = `A1:${last}${headerRow + here + totals.length + 2}`;
	worksheet.addRow([]).commit();
	worksheet.addRow([footer(count)]).commit();
	worksheet.commit();
}

type Workbook = ExcelJS.stream.xlsx.WorkbookWriter;

/** A worksheet down to its header; parts behind the first are numbered. */
function openSheet(workbook: Workbook, sheet: Sheet, part: number) {
	const grouped = sheet.columns.some(({ group }) => group);
	const headerRow = sheet.title.length + (grouped ? 3 : 2);
	const name = part === 1 ? sheet.name.slice(0, 31) : `${sheet.name.slice(0, 26)} (${part})`;
	const worksheet = workbook.addWorksheet(name, {
		views: [{ state: "frozen", ySplit: headerRow }],
		pageSetup: {
			paperSize: 9,
			orientation: "landscape",
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: 0,
			printTitlesRow: `${headerRow}:${headerRow}`,
		},
	});
	worksheet.columns = sheet.columns.map((column) => ({ width: column.width }));
	sheet.title.forEach((text, i) => {
		const row = worksheet.addRow([text]);
		row.font = { name: "Times New Roman", size: i === 0 ? 14 : 12, bold: i === 0 };
		row.commit();
	});
	worksheet.addRow([]).commit();
	if (grouped) addHeadings(worksheet, sheet.columns, headerRow - 1);
	addHeader(
		worksheet,
		sheet.columns.map((column) => column.label),
	);
	return { worksheet, headerRow };
}

function addHeader(worksheet: ExcelJS.Worksheet, labels: string[]): void {
	const header = worksheet.addRow(labels);
	header.font = { name: "Times New Roman", size: 12, bold: true };
	header.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
	header.commit();
}

/** Headings over columns that stand side by side, each in one merged cell. */
function addHeadings(worksheet: ExcelJS.Worksheet, columns: Column[], at: number): void {
	const starts = columns.flatMap(({ group }, i) => (group && group !== columns[i - 1]?.group ? [i] : []));
	for (const start of starts) {
		const { group } = columns[start] as Column;
		const after = columns.findIndex((column, i) => i > start && column.group !== group);
		const end = after === -1 ? columns.length : after;
		if (end - start > 1) worksheet.mergeCells(at, start + 1, at, end);
	}
	const row = worksheet.getRow(at);
	for (const start of starts) row.getCell(start + 1).value = columns[start]?.group;
	row.font = { name: "Times New Roman", size: 12, bold: true };
	row.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
	row.commit();
}

/** What writes a line. Its styles are the same objects each time: ExcelJS knows them again, and writes out any other to compare it. */
function lineOf(
	columns: readonly Column[],
	bold: boolean,
): (worksheet: ExcelJS.Worksheet, values: readonly Cell[]) => void {
	const formats: Partial<Record<Column["kind"], string>> = { day: "dd/mm/yyyy", tenths: "0.0" };
	const styles = columns.map(({ kind }): Partial<ExcelJS.Style> => {
		const numFmt = formats[kind];
		const shared = {
			font: { name: "Times New Roman", size: 12, bold },
			alignment: { wrapText: true, vertical: "top" },
		} as const;
		return numFmt ? { ...shared, numFmt } : shared;
	});
	return (worksheet, values) => {
		const row = worksheet.addRow(columns.map((column, at) => cell(values[at] ?? null, column)));
		for (const [at, style] of styles.entries()) row.getCell(at + 1).style = style;
		row.commit();
	};
}

/** A total as the workbook reckons it, over the rows that it turned out to have. */
function reckoned(value: Cell, span: { first: number; last: number } | null): Cell {
	if (value === null || typeof value !== "object") return value;
	if (!span) return value.value;
	const { first, last } = span;
	return { ...value, formula: value.formula.replaceAll("{first}", `${first}`).replaceAll("{last}", `${last}`) };
}

function cell(value: Cell, column: Column): ExcelJS.CellValue {
	if (value === null) return null;
	if (typeof value === "object") {
		const result = value.value ?? 0;
		return { formula: value.formula, result: column.kind === "tenths" ? result / 10 : result, date1904: false };
	}
	if (column.kind === "tenths" && typeof value === "number") return value / 10;
	if (column.kind === "day" && typeof value === "string") return new Date(`${value}T00:00:00Z`);
	if (column.kind === "time" && typeof value === "string") return formatTime(value);
	return value;
}
