import { describe, expect, test } from "vitest";
import { criterion, integer, itemOf, value } from "./fixtures.ts";
import type { Answer, AnswerValue, Item, Measure } from "./schema.ts";
import { noteLimit, validateAnswer } from "./validate.ts";

const text = { vi: "x" };
const options = ["a", "b", "c"].map((code) => ({ value: code, label: text }));
const codes = (item: Item, answer: AnswerValue, rest: Partial<Answer> = {}) =>
	validateAnswer(item, value(answer, rest)).map((fault) => fault.code);

const measure = (parts: Partial<Measure> = {}): Measure => ({
	what: "",
	who: "",
	due: "",
	superior: false,
	request: "",
	...parts,
});

describe("one answer", () => {
	test("a verdict takes its outcomes, and *Không áp dụng* only where it is allowed", () => {
		expect(codes(itemOf(criterion("A")), "na")).toEqual([]);
		expect(codes(itemOf(criterion("A", { allowNa: false })), "na")).toEqual(["na_not_allowed"]);
		expect(codes(itemOf(criterion("A")), "yes")).toEqual(["not_an_option"]);
		expect(codes(itemOf(criterion("A")), ["met"])).toEqual(["not_an_option"]);
	});

	test("a choice takes its options, several only where several are asked", () => {
		const one = itemOf({ type: "choice", code: "A", text, options });
		const many = itemOf({ type: "choices", code: "A", text, options, min: 2, max: 2 });
		expect(codes(one, "b")).toEqual([]);
		expect(codes(one, "d")).toEqual(["not_an_option"]);
		expect(codes(many, ["a", "b"])).toEqual([]);
		expect(codes(many, ["a", "d"])).toEqual(["not_an_option"]);
		expect(codes(many, "a")).toEqual(["not_an_option"]);
		expect(codes(many, ["a", "a"])).toEqual(["not_an_option"]);
		expect(validateAnswer(many, value(["a", "b", "c"]))).toEqual([
			{ item: "A", row: "", severity: "error", code: "too_many", max: 2 },
		]);
	});

	test("numbers keep their limits, and the limits themselves are allowed", () => {
		const item = itemOf(integer("A", { min: 0, max: 40 }));
		expect([0, 40].flatMap((number) => codes(item, number))).toEqual([]);
		expect(validateAnswer(item, value(-1), "r")).toEqual([
			{ item: "A", row: "r", severity: "error", code: "too_small", min: 0 },
		]);
		expect(codes(item, 41)).toEqual(["too_large"]);
		expect(codes(item, 1.5)).toEqual(["not_whole"]);
		expect(codes(item, "12")).toEqual(["not_a_number"]);
		expect(codes(itemOf(integer("A")), 2 ** 60)).toEqual(["too_large"]);
		expect(codes(itemOf({ type: "decimal", code: "A", text, max: 1.5 }), 1.25)).toEqual([]);
	});

	test("days keep their limits", () => {
		const item = itemOf({ type: "date", code: "A", text, min: "2026-01-01", max: "2026-12-31" });
		expect(codes(item, "2026-12-31")).toEqual([]);
		expect(codes(item, "2027-01-01")).toEqual(["too_large"]);
		expect(codes(item, "2025-12-31")).toEqual(["too_small"]);
		expect(codes(item, "2026-02-30")).toEqual(["not_a_date"]);
		expect(codes(itemOf({ type: "date", code: "A", text }), "1999-12-31")).toEqual([]);
	});

	test("texts keep their length", () => {
		const item = itemOf({ type: "text", code: "A", text, maxLength: 3 });
		expect(codes(item, "abc")).toEqual([]);
		expect(codes(item, "abcd")).toEqual(["too_long"]);
		expect(codes(item, 12)).toEqual(["not_text"]);
	});

	test("remark and measure keep their shape", () => {
		const item = itemOf(criterion("A"));
		expect(codes(item, "met", { note: "x".repeat(noteLimit) })).toEqual([]);
		expect(codes(item, "met", { note: "x".repeat(noteLimit + 1) })).toEqual(["too_long"]);
		expect(codes(item, "unmet", { measure: measure({ due: "2026-02-30" }) })).toEqual(["not_a_date"]);
	});

	test("what is only missing is no fault of a draft", () => {
		const many = itemOf({ type: "choices", code: "A", text, options, min: 2 });
		expect(codes(many, ["a"])).toEqual([]);
		expect(codes(itemOf(criterion("A")), null)).toEqual([]);
		expect(codes(itemOf(criterion("A", { failure: { remark: true, measure: true } })), "unmet")).toEqual([]);
		expect(codes(itemOf(integer("A", { min: 5 })), null)).toEqual([]);
	});
});
