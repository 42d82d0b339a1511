/** Findings of an office for programs outside, a page at a time. */
import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { bucketDays } from "./overview-lines.ts";
import type { DueBucket } from "./schema.ts";

/** What is asked for; null is any. */
export type FindingsWanted = {
	campaignId: string | null;
	state: "open" | "mended" | null;
	due: DueBucket | null;
	communeCode: string | null;
	/** Raised, sent again or mended at or after this UTC time. */
	since: string | null;
};

/** Behind which finding a page begins. */
export type FindingCursor = { campaignId: string; search: string; schoolId: string; id: string };

export type ApiFinding = Awaited<ReturnType<typeof portion>>[number] & { campaign: string };

/**
 * Findings of the office's campaigns behind `after`: by campaign, school and id, none of which changes any more. Needs
 * `returns.inspect`: they tell what single schools answered. Throws not_found for a campaign that the office has not issued.
 */
export async function findingsAfter(
	ctx: Ctx,
	wanted: FindingsWanted,
	after: FindingCursor | null,
	limit: number,
): Promise<ApiFinding[]> {
	demand(ctx.actor, "returns.inspect");
	const found: ApiFinding[] = [];
	// A campaign at a time: its schools stand in an index, those of all campaigns would be sorted whole for every page.
	for (const { id, title } of await campaignsFrom(ctx, wanted.campaignId, after?.campaignId ?? "")) {
		const from = after?.campaignId === id ? after : null;
		const rows = await portion(ctx, id, wanted, from, limit - found.length);
		found.push(...rows.map((row) => ({ ...row, campaign: title })));
		if (found.length === limit) break;
	}
	return found;
}

async function campaignsFrom(ctx: Ctx, only: string | null, from: string) {
	const own = ctx.db
		.selectFrom("campaign")
		.select(["id", "title"])
		.where("office_id", "=", ctx.actor.unitId)
		.where("state", "!=", "draft");
	if (only === null) return own.where("id", ">=", from).orderBy("id").execute();
	const campaign = isId(only) ? await own.where("id", "=", only).executeTakeFirst() : undefined;
	if (!campaign) throw problem("not_found", {});
	return [campaign];
}

function portion(
	ctx: Ctx,
	campaignId: string,
	{ state, due, communeCode, since }: FindingsWanted,
	from: FindingCursor | null,
	limit: number,
) {
	let query = ctx.db
		.selectFrom("recipient as r")
		// SQLite keeps the order of a cross join: schools by name, then the few findings of each, and nothing to sort.
		.crossJoin("finding as f")
		.innerJoin("campaign", "campaign.id", "r.campaign_id")
		.leftJoin("unit", "unit.id", "r.commune_id")
		.select(["f.id", "f.campaign_id", "f.return_id", "f.item", "f.row", "f.mandatory", "f.knockout", "f.state"])
		.select(["f.remark", "f.measure", "f.owner", "f.due_on", "f.superior", "f.request", "f.raised_at", "f.mended_at"])
		.select(["r.school_id", "r.search", "r.code", "r.name", "r.commune", "r.kind", "r.ownership", "r.submitted_at"])
		.select("unit.code as commune_code")
		.select((eb) => eb.fn.coalesce("r.version_id", "campaign.version_id").as("version_id"))
		.where("r.campaign_id", "=", campaignId)
		.whereRef("f.school_id", "=", "r.school_id")
		.whereRef("f.campaign_id", "=", "r.campaign_id")
		.orderBy("r.search")
		.orderBy("r.school_id")
		.orderBy("f.id")
		.limit(limit);
	if (state) query = query.where("f.state", "=", state);
	if (communeCode !== null) {
		query = query.where("r.commune_id", "in", (eb) =>
			eb.selectFrom("unit as commune").select("commune.id").where("commune.code", "=", communeCode),
		);
	}
	if (due === "none") query = query.where("f.due_on", "is", null);
	else if (due) {
		const [first, last] = bucketDays(ctx.today)[due];
		if (first) query = query.where("f.due_on", ">=", first);
		if (last) query = query.where("f.due_on", "<=", last);
	}
	if (since) {
		// Each sending tells its open findings anew.
		query = query.where((eb) =>
			eb.or([
				eb.and([eb("f.state", "=", "open"), eb("r.submitted_at", ">=", since)]),
				eb.and([eb("f.state", "=", "mended"), eb("f.mended_at", ">=", since)]),
			]),
		);
	}
	if (from) {
		const { search, schoolId, id } = from;
		query = query
			// Told apart from the whole place, so that the index of names is entered where the page begins.
			.where(sql<boolean>`(r.search, r.school_id) >= (${search}, ${schoolId})`)
			.where(sql<boolean>`(r.search, r.school_id, f.id) > (${search}, ${schoolId}, ${id})`);
	}
	return query.execute();
}
