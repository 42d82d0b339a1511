import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, isWithinBounds, references, type Scope, type Value } from "./evaluate.ts";
import { type Expression, expression as expressionSchema } from "./expression-schema.ts";
import { constant, given } from "./fixtures.ts";

const values: Record<string, Value> = {
	two: 2,
	half: 0.5,
	zero: 0,
	day: "2026-11-23",
	list: ["a", "b"],
	text: "b",
	C1: "met",
	C2: "na",
	C3: "met",
};
const scope: Scope = {
	answer: (item) => values[item] ?? null,
	school: (field) => (field === "kind" ? "MN" : field === "pupils" ? 300 : null),
	rows: () => [],
	rosterOf: () => null,
};
const of = (expression: Expression) => evaluate(expression, scope);
const pair = (op: "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "sub" | "div", left: Expression, right: Expression) =>
	of({ op, left, right });

describe("arithmetic", () => {
	test("works on numbers", () => {
		expect(of({ op: "sum", args: [given("two"), given("half"), constant(3)] })).toBe(5.5);
		expect(of({ op: "mul", args: [given("two"), given("half"), constant(3)] })).toBe(3);
		expect(pair("sub", given("two"), given("half"))).toBe(1.5);
		expect(pair("div", given("two"), given("half"))).toBe(4);
	});

	test.each([
		["an unanswered item", { op: "sum", args: [given("two"), given("nowhere")] }],
		["a text", { op: "sum", args: [given("two"), given("text")] }],
		["a division by zero", { op: "div", left: given("two"), right: given("zero") }],
		["zero by zero", { op: "div", left: given("zero"), right: given("zero") }],
		["an overflow", { op: "mul", args: [constant(1e200), constant(1e200)] }],
	] satisfies [string, Expression][])("comes to null with %s", (_, expression) => {
		expect(of(expression)).toBeNull();
	});
});

describe("comparison", () => {
	test.each(["eq", "ne", "lt", "le", "gt", "ge"] as const)("%s with an unanswered item is false", (op) => {
		expect(pair(op, given("nowhere"), constant(1))).toBe(false);
		expect(pair(op, constant(1), given("nowhere"))).toBe(false);
		expect(pair(op, given("nowhere"), given("nowhere"))).toBe(false);
	});

	test("orders numbers by size and days by the calendar", () => {
		expect(pair("lt", constant(9), constant(10))).toBe(true);
		expect(pair("lt", given("day"), constant("2026-12-01"))).toBe(true);
		expect(pair("ge", given("day"), constant("2026-11-23"))).toBe(true);
		expect(pair("gt", given("day"), constant("2026-11-23"))).toBe(false);
	});

	test("does not order a number against a text", () => {
		expect(pair("lt", constant(1), constant("2"))).toBe(false);
		expect(pair("ge", constant(1), constant("2"))).toBe(false);
		expect(pair("ne", constant(1), constant("1"))).toBe(true);
	});

	test("forgives binary dust, but not one đồng in a thousand billion", () => {
		const sum: Expression = { op: "sum", args: [constant(0.1), constant(0.2)] };
		expect(pair("eq", sum, constant(0.3))).toBe(true);
		expect(pair("gt", sum, constant(0.3))).toBe(false);
		expect(pair("eq", constant(1_000_000_000_000), constant(1_000_000_000_001))).toBe(false);
		expect(pair("eq", constant(0.000001), constant(0.000002))).toBe(false);
	});
});

describe("logic", () => {
	test("takes only true for true", () => {
		expect(of({ op: "and", args: [constant(true), constant(1)] })).toBe(false);
		expect(of({ op: "or", args: [given("nowhere"), constant(true)] })).toBe(true);
		expect(of({ op: "not", arg: given("nowhere") })).toBe(true);
	});

	test("asks for answers, ticks and outcomes", () => {
		expect(of({ op: "answered", item: "zero" })).toBe(true);
		expect(of({ op: "answered", item: "nowhere" })).toBe(false);
		expect(of({ op: "has", item: "list", value: "b" })).toBe(true);
		expect(of({ op: "has", item: "list", value: "c" })).toBe(false);
		expect(of({ op: "has", item: "text", value: "b" })).toBe(true);
		expect(of({ op: "count", outcome: "met", items: ["C1", "C2", "C3", "nowhere"] })).toBe(2);
	});

	test("reads the school", () => {
		expect(of({ op: "school", field: "kind" })).toBe("MN");
		expect(of({ op: "school", field: "classrooms" })).toBeNull();
	});
});

describe("bounds", () => {
	const nested = (depth: number) => {
		let expression: Expression = constant(true);
		for (let at = 0; at < depth; at += 1) expression = { op: "not", arg: { op: "not", arg: expression } };
		return expression;
	};

	test("a deep expression is worked out, one too deep comes to null", () => {
		expect(of(nested(40))).toBe(true);
		expect(isWithinBounds(nested(40))).toBe(true);
		expect(of(nested(50_000))).toBeNull();
		expect(isWithinBounds(nested(50_000))).toBe(false);
	});

	test("a wide expression comes to null instead of running on", () => {
		const row: Expression = { op: "sum", args: Array.from({ length: 200 }, () => constant(1)) };
		const wide = (rows: number): Expression => ({ op: "sum", args: Array.from({ length: rows }, () => row) });
		expect(of(wide(90))).toBe(18_000);
		expect(of({ op: "sum", args: [wide(90), wide(90)] })).toBeNull();
		expect(isWithinBounds({ op: "sum", args: [wide(90), wide(90)] })).toBe(false);
	});
});

test("references tells each item once, through every kind of node", () => {
	const expression: Expression = {
		op: "and",
		args: [
			{ op: "not", arg: { op: "answered", item: "a" } },
			{
				op: "gt",
				left: { op: "sum", args: [given("b"), given("a")] },
				right: { op: "count", outcome: "na", items: ["c", "d"] },
			},
			{ op: "has", item: "e", value: "x" },
		],
	};
	expect(references(expression).sort()).toEqual(["a", "b", "c", "d", "e"]);
});

/** Any expression over items that are answered, unanswered or of the wrong type. */
const code = fc.constantFrom(...Object.keys(values), "nowhere");
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 6 },
		fc.record({
			op: fc.constant("const" as const),
			value: fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
		}),
		fc.record({ op: fc.constantFrom("answer" as const, "answered" as const), item: code }),
		fc.record({ op: fc.constant("has" as const), item: code, value: fc.string() }),
		fc.record({
			op: fc.constant("school" as const),
			field: fc.constantFrom("kind" as const, "pupils" as const, "sites" as const),
		}),
		fc.record({
			op: fc.constant("count" as const),
			outcome: fc.constantFrom("met" as const, "na" as const),
			items: fc.array(code),
		}),
		fc.record({
			op: fc.constantFrom("eq", "ne", "lt", "le", "gt", "ge", "sub", "div"),
			left: tie("tree"),
			right: tie("tree"),
		}),
		fc.record({
			op: fc.constantFrom("and" as const, "or" as const, "sum" as const, "mul" as const),
			args: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
		}),
		fc.record({ op: fc.constant("not" as const), arg: tie("tree") }),
	),
}));

test("any expression has a value, the same after a journey as JSON through the schema", () => {
	fc.assert(
		fc.property(tree, (expression) => {
			const before = of(expression);
			const travelled = expressionSchema.parse(JSON.parse(JSON.stringify(expression)));
			expect(of(travelled)).toEqual(before);
			expect(typeof before === "number" ? Number.isFinite(before) : true).toBe(true);
		}),
		{ numRuns: 200 },
	);
});

test("what is not the opposite of less-or-equal is greater, wherever both sides are numbers", () => {
	fc.assert(
		fc.property(
			fc.double({ noNaN: true, noDefaultInfinity: true }),
			fc.double({ noNaN: true, noDefaultInfinity: true }),
			(a, b) => {
				const said = (["lt", "eq", "gt"] as const).filter((op) => pair(op, constant(a), constant(b)) === true);
				expect(said).toHaveLength(1);
				expect(pair("le", constant(a), constant(b))).toBe(said[0] !== "gt");
				expect(pair("ge", constant(a), constant(b))).toBe(said[0] !== "lt");
			},
		),
	);
});
