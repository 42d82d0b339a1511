import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import type { JsonReading } from "#app/domain/interchange/json.ts";
import { writeXlsForm } from "#app/domain/interchange/xlsform-write.ts";
import { templateDraft } from "#app/domain/templates/schema.ts";
import { library } from "#db/seed/library/library.ts";
import { writeWorkbook } from "../sheets/write-workbook.ts";
import { readFormFile } from "./read-form.ts";

async function read(bytes: Uint8Array, name = "x.xlsx"): Promise<JsonReading> {
	return JSON.parse((await readFormFile({ bytes, name })).reading) as JsonReading;
}

test.each(library.map((template) => [template.code, template] as const))(
	"%s of the library goes out as a workbook and comes back equal",
	async (_code, template) => {
		const { conduct: _, ...form } = templateDraft.parse(template);
		const reading = await read(await writeWorkbook(writeXlsForm(form)));
		expect(reading.notes).toEqual([]);
		expect(reading.form).toEqual(JSON.parse(JSON.stringify(form)));
	},
);

test("merged headings, formulas, dates and numbers of a real workbook are read as they are shown", async () => {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet("Phụ lục");
	sheet.addRow(["BẢNG KIỂM PHÒNG CHỐNG ĐUỐI NƯỚC"]);
	sheet.mergeCells("A1:E1");
	sheet.addRow(["STT", "Nội dung", "Kết quả", null, "Điểm"]);
	sheet.addRow([null, null, "Đạt", "Chưa đạt", null]);
	for (const cells of ["A2:A3", "B2:B3", "C2:D2", "E2:E3"]) sheet.mergeCells(cells);
	sheet.addRow(["I. Hồ, ao quanh trường"]);
	sheet.mergeCells("A4:E4");
	sheet.addRow([
		1,
		{ formula: 'CONCATENATE("Có ","rào chắn")', result: "Có rào chắn" },
		null,
		null,
		{ formula: "1+1", result: 2 },
	]);
	sheet.addRow([{ formula: "A5+1", result: 2 }, "Có biển báo", null, null, 1.5]);
	const { form } = await read(new Uint8Array(await workbook.xlsx.writeBuffer()));
	expect(form?.title.vi).toBe("BẢNG KIỂM PHÒNG CHỐNG ĐUỐI NƯỚC");
	expect(form?.definition.sections).toMatchObject([
		{
			code: "I",
			title: { vi: "Hồ, ao quanh trường" },
			items: [
				{ code: "I.1", text: { vi: "Có rào chắn" }, weight: 2 },
				{ code: "I.2", text: { vi: "Có biển báo" }, weight: 1.5 },
			],
		},
	]);
});

test("a form of JSON is told from CSV by its first sign", async () => {
	expect((await read(Buffer.from('\ufeff {"format": "x"}'), "a.json")).notes[0]).toMatchObject({ code: "json_shape" });
	expect((await read(Buffer.from("STT,Nội dung\n1,Có cổng\n"), "a.csv")).format).toBe("plain");
});
