import type { Updateable } from "kysely";
import type { RecipientTable } from "#db/tables/campaigns.ts";
import type { Ctx } from "../ctx.ts";

/** The columns of `recipient` that tell how a school's return stands. */
export type Progress = Pick<
	Updateable<RecipientTable>,
	| "state"
	| "progress"
	| "opened_at"
	| "first_submitted_at"
	| "submitted_at"
	| "on_time"
	| "reviewed_at"
	| "verdict"
	| "met"
	| "counted"
	| "percent_tenths"
	| "reasons"
	| "open_findings"
>;

/** Keeps how a school's return stands beside the school in the campaign's list, in the caller's transaction: the only writer of these columns. */
export async function recordProgress(ctx: Ctx, schoolId: string, campaignId: string, set: Progress): Promise<void> {
	if (!ctx.inTransaction) throw new Error("progress recorded outside a transaction");
	await ctx.db
		.updateTable("recipient")
		.set(set)
		.where("school_id", "=", schoolId)
		.where("campaign_id", "=", campaignId)
		.execute();
}
