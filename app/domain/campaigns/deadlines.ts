import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { type ExtensionInput, extensionInput } from "./schema.ts";

/**
 * Gives one or several schools of an issued campaign a later due day, with the reason; all of them or none. Throws
 * `extension_not_later` for a day not after a school's present one or before today, `already_submitted` for schools whose
 * return was judged on time or late already, `campaign_not_issued`, and not_found for a school that is no recipient.
 */
export async function extendDue(ctx: Ctx, campaignId: string, input: ExtensionInput): Promise<void> {
	demand(ctx.actor, "campaigns.write");
	const { schoolIds, dueOn, reason } = extensionInput.parse(input);
	const wanted = [...new Set(schoolIds)];
	await inTransaction(ctx, async (ctx) => {
		const campaign = await ownCampaign(ctx, campaignId);
		if (campaign.state !== "issued") throw problem("campaign_not_issued", {});
		const recipients = await ctx.db
			.selectFrom("recipient")
			.select(["school_id", "name", "due_on", "extension_reason", "first_submitted_at"])
			.where("campaign_id", "=", campaignId)
			.where("school_id", "in", wanted)
			// One order for everybody, so that two officers' extensions never lock in a circle.
			.orderBy("school_id")
			.execute();
		if (recipients.length !== wanted.length) throw problem("not_found", {});
		const submitted = recipients.filter((recipient) => recipient.first_submitted_at !== null);
		if (submitted.length > 0) throw problem("already_submitted", { names: submitted.map(({ name }) => name) });
		const latest = recipients
			.map((recipient) => recipient.due_on)
			.sort()
			.at(-1);
		if (latest === undefined || dueOn <= latest || dueOn < ctx.today) {
			throw problem("extension_not_later", { dueOn: latest ?? ctx.today });
		}
		for (const { school_id, due_on, extension_reason } of recipients) {
			await ctx.db
				.updateTable("recipient")
				.set({ due_on: dueOn, extension_reason: reason })
				.where("school_id", "=", school_id)
				.where("campaign_id", "=", campaignId)
				.execute();
			await record(ctx, {
				unitId: school_id,
				event: "campaign.extended",
				subject: `campaign/${campaignId}`,
				before: { dueOn: due_on, reason: extension_reason },
				after: { dueOn, reason },
			});
		}
	});
}

/** Closes an issued campaign: nothing more is accepted. Closing again changes nothing. Throws `campaign_not_issued`, not_found. */
export async function closeCampaign(ctx: Ctx, campaignId: string): Promise<void> {
	demand(ctx.actor, "campaigns.write");
	await inTransaction(ctx, async (ctx) => {
		const closed = await ctx.db
			.updateTable("campaign")
			.set({ state: "closed", closed_at: ctx.now, closed_by: ctx.actor.personId, updated_at: ctx.now })
			.where("id", "=", campaignId)
			.where("office_id", "=", ctx.actor.unitId)
			.where("state", "=", "issued")
			.returning("title")
			.executeTakeFirst();
		if (!closed) {
			const { state } = await ownCampaign(ctx, campaignId);
			if (state === "draft") throw problem("campaign_not_issued", {});
			return;
		}
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "campaign.closed",
			subject: `campaign/${campaignId}`,
			after: { state: "closed", title: closed.title },
		});
	});
}

async function ownCampaign(ctx: Ctx, campaignId: string) {
	const campaign = await ctx.db
		.selectFrom("campaign")
		.select("state")
		.where("id", "=", campaignId)
		.where("office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!campaign) throw problem("not_found", {});
	return campaign;
}
