import type { Engine } from "#db/engine.ts";
import type { Db, Store } from "#db/store.ts";

export type Locale = "vi" | "en";

/** Roles a person holds at a unit. The first three belong to offices, the others to schools. */
export type Role = "office_admin" | "officer" | "reader" | "principal" | "deputy" | "teacher";

/** Who is asking: one person in one membership. The unit is their scope; it comes from the session, never from the request. */
export type Actor = {
	personId: string;
	name: string;
	username: string;
	role: Role;
	unitId: string;
	unitName: string;
	/** Path of the unit in the tree; everything below it starts with it. */
	unitPath: string;
	membershipId: string;
};

/** Where bytes of uploaded files live: a folder, or a bucket. */
export type FileStore = {
	put(key: string, bytes: Uint8Array): Promise<void>;
	get(key: string): Promise<Uint8Array>;
	/** Destroys for good; nothing happens when it is not there. */
	remove(key: string): Promise<void>;
};

/** What every function that reads or writes takes first. There is no global database handle. */
export type Ctx = {
	/** Outside a transaction: for reading only. Inside: the transaction's own handle. */
	db: Db;
	engine: Engine;
	actor: Actor;
	/** UTC, ISO-8601 with milliseconds. Rules never ask the clock. */
	now: string;
	/** The calendar day of `now` in the office's time zone, `2026-11-23`. */
	today: string;
	locale: Locale;
	files: FileStore;
	store: Store;
	inTransaction: boolean;
};

/** For what happens before anybody is known: signing in, redeeming a slip. */
export type AnonymousCtx = Omit<Ctx, "actor"> & { actor: Actor | null };

/**
 * Runs `work` in a transaction, or in the one that is already open: commands call each other without nesting. Inside, use the
 * given `ctx` only: a query on an outer handle waits for the transaction that waits for it.
 */
export function inTransaction<C extends AnonymousCtx, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
	if (ctx.inTransaction) return work(ctx);
	return ctx.store.transaction((db) => work({ ...ctx, db, inTransaction: true }));
}
