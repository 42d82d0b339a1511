import { sql } from "kysely";
import { textsIn } from "#db/bulk.ts";
import { type CampaignBefore, campaignBefore } from "../campaigns/previous.ts";
import type { Ctx } from "../ctx.ts";
import { type Figures, readFigures } from "../forms/figures.ts";
import type { Definition } from "../forms/schema.ts";
import { countKey, groupOf, type SchoolGroup, schoolGroups } from "../tallies/figures.ts";
import { incomparableItems } from "../templates/publish-queries.ts";
import { definitionOf } from "../templates/queries.ts";
import { searchKey } from "../text.ts";
import { comparable, lineOf } from "./figure-lines.ts";
import { type ResultRow, reportedCampaign, resultPage, resultRows } from "./queries.ts";
import type { Cursor, Selection } from "./rules.ts";
import type { FigureLine } from "./schema.ts";

/** Totals of one campaign. Denominators are the recipients frozen at issue. */
type Lines = {
	all: FigureLine;
	groups: Record<SchoolGroup, FigureLine>;
	/** By name; every commune that has recipients. */
	communes: { id: string; name: string; line: FigureLine }[];
};

/** The roll-up of a campaign, with the round before on the same template where there is one. */
export type RollUp = Lines & {
	definition: Definition;
	previous: (Lines & CampaignBefore & { /** Figures that both rounds have. */ codes: string[] }) | null;
};

/** Whether a version has anything to roll up. */
export function hasFigures({ figures, lights }: Pick<Definition, "figures" | "lights">): boolean {
	return figures.length + lights.length > 0;
}

/**
 * What the returns of a campaign come to: for the office, by group of schools and by commune, from counters alone. Needs
 * `figures.read`; `not_found` for another office's campaign.
 */
export async function readRollUp(ctx: Ctx, campaignId: string): Promise<RollUp> {
	const { id, definition } = await reportedCampaign(ctx, campaignId);
	const now = await readLines(ctx, id, definition);
	const before = await campaignBefore(ctx, id);
	if (!before) return { ...now, definition, previous: null };
	const old = await definitionOf(ctx, before.versionId);
	const other = await incomparableItems(ctx, before.versionId, before.nowVersionId);
	const codes = comparable(definition, old, other).map(({ code }) => code);
	return { ...now, definition, previous: { ...before, ...(await readLines(ctx, before.id, old)), codes } };
}

async function readLines(ctx: Ctx, campaignId: string, definition: Definition): Promise<Lines> {
	const recipients = await ctx.db
		.selectFrom("recipient")
		.select((eb) => ["commune_id", "commune", "kind", "ownership", eb.fn.countAll<number>().as("n")])
		.where("campaign_id", "=", campaignId)
		.groupBy(["commune_id", "commune", "kind", "ownership"])
		.execute();
	const communes = new Map(recipients.map((row) => [row.commune_id, row.commune]));
	const counts = await readCounts(ctx, campaignId, definition, [ctx.actor.unitId, ...communes.keys()]);
	const many = (belongs: (row: (typeof recipients)[number]) => boolean) =>
		recipients.filter(belongs).reduce((sum, { n }) => sum + Number(n), 0);
	const of = (unitId: string) => counts.get(unitId) ?? new Map<string, number>();
	const own = of(ctx.actor.unitId);
	const groupLine = (group: SchoolGroup) =>
		lineOf(
			definition,
			own,
			many((row) => groupOf(row) === group),
			[group],
		);
	return {
		all: lineOf(
			definition,
			own,
			many(() => true),
		),
		groups: Object.fromEntries(schoolGroups.map((group) => [group, groupLine(group)])) as Lines["groups"],
		communes: [...communes]
			.map(([id, name]) => ({
				id,
				name,
				line: lineOf(
					definition,
					of(id),
					many((row) => row.commune_id === id),
				),
			}))
			.sort((a, b) => (searchKey(a.name) < searchKey(b.name) ? -1 : 1)),
	};
}

/** The line of the whole office alone, of a campaign that the actor was allowed to read. */
export async function readOfficeLine(
	ctx: Ctx,
	campaignId: string,
	definition: Definition,
	recipients: number,
): Promise<FigureLine> {
	const counts = await readCounts(ctx, campaignId, definition, [ctx.actor.unitId]);
	return lineOf(definition, counts.get(ctx.actor.unitId) ?? new Map(), recipients);
}

/** Counters of figures and lights by unit: looked up by key, so that those of criteria are never read. */
async function readCounts(
	ctx: Ctx,
	campaignId: string,
	{ figures, lights }: Definition,
	units: readonly string[],
): Promise<Map<string, Map<string, number>>> {
	const items = ["=", ...figures.map(({ code }) => `=${code}`), ...lights.map(({ code }) => `*${code}`)];
	const rows = await ctx.db
		.selectFrom("tally")
		.select((eb) => ["unit_id", "item", "outcome", eb.fn.sum<number>("n").as("n")])
		.where("campaign_id", "=", campaignId)
		.where(sql<boolean>`unit_id in ${textsIn(ctx.engine, units)}`)
		.where(sql<boolean>`item in ${textsIn(ctx.engine, items)}`)
		.groupBy(["unit_id", "item", "outcome"])
		.execute();
	const byUnit = new Map<string, Map<string, number>>();
	for (const { unit_id, item, outcome, n } of rows) {
		const counts = byUnit.get(unit_id) ?? new Map<string, number>();
		byUnit.set(unit_id, counts);
		counts.set(countKey(item, outcome), Number(n));
	}
	return byUnit;
}

/** One school of a campaign with what its latest sending came to; null while it has not reported. */
export type FigureRow = ResultRow & { figures: Figures | null };

/** A page of schools in order of name, reported or not. Needs `figures.read`; `not_found` for another office's campaign. */
export async function figureRows(
	ctx: Ctx,
	campaignId: string,
	selection: Selection,
	after: Cursor | null,
	limit: number,
): Promise<{ rows: FigureRow[]; next: Cursor | null }> {
	const { id } = await reportedCampaign(ctx, campaignId);
	const { rows, next } = await resultPage(ctx, id, selection, after, limit);
	return { rows: await withFigures(ctx, id, rows), next };
}

/** All such schools in portions, for files. */
export async function* allFigureRows(ctx: Ctx, campaignId: string, selection: Selection): AsyncGenerator<FigureRow[]> {
	const { id } = await reportedCampaign(ctx, campaignId);
	for await (const portion of resultRows(ctx, id, selection)) yield withFigures(ctx, id, portion);
}

async function withFigures(ctx: Ctx, campaignId: string, rows: readonly ResultRow[]): Promise<FigureRow[]> {
	const reported = rows.filter((row) => row.first_submitted_at !== null).map((row) => row.school_id);
	const sent = await ctx.db
		.selectFrom("submission")
		.select(["school_id", "figures"])
		.where("campaign_id", "=", campaignId)
		.where(sql<boolean>`school_id in ${textsIn(ctx.engine, reported)}`)
		.orderBy("round")
		.execute();
	// The last of a school's rounds stays.
	const latest = new Map(sent.map(({ school_id, figures }) => [school_id, figures]));
	return rows.map((row) => {
		const figures = latest.get(row.school_id);
		return { ...row, figures: figures === undefined ? null : readFigures(figures) };
	});
}
