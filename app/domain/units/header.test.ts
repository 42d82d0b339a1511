import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIST_HEADER, sheetOf } from "#tests/support/build-units.ts";
import { findHeader, findTable, withChoice } from "./header.ts";
import type { Cell } from "./import-schema.ts";
import { readRows } from "./list-rows.ts";

const school: Cell[] = [1, "36365001", "Trường Mầm non A", "Mầm non", "Công lập", "Xã Giao An", 10, 250, 25, 1];
const wanted = { code: 1, name: 2, kind: 3, ownership: 4, commune: 5, classrooms: 6, pupils: 7, staff: 8, sites: 9 };

describe("the header", () => {
	test("is found below titles of any number", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("UBND HUYỆN", "DANH SÁCH TRƯỜNG NĂM HỌC 2019-2020", "Biểu số 1"), { maxLength: 8 }),
				(titles) => {
					const header = findHeader(sheetOf(...titles.map((title): Cell[] => [title]), LIST_HEADER, school));
					expect(header?.mapping).toEqual(wanted);
					expect(header?.from).toBe(titles.length + 1);
				},
			),
		);
	});

	test("may be two rows with merged cells, or cells left blank as CSV leaves them", () => {
		const top = [
			"STT",
			"Mã trường",
			"Tên trường",
			"Cấp học",
			"Loại hình",
			"Xã/Thị trấn",
			"Quy mô",
			"Quy mô",
			"Quy mô",
			"Số điểm trường",
		];
		const blanks: Cell[] = [null, null, null, null, null, null, "Số lớp", "Số trẻ/HS", "CBGVNV", null];
		const merged = top.map((text, index) => blanks[index] ?? text);
		for (const second of [merged, blanks]) {
			const header = findHeader(sheetOf(top, second, [null, null, "Khối Mầm non"], school));
			expect(header?.mapping).toEqual(wanted);
			expect(header?.from).toBe(2);
			expect(header?.columns[6]).toEqual({ index: 6, header: "Quy mô › Số lớp", sample: "10" });
		}
	});

	test("columns may stand in any order", () => {
		fc.assert(
			fc.property(fc.shuffledSubarray([...LIST_HEADER.keys()], { minLength: LIST_HEADER.length }), (order) => {
				const header = findHeader(
					sheetOf(
						order.map((at) => LIST_HEADER[at] ?? null),
						order.map((at) => school[at] ?? null),
					),
				);
				for (const [field, column] of Object.entries(wanted)) {
					expect(header?.mapping[field as keyof typeof wanted]).toBe(order.indexOf(column));
				}
			}),
		);
	});

	test("is known in English and by other words of offices", () => {
		const english = [
			"code",
			"name",
			"type",
			"ownership",
			"managed_by",
			"commune_code",
			"commune",
			"classrooms",
			"pupils",
			"staff",
			"sites",
		];
		expect(findHeader(sheetOf(english, school))?.mapping).toEqual({
			...{
				code: 0,
				name: 1,
				kind: 2,
				ownership: 3,
				manager: 4,
				commune: 6,
				classrooms: 7,
				pupils: 8,
				staff: 9,
				sites: 10,
			},
		});
		const other = [
			"TT",
			"Mã định danh",
			"Tên cơ sở giáo dục",
			"Bậc học",
			"Loại hình trường",
			"Địa bàn",
			"Số nhóm, lớp",
			"Số học sinh",
			"CBQL, GV, NV",
			"Cơ quan quản lý",
		];
		expect(findHeader(sheetOf(other, school))?.mapping).toEqual({
			...{ code: 1, name: 2, kind: 3, ownership: 4, commune: 5, classrooms: 6, pupils: 7, staff: 8, manager: 9 },
		});
	});

	test("is not found where none is", () => {
		expect(findHeader(sheetOf())).toBeNull();
		expect(findHeader(sheetOf(["Họ và tên", "Ngày sinh", "Quê quán"], ["A", "1/1/2000", "Giao An"]))).toBeNull();
		expect(findHeader(sheetOf(school, school))).toBeNull();
	});

	test("the sheet that names the most fields is the list", () => {
		const cover = { ...sheetOf(["Mã trường", "Tên trường", "Xã"]), name: "Bìa" };
		expect(findTable([cover, sheetOf(LIST_HEADER, school)])?.sheet.name).toBe("Sheet1");
	});

	test("a person's choice replaces the mapping; a column holds one field", () => {
		const header = findHeader(sheetOf(LIST_HEADER, school));
		if (!header) throw new Error("no header");
		expect(withChoice(header, { code: 1, name: 1, pupils: 6, staff: 99 }).mapping).toEqual({ code: 1, pupils: 6 });
		expect(withChoice(header, null).mapping).toEqual(wanted);
	});
});

test("rows that are no schools are told apart, each with what it says", () => {
	const sheet = sheetOf(
		LIST_HEADER,
		["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
		[null, null, "Khối Mầm non", "Khối Mầm non", "Khối Mầm non"],
		school,
		[2, null, "Trường Mầm non B", "Mầm non", "Công lập", "Xã Giao An", 10, 250, 25, 1],
		[],
		[null, null, "Tổng cộng", null, null, null, { formula: "SUM(G8:G92)", result: 20 }, 500, 50, 2],
		[null, null, "Người lập biểu", null, null, null, "TRƯỞNG PHÒNG"],
	);
	const header = findHeader(sheet);
	if (!header) throw new Error("no header");
	const { entries, skipped } = readRows(sheet, header);
	expect(entries.map(({ row, line }) => [row, line])).toEqual([
		[1, 4],
		[2, 5],
	]);
	expect(skipped.map(({ line, why }) => [line, why])).toEqual([
		[2, "numbering"],
		[3, "block"],
		[7, "total"],
		[8, "note"],
	]);
});
