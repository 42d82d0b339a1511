import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell, Column, Sheet } from "#app/domain/reports/schema.ts";
import { csvStream, harmless } from "./csv.ts";
import { xlsxStream } from "./xlsx.ts";

const columns: Column[] = [
	{ label: "Đơn vị", kind: "text", width: 30 },
	{ label: "Số", kind: "integer", width: 8 },
	{ label: "%", kind: "tenths", width: 8 },
	{ label: "Hạn", kind: "day", width: 12 },
	{ label: "Lúc", kind: "time", width: 16 },
];

function sheetOf(rows: Cell[][], portion = 2): Sheet {
	return {
		name: "Kết quả",
		title: ["Kết quả", "Đợt thử"],
		columns,
		async *rows() {
			for (let i = 0; i < rows.length; i += portion) yield rows.slice(i, i + portion);
		},
	};
}

const rows: Cell[][] = [
	["Trường Mầm non Giao An", 12, 925, "2026-11-20", "2026-11-16T07:22:00.000Z"],
	['=HYPERLINK("http://x","bấm")', -3, 1000, "2026-11-20", null],
	["  @SUM(1)", 0, null, null, null],
	["Lan can, “tay vịn”\nhỏng; cao 0,9 m", 4, 5, "2026-01-02", null],
];

test("CSV opens in Excel as Vietnamese: byte order mark, CRLF, comma decimals, official days, counted rows", async () => {
	const bytes = await buffer(csvStream(sheetOf(rows), (n) => `Tổng số dòng: ${n}`));
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const text = bytes.toString("utf8");
	expect(text.split("\r\n")[1]).toBe('Trường Mầm non Giao An,12,"92,5",20/11/2026,14:22 16/11/2026');
	const parsed = parse(bytes, { bom: true }) as string[][];
	expect(parsed.at(-1)).toEqual(["Tổng số dòng: 4", "", "", "", ""]);
	expect(parsed[4]?.[0]).toBe("Lan can, “tay vịn”\nhỏng; cao 0,9 m");
});

test("no CSV cell can run as a formula, whatever was typed", () => {
	fc.assert(
		fc.property(fc.string(), fc.constantFrom("=", "+", "-", "@", "\t", "\r", " =", "\n="), (text, start) => {
			const safe = harmless(start + text);
			const numeral = /^-?\d+([.,]\d+)?$/.test(start + text);
			expect(numeral || safe.startsWith("'")).toBe(true);
		}),
	);
});

test("CSV gives back every text that was put in", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 8 }), async (texts) => {
			const sheet = sheetOf(texts.map((text) => [text, 1, null, null, null]));
			const parsed = parse(await buffer(csvStream(sheet, String)), {
				bom: true,
				relax_column_count: true,
				record_delimiter: "\r\n",
			}) as string[][];
			expect(parsed.slice(1, -1).map((row) => row[0])).toEqual(texts.map(harmless));
		}),
		{ numRuns: 50 },
	);
});

test("XLSX holds typed cells, text that is never a formula, a frozen header and the row count", async () => {
	const bytes = await buffer(
		xlsxStream(
			[sheetOf(rows), { ...sheetOf([], 1), name: "Trống" }],
			(n) => `Tổng số dòng: ${n}`,
			(error) => {
				throw error;
			},
		),
	);
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(bytes as never);
	const sheet = workbook.worksheets[0];
	expect(sheet?.getRow(4).getCell(1).value).toBe("Đơn vị");
	expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 4 });
	const first = sheet?.getRow(5);
	expect(first?.getCell(2).value).toBe(12);
	expect(first?.getCell(3).value).toBe(92.5);
	expect(first?.getCell(4).value).toBeInstanceOf(Date);
	expect(sheet?.getRow(6).getCell(1).type).toBe(ExcelJS.ValueType.String);
	expect(sheet?.getRow(6).getCell(1).value).toBe('=HYPERLINK("http://x","bấm")');
	expect(sheet?.getRow(10).getCell(1).value).toBe("Tổng số dòng: 4");
	expect(workbook.worksheets).toHaveLength(2);
});
