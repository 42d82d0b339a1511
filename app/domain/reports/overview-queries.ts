/** What the office's first page and its pictures are drawn from: counters and aggregates of the office's own campaigns. */
import { sql } from "kysely";
import { textsIn } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import type { ReturnOutcome } from "../tallies/rules.ts";
import { definitionOf } from "../templates/queries.ts";
import { columnsOf } from "./figure-lines.ts";
import { readOfficeLine } from "./figures-queries.ts";
import { bucketOf, lateGrid } from "./overview-lines.ts";
import { figuresOf } from "./rules.ts";
import {
	type CampaignFigures,
	type DueBucket,
	dueBuckets,
	type FigureColumn,
	type FigureLine,
	type LateGrid,
	type LightWords,
	type MeasureCount,
} from "./schema.ts";

export type OverviewCampaign = {
	id: string;
	title: string;
	state: "issued" | "closed";
	opens_on: string;
	due_on: string;
	/** Whether its form judges schools; a status form does not. */
	rated: boolean;
	figures: CampaignFigures;
	/** Of those that have not returned: whose own due day has passed. */
	missed: number;
};

/** Campaigns shown among those closed: the latest few; the whole list has its own page. */
const CLOSED = 3;

export type Overview = { open: OverviewCampaign[]; closed: OverviewCampaign[]; late: LateGrid };

/** The office's open campaigns by due day with their figures, who is late in them, and the last closed ones. Needs `office.read`. */
export async function officeOverview(ctx: Ctx): Promise<Overview> {
	demand(ctx.actor, "office.read");
	const rows = (state: "issued" | "closed") =>
		ctx.db
			.selectFrom("campaign")
			.select(["id", "title", "opens_on", "due_on", "version_id"])
			.where("office_id", "=", ctx.actor.unitId)
			.where("state", "=", state);
	const open = await rows("issued").orderBy("due_on").orderBy("id").execute();
	const closed = await rows("closed").orderBy("due_on", "desc").orderBy("id", "desc").limit(CLOSED).execute();
	const figures = await figuresOfCampaigns(
		ctx,
		[...open, ...closed].map((campaign) => campaign.id),
	);
	const late = await lateSchools(ctx, open);
	const missed = new Map(late.campaigns.map(({ id, total }) => [id, total]));
	const shown = async ({ version_id, ...campaign }: (typeof open)[number], state: OverviewCampaign["state"]) => {
		const own = figures.get(campaign.id) ?? figuresOf({});
		return {
			...campaign,
			state,
			rated: (await definitionOf(ctx, version_id)).rule.type !== "none",
			figures: own,
			missed: state === "closed" ? own.recipients - own.reported : (missed.get(campaign.id) ?? 0),
		};
	};
	return {
		open: await Promise.all(open.map((campaign) => shown(campaign, "issued"))),
		closed: await Promise.all(closed.map((campaign) => shown(campaign, "closed"))),
		late,
	};
}

