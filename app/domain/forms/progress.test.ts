import { expect, test } from "vitest";
import { answers, computed, constant, criterion, form, given, integer, preschool, section, value } from "./fixtures.ts";
import { progress } from "./progress.ts";

const definition = form({
	sections: [
		section("1", [
			criterion("A"),
			criterion("B"),
			criterion("H", { knockout: true }),
			criterion("X", { visibleIf: constant(false) }),
		]),
		section("2", [
			integer("n", { required: false }),
			computed("double", { op: "mul", args: [given("n"), constant(2)] }),
		]),
		section("3", [criterion("K")], { op: "gt", left: given("n"), right: constant(3) }),
	],
	checks: [
		{
			code: "few",
			holds: { op: "lt", left: given("n"), right: constant(10) },
			message: { vi: "Nhiều quá" },
			items: ["n"],
			severity: "warning",
		},
	],
});

test("counts what is shown and answered, by section and as a whole", () => {
	const given = { ...answers({ A: "met", H: "na", X: "met", K: "met" }), B: value("unmet") };
	expect(progress(definition, given, preschool)).toEqual({
		whole: { visible: 4, answered: 3, met: 1, unmet: 1, na: 1, complete: false },
		sections: [
			{ code: "1", visible: 3, answered: 3, met: 1, unmet: 1, na: 1, complete: false },
			{ code: "2", visible: 1, answered: 0, met: 0, unmet: 0, na: 0, complete: true },
		],
	});
});

test("a section is complete once its failures say what they must, and a warning holds nothing up", () => {
	const given = { ...answers({ A: "met", H: "met", n: 12 }), B: value("unmet", { note: "Chưa có" }) };
	const { whole, sections } = progress(definition, given, preschool);
	expect(sections.map((part) => [part.code, part.complete])).toEqual([
		["1", true],
		["2", true],
		["3", false],
	]);
	expect(whole.complete).toBe(false);
	expect(progress(definition, { ...given, ...answers({ K: "met" }) }, preschool).whole.complete).toBe(true);
});
