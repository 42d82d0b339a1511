import { z } from "zod";
import type { Words } from "../forms/expression-schema.ts";
import type { LightColour } from "../forms/figures.ts";
import type { Item } from "../forms/schema.ts";
import type { FigureTotal } from "../tallies/figures.ts";

/** A column of a roll-up as it is drawn. `item` is the item that a text is told in. */
export type FigureColumn = {
	code: string;
	label: Words;
	unit: Words | null;
	group: Words | null;
	type: "sum" | "share" | "yes" | "text";
	digits: number;
	item: Item | null;
};

/** A light with what each of its colours says. */
export type LightWords = { code: string; label: Words; says: Record<LightColour, Words> };

/** What some schools come to together. `reported` of `recipients`: whoever has not reported is in no total. */
export type FigureLine = {
	recipients: number;
	reported: number;
	totals: Record<string, FigureTotal>;
	lights: Record<string, Record<LightColour, number>>;
};

/** A figure in two rounds. `by` is null while one of them is not known; points of a percent for a share. */
export type FigureChange = { code: string; before: FigureTotal; now: FigureTotal; by: number | null };

/** One table of a report, ready for the screen, XLSX or CSV: the same rows in each. */
export type Column = {
	label: string;
	/** Heading over several columns that stand side by side. */
	group?: string;
	/** `tenths`: a percentage kept as tenths. `day`: calendar day. `time`: UTC time, shown in the office's zone. */
	kind: "text" | "integer" | "decimal" | "tenths" | "day" | "time";
	/** Width in characters, for paper and spreadsheet. */
	width: number;
};

/** Of a total that a workbook reckons itself: `{first}` and `{last}` are the numbers of the first and last row of the table. */
export type Formula = { formula: string; value: number | null };

export type Cell = string | number | null | Formula;

export type Sheet = {
	/** Name of the worksheet, at most 31 characters. */
	name: string;
	/** Lines above the table: what it is, of which campaign, as of when. */
	title: string[];
	columns: Column[];
	/** Rows in portions, so that 40,000 of them never stand in memory together. */
	rows(): AsyncIterable<Cell[][]>;
	/** Lines below the rows that add them up; asked when all rows have been read, and not counted among them. */
	totals?(): Cell[][];
};

/** Figures of one campaign under one unit. Rates are tenths of a percent, 0–1000, null without a denominator. */
export type CampaignFigures = {
	recipients: number;
	notStarted: number;
	draft: number;
	submitted: number;
	sentBack: number;
	accepted: number;
	/** Returned at least once. */
	reported: number;
	onTime: number;
	late: number;
	reportingRate: number | null;
	onTimeRate: number | null;
	verdicts: { met: number; notMet: number; provisional: number; none: number };
};

/** Pictures of the office's first page, in this order. */
export const overviewKinds = ["campaigns", "late", "measures", "adoption", "cameras"] as const;
export type OverviewKind = (typeof overviewKinds)[number];

/** Pictures of a school's own page, in this order. */
export const schoolPictureKinds = ["sections", "rounds"] as const;
export type SchoolPictureKind = (typeof schoolPictureKinds)[number];

/** Schools past their due day that never returned, communes × campaigns. */
export type LateGrid = {
	campaigns: { id: string; title: string; dueOn: string; total: number }[];
	/** The commune with most late schools first. */
	rows: { id: string; name: string; total: number; cells: number[] }[];
	total: number;
};

/** When what a school will do about a finding is due. */
export const dueBuckets = ["overdue", "week", "month", "later", "none"] as const;
export type DueBucket = (typeof dueBuckets)[number];

/** Filters of the list of findings, as they stand in the URL. Rubbish filters nothing. */
export const findingSearch = z.object({
	due: z.enum([...dueBuckets, ""]).catch(""),
	superior: z.enum(["yes", "no", ""]).catch(""),
	campaign: z.uuid().or(z.literal("")).catch(""),
	/** Cursor of keyset paging. */
	after: z.string().max(200).catch(""),
});
export type FindingSearch = z.output<typeof findingSearch>;

/** Open findings of one bucket, and those among them that ask a superior for help. */
export type MeasureCount = { due: DueBucket; open: number; petitions: number };

export type FailedCriterion = {
	code: string;
	text: string;
	mandatory: boolean;
	knockout: boolean;
	unmet: number;
	/** Schools to which it applied: returned, and neither *Không áp dụng* nor blank. */
	applicable: number;
	/** Tenths of a percent of those it applied to. */
	rate: number | null;
};
