import { record } from "../audit/commands.ts";
import { type AnonymousCtx, type Ctx, inTransaction } from "../ctx.ts";
import { countAddress } from "../people/limits.ts";
import { demand } from "../people/policy.ts";
import { type Problem, problem } from "../problem.ts";
import { demandAsked, lockRound, newestRound, type Round, tokenHash } from "./rounds.ts";
import { clausesInForce } from "./rules.ts";
import { type ClauseRemark, type SchoolContent, type VoiceGroup, type VoiceInput, voiceForm } from "./schema.ts";
import { loadVersion } from "./versions.ts";

/**
 * The voice of a member of the school, by their account: once, no second voice. What they said is not written to the log. Throws
 * `voice_given`, `consultation_closed`, `consultation_group` when staff are not asked, and not_found for another school's version.
 */
export async function giveVoice(ctx: Ctx, versionId: string, input: VoiceInput): Promise<void> {
	demand(ctx.actor, "conduct.acknowledge");
	const voice = voiceForm.parse(input);
	await inTransaction(ctx, async (ctx) => {
		const version = await loadVersion(ctx, versionId);
		const round = await newestRound(ctx, version);
		if (!round) throw problem("not_found", {});
		demandAsked(round, "staff");
		const voter = `person/${ctx.actor.personId}`;
		if (!(await keepVoice(ctx, round, { voter, group: "staff", voice }))) throw problem("voice_given", {});
	});
}

/**
 * The voice of whoever holds a link, without an account. One voice a link: used again it says so and changes nothing. What is in vain
 * is counted by address, and too much of it is stopped; voices that count are not, since a hall of parents shares one address. Throws
 * `link_unknown`, `link_used`, `consultation_closed`, `too_many_attempts`.
 */
export async function voiceByLink(ctx: AnonymousCtx, token: string, input: VoiceInput, address: string): Promise<void> {
	const voice = voiceForm.parse(input);
	const link = await findLink(ctx, token);
	const vain = async (why: Problem) => {
		await countAddress(ctx, "voice", address);
		return why;
	};
	if (!link) throw await vain(problem("link_unknown", {}));
	if (link.used_at !== null) throw await vain(problem("link_used", { at: link.used_at }));
	if (!isOpen(link.round, ctx.today))
		throw await vain(problem("consultation_closed", { closesOn: link.round.closes_on }));
	const heard = await inTransaction(ctx, async (ctx) => {
		const given = { voter: `link/${link.id}`, group: link.group as VoiceGroup, voice };
		if (!(await keepVoice(ctx, link.round, given))) return false;
		await ctx.db
			.updateTable("consultation_link")
			.set({ used_at: ctx.now })
			.where("school_id", "=", link.school_id)
			.where("id", "=", link.id)
			.execute();
		return true;
	});
	if (!heard) throw await vain(problem("link_used", { at: ctx.now }));
}

/** A link by its token, with its round; null for one that nobody made. The school comes from the row, never from the address. */
export async function findLink(ctx: Pick<AnonymousCtx, "db">, token: string) {
	const link = await ctx.db
		.selectFrom("consultation_link")
		.select(["school_id", "id", "consultation_id", "group", "used_at"])
		.where("token_hash", "=", tokenHash(token))
		.executeTakeFirst();
	if (!link) return null;
	const round = await ctx.db
		.selectFrom("consultation")
		.selectAll()
		.where("school_id", "=", link.school_id)
		.where("id", "=", link.consultation_id)
		.executeTakeFirstOrThrow();
	return { ...link, round };
}

/** Whether a round still hears voices on a day. */
export function isOpen(round: Pick<Round, "closed_at" | "closes_on">, today: string): boolean {
	return round.closed_at === null && today <= round.closes_on;
}

/** Writes a voice unless this voter has been heard; says whether it did. Throws `consultation_closed`. */
async function keepVoice(
	ctx: AnonymousCtx,
	round: Round,
	given: { voter: string; group: VoiceGroup; voice: ReturnType<typeof voiceForm.parse> },
): Promise<boolean> {
	await lockRound(ctx, round, "share");
	const now = await ctx.db
		.selectFrom("consultation")
		.select(["closed_at", "closes_on"])
		.where("school_id", "=", round.school_id)
		.where("id", "=", round.id)
		.executeTakeFirstOrThrow();
	const key = { school_id: round.school_id, consultation_id: round.id, voter: given.voter };
	const { agrees, comment, remarks } = given.voice;
	if (!isOpen(now, ctx.today)) throw problem("consultation_closed", { closesOn: now.closes_on });
	if (remarks.length > 0) await refuseUnknownClauses(ctx, round, remarks);
	const made = await ctx.db
		.insertInto("consultation_voice")
		.values({
			...key,
			group: given.group,
			agrees: agrees ? 1 : 0,
			comment,
			remarks: JSON.stringify(remarks),
			at: ctx.now,
		})
		.onConflict((oc) => oc.columns(["school_id", "consultation_id", "voter"]).doNothing())
		.executeTakeFirst();
	if (made.numInsertedOrUpdatedRows !== 1n) return false;
	// How somebody voted is theirs: the log tells that a voice was given, by whom it is signed in, and not which.
	await record(ctx, {
		unitId: round.school_id,
		event: "conduct.voice_given",
		subject: `conduct/${round.version_id}`,
		after: { group: given.group },
	});
	return true;
}

/** Throws not_found for a remark on a clause that is not in the text. */
async function refuseUnknownClauses(ctx: AnonymousCtx, round: Round, remarks: readonly ClauseRemark[]): Promise<void> {
	const { content } = await ctx.db
		.selectFrom("conduct_version")
		.select("content")
		.where("school_id", "=", round.school_id)
		.where("id", "=", round.version_id)
		.executeTakeFirstOrThrow();
	const { modules } = JSON.parse(content) as SchoolContent;
	const codes = new Set(modules.flatMap(clausesInForce).map(({ code }) => code));
	if (!remarks.every(({ code }) => codes.has(code))) throw problem("not_found", {});
}
