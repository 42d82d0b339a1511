import { type JsonReading, readJson } from "#app/domain/interchange/json.ts";
import { readWorkbook } from "#app/domain/interchange/read.ts";
import type { CellTable } from "#app/domain/interchange/schema.ts";
import { problem } from "#app/domain/problem.ts";
import type { Cell, RawSheet } from "#app/domain/units/import-schema.ts";
import { readCsv } from "../sheets/csv.ts";
import { sniffSheet } from "../sheets/sniff.ts";
import { readXlsx } from "../sheets/xlsx.ts";

export type FormJob = { bytes: Uint8Array; name: string };

/** What a file came to: a `JsonReading` as JSON, since a string crosses threads at the price of a copy. */
export type FormResult = { reading: string; mediaType: string };

/** Reads a workbook, a CSV or a JSON file as a form. Throws the problems of files and sheets; everything else is in the reading. */
export async function readFormFile({ bytes, name }: FormJob): Promise<FormResult> {
	const type = sniffSheet(bytes);
	if (type === "csv" && /^\ufeff?\s*[{[]/.test(Buffer.from(bytes.subarray(0, 64)).toString("utf8"))) {
		return { reading: JSON.stringify(readJson(textOf(bytes))), mediaType: "application/json" };
	}
	const sheets = type === "xlsx" ? await readXlsx(bytes) : readCsv(bytes);
	const reading: JsonReading = { ...readWorkbook(sheets.map(tableOf), name), conduct: null };
	return { reading: JSON.stringify(reading), mediaType: mediaTypes[type] };
}

const mediaTypes = {
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	csv: "text/csv",
};

function textOf(bytes: Uint8Array): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw problem("not_utf8", { found: "?" });
	}
}

function tableOf({ name, rows }: RawSheet): CellTable {
	return {
		name,
		rows: rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => shown(cell).normalize("NFC")) })),
	};
}

function shown(cell: Cell): string {
	if (cell === null) return "";
	if (typeof cell !== "object") return String(cell);
	return "formula" in cell ? String(cell.result ?? "") : cell.other;
}
