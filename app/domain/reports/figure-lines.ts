/** One line of a roll-up from counters, its columns, and what may be set beside the round before. Pure. */
import type { Figure } from "../forms/figure-schema.ts";
import { type Figures, reckonsWith } from "../forms/figures.ts";
import { prepare } from "../forms/prepare.ts";
import type { AnswerValue, Definition, SchoolFacts } from "../forms/schema.ts";
import {
	countKey,
	type FigureCounts,
	figureChanges,
	lightCounts,
	percentOf,
	reportedOf,
	type SchoolGroup,
	schoolGroups,
	totalOf,
} from "../tallies/figures.ts";
import type { FigureColumn, FigureLine } from "./schema.ts";

/** The columns of a version's roll-up, without what they are reckoned from. */
export function columnsOf(definition: Definition): FigureColumn[] {
	const { itemByCode } = prepare(definition);
	return definition.figures.map(({ code, label, unit, group, type, digits, value }) => ({
		code,
		label,
		unit: unit ?? null,
		group: group ?? null,
		type,
		digits,
		item: (value.op === "answer" ? itemByCode.get(value.item) : undefined) ?? null,
	}));
}

/** What one school told of each figure: a share in percent, null where it told nothing. */
export function ownValues(definition: Definition, figures: Figures): Record<string, AnswerValue> {
	return Object.fromEntries(
		definition.figures.map(({ code, type }) => {
			const [value, of] = [figures.values[code] ?? null, figures.of[code]];
			if (type !== "share") return [code, value];
			return [code, typeof value === "number" && typeof of === "number" ? percentOf(value, of) : null];
		}),
	);
}

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

/**
 * Figures that two versions of a template both have, and mean alike: none that is made of an item of `other`, which asks something
 * else now. Texts have no total to compare.
 */
export function comparable(now: Definition, before: Definition, other: ReadonlySet<string> = new Set()): Figure[] {
	return now.figures.filter(
		(figure) =>
			figure.type !== "text" &&
			!reckonsWith(figure, other) &&
			before.figures.some((old) => old.code === figure.code && old.type === figure.type),
	);
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
