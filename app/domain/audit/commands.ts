import { createHash } from "node:crypto";
import type { AnonymousCtx } from "../ctx.ts";

/**
 * The chain of what belongs to no unit: sign-ins under names that nobody has, wrong one-time codes, guessing from one address.
 * It is no unit's id; only administrators of a root office should be shown it.
 */
export const SYSTEM_CHAIN = "00000000-0000-7000-8000-000000000000";

/** One thing that happened. `before` and `after` hold what changed, never secrets. */
export type AuditEntry = {
	/** Unit whose chain it joins: the school for what happens to its records, else the office. */
	unitId: string;
	/** `room.what_happened`, such as `return.submitted`. */
	event: string;
	/** What it happened to: `return/<id>`. */
	subject: string;
	before?: unknown;
	after?: unknown;
};

/** Hash of a link: everything a person could want to change about it, and the link before. */
export function linkHash(link: {
	unit_id: string;
	seq: number;
	at: string;
	actor_id: string | null;
	actor_name: string;
	event: string;
	subject: string;
	before: string | null;
	after: string | null;
	prev_hash: string;
}): string {
	const { unit_id, seq, at, actor_id, actor_name, event, subject, before, after, prev_hash } = link;
	return createHash("sha256")
		.update(JSON.stringify([unit_id, seq, at, actor_id, actor_name, event, subject, before, after, prev_hash]))
		.digest("hex");
}

/**
 * Appends an entry to the unit's chain, in the transaction of the write it tells of (so `ctx` must be inside one). Chains of
 * different units never wait for one another.
 */
export async function record(ctx: AnonymousCtx, entry: AuditEntry): Promise<void> {
	if (!ctx.inTransaction) throw new Error(`audit entry ${entry.event} outside a transaction`);
	// Taking the next number locks the head, so that two transactions on PostgreSQL cannot both follow the same link.
	const head = await ctx.db
		.insertInto("audit_head")
		.values({ unit_id: entry.unitId, seq: 1, hash: "" })
		.onConflict((oc) => oc.column("unit_id").doUpdateSet((eb) => ({ seq: eb("audit_head.seq", "+", 1) })))
		.returning(["seq", "hash"])
		.executeTakeFirstOrThrow();
	const link = {
		unit_id: entry.unitId,
		seq: head.seq,
		at: ctx.now,
		actor_id: ctx.actor?.personId ?? null,
		actor_name: ctx.actor?.name ?? "",
		event: entry.event,
		subject: entry.subject,
		before: entry.before === undefined ? null : JSON.stringify(entry.before),
		after: entry.after === undefined ? null : JSON.stringify(entry.after),
		prev_hash: head.hash,
	};
	const hash = linkHash(link);
	await ctx.db
		.insertInto("audit_event")
		.values({ ...link, hash })
		.execute();
	await ctx.db.updateTable("audit_head").set({ hash }).where("unit_id", "=", entry.unitId).execute();
}
