/** What programs outside read of an office's campaigns, a page at a time. The caller has read the campaign in the actor's scope. */
import { sql } from "kysely";
import type { RecipientState } from "#db/tables/campaigns.ts";
import type { Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { toldColumns } from "./data-queries.ts";
import type { Cursor } from "./rules.ts";

/** What is asked for; null is any. */
export type RowsWanted = {
	communeCode: string | null;
	kind: string | null;
	state: RecipientState | null;
	/** Opened, sent or reviewed at or after this UTC time. */
	since: string | null;
	/** Only schools that have sent something. */
	sent: boolean;
};

function rows(ctx: Ctx, campaignId: string) {
	return ctx.db
		.selectFrom("recipient")
		.leftJoin("unit", "unit.id", "recipient.commune_id")
		.select(toldColumns)
		.select(["recipient.due_on", "recipient.extension_reason", "recipient.progress", "recipient.opened_at"])
		.select(["recipient.reasons", "recipient.open_findings"])
		.where("recipient.campaign_id", "=", campaignId);
}

export type ApiRow = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

/**
 * Recipients behind `after`, by the name frozen at issue and the id: neither changes any more, so whoever walks through all of them
 * meets each once while schools send and officers review.
 */
export async function rowsAfter(
	ctx: Ctx,
	campaignId: string,
	{ communeCode, kind, state, since, sent }: RowsWanted,
	after: Cursor | null,
	limit: number,
): Promise<ApiRow[]> {
	demand(ctx.actor, "returns.inspect");
	let query = rows(ctx, campaignId).orderBy("recipient.search").orderBy("recipient.school_id").limit(limit);
	if (sent) query = query.where("recipient.first_submitted_at", "is not", null);
	if (communeCode !== null) {
		query = query.where("recipient.commune_id", "in", (eb) =>
			eb.selectFrom("unit as commune").select("commune.id").where("commune.code", "=", communeCode),
		);
	}
	if (kind) query = query.where("recipient.kind", "=", kind);
	if (state) query = query.where("recipient.state", "=", state);
	if (since) {
		query = query.where((eb) =>
			eb.or([
				eb("recipient.opened_at", ">=", since),
				eb("recipient.submitted_at", ">=", since),
				eb("recipient.reviewed_at", ">=", since),
			]),
		);
	}
	if (after)
		query = query.where(sql<boolean>`(recipient.search, recipient.school_id) > (${after.search}, ${after.id})`);
	return query.execute();
}

/** One recipient; null when the campaign has none of that school. */
export async function rowOf(ctx: Ctx, campaignId: string, schoolId: string): Promise<ApiRow | null> {
	demand(ctx.actor, "returns.inspect");
	const row = await rows(ctx, campaignId).where("recipient.school_id", "=", schoolId).executeTakeFirst();
	return row ?? null;
}

function campaigns(ctx: Ctx) {
	return ctx.db
		.selectFrom("campaign")
		.innerJoin("template_version", "template_version.id", "campaign.version_id")
		.innerJoin("template", "template.id", "template_version.template_id")
		.select((eb) => [
			"campaign.id",
			"campaign.title",
			"campaign.state",
			"campaign.version_id",
			"campaign.opens_on",
			"campaign.due_on",
			"campaign.recipients",
			"campaign.issued_at",
			"campaign.closed_at",
			"campaign.updated_at",
			"template.code as template",
			"template.kind as template_kind",
			"template_version.number as template_version",
			eb
				.selectFrom("tally")
				.select((eb) => eb.fn.sum<number | null>("n").as("n"))
				.whereRef("tally.campaign_id", "=", "campaign.id")
				.whereRef("tally.unit_id", "=", "campaign.office_id")
				.where("tally.item", "=", "")
				.where("tally.outcome", "=", "reported")
				.as("reported"),
		])
		.where("campaign.office_id", "=", ctx.actor.unitId)
		.where("campaign.state", "!=", "draft");
}

export type ApiCampaign = Awaited<ReturnType<ReturnType<typeof campaigns>["executeTakeFirstOrThrow"]>>;

/** Campaigns that the office has issued, by id: in the order in which they were begun. */
export async function campaignsAfter(
	ctx: Ctx,
	wanted: { state: "issued" | "closed" | null; since: string | null },
	after: string | null,
	limit: number,
): Promise<ApiCampaign[]> {
	demand(ctx.actor, "campaigns.read");
	let query = campaigns(ctx).orderBy("campaign.id").limit(limit);
	if (wanted.state) query = query.where("campaign.state", "=", wanted.state);
	if (wanted.since) query = query.where("campaign.updated_at", ">=", wanted.since);
	if (after) query = query.where("campaign.id", ">", after);
	return query.execute();
}

/** One of them. Drafts and those of other offices are `not_found`. */
export async function issuedCampaign(ctx: Ctx, id: string | undefined): Promise<ApiCampaign> {
	demand(ctx.actor, "campaigns.read");
	if (!isId(id)) throw problem("not_found", {});
	const row = await campaigns(ctx).where("campaign.id", "=", id).executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return row;
}
