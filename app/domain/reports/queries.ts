import type { Ctx } from "../ctx.ts";
import { type Definition, definition as definitionSchema } from "../forms/schema.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { type Cursor, figuresOf, rateInTenths, type Selection } from "./rules.ts";
import type { CampaignFigures, FailedCriterion } from "./schema.ts";

/** Rows read at a time by everything that walks a whole campaign: some milliseconds each, other requests go between. */
const PORTION = 500;

/** The campaign of the actor's own office, with its form; `not_found` for any other. */
export async function reportedCampaign(ctx: Ctx, campaignId: string | undefined) {
	demand(ctx.actor, "campaigns.read");
	if (!isId(campaignId)) throw problem("not_found", {});
	const row = await ctx.db
		.selectFrom("campaign")
		.innerJoin("template_version", "template_version.id", "campaign.version_id")
		.innerJoin("template", "template.id", "template_version.template_id")
		.select([
			"campaign.id",
			"campaign.title",
			"campaign.state",
			"campaign.opens_on",
			"campaign.due_on",
			"campaign.late",
			"campaign.recipients",
			"campaign.issued_at",
			"campaign.version_id",
			"template.title as template_title",
			"template.id as template_id",
			"template_version.number as version_number",
			"template_version.checked_at",
			"template_version.definition",
		])
		.where("campaign.id", "=", campaignId)
		.where("campaign.office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return { ...row, definition: definitionOf(row.version_id, row.definition) };
}

/** Versions never change once published, so a parsed one stays good; a few dozen are in use at a time. */
const parsed = new Map<string, Definition>();

function definitionOf(versionId: string, json: string): Definition {
	const known = parsed.get(versionId);
	if (known) return known;
	if (parsed.size > 200) parsed.clear();
	const fresh = definitionSchema.parse(JSON.parse(json));
	parsed.set(versionId, fresh);
	return fresh;
}

/** The directive tasks a campaign serves. */
export async function tasksOf(ctx: Ctx, campaignId: string) {
	return ctx.db
		.selectFrom("campaign_task")
		.innerJoin("directive_task", "directive_task.id", "campaign_task.task_id")
		.innerJoin("directive", "directive.id", "directive_task.directive_id")
		.select([
			"directive.id as directiveId",
			"directive.number as directiveNumber",
			"directive_task.number",
			"directive_task.title",
		])
		.where("campaign_task.campaign_id", "=", campaignId)
		.orderBy("directive.number")
		.orderBy("directive_task.position")
		.execute();
}

/** Counters of one unit: of returns (`item` "") and of each item's outcomes. Reads tallies, never answers. */
async function counters(ctx: Ctx, campaignId: string, unitId: string): Promise<Map<string, Map<string, number>>> {
	const rows = await ctx.db
		.selectFrom("tally")
		.select((eb) => ["item", "outcome", eb.fn.sum<number>("n").as("n")])
		.where("campaign_id", "=", campaignId)
		.where("unit_id", "=", unitId)
		.groupBy(["item", "outcome"])
		.execute();
	const byItem = new Map<string, Map<string, number>>();
	for (const { item, outcome, n } of rows) {
		const outcomes = byItem.get(item) ?? new Map<string, number>();
		outcomes.set(outcome, Number(n));
		byItem.set(item, outcomes);
	}
	return byItem;
}

/** What the campaign page shows: figures, most failed criteria (worst first), findings. `definition` is the version's form. */
export async function campaignResults(ctx: Ctx, campaignId: string, definition: Definition) {
	const byItem = await counters(ctx, campaignId, ctx.actor.unitId);
	const figures = figuresOf(byItem.get("") ?? new Map());
	const findings = await ctx.db
		.selectFrom("finding")
		.select((eb) => [
			eb.fn.countAll<number>().as("open"),
			eb.fn.sum<number>(eb.case().when("due_on", "<", ctx.today).then(1).else(0).end()).as("overdue"),
			eb.fn.sum<number>("superior").as("petitions"),
		])
		.where("campaign_id", "=", campaignId)
		.where("state", "=", "open")
		.executeTakeFirstOrThrow();
	return {
		figures,
		criteria: failedCriteria(definition, byItem, figures.reported),
		findings: {
			open: Number(findings.open),
			overdue: Number(findings.overdue ?? 0),
			petitions: Number(findings.petitions ?? 0),
		},
	};
}

function failedCriteria(
	definition: Definition,
	byItem: Map<string, Map<string, number>>,
	reported: number,
): FailedCriterion[] {
	const list: FailedCriterion[] = [];
	for (const section of definition.sections) {
		for (const item of section.items) {
			if (item.type !== "verdict") continue;
			const outcomes = byItem.get(item.code);
			const unmet = outcomes?.get("unmet") ?? 0;
			if (unmet === 0) continue;
			const applicable = reported - (outcomes?.get("na") ?? 0) - (outcomes?.get("blank") ?? 0);
			list.push({
				code: item.code,
				text: item.text.vi,
				mandatory: item.mandatory !== false,
				knockout: item.knockout,
				unmet,
				applicable,
				rate: rateInTenths(unmet, applicable),
			});
		}
	}
	return list.sort((a, b) => b.unmet - a.unmet || a.code.localeCompare(b.code));
}

/** Figures of each commune that has recipients, by name. */
export async function figuresByCommune(
	ctx: Ctx,
	campaignId: string,
): Promise<{ id: string; name: string; figures: CampaignFigures }[]> {
	const rows = await ctx.db
		.selectFrom("tally")
		.innerJoin("unit", "unit.id", "tally.unit_id")
		.select((eb) => ["unit.id", "unit.name", "unit.search", "tally.outcome", eb.fn.sum<number>("tally.n").as("n")])
		.where("tally.campaign_id", "=", campaignId)
		.where("tally.item", "=", "")
		.where("unit.level", "=", "xa")
		.groupBy(["unit.id", "unit.name", "unit.search", "tally.outcome"])
		.orderBy("unit.search")
		.execute();
	const byCommune = new Map<string, { name: string; counts: Map<string, number> }>();
	for (const { id, name, outcome, n } of rows) {
		const commune = byCommune.get(id) ?? { name, counts: new Map<string, number>() };
		commune.counts.set(outcome, Number(n));
		byCommune.set(id, commune);
	}
	return [...byCommune].map(([id, { name, counts }]) => ({ id, name, figures: figuresOf(counts) }));
}

/** One recipient as the lists show it. */
export type ResultRow = Awaited<ReturnType<typeof resultPortion>>[number];

async function resultPortion(ctx: Ctx, campaignId: string, selection: Selection, after: Cursor | null, limit: number) {
	let query = ctx.db
		.selectFrom("recipient")
		.select([
			"school_id",
			"return_id",
			"code",
			"name",
			"search",
			"kind",
			"ownership",
			"commune",
			"due_on",
			"extension_reason",
			"state",
			"progress",
			"first_submitted_at",
			"submitted_at",
			"on_time",
			"verdict",
			"met",
			"counted",
			"percent_tenths",
			"reasons",
			"open_findings",
		])
		.where("campaign_id", "=", campaignId)
		.orderBy("search")
		.orderBy("school_id")
		.limit(limit);
	if (selection === "met" || selection === "not_met" || selection === "provisional")
		query = query.where("verdict", "=", selection);
	if (selection === "not_returned") query = query.where("first_submitted_at", "is", null);
	if (selection === "late") query = query.where("on_time", "=", 0);
	if (after) {
		query = query.where((eb) =>
			eb.or([
				eb("search", ">", after.search),
				eb.and([eb("search", "=", after.search), eb("school_id", ">", after.id)]),
			]),
		);
	}
	return query.execute();
}

/** Recipients of a campaign in order of name, in portions; the caller has read the campaign in the actor's scope. */
export async function* resultRows(ctx: Ctx, campaignId: string, selection: Selection): AsyncGenerator<ResultRow[]> {
	let after: Cursor | null = null;
	for (;;) {
		const rows: ResultRow[] = await resultPortion(ctx, campaignId, selection, after, PORTION);
		if (rows.length > 0) yield rows;
		const last = rows.at(-1);
		if (!last || rows.length < PORTION) return;
		after = { search: last.search, id: last.school_id };
	}
}

/** One page of such a list, for the screen. */
export async function resultPage(
	ctx: Ctx,
	campaignId: string,
	selection: Selection,
	after: Cursor | null,
	limit: number,
) {
	const rows = await resultPortion(ctx, campaignId, selection, after, limit + 1);
	const last = rows.length > limit ? rows[limit - 1] : undefined;
	return { rows: rows.slice(0, limit), next: last ? { search: last.search, id: last.school_id } : null };
}
