import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expression, Outcome } from "./expression-schema.ts";
import { answers, criterion, form, given, preschool, section } from "./fixtures.ts";
import { progress } from "./progress.ts";
import type { Answers, Definition, VerdictItem } from "./schema.ts";
import { validateReturn } from "./validate.ts";
import { verdict } from "./verdict.ts";
import type { Verdict, VerdictRule } from "./verdict-schema.ts";
import { visibleItems } from "./visibility.ts";

const size = 12;
const codes = Array.from({ length: size }, (_, at) => `C${at + 1}`);

const naRule = fc.constantFrom("leave_out" as const, "counts_as_met" as const, "counts_as_unmet" as const);
const percentRule = fc.record({
	type: fc.constant("percent" as const),
	na: naRule,
	atLeast: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true })),
	allMandatory: fc.boolean(),
});
const countRule = fc.record({
	type: fc.constant("count" as const),
	na: naRule,
	bands: fc.record({ atLeast: fc.nat({ max: size }), mandatory: fc.nat({ max: 4 }) }).map((band) => [band]),
});
const levelsRule = fc.record({
	type: fc.constant("levels" as const),
	na: naRule,
	by: fc.constantFrom("percent" as const, "count" as const),
	levels: fc.tuple(fc.nat({ max: 100 }), fc.subarray(codes, { maxLength: 3 })).map(([atLeast, mustMeet]) => [
		{ code: "high", label: { vi: "Cao" }, atLeast, mustMeet, pass: true },
		{ code: "low", label: { vi: "Thấp" }, atLeast: 0, mustMeet: [], pass: false },
	]),
});
const anyRule: fc.Arbitrary<VerdictRule> = fc.oneof(
	percentRule,
	countRule,
	levelsRule,
	fc.constant({ type: "none" as const }),
);

const traits = fc.record({
	mandatory: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(false) },
		{ weight: 1, arbitrary: fc.constantFrom(true, ["MN"], ["TH"]) },
	),
	knockout: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
	counted: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
	allowNa: fc.boolean(),
	weight: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(1) },
		{ weight: 1, arbitrary: fc.double({ min: 0.000001, max: 100, noNaN: true }) },
	),
});
type Traits = typeof traits extends fc.Arbitrary<infer T> ? T : never;

const condition: fc.Arbitrary<Expression | undefined> = fc.option(
	fc
		.constantFrom(...codes)
		.map((code): Expression => ({ op: "ne", left: given(code), right: { op: "const", value: "unmet" } })),
	{ nil: undefined, freq: 3 },
);

/** Items with their traits and conditions, cut into sections at one place. */
const items = fc.array(fc.record({ traits, visibleIf: condition }), { minLength: size, maxLength: size });
const build = (
	parts: { traits: Traits; visibleIf?: Expression | undefined }[],
	rule: VerdictRule,
	cut = size / 2,
): Definition => {
	const made = parts.map((part, at) =>
		criterion(`C${at + 1}`, { ...part.traits, ...(part.visibleIf ? { visibleIf: part.visibleIf } : {}) }),
	);
	return form({ sections: [section("1", made.slice(0, cut)), section("2", made.slice(cut))], rule });
};
const outcome = fc.constantFrom<(Outcome | null)[]>("met", "met", "met", "unmet", "na", null);
const allAnswers: fc.Arbitrary<Answers> = fc
	.array(outcome, { minLength: size, maxLength: size })
	.map((outcomes) =>
		answers(Object.fromEntries(outcomes.flatMap((given, at) => (given ? [[`C${at + 1}`, given]] : [])))),
	);

const rank: Record<Verdict["result"], number> = { not_met: 0, none: 1, provisional: 2, met: 3 };

