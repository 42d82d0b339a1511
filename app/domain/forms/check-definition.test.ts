import { describe, expect, test } from "vitest";
import { checkDefinition } from "./check-definition.ts";
import type { Expression } from "./expression-schema.ts";
import { computed, constant, criterion, form, given, integer, section } from "./fixtures.ts";
import type { Definition } from "./schema.ts";
import type { VerdictRule } from "./verdict-schema.ts";

const text = { vi: "x" };
const told = (definition: Definition) => checkDefinition(definition).map((fault) => `${fault.severity} ${fault.code}`);
const when = (item: string) => ({ visibleIf: { op: "answered", item } as Expression });

test("a sound form has no fault", () => {
	const definition = form({
		items: [criterion("A"), criterion("B", when("A")), computed("X", given("N")), integer("N", { min: 1, max: 1 })],
		checks: [{ code: "c", holds: { op: "gt", left: given("X"), right: constant(0) }, message: text, items: ["N"] }],
		rule: { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true },
	});
	expect(checkDefinition(definition)).toEqual([]);
});

test("codes that stand twice, also across sections", () => {
	const options = ["a", "a"].map((value) => ({ value, label: text }));
	const check = { code: "c", holds: constant(true), message: text, items: ["A"] };
	const definition = form({
		sections: [
			section("1", [criterion("A"), { type: "choice", code: "O", text, options }]),
			section("1", [integer("A"), integer("A")]),
		],
		checks: [check, check],
	});
	expect(checkDefinition(definition)).toEqual([
		{ severity: "error", code: "duplicate", part: "section", duplicate: "1" },
		{ severity: "error", code: "duplicate", part: "item", duplicate: "A" },
		{ severity: "error", code: "duplicate", part: "check", duplicate: "c" },
		{ severity: "error", code: "duplicate_option", item: "O", option: "a" },
	]);
});

test("items that do not exist, wherever they are named", () => {
	const definition = form({
		sections: [section("1", [criterion("A", when("no1")), computed("X", given("no2"))], when("no3").visibleIf)],
		checks: [{ code: "c", holds: given("no4"), message: text, items: ["A", "no5"] }],
		rule: {
			type: "levels",
			na: "leave_out",
			by: "count",
			levels: [{ code: "l", label: text, atLeast: 1, mustMeet: ["no6"], pass: true }],
		},
	});
	const named = checkDefinition(definition).flatMap((fault) =>
		fault.code === "unknown_item" ? [[fault.item, fault.place.part]] : [],
	);
	expect(named).toEqual([
		["no3", "section"],
		["no1", "item"],
		["no2", "item"],
		["no4", "check"],
		["no5", "check"],
		["no6", "rule"],
	]);
});

describe("circles", () => {
	const circle = (definition: Definition) => checkDefinition(definition).find((fault) => fault.code === "circular");

	test("of conditions and computed items name those who go round, not those who hang on them", () => {
		const definition = form({
			items: [
				criterion("A", when("X")),
				computed("X", given("N")),
				integer("N", when("A")),
				criterion("behind", when("A")),
				criterion("free"),
			],
		});
		expect(circle(definition)).toMatchObject({ severity: "error", codes: ["A", "X", "N"] });
	});

	test("run through a section that hangs on its own item", () => {
		const definition = form({ sections: [section("1", [criterion("A"), criterion("B")], when("A").visibleIf)] });
		expect(circle(definition)).toMatchObject({ codes: ["1", "A"] });
	});

	test("are not seen where two items only share what they ask for", () => {
		const both: Expression = { op: "and", args: [when("A").visibleIf, when("A").visibleIf] };
		expect(
			circle(form({ items: [criterion("A"), criterion("B", { visibleIf: both }), criterion("C", when("B"))] })),
		).toBeUndefined();
	});
});

test("an expression no phone would finish", () => {
	let deep: Expression = constant(true);
	for (let depth = 0; depth < 200; depth += 1) deep = { op: "not", arg: deep };
	expect(told(form({ items: [criterion("A", { visibleIf: deep })] }))).toEqual(["error expression_too_large"]);
});

