import { sql } from "kysely";
import { type BulkColumn, insertRows } from "#db/bulk.ts";
import type { FindingTable } from "#db/schema.ts";
import type { Ctx } from "../ctx.ts";
import type { Measure } from "../forms/schema.ts";
import { newId } from "../id.ts";

/** A criterion not met in a submission. */
export type Shortcoming = {
	item: string;
	row: string;
	knockout: boolean;
	mandatory: boolean;
	remark: string;
	measure: Measure | null;
};

const columns: readonly BulkColumn[] = [
	...["school_id", "id", "campaign_id", "return_id", "item", "row"].map((name) => ({ name, type: "text" as const })),
	{ name: "knockout", type: "integer" },
	{ name: "mandatory", type: "integer" },
	...["remark", "measure", "owner", "due_on"].map((name) => ({ name, type: "text" as const })),
	{ name: "superior", type: "integer" },
	...["request", "state", "raised_at", "mended_at"].map((name) => ({ name, type: "text" as const })),
];

const renew = sql`on conflict (school_id, return_id, item, "row") do update set
	knockout = excluded.knockout, mandatory = excluded.mandatory, remark = excluded.remark, measure = excluded.measure,
	owner = excluded.owner, due_on = excluded.due_on, superior = excluded.superior, request = excluded.request,
	state = 'open', mended_at = null`;

/**
 * Brings a return's findings in line with what was just sent, in the caller's transaction: raises or renews those of the criteria
 * not met, mends the others. `first`: nothing was sent before, so there is nothing to mend.
 */
export async function settleFindings(
	ctx: Ctx,
	of: { schoolId: string; campaignId: string; returnId: string },
	unmet: readonly Shortcoming[],
	first: boolean,
): Promise<void> {
	if (!first) await mendOthers(ctx, of, unmet);
	const rows = unmet.map(
		({ item, row, knockout, mandatory, remark, measure }): FindingTable => ({
			school_id: of.schoolId,
			id: newId(),
			campaign_id: of.campaignId,
			return_id: of.returnId,
			item,
			row,
			knockout: knockout ? 1 : 0,
			mandatory: mandatory ? 1 : 0,
			remark,
			measure: measure?.what ?? "",
			owner: measure?.who ?? "",
			due_on: measure?.due || null,
			superior: measure?.superior ? 1 : 0,
			request: measure?.request ?? "",
			state: "open",
			raised_at: ctx.now,
			mended_at: null,
		}),
	);
	await insertRows(ctx.db, ctx.engine, "finding", columns, rows, renew);
}

async function mendOthers(
	ctx: Ctx,
	of: { schoolId: string; returnId: string },
	unmet: readonly Shortcoming[],
): Promise<void> {
	const open = await ctx.db
		.selectFrom("finding")
		.select(["id", "item", "row"])
		.where("school_id", "=", of.schoolId)
		.where("return_id", "=", of.returnId)
		.where("state", "=", "open")
		.execute();
	const mended = open.filter((found) => !unmet.some((now) => now.item === found.item && now.row === found.row));
	if (mended.length === 0) return;
	await ctx.db
		.updateTable("finding")
		.set({ state: "mended", mended_at: ctx.now })
		.where("school_id", "=", of.schoolId)
		.where(
			"id",
			"in",
			mended.map((found) => found.id),
		)
		.execute();
}