describe("any form, any answers", () => {
	test("the share is 0 to 100 and the counts add up to the criteria that are seen", () => {
		fc.assert(
			fc.property(items, anyRule, allAnswers, (parts, rule, given) => {
				const definition = build(parts, rule);
				const said = verdict(definition, given, preschool);
				const seen = visibleItems(definition, given, preschool).items;
				const criteria = definition.sections
					.flatMap((part) => part.items)
					.filter(
						(item): item is VerdictItem =>
							item.type === "verdict" && item.counted && !item.knockout && seen.has(item.code),
					);
				expect(said.met + said.unmet + said.na).toBe(criteria.length);
				expect(said.counted).toBe(
					rule.type === "none" || rule.na === "leave_out" ? said.met + said.unmet : criteria.length,
				);
				expect(said.percent === null).toBe(said.counted === 0);
				expect(said.percent ?? 0).toBeGreaterThanOrEqual(0);
				expect(said.percent ?? 0).toBeLessThanOrEqual(100);
				if (said.result === "met") expect(said.knockouts).toEqual([]);
				if (said.result === "not_met" || said.result === "provisional") expect(said.reasons).not.toEqual([]);
			}),
			{ numRuns: 250 },
		);
	});

	test("a school that passes a share shows no less than a school that fails it, and the shown share never passes for it", () => {
		fc.assert(
			fc.property(items, percentRule, allAnswers, (parts, rule, given) => {
				const said = verdict(build(parts, rule), given, preschool);
				const below = said.reasons.find((reason) => reason.code === "percent_below");
				if (below) expect(below.percent).toBeLessThanOrEqual(rule.atLeast);
				if (said.percent !== null && !below) expect(said.percent + 0.1).toBeGreaterThan(rule.atLeast);
			}),
			{ numRuns: 250 },
		);
	});

	test("sections and items in another order give the same verdict", () => {
		const sorted = (said: Verdict) => ({
			...said,
			mandatoryUnmet: [...said.mandatoryUnmet].sort(),
			knockouts: [...said.knockouts].sort(),
			reasons: said.reasons.map((reason) =>
				"items" in reason ? { ...reason, items: [...reason.items].sort() } : reason,
			),
		});
		fc.assert(
			fc.property(
				items,
				anyRule,
				allAnswers,
				fc.array(fc.nat(), { minLength: size, maxLength: size }),
				(parts, rule, given, keys) => {
					const definition = build(parts, rule);
					const order = new Map(codes.map((code, at) => [code, keys[at] ?? 0]));
					const shuffled: Definition = {
						...definition,
						sections: definition.sections
							.map((part) => ({
								...part,
								items: [...part.items].sort((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0)),
							}))
							.reverse(),
					};
					expect(sorted(verdict(shuffled, given, preschool))).toEqual(sorted(verdict(definition, given, preschool)));
				},
			),
			{ numRuns: 250 },
		);
	});

	test("where nothing hides anything, one more criterion met never worsens a verdict", () => {
		fc.assert(
			fc.property(items, anyRule, allAnswers, fc.constantFrom(...codes), (parts, rule, given, code) => {
				const definition = build(
					parts.map((part) => ({ traits: part.traits })),
					rule,
				);
				const before = verdict(definition, given, preschool);
				const after = verdict(definition, { ...given, ...answers({ [code]: "met" }) }, preschool);
				// All criteria left out give no verdict at all, which is neither better nor worse than the first one.
				if (before.result !== "none") expect(rank[after.result]).toBeGreaterThanOrEqual(rank[before.result]);
				expect(after.percent ?? 100).toBeGreaterThanOrEqual(before.percent ?? 0);
			}),
			{ numRuns: 250 },
		);
	});

	test("progress and validation speak of the same items, and a complete return lacks nothing", () => {
		fc.assert(
			fc.property(items, allAnswers, (parts, given) => {
				const definition = build(parts, { type: "none" });
				const { whole, sections } = progress(definition, given, preschool);
				const errors = validateReturn(definition, given, preschool);
				expect(whole.complete).toBe(errors.length === 0);
				expect(sections.every((part) => part.complete)).toBe(whole.complete);
				for (const key of ["visible", "answered", "met", "unmet", "na"] as const)
					expect(sections.reduce((sum, part) => sum + part[key], 0)).toBe(whole[key]);
				expect(whole.answered).toBeLessThanOrEqual(whole.visible);
				expect(whole.met + whole.unmet + whole.na).toBeLessThanOrEqual(whole.answered);
			}),
			{ numRuns: 300 },
		);
	});
});
