import { sql } from "kysely";
import { pathBelow } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { addDays, startOfDay } from "../days.ts";
import type { Definition } from "../forms/schema.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { addTo, noTallies, readTallies, type Tallies } from "../tallies/queries.ts";
import { rateTenths } from "../tallies/rules.ts";
import { readingForm } from "./reading-form.ts";
import { type Cursor, figuresOf, type ListFilter, noFilter, type Selection } from "./rules.ts";
import type { CampaignFigures, FailedCriterion } from "./schema.ts";

/** Rows read at a time by everything that walks a whole campaign: some milliseconds each, other requests go between. */
const PORTION = 500;

/** The campaign of the actor's own office, with the form to read it by; `not_found` for any other. */
export async function reportedCampaign(ctx: Ctx, campaignId: string | undefined) {
	demand(ctx.actor, "figures.read");
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
			"template.kind as template_kind",
			"template_version.number as version_number",
			"template_version.checked_at",
		])
		.where("campaign.id", "=", campaignId)
		.where("campaign.office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return { ...row, definition: await readingForm(ctx, row.id, row.version_id) };
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

/** What the campaign page shows: figures, most failed criteria (worst first), findings. `definition` is the version's form. */
export async function campaignResults(ctx: Ctx, campaignId: string, definition: Definition) {
	const tallies = await readTallies(ctx, campaignId, ctx.actor.unitId);
	const figures = figuresOf(tallies.returns);
	// The only one of the three that changes by itself, from one day to the next.
	const overdue = await ctx.db
		.selectFrom("finding")
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.where("campaign_id", "=", campaignId)
		.where("state", "=", "open")
		.where("due_on", "<", ctx.today)
		.executeTakeFirstOrThrow();
	return {
		figures,
		criteria: failedCriteria(definition, tallies, figures.reported),
		findings: {
			open: tallies.returns.findings_open,
			overdue: Number(overdue.n),
			petitions: tallies.returns.findings_petition,
		},
	};
}

function failedCriteria(definition: Definition, tallies: Tallies, reported: number): FailedCriterion[] {
	const list: FailedCriterion[] = [];
	for (const section of definition.sections) {
		for (const item of section.items) {
			if (item.type !== "verdict") continue;
			const counts = tallies.items.get(item.code);
			if (!counts || counts.unmet === 0) continue;
			const { unmet, na, blank } = counts;
			const applicable = reported - na - blank;
			list.push({
				code: item.code,
				text: item.text.vi,
				mandatory: item.mandatory !== false,
				knockout: item.knockout,
				unmet,
				applicable,
				rate: rateTenths(unmet, applicable),
			});
		}
	}
	return list.sort((a, b) => b.unmet - a.unmet || a.code.localeCompare(b.code));
}

export type CommuneFigures = { id: string; name: string; figures: CampaignFigures };

/**
 * Figures of the communes that have recipients, by name. A province has over a thousand: where there are more than `whole`, those
 * `slowest` in which most schools have yet to return, the most first. `count` is of all.
 */
export async function figuresByCommune(
	ctx: Ctx,
	campaignId: string,
	{ whole, slowest } = { whole: Number.POSITIVE_INFINITY, slowest: 0 },
): Promise<{ communes: CommuneFigures[]; count: number }> {
	const missing = sql<number>`sum(case outcome when 'recipients' then n when 'reported' then -n else 0 end)`;
	const found = await ctx.db
		.selectFrom("tally")
		.select(["unit_id", missing.as("missing"), sql<number>`count(*) over ()`.as("count")])
		.where("campaign_id", "=", campaignId)
		.where("item", "=", "")
		.where("outcome", "in", ["recipients", "reported"])
		.where("unit_id", "in", (eb) =>
			eb.selectFrom("unit").select("id").where("level", "=", "xa").where(pathBelow("path", ctx.actor.unitPath)),
		)
		.groupBy("unit_id")
		.having(sql<number>`sum(case outcome when 'recipients' then n else 0 end)`, ">", 0)
		.orderBy("missing", "desc")
		.orderBy("unit_id")
		.$if(Number.isFinite(whole), (query) => query.limit(whole))
		.execute();
	const count = Number(found[0]?.count ?? 0);
	const wanted = count > whole ? found.slice(0, slowest) : found;
	const byCommune = new Map(wanted.map(({ unit_id }) => [unit_id, noTallies()]));
	const names = new Map<string, { name: string; search: string }>();
	// Units are named one by one so that the counters are looked up by key and those of other levels are never read.
	for (let from = 0; from < wanted.length; from += PORTION) {
		const ids = wanted.slice(from, from + PORTION).map(({ unit_id }) => unit_id);
		const units = await ctx.db.selectFrom("unit").select(["id", "name", "search"]).where("id", "in", ids).execute();
		for (const { id, name, search } of units) names.set(id, { name, search });
		const rows = await ctx.db
			.selectFrom("tally")
			.select(["unit_id", "outcome", "n"])
			.where("campaign_id", "=", campaignId)
			.where("item", "=", "")
			.where("unit_id", "in", ids)
			.execute();
		for (const { unit_id, outcome, n } of rows) {
			const tallies = byCommune.get(unit_id);
			if (tallies) addTo(tallies, "", outcome, n);
		}
	}
	const key = (id: string) => names.get(id)?.search ?? "";
	const ids = wanted.map(({ unit_id }) => unit_id);
	if (count <= whole) ids.sort((a, b) => (key(a) < key(b) ? -1 : 1));
	const communes = ids.map((id) => ({
		id,
		name: names.get(id)?.name ?? "",
		figures: figuresOf(byCommune.get(id)?.returns ?? {}),
	}));
	return { communes, count };
}

/** One recipient as the lists show it. */
export type ResultRow = Awaited<ReturnType<typeof resultPortion>>[number];

async function resultPortion(
	ctx: Ctx,
	campaignId: string,
	selection: Selection,
	filter: ListFilter,
	after: Cursor | null,
	limit: number,
) {
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
	if (filter.commune) query = query.where("commune_id", "in", filter.commune.split(","));
	if (filter.kind) query = query.where("kind", "=", filter.kind);
	if (filter.ownership) query = query.where("ownership", "=", filter.ownership);
	if (filter.day) {
		query = query
			.where("first_submitted_at", ">=", startOfDay(filter.day))
			.where("first_submitted_at", "<", startOfDay(addDays(filter.day, 1)));
	}
	if (filter.item) {
		// A criterion that the latest sending says is not met has an open finding, and no other has one.
		query = query.where(({ exists, selectFrom }) =>
			exists(
				selectFrom("finding")
					.select("finding.id")
					.whereRef("finding.school_id", "=", "recipient.school_id")
					.where("finding.campaign_id", "=", campaignId)
					.where("finding.item", "=", filter.item)
					.where("finding.state", "=", "open"),
			),
		);
	}
	if (after) {
		// As one comparison of two values: only so is the place found in the index instead of read up to from the start.
		query = query.where(sql<boolean>`(search, school_id) > (${after.search}, ${after.id})`);
	}
	return query.execute();
}

/** Recipients of a campaign in order of name, in portions; the caller has read the campaign in the actor's scope. */
export async function* resultRows(
	ctx: Ctx,
	campaignId: string,
	selection: Selection,
	filter: ListFilter = noFilter,
): AsyncGenerator<ResultRow[]> {
	let after: Cursor | null = null;
	for (;;) {
		const rows: ResultRow[] = await resultPortion(ctx, campaignId, selection, filter, after, PORTION);
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
	filter: ListFilter = noFilter,
) {
	const rows = await resultPortion(ctx, campaignId, selection, filter, after, limit + 1);
	const last = rows.length > limit ? rows[limit - 1] : undefined;
	return { rows: rows.slice(0, limit), next: last ? { search: last.search, id: last.school_id } : null };
}

/** What a filter names, for the words above a list: the commune by name, the criterion by its text. Rubbish stands as it was typed. */
export async function filteredBy(
	ctx: Ctx,
	definition: Definition,
	{ commune, item }: ListFilter,
): Promise<{ commune: string; item: string }> {
	const ids = commune.split(",").filter(isId);
	const units =
		ids.length > 0
			? await ctx.db
					.selectFrom("unit")
					.select("name")
					.where("id", "in", ids)
					.where(pathBelow("path", ctx.actor.unitPath))
					.orderBy("search")
					.execute()
			: [];
	const found = definition.sections.flatMap(({ items }) => items).find(({ code }) => code === item);
	return {
		commune: units.map(({ name }) => name).join(", ") || commune,
		item: found ? `${item} ${found.text.vi}` : item,
	};
}
