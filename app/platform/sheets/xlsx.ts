import ExcelJS from "exceljs";
import { problem } from "#app/domain/problem.ts";
import type { Cell, RawSheet } from "#app/domain/units/import-schema.ts";
import { guardZip } from "./zip-guard.ts";

/** Beyond these a sheet is no list; the rest is left unread. */
const ROWS_READ = 50_000;
const COLUMNS_READ = 80;

/** Reads every visible sheet of a workbook. A merged cell shows its value in each of its places. Throws as `guardZip` does. */
export async function readXlsx(bytes: Uint8Array): Promise<RawSheet[]> {
	await guardZip(bytes);
	const workbook = new ExcelJS.Workbook();
	try {
		await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer, {
			ignoreNodes: ["dataValidations", "conditionalFormatting", "drawing", "hyperlinks", "pageSetup", "headerFooter"],
		});
	} catch {
		throw problem("workbook_broken", {});
	}
	return workbook.worksheets.filter((sheet) => sheet.state === "visible").map(sheetFrom);
}

function sheetFrom(sheet: ExcelJS.Worksheet): RawSheet {
	const rows: RawSheet["rows"] = [];
	sheet.eachRow((row, line) => {
		if (rows.length >= ROWS_READ) return;
		const cells: Cell[] = [];
		row.eachCell((cell, column) => {
			if (column > COLUMNS_READ) return;
			while (cells.length < column - 1) cells.push(null);
			cells.push(cellFrom(cell.value));
		});
		rows.push({ line, cells });
	});
	return { name: sheet.name, rows };
}

function cellFrom(value: ExcelJS.CellValue): Cell {
	if (value === null || value === undefined || value === "") return null;
	if (typeof value === "string" || typeof value === "number") return value;
	if (typeof value === "boolean") return { other: String(value) };
	if (value instanceof Date) return { other: Number.isNaN(value.getTime()) ? "?" : value.toISOString().slice(0, 10) };
	if ("richText" in value) return value.richText.map((part) => part.text).join("");
	if ("error" in value) return { other: value.error };
	if ("formula" in value || "sharedFormula" in value) {
		const result = value.result;
		const plain = typeof result === "string" || typeof result === "number" ? result : null;
		return { formula: value.formula ?? "", result: plain };
	}
	if ("text" in value) return shownOf(value.text);
	return { other: "?" };
}

/** A link's words may be rich text, whatever the types say. */
function shownOf(text: unknown): string {
	if (typeof text === "string") return text;
	return text instanceof Object && "richText" in text ? String(cellFrom(text as ExcelJS.CellValue) ?? "") : "";
}
