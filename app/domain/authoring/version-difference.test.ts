import fc from "fast-check";
import { expect, test } from "vitest";
import { criterion, form, integer, section } from "../forms/fixtures.ts";
import type { Definition } from "../forms/schema.ts";
import { askedAbout, comparisonsOf, proposedComparison } from "./comparisons.ts";
import { versionDifference } from "./version-difference.ts";

const code = fc.stringMatching(/^[A-Z][0-9]{1,2}$/);
const itemInput = fc.record({
	code,
	weight: fc.integer({ min: 1, max: 3 }),
	required: fc.boolean(),
	number: fc.boolean(),
});
/** Forms with items of both kinds under unique codes, over one to three sections. */
const anyForm = fc
	.uniqueArray(itemInput, { selector: (item) => item.code, minLength: 1, maxLength: 25 })
	.map((inputs) => {
		const items = inputs.map(({ code, weight, required, number }) =>
			number ? integer(code, { required }) : criterion(code, { weight, required }),
		);
		const third = Math.ceil(items.length / 3);
		const parts = [items.slice(0, third), items.slice(third, 2 * third), items.slice(2 * third)];
		return form({ sections: parts.flatMap((part, at) => (part.length > 0 ? [section(`P${at}`, part)] : [])) });
	});

test("equal versions differ in nothing, also when an editor wrote the keys in another order", () => {
	fc.assert(
		fc.property(anyForm, (definition) => {
			const turned = JSON.parse(JSON.stringify(definition), (_, value) =>
				value && typeof value === "object" && !Array.isArray(value)
					? Object.fromEntries(Object.entries(value).reverse())
					: value,
			) as Definition;
			expect(versionDifference(definition, turned)).toEqual({ items: [], parts: [] });
		}),
	);
});

test("items in another order are said to be moved and nothing else; those that stay keep their order", () => {
	const shuffled = anyForm.chain((definition) => {
		const [first] = definition.sections;
		const items = first?.items ?? [];
		return fc.tuple(
			fc.constant(definition),
			fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length }),
		);
	});
	fc.assert(
		fc.property(shuffled, ([definition, items]) => {
			const [first, ...rest] = definition.sections;
			if (!first) return;
			const { items: changes, parts } = versionDifference(definition, {
				...definition,
				sections: [{ ...first, items }, ...rest],
			});
			expect(parts).toEqual([]);
			for (const change of changes) expect(change).toMatchObject({ moved: true, aspects: [] });
			expect(changes.map(proposedComparison)).toEqual(changes.map(() => "same"));
			const still = new Set(changes.map((change) => change.code));
			const left = (all: typeof items) => all.map((item) => item.code).filter((one) => !still.has(one));
			expect(left(items)).toEqual(left(first.items));
		}),
	);
});

test("taking one item out of the front moves nothing; putting it at the end moves only it", () => {
	const items = ["A", "B", "C", "D"].map((one) => criterion(one));
	const [first, ...others] = items;
	const gone = versionDifference(form({ items }), form({ items: others }));
	expect(gone.items.map((change) => [change.code, change.after])).toEqual([["A", null]]);
	const last = versionDifference(form({ items }), form({ items: [...others, ...(first ? [first] : [])] }));
	expect(last.items.map((change) => [change.code, change.moved])).toEqual([["A", true]]);
});

test("each change is named for what it is; what was asked is the officer's to judge, the rest compares", () => {
	const before = form({
		sections: [
			section("A", [
				criterion("A.1", { text: { vi: "Có nước sạch" } }),
				criterion("A.2", { text: { vi: "Có nhà vệ sinh" } }),
				integer("A.3"),
				criterion("A.4"),
				criterion("A.5"),
				criterion("A.6", { mandatory: true }),
			]),
			section("B", [criterion("B.1")]),
		],
		rule: { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true },
	});
	const after = form({
		sections: [
			section("A", [
				criterion("A.1", { text: { vi: "Có nước sạch, đủ dùng" } }),
				criterion("A.2", { text: { vi: "có nhà vệ sinh." } }),
				criterion("A.3"),
				criterion("A.6", { mandatory: false, weight: 2 }),
				criterion("A.7"),
			]),
			section("B", [criterion("B.1"), criterion("A.4")]),
		],
		rule: { type: "percent", na: "leave_out", atLeast: 75, allMandatory: true },
	});
	const difference = versionDifference(before, after);
	const said = difference.items.map((change) => [
		change.code,
		change.before ? (change.after ? (change.moved ? "moved" : "changed") : "removed") : "added",
		change.aspects.join(),
		proposedComparison(change),
	]);
	expect(said).toEqual([
		["A.1", "changed", "text", null],
		["A.2", "changed", "wording", "same"],
		["A.3", "changed", "type", "other"],
		["A.6", "changed", "rule", "same"],
		["A.7", "added", "", null],
		["A.4", "moved", "", "same"],
		["A.5", "removed", "", null],
	]);
	expect(difference.parts).toMatchObject([{ part: "rule", code: "", change: "changed" }]);
	expect(askedAbout(difference).map((change) => change.code)).toEqual(["A.1"]);
	expect(comparisonsOf(difference, {})).toBeNull();
	expect(comparisonsOf(difference, { "A.1": "perhaps" })).toBeNull();
	// A type that changed leaves no choice, whatever a form posts.
	expect(comparisonsOf(difference, { "A.1": "same", "A.3": "same", "A.2": "other" })).toEqual({
		"A.1": "same",
		"A.3": "other",
	});
});
