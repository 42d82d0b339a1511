import type { RecipientState } from "#db/schema.ts";
import type { Ctx } from "../ctx.ts";
import { type AnswerChange, differenceOfAnswers } from "../forms/difference.ts";
import { prepare } from "../forms/prepare.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import type { Verdict, VerdictReason, VerdictResult } from "../forms/verdict-schema.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { definitionOf } from "../templates/queries.ts";
import { searchKey } from "../text.ts";
import { readReview } from "./load.ts";
import { readSubmission } from "./queries.ts";
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
			verdict: row.verdict as VerdictResult | null,
			met: row.met,
			counted: row.counted,
			percentTenths: row.percent_tenths,
			reasons: row.reasons ? (JSON.parse(row.reasons) as VerdictReason[]) : [],
		})),
		next: last ? [byTime ? last.submitted_at : last.search, last.school_id, last.campaign_id].join("~") : null,
	};
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

/** One return as the officer judges it. */
export type ReviewPage = {
	returnId: string;
	school: { name: string; code: string; commune: string; kind: string };
	campaign: { id: string; title: string; closed: boolean };
	state: RecipientState;
	dueOn: string;
	onTime: boolean;
	round: number;
	definition: Definition;
	answers: Answers;
	verdict: Verdict;
	submittedAt: string;
	submittedBy: string;
	/** What changed since the round before, in form order; empty for the first. */
	changes: AnswerChange[];
	/** What the office said of each round, newest first. */
	reviews: ({ round: number } & NonNullable<Awaited<ReturnType<typeof readReview>>>)[];
	/** The next return that waits, as the list orders them. */
	nextWaiting: string | null;
};

/** The latest sending of a school in one of the office's campaigns. Needs `returns.inspect`. Throws not_found. */
export async function readReturnForReview(ctx: Ctx, returnId: string): Promise<ReviewPage> {
	demand(ctx.actor, "returns.inspect");
	const row = await officeReturns(ctx)
		.innerJoin("return", (join) =>
			join.onRef("return.school_id", "=", "recipient.school_id").onRef("return.id", "=", "recipient.return_id"),
		)
		.select(["return.round", "campaign.version_id", "campaign.state as campaign_state"])
		.where("recipient.return_id", "=", returnId)
		.executeTakeFirst();
	if (!row || row.round === 0) throw problem("not_found", {});
	const { school_id: schoolId, round } = row;
	const definition = await definitionOf(ctx, row.version_id);
	const latest = await readSubmission(ctx, schoolId, returnId, round);
	const previous = round > 1 ? await readSubmission(ctx, schoolId, returnId, round - 1) : null;
	const reviews: ReviewPage["reviews"] = [];
	for (let past = round; past > 0; past--) {
		const review = await readReview(ctx, schoolId, returnId, past);
		if (review) reviews.push({ round: past, ...review });
	}
	return {
		returnId,
		school: { name: row.name, code: row.code, commune: row.commune, kind: row.kind },
		campaign: { id: row.campaign_id, title: row.title, closed: row.campaign_state === "closed" },
		state: row.state,
		dueOn: row.due_on,
		onTime: row.on_time === 1,
		round,
		definition,
		answers: latest.answers,
		verdict: latest.verdict,
		submittedAt: latest.submittedAt,
		submittedBy: latest.submittedBy,
		changes: previous ? inFormOrder(definition, differenceOfAnswers(previous.answers, latest.answers)) : [],
		reviews,
		nextWaiting: await nextWaiting(ctx, returnId, latest.submittedAt),
	};
}

function inFormOrder(definition: Definition, changes: AnswerChange[]): AnswerChange[] {
	const order = definition.sections.flatMap((section) => [
		...(section.roster ? [section.roster.code] : []),
		...section.items.map((item) => item.code),
	]);
	// Rows stay together: all that changed of one before the next.
	const sectionOf = (item: string) => prepare(definition).sectionOf.get(item)?.code ?? "";
	const place = (change: AnswerChange) => order.indexOf(change.item);
	return changes.sort((a, b) =>
		a.row !== b.row && sectionOf(a.item) === sectionOf(b.item) ? (a.row < b.row ? -1 : 1) : place(a) - place(b),
	);
}

/** The one after this in the order of waiting, else the first of all. */
async function nextWaiting(ctx: Ctx, returnId: string, submittedAt: string): Promise<string | null> {
	const waiting = officeReturns(ctx)
		.where("recipient.state", "=", "submitted")
		.where("recipient.return_id", "<>", returnId)
		.orderBy("recipient.submitted_at")
		.orderBy("recipient.school_id")
		.limit(1);
	const later = await waiting.where("recipient.submitted_at", ">=", submittedAt).executeTakeFirst();
	return (later ?? (await waiting.executeTakeFirst()))?.return_id ?? null;
}

/** Recipients of the campaigns that the actor's own office issued. */
function officeReturns(ctx: Ctx) {
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
