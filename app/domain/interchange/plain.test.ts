import { expect, test } from "vitest";
import { sheet } from "./fixtures.ts";
import { readPastedRows } from "./pasted.ts";
import { readPlain, rowsToItems } from "./plain-read.ts";
import { readWorkbook } from "./read.ts";

const annex = sheet(
	"Phụ lục",
	["UBND HUYỆN GIAO THỦY", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
	["BẢNG KIỂM XÂY DỰNG TRƯỜNG HỌC AN TOÀN"],
	[],
	["STT", "Nội dung", "Bắt buộc", "Căn cứ", "Kết quả", "Kết quả", "Điểm", "Ghi chú"],
	["STT", "Nội dung", "Bắt buộc", "Căn cứ", "Đạt", "Chưa đạt", "Điểm", "Ghi chú"],
	["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
	["I", "Cơ sở vật chất", "", "", "", "", "", ""],
	["1", "Tường rào chắc chắn ★", "", "NĐ 80/2017 Điều 6", "", "", "2", "xem thực tế"],
	["2", "Lối đi thông thoáng", "x", "", "", "", "1,5", ""],
	["II", "Hoạt động giáo dục", "", "", "", "", "", ""],
	["1", "Có kế hoạch năm", "không", "", "", "", "nhiều", ""],
	["2", "Kỹ năng sống", "", "", "", "", "", ""],
	["2.1", "Phòng đuối nước", "", "", "", "", "", ""],
	["", "Tổng cộng", "", "", "", "", "", ""],
	["", "Người kiểm tra", "", "", "", "", "", ""],
);

test("an annex of an office: two rows of headings, Roman numbers, stars, weights, a total at the end", () => {
	const list = rowsToItems(annex);
	expect(list?.sections).toEqual([
		{
			code: "I",
			title: "Cơ sở vật chất",
			items: [
				{
					type: "verdict",
					code: "I.1",
					text: { vi: "Tường rào chắc chắn" },
					mandatory: true,
					weight: 2,
					hint: { vi: "xem thực tế" },
					legalBasis: { text: "NĐ 80/2017 Điều 6", verified: false },
				},
				{ type: "verdict", code: "I.2", text: { vi: "Lối đi thông thoáng" }, mandatory: true, weight: 1.5 },
			],
		},
		{
			code: "II",
			title: "Hoạt động giáo dục",
			items: [{ type: "verdict", code: "II.1", text: { vi: "Có kế hoạch năm" } }],
		},
		{ code: "2", title: "Kỹ năng sống", items: [{ type: "verdict", code: "2.1", text: { vi: "Phòng đuối nước" } }] },
	]);
	expect(
		list?.notes.filter(({ severity }) => severity !== "info").map(({ line, code, found }) => [line, code, found]),
	).toEqual([[11, "row_unclear", "nhiều"]]);
	expect(list?.rows.find(({ line }) => line === 14)).toMatchObject({ text: "Tổng cộng", became: "" });
});

test("the workbook's title stands above the headings; without one the file's name serves", () => {
	expect(readPlain([annex], "phu-luc.xlsx").form?.title.vi).toBe("BẢNG KIỂM XÂY DỰNG TRƯỜNG HỌC AN TOÀN");
	const bare = readPlain([sheet("S", ["Tiêu chí", "Điểm"], ["Có cổng", 1])], "Kiểm tra bão.xlsx");
	expect(bare.form).toMatchObject({
		title: { vi: "Kiểm tra bão" },
		definition: { sections: [{ code: "A", items: [{ code: "A.1" }] }] },
	});
});

test("two sheets with the same numbers make one form with codes apart", () => {
	const rows = [
		["STT", "Nội dung"],
		["A", "Phần"],
		["1", "Một"],
	];
	const { form } = readPlain([sheet("Một", ...rows), sheet("Hai", ...rows)], "x.xlsx");
	expect(form?.definition.sections.map(({ code, items }) => [code, items[0]?.code])).toEqual([
		["A", "A.1"],
		["A-2", "A.1-2"],
	]);
});

test("a workbook that is neither says so; an empty one too", () => {
	expect(readWorkbook([sheet("S", ["a", "b"], ["c", "d"])], "x.xlsx").notes).toMatchObject([
		{ code: "format_unknown" },
	]);
	expect(readWorkbook([sheet("S")], "x.xlsx").notes).toMatchObject([{ code: "file_empty" }]);
	expect(readWorkbook([], "x.xlsx").form).toBeNull();
});

test("pasted with headings", () => {
	const text = 'STT\tTiêu chí\tBắt buộc\r\nA\tSân trường\t\r\n1\t"Dòng một\nDòng ""hai"""\tx\r\n';
	expect(readPastedRows(text).sections).toEqual([
		{
			code: "A",
			title: "Sân trường",
			items: [{ type: "verdict", code: "A.1", text: { vi: 'Dòng một\nDòng "hai"' }, mandatory: true }],
		},
	]);
});

test("pasted without headings: the longest column is the text, numbers stand before it", () => {
	const text = "1\tCó tường rào chắc chắn\t★\n2\tSân trường không trơn trượt\t\n";
	expect(readPastedRows(text).sections).toEqual([
		{
			code: "A",
			title: "",
			items: [
				{ type: "verdict", code: "A.1", text: { vi: "Có tường rào chắc chắn" }, mandatory: true },
				{ type: "verdict", code: "A.2", text: { vi: "Sân trường không trơn trượt" } },
			],
		},
	]);
});

test("one column: numbers and bullets at the head of lines go, every line is an item", () => {
	const codes = (text: string) =>
		readPastedRows(text).sections.flatMap(({ items }) => items.map(({ code, text }) => `${code} ${text.vi}`));
	expect(codes("1. Có cổng\n2. Có biển tên\n")).toEqual(["A.1 Có cổng", "A.2 Có biển tên"]);
	expect(codes("- Có cổng\n- Có biển tên")).toEqual(["A.1 Có cổng", "A.2 Có biển tên"]);
	expect(codes("Có cổng")).toEqual(["A.1 Có cổng"]);
	expect(codes("I. Sân\n1. Có cổng\nII. Bếp\n1. Sạch")).toEqual(["I.1 Có cổng", "II.1 Sạch"]);
	expect(codes("")).toEqual([]);
	expect(codes('"chưa đóng\t"')).toHaveLength(1);
});

test("more rows than any form has are said to be left out", () => {
	const { sections, notes } = readPastedRows(Array.from({ length: 2100 }, (_, at) => `Câu ${at}`).join("\n"));
	expect(sections[0]?.items).toHaveLength(2000);
	expect(notes).toMatchObject([{ line: 2001, code: "too_many_rows" }]);
});

test("a gate is no sum, and what a headmaster does is no signature", () => {
	const rows = [
		["STT", "Nội dung"],
		["1", "Cổng trường chắc chắn"],
		["", "Hiệu trưởng phân công người trực"],
		["", "Cộng: 2"],
		["", "HIỆU TRƯỞNG (ký, ghi rõ họ tên)"],
		["", "Đại diện đoàn kiểm tra"],
	];
	const list = rowsToItems(sheet("S", ...rows));
	expect(list?.rows.map(({ text, became }) => [text, became !== ""])).toEqual([
		["Cổng trường chắc chắn", true],
		["Hiệu trưởng phân công người trực", true],
		["Cộng: 2", false],
		["HIỆU TRƯỞNG (ký, ghi rõ họ tên)", false],
		["Đại diện đoàn kiểm tra", false],
	]);
});
