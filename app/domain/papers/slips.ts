import { createHash, randomBytes } from "node:crypto";
import { record } from "../audit/commands.ts";
import { type AnonymousCtx, type Ctx, inTransaction } from "../ctx.ts";
import type { Words } from "../forms/expression-schema.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import type { Verdict } from "../forms/verdict-schema.ts";
import { isId } from "../id.ts";
import { countAddress } from "../people/limits.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { readReview } from "../returns/load.ts";
import { definitionOf } from "../templates/queries.ts";
import type { SlipPlace, Verified } from "./letter-schema.ts";
import { codeFrom, codeText, newCode } from "./slip-code.ts";

/** A sent return as its print tells it. */
export type Slip = SlipPlace & {
	/** Null until somebody has printed this round. */
	code: string | null;
	school: { code: string; name: string; kind: string; commune: string };
	campaign: string;
	template: { title: Words; number: number; checkedAt: string | null };
	definition: Definition;
	answers: Answers;
	verdict: Verdict;
	dueOn: string;
	onTime: boolean;
	sentAt: string;
	/** Who pressed send, as the log has it: the name outlives the account. */
	sentBy: string;
	sha256: string;
	/** The office's decision on this round; null while it waits. */
	review: { decision: "accepted" | "sent_back"; remark: string; at: string } | null;
};

/** Who asks: the school for its own return, or the office for one of its campaigns. */
type Side = "school" | "office";

/**
 * Makes the code of the latest sending, or finds the one it has: a print made again bears the same. Throws not_found for a return that is
 * out of reach or was never sent. Needs `returns.fill` at the school, `returns.inspect` at the office.
 */
export async function makeSlipCode(ctx: Ctx, side: Side, returnId: string | undefined): Promise<string> {
	demand(ctx.actor, side === "school" ? "returns.fill" : "returns.inspect");
	return inTransaction(ctx, async (ctx) => {
		const { school_id, return_id, round } = await reach(ctx, side, returnId);
		const made = await codeOf(ctx, { schoolId: school_id, returnId: return_id, round });
		if (made) return made;
		const code = newCode(randomBytes(10));
		const row = { school_id, return_id, round, code, made_by: ctx.actor.personId, made_at: ctx.now };
		const done = await ctx.db
			.insertInto("return_code")
			.values(row)
			.onConflict((oc) => oc.columns(["school_id", "return_id", "round"]).doNothing())
			.executeTakeFirst();
		if (done.numInsertedOrUpdatedRows !== 1n)
			return (await codeOf(ctx, { schoolId: school_id, returnId: return_id, round })) ?? code;
		await record(ctx, {
			unitId: school_id,
			event: "return.slip_made",
			subject: `return/${return_id}`,
			after: { round, code: codeText(code) },
		});
		return code;
	});
}

/** What the print of the latest sending says. Throws and needs as `makeSlipCode`. */
export async function readSlip(ctx: Ctx, side: Side, returnId: string | undefined): Promise<Slip> {
	demand(ctx.actor, side === "school" ? "returns.fill" : "returns.inspect");
	const row = await reach(ctx, side, returnId);
	const place = { schoolId: row.school_id, returnId: row.return_id, round: row.round };
	const sent = await ctx.db
		.selectFrom("submission")
		.leftJoin("person", "person.id", "submission.submitted_by")
		.select(["answers", "verdict", "sha256", "submitted_at", "on_time", "person.name"])
		.where("school_id", "=", place.schoolId)
		.where("return_id", "=", place.returnId)
		.where("round", "=", place.round)
		.executeTakeFirstOrThrow();
	const review = await readReview(ctx, place.schoolId, place.returnId, place.round);
	return {
		...place,
		code: await codeOf(ctx, place),
		school: { code: row.code, name: row.name, kind: row.kind, commune: row.commune },
		campaign: row.title,
		template: { title: JSON.parse(row.template) as Words, number: row.number, checkedAt: row.checked_at },
		definition: await definitionOf(ctx, row.version_id),
		answers: JSON.parse(sent.answers) as Answers,
		verdict: JSON.parse(sent.verdict) as Verdict,
		dueOn: row.due_on,
		onTime: sent.on_time === 1,
		sentAt: sent.submitted_at,
		sentBy: sent.name ?? (await nameInLog(ctx, place, sent.submitted_at)),
		sha256: sent.sha256,
		review: review && { decision: review.decision, remark: review.remark, at: review.reviewedAt },
	};
}

