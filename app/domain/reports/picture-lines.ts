/** Lines of pictures that are worked out from counts. Pure. */
import { addDays, daysBetween } from "../days.ts";
import { verdictItems } from "../forms/criteria.ts";
import type { Definition } from "../forms/schema.ts";
import type { Tallies } from "../tallies/queries.ts";
import { rateTenths } from "../tallies/rules.ts";

/** Returns of one day, and those of all days up to it. */
export type ReturnDay = { day: string; returned: number; total: number };

/** A campaign that took longer is drawn from its last days; what came before is in the first of them. */
const DAYS_AT_MOST = 366;

/** Every day from the opening to the due day, or to the last return where that is later; days without returns stand with 0. */
export function daysOf(byDay: ReadonlyMap<string, number>, opensOn: string, dueOn: string): ReturnDay[] {
	const known = [...byDay.keys(), opensOn, dueOn].sort();
	const last = known.at(-1) ?? dueOn;
	const first = [known[0] ?? opensOn, addDays(last, 1 - DAYS_AT_MOST)].sort().at(-1) ?? opensOn;
	let total = 0;
	for (const [day, n] of byDay) if (day < first) total += n;
	return Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => {
		const day = addDays(first, at);
		const returned = (byDay.get(day) ?? 0) + (at === 0 ? total : 0);
		total = at === 0 ? returned : total + returned;
		return { day, returned, total };
	});
}

/** The share of schools that failed a criterion in two rounds, in tenths of a percent of those it applied to. */
export type CriterionShift = { code: string; text: string; before: number; now: number };

/**
 * Criteria that both versions have and somebody answered in both rounds, the largest change first. `other`: those that ask something
 * else now and are not compared.
 */
export function criterionShifts(
	now: Definition,
	old: Definition,
	before: Tallies,
	after: Tallies,
	other: ReadonlySet<string> = new Set(),
): CriterionShift[] {
	const known = new Set(verdictItems(old).map(({ code }) => code));
	return verdictItems(now)
		.flatMap(({ code, text }) => {
			const [then, today] = [unmetRate(before, code), unmetRate(after, code)];
			return known.has(code) && !other.has(code) && then !== null && today !== null
				? [{ code, text: text.vi, before: then, now: today }]
				: [];
		})
		.filter((shift) => shift.before !== shift.now)
		.sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before) || (a.code < b.code ? -1 : 1));
}

function unmetRate(tallies: Tallies, code: string): number | null {
	const { unmet, na, blank } = tallies.items.get(code) ?? { unmet: 0, na: 0, blank: 0 };
	return rateTenths(unmet, tallies.returns.reported - na - blank);
}
