import { conductStages } from "#app/domain/conduct/schema.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import type { OverviewPicture } from "#app/domain/reports/overview-pictures.ts";
import { cutGrid, elapsedTenths } from "#app/domain/reports/rules.ts";
import type { Cell, Column, Sheet } from "#app/domain/reports/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { columnName, figuresWords, totalText } from "#app/i18n/figures.ts";
import { formatTime } from "#app/i18n/format.ts";
import { overviewTitle, overviewWords } from "#app/i18n/overview.ts";
import { campaignPath, type OverviewLinks } from "#app/i18n/overview-rows.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { textOf } from "#app/i18n/returns.ts";

/** The figures of a picture as a table, the same on the page and in the file; `to` is the page behind a row. */
export type ChartTable = { columns: Column[]; rows: { cells: Cell[]; to: string | null }[] };

const text = (label: string, width = 32): Column => ({ label, kind: "text", width });
const whole = (label: string): Column => ({ label, kind: "integer", width: 12 });
const share = (label: string): Column => ({ label, kind: "tenths", width: 12 });

/** The table of a picture of the office's first page, with links that its reader may follow; of communes at most so many rows. */
export function overviewTable(
	ctx: Ctx,
	picture: OverviewPicture,
	may: OverviewLinks,
	rows = Number.POSITIVE_INFINITY,
): ChartTable {
	switch (picture.kind) {
		case "campaigns":
			return campaignsTable(ctx, picture, may);
		case "late":
			return lateTable(ctx, cutGrid(picture.grid, rows, Number.POSITIVE_INFINITY), may);
		case "measures":
			return measuresTable(ctx, picture, may);
		case "adoption":
			return adoptionTable(ctx, picture, may);
		case "cameras":
			return camerasTable(ctx, picture, may);
	}
}

/** The same table as a sheet to keep. */
export function overviewSheet(ctx: Ctx, picture: OverviewPicture): Sheet {
	const { columns, rows } = overviewTable(ctx, picture, { lists: false, findings: false, conduct: false });
	return {
		name: overviewTitle(picture.kind, ctx.locale).slice(0, 31),
		title: [overviewTitle(picture.kind, ctx.locale), ...overviewLines(ctx, picture)],
		columns,
		async *rows() {
			yield rows.map(({ cells }) => cells);
		},
	};
}

/** What stands under the title of a file: whose figures of when, and what the drawing itself does not say. */
export function overviewLines(ctx: Ctx, picture: OverviewPicture): string[] {
	const t = overviewWords[ctx.locale];
	const office = `${ctx.actor.unitName} · ${resultsWords[ctx.locale].asOf(formatTime(ctx.now))}`;
	if (picture.kind !== "cameras") return [office];
	const { campaign, line, columns } = picture.status;
	const told = columns.map((column) => {
		const value = totalText(column, line.totals[column.code], ctx.locale);
		return `${columnName(column, ctx.locale)}: ${value || "–"}`;
	});
	return [office, t.cameraNote(campaign.title, String(line.reported), String(line.recipients)), told.join(" · ")];
}

type Of<K> = Extract<OverviewPicture, { kind: K }>;

function campaignsTable(ctx: Ctx, { campaigns, today }: Of<"campaigns">, may: OverviewLinks): ChartTable {
	const t = overviewWords[ctx.locale];
	return {
		columns: [
			text(t.campaign, 40),
			{ label: t.due, kind: "day", width: 12 },
			share(t.elapsed),
			...[t.recipients, t.returned].map(whole),
			share(t.share),
			...[t.onTime, t.late, t.missed, t.open, t.met, t.notMet, t.toReview].map(whole),
		],
		rows: campaigns.map(({ id, title, opens_on, due_on, rated, figures: f, missed }) => ({
			cells: [
				title,
				due_on,
				elapsedTenths(opens_on, due_on, today),
				...[f.recipients, f.reported, f.reportingRate],
				...[f.onTime, f.late, missed, f.recipients - f.reported - missed],
				...(rated ? [f.verdicts.met, f.verdicts.notMet] : [null, null]),
				f.submitted,
			],
			to: campaignPath(id, may),
		})),
	};
}

