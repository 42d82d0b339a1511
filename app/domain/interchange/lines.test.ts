import { expect, test } from "vitest";
import { sheet, yesNo } from "./fixtures.ts";
import { linesOf, wholeNotes } from "./lines.ts";
import { readWorkbook } from "./read.ts";

test("every row with its worst fate; rows that are no items stand among them when something is said of them", () => {
	const reading = readWorkbook(
		[
			sheet(
				"survey",
				["type", "name", "label", "default", "relevant"],
				["begin_group", "g", "Nhóm", "", "${khong} = 1"],
				["integer", "a", "A", "3", "today() > 1"],
				["geopoint", "b", "B"],
				["integer", "c", "C"],
				["end_group"],
			),
			sheet("choices", ...yesNo.rows.map(({ cells }) => cells), ["yn", "", "Thiếu"]),
		],
		"x.xlsx",
	);
	expect(
		linesOf(reading).map(({ sheet, line, fate, became, notes }) => [sheet, line, fate, became, notes.length]),
	).toEqual([
		["survey", 2, "partly", "", 1],
		["survey", 3, "partly", "a", 2],
		["survey", 4, "left", "", 1],
		["survey", 5, "whole", "c", 0],
		["choices", 4, "left", "", 1],
	]);
	expect(wholeNotes(reading)).toEqual([]);
});

test("headings and signatures of a list were passed over on purpose; a file of neither kind is told as a whole", () => {
	const plain = readWorkbook(
		[sheet("S", ["STT", "Nội dung"], ["I", "Phần"], ["1", "Câu"], ["", "Tổng cộng"])],
		"x.xlsx",
	);
	expect(linesOf(plain).map(({ fate }) => fate)).toEqual(["noted", "whole", "noted"]);
	expect(wholeNotes(readWorkbook([sheet("S", ["a"])], "x.xlsx"))).toMatchObject([{ code: "format_unknown" }]);
});
