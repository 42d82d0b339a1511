import { pathBelow } from "#db/bulk.ts";
import type { CampaignTable } from "#db/tables/campaigns.ts";
import type { Ctx } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { readVersion } from "../templates/queries.ts";
import type { VersionHead } from "../templates/schema.ts";
import { searchKey } from "../text.ts";
import { type SchoolFilter, schoolFilter } from "../units/schema.ts";
import { type CampaignPhase, campaignPhase } from "./rules.ts";
import type { CampaignSearch } from "./schema.ts";

/** One campaign in a list. Days `2026-11-23`. */
export type CampaignLine = {
	id: string;
	title: string;
	state: CampaignTable["state"];
	phase: CampaignPhase;
	opensOn: string;
	dueOn: string;
	/** Frozen at issue; 0 for a draft. */
	recipients: number;
	/** Schools that have sent their return at least once. */
	reported: number;
};

export type ServedTask = { id: string; number: string; title: string; directiveId: string; directive: string };

/** One campaign whole, for the pages of the office. */
export type CampaignPage = CampaignLine & {
	officeId: string;
	/** Whether it is the actor's own office's, which alone may change it. */
	own: boolean;
	version: VersionHead;
	instruction: string;
	file: { id: string; name: string; bytes: number } | null;
	late: CampaignTable["late"];
	filter: SchoolFilter;
	tasks: ServedTask[];
	issuedAt: string | null;
	issuedBy: string;
	closedAt: string | null;
};

const CAMPAIGNS_PER_PAGE = 30;

/** The office's campaigns, newest first, with how many have returned. Needs `campaigns.read`. `next` is the cursor `after` of the next page. */
export async function listCampaigns(
	ctx: Ctx,
	wanted: Partial<CampaignSearch> = {},
): Promise<{ lines: CampaignLine[]; next: string | null }> {
	demand(ctx.actor, "campaigns.read");
	let found = campaigns(ctx)
		.where("office_id", "=", ctx.actor.unitId)
		.orderBy("campaign.created_at", "desc")
		.orderBy("campaign.id", "desc")
		.limit(CAMPAIGNS_PER_PAGE + 1);
	if (wanted.state) found = found.where("campaign.state", "=", wanted.state);
	for (const word of searchKey(wanted.q ?? "").split(" ")) {
		if (word) found = found.where("campaign.search", "like", `%${word}%`);
	}
	const [at, id] = wanted.after?.split("_") ?? [];
	if (at && id) {
		found = found.where((eb) =>
			eb.or([
				eb("campaign.created_at", "<", at),
				eb.and([eb("campaign.created_at", "=", at), eb("campaign.id", "<", id)]),
			]),
		);
	}
	const rows = await found.execute();
	const shown = rows.slice(0, CAMPAIGNS_PER_PAGE);
	const last = rows.length > CAMPAIGNS_PER_PAGE ? shown.at(-1) : undefined;
	return {
		lines: shown.map((row) => lineOf(row, ctx.today)),
		next: last ? `${last.created_at}_${last.id}` : null,
	};
}

/**
 * A campaign of the actor's office or of an office below it. Needs `campaigns.read`. Throws not_found for any other, and for
 * drafts of other offices.
 */
export async function readCampaign(ctx: Ctx, campaignId: string): Promise<CampaignPage> {
	demand(ctx.actor, "campaigns.read");
	const row = await campaigns(ctx)
		.innerJoin("unit as office", "office.id", "campaign.office_id")
		.leftJoin("file", "file.id", "campaign.file_id")
		.leftJoin("person as issuer", "issuer.id", "campaign.issued_by")
		.select([
			"campaign.version_id",
			"campaign.instruction",
			"campaign.file_id",
			"campaign.filter",
			"campaign.issued_at",
			"campaign.closed_at",
			"file.name as file_name",
			"file.bytes as file_bytes",
			"issuer.name as issuer_name",
		])
		.where("campaign.id", "=", campaignId)
		.where(pathBelow("office.path", ctx.actor.unitPath))
		.where((eb) => eb.or([eb("campaign.office_id", "=", ctx.actor.unitId), eb("campaign.state", "!=", "draft")]))
		.executeTakeFirst();
	if (!row) throw problem("not_found", {});
	const { definition: _definition, legalBasis: _basis, ...version } = await readVersion(ctx, row.version_id);
	return {
		...lineOf(row, ctx.today),
		officeId: row.office_id,
		own: row.office_id === ctx.actor.unitId,
		version,
		instruction: row.instruction,
		file: row.file_id === null ? null : { id: row.file_id, name: row.file_name ?? "", bytes: row.file_bytes ?? 0 },
		late: row.late,
		filter: schoolFilter.parse(JSON.parse(row.filter)),
		tasks: await tasksServed(ctx, campaignId),
		issuedAt: row.issued_at,
		issuedBy: row.issuer_name ?? "",
		closedAt: row.closed_at,
	};
}

