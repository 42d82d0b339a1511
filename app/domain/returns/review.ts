import { record } from "../audit/commands.ts";
import { recordProgress } from "../campaigns/progress.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { prepare } from "../forms/prepare.ts";
import { isRowId } from "../forms/rows.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { moveTallies } from "../tallies/commands.ts";
import { definitionOf } from "../templates/queries.ts";
import { cleanText } from "../text.ts";
import { lockRecipient, readReview } from "./load.ts";
import { restoreAnswers } from "./restore.ts";
import type { MarkedItem, ReviewInput } from "./schema.ts";
import { moved } from "./submit.ts";

/**
 * Accepts a return, or sends it back naming items and reasons, as the office that issued the campaign. One decision per round: the
 * second officer gets `review_decided` with who decided what. Throws not_found for another office's, `return_changed` when the
 * school has sent again since, `nothing_marked`, `reason_missing`, `invalid_input` for items the form does not have, and
 * `return_closed` for sending back in a closed campaign, where the school could not mend anything.
 */
export async function reviewReturn(ctx: Ctx, returnId: string, input: ReviewInput): Promise<void> {
	demand(ctx.actor, "returns.review");
	await inTransaction(ctx, async (ctx) => {
		if (ctx.engine === "postgres") await lockRecipient(ctx, returnId);
		const found = await ctx.db
			.selectFrom("recipient")
			.innerJoin("campaign", "campaign.id", "recipient.campaign_id")
			.innerJoin("return", (join) =>
				join.onRef("return.school_id", "=", "recipient.school_id").onRef("return.id", "=", "recipient.return_id"),
			)
			.select([
				"recipient.school_id as schoolId",
				"recipient.campaign_id as campaignId",
				"recipient.path",
				"return.state",
				"return.round",
				"campaign.state as campaignState",
				"return.version_id as versionId",
			])
			.where("recipient.return_id", "=", returnId)
			.where("campaign.office_id", "=", ctx.actor.unitId)
			.executeTakeFirst();
		if (!found || found.round === 0) throw problem("not_found", {});
		await refuseDecided(ctx, found, returnId, input.round);
		const { decision } = input;
		const remark = cleanText(input.remark);
		const items = decision === "sent_back" ? markedItems(input) : [];
		if (decision === "sent_back") {
			if (items.length === 0 && remark === "") throw problem("nothing_marked", {});
			if (found.campaignState === "closed") throw problem("return_closed", { why: "campaign_closed" });
			refuseUnknown(await definitionOf(ctx, found.versionId), items);
			await restoreAnswers(ctx, found.schoolId, returnId);
		}
		const { schoolId } = found;
		await ctx.db
			.updateTable("return")
			.set({ state: decision, updated_at: ctx.now })
			.where("school_id", "=", schoolId)
			.where("id", "=", returnId)
			.execute();
		await ctx.db
			.insertInto("review")
			.values({
				school_id: schoolId,
				return_id: returnId,
				round: input.round,
				decision,
				remark,
				items: JSON.stringify(items),
				reviewed_by: ctx.actor.personId,
				reviewed_at: ctx.now,
			})
			.execute();
		await recordProgress(ctx, schoolId, found.campaignId, { state: decision, reviewed_at: ctx.now });
		await record(ctx, {
			unitId: schoolId,
			event: `return.${decision}`,
			subject: `return/${returnId}`,
			before: { state: found.state },
			after: { state: decision, round: input.round, remark, items },
		});
		await moveTallies(ctx, found, moved(found.state, decision));
	});
}

/** One round is decided once, and only the latest can be. */
async function refuseDecided(
	ctx: Ctx,
	found: { schoolId: string; state: string; round: number },
	returnId: string,
	round: number,
): Promise<void> {
	if (found.state === "submitted" && found.round === round) return;
	const earlier = await readReview(ctx, found.schoolId, returnId, round);
	if (!earlier) throw problem("return_changed", { round: found.round });
	throw problem("review_decided", { decision: earlier.decision, by: earlier.reviewedBy, at: earlier.reviewedAt });
}

/** A mark without a reason tells the school nothing. */
function markedItems(input: ReviewInput): MarkedItem[] {
	const items = input.items.map(({ item, row, reason }) => ({ item, row, reason: cleanText(reason) }));
	const silent = items.filter(({ reason }) => reason === "");
	if (silent.length > 0) throw problem("reason_missing", { items: silent.map(({ item }) => item) });
	return items;
}

function refuseUnknown(definition: Parameters<typeof prepare>[0], items: MarkedItem[]): void {
	const { itemByCode, rosters, rosterOf } = prepare(definition);
	// A roster may be marked as a whole or by the row, its items by the row.
	const unknown = items.filter(({ item, row }) => {
		if (rosters.has(item)) return row !== "" && !isRowId(row);
		const found = itemByCode.get(item);
		if (!found || found.type === "computed") return true;
		return rosterOf.has(item) ? !isRowId(row) : row !== "";
	});
	if (unknown.length === 0) return;
	throw problem("invalid_input", { fields: unknown.map(({ item }) => ({ field: `items.${item}`, message: item })) });
}