/** The latest sending within the actor's reach. */
async function reach(ctx: Ctx, side: Side, returnId: string | undefined) {
	if (!isId(returnId)) throw problem("not_found", {});
	const all = ctx.db
		.selectFrom("recipient")
		.innerJoin("campaign", "campaign.id", "recipient.campaign_id")
		.innerJoin("return", (join) =>
			join.onRef("return.school_id", "=", "recipient.school_id").onRef("return.id", "=", "recipient.return_id"),
		)
		// A campaign may have moved on since: a sending is read by the form it was filled on.
		.innerJoin("template_version", "template_version.id", "return.version_id")
		.innerJoin("template", "template.id", "template_version.template_id")
		.select(["recipient.school_id", "recipient.return_id", "recipient.code", "recipient.name", "recipient.kind"])
		.select(["recipient.commune", "recipient.due_on", "return.round", "campaign.title", "return.version_id"])
		.select(["template.title as template", "template_version.number", "template_version.checked_at"])
		.where("recipient.return_id", "=", returnId)
		.where("campaign.state", "<>", "draft")
		.where("return.round", ">", 0);
	const row = await (side === "school"
		? all.where("recipient.school_id", "=", ctx.actor.unitId)
		: all.where("campaign.office_id", "=", ctx.actor.unitId)
	).executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return row;
}

async function codeOf(ctx: Ctx, { schoolId, returnId, round }: SlipPlace): Promise<string | null> {
	const row = await ctx.db
		.selectFrom("return_code")
		.select("code")
		.where("school_id", "=", schoolId)
		.where("return_id", "=", returnId)
		.where("round", "=", round)
		.executeTakeFirst();
	return row?.code ?? null;
}

/** The account is gone: the log of the school keeps the name. */
async function nameInLog(ctx: Ctx, { schoolId, returnId }: SlipPlace, at: string): Promise<string> {
	const entry = await ctx.db
		.selectFrom("audit_event")
		.select("actor_name")
		.where("unit_id", "=", schoolId)
		.where("subject", "=", `return/${returnId}`)
		.where("event", "=", "return.submitted")
		.where("at", "=", at)
		.executeTakeFirst();
	return entry?.actor_name ?? "";
}

/**
 * What a code stands for, for anybody: that a school sent this, when and with what result. Codes that nobody has are counted by
 * address. Throws `slip_code_unknown`, `too_many_attempts`.
 */
export async function verifyCode(ctx: AnonymousCtx, typed: string, address: string): Promise<Verified> {
	const code = codeFrom(typed);
	const row = code === null ? undefined : await findCode(ctx, code);
	if (!row) {
		await countAddress(ctx, "slip", address);
		throw problem("slip_code_unknown", {});
	}
	const verdict = JSON.parse(row.verdict) as Verdict;
	return {
		code: codeText(row.code),
		school: row.name,
		campaign: row.title,
		sentAt: row.submitted_at,
		verdict: verdict.result === "none" && verdict.reasons.length === 0 ? null : verdict.result,
		sha256: row.sha256,
		intact: createHash("sha256").update(row.answers).digest("hex") === row.sha256,
		replaced: row.latest > row.round,
	};
}

function findCode(ctx: AnonymousCtx, code: string) {
	return ctx.db
		.selectFrom("return_code as c")
		.innerJoin("submission as s", (join) =>
			join
				.onRef("s.school_id", "=", "c.school_id")
				.onRef("s.return_id", "=", "c.return_id")
				.onRef("s.round", "=", "c.round"),
		)
		.innerJoin("return as r", (join) => join.onRef("r.school_id", "=", "c.school_id").onRef("r.id", "=", "c.return_id"))
		.innerJoin("recipient as p", (join) =>
			join.onRef("p.school_id", "=", "c.school_id").onRef("p.return_id", "=", "c.return_id"),
		)
		.innerJoin("campaign", "campaign.id", "p.campaign_id")
		.select(["c.code", "c.round", "r.round as latest", "p.name", "campaign.title"])
		.select(["s.submitted_at", "s.verdict", "s.sha256", "s.answers"])
		.where("c.code", "=", code)
		.executeTakeFirst();
}
