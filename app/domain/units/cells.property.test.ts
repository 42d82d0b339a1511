import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCount, readText } from "./cells.ts";
import { FIGURE_LIMIT } from "./schema.ts";

const count = (cell: Parameters<typeof readCount>[0]) => {
	const { value, mends, refused } = readCount(cell, "pupils");
	return refused ? refused.code : [value, mends.map((mend) => mend.code)];
};

describe("counts", () => {
	test.each([
		["1.204", [1204, ["digits_grouped"]]],
		["1 204", [1204, ["digits_grouped"]]],
		["1,204", [1204, ["digits_grouped"]]],
		["1\u00a0204", [1204, ["digits_grouped"]]],
		["250", [250, []]],
		[" 250 ", [250, []]],
		[250, [250, []]],
		["12,0", [12, []]],
		["", [null, []]],
		[null, [null, []]],
		["–", [null, ["dash_as_blank"]]],
		[{ formula: "10+2", result: 12 }, [12, ["formula_result"]]],
		["ba trăm", "number_in_words"],
		["12 lớp", "number_unclear"],
		["1.20", "number_not_whole"],
		["1,5", "number_not_whole"],
		[1.204, "number_not_whole"],
		[-3, "number_negative"],
		["-3", "number_negative"],
		["\u22123", "number_negative"],
		["-1.204", "number_negative"],
		[100_000, "number_too_large"],
		["1.204.000", "number_too_large"],
		["=SUM(A1)", "formula_text"],
		[{ formula: "A1", result: null }, "formula_unread"],
		[{ other: "#REF!" }, "cell_unread"],
	])("%j is %j", (cell, wanted) => {
		expect(count(cell)).toEqual(wanted);
	});

	test("every count is read back from each way an office writes it", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: FIGURE_LIMIT }), fc.constantFrom(".", ",", " ", "\u00a0"), (n, mark) => {
				const grouped = String(n).replace(/\B(?=(\d{3})+$)/g, mark);
				expect(readCount(n, "pupils").value).toBe(n);
				expect(readCount(String(n), "pupils").value).toBe(n);
				expect(readCount(grouped, "pupils").value).toBe(n);
			}),
		);
	});

	test("whatever stands in a cell, a count is null or a whole number within its limits", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.double(), fc.integer()), (cell) => {
				const { value, refused } = readCount(cell, "pupils");
				if (refused || value === null) return;
				expect(Number.isInteger(value) && value >= 0 && value <= FIGURE_LIMIT).toBe(true);
			}),
		);
	});
});

describe("text", () => {
	const name = "Trường Mầm non Giao Thịnh";
	test.each([
		[name, name, []],
		[name.normalize("NFD"), name, ["unicode"]],
		["  Trường  Mầm non Giao Thịnh ", name, ["spaces"]],
		["Trường\u00a0Mầm non Giao Thịnh", name, ["spaces"]],
		["Trường Mầm non\u200b Giao Thịnh", name, ["hidden_characters"]],
		[`\ufeff${name}`, name, ["hidden_characters"]],
	])("%j", (from, to, mends) => {
		const read = readText(from, "name");
		expect(read.value).toBe(to);
		expect(read.mends.map((mend) => mend.code)).toEqual(mends);
	});

	test.each(["=1+1", "+84", "-Trường", "@SUM(A1)", ' =HYPERLINK("http://example.test")', "\t=1"])(
		"%j as a name is refused",
		(from) => {
			expect(readText(from, "name").refused?.code).toBe("formula_text");
		},
	);

	test("what is read once is read the same again", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				const once = readText(text, "name");
				fc.pre(once.refused === null);
				const again = readText(once.value, "name");
				expect(again).toEqual({ value: once.value, mends: [], refused: null });
			}),
		);
	});
});
