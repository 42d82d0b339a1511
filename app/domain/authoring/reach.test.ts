import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression } from "../forms/expression-schema.ts";
import { answers, constant, criterion, equals, form, given, integer, preschool } from "../forms/fixtures.ts";
import type { AnswerValue } from "../forms/schema.ts";
import { situation } from "../forms/situation.ts";
import { reachOf } from "./reach.ts";

const and = (...args: Expression[]): Expression => ({ op: "and", args });
const or = (...args: Expression[]): Expression => ({ op: "or", args });
const not = (arg: Expression): Expression => ({ op: "not", arg });
const compare = (op: "lt" | "le" | "gt" | "ge" | "ne", item: string, value: string | number): Expression => ({
	op,
	left: given(item),
	right: constant(value),
});
const kindIs = (kind: string) => equals({ op: "school", field: "kind" }, constant(kind));

const base = form({
	items: [
		{
			type: "choice",
			code: "K",
			text: { vi: "Bếp" },
			options: [
				{ value: "yes", label: { vi: "Có" } },
				{ value: "no", label: { vi: "Không" } },
				{ value: "toilet", label: { vi: "Trong nhà vệ sinh" }, refused: { vi: "Không được" } },
			],
		},
		integer("N", { min: 0, max: 10 }),
		criterion("V", { allowNa: false }),
		integer("ONLY", { visibleIf: equals(given("K"), constant("yes")) }),
	],
});
const can = (expression: Expression, kinds: string[] = []) => reachOf(base, kinds).canHold(expression);

test.each<[string, boolean, Expression]>([
	["one answer of a choice", true, equals(given("K"), constant("yes"))],
	["two answers of one choice", false, and(equals(given("K"), constant("yes")), equals(given("K"), constant("no")))],
	["one of two answers", true, or(equals(given("K"), constant("yes")), equals(given("K"), constant("no")))],
	["an answer that is no option", false, equals(given("K"), constant("perhaps"))],
	["an option that is refused", false, equals(given("K"), constant("toilet"))],
	["neither of the two", true, and(not(equals(given("K"), constant("yes"))), not(equals(given("K"), constant("no"))))],
	[
		"answered, but neither",
		false,
		and({ op: "answered", item: "K" }, compare("ne", "K", "yes"), compare("ne", "K", "no")),
	],
	["not applicable where that is not offered", false, equals(given("V"), constant("na"))],
	["beyond the limit", false, compare("gt", "N", 10)],
	["at the limit", true, compare("ge", "N", 10)],
	["between two whole numbers", false, and(compare("gt", "N", 3), compare("lt", "N", 4))],
	["a number between", true, and(compare("gt", "N", 3), compare("lt", "N", 5))],
	["shown and yet not", false, and({ op: "answered", item: "ONLY" }, equals(given("K"), constant("no")))],
	["not shown", true, and(not({ op: "answered", item: "ONLY" }), equals(given("K"), constant("no")))],
	["text compared with a number", false, equals(given("K"), constant(1))],
	[
		"what is not understood",
		true,
		{ op: "gt", left: { op: "sum", args: [given("N"), given("N")] }, right: constant(99) },
	],
	["false itself", false, constant(false)],
])("%s: %s", (_, possible, expression) => {
	expect(can(expression)).toBe(possible);
});

test("a kind of school that the form is not for makes no condition true", () => {
	expect(can(kindIs("MN"), ["MN", "MG"])).toBe(true);
	expect(can(kindIs("THPT"), ["MN", "MG"])).toBe(false);
	expect(can(kindIs("THPT"))).toBe(true);
	expect(reachOf(base, ["MN", "MG"]).canHold(kindIs("MN"), "MG")).toBe(false);
});

test("what is hidden behind something that is never shown is never shown; a circle says nothing", () => {
	const chain = form({
		items: [
			integer("A", { max: 3, visibleIf: constant(false) }),
			integer("B", { visibleIf: compare("ge", "A", 1) }),
			integer("C", { visibleIf: not({ op: "answered", item: "B" }) }),
			integer("D", { visibleIf: compare("ge", "E", 1) }),
			integer("E", { visibleIf: compare("ge", "D", 1) }),
		],
	});
	const reach = reachOf(chain);
	expect(["A", "B", "C", "D", "E"].filter((code) => reach.shown("item", code))).toEqual(["C", "D", "E"]);
});

/** Conditions over K, N and V of some depth. */
const condition: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>((tie) => ({
	node: fc.oneof(
		{ maxDepth: 4 },
		fc.constantFrom("yes", "no", "perhaps").map((value) => equals(given("K"), constant(value))),
		fc
			.record({ op: fc.constantFrom("lt", "le", "gt", "ge", "ne" as const), value: fc.integer({ min: -2, max: 12 }) })
			.map(({ op, value }) => compare(op as "lt", "N", value)),
		fc.constantFrom("met", "unmet", "na").map((value) => equals(given("V"), constant(value))),
		fc.constantFrom("K", "N", "V").map((item): Expression => ({ op: "answered", item })),
		fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((args): Expression => ({ op: "and", args })),
		fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((args): Expression => ({ op: "or", args })),
		tie("node").map(not),
	),
})).node;

test("what is called impossible is false for every answer there is; what any answer makes true is called possible", () => {
	const values: [AnswerValue[], AnswerValue[], AnswerValue[]] = [
		[null, "yes", "no"],
		[null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
		[null, "met", "unmet"],
	];
	fc.assert(
		fc.property(condition, (visibleIf) => {
			const definition = form({ items: [...base.sections.flatMap(({ items }) => items), integer("X", { visibleIf })] });
			const possible = reachOf(definition).shown("item", "X");
			let seen = false;
			for (const K of values[0])
				for (const N of values[1])
					for (const V of values[2]) seen ||= situation(definition, answers({ K, N, V }), preschool).items.has("X");
			expect(possible).toBe(seen);
		}),
		{ numRuns: 150 },
	);
});

test("a long chain of items that each ask twice for the one before is looked through at once", () => {
	const choice = (at: number) => `K.${at}`;
	const chain = form({
		items: Array.from({ length: 36 }, (_, at) => ({
			type: "choice" as const,
			code: choice(at),
			text: { vi: "Có bếp" },
			options: ["yes", "no"].map((value) => ({ value, label: { vi: value } })),
			...(at === 0
				? {}
				: {
						visibleIf: or(
							equals(given(choice(at - 1)), constant("yes")),
							equals(given(choice(at - 1)), constant("no")),
						),
					}),
		})),
	});
	const begun = Date.now();
	expect(reachOf(chain).shown("item", choice(35))).toBe(true);
	expect(Date.now() - begun).toBeLessThan(1_000);
});
