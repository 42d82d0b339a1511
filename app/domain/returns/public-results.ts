/**
 * The result that a school makes public (Thông tư 18/2023 Đ12.2): of an accepted return, pressed by the head, on the school's public page
 * until it is taken back. Nobody's name, no remark, nothing that a school wrote about an incident.
 */
import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { answerOf } from "../forms/answers.ts";
import { isMandatory, verdictItems } from "../forms/criteria.ts";
import type { Words } from "../forms/expression-schema.ts";
import { personalText } from "../forms/personal.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import type { Verdict, VerdictResult } from "../forms/verdict-schema.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { definitionOf } from "../templates/queries.ts";
import { LEVELS } from "../units/schema.ts";
import { loadForWriting } from "./load.ts";

/** One criterion that is not met, as anybody may read it. */
export type PublicShortcoming = {
	code: string;
	text: Words;
	mandatory: boolean;
	knockout: boolean;
	/** What will be done; "" when the school wrote nothing, null when what it wrote stays with the office. */
	measure: string | null;
	dueOn: string | null;
};

export type PublicResult = {
	title: string;
	submittedAt: string;
	result: VerdictResult;
	met: number;
	counted: number;
	percent: number | null;
	unmet: PublicShortcoming[];
};

/** An adult by title and given name, as staff rooms speak: "giao cô Hoa", "bác sĩ Hà". Above what `personalText` knows of children. */
const titled =
	/(?<!\p{L})(?:[Cc]ô|[Tt]hầy|[Ôô]ng|[Bb]à|(?<![Tt]iếng )[Aa]nh|[Cc]hị|[Bb]ác|[Cc]hú|[Đđ]ồng chí|[Đđ]\/c)(?:\s+(?:giáo|sĩ|sỹ))?\s+\p{Lu}/u;

const namesSomebody = (text: string) => personalText(text) !== null || titled.test(text.normalize("NFC"));

/** What of a sending is for everybody. Texts that look as if they named somebody are held back, and all that is said of incidents. */
export function publicResult(
	about: { title: string; submittedAt: string; kind: string },
	definition: Definition,
	answers: Answers,
	verdict: Verdict,
): PublicResult {
	const unmet = verdictItems(definition).flatMap((item): PublicShortcoming[] => {
		const { value, measure } = answerOf(answers, item.code);
		if (value !== "unmet") return [];
		const what = measure?.what.trim() ?? "";
		return [
			{
				code: item.code,
				text: item.text,
				mandatory: isMandatory(item, about.kind),
				knockout: item.knockout,
				measure: item.knockout || namesSomebody(what) ? null : what,
				dueOn: item.knockout ? null : measure?.due || null,
			},
		];
	});
	const { result, met, counted, percent } = verdict;
	return { title: about.title, submittedAt: about.submittedAt, result, met, counted, percent, unmet };
}

/**
 * Makes the result of an accepted return of the actor's own school public. Pressed twice it stays as it was. Needs `results.publish`.
 * Throws not_found for another school's, `result_not_final` before the return is accepted and for forms that judge nobody.
 */
export async function makePublic(ctx: Ctx, returnId: string): Promise<void> {
	demand(ctx.actor, "results.publish");
	await inTransaction(ctx, async (ctx) => {
		const { schoolId, state, verdict, definition } = await loadForWriting(ctx, returnId);
		if (state !== "accepted" || definition.rule.type === "none") throw problem("result_not_final", {});
		const row = { school_id: schoolId, return_id: returnId, published_by: ctx.actor.personId, published_at: ctx.now };
		const { numInsertedOrUpdatedRows: added } = await ctx.db
			.insertInto("public_result")
			.values(row)
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirstOrThrow();
		if (Number(added) === 0) return;
		await record(ctx, {
			unitId: schoolId,
			event: "return.made_public",
			subject: `return/${returnId}`,
			after: { verdict },
		});
	});
}

/** Takes it back from the public page; what is not there stays so. Needs `results.publish`. Throws not_found for another school's. */
export async function takeBack(ctx: Ctx, returnId: string): Promise<void> {
	demand(ctx.actor, "results.publish");
	await inTransaction(ctx, async (ctx) => {
		const { schoolId } = await loadForWriting(ctx, returnId);
		const { numDeletedRows: gone } = await ctx.db
			.deleteFrom("public_result")
			.where("school_id", "=", schoolId)
			.where("return_id", "=", returnId)
			.executeTakeFirstOrThrow();
		if (Number(gone) === 0) return;
		await record(ctx, { unitId: schoolId, event: "return.taken_back", subject: `return/${returnId}` });
	});
}

/** When the result of a return was made public; null while it is not. Ask only with a return that the actor was allowed to read. */
export async function publicSince(ctx: Pick<Ctx, "db">, schoolId: string, returnId: string): Promise<string | null> {
	const row = await ctx.db
		.selectFrom("public_result")
		.select("published_at")
		.where("school_id", "=", schoolId)
		.where("return_id", "=", returnId)
		.executeTakeFirst();
	return row?.published_at ?? null;
}

/** Rounds shown; older ones are in the school's own files. */
const SHOWN = 6;

/** The results that a school has made public, the newest first; for anybody. None for a closed or unknown school. */
export async function readPublicResults(ctx: Pick<Ctx, "db">, schoolCode: string): Promise<PublicResult[]> {
	const rows = await ctx.db
		.selectFrom("unit")
		.innerJoin("public_result", "public_result.school_id", "unit.id")
		.innerJoin("return", (join) =>
			join.onRef("return.school_id", "=", "unit.id").onRef("return.id", "=", "public_result.return_id"),
		)
		.innerJoin("submission", (join) =>
			join
				.onRef("submission.school_id", "=", "return.school_id")
				.onRef("submission.return_id", "=", "return.id")
				.onRef("submission.round", "=", "return.round"),
		)
		.innerJoin("recipient", (join) =>
			join.onRef("recipient.school_id", "=", "unit.id").onRef("recipient.campaign_id", "=", "return.campaign_id"),
		)
		.innerJoin("campaign", "campaign.id", "return.campaign_id")
		.select(["campaign.title", "return.version_id", "recipient.kind"])
		.select(["submission.answers", "submission.verdict", "submission.submitted_at"])
		.where("unit.code", "=", schoolCode)
		.where("unit.level", "=", LEVELS.school)
		.where("unit.status", "=", "active")
		.where("return.state", "=", "accepted")
		.orderBy("submission.submitted_at", "desc")
		.orderBy("return.id", "desc")
		.limit(SHOWN)
		.execute();
	return Promise.all(
		rows.map(async (row) =>
			publicResult(
				{ title: row.title, submittedAt: row.submitted_at, kind: row.kind },
				await definitionOf(ctx, row.version_id),
				JSON.parse(row.answers) as Answers,
				JSON.parse(row.verdict) as Verdict,
			),
		),
	);
}
