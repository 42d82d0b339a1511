import { createHash, randomBytes } from "node:crypto";
import { type Ctx, inTransaction } from "../ctx.ts";
import { dayOf } from "../days.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { demandAsked, type Round, roundOf, tokenHash } from "./rounds.ts";
import { closedOn } from "./rules.ts";
import {
	LINKS_OF_A_ROUND,
	type LinksInput,
	linksForm,
	type MeetingInput,
	meetingForm,
	type VoiceGroup,
} from "./schema.ts";
import { demandState, loadForWriting, refuseForeignFile, tell } from "./versions.ts";

/** A link as it is shown once: the token is in the page's answer and nowhere else. */
export type MadeLink = { id: string; token: string; group: VoiceGroup; label: string };

/** What a form that makes links is drawn with. */
export function newLinkSeed(): string {
	return randomBytes(16).toString("base64url");
}

/**
 * Makes links to be heard by without an account, one voice each; only hashes are kept. Each token is 128 bits drawn from the form's
 * random seed, so that the form posted twice answers with the same links. Throws `consultation_group` for a group that is not asked,
 * `too_many_links`, `conduct_state`.
 */
export async function makeLinks(ctx: Ctx, versionId: string, input: LinksInput): Promise<MadeLink[]> {
	demand(ctx.actor, "conduct.decide");
	const form = linksForm.parse(input);
	return inTransaction(ctx, async (ctx) => {
		const version = await loadForWriting(ctx, versionId);
		demandState(version, "consulting");
		const round = await roundOf(ctx, version);
		demandAsked(round, form.group);
		const made: MadeLink[] = Array.from({ length: form.count }, (_, index) => ({
			id: newId(),
			token: createHash("sha256")
				.update(`${round.id}/${form.seed}/${index}`)
				.digest()
				.subarray(0, 16)
				.toString("base64url"),
			group: form.group,
			label: form.label,
		}));
		const there = await countLinks(ctx, round);
		if (there + made.length > LINKS_OF_A_ROUND) throw problem("too_many_links", { limit: LINKS_OF_A_ROUND });
		const written = await ctx.db
			.insertInto("consultation_link")
			.values(
				made.map(({ id, token, group, label }) => ({
					school_id: version.school_id,
					id,
					consultation_id: round.id,
					token_hash: tokenHash(token),
					group,
					label,
					created_by: ctx.actor.personId,
					created_at: ctx.now,
				})),
			)
			.onConflict((oc) => oc.columns(["school_id", "token_hash"]).doNothing())
			.executeTakeFirst();
		const count = Number(written.numInsertedOrUpdatedRows);
		if (count > 0) {
			const after = { group: form.group, label: form.label, count };
			await tell(ctx, version, { event: "conduct.links_made", after });
		}
		return made;
	});
}

async function countLinks(ctx: Ctx, round: Round): Promise<number> {
	const { n } = await ctx.db
		.selectFrom("consultation_link")
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.where("school_id", "=", round.school_id)
		.where("consultation_id", "=", round.id)
		.executeTakeFirstOrThrow();
	return Number(n);
}

/**
 * Writes the voices that were counted at a meeting, with its minutes. The same id again corrects it while the round is open. Throws
 * `meeting_day` outside the days of the round, `consultation_group`, `conduct_state`, and not_found for a foreign file.
 */
export async function countMeeting(ctx: Ctx, versionId: string, input: MeetingInput): Promise<void> {
	demand(ctx.actor, "conduct.decide");
	const { id, ...form } = meetingForm.parse(input);
	await inTransaction(ctx, async (ctx) => {
		const version = await loadForWriting(ctx, versionId);
		demandState(version, "consulting");
		const round = await roundOf(ctx, version);
		demandAsked(round, form.group);
		const [from, to] = [dayOf(round.opened_at), closedOn(round.closes_on, ctx.today)];
		if (form.heldOn < from || form.heldOn > to) throw problem("meeting_day", { from, to });
		await refuseForeignFile(ctx, form.fileId);
		const before = await ctx.db
			.selectFrom("consultation_meeting")
			.select(["consultation_id", "group", "held_on", "present", "agreed", "file_id"])
			.where("school_id", "=", version.school_id)
			.where("id", "=", id)
			.executeTakeFirst();
		if (before && before.consultation_id !== round.id) throw problem("not_found", {});
		const { heldOn, fileId, group, present, agreed } = form;
		const row = { consultation_id: round.id, group, held_on: heldOn, present, agreed, file_id: fileId };
		if (before && JSON.stringify(before) === JSON.stringify(row)) return;
		await ctx.db
			.insertInto("consultation_meeting")
			.values({ ...row, school_id: version.school_id, id, created_by: ctx.actor.personId, created_at: ctx.now })
			.onConflict((oc) => oc.columns(["school_id", "id"]).doUpdateSet(row))
			.execute();
		await tell(ctx, version, { event: "conduct.meeting_counted", before, after: row });
	});
}