async function figuresOfCampaigns(ctx: Ctx, campaignIds: string[]): Promise<Map<string, CampaignFigures>> {
	if (campaignIds.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom("tally")
		.select((eb) => ["campaign_id", "outcome", eb.fn.sum<number>("n").as("n")])
		.where("campaign_id", "in", campaignIds)
		.where("unit_id", "=", ctx.actor.unitId)
		.where("item", "=", "")
		.groupBy(["campaign_id", "outcome"])
		.execute();
	const counts = new Map<string, Partial<Record<ReturnOutcome, number>>>();
	for (const { campaign_id, outcome, n } of rows) {
		counts.set(campaign_id, { ...counts.get(campaign_id), [outcome]: Number(n) });
	}
	return new Map([...counts].map(([id, of]) => [id, figuresOf(of)]));
}

/**
 * Schools of the office's open campaigns whose own due day has passed and who never returned, by commune and campaign; whoever was
 * given more time is not among them. From the index over those who have not returned alone.
 */
async function lateSchools(
	ctx: Ctx,
	open: readonly Pick<OverviewCampaign, "id" | "title" | "due_on">[],
): Promise<LateGrid> {
	const ids = open.map(({ id }) => id);
	const rows = await ctx.db
		.selectFrom("recipient")
		.select((eb) => ["campaign_id", "commune_id", "commune", eb.fn.countAll<number>().as("n")])
		.where(sql<boolean>`campaign_id in ${textsIn(ctx.engine, ids)}`)
		.where("first_submitted_at", "is", null)
		.where("due_on", "<", ctx.today)
		.groupBy(["campaign_id", "commune_id", "commune"])
		.execute();
	return lateGrid(
		open.map(({ id, title, due_on: dueOn }) => ({ id, title, dueOn })),
		rows.map((row) => ({
			campaignId: row.campaign_id,
			communeId: row.commune_id,
			commune: row.commune,
			n: Number(row.n),
		})),
	);
}

/** Open findings of the office's campaigns by when their measure is due, all five buckets. Needs `office.read`. */
export async function measureCounts(ctx: Ctx): Promise<MeasureCount[]> {
	demand(ctx.actor, "office.read");
	const key = `${ctx.actor.unitId} ${ctx.today}`;
	const known = counted.get(key);
	if (known && Date.parse(ctx.now) - known.at < KEPT_MS && Date.parse(ctx.now) >= known.at) return known.counts;
	const counts = await countMeasures(ctx);
	counted.delete(key);
	if (counts.reduce((sum, { open }) => sum + open, 0) > MANY) counted.set(key, { at: Date.parse(ctx.now), counts });
	for (const oldest of counted.keys()) if (counted.size > KEPT_OFFICES) counted.delete(oldest);
	return counts;
}

/** A province has some hundred thousand open findings: a tenth of a second to count, so that its figures may be a minute old. */
const [MANY, KEPT_MS, KEPT_OFFICES] = [20_000, 60_000, 100];
const counted = new Map<string, { at: number; counts: MeasureCount[] }>();

async function countMeasures(ctx: Ctx): Promise<MeasureCount[]> {
	const campaigns = await ctx.db
		.selectFrom("campaign")
		.select("id")
		.where("office_id", "=", ctx.actor.unitId)
		.where("state", "in", ["issued", "closed"])
		.execute();
	const counts = new Map<DueBucket, MeasureCount>(dueBuckets.map((due) => [due, { due, open: 0, petitions: 0 }]));
	for (const { id } of campaigns) {
		// A campaign at a time and by day, as the index has them: put together across campaigns they would have to be sorted.
		const days = await ctx.db
			.selectFrom("finding")
			.select((eb) => ["due_on", "superior", eb.fn.countAll<number>().as("n")])
			.where("campaign_id", "=", id)
			.where("state", "=", "open")
			.groupBy(["due_on", "superior"])
			.execute();
		for (const { due_on, superior, n } of days) {
			const count = counts.get(bucketOf(due_on, ctx.today));
			if (!count) continue;
			count.open += Number(n);
			if (superior === 1) count.petitions += Number(n);
		}
	}
	return [...counts.values()];
}

/** What the newest campaign with lights came to: the status of cameras. */
export type CameraStatus = {
	campaign: { id: string; title: string; dueOn: string };
	line: FigureLine;
	lights: LightWords[];
	/** Shares, and the sums that the form itself watches. */
	columns: FigureColumn[];
};

/** Campaigns looked through for one with lights. */
const LOOKED_THROUGH = 50;

/** The camera status of the office by its newest campaign on a form with lights; null before there was one. Needs `office.read`. */
export async function cameraStatus(ctx: Ctx): Promise<CameraStatus | null> {
	demand(ctx.actor, "office.read");
	const campaigns = await ctx.db
		.selectFrom("campaign")
		.select(["id", "title", "due_on", "version_id", "recipients"])
		.where("office_id", "=", ctx.actor.unitId)
		.where("state", "in", ["issued", "closed"])
		.orderBy("issued_at", "desc")
		.orderBy("id", "desc")
		.limit(LOOKED_THROUGH)
		.execute();
	for (const { id, title, due_on: dueOn, version_id, recipients } of campaigns) {
		const definition = await definitionOf(ctx, version_id);
		if (definition.lights.length === 0) continue;
		const key = new Set(
			definition.figures.filter((one) => one.watched || one.type === "share").map(({ code }) => code),
		);
		return {
			campaign: { id, title, dueOn },
			line: await readOfficeLine(ctx, id, definition, recipients),
			lights: definition.lights.map(({ code, label, says }) => ({ code, label, says })),
			columns: columnsOf(definition).filter(({ code }) => key.has(code)),
		};
	}
	return null;
}
