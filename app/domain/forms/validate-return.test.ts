import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	answers,
	computed,
	constant,
	criterion,
	equals,
	form,
	given,
	integer,
	preschool,
	section,
	value,
} from "./fixtures.ts";
import type { Answer, Answers, Definition, Measure } from "./schema.ts";
import { validateReturn } from "./validate.ts";

const text = { vi: "x" };
const options = ["a", "b", "c"].map((code) => ({ value: code, label: text }));
/** `item code` of each fault of a whole return, in order. */
const faults = (definition: Definition, given: Answers) =>
	validateReturn(definition, given, preschool).map((fault) => `${fault.item} ${fault.code}`);

const measure = (parts: Partial<Measure> = {}): Measure => ({
	what: "",
	who: "",
	due: "",
	superior: false,
	request: "",
	...parts,
});

describe("what a return lacks", () => {
	test("is told in form order, across sections, for required items that are shown", () => {
		const definition = form({
			sections: [
				section("1", [criterion("B"), integer("Z", { required: false })]),
				section("2", [criterion("A"), criterion("H", { visibleIf: constant(false) })]),
				section("3", [criterion("K")], constant(false)),
			],
		});
		expect(faults(definition, {})).toEqual(["B answer_missing", "A answer_missing"]);
	});

	test("ignores answers to hidden and unknown items", () => {
		const definition = form({ items: [criterion("A"), integer("H", { visibleIf: constant(false), max: 1 })] });
		expect(faults(definition, answers({ A: "met", H: 99, stranger: "?", "A#row": "?" }))).toEqual([]);
	});

	test("too few choices are a fault once the whole is judged", () => {
		const definition = form({ items: [{ type: "choices", code: "A", text, options, min: 2, required: false }] });
		expect(faults(definition, answers({ A: ["a"] }))).toEqual(["A too_few"]);
		expect(faults(definition, answers({ A: [] }))).toEqual([]);
	});
});

describe("what a failure demands", () => {
	const strict = form({ items: [criterion("A")], failure: { remark: true, measure: true } });
	const failed = (rest: Partial<Answer>) => faults(strict, { A: value("unmet", rest) });

	test("a remark and a measure that nobody began are one fault each", () => {
		expect(failed({})).toEqual(["A remark_missing", "A measure_missing"]);
		expect(failed({ note: "  ", measure: measure() })).toEqual(["A remark_missing", "A measure_missing"]);
	});

	test("a measure that was begun tells each part it lacks", () => {
		const note = "Lan can thấp";
		expect(failed({ note, measure: measure({ what: "Nâng lan can" }) })).toEqual([
			"A measure_owner_missing",
			"A measure_due_missing",
		]);
		expect(failed({ note, measure: measure({ who: "Cô An", due: "2026-08-15" }) })).toEqual(["A measure_missing"]);
		expect(failed({ note, measure: measure({ what: "Nâng lan can", who: "Cô An", due: "2026-08-15" }) })).toEqual([]);
	});

	test("help asked of the superior must say what, even where no measure is demanded", () => {
		const lenient = form({ items: [criterion("A", { failure: { remark: false, measure: false } })] });
		const asked = (request: string) =>
			faults(lenient, { A: value("unmet", { measure: measure({ superior: true, request }) }) });
		expect(asked("")).toEqual(["A request_missing"]);
		expect(asked("Cấp 20 triệu đồng")).toEqual([]);
	});

	test("an item may ask less or more than the form", () => {
		const definition = form({
			items: [criterion("A", { failure: { remark: false, measure: false } }), criterion("B")],
		});
		expect(faults(definition, answers({ A: "unmet", B: "unmet" }))).toEqual(["B remark_missing"]);
	});

	test("nothing is demanded of what is met or not applicable", () => {
		expect(faults(strict, answers({ A: "met" }))).toEqual([]);
		expect(faults(strict, answers({ A: "na" }))).toEqual([]);
	});
});

