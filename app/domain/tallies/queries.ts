import type { Ctx } from "../ctx.ts";
import { countKey, isFigureItem } from "./figures.ts";
import { type ItemOutcome, type ReturnOutcome, returnOutcomes } from "./rules.ts";

/** Counters of one campaign under one unit. `items` holds only criteria with something to count. */
export type Tallies = {
	returns: Record<ReturnOutcome, number>;
	items: Map<string, Record<ItemOutcome, number>>;
	/** Counters of figures and lights, for `tallies/figures.ts`. */
	figures: Map<string, number>;
};

/** No counters yet. */
export function noTallies(): Tallies {
	return {
		returns: Object.fromEntries(returnOutcomes.map((outcome) => [outcome, 0])) as Record<ReturnOutcome, number>,
		items: new Map(),
		figures: new Map(),
	};
}

/**
 * The counters of a campaign under a unit: the office itself, or one below it. Not scoped: ask only with a campaign that the actor
 * was allowed to read.
 */
export async function readTallies(ctx: Pick<Ctx, "db">, campaignId: string, unitId: string): Promise<Tallies> {
	const rows = await ctx.db
		.selectFrom("tally")
		.select((eb) => ["item", "outcome", eb.fn.sum<number>("n").as("n")])
		.where("campaign_id", "=", campaignId)
		.where("unit_id", "=", unitId)
		.groupBy(["item", "outcome"])
		.execute();
	const tallies = noTallies();
	for (const { item, outcome, n } of rows) addTo(tallies, item, outcome, Number(n));
	return tallies;
}

/** Adds to one counter. */
export function addTo(tallies: Tallies, item: string, outcome: string, n: number): void {
	if (n === 0) return;
	if (item === "") {
		tallies.returns[outcome as ReturnOutcome] += n;
		return;
	}
	if (isFigureItem(item)) {
		const key = countKey(item, outcome);
		tallies.figures.set(key, (tallies.figures.get(key) ?? 0) + n);
		return;
	}
	const counts = tallies.items.get(item) ?? { unmet: 0, na: 0, blank: 0 };
	counts[outcome as ItemOutcome] += n;
	tallies.items.set(item, counts);
}
