/** How many of its criteria a school meets, section by section, and the middle of many such shares. Pure. */
import { answeredValue } from "../forms/answers.ts";
import { verdictItems } from "../forms/criteria.ts";
import { prepare } from "../forms/prepare.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import { rateTenths } from "../tallies/rules.ts";

/**
 * Share of the criteria met of those that apply, in tenths of a percent, for each section that has any; null where none of them
 * applies. Like the heat map: every criterion counts, whatever its weight.
 */
export function sectionShares(definition: Definition, answers: Answers): Map<string, number | null> {
	const { sectionOf } = prepare(definition);
	const counts = new Map<string, { met: number; counted: number }>();
	for (const { code } of verdictItems(definition)) {
		const section = sectionOf.get(code)?.code;
		if (section === undefined) continue;
		const count = counts.get(section) ?? { met: 0, counted: 0 };
		counts.set(section, count);
		const value = answeredValue(answers, code);
		if (value === "met") count.met += 1;
		if (value === "met" || value === "unmet") count.counted += 1;
	}
	return new Map([...counts].map(([section, { met, counted }]) => [section, rateTenths(met, counted)]));
}

/** Other schools that a median needs, so that nobody can be found out of it. */
export const PEERS_AT_LEAST = 5;

/** The middle of the values; of an even number the mean of the two in the middle, cut. Null for fewer than `PEERS_AT_LEAST`. */
export function median(values: readonly number[]): number | null {
	if (values.length < PEERS_AT_LEAST) return null;
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? 0;
	return sorted.length % 2 === 1 ? upper : Math.floor((upper + (sorted[middle - 1] ?? 0)) / 2);
}
