import { sql } from "kysely";
import type { Actor, AnonymousCtx } from "../ctx.ts";
import { keyHash } from "./api-tokens.ts";
import { API_REQUESTS_A_MINUTE, type ApiRead } from "./schema.ts";

/** What a key opens, or why it opens nothing. */
export type ApiEntry =
	| { actor: Actor; reads: ApiRead[]; left: number }
	| { refused: "unknown" | "expired" | "revoked" }
	| { refused: "too_often"; retryAfterSeconds: number };

const MINUTE = 60_000;

/**
 * Lets a program in by its key and counts the request: so many a minute for each key, counted in the database, since all processes
 * share it. It acts for the office that made the key, as an officer who may only read; the key outlives the account of its maker. A key
 * is found by its hash, so how long the look-up takes tells nothing of the key.
 */
export async function enterByKey(ctx: AnonymousCtx, key: string): Promise<ApiEntry> {
	const found = await ctx.db
		.selectFrom("api_token")
		.innerJoin("unit", "unit.id", "api_token.office_id")
		.select(["api_token.id", "api_token.name", "reads", "expires_on", "revoked_at"])
		.select(["unit.id as unitId", "unit.name as unitName", "unit.path", "unit.status"])
		.where("token_hash", "=", keyHash(key))
		.executeTakeFirst();
	if (found?.status !== "active") return { refused: "unknown" };
	if (found.revoked_at !== null) return { refused: "revoked" };
	if (found.expires_on < ctx.today) return { refused: "expired" };
	const { count, since } = await countRequest(ctx, found.id);
	if (count > API_REQUESTS_A_MINUTE) {
		const over = Date.parse(since) + MINUTE - Date.parse(ctx.now);
		return { refused: "too_often", retryAfterSeconds: Math.max(1, Math.ceil(over / 1_000)) };
	}
	return {
		reads: JSON.parse(found.reads) as ApiRead[],
		left: API_REQUESTS_A_MINUTE - count,
		actor: {
			personId: found.id,
			name: found.name,
			username: "",
			role: "officer",
			unitId: found.unitId,
			unitName: found.unitName,
			unitPath: found.path,
			membershipId: found.id,
		},
	};
}

/** One statement, so that requests at the same moment are all counted; a transaction of its own. */
async function countRequest(ctx: AnonymousCtx, id: string): Promise<{ count: number; since: string }> {
	const over = new Date(Date.parse(ctx.now) - MINUTE).toISOString();
	const fresh = sql<boolean>`(window_at is null or window_at <= ${over})`;
	const row = await ctx.store.transaction((db) =>
		db
			.updateTable("api_token")
			.set({
				last_used_at: ctx.now,
				window_at: sql<string>`case when ${fresh} then ${ctx.now} else window_at end`,
				window_count: sql<number>`case when ${fresh} then 1 else window_count + 1 end`,
			})
			.where("id", "=", id)
			.returning(["window_count", "window_at"])
			.executeTakeFirstOrThrow(),
	);
	return { count: row.window_count, since: row.window_at ?? ctx.now };
}
