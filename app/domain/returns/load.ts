import type { CampaignTable, RecipientState } from "#db/tables/campaigns.ts";
import { versionsOfMoves } from "../campaigns/moves.ts";
import { readConductFacts } from "../conduct/facts.ts";
import type { Ctx } from "../ctx.ts";
import { answerKey } from "../forms/answers.ts";
import { type Figures, readFigures } from "../forms/figures.ts";
import { prepare } from "../forms/prepare.ts";
import type { Answers, AnswerValue, Definition, Measure, SchoolFacts } from "../forms/schema.ts";
import { problem } from "../problem.ts";
import { definitionOf } from "../templates/queries.ts";
import type { MarkedItem, StoredAnswer } from "./schema.ts";

/** A return as its commands and pages need it: the school's line in the campaign, the form, the living answers. */
export type LoadedReturn = {
	returnId: string;
	schoolId: string;
	campaignId: string;
	path: string;
	versionId: string;
	state: RecipientState;
	progress: number;
	dueOn: string;
	openedAt: string | null;
	firstSubmittedAt: string | null;
	onTime: boolean | null;
	/** Result of the latest submission. */
	verdict: string | null;
	campaign: Pick<CampaignTable, "state" | "opens_on" | "late">;
	facts: SchoolFacts;
	definition: Definition;
	/** Other versions that the campaign was on, the newest first: what they asked is still told, and counted as left open. */
	others: Definition[];
	/** Grows with every applied operation; 0 before the first. */
	revision: number;
	/** Number of submissions so far. */
	round: number;
	answers: Record<string, StoredAnswer>;
	/** Whether it has or had photographs at all: most have none, and nobody need look for them. */
	photographed: boolean;
};

/**
 * The return of the actor's own school, locked until the transaction ends (SQLite writes one at a time anyway). Throws not_found
 * for another school's.
 */
export async function loadForWriting(ctx: Ctx, returnId: string): Promise<LoadedReturn> {
	if (ctx.engine === "postgres") await lockRecipient(ctx, returnId);
	return loadReturn(ctx, returnId);
}

/** Waits for whoever writes to the same return. A statement of its own: what is read after it is what they left. */
export async function lockRecipient(ctx: Ctx, returnId: string): Promise<void> {
	await ctx.db.selectFrom("recipient").select("return_id").where("return_id", "=", returnId).forUpdate().execute();
}

/** The return of the actor's own school. Throws not_found for another school's, and while its campaign is not issued. */
export async function loadReturn(ctx: Ctx, returnId: string): Promise<LoadedReturn> {
	return loadReturnOf(ctx, ctx.actor.unitId, returnId);
}

/** A return of a school whose records the caller may write. */
export async function loadReturnOf(ctx: Ctx, schoolId: string, returnId: string): Promise<LoadedReturn> {
	const row = await ctx.db
		.selectFrom("recipient")
		.innerJoin("campaign", "campaign.id", "recipient.campaign_id")
		.innerJoin("school", "school.school_id", "recipient.school_id")
		.leftJoin("return", (join) =>
			join.onRef("return.school_id", "=", "recipient.school_id").onRef("return.id", "=", "recipient.return_id"),
		)
		.select([
			"recipient.campaign_id",
			"recipient.path",
			"recipient.kind",
			"recipient.ownership",
			"recipient.state",
			"recipient.progress",
			"recipient.due_on",
			"recipient.opened_at",
			"recipient.first_submitted_at",
			"recipient.on_time",
			"recipient.verdict",
			"campaign.state as campaign_state",
			"campaign.opens_on",
			"campaign.late",
			"school.classrooms",
			"school.pupils",
			"school.staff",
			"school.sites",
			"return.revision",
			"return.round",
		])
		.select((eb) => [
			eb.fn.coalesce("recipient.version_id", "campaign.version_id").as("version_id"),
			eb
				.exists(eb.selectFrom("campaign_move").select("number").whereRef("campaign_id", "=", "campaign.id"))
				.as("moved"),
			eb
				.exists(
					eb
						.selectFrom("answer_photo")
						.select("answer_photo.id")
						.whereRef("answer_photo.school_id", "=", "recipient.school_id")
						.whereRef("answer_photo.return_id", "=", "recipient.return_id"),
				)
				.as("photographed"),
		])
		.where("recipient.return_id", "=", returnId)
		.where("recipient.school_id", "=", schoolId)
		.where("campaign.state", "<>", "draft")
		.executeTakeFirst();
	if (!row) throw problem("not_found", {});
	const definition = await definitionOf(ctx, row.version_id);
	return {
		returnId,
		schoolId,
		campaignId: row.campaign_id,
		path: row.path,
		versionId: row.version_id,
		state: row.state,
		progress: row.progress,
		dueOn: row.due_on,
		openedAt: row.opened_at,
		firstSubmittedAt: row.first_submitted_at,
		onTime: row.on_time === null ? null : row.on_time === 1,
		verdict: row.verdict,
		campaign: { state: row.campaign_state, opens_on: row.opens_on, late: row.late },
		facts: {
			kind: row.kind,
			ownership: row.ownership,
			classrooms: row.classrooms,
			pupils: row.pupils,
			staff: row.staff,
			sites: row.sites,
			...(prepare(definition).asksConduct ? await readConductFacts(ctx, schoolId) : {}),
		},
		definition,
		others: row.moved ? await otherDefinitions(ctx, row.campaign_id, row.version_id) : [],
		revision: row.revision ?? 0,
		round: row.round ?? 0,
		answers: row.revision ? await readAnswers(ctx, schoolId, returnId) : {},
		photographed: Boolean(row.photographed),
	};
}

