/** Lines of the overview's pictures that are worked out from counts and days. Pure. */
import { addDays } from "../days.ts";
import type { DueBucket, LateGrid } from "./schema.ts";

/** First and last day of each bucket; null where it has no such end. A week ends on Sunday; what ends it may lie in the next month. */
export function bucketDays(today: string): Record<Exclude<DueBucket, "none">, [string | null, string | null]> {
	const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
	const sunday = addDays(today, 6 - weekday);
	const [year = 0, month = 1] = today.split("-").map(Number);
	const monthEnd = [new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10), sunday].sort().at(-1) ?? sunday;
	return {
		overdue: [null, addDays(today, -1)],
		week: [today, sunday],
		month: [addDays(sunday, 1), monthEnd],
		later: [addDays(monthEnd, 1), null],
	};
}

/** The bucket that a day falls into. */
export function bucketOf(dueOn: string | null, today: string): DueBucket {
	if (dueOn === null) return "none";
	const days = bucketDays(today);
	if (dueOn < today) return "overdue";
	if (dueOn <= (days.week[1] ?? "")) return "week";
	return dueOn <= (days.month[1] ?? "") ? "month" : "later";
}

/** Schools of one commune that are late in one campaign. */
export type LateCount = { campaignId: string; communeId: string; commune: string; n: number };

/** Communes × campaigns; whoever is late nowhere has no row, a campaign where nobody is no column. */
export function lateGrid(
	campaigns: readonly { id: string; title: string; dueOn: string }[],
	counts: readonly LateCount[],
): LateGrid {
	const late = counts.filter(({ n }) => n > 0);
	const sum = (of: (one: LateCount) => boolean) => late.filter(of).reduce((total, { n }) => total + n, 0);
	const shown = campaigns
		.map((campaign) => ({ ...campaign, total: sum((one) => one.campaignId === campaign.id) }))
		.filter(({ total }) => total > 0);
	const communes = new Map(late.map((one) => [one.communeId, one.commune]));
	const cells = new Map(late.map((one) => [`${one.communeId} ${one.campaignId}`, one.n]));
	const rows = [...communes]
		.map(([id, name]) => {
			const own = shown.map((campaign) => cells.get(`${id} ${campaign.id}`) ?? 0);
			return { id, name, cells: own, total: own.reduce((total, n) => total + n, 0) };
		})
		.sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
	return { campaigns: shown, rows, total: rows.reduce((total, row) => total + row.total, 0) };
}