/** Campaigns that serve the tasks of a letter, by task id, oldest first. Needs `campaigns.read`; only the actor's own office's. */
export async function campaignsOfDirective(ctx: Ctx, directiveId: string): Promise<Record<string, CampaignLine[]>> {
	demand(ctx.actor, "campaigns.read");
	const rows = await campaigns(ctx)
		.innerJoin("campaign_task", "campaign_task.campaign_id", "campaign.id")
		.innerJoin("directive_task", "directive_task.id", "campaign_task.task_id")
		.select("campaign_task.task_id")
		.where("directive_task.directive_id", "=", directiveId)
		.where("campaign.office_id", "=", ctx.actor.unitId)
		.orderBy("campaign.created_at")
		.orderBy("campaign.id")
		.execute();
	const byTask: Record<string, CampaignLine[]> = {};
	for (const row of rows) {
		const lines = byTask[row.task_id] ?? [];
		byTask[row.task_id] = lines;
		lines.push(lineOf(row, ctx.today));
	}
	return byTask;
}

/** Versions that campaigns of these tasks were issued on before: what fits them most likely. Needs `campaigns.read`. */
export async function versionsUsedFor(ctx: Ctx, taskIds: readonly string[]): Promise<string[]> {
	demand(ctx.actor, "campaigns.read");
	if (taskIds.length === 0) return [];
	const rows = await ctx.db
		.selectFrom("campaign_task")
		.innerJoin("campaign", "campaign.id", "campaign_id")
		.select("version_id")
		.distinct()
		.where("task_id", "in", taskIds)
		.where("office_id", "=", ctx.actor.unitId)
		.execute();
	return rows.map((row) => row.version_id);
}

function tasksServed(ctx: Ctx, campaignId: string): Promise<ServedTask[]> {
	return ctx.db
		.selectFrom("campaign_task")
		.innerJoin("directive_task", "directive_task.id", "task_id")
		.innerJoin("directive", "directive.id", "directive_id")
		.select([
			"directive_task.id",
			"directive_task.number",
			"directive_task.title",
			"directive.id as directiveId",
			"directive.number as directive",
		])
		.where("campaign_id", "=", campaignId)
		.orderBy("directive.issued_on")
		.orderBy("directive_task.position")
		.execute();
}

function campaigns(ctx: Ctx) {
	return ctx.db.selectFrom("campaign").select((eb) => [
		"campaign.id",
		"campaign.office_id",
		"campaign.title",
		"campaign.state",
		"campaign.opens_on",
		"campaign.due_on",
		"campaign.late",
		"campaign.recipients",
		"campaign.created_at",
		eb
			.selectFrom("tally")
			.select((eb) => eb.fn.sum<number | null>("n").as("n"))
			.whereRef("tally.campaign_id", "=", "campaign.id")
			.whereRef("tally.unit_id", "=", "campaign.office_id")
			.where("tally.item", "=", "")
			.where("tally.outcome", "=", "reported")
			.as("reported"),
	]);
}

type CampaignRow = Awaited<ReturnType<ReturnType<typeof campaigns>["executeTakeFirstOrThrow"]>>;

function lineOf(row: CampaignRow, today: string): CampaignLine {
	return {
		id: row.id,
		title: row.title,
		state: row.state,
		phase: campaignPhase(row, today),
		opensOn: row.opens_on,
		dueOn: row.due_on,
		recipients: row.recipients,
		reported: Number(row.reported ?? 0),
	};
}