test("limits that leave no answer", () => {
	const options = ["a", "b"].map((value) => ({ value, label: text }));
	const definition = form({
		items: [
			integer("N", { min: 2, max: 1 }),
			{ type: "date", code: "T", text, min: "2026-02-01", max: "2026-01-01" },
			{ type: "choices", code: "O", text, options, min: 3 },
			{ type: "choices", code: "P", text, options, min: 2, max: 1 },
			{ type: "choices", code: "Q", text, options, min: 2, max: 9 },
		],
	});
	expect(checkDefinition(definition).map((fault) => ("item" in fault ? fault.item : fault.code))).toEqual([
		"N",
		"T",
		"O",
		"P",
	]);
});

test("decisive items that a school may leave open, and stars without effect, are warned of", () => {
	const definition = form({
		items: [
			criterion("A", { mandatory: true, required: false }),
			criterion("H", { knockout: true, required: false }),
			criterion("X", { counted: false, mandatory: ["MN"] }),
		],
	});
	expect(checkDefinition(definition)).toEqual([
		{ severity: "warning", code: "decisive_item_optional", item: "A" },
		{ severity: "warning", code: "decisive_item_optional", item: "H" },
		{ severity: "warning", code: "mandatory_not_counted", item: "X" },
	]);
});

describe("rules", () => {
	const five = (mandatory: number) =>
		Array.from({ length: 5 }, (_, at) => criterion(`C${at}`, { mandatory: at < mandatory ? ["MN", "LMG"] : false }));
	const count = (bands: Extract<VerdictRule, { type: "count" }>["bands"]): VerdictRule => ({
		type: "count",
		na: "leave_out",
		bands,
	});

	test("that want more criteria than there are cannot be published", () => {
		const items = [...five(0), criterion("H", { knockout: true }), criterion("X", { counted: false })];
		expect(checkDefinition(form({ items, rule: count([{ kinds: ["MN"], atLeast: 6, mandatory: 0 }]) }))).toEqual([
			{ severity: "error", code: "too_few_criteria", kind: "MN", wanted: 6, have: 5 },
		]);
		expect(told(form({ items, rule: count([{ kinds: ["MN"], atLeast: 5, mandatory: 0 }]) }))).toEqual([]);
		const none = form({
			items: [criterion("H", { knockout: true })],
			rule: { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true },
		});
		expect(told(none)).toEqual(["error too_few_criteria"]);
	});

	test("that want other stars than are set are warned of, for each kind", () => {
		const rule = count([
			{ kinds: ["MN"], atLeast: 4, mandatory: 2 },
			{ atLeast: 3, mandatory: 0 },
		]);
		expect(checkDefinition(form({ items: five(3), rule }))).toEqual([
			{ severity: "warning", code: "mandatory_not_flagged", kind: "MN", wanted: 2, flagged: 3 },
			{ severity: "warning", code: "mandatory_not_flagged", kind: "LMG", wanted: 0, flagged: 3 },
		]);
	});

	test("that speak of a kind twice", () => {
		const band = { atLeast: 1, mandatory: 0 };
		expect(
			checkDefinition(
				form({
					items: five(0),
					rule: count([{ ...band, kinds: ["MN", "MG"] }, { ...band, kinds: ["MN"] }, band, band]),
				}),
			),
		).toEqual([
			{ severity: "error", code: "kind_in_two_lines", kind: "MN" },
			{ severity: "error", code: "kind_in_two_lines", kind: "" },
		]);
	});

	test("with levels nobody can come to", () => {
		const level = (code: string, atLeast: number, pass = true, mustMeet: string[] = []) => ({
			code,
			label: text,
			atLeast,
			pass,
			mustMeet,
		});
		const levels = (...list: ReturnType<typeof level>[]) =>
			form({ items: five(0), rule: { type: "levels", na: "leave_out", by: "count", levels: list } });
		expect(told(levels(level("a", 4), level("b", 2), level("c", 0, false)))).toEqual([]);
		expect(checkDefinition(levels(level("a", 6), level("b", 2), level("c", 3)))).toEqual([
			{ severity: "error", code: "level_out_of_reach", level: "a" },
			{ severity: "error", code: "level_out_of_reach", level: "c" },
		]);
		expect(told(levels(level("a", 4, true, ["C1"]), level("b", 4)))).toEqual([]);
		// A school that was knocked out passes over "a" and comes to "b".
		expect(told(levels(level("a", 4), level("b", 4, false)))).toEqual([]);
		expect(told(levels(level("a", 0, false)))).toEqual(["warning no_passing_level"]);
	});
});
