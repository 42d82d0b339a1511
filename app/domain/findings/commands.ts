import { type BulkColumn, insertRows } from "#db/bulk.ts";
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

const text = (name: string, same?: string | null): BulkColumn => ({ name, type: "text", same });
const flag = (name: string): BulkColumn => ({ name, type: "integer" });

const renew = `on conflict (school_id, return_id, item, "row") do update set
	knockout = excluded.knockout, mandatory = excluded.mandatory, remark = excluded.remark, measure = excluded.measure,
	owner = excluded.owner, due_on = excluded.due_on, superior = excluded.superior, request = excluded.request,
	state = 'open', mended_at = null`;

/**
 * Brings a return's findings in line with what was just sent, in the caller's transaction: raises or renews those of the criteria
 * not met, mends the others. `first`: nothing was sent before, so there is nothing to mend. Answers by how many the open ones, and
 * the petitions among them, became more.
 */
export async function settleFindings(
	ctx: Ctx,
	of: { schoolId: string; campaignId: string; returnId: string },
	unmet: readonly Shortcoming[],
	first: boolean,
): Promise<{ open: number; petitions: number }> {
	const before = first ? { open: 0, petitions: 0 } : await mendOthers(ctx, of, unmet);
	const petitions = unmet.filter(({ measure }) => measure?.superior).length;
	const moved = { open: unmet.length - before.open, petitions: petitions - before.petitions };
	if (unmet.length === 0) return moved;
	const columns = [
		text("school_id", of.schoolId),
		text("id"),
		text("campaign_id", of.campaignId),
		text("return_id", of.returnId),
		...["item", "row", "remark", "measure", "owner", "due_on", "request"].map((name) => text(name)),
		...["knockout", "mandatory", "superior"].map(flag),
		text("state", "open"),
		text("raised_at", ctx.now),
		text("mended_at", null),
	];
	const rows = unmet.map(({ item, row, knockout, mandatory, remark, measure }) => ({
		id: newId(),
		item,
		row,
		remark,
		measure: measure?.what ?? "",
		owner: measure?.who ?? "",
		due_on: measure?.due || null,
		request: measure?.request ?? "",
		knockout: knockout ? 1 : 0,
		mandatory: mandatory ? 1 : 0,
		superior: measure?.superior ? 1 : 0,
	}));
	await insertRows(ctx.db, ctx.engine, "finding", columns, rows, renew);
	return moved;
}

/** Mends what is met now; answers with how many were open before. */
async function mendOthers(
	ctx: Ctx,
	of: { schoolId: string; returnId: string },
	unmet: readonly Shortcoming[],
): Promise<{ open: number; petitions: number }> {
	const open = await ctx.db
		.selectFrom("finding")
		.select(["id", "item", "row", "superior"])
		.where("school_id", "=", of.schoolId)
		.where("return_id", "=", of.returnId)
		.where("state", "=", "open")
		.execute();
	const mended = open.filter((found) => !unmet.some((now) => now.item === found.item && now.row === found.row));
	const before = { open: open.length, petitions: open.filter(({ superior }) => superior === 1).length };
	if (mended.length === 0) return before;
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
	return before;
}
