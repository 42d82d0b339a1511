import type { RecipientState } from "#db/tables/campaigns.ts";
import { campaignBefore } from "../campaigns/previous.ts";
import type { Ctx } from "../ctx.ts";
import { type AnswerPhoto, photosOf } from "../evidence/photos.ts";
import type { ReturnFault } from "../forms/fault.ts";
import { comparableFigures, type Figures, jumpsBetween, readFigures } from "../forms/figures.ts";
import { prepare } from "../forms/prepare.ts";
import { rowsOf } from "../forms/rows.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import { validateReturn } from "../forms/validate.ts";
import type { Verdict } from "../forms/verdict-schema.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { incomparableItems } from "../templates/publish-queries.ts";
import { definitionOf } from "../templates/queries.ts";
import { type ChangeGroup, changesByRow, titlesOf } from "./changes.ts";
import { readReview } from "./load.ts";
import { type AsideAnswer, readAside } from "./move-queries.ts";
import { officeReturns } from "./office-queries.ts";
import { publicSince } from "./public-results.ts";
import { readSubmission } from "./queries.ts";

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
	/** Those that were sent. */
	photos: AnswerPhoto[];
	/** Ids of the rows of each roster, in order. */
	rows: Record<string, readonly string[]>;
	/** What rows of this and of earlier rounds are called, by `answerKey(roster, row)`. */
	titles: Record<string, string>;
	verdict: Verdict;
	submittedAt: string;
	submittedBy: string;
	/** What the return comes to, and what the school's return came to in the campaign before on the same template. */
	figures: Figures;
	figuresBefore: Figures | null;
	/** Codes of watched figures that are far from that one. */
	jumps: string[];
	/** What the school was warned of before it sent. */
	warnings: ReturnFault[];
	/** What changed since the round before, in form order; empty for the first. */
	changes: ChangeGroup[];
	/** What the office said of each round, newest first. */
	reviews: ({ round: number } & NonNullable<Awaited<ReturnType<typeof readReview>>>)[];
	/** When the school made its result public; null while it has not. */
	publicSince: string | null;
	/** Answers that did not go along when the return moved to the version it was sent on. */
	aside: AsideAnswer[];
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
		.innerJoin("school", "school.school_id", "recipient.school_id")
		.select(["return.round", "return.version_id", "campaign.state as campaign_state", "recipient.ownership"])
		.select(["school.classrooms", "school.pupils", "school.staff", "school.sites"])
		.where("recipient.return_id", "=", returnId)
		.executeTakeFirst();
	if (!row || row.round === 0) throw problem("not_found", {});
	const { school_id: schoolId, round } = row;
	const definition = await definitionOf(ctx, row.version_id);
	const latest = await readSubmission(ctx, schoolId, returnId, round);
	const earlier: Answers[] = [];
	const reviews: ReviewPage["reviews"] = [];
	for (let past = round; past > 0; past--) {
		if (past < round) earlier.push((await readSubmission(ctx, schoolId, returnId, past)).answers);
		const review = await readReview(ctx, schoolId, returnId, past);
		if (review) reviews.push({ round: past, ...review });
	}
	const figuresBefore = definition.figures.length > 0 ? await lastFigures(ctx, row, definition) : null;
	const [previous] = earlier;
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
		photos: await photosOf(ctx, { schoolId, returnId }),
		rows: Object.fromEntries(rowsOf(latest.answers, prepare(definition).rosterCodes)),
		titles: titlesOf(definition, latest.answers, ...earlier),
		verdict: latest.verdict,
		submittedAt: latest.submittedAt,
		submittedBy: latest.submittedBy,
		figures: latest.figures,
		figuresBefore,
		jumps: figuresBefore ? jumpsBetween(definition, figuresBefore, latest.figures).map((jump) => jump.figure.code) : [],
		warnings: validateReturn(definition, latest.answers, row).filter(({ severity }) => severity === "warning"),
		changes: previous ? changesByRow(definition, previous, latest.answers) : [],
		reviews,
		publicSince: await publicSince(ctx, schoolId, returnId),
		aside: await readAside(ctx, schoolId, returnId),
		nextWaiting: await nextWaiting(ctx, returnId, latest.submittedAt),
	};
}

/** What the school's return came to in the campaign before on the same template; null when there was none. */
async function lastFigures(
	ctx: Ctx,
	now: { school_id: string; campaign_id: string; version_id: string },
	definition: Definition,
): Promise<Figures | null> {
	const before = await campaignBefore(ctx, now.campaign_id);
	if (!before) return null;
	const sent = await ctx.db
		.selectFrom("submission")
		.innerJoin("return", (join) =>
			join.onRef("return.school_id", "=", "submission.school_id").onRef("return.id", "=", "submission.return_id"),
		)
		.select(["submission.figures", "return.version_id"])
		.where("submission.school_id", "=", now.school_id)
		.where("submission.campaign_id", "=", before.id)
		.orderBy("submission.round", "desc")
		.limit(1)
		.executeTakeFirst();
	if (!sent) return null;
	const other = await incomparableItems(ctx, sent.version_id, now.version_id);
	return comparableFigures(definition, readFigures(sent.figures), other);
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
