/**
 * Counters of figures and lights, by group of schools: what the roll-up adds up, moved in the transaction of each sending like those of
 * criteria. Sums are whole numbers in units of the figure's last digit, so that no binary dust gathers over 40,000 schools.
 */

import type { Figure } from "../forms/figure-schema.ts";
import type { Figures, LightColour } from "../forms/figures.ts";
import type { Definition, SchoolFacts } from "../forms/schema.ts";
import type { TallyChange } from "./rules.ts";

/** Sub-totals of every roll-up: public schools, non-public ones, independent groups and classes (facts §6.3). */
export const schoolGroups = ["public", "private", "independent"] as const;
export type SchoolGroup = (typeof schoolGroups)[number];

/** The group that a school counts in. Independent groups and classes are a group of their own whoever owns them. */
export function groupOf({ kind, ownership }: Pick<SchoolFacts, "kind" | "ownership">): SchoolGroup {
	if (kind === "NTDL" || kind === "LMG" || kind === "LMN") return "independent";
	return ownership === "cong_lap" ? "public" : "private";
}

/** `value` and `of` are sums, `known` counts the schools that told a figure: what is not reported is never zero. */
export type FigurePart = "value" | "of" | "known";

const figureItem = (code: string) => `=${code}`;
const lightItem = (code: string) => `*${code}`;

/** Whether a counter belongs to figures or lights: codes of items begin with neither sign. */
export function isFigureItem(item: string): boolean {
	return item.startsWith("=") || item.startsWith("*");
}

/** How the counters move from what a return came to before (null: it had not been sent) to what it comes to now. */
export function figureChanges(
	definition: Definition,
	school: Pick<SchoolFacts, "kind" | "ownership">,
	before: Figures | null,
	after: Figures,
): TallyChange[] {
	const group = groupOf(school);
	return [
		...(before ? countsOf(definition, group, before).map((change) => ({ ...change, by: -change.by })) : []),
		...countsOf(definition, group, after),
	];
}

function countsOf(definition: Definition, group: SchoolGroup, figures: Figures): TallyChange[] {
	const { figures: columns, lights } = definition;
	if (columns.length + lights.length === 0) return [];
	return [
		{ item: "=", outcome: `known_${group}`, by: 1 },
		...columns.flatMap((figure) => figureCounts(figure, group, figures)),
		...lights.flatMap(({ code }): TallyChange[] => {
			const colour = figures.lights[code];
			return colour ? [{ item: lightItem(code), outcome: `${colour}_${group}`, by: 1 }] : [];
		}),
	];
}

function figureCounts(figure: Figure, group: SchoolGroup, figures: Figures): TallyChange[] {
	const value = figures.values[figure.code];
	const of = figures.of[figure.code];
	// A share of which one side is not known says nothing.
	if (typeof value !== "number" || (figure.type === "share" && typeof of !== "number")) return [];
	const item = figureItem(figure.code);
	const scaled = (number: number) => Math.round(number * 10 ** figure.digits);
	return [
		{ item, outcome: `value_${group}`, by: scaled(value) },
		...(typeof of === "number" ? [{ item, outcome: `of_${group}` as const, by: scaled(of) }] : []),
		{ item, outcome: `known_${group}`, by: 1 },
	];
}

/** What the counters of one unit say of figures: `item#outcome` → n. */
export type FigureCounts = ReadonlyMap<string, number>;

export const countKey = (item: string, outcome: string) => `${item}#${outcome}`;

/** A column's total over some groups of schools. */
export type FigureTotal = {
	/** Sum, or number of schools that said yes; for a share the percent with one decimal. Null when nobody told it. */
	value: number | null;
	/** Schools that told it. */
	known: number;
};

/** The total of a figure; a share divides the sums, so that large schools weigh as much as they are. */
export function totalOf(
	figure: Figure,
	counts: FigureCounts,
	groups: readonly SchoolGroup[] = schoolGroups,
): FigureTotal {
	const sum = (part: FigurePart) =>
		groups.reduce((all, group) => all + (counts.get(countKey(figureItem(figure.code), `${part}_${group}`)) ?? 0), 0);
	const known = sum("known");
	if (known === 0 || figure.type === "text") return { value: null, known };
	if (figure.type === "share") return { value: percentOf(sum("value"), sum("of")), known };
	return { value: sum("value") / 10 ** figure.digits, known };
}

/** A share in percent with one decimal, cut, and never above 100 nor below 0; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
	if (whole <= 0) return null;
	return Math.min(1000, Math.max(0, Math.floor((part * 1000) / whole))) / 10;
}

/** How many schools show each colour, and how many showed none although they reported. */
export function lightCounts(
	code: string,
	counts: FigureCounts,
	groups: readonly SchoolGroup[] = schoolGroups,
): Record<LightColour, number> {
	const of = (colour: LightColour) =>
		groups.reduce((all, group) => all + (counts.get(countKey(lightItem(code), `${colour}_${group}`)) ?? 0), 0);
	return { green: of("green"), amber: of("amber"), red: of("red") };
}

/** Schools of some groups that have reported. */
export function reportedOf(counts: FigureCounts, groups: readonly SchoolGroup[] = schoolGroups): number {
	return groups.reduce((all, group) => all + (counts.get(countKey("=", `known_${group}`)) ?? 0), 0);
}
