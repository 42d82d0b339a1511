import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import type { Cell, RawSheet } from "#app/domain/units/import-schema.ts";
import { type BuiltUnit, buildUnit, type World } from "./build.ts";

const folder = new URL("../../db/seed/giao-thuy-2019/", import.meta.url);

/** Path and bytes of one of the district's own files. */
export const districtFile = (name: string): string => fileURLToPath(new URL(name, folder));
export const districtBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));

/** All 22 communes of the district in a built world, which has two of them. */
export async function buildCommunes(world: World): Promise<BuiltUnit[]> {
	const lines = readFileSync(new URL("communes.csv", folder), "utf8").trim().split(/\r?\n/).slice(1);
	const built: BuiltUnit[] = [];
	for (const line of lines) {
		const [code = "", name = ""] = line.split(",");
		const there = world.communes.find((commune) => commune.code === code);
		built.push(there ?? (await buildUnit(world.store, { level: "xa", code, name, parent: world.office })));
	}
	return built;
}

/** A sheet as read from a file, rows numbered from 1; an empty row is left out, as readers do. */
export function sheetOf(...rows: Cell[][]): RawSheet {
	return {
		name: "Sheet1",
		rows: rows.map((cells, index) => ({ line: index + 1, cells })).filter((row) => row.cells.length > 0),
	};
}

export const LIST_HEADER = [
	"STT",
	"Mã trường",
	"Tên trường",
	"Cấp học",
	"Loại hình",
	"Xã/Thị trấn",
	"Số lớp",
	"Số trẻ/HS",
	"CBGVNV",
	"Số điểm trường",
];

/** A workbook's bytes from plain rows. */
export async function workbookOf(rows: (string | number | null | ExcelJS.CellValue)[][]): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	workbook.addWorksheet("Danh sách").addRows(rows);
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** As many different schools as wanted, one a row below `LIST_HEADER`, in communes of the built world. */
export function schoolRows(count: number): (string | number)[][] {
	return Array.from({ length: count }, (_, index) => [
		index + 1,
		`T${String(index + 1).padStart(6, "0")}`,
		`Trường Tiểu học số ${index + 1}`,
		"Tiểu học",
		"Công lập",
		index % 2 === 0 ? "Xã Giao An" : "Xã Giao Xuân",
		10 + (index % 20),
		300 + (index % 500),
		25,
		1 + (index % 3),
	]);
}
