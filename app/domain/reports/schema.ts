/** One table of a report, ready for the screen, XLSX or CSV: the same rows in each. */
export type Column = {
	label: string;
	/** `tenths`: a percentage kept as tenths. `day`: calendar day. `time`: UTC time, shown in the office's zone. */
	kind: "text" | "integer" | "tenths" | "day" | "time";
	/** Width in characters, for paper and spreadsheet. */
	width: number;
};

export type Cell = string | number | null;

export type Sheet = {
	/** Name of the worksheet, at most 31 characters. */
	name: string;
	/** Lines above the table: what it is, of which campaign, as of when. */
	title: string[];
	columns: Column[];
	/** Rows in portions, so that 40,000 of them never stand in memory together. */
	rows(): AsyncIterable<Cell[][]>;
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
