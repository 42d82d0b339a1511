import { z } from "zod";
import type { Ctx } from "../ctx.ts";
import { differenceOfAnswers } from "../forms/difference.ts";
import { prepare } from "../forms/prepare.ts";
import type { Verdict } from "../forms/schema.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { definitionOf } from "../templates/queries.ts";
import { searchKey } from "../text.ts";
import { readReview, readSubmittedAnswers } from "./load.ts";

/** Filters of the list of returns as the URL carries them; what is not understood filters nothing. */
export const returnSearch = z.object({
	campaign: z.string().refine(isId).catch(""),
	state: z.enum(["submitted", "sent_back", "accepted", "all"]).catch("submitted"),
	verdict: z.enum(["met", "not_met", "provisional", "none"]).or(z.literal("")).catch(""),
	commune: z.string().refine(isId).catch(""),
	kind: z.string().max(20).catch(""),
	q: z.string().max(200).catch(""),
	/** Place after which the page starts: `<submitted_at>~<school_id>~<campaign_id>`. */
	after: z.string().max(200).catch(""),
});
export type ReturnSearch = z.infer<typeof returnSearch>;

export const RETURNS_PER_PAGE = 50;

/** Returns that were sent, of the office's own campaigns, oldest first: who has waited longest is looked at first. */
export async function listReturns(ctx: Ctx, search: ReturnSearch) {
	demand(ctx.actor, "returns.inspect");
	let query = sentReturns(ctx)
		.select([
			"recipient.return_id as returnId",
			"recipient.school_id as schoolId",
			"recipient.campaign_id as campaignId",
			"recipient.name",
			"recipient.commune",
			"recipient.state",
			"recipient.verdict",
			"recipient.met",
			"recipient.counted",
			"recipient.on_time as onTime",
			"recipient.submitted_at as submittedAt",
			"campaign.title as campaign",
		])
		.orderBy("recipient.submitted_at")
		.orderBy("recipient.school_id")
		.orderBy("recipient.campaign_id")
		.limit(RETURNS_PER_PAGE + 1);
	if (search.campaign) query = query.where("recipient.campaign_id", "=", search.campaign);
	if (search.state !== "all") query = query.where("recipient.state", "=", search.state);
	if (search.verdict) query = query.where("recipient.verdict", "=", search.verdict);
	if (search.commune) query = query.where("recipient.commune_id", "=", search.commune);
	if (search.kind) query = query.where("recipient.kind", "=", search.kind);
	const words = searchKey(search.q);
	if (words) query = query.where("recipient.search", "like", `%${words}%`);
	const [at, school, campaign] = search.after.split("~");
	if (at && school && campaign) {
		query = query.where((eb) =>
			eb.or([
				eb("recipient.submitted_at", ">", at),
				eb.and([eb("recipient.submitted_at", "=", at), eb("recipient.school_id", ">", school)]),
				eb.and([
					eb("recipient.submitted_at", "=", at),
					eb("recipient.school_id", "=", school),
					eb("recipient.campaign_id", ">", campaign),
				]),
			]),
		);
	}
	const rows = await query.execute();
	const last = rows.length > RETURNS_PER_PAGE ? rows[RETURNS_PER_PAGE - 1] : undefined;
	return {
		rows: rows.slice(0, RETURNS_PER_PAGE),
		next: last ? `${last.submittedAt}~${last.schoolId}~${last.campaignId}` : null,
	};
}

/** What the filters can choose among: the office's campaigns, and the communes and kinds of their recipients. */
export async function returnChoices(ctx: Ctx) {
	demand(ctx.actor, "returns.inspect");
	const campaigns = await ctx.db
		.selectFrom("campaign")
		.select(["id", "title"])
		.where("office_id", "=", ctx.actor.unitId)
		.where("state", "in", ["issued", "closed"])
		.orderBy("created_at", "desc")
		.limit(100)
		.execute();
	const communes = await ctx.db
		.selectFrom("unit")
		.select(["id", "name"])
		.where("parent_id", "=", ctx.actor.unitId)
		.where("level", "=", "xa")
		.orderBy("search")
		.limit(500)
		.execute();
	return { campaigns, communes };
}

/** The oldest return that waits for the office, another than `except`; null when none does. */
export async function nextWaiting(ctx: Ctx, except: string): Promise<string | null> {
	demand(ctx.actor, "returns.inspect");
	const row = await sentReturns(ctx)
		.select("recipient.return_id as returnId")
		.where("recipient.state", "=", "submitted")
		.where("recipient.return_id", "<>", except)
		.orderBy("recipient.submitted_at")
		.limit(1)
		.executeTakeFirst();
	return row?.returnId ?? null;
}

/** Recipients of the actor's own office that have sent at least once. */
function sentReturns(ctx: Ctx) {
	return ctx.db
		.selectFrom("recipient")
		.innerJoin("campaign", "campaign.id", "recipient.campaign_id")
		.where("campaign.office_id", "=", ctx.actor.unitId)
		.where("recipient.submitted_at", "is not", null);
}

/**
 * One return as the office looks at it: what the school sent last, the verdict, what changed since the round before, and what the
 * office said of each round. Throws not_found for another office's and for one that was never sent.
 */
export async function readReturnForReview(ctx: Ctx, returnId: string | undefined) {
	demand(ctx.actor, "returns.inspect");
	if (!isId(returnId)) throw problem("not_found", {});
	const found = await sentReturns(ctx)
		.selectAll("recipient")
		.select(["campaign.title as campaign", "campaign.version_id as versionId", "campaign.state as campaignState"])
		.where("recipient.return_id", "=", returnId)
		.executeTakeFirst();
	if (!found) throw problem("not_found", {});
	const rounds = await ctx.db
		.selectFrom("submission")
		.leftJoin("person", "person.id", "submission.submitted_by")
		.select(["round", "submitted_at as submittedAt", "on_time as onTime", "verdict", "person.name as submittedBy"])
		.where("school_id", "=", found.school_id)
		.where("return_id", "=", returnId)
		.orderBy("round")
		.execute();
	const last = rounds.at(-1);
	if (!last) throw problem("not_found", {});
	const definition = await definitionOf(ctx, found.versionId);
	const answers = await readSubmittedAnswers(ctx, found.school_id, returnId, last.round);
	const earlier = last.round > 1 ? await readSubmittedAnswers(ctx, found.school_id, returnId, last.round - 1) : null;
	const order = new Map(prepare(definition).items.map((item, at) => [item.code, at]));
	const changes = earlier
		? differenceOfAnswers(earlier, answers).sort((a, b) => (order.get(a.item) ?? 0) - (order.get(b.item) ?? 0))
		: null;
	const reviews = [];
	for (const { round } of rounds) {
		const said = await readReview(ctx, found.school_id, returnId, round);
		if (said) reviews.push({ round, ...said });
	}
	return {
		returnId,
		schoolId: found.school_id,
		school: found.name,
		commune: found.commune,
		state: found.state,
		dueOn: found.due_on,
		campaignId: found.campaign_id,
		campaign: found.campaign,
		campaignState: found.campaignState,
		definition,
		round: last.round,
		submittedAt: last.submittedAt,
		submittedBy: last.submittedBy ?? "",
		onTime: found.on_time === 1,
		verdict: JSON.parse(last.verdict) as Verdict,
		answers,
		changes,
		reviews,
	};
}
