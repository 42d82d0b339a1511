import { type Ctx, inTransaction } from "../ctx.ts";
import { answerKey, parseAnswerKey } from "../forms/answers.ts";
import { comparableFigures, type Figures, readFigures } from "../forms/figures.ts";
import { prefilled } from "../forms/prefill.ts";
import { prepare } from "../forms/prepare.ts";
import type { Answers } from "../forms/schema.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { incomparableItems } from "../templates/publish-queries.ts";
import { type LoadedReturn, loadForWriting } from "./load.ts";
import { closedBecause } from "./rules.ts";
import { saveOperations } from "./save.ts";
import type { PrefillOffer, SaveResult } from "./schema.ts";

/**
 * The latest sending of the same school on the same template, in another campaign; null when there is none. Answers to items that a
 * version since asks otherwise are left out, and figures that are made of them.
 */
export type LastRound = { title: string; submittedAt: string; answers: Answers; figures: Figures };

/** What the actor's own school sent in the round before this return. */
export async function readLastRound(ctx: Pick<Ctx, "db">, of: Omit<LoadedReturn, "others">): Promise<LastRound | null> {
	const row = await ctx.db
		.selectFrom("submission")
		.innerJoin("campaign", "campaign.id", "submission.campaign_id")
		.innerJoin("return", (join) =>
			join.onRef("return.school_id", "=", "submission.school_id").onRef("return.id", "=", "submission.return_id"),
		)
		.innerJoin("template_version as filled", "filled.id", "return.version_id")
		.innerJoin("template_version as own", "own.template_id", "filled.template_id")
		.select([
			"campaign.title",
			"submission.submitted_at",
			"submission.answers",
			"submission.figures",
			"filled.id as filled",
		])
		.where("submission.school_id", "=", of.schoolId)
		.where("submission.return_id", "<>", of.returnId)
		.where("own.id", "=", of.versionId)
		.orderBy("submission.submitted_at", "desc")
		.orderBy("submission.round", "desc")
		.limit(1)
		.executeTakeFirst();
	if (!row) return null;
	const other = await incomparableItems(ctx, row.filled, of.versionId);
	const answers = Object.entries(JSON.parse(row.answers) as Answers);
	return {
		title: row.title,
		submittedAt: row.submitted_at,
		answers: Object.fromEntries(answers.filter(([key]) => !other.has(parseAnswerKey(key).item))),
		figures: comparableFigures(of.definition, readFigures(row.figures), other),
	};
}

/** The offer for a return; null when it was begun, takes no answers, or there is nothing to put in. */
export function offerOf(
	loaded: Omit<LoadedReturn, "others">,
	last: LastRound | null,
	today: string,
): PrefillOffer | null {
	if (loaded.revision > 0 || closedBecause(loaded.state, loaded.campaign, today)) return null;
	const given = prefilled(loaded.definition, loaded.facts, last?.answers ?? null, newId);
	if (given.length === 0) return null;
	const { rosters } = prepare(loaded.definition);
	const rows = given.filter(({ item }) => rosters.has(item)).length;
	const from = last && given.some(({ row, item }) => Object.hasOwn(last.answers, answerKey(item, row))) ? last : null;
	return { rows, answers: given.length - rows, from: from && { title: from.title, submittedAt: from.submittedAt } };
}

/**
 * Puts the last round's answers, or the school's record, into a return that nobody has answered yet, as ordinary operations of the
 * actor. A return that was begun meanwhile stays as it is. Throws not_found for another school's.
 */
export async function prefillReturn(ctx: Ctx, returnId: string): Promise<SaveResult | null> {
	demand(ctx.actor, "returns.fill");
	return inTransaction(ctx, async (ctx) => {
		const loaded = await loadForWriting(ctx, returnId);
		if (loaded.revision > 0) return null;
		const last = await readLastRound(ctx, loaded);
		const given = prefilled(loaded.definition, loaded.facts, last?.answers ?? null, newId);
		if (given.length === 0) return null;
		return saveOperations(
			ctx,
			returnId,
			given.map((one) => ({ ...one, id: newId(), note: "", measure: null, base: 0, at: ctx.now })),
		);
	});
}
