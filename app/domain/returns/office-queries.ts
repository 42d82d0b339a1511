import type { RecipientState } from "#db/tables/campaigns.ts";
import type { Ctx } from "../ctx.ts";
import type { VerdictReason, VerdictResult } from "../forms/verdict-schema.ts";
import { demand } from "../people/policy.ts";
import { searchKey } from "../text.ts";
import type { ReturnSearch } from "./schema.ts";

/** One return in the office's list. */
export type ReturnLine = {
	returnId: string;
	school: string;
	code: string;
	commune: string;
	kind: string;
	campaign: string;
	state: RecipientState;
	progress: number;
	dueOn: string;
	submittedAt: string | null;
	onTime: boolean | null;
	verdict: VerdictResult | null;
	met: number | null;
	counted: number | null;
	percentTenths: number | null;
	reasons: VerdictReason[];
};

const RETURNS_PER_PAGE = 50;

/**
 * Returns of the office's campaigns as filtered. Waiting ones come oldest first, all others by school. Needs `returns.inspect`.
 * `next` is the cursor `after` of the next page.
 */
export async function listReturns(
	ctx: Ctx,
	wanted: ReturnSearch,
): Promise<{ lines: ReturnLine[]; next: string | null }> {
	demand(ctx.actor, "returns.inspect");
	const byTime = wanted.state === "submitted";
	// By name as the indexes of `recipient` have it, so that a page of one campaign is read and not sorted.
	let found = officeReturns(ctx)
		.orderBy(byTime ? "recipient.submitted_at" : "recipient.search")
		.orderBy("recipient.school_id")
		.orderBy("recipient.campaign_id")
		.limit(RETURNS_PER_PAGE + 1);
	if (wanted.state !== "all") found = found.where("recipient.state", "=", wanted.state);
	if (wanted.campaign) found = found.where("recipient.campaign_id", "=", wanted.campaign);
	if (wanted.verdict) found = found.where("recipient.verdict", "=", wanted.verdict);
	if (wanted.commune) found = found.where("recipient.commune_id", "=", wanted.commune);
	if (wanted.kind) found = found.where("recipient.kind", "=", wanted.kind);
	for (const word of searchKey(wanted.q).split(" ")) {
		if (word) found = found.where("recipient.search", "like", `%${word}%`);
	}
	const [at, school, campaign] = cursorOf(wanted.after);
	if (at && school && campaign) {
		const column = byTime ? ("recipient.submitted_at" as const) : ("recipient.search" as const);
		found = found.where((eb) =>
			eb.or([
				eb(column, ">", at),
				eb.and([eb(column, "=", at), eb("recipient.school_id", ">", school)]),
				eb.and([
					eb(column, "=", at),
					eb("recipient.school_id", "=", school),
					eb("recipient.campaign_id", ">", campaign),
				]),
			]),
		);
	}
	const rows = await found.execute();
	const shown = rows.slice(0, RETURNS_PER_PAGE);
	const last = rows.length > RETURNS_PER_PAGE ? shown.at(-1) : undefined;
	return {
		lines: shown.map((row) => ({
			returnId: row.return_id,
			school: row.name,
			code: row.code,
			commune: row.commune,
			kind: row.kind,
			campaign: row.title,
			state: row.state,
			progress: row.progress,
			dueOn: row.due_on,
			submittedAt: row.submitted_at,
			onTime: row.on_time === null ? null : row.on_time === 1,
			met: row.met,
			counted: row.counted,
			percentTenths: row.percent_tenths,
			...judged(row),
		})),
		next: last ? [byTime ? last.submitted_at : last.search, last.school_id, last.campaign_id].join("~") : null,
	};
}

/** What a return came to. A status form judges nobody: no verdict and no reason why there is none. */
function judged(row: { verdict: string | null; reasons: string | null }): Pick<ReturnLine, "verdict" | "reasons"> {
	const reasons = row.reasons ? (JSON.parse(row.reasons) as VerdictReason[]) : [];
	return { verdict: row.verdict === "none" && reasons.length === 0 ? null : (row.verdict as VerdictResult), reasons };
}

/** A search key holds letters, digits and spaces, a time none either: `~` parts a cursor. */
function cursorOf(after: string): string[] {
	const parts = after.split("~");
	return parts.length === 3 ? parts : [];
}

/** What the list can be narrowed to: the office's campaigns, the communes and kinds of their recipients. */
export async function returnFilters(ctx: Ctx) {
	demand(ctx.actor, "returns.inspect");
	const campaigns = await ctx.db
		.selectFrom("campaign")
		.select(["id", "title"])
		.where("office_id", "=", ctx.actor.unitId)
		.where("state", "<>", "draft")
		.orderBy("created_at", "desc")
		.limit(100)
		.execute();
	const ids = campaigns.map(({ id }) => id);
	if (ids.length === 0) return { campaigns, communes: [], kinds: [] };
	const among = ctx.db.selectFrom("recipient").where("campaign_id", "in", ids);
	const communes = await among.select(["commune_id as id", "commune as name"]).distinct().orderBy("commune").execute();
	const kinds = await among.select("kind").distinct().orderBy("kind").execute();
	return { campaigns, communes, kinds: kinds.map(({ kind }) => kind) };
}

/** Recipients of the campaigns that the actor's own office issued. */
export function officeReturns(ctx: Ctx) {
	return ctx.db
		.selectFrom("recipient")
		.innerJoin("campaign", "campaign.id", "recipient.campaign_id")
		.select([
			"recipient.return_id",
			"recipient.school_id",
			"recipient.campaign_id",
			"recipient.name",
			"recipient.code",
			"recipient.commune",
			"recipient.kind",
			"recipient.search",
			"recipient.state",
			"recipient.progress",
			"recipient.due_on",
			"recipient.submitted_at",
			"recipient.on_time",
			"recipient.verdict",
			"recipient.met",
			"recipient.counted",
			"recipient.percent_tenths",
			"recipient.reasons",
			"campaign.title",
		])
		.where("campaign.office_id", "=", ctx.actor.unitId)
		.where("campaign.state", "<>", "draft");
}
