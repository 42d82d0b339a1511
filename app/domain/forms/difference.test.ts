import fc from "fast-check";
import { expect, test } from "vitest";
import { answerKey, parseAnswerKey } from "./answers.ts";
import { differenceOfAnswers } from "./difference.ts";
import { answers, value } from "./fixtures.ts";
import type { Measure } from "./schema.ts";

const blank: Measure = { what: "", who: "", due: "", superior: false, request: "" };

test("tells each answer that changed in value, remark or measure, with both sides", () => {
	const before = {
		A: value("met"),
		B: value("unmet", { note: "cũ" }),
		C: value("unmet"),
		D: value("na"),
		E: value("met"),
	};
	const after = {
		A: value("met"),
		B: value("unmet", { note: "mới" }),
		C: value("unmet", { measure: { ...blank, superior: true } }),
		D: value(null),
		F: value("met"),
	};
	expect(differenceOfAnswers(before, after)).toEqual([
		{ item: "B", row: "", before: before.B, after: after.B },
		{ item: "C", row: "", before: before.C, after: after.C },
		{ item: "D", row: "", before: before.D, after: null },
		{ item: "E", row: "", before: before.E, after: null },
		{ item: "F", row: "", before: null, after: after.F },
	]);
});

test("rows of a roster are told apart", () => {
	const changes = differenceOfAnswers(
		{ [answerKey("A", "r1")]: value(1) },
		{ [answerKey("A", "r1")]: value(2), [answerKey("A", "r2")]: value(1) },
	);
	expect(changes.map(({ item, row }) => [item, row])).toEqual([
		["A", "r1"],
		["A", "r2"],
	]);
});

test("what says the same is no change: ticks in another order, an empty measure, a cleared answer", () => {
	const before = { M: value(["a", "b"]), A: value("met", { measure: blank }), B: value(null) };
	expect(differenceOfAnswers(before, { M: value(["b", "a"]), A: value("met"), C: value(null) })).toEqual([]);
});

test("there is none against itself, and the way back is the same way with its sides changed", () => {
	const some = fc
		.dictionary(
			fc.constantFrom("A", "B", "C#1", "C#2"),
			fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.array(fc.string())),
		)
		.map(answers);
	fc.assert(
		fc.property(some, some, (one, other) => {
			expect(differenceOfAnswers(one, one)).toEqual([]);
			const back = differenceOfAnswers(other, one).map((change) => ({
				...change,
				before: change.after,
				after: change.before,
			}));
			expect(back).toEqual(differenceOfAnswers(one, other));
		}),
	);
});

test("a key keeps code and row apart, whatever the row is called", () => {
	expect(answerKey("MN-C.3")).toBe("MN-C.3");
	expect(parseAnswerKey("MN-C.3")).toEqual({ item: "MN-C.3", row: "" });
	fc.assert(
		fc.property(fc.string(), (row) => {
			expect(parseAnswerKey(answerKey("MN-C.3", row))).toEqual({ item: "MN-C.3", row });
		}),
	);
});
