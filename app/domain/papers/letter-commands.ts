import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { reportedCampaign } from "../reports/queries.ts";
import { figureKeys, noticeDraft, reminderDraft } from "./letter-drafts.ts";
import { draftFacts, lateSchools } from "./letter-facts.ts";
import { loadDraft } from "./letter-queries.ts";
import { type LetterContent, type LetterInput, type LetterKind, letterInput } from "./letter-schema.ts";
import { keysIn } from "./rules.ts";

/**
 * Begins the letter to the schools that are late, or goes on with the one begun. Throws `letter_nobody_late`, `campaign_not_issued`,
 * not_found for another office's campaign.
 */
export async function draftReminder(ctx: Ctx, campaignId: string | undefined): Promise<string> {
	demand(ctx.actor, "campaigns.write");
	const campaign = await reportedCampaign(ctx, campaignId);
	return inTransaction(ctx, async (ctx) => {
		const begun = await openDraft(ctx, campaign.id, "reminder");
		if (begun) return begun;
		if (campaign.state !== "issued") throw problem("campaign_not_issued", {});
		if ((await lateSchools(ctx, campaign.id)).length === 0) throw problem("letter_nobody_late", {});
		return begin(ctx, campaign.id, "reminder", reminderDraft(await draftFacts(ctx, campaign)));
	});
}

/**
 * Begins the text that the notices of a campaign's results are written from, or goes on with it. Throws not_found for a form that
 * judges nobody and for another office's campaign; `campaign_not_issued`.
 */
export async function draftNotices(ctx: Ctx, campaignId: string | undefined): Promise<string> {
	demand(ctx.actor, "returns.review");
	const campaign = await reportedCampaign(ctx, campaignId);
	if (campaign.definition.rule.type === "none") throw problem("not_found", {});
	if (campaign.state === "draft") throw problem("campaign_not_issued", {});
	return inTransaction(ctx, async (ctx) => {
		const begun = await openDraft(ctx, campaign.id, "result");
		return begun ?? (await begin(ctx, campaign.id, "result", noticeDraft(await draftFacts(ctx, campaign))));
	});
}

async function openDraft(ctx: Ctx, campaignId: string, kind: LetterKind): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom("letter")
		.select("id")
		.where("campaign_id", "=", campaignId)
		.where("kind", "=", kind)
		.where("state", "=", "draft")
		.where("office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	return row?.id;
}

async function begin(ctx: Ctx, campaignId: string, kind: LetterKind, content: LetterContent): Promise<string> {
	const id = newId();
	await ctx.db
		.insertInto("letter")
		.values({
			id,
			office_id: ctx.actor.unitId,
			campaign_id: campaignId,
			kind,
			state: "draft",
			revision: 1,
			content: JSON.stringify(content),
			created_by: ctx.actor.personId,
			created_at: ctx.now,
			updated_at: ctx.now,
		})
		.execute();
	await record(ctx, {
		unitId: ctx.actor.unitId,
		event: "letter.drafted",
		subject: `letter/${id}`,
		after: { kind, campaign: campaignId },
	});
	return id;
}

/** Saves a draft on top of the revision that the page showed. Throws `letter_changed`, `letter_issued`, `report_unknown_figures`, not_found. */
export async function saveLetter(ctx: Ctx, letterId: string | undefined, input: LetterInput): Promise<void> {
	demand(ctx.actor, "campaigns.write");
	const { revision, abstract, opening, closing, ...head } = letterInput.parse(input);
	const content: LetterContent = { head, abstract, opening, closing };
	await inTransaction(ctx, async (ctx) => {
		const letter = await loadDraft(ctx, letterId);
		const known = figureKeys(letter.kind);
		const unknown = keysIn([abstract, opening, closing, ...head.recipients].join("\n")).filter(
			(key) => !known.includes(key),
		);
		if (unknown.length > 0) throw problem("report_unknown_figures", { tokens: unknown.map((key) => `{{${key}}}`) });
		const saved = await ctx.db
			.updateTable("letter")
			.set({ content: JSON.stringify(content), revision: revision + 1, updated_at: ctx.now })
			.where("id", "=", letter.id)
			.where("state", "=", "draft")
			.where("revision", "=", revision)
			.executeTakeFirst();
		if (saved.numUpdatedRows !== 1n) throw problem("letter_changed", {});
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "letter.changed",
			subject: `letter/${letter.id}`,
			before: letter.content,
			after: content,
		});
	});
}

/** Throws a draft away; what it said stays in the log. Throws `letter_issued`, not_found. */
export async function discardLetter(ctx: Ctx, letterId: string | undefined): Promise<void> {
	demand(ctx.actor, "campaigns.write");
	await inTransaction(ctx, async (ctx) => {
		const letter = await loadDraft(ctx, letterId);
		await ctx.db.deleteFrom("letter").where("id", "=", letter.id).where("state", "=", "draft").execute();
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "letter.discarded",
			subject: `letter/${letter.id}`,
			before: { kind: letter.kind, ...letter.content },
		});
	});
}
