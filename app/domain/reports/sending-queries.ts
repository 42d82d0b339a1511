/** What schools sent, as it is kept, for whatever reads many returns. The caller has read the campaign in the actor's scope. */
import { sql } from "kysely";
import { bytesOf, textsIn } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import type { Answers } from "../forms/schema.ts";
import { demand } from "../people/policy.ts";

/** One sending: in which round, and the JSON of its `Answers` in UTF-8. */
export type Sending = { round: number; text: Buffer };

/** Its answers, read. */
export function answersIn({ text }: Pick<Sending, "text">): Answers {
	return JSON.parse(text.toString()) as Answers;
}

function sendings(ctx: Ctx, campaignId: string) {
	demand(ctx.actor, "returns.inspect");
	return ctx.db
		.selectFrom("submission")
		.select(["school_id", "round", bytesOf(ctx.engine, "answers").as("text")])
		.where("campaign_id", "=", campaignId);
}

type Row = Awaited<ReturnType<ReturnType<typeof sendings>["executeTakeFirstOrThrow"]>>;

const sendingOf = ({ round, text }: Row): Sending => ({
	round,
	text: typeof text === "string" ? Buffer.from(text) : text,
});

/** The last sending of each of these schools that has sent anything. */
export async function lastSendings(
	ctx: Ctx,
	campaignId: string,
	schools: readonly { school_id: string }[],
): Promise<Map<string, Sending>> {
	const ids = schools.map(({ school_id }) => school_id);
	const rows = await sendings(ctx, campaignId)
		.where(sql<boolean>`school_id in ${textsIn(ctx.engine, ids)}`)
		.orderBy("round")
		.execute();
	// Only the last of a school's rounds stays.
	return new Map(rows.map((row) => [row.school_id, sendingOf(row)]));
}

/** What a school sent in one round, which is frozen; null when it sent none. */
export async function sendingOfRound(
	ctx: Ctx,
	campaignId: string,
	schoolId: string,
	round: number,
): Promise<Sending | null> {
	const found = await sendings(ctx, campaignId)
		.where("school_id", "=", schoolId)
		.where("round", "=", round)
		.executeTakeFirst();
	return found ? sendingOf(found) : null;
}
