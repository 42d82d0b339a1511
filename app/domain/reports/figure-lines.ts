/** One line of a roll-up from counters, and what may be set beside the round before. Pure. */
import type { Figure } from "../forms/figure-schema.ts";
import type { Figures, LightColour } from "../forms/figures.ts";
import type { Definition, SchoolFacts } from "../forms/schema.ts";
import {
	countKey,
	type FigureCounts,
	type FigureTotal,
	figureChanges,
	lightCounts,
	reportedOf,
	type SchoolGroup,
	schoolGroups,
	totalOf,
} from "../tallies/figures.ts";

/** What some schools come to together. `reported` of `recipients`: whoever has not reported is in no total. */
export type FigureLine = {
	recipients: number;
	reported: number;
	totals: Record<string, FigureTotal>;
	lights: Record<string, Record<LightColour, number>>;
};

/** A figure in two rounds. `by` is null while one of them is not known; points of a percent for a share. */
export type FigureChange = { code: string; before: FigureTotal; now: FigureTotal; by: number | null };

/** The line of some groups of schools. `recipients` is their number as it was frozen at issue. */
export function lineOf(
	definition: Definition,
	counts: FigureCounts,
	recipients: number,
	groups: readonly SchoolGroup[] = schoolGroups,
): FigureLine {
	return {
		recipients,
		reported: reportedOf(counts, groups),
		totals: Object.fromEntries(definition.figures.map((figure) => [figure.code, totalOf(figure, counts, groups)])),
		lights: Object.fromEntries(definition.lights.map(({ code }) => [code, lightCounts(code, counts, groups)])),
	};
}

/** Figures that two versions of a template both have, and mean alike; texts have no total to compare. */
export function comparable(now: Definition, before: Definition): Figure[] {
	return now.figures.filter(
		({ code, type }) => type !== "text" && before.figures.some((old) => old.code === code && old.type === type),
	);
}

/** How totals moved from one round to the next. Decimals are cut where binary dust begins. */
export function changesOf(figures: readonly Figure[], before: FigureLine, now: FigureLine): FigureChange[] {
	const unknown: FigureTotal = { value: null, known: 0 };
	return figures.map(({ code }) => {
		const [old, fresh] = [before.totals[code] ?? unknown, now.totals[code] ?? unknown];
		const by = old.value === null || fresh.value === null ? null : Number((fresh.value - old.value).toFixed(6));
		return { code, before: old, now: fresh, by };
	});
}

/** Adds up returns one by one as the counters do, so that the totals of a file are those of the rows that stand in it. */
export function adder(definition: Definition) {
	const counts = new Map<string, number>();
	const recipients = new Map<SchoolGroup, number>();
	return {
		add(group: SchoolGroup, school: Pick<SchoolFacts, "kind" | "ownership">, figures: Figures | null): void {
			recipients.set(group, (recipients.get(group) ?? 0) + 1);
			if (figures === null) return;
			for (const { item, outcome, by } of figureChanges(definition, school, null, figures)) {
				const key = countKey(item, outcome);
				counts.set(key, (counts.get(key) ?? 0) + by);
			}
		},
		line(groups: readonly SchoolGroup[] = schoolGroups): FigureLine {
			const many = groups.reduce((sum, group) => sum + (recipients.get(group) ?? 0), 0);
			return lineOf(definition, counts, many, groups);
		},
	};
}
