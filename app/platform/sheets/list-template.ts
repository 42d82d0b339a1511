import ExcelJS from "exceljs";

/** The columns that an office fills, as its own lists call them, with two rows to follow. */
const rows: (string | number)[][] = [
	[
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
	],
	[1, "36365901", "Trường Mầm non Ví Dụ", "Mầm non", "Công lập", "Xã Giao An", 12, 336, 29, 1],
	[2, "36365902", "Trường Tiểu học Ví Dụ", "Tiểu học", "Công lập", "Xã Giao An", 18, 534, 31, 2],
];

/** The sample as CSV that Excel opens in Vietnamese: UTF-8 with BOM. No cell of it holds a comma. */
export function templateCsv(): Uint8Array {
	return new TextEncoder().encode(`\ufeff${rows.map((row) => row.join(",")).join("\r\n")}\r\n`);
}

/** The sample as a workbook; codes are text, so that none loses a leading zero. */
export async function templateXlsx(): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet("Danh sách");
	sheet.addRows(rows);
	sheet.getRow(1).font = { bold: true };
	sheet.getColumn(2).numFmt = "@";
	for (const [index, width] of [6, 14, 40, 16, 14, 22, 10, 12, 10, 16].entries())
		sheet.getColumn(index + 1).width = width;
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}
