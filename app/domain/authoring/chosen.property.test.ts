import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { library } from "#db/seed/library/library.ts";
import { formWith, randomAnswers, randomExpression } from "#tests/support/random-forms.ts";
import { evaluate } from "../forms/evaluate.ts";
import type { Expression } from "../forms/expression-schema.ts";
import { constant, equals, given, preschool } from "../forms/fixtures.ts";
import { situation } from "../forms/situation.ts";
import {
	type Chosen,
	checkExpression,
	checkFrom,
	chosenFrom,
	expressionFrom,
	type Figure,
	figureExpression,
	figureFrom,
	type Operand,
	settled,
	type Test,
} from "./chosen.ts";
import { plain } from "./plain.ts";

const item = fc.constantFrom("A", "B", "C.1");
const items = fc.array(item, { minLength: 1, maxLength: 3 });
const value = fc.oneof(fc.string({ minLength: 1 }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const flat: fc.Arbitrary<Operand> = fc.oneof(
	fc.record({ kind: fc.constant("item" as const), item }),
	fc.record({ kind: fc.constant("fact" as const), field: fc.constantFrom("kind" as const, "pupils", "conduct_stage") }),
	fc.record({ kind: fc.constant("count" as const), outcome: fc.constantFrom("met" as const, "unmet", "na"), items }),
	fc.record({ kind: fc.constant("sum" as const), items }),
);
const testOf = (operand: fc.Arbitrary<Operand>): fc.Arbitrary<Test> =>
	fc.oneof(
		fc.record({ test: fc.constantFrom("answered" as const, "unanswered"), item }),
		fc.record({ test: fc.constantFrom("has" as const, "lacks"), item, value: fc.string({ minLength: 1 }) }),
		fc.record({
			test: fc.constantFrom("eq" as const, "ne", "lt", "le", "gt", "ge"),
			left: operand,
			right: fc.oneof(
				operand,
				value.map((given): Operand => ({ kind: "value", value: given })),
			),
		}),
	);
const where = fc.array(testOf(flat), { maxLength: 3 });
const operand: fc.Arbitrary<Operand> = fc.oneof(
	flat,
	fc.record({ kind: fc.constant("rows" as const), roster: fc.constant("R"), where }),
	fc.record({ kind: fc.constant("total" as const), item, where }),
);
const line = testOf(operand);
const join = fc.constantFrom("and" as const, "or" as const);
const chosen: fc.Arbitrary<Chosen> = fc.record({
	join,
	parts: fc.array(
		fc.oneof({ weight: 3, arbitrary: line }, fc.record({ join, parts: fc.array(line, { maxLength: 3 }) })),
		{
			maxLength: 4,
		},
	),
});
const figure: fc.Arbitrary<Figure> = fc.oneof(
	operand,
	fc.record({ kind: fc.constant("difference" as const), left: operand, right: operand }),
	fc.record({ kind: fc.constant("share" as const), part: operand, whole: operand }),
	chosen
		.filter((one) => expressionFrom(one) !== undefined)
		.map((one): Figure => ({ kind: "condition", chosen: settled(one) })),
);

describe("choosing", () => {
	test("writes an expression that is read back as what was chosen", () => {
		fc.assert(
			fc.property(chosen, (given) => {
				expect(chosenFrom(expressionFrom(given))).toEqual(settled(given));
			}),
			{ numRuns: 1000 },
		);
	});

	test("writes figures that are read back as what was chosen", () => {
		fc.assert(
			fc.property(figure, (given) => {
				const written = figureExpression(given);
				expect(written && figureFrom(written)).toEqual(given);
			}),
			{ numRuns: 1000 },
		);
	});

	test("claims an expression only if it would write that very one", () => {
		let claimed = 0;
		fc.assert(
			fc.property(randomExpression, (expression) => {
				const [condition, figured] = [chosenFrom(expression), figureFrom(expression)];
				if (condition) expect(expressionFrom(condition)).toEqual(plain(expression));
				if (figured) expect(figureExpression(figured)).toEqual(plain(expression));
				const check = checkFrom(expression);
				if (check) expect(plain(checkExpression(check) as Expression)).toEqual(plain(expression));
				if (condition || figured) claimed += 1;
			}),
			{ numRuns: 1000 },
		);
		expect(claimed).toBeGreaterThan(100);
	});

	test("leaves the expert's alone: a negated comparison, arithmetic inside a condition, two floors of brackets", () => {
		const is = equals(given("A"), constant("met"));
		const deep: Expression = { op: "or", args: [is, { op: "and", args: [is, { op: "or", args: [is, is] }] }] };
		const beyond: Expression[] = [
			{ op: "not", arg: is },
			equals({ op: "mul", args: [given("A"), given("B")] }, constant(3)),
			deep,
			given("A"),
		];
		for (const expression of beyond) expect(chosenFrom(expression)).toBeNull();
	});

	test("sides and brackets that change nothing may stand otherwise: the value stays the same for any answers", () => {
		const truth: Expression = { op: "const", value: true };
		const definition = formWith({}, { figure: truth, yes: truth });
		fc.assert(
			fc.property(randomExpression, randomAnswers, (expression, answers) => {
				const { scope } = situation(definition, answers, preschool);
				expect(evaluate(plain(expression), scope)).toEqual(evaluate(expression, scope));
			}),
			{ numRuns: 1000 },
		);
		const is = equals(given("A"), constant("met"));
		const line = {
			join: "and",
			parts: [{ test: "gt", left: { kind: "item", item: "A" }, right: { kind: "value", value: 0 } }],
		};
		expect(chosenFrom({ op: "lt", left: constant(0), right: given("A") })).toEqual(line);
		expect(chosenFrom({ op: "or", args: [{ op: "or", args: [is] }, is] })?.parts).toHaveLength(2);
	});

	test("what is not finished is not written, and brackets around one line go", () => {
		const half: Test = { test: "eq", left: { kind: "item", item: "" }, right: { kind: "value", value: "met" } };
		const whole: Test = { test: "answered", item: "A" };
		expect(expressionFrom({ join: "or", parts: [half, { join: "and", parts: [whole, half] }] })).toEqual({
			op: "answered",
			item: "A",
		});
		expect(expressionFrom({ join: "and", parts: [half] })).toBeUndefined();
		expect(figureExpression({ kind: "sum", items: [] })).toBeUndefined();
	});

	test("every condition of the library and most of its checks can be built by choosing", () => {
		const conditions = library.flatMap(({ definition }) => [
			...definition.sections.flatMap((section) => [section, ...section.items].flatMap((one) => one.visibleIf ?? [])),
		]);
		expect(conditions.filter((one) => chosenFrom(one) === null)).toEqual([]);
		const checks = library.flatMap(({ definition }) => definition.checks);
		expect(checks.filter(({ holds }) => checkFrom(holds) !== null).length / checks.length).toBeGreaterThan(0.6);
	});
});
