import { daysBetween } from "../days.ts";
import { type ReturnOutcome, rateTenths } from "../tallies/rules.ts";
import type { CampaignFigures, FigureChange, FigureLine, LateGrid } from "./schema.ts";

/** The counters of a campaign's returns as figures. The denominator is the list frozen at issue. */
export function figuresOf(counts: Partial<Record<ReturnOutcome, number>>): CampaignFigures {
	const n = (outcome: ReturnOutcome) => counts[outcome] ?? 0;
	const recipients = n("recipients");
	return {
		recipients,
		notStarted: n("not_started"),
		draft: n("draft"),
		submitted: n("submitted"),
		sentBack: n("sent_back"),
		accepted: n("accepted"),
		reported: n("reported"),
		onTime: n("on_time"),
		late: n("late"),
		reportingRate: rateTenths(n("reported"), recipients),
		onTimeRate: rateTenths(n("on_time"), recipients),
		verdicts: {
			met: n("verdict_met"),
			notMet: n("verdict_not_met"),
			provisional: n("verdict_provisional"),
			none: n("verdict_none"),
		},
	};
}

/** How totals moved from one round to the next, by the codes of figures that both have. Cut where binary dust begins. */
export function changesOf(codes: readonly string[], before: FigureLine, now: FigureLine): FigureChange[] {
	const unknown = { value: null, known: 0 };
	return codes.map((code) => {
		const [old, fresh] = [before.totals[code] ?? unknown, now.totals[code] ?? unknown];
		const by = old.value === null || fresh.value === null ? null : Number((fresh.value - old.value).toFixed(6));
		return { code, before: old, now: fresh, by };
	});
}

/** Which rows of a campaign a list is about. */
export const selections = ["all", "met", "not_met", "provisional", "not_returned", "late"] as const;
export type Selection = (typeof selections)[number];

/** The list named in the URL; anything else is the whole list. */
export function selectionFrom(text: string | null): Selection {
	return selections.find((known) => known === text) ?? "all";
}

/** What a list is narrowed to besides its selection: the part of a picture that was pressed. Empty means any. */
export type ListFilter = {
	/** Ids with commas between them: an area of a map may hold several communes. */
	commune: string;
	kind: string;
	ownership: string;
	day: string;
	item: string;
};

export const noFilter: ListFilter = { commune: "", kind: "", ownership: "", day: "", item: "" };

/** Names of the filter in the URL. */
export const filterNames = ["commune", "kind", "ownership", "day", "item"] as const satisfies (keyof ListFilter)[];

/** The filter of a URL. A day that is none filters nothing; everything else that is rubbish finds nobody. */
export function filterFrom(params: URLSearchParams): ListFilter {
	const given = Object.fromEntries(filterNames.map((name) => [name, (params.get(name) ?? "").slice(0, 2_000)]));
	const filter = { ...noFilter, ...given };
	return isDay(filter.day) ? filter : { ...filter, day: "" };
}

function isDay(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** A list and its filter as they travel in a URL. */
export function listQuery(selection: Selection, filter: Partial<ListFilter> = {}): string {
	const chosen = filterNames.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []));
	return new URLSearchParams([["list", selection], ...chosen]).toString();
}

/** Place in a list ordered by name: the row after which the next page starts. */
export type Cursor = { search: string; id: string };

/** The cursor as it travels in the URL. */
export function cursorText({ search, id }: Cursor): string {
	return `${id}~${search}`;
}

/** The cursor of a URL; null for none or rubbish, which is the start of the list. */
export function cursorFrom(text: string | null): Cursor | null {
	const cut = text?.indexOf("~") ?? -1;
	if (!text || cut < 1) return null;
	return { id: text.slice(0, cut), search: text.slice(cut + 1) };
}

/** How much of a campaign's time has gone by, in tenths of a percent: from the morning it opens to the evening of its due day. */
export function elapsedTenths(opensOn: string, dueOn: string, today: string): number {
	return rateTenths(Math.max(0, daysBetween(opensOn, today) + 1), Math.max(1, daysBetween(opensOn, dueOn) + 1)) ?? 0;
}

/** The grid as it is drawn: the first `rows` and `columns`, the rest of each added up in a last one that leads nowhere. */
export function cutGrid(grid: LateGrid, rows: number, columns: number): LateGrid & { more: [number, number] } {
	const [keptRows, otherRows] = cut(grid.rows, rows);
	const [keptColumns, otherColumns] = cut(
		grid.campaigns.map((campaign, at) => ({ campaign, at })),
		columns,
	);
	const sums = (cells: readonly number[]) => [
		...keptColumns.map(({ at }) => cells[at] ?? 0),
		...(otherColumns.length > 0 ? [otherColumns.reduce((total, { at }) => total + (cells[at] ?? 0), 0)] : []),
	];
	const rest = otherColumns.reduce((total, { campaign }) => total + campaign.total, 0);
	const added = grid.campaigns.map((_, at) => otherRows.reduce((total, row) => total + (row.cells[at] ?? 0), 0));
	const below = otherRows.reduce((total, row) => total + row.total, 0);
	return {
		campaigns: [
			...keptColumns.map(({ campaign }) => campaign),
			...(otherColumns.length > 0 ? [{ id: "", title: "", dueOn: "", total: rest }] : []),
		],
		rows: [
			...keptRows.map((row) => ({ ...row, cells: sums(row.cells) })),
			...(otherRows.length > 0 ? [{ id: "", name: "", total: below, cells: sums(added) }] : []),
		],
		total: grid.total,
		more: [otherRows.length, otherColumns.length],
	};
}

/** One more than fits is shown rather than a rest of one. */
function cut<T>(list: readonly T[], most: number): [T[], T[]] {
	return list.length <= most + 1 ? [[...list], []] : [list.slice(0, most), list.slice(most)];
}
