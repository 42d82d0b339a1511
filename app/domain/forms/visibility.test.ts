import { describe, expect, test } from "vitest";
import { computedValues } from "./computed.ts";
import type { Expression } from "./expression-schema.ts";
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
} from "./fixtures.ts";
import type { Answers, Definition } from "./schema.ts";
import { visibleItems } from "./visibility.ts";

const shown = (definition: Definition, given: Answers = {}) =>
	[...visibleItems(definition, given, preschool).items].sort();
const isKind = (kind: string): Expression => equals({ op: "school", field: "kind" }, constant(kind));

describe("what is shown", () => {
	test("everything without a condition, and what the school's facts ask for", () => {
		const definition = form({
			items: [criterion("A"), criterion("B", { visibleIf: isKind("MN") }), criterion("C", { visibleIf: isKind("TH") })],
		});
		expect(shown(definition)).toEqual(["A", "B"]);
	});

	test("a hidden section hides its items, whatever their own conditions say", () => {
		const kitchen = equals(given("kitchen"), constant("met"));
		const definition = form({
			sections: [
				section("1", [criterion("kitchen")]),
				section("2", [criterion("E1", { visibleIf: constant(true) })], kitchen),
			],
		});
		const none = visibleItems(definition, answers({ kitchen: "na" }), preschool);
		expect([...none.sections]).toEqual(["1"]);
		expect([...none.items]).toEqual(["kitchen"]);
		expect(shown(definition, answers({ kitchen: "met" }))).toEqual(["E1", "kitchen"]);
	});

	test("a hidden item counts as unanswered, down a chain written in any order", () => {
		const behind = (code: string) => ({ visibleIf: { op: "answered", item: code } as const });
		const chain = [
			criterion("C", behind("B")),
			criterion("D", behind("C")),
			criterion("B", behind("A")),
			criterion("A"),
		];
		for (const items of [chain, [...chain].reverse()]) {
			const definition = form({ items });
			const all = answers({ A: "met", B: "met", C: "met", D: "met" });
			expect(shown(definition, all)).toEqual(["A", "B", "C", "D"]);
			expect(shown(definition, { ...all, A: { value: null, note: "", measure: null } })).toEqual(["A"]);
		}
	});

	test("a condition on an item that does not exist hides", () => {
		expect(shown(form({ items: [criterion("A", { visibleIf: equals(given("X"), constant(1)) })] }))).toEqual([]);
	});

	test("a circle of conditions hides nothing, whatever the order, and what hangs on it is still judged", () => {
		const when = (code: string) => ({ visibleIf: equals(given(code), constant("met")) });
		const items = [
			criterion("A", when("B")),
			criterion("B", when("A")),
			criterion("C", when("B")),
			criterion("D", when("D")),
		];
		for (const order of [items, [...items].reverse()]) {
			expect(shown(form({ items: order }))).toEqual(["A", "B", "D"]);
			expect(shown(form({ items: order }), answers({ B: "met" }))).toEqual(["A", "B", "C", "D"]);
		}
	});

	test("a circle within a hidden section stays hidden with it", () => {
		const when = (code: string) => ({ visibleIf: { op: "answered", item: code } as const });
		const definition = form({
			sections: [section("1", [criterion("A", when("B")), criterion("B", when("A"))], isKind("TH"))],
		});
		expect(shown(definition)).toEqual([]);
	});

	test("a circle waits for its section, wherever the section's own condition is answered", () => {
		const when = (code: string) => ({ visibleIf: { op: "answered", item: code } as const });
		const definition = form({
			sections: [
				section("1", [criterion("A", when("B")), criterion("B", when("A"))], when("K").visibleIf),
				section("2", [criterion("K")]),
			],
		});
		expect(shown(definition, answers({ K: "met" }))).toEqual(["A", "B", "K"]);
		expect(shown(definition)).toEqual(["K"]);
	});

	test("an item whose code is a word of the language is an item like any other", () => {
		const definition = form({
			items: [criterion("constructor"), criterion("B", { visibleIf: { op: "answered", item: "constructor" } })],
		});
		expect(shown(definition)).toEqual(["constructor"]);
	});

	test("a chain through a thousand items is followed to its end", () => {
		const items = Array.from({ length: 1000 }, (_, at) =>
			integer(`I${at}`, at === 999 ? {} : { visibleIf: { op: "answered", item: `I${at + 1}` } }),
		);
		const definition = form({ items });
		const all = answers(Object.fromEntries(items.map((item) => [item.code, 1])));
		expect(shown(definition, all)).toHaveLength(1000);
		expect(shown(definition, answers({ I500: 1 }))).toEqual(["I999"]);
	});
});

describe("computed items", () => {
	const rooms = form({
		items: [
			computed(
				"percent",
				{ op: "mul", args: [constant(100), { op: "div", left: given("sum"), right: given("rooms") }] },
				{ digits: 1 },
			),
			computed("sum", { op: "sum", args: [given("a"), given("b")] }),
			integer("a"),
			integer("b", { visibleIf: isKind("MN") }),
			integer("rooms"),
			integer("why", { visibleIf: { op: "lt", left: given("percent"), right: constant(50) } }),
		],
	});

	test("build on each other and steer what is shown", () => {
		const given = answers({ a: 1, b: 1, rooms: 3 });
		expect(computedValues(rooms, given, preschool)).toEqual(new Map(Object.entries({ sum: 2, percent: 66.7 })));
		expect(shown(rooms, given)).not.toContain("why");
		expect(shown(rooms, answers({ a: 1, b: 0, rooms: 3 }))).toContain("why");
	});

	test("are null while something they need is missing or hidden, or a circle", () => {
		expect(computedValues(rooms, answers({ a: 1, rooms: 3 }), preschool).get("percent")).toBeNull();
		const school = { ...preschool, kind: "TH" };
		expect(computedValues(rooms, answers({ a: 1, b: 1, rooms: 3 }), school).get("sum")).toBeNull();
		const circle = form({ items: [computed("x", given("y")), computed("y", given("x"))] });
		expect(computedValues(circle, {}, preschool).get("x") ?? null).toBeNull();
	});

	test("take no answer from a device", () => {
		const definition = form({
			items: [computed("x", constant(7)), integer("y", { visibleIf: equals(given("x"), constant(7)) })],
		});
		expect(shown(definition, answers({ x: 8 }))).toEqual(["x", "y"]);
	});

	test("round half away from zero, as on paper", () => {
		const definition = form({ items: [computed("x", given("n"), { digits: 2 }), integer("n")] });
		const rounded = (n: number) => computedValues(definition, answers({ n }), preschool).get("x");
		expect([1.005, -1.005, 2.344999, 1e21, 1e-9].map(rounded)).toEqual([1.01, -1.01, 2.34, 1e21, 0]);
	});
});
