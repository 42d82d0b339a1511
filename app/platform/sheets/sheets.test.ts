import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import { openList } from "#app/domain/units/open-list.ts";
import { districtBytes, LIST_HEADER, schoolRows, workbookOf } from "#tests/support/build-units.ts";
import { readCsv } from "./csv.ts";
import { templateCsv, templateXlsx } from "./list-template.ts";
import { sniffSheet } from "./sniff.ts";
import { readXlsx } from "./xlsx.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const ole = (stream: string) =>
	new Uint8Array(
		Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(stream, "utf16le")]),
	);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

async function zipOf(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
	const zip = new JSZip();
	for (const [name, content] of Object.entries(files)) zip.file(name, content);
	return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** The problem that reading the file ends in, or how many schools its list has. */
async function read(bytes: Uint8Array): Promise<string | number> {
	try {
		const sheets = sniffSheet(bytes) === "xlsx" ? await readXlsx(bytes) : readCsv(bytes);
		return openList(sheets, null).entries.length;
	} catch (error) {
		if (error instanceof Problem) return error.body.code;
		throw error;
	}
}

describe("files that are no list", () => {
	test.each([
		["nothing at all", "sheet_empty", new Uint8Array()],
		["a PDF", "wrong_file_type", utf8("%PDF-1.7\n1 0 obj")],
		["a picture", "wrong_file_type", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
		["a web page called .xls", "wrong_file_type", utf8("<html><table><tr><td>Mã trường</td></tr></table>")],
		["an encrypted workbook", "workbook_encrypted", ole("EncryptedPackage")],
		["an old workbook", "workbook_old", ole("Workbook")],
		["UTF-16 text", "not_utf8", utf16("Mã trường,Tên trường,Xã\n1,2,3")],
		[
			"text of before Unicode",
			"not_utf8",
			new Uint8Array(Buffer.from("M\u00e3 tr\u00fd\u00f5\u00f0ng,T\u00ean,X\u00e3\n1,2,3", "latin1")),
		],
		["other text", "header_not_found", utf8("Họ tên,Ngày sinh\nNguyễn Văn A,1990")],
		["a header alone", "sheet_empty", utf8(`${LIST_HEADER.join(",")}\n`)],
		["blank lines", "sheet_empty", utf8("\n\n\n")],
	])("%s: %s", async (_, problem, bytes) => {
		expect(await read(bytes)).toBe(problem);
	});

	test("a zip that is no workbook, a cut workbook, a workbook with broken parts", async () => {
		expect(await read(await zipOf({ "word/document.xml": "<w:document/>" }))).toBe("wrong_file_type");
		const whole = districtBytes("danh-sach-truong.xlsx");
		expect(await read(whole.slice(0, whole.length / 2))).toBe("workbook_broken");
		expect(await read(await zipOf({ "xl/workbook.xml": "<workbook><sheets>", "[Content_Types].xml": "" }))).toBe(
			"workbook_broken",
		);
		const scratched = whole.slice();
		scratched.fill(7, 200, 900);
		expect(await read(scratched)).toBe("workbook_broken");
	});

	test("a workbook that unpacks to more than anybody sends is stopped on the way", async () => {
		const bomb = await zipOf({ "xl/workbook.xml": "<workbook/>", "xl/media/a.bin": new Uint8Array(70 * 1_048_576) });
		expect(bomb.length).toBeLessThan(1_048_576);
		expect(await read(bomb)).toBe("workbook_too_big");
		const crowd = Object.fromEntries(Array.from({ length: 2_100 }, (_, n) => [`xl/${n}.xml`, ""]));
		expect(await read(await zipOf({ "xl/workbook.xml": "<workbook/>", ...crowd }))).toBe("workbook_too_big");
	});

	test("an empty workbook, and one with too many rows", async () => {
		expect(await read(await workbookOf([]))).toBe("sheet_empty");
		const rows = schoolRows(20_001).map((row) => row.join(";"));
		expect(await read(utf8([LIST_HEADER.join(";"), ...rows].join("\n")))).toBe("too_many_rows");
	});
});

describe("lists", () => {
	test("CSV with and without BOM, with each separator, quotes and Windows line ends", async () => {
		for (const separator of [",", ";", "\t"]) {
			const lines = [LIST_HEADER, ...schoolRows(3)].map((row) => row.map((cell) => `"${cell}"`).join(separator));
			expect(await read(utf8(lines.join("\n")))).toBe(3);
			expect(await read(utf8(`\ufeff${lines.join("\r\n")}\r\n`))).toBe(3);
		}
	});

	test("the district's register as CSV, its workbook, and both samples are read whole", async () => {
		expect(await read(districtBytes("schools.csv"))).toBe(78);
		expect(await read(districtBytes("danh-sach-truong.xlsx"))).toBe(78);
		expect(await read(templateCsv())).toBe(2);
		expect(await read(await templateXlsx())).toBe(2);
	});

	test("rows of CSV keep the line at which a person finds them", () => {
		const [sheet] = readCsv(utf8('Tiêu đề\n\nMã trường,Tên trường,Xã\n1,"Hai\ndòng",An\n2,B,Hà\n'));
		expect(sheet?.rows.map((row) => row.line)).toEqual([1, 3, 5, 6]);
	});

	test("cells: links, rich text, formulas, dates and errors", async () => {
		const [sheet] = await readXlsx(
			await workbookOf([
				[
					{ text: "Trường A", hyperlink: "http://example.test" },
					{ richText: [{ text: "Trường " }, { text: "B" }] },
					{ formula: "1+1", result: 2 },
					{ formula: "NOW()" },
					new Date("2019-11-04T00:00:00Z"),
					{ error: "#REF!" },
					true,
				],
			]),
		);
		expect(sheet?.rows[0]?.cells).toEqual([
			"Trường A",
			"Trường B",
			{ formula: "1+1", result: 2 },
			{ formula: "NOW()", result: null },
			{ other: "2019-11-04" },
			{ other: "#REF!" },
			{ other: "true" },
		]);
	});
});
