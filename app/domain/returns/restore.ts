import { insertRows } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { answerKey } from "../forms/answers.ts";
import { type KeptOperation, replaceAnswer, text } from "./save.ts";

/**
 * Brings the living answers of a return up to its log, in the caller's transaction: the latest applied operation of each item.
 * Needed before a return may be changed again, since what came along with a sending stands in the log alone.
 */
export async function restoreAnswers(ctx: Ctx, schoolId: string, returnId: string): Promise<void> {
	const events = await ctx.db
		.selectFrom("answer_event")
		.select(["id", "operation", "revision", "actor_id", "received_at"])
		.where("school_id", "=", schoolId)
		.where("return_id", "=", returnId)
		.where("revision", "is not", null)
		.orderBy("revision")
		.execute();
	const latest = new Map<string, object>();
	for (const { id, operation, revision, actor_id, received_at } of events) {
		const { item, row = "", value, note = "", measure = null } = JSON.parse(operation) as KeptOperation;
		latest.set(answerKey(item, row), {
			item,
			row,
			value: JSON.stringify(value),
			note,
			measure: measure && JSON.stringify(measure),
			revision,
			operation_id: id,
			answered_by: actor_id,
			answered_at: received_at,
		});
	}
	const columns = [
		text("school_id", schoolId),
		text("return_id", returnId),
		...["item", "row", "value", "note", "measure"].map((name) => text(name)),
		{ name: "revision", type: "integer" as const },
		...["operation_id", "answered_by", "answered_at"].map((name) => text(name)),
	];
	await insertRows(ctx.db, ctx.engine, "answer", columns, [...latest.values()], replaceAnswer);
}