async function otherDefinitions(ctx: Ctx, campaignId: string, versionId: string): Promise<Definition[]> {
	const ids = (await versionsOfMoves(ctx, campaignId)).filter((id) => id !== versionId);
	return Promise.all(ids.reverse().map((id) => definitionOf(ctx, id)));
}

/** The living answers of a return, by `answerKey`. */
export async function readAnswers(
	ctx: Pick<Ctx, "db">,
	schoolId: string,
	returnId: string,
): Promise<Record<string, StoredAnswer>> {
	const rows = await ctx.db
		.selectFrom("answer")
		.select(["item", "row", "value", "note", "measure", "revision", "answered_at"])
		.where("school_id", "=", schoolId)
		.where("return_id", "=", returnId)
		.execute();
	return Object.fromEntries(
		rows.map(({ item, row, value, note, measure, revision, answered_at }) => [
			answerKey(item, row),
			{
				value: JSON.parse(value) as AnswerValue,
				note,
				measure: measure === null ? null : (JSON.parse(measure) as Measure),
				revision,
				answeredAt: answered_at,
			},
		]),
	);
}

/** The answers of a round of a return as it was sent. */
export async function readSubmittedAnswers(
	ctx: Pick<Ctx, "db">,
	schoolId: string,
	returnId: string,
	round: number,
): Promise<Answers> {
	return (await readSent(ctx, schoolId, returnId, round)).answers;
}

/** What a round of a return was when it was sent, and what it came to. */
export async function readSent(
	ctx: Pick<Ctx, "db">,
	schoolId: string,
	returnId: string,
	round: number,
): Promise<{ answers: Answers; figures: Figures }> {
	const row = await ctx.db
		.selectFrom("submission")
		.select(["answers", "figures"])
		.where("school_id", "=", schoolId)
		.where("return_id", "=", returnId)
		.where("round", "=", round)
		.executeTakeFirstOrThrow();
	return { answers: JSON.parse(row.answers) as Answers, figures: readFigures(row.figures) };
}

/** What the office said of a round; null before it said anything. */
export async function readReview(ctx: Pick<Ctx, "db">, schoolId: string, returnId: string, round: number) {
	const row = await ctx.db
		.selectFrom("review")
		.leftJoin("person", "person.id", "review.reviewed_by")
		.select(["decision", "remark", "items", "reviewed_by", "reviewed_at", "person.name as reviewer"])
		.where("school_id", "=", schoolId)
		.where("return_id", "=", returnId)
		.where("round", "=", round)
		.executeTakeFirst();
	if (!row) return null;
	return {
		decision: row.decision,
		remark: row.remark,
		items: JSON.parse(row.items) as MarkedItem[],
		reviewedBy: row.reviewer ?? "",
		reviewedAt: row.reviewed_at,
	};
}