describe("checks across items", () => {
	const holds = equals({ op: "sum", args: [given("met"), given("unmet")] }, given("total"));
	const checks = [{ code: "sum", holds, message: { vi: "Đạt + chưa đạt = tổng" }, items: ["total", "met"] }];
	const items = [
		integer("met"),
		integer("unmet", { required: false }),
		integer("total", { max: 100 }),
		integer("last", { max: 1 }),
	];
	const definition = form({ items, checks });

	test("a sentence that does not hold is told once, at its first item of the form, in form order", () => {
		const found = validateReturn(definition, answers({ met: 3, unmet: 2, total: 6, last: 9 }), preschool);
		expect(found).toEqual([
			{
				item: "met",
				row: "",
				severity: "error",
				code: "check_failed",
				check: "sum",
				message: { vi: "Đạt + chưa đạt = tổng" },
			},
			{ item: "last", row: "", severity: "error", code: "too_large", max: 1 },
		]);
		expect(faults(definition, answers({ met: 3, unmet: 2, total: 5, last: 1 }))).toEqual([]);
	});

	test("waits for figures that are missing or wrong themselves", () => {
		expect(faults(definition, answers({ met: 3, total: 6, last: 1 }))).toEqual([]);
		expect(faults(definition, answers({ met: 3, unmet: 2, last: 1 }))).toEqual(["total answer_missing"]);
		expect(faults(definition, answers({ met: 3, unmet: 2, total: 600, last: 1 }))).toEqual(["total too_large"]);
	});

	test("reckons with computed items and may only warn", () => {
		const warned = form({
			items: [integer("a"), computed("double", { op: "mul", args: [given("a"), constant(2)] })],
			checks: [
				{
					code: "low",
					holds: { op: "lt", left: given("double"), right: constant(10) },
					message: text,
					items: ["double"],
					severity: "warning",
				},
			],
		});
		expect(validateReturn(warned, answers({ a: 5 }), preschool)).toMatchObject([
			{ item: "double", severity: "warning" },
		]);
		expect(validateReturn(warned, answers({ a: 4 }), preschool)).toEqual([]);
	});

	test("is left out when none of the items it would be shown at is shown", () => {
		const hidden = form({
			items: [integer("a"), integer("b", { visibleIf: constant(false) })],
			checks: [{ code: "c", holds: constant(false), message: text, items: ["b"] }],
		});
		expect(faults(hidden, answers({ a: 1 }))).toEqual([]);
	});
});

test("no rubbish from a device makes the judging of a return throw, and only shown items are spoken of", () => {
	const definition = form({
		items: [
			criterion("A", { failure: { remark: true, measure: true } }),
			integer("B", { visibleIf: equals(given("A"), constant("unmet")) }),
			{ type: "choices", code: "C", text, options, min: 1 },
			{ type: "date", code: "D", text },
			{ type: "longtext", code: "E", text },
			computed("F", { op: "sum", args: [given("B"), given("C")] }),
		],
		checks: [{ code: "c", holds: { op: "gt", left: given("F"), right: given("B") }, message: text, items: ["B"] }],
	});
	const measureLike = fc.oneof(
		fc.anything(),
		fc.record({ what: fc.anything(), due: fc.string(), superior: fc.boolean() }),
	);
	const answer = fc.oneof(
		fc.anything(),
		fc.record({
			value: fc.oneof(fc.anything(), fc.constantFrom("met", "unmet", "na", 3, ["a"], "2026-11-23")),
			note: fc.oneof(fc.string(), fc.anything()),
			measure: measureLike,
		}),
	);
	const rubbish = fc.dictionary(fc.oneof(fc.constantFrom("A", "B", "C", "D", "E", "F", "A#1"), fc.string()), answer);
	fc.assert(
		fc.property(rubbish, (anything) => {
			const found = validateReturn(definition, anything as Answers, preschool);
			expect(found.every((fault) => "ABCDEF".includes(fault.item))).toBe(true);
			expect(found.map((fault) => fault.item)).toEqual(found.map((fault) => fault.item).sort());
		}),
		{ numRuns: 200 },
	);
});
