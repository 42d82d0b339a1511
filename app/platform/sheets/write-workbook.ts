import ExcelJS from "exceljs";

/** A sheet of texts, the header first. */
export type TextSheet = { name: string; rows: string[][] };

/** Widest column: a label of a form is a sentence. */
const WIDEST = 60;

/** Sheets of texts as a workbook: every cell a string, never a formula, whatever it begins with. */
export async function writeWorkbook(sheets: readonly TextSheet[]): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	for (const { name, rows } of sheets) {
		const [header = []] = rows;
		const worksheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
		worksheet.columns = header.map((_, at) => ({ width: widthOf(rows, at) }));
		for (const cells of rows) worksheet.addRow(cells.map((text) => (text === "" ? null : escaped(text))));
		worksheet.getRow(1).font = { bold: true };
		worksheet.eachRow((row) => {
			row.alignment = { vertical: "top", wrapText: true };
		});
	}
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function widthOf(rows: readonly string[][], at: number): number {
	const longest = rows.slice(0, 200).reduce((most, cells) => Math.max(most, (cells[at] ?? "").length), 8);
	return Math.min(longest + 2, WIDEST);
}

/** `_x0041_` in a cell of OOXML is the letter A: what only looks like that is written so that it comes back as it was. */
function escaped(text: string): string {
	return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
