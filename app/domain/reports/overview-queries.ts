import type { Ctx } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import type { ReturnOutcome } from "../tallies/rules.ts";
import { definitionOf } from "../templates/queries.ts";
import { figuresOf } from "./rules.ts";
import type { CampaignFigures } from "./schema.ts";

export type OverviewCampaign = {
	id: string;
	title: string;
	state: "issued" | "closed";
	due_on: string;
	/** Whether its form judges schools; a status form does not. */
	rated: boolean;
	figures: CampaignFigures;
};

/** Campaigns shown among those closed: the latest few; the whole list has its own page. */
const CLOSED = 3;

/** What the office's first page shows: open campaigns by due day with their figures, and the last closed ones. */
export async function officeOverview(ctx: Ctx) {
	demand(ctx.actor, "office.read");
	const campaigns = await ctx.db
		.selectFrom("campaign")
		.select(["id", "title", "state", "due_on", "closed_at", "version_id"])
		.where("office_id", "=", ctx.actor.unitId)
		.where("state", "in", ["issued", "closed"])
		.orderBy("due_on")
		.execute();
	const open = campaigns.filter((campaign) => campaign.state === "issued");
	const closed = campaigns
		.filter((campaign) => campaign.state === "closed")
		.reverse()
		.slice(0, CLOSED);
	const figures = await figuresOfCampaigns(
		ctx,
		[...open, ...closed].map((campaign) => campaign.id),
	);
	const shown = async (campaign: (typeof campaigns)[number]): Promise<OverviewCampaign> => ({
		id: campaign.id,
		title: campaign.title,
		state: campaign.state as "issued" | "closed",
		due_on: campaign.due_on,
		rated: (await definitionOf(ctx, campaign.version_id)).rule.type !== "none",
		figures: figures.get(campaign.id) ?? figuresOf({}),
	});
	const findings = await openFindings(ctx);
	return { open: await Promise.all(open.map(shown)), closed: await Promise.all(closed.map(shown)), findings };
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

/** Open findings of the office's campaigns: how many, how many past their day, how many ask for help from above. */
async function openFindings(ctx: Ctx) {
	const row = await ctx.db
		.selectFrom("finding")
		.innerJoin("campaign", "campaign.id", "finding.campaign_id")
		.select((eb) => [
			eb.fn.countAll<number>().as("open"),
			eb.fn.sum<number>(eb.case().when("finding.due_on", "<", ctx.today).then(1).else(0).end()).as("overdue"),
			eb.fn.sum<number>("finding.superior").as("petitions"),
		])
		.where("campaign.office_id", "=", ctx.actor.unitId)
		.where("finding.state", "=", "open")
		.executeTakeFirstOrThrow();
	return { open: Number(row.open), overdue: Number(row.overdue ?? 0), petitions: Number(row.petitions ?? 0) };
}