function lateTable(ctx: Ctx, grid: ReturnType<typeof cutGrid>, may: OverviewLinks): ChartTable {
	const t = overviewWords[ctx.locale];
	const total = { cells: [t.total, ...grid.campaigns.map((one) => one.total), grid.total], to: null };
	return {
		columns: [text(t.commune), ...grid.campaigns.map(({ title }) => whole(title)), whole(t.total)],
		rows: [
			...grid.rows.map(({ id, name, cells, total }) => {
				const [only, ...others] = grid.campaigns.filter((_, at) => (cells[at] ?? 0) > 0);
				return {
					cells: [name || t.moreCommunes(grid.more[0]), ...cells, total],
					// A row may be of several lists: it leads to one only where there is no other.
					to:
						may.lists && id && only && others.length === 0
							? `/office/campaigns/${only.id}/recipients?late=overdue&commune=${id}`
							: null,
				};
			}),
			total,
		],
	};
}

function measuresTable(ctx: Ctx, { counts }: Of<"measures">, may: OverviewLinks): ChartTable {
	const t = overviewWords[ctx.locale];
	const sum = (of: (count: (typeof counts)[number]) => number) => counts.reduce((total, one) => total + of(one), 0);
	return {
		columns: [text(t.measureDue, 24), whole(t.ownPower), whole(t.petition), whole(t.total)],
		rows: [
			...counts.map(({ due, open, petitions }) => ({
				cells: [t.dues[due], open - petitions, petitions, open],
				to: may.findings ? `/office/findings?due=${due}` : null,
			})),
			{
				cells: [t.total, sum((one) => one.open - one.petitions), sum((one) => one.petitions), sum((one) => one.open)],
				to: may.findings ? "/office/findings" : null,
			},
		],
	};
}

function adoptionTable(ctx: Ctx, { totals }: Of<"adoption">, may: OverviewLinks): ChartTable {
	const t = overviewWords[ctx.locale];
	const names = conductWords[ctx.locale].stages;
	return {
		columns: [text(t.stage), whole(t.schools)],
		rows: [
			...conductStages.map((stage) => ({
				cells: [names[stage], totals.stages[stage]],
				to: may.conduct ? `/office/conduct?stage=${stage}` : null,
			})),
			{ cells: [t.total, totals.schools], to: may.conduct ? "/office/conduct" : null },
		],
	};
}

/** Lights first, a row for each colour; then the key figures. */
function camerasTable(ctx: Ctx, { status }: Of<"cameras">, may: OverviewLinks): ChartTable {
	const t = overviewWords[ctx.locale];
	const { campaign, line, lights, columns } = status;
	const to = may.lists ? `/office/campaigns/${campaign.id}/figures` : campaignPath(campaign.id, may);
	const told = (name: string, what: string, value: Cell) => ({ cells: [name, what, value], to });
	return {
		columns: [text(t.figure, 44), text(t.light, 44), text(t.value, 18)],
		rows: [
			...lights.flatMap(({ code, label, says }) => {
				const counts = line.lights[code] ?? { green: 0, amber: 0, red: 0 };
				const name = textOf(label, ctx.locale);
				return [
					...(["green", "amber", "red"] as const).map((colour) =>
						told(name, textOf(says[colour], ctx.locale), String(counts[colour])),
					),
					told(name, t.unknown, String(line.reported - counts.green - counts.amber - counts.red)),
				];
			}),
			...columns.map((column) =>
				told(
					columnName(column, ctx.locale),
					figuresWords[ctx.locale].total,
					totalText(column, line.totals[column.code], ctx.locale) || "–",
				),
			),
		],
	};
}
