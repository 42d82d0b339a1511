import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { AnonymousCtx } from "../ctx.ts";
import { newId } from "../id.ts";
import { problem } from "../problem.ts";
import { ADDRESS_ATTEMPTS, ADDRESS_WINDOW_MINUTES, addressKey, LOCK_AFTER, LOCK_MINUTES } from "./rules.ts";

/** Counters live in the database: they outlive a restart and are shared by all processes. */

const MINUTE = 60_000;

/** Counters of names nobody has are dropped after this long: until then such a name behaves like one that exists. */
const FORGET_DAYS = 30;

/** What is tried from an address: each is counted apart. `poster` is no guess but work that anybody may ask for. */
type Attempt = "password" | "code" | "voice" | "poster" | "slip";

/**
 * Counts an attempt from an address before it is judged, so that many at once cannot slip through. Throws `too_many_attempts`.
 * `what` keeps passwords, codes and voices of a consultation apart. A transaction of its own.
 */
export async function countAddress(ctx: AnonymousCtx, what: Attempt, address: string): Promise<void> {
	const now = Date.parse(ctx.now);
	const window = ADDRESS_WINDOW_MINUTES * MINUTE;
	const key = `${what}:${addressKey(address)}`;
	const counted = await ctx.store.transaction((db) =>
		db
			.insertInto("rateLimit")
			.values({ id: newId(), key, count: 1, lastRequest: now })
			.onConflict((oc) =>
				oc.column("key").doUpdateSet({
					count: sql<number>`case when "rateLimit"."lastRequest" <= ${now - window} then 1 else "rateLimit".count + 1 end`,
					lastRequest: sql<number>`case when "rateLimit"."lastRequest" <= ${now - window} then ${now} else "rateLimit"."lastRequest" end`,
				}),
			)
			.returning(["count", "lastRequest"])
			.executeTakeFirstOrThrow(),
	);
	if (counted.count > ADDRESS_ATTEMPTS) {
		throw problem("too_many_attempts", { until: new Date(counted.lastRequest + window).toISOString() });
	}
}

/** Takes an attempt back that turned out right. Inside a transaction. */
export async function refundAddress(ctx: AnonymousCtx, what: Attempt, address: string): Promise<void> {
	await ctx.db
		.updateTable("rateLimit")
		.set((eb) => ({ count: eb("count", "-", 1) }))
		.where("key", "=", `${what}:${addressKey(address)}`)
		.where("count", ">", 0)
		.execute();
}

/** How often a name was tried since it last was right: `until` is set when it is locked, by this attempt or before it. */
export type Tries = { personId: string | null; tries: number; until: string | null; refused: boolean };

/**
 * Counts an attempt at a username before its password is judged: five, and it is locked for 15 minutes. A name that nobody has is
 * counted and locked in the same way, so that answers do not tell which names exist. Inside a transaction.
 */
export async function countUsername(ctx: AnonymousCtx, username: string): Promise<Tries> {
	const until = new Date(Date.parse(ctx.now) + LOCK_MINUTES * MINUTE).toISOString();
	const tries = sql<number>`case when locked_until is null then failed_sign_ins + 1 else 1 end`;
	const counted = await ctx.db
		.updateTable("person")
		.set({
			failed_sign_ins: tries,
			locked_until: sql<string | null>`case when ${tries} >= ${sql.lit(LOCK_AFTER)} then ${until} else null end`,
		})
		.where("username", "=", username)
		.where((eb) => eb.or([eb("locked_until", "is", null), eb("locked_until", "<=", ctx.now)]))
		.returning(["id", "failed_sign_ins", "locked_until"])
		.executeTakeFirst();
	if (counted)
		return { personId: counted.id, tries: counted.failed_sign_ins, until: counted.locked_until, refused: false };
	const locked = await ctx.db
		.selectFrom("person")
		.select(["id", "failed_sign_ins", "locked_until"])
		.where("username", "=", username)
		.executeTakeFirst();
	if (locked) return { personId: locked.id, tries: locked.failed_sign_ins, until: locked.locked_until, refused: true };
	return countUnknown(ctx, username);
}

async function countUnknown(ctx: AnonymousCtx, username: string): Promise<Tries> {
	const now = Date.parse(ctx.now);
	const lock = LOCK_MINUTES * MINUTE;
	await ctx.db
		.deleteFrom("rateLimit")
		.where("lastRequest", "<", now - FORGET_DAYS * 1440 * MINUTE)
		.execute();
	// Hashed: people type their password into the wrong box.
	const key = `name:${createHash("sha256").update(username).digest("base64url")}`;
	const before = await ctx.db
		.selectFrom("rateLimit")
		.select(["count", "lastRequest"])
		.where("key", "=", key)
		.executeTakeFirst();
	const wasLocked = before !== undefined && before.count >= LOCK_AFTER;
	if (wasLocked && before.lastRequest + lock > now) {
		const until = new Date(before.lastRequest + lock).toISOString();
		return { personId: null, tries: before.count, until, refused: true };
	}
	const { count } = await ctx.db
		.insertInto("rateLimit")
		.values({ id: newId(), key, count: 1, lastRequest: now })
		.onConflict((oc) =>
			oc.column("key").doUpdateSet({
				count: wasLocked ? 1 : sql<number>`"rateLimit".count + 1`,
				lastRequest: now,
			}),
		)
		.returning("count")
		.executeTakeFirstOrThrow();
	const until = count >= LOCK_AFTER ? new Date(now + lock).toISOString() : null;
	return { personId: null, tries: count, until, refused: false };
}

/** Forgets wrong passwords and opens a lock. Inside a transaction. */
export async function forgetFailures(ctx: AnonymousCtx, personId: string): Promise<void> {
	await ctx.db
		.updateTable("person")
		.set({ failed_sign_ins: 0, locked_until: null })
		.where("id", "=", personId)
		.execute();
}
