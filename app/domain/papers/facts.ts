import { campaignBefore } from "../campaigns/previous.ts";
import { adoptionTotals } from "../conduct/office-totals.ts";
import type { Ctx } from "../ctx.ts";
import { addDays, dayOf, startOfDay } from "../days.ts";
import { columnsOf } from "../reports/figure-lines.ts";
import { hasFigures, readRollUp } from "../reports/figures-queries.ts";
import { campaignResults, reportedCampaign } from "../reports/queries.ts";
import { figuresOf } from "../reports/rules.ts";
import { readTallies } from "../tallies/queries.ts";
import { rateTenths } from "../tallies/rules.ts";
import type { Adoption, CampaignFacts } from "./figures.ts";
import type { Content, KeptFigures } from "./schema.ts";

/** Templates whose figures have an annex of their own. */
const CAMERAS = "BK-CAMERA";
const INCIDENTS = "BK-VUVIEC";

export type Period = { periodFrom: string; periodTo: string };

/** The last issued report on the same letter, whose figures a new one is compared with. */
export type ReportBefore = { content: Content; figures: KeptFigures; periodTo: string };

/** Ids of the office's issued campaigns that serve tasks of the letter and ran in the period, oldest first, with their tasks. */
export async function campaignsInPeriod(
	ctx: Ctx,
	directiveId: string,
	{ periodFrom, periodTo }: Period,
): Promise<{ id: string; taskIds: string[] }[]> {
	const rows = await ctx.db
		.selectFrom("campaign")
		.innerJoin("campaign_task", "campaign_task.campaign_id", "campaign.id")
		.innerJoin("directive_task", "directive_task.id", "campaign_task.task_id")
		.select(["campaign.id", "campaign.opens_on", "campaign.due_on", "campaign.closed_at", "campaign_task.task_id"])
		.where("directive_task.directive_id", "=", directiveId)
		.where("campaign.office_id", "=", ctx.actor.unitId)
		.where("campaign.state", "in", ["issued", "closed"])
		.where("campaign.opens_on", "<=", periodTo)
		.orderBy("campaign.issued_at")
		.orderBy("campaign.id")
		.execute();
	const tasks = new Map<string, string[]>();
	for (const row of rows) {
		const ended = row.closed_at === null ? null : [dayOf(row.closed_at), row.due_on].sort().at(-1);
		if (ended !== null && ended !== undefined && ended < periodFrom) continue;
		tasks.set(row.id, [...(tasks.get(row.id) ?? []), row.task_id]);
	}
	return [...tasks].map(([id, taskIds]) => ({ id, taskIds }));
}

/** What the campaigns of a report came to, as it stands now, in the order of their short names. */
export async function readFacts(
	ctx: Ctx,
	campaigns: Content["campaigns"],
	before: ReportBefore | null,
): Promise<CampaignFacts[]> {
	const facts: CampaignFacts[] = [];
	for (const { id, alias } of campaigns) facts.push(await factsOf(ctx, id, alias, before));
	return facts;
}

/** Schools whose latest sending came after the last day of a period: altogether, and by campaign where there are any. */
export type AfterPeriod = { schools: number; campaigns: { id: string; title: string; schools: number }[] };

/** What came in after the last day of the period: the figures of a day after it hold that, too. */
export async function readAfterPeriod(
	ctx: Ctx,
	campaigns: Content["campaigns"],
	{ periodTo }: Pick<Period, "periodTo">,
): Promise<AfterPeriod> {
	if (campaigns.length === 0 || ctx.today <= periodTo) return { schools: 0, campaigns: [] };
	const sent = ctx.db
		.selectFrom("recipient")
		.innerJoin("campaign", "campaign.id", "recipient.campaign_id")
		.where("campaign.office_id", "=", ctx.actor.unitId)
		.where(
			"campaign.id",
			"in",
			campaigns.map(({ id }) => id),
		)
		.where("recipient.submitted_at", ">=", startOfDay(addDays(periodTo, 1)));
	const rows = await sent
		.select(({ fn }) => ["campaign.id", "campaign.title", fn.countAll<number | string>().as("schools")])
		.groupBy(["campaign.id", "campaign.title"])
		.execute();
	// A school that sent to two campaigns is one school.
	const { schools } = await sent
		.select(({ fn }) => fn.count<number | string>("recipient.school_id").distinct().as("schools"))
		.executeTakeFirstOrThrow();
	const order = campaigns.map(({ id }) => id);
	return {
		schools: Number(schools),
		campaigns: rows
			.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
			.map(({ id, title, schools }) => ({ id, title, schools: Number(schools) })),
	};
}

async function factsOf(ctx: Ctx, id: string, alias: string, before: ReportBefore | null): Promise<CampaignFacts> {
	const campaign = await reportedCampaign(ctx, id);
	const { definition } = campaign;
	const template = await ctx.db
		.selectFrom("template")
		.select(["code", "kind"])
		.where("id", "=", campaign.template_id)
		.executeTakeFirstOrThrow();
	const results = await campaignResults(ctx, id, definition);
	const conduct = template.kind === "conduct";
	const columns = hasFigures(definition) && !conduct ? columnsOf(definition) : [];
	const kinds: Partial<Record<string, CampaignFacts["kind"]>> = { [CAMERAS]: "cameras", [INCIDENTS]: "incidents" };
	const judged = definition.rule.type !== "none";
	return {
		id,
		alias,
		title: campaign.title,
		dueOn: campaign.due_on,
		kind: conduct ? "conduct" : judged ? "rated" : (kinds[template.code] ?? "status"),
		figures: results.figures,
		criteria: results.criteria,
		findings: results.findings,
		adoption: conduct ? await adoptionOf(ctx, id) : null,
		columns,
		line: columns.length > 0 ? (await readRollUp(ctx, id)).all : null,
		before: (await roundBefore(ctx, id)) ?? reportBefore(id, before),
	};
}

async function adoptionOf(ctx: Ctx, campaign: string): Promise<Adoption> {
	const { schools, stages, staff } = await adoptionTotals(ctx, { campaign });
	return {
		schools,
		published: stages.published,
		notBegun: stages.none,
		adopting: schools - stages.published - stages.none,
		staffAsked: staff.asked,
		staffSigned: staff.signed,
	};
}

/** The round before on the same template. */
async function roundBefore(ctx: Ctx, id: string): Promise<CampaignFacts["before"]> {
	const earlier = await campaignBefore(ctx, id);
	if (!earlier) return null;
	const figures = figuresOf((await readTallies(ctx, earlier.id, ctx.actor.unitId)).returns);
	return {
		name: `đợt trước “${earlier.title}”`,
		reportingRate: figures.reportingRate,
		metRate: rateTenths(figures.verdicts.met, figures.reported),
	};
}

/** What the last issued report said of the same campaign. */
function reportBefore(id: string, before: ReportBefore | null): CampaignFacts["before"] {
	const alias = before?.content.campaigns.find((one) => one.id === id)?.alias;
	if (!before || alias === undefined) return null;
	const tenths = (key: string) => {
		const value = before.figures[`${alias}.${key}`]?.value;
		return typeof value === "number" ? value : null;
	};
	return {
		name: "báo cáo kỳ trước",
		reportingRate: tenths("ty-le-nop"),
		metRate: tenths("ty-le-dat"),
	};
}
