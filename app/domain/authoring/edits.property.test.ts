import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDraft, anyEdit } from "#tests/support/any-draft.ts";
import { criterion, form, outcomes, preschool, section } from "../forms/fixtures.ts";
import { verdict } from "../forms/verdict.ts";
import { type Draft, draft as draftShape } from "./draft-schema.ts";
import { applyEdit, applyEdits, codesOf } from "./edits.ts";
import { invertEdit, invertEdits } from "./invert.ts";
import { moveItem, moveSection, newItem } from "./make.ts";
import { same } from "./same.ts";

test("what an edit did is taken back exactly by its inverse", () => {
	let changed = 0;
	fc.assert(
		fc.property(anyDraft, anyEdit, (draft, edit) => {
			const next = applyEdit(draft, edit);
			if (!same(next, draft)) changed++;
			expect(same(applyEdits(next, invertEdit(draft, edit)), draft)).toBe(true);
		}),
		{ numRuns: 2000 },
	);
	// Most edits of this arbitrary can be done: a property about edits that do nothing would say nothing.
	expect(changed).toBeGreaterThan(500);
});

test("many edits are taken back in one go", () => {
	fc.assert(
		fc.property(anyDraft, fc.array(anyEdit, { maxLength: 12 }), (draft, edits) => {
			expect(same(applyEdits(applyEdits(draft, edits), invertEdits(draft, edits)), draft)).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test("after any edits it is still a draft, and every code stands in it once", () => {
	fc.assert(
		fc.property(anyDraft, fc.array(anyEdit, { maxLength: 12 }), (draft, edits) => {
			const next = applyEdits(draft, edits);
			expect(draftShape.parse(JSON.parse(JSON.stringify(next)))).toEqual(next);
			const codes = next.definition.sections.flatMap(({ roster, items }) => [
				...(roster ? [roster.code] : []),
				...items.map(({ code }) => code),
			]);
			expect(codesOf(next.definition).size).toBe(codes.length);
		}),
		{ numRuns: 500 },
	);
});

test("an edit leaves the draft it was given alone", () => {
	fc.assert(
		fc.property(anyDraft, anyEdit, (draft, edit) => {
			const before = structuredClone(draft);
			applyEdit(draft, edit);
			expect(draft).toEqual(before);
		}),
	);
});

const criteria = Array.from({ length: 8 }, (_, at) =>
	criterion(`C${at + 1}`, {
		mandatory: at % 3 === 0,
		knockout: at === 7,
		weight: 1 + at / 4,
		...(at > 4 ? { visibleIf: { op: "answered", item: `C${at - 4}` } as const } : {}),
	}),
);
const rules = [
	{ type: "percent", na: "leave_out", atLeast: 60, allMandatory: true },
	{ type: "count", na: "counts_as_unmet", bands: [{ atLeast: 4, mandatory: 3 }] },
] as const;

test("no reordering of items and sections changes a verdict", () => {
	const step = fc.record({
		what: fc.constantFrom(...criteria.map(({ code }) => code), "1", "2"),
		way: fc.constantFrom("up" as const, "down" as const),
		whole: fc.boolean(),
	});
	let moved = 0;
	fc.assert(
		fc.property(
			fc.constantFrom(...rules),
			fc.array(step, { minLength: 1, maxLength: 15 }),
			fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 3 })),
			(rule, steps, [met, unmet]) => {
				const definition = form({
					rule: rule.type === "count" ? { ...rule, bands: [...rule.bands] } : rule,
					sections: [section("1", criteria.slice(0, 5)), section("2", criteria.slice(5))],
				});
				const draft: Draft = {
					title: { vi: "" },
					kinds: [],
					validFrom: null,
					validTo: null,
					legalBasis: [],
					definition,
				};
				const next = steps.reduce((now, { what, way, whole }) => {
					const edit = what.startsWith("C") ? moveItem(now, what, way, whole) : moveSection(now, what, way);
					return edit ? applyEdit(now, edit) : now;
				}, draft);
				if (!same(next, draft)) moved++;
				const answers = outcomes(met, Math.min(unmet, 8 - met));
				const judged = (given: Draft) => {
					const { mandatoryUnmet, knockouts, reasons, ...rest } = verdict(given.definition, answers, preschool);
					// Lists of items follow the form; which items they hold does not.
					const codes = reasons.map((reason) =>
						"items" in reason ? { ...reason, items: [...reason.items].sort() } : reason,
					);
					return {
						...rest,
						mandatoryUnmet: [...mandatoryUnmet].sort(),
						knockouts: [...knockouts].sort(),
						reasons: codes,
					};
				};
				expect(judged(next)).toEqual(judged(draft));
			},
		),
		{ numRuns: 300 },
	);
	expect(moved).toBeGreaterThan(100);
});

test("what has no room left is not done: a draft that was stored can always be read", () => {
	const items = Array.from({ length: 1_000 }, (_, at) => criterion(`I.${at}`));
	const full: Draft = {
		title: { vi: "Dài" },
		kinds: [],
		validFrom: null,
		validTo: null,
		legalBasis: [],
		definition: form({ sections: [section("I", items), section("II", [criterion("II.1")])] }),
	};
	const add = { do: "add_item", after: null, value: newItem("verdict", "I.1000") } as const;
	expect(applyEdit(full, { ...add, section: "I" })).toBe(full);
	expect(applyEdit(full, { do: "move_item", item: "II.1", section: "I", after: null })).toBe(full);
	expect(applyEdit(full, { ...add, section: "II" })).not.toBe(full);
});
