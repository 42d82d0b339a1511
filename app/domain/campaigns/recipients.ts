import { sql } from "kysely";
import { pathBelow } from "#db/bulk.ts";
import type { CampaignTable, RecipientState, RecipientTable } from "#db/tables/campaigns.ts";
import type { Ctx } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { searchKey } from "../text.ts";
import type { SchoolKind } from "../units/schema.ts";
import { type RecipientSearch, recipientStates } from "./schema.ts";

/** One school on the frozen list of a campaign. Days `2026-11-23`, times UTC. */
export type RecipientLine = {
	schoolId: string;
	returnId: string;
	code: string;
	name: string;
	kind: SchoolKind;
	commune: string;
	dueOn: string;
	/** "" when the due day is the campaign's. */
	extensionReason: string;
	state: RecipientState;
	/** 0–100 while filling. */
	progress: number;
	submittedAt: string | null;
	/** Null before the first sending. */
	onTime: boolean | null;
	/** The due day has passed and nothing came. */
	overdue: boolean;
	/** A later due day can still be given. */
	extendable: boolean;
};

const RECIPIENTS_PER_PAGE = 50;

/**
 * The frozen list by name, filtered, `RECIPIENTS_PER_PAGE` a page; search ignores tone marks and takes words in any order.
 * `next` is the cursor `after`. Needs `campaigns.read`. Throws not_found for a campaign of another branch.
 */
export async function listRecipients(
	ctx: Ctx,
	campaignId: string,
	wanted: Partial<RecipientSearch> = {},
): Promise<{ rows: RecipientLine[]; next: string | null }> {
	demand(ctx.actor, "campaigns.read");
	await refuseStrangeCampaign(ctx, campaignId);
	let found = ctx.db
		.selectFrom("recipient")
		.selectAll()
		.where("campaign_id", "=", campaignId)
		.orderBy("search")
		.orderBy("school_id")
		.limit(RECIPIENTS_PER_PAGE + 1);
	for (const word of searchKey(wanted.q ?? "").split(" ")) if (word) found = found.where("search", "like", `%${word}%`);
	if (wanted.state) found = found.where("state", "=", wanted.state);
	if (wanted.commune) found = found.where("commune_id", "=", wanted.commune);
	if (wanted.kind) found = found.where("kind", "=", wanted.kind);
	if (wanted.late === "late") found = found.where("on_time", "=", 0);
	if (wanted.late === "on_time") found = found.where("on_time", "=", 1);
	if (wanted.late === "waiting") found = found.where("first_submitted_at", "is", null).where("due_on", ">=", ctx.today);
	if (wanted.late === "overdue") found = found.where("first_submitted_at", "is", null).where("due_on", "<", ctx.today);
	const after = wanted.after;
	if (after) found = found.where(sql<boolean>`(search, school_id) > (${after.slice(36)}, ${after.slice(0, 36)})`);
	const rows = await found.execute();
	const shown = rows.slice(0, RECIPIENTS_PER_PAGE);
	const last = rows.length > RECIPIENTS_PER_PAGE ? shown.at(-1) : undefined;
	return {
		rows: shown.map((row) => lineOf(row, ctx.today)),
		next: last ? `${last.school_id}${last.search}` : null,
	};
}

/** What the list can be filtered by: how many stand where, the kinds and the communes as they were frozen. */
export type RecipientFacets = {
	states: Record<RecipientState, number>;
	overdue: number;
	late: number;
	kinds: SchoolKind[];
	communes: { id: string; name: string }[];
};

/** Counts beside the filters of the list. Needs `campaigns.read`. Throws not_found for a campaign of another branch. */
export async function recipientFacets(ctx: Ctx, campaignId: string): Promise<RecipientFacets> {
	demand(ctx.actor, "campaigns.read");
	await refuseStrangeCampaign(ctx, campaignId);
	const rows = await ctx.db
		.selectFrom("recipient")
		.select((eb) => [
			"state",
			"kind",
			"commune_id",
			"commune",
			eb.fn.countAll<number>().as("n"),
			eb.fn.sum<number>(eb.case().when("on_time", "=", 0).then(1).else(0).end()).as("late"),
			eb.fn
				.sum<number>(
					eb
						.case()
						.when(eb.and([eb("first_submitted_at", "is", null), eb("due_on", "<", ctx.today)]))
						.then(1)
						.else(0)
						.end(),
				)
				.as("overdue"),
		])
		.where("campaign_id", "=", campaignId)
		.groupBy(["state", "kind", "commune_id", "commune"])
		.execute();
	const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
	const communes = new Map(rows.map((row) => [row.commune_id, row.commune]));
	return {
		states: Object.fromEntries(
			recipientStates.map((state) => [state, sum(rows.filter((row) => row.state === state).map(({ n }) => n))]),
		) as Record<RecipientState, number>,
		overdue: sum(rows.map(({ overdue }) => overdue)),
		late: sum(rows.map(({ late }) => late)),
		kinds: [...new Set(rows.map((row) => row.kind as SchoolKind))],
		communes: [...communes]
			.map(([id, name]) => ({ id, name }))
			.sort((a, b) => (searchKey(a.name) < searchKey(b.name) ? -1 : 1)),
	};
}

/** A campaign as one of its schools may see it. */
export type CampaignOfSchool = {
	campaign: Pick<
		CampaignTable,
		"id" | "office_id" | "title" | "version_id" | "instruction" | "file_id" | "opens_on" | "due_on" | "late" | "state"
	>;
	recipient: RecipientTable;
};

/** The campaign and the actor's own school's row of its list. Needs `school.read`. Throws not_found for a school not on the list. */
export async function campaignForSchool(ctx: Ctx, campaignId: string): Promise<CampaignOfSchool> {
	demand(ctx.actor, "school.read");
	const recipient = await ctx.db
		.selectFrom("recipient")
		.selectAll()
		.where("school_id", "=", ctx.actor.unitId)
		.where("campaign_id", "=", campaignId)
		.executeTakeFirst();
	if (!recipient) throw problem("not_found", {});
	const campaign = await ctx.db
		.selectFrom("campaign")
		.select(["id", "office_id", "title", "version_id", "instruction", "file_id", "opens_on", "due_on", "late", "state"])
		.where("id", "=", campaignId)
		.executeTakeFirstOrThrow();
	return { campaign, recipient };
}

/** Throws not_found for a campaign that no office at or below the actor's unit issued. */
export async function refuseStrangeCampaign(ctx: Ctx, campaignId: string): Promise<void> {
	const campaign = await ctx.db
		.selectFrom("campaign")
		.innerJoin("unit as office", "office.id", "campaign.office_id")
		.select("campaign.id")
		.where("campaign.id", "=", campaignId)
		.where(pathBelow("office.path", ctx.actor.unitPath))
		.executeTakeFirst();
	if (!campaign) throw problem("not_found", {});
}

function lineOf(row: RecipientTable, today: string): RecipientLine {
	return {
		schoolId: row.school_id,
		returnId: row.return_id,
		code: row.code,
		name: row.name,
		kind: row.kind as SchoolKind,
		commune: row.commune,
		dueOn: row.due_on,
		extensionReason: row.extension_reason,
		state: row.state,
		progress: row.progress,
		submittedAt: row.submitted_at,
		onTime: row.on_time === null ? null : row.on_time === 1,
		overdue: row.first_submitted_at === null && row.due_on < today,
		extendable: row.first_submitted_at === null,
	};
}
