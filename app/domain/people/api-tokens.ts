import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { addDays } from "../days.ts";
import { isId } from "../id.ts";
import { problem } from "../problem.ts";
import { demand } from "./policy.ts";
import { API_KEY_DAYS, type ApiKeyInput, type ApiRead } from "./schema.ts";

/** Keys in use that one office may have: one a workbook, with room to spare. */
const KEYS_AT_ONCE = 50;

/** `attt_` so that who finds one in a file knows what it is; 256 random bits, which nobody can try through. */
function newKey(): string {
	return `attt_${randomBytes(32).toString("base64url")}`;
}

/** What is kept of a key. */
export function keyHash(key: string): string {
	return createHash("sha256").update(key).digest("hex");
}

/**
 * Makes a key for the actor's office and returns it: it is kept as a hash and never shown again. Sending the form again does not make
 * a second one: `api_key_made`. Also throws `api_key_expiry`, `too_many_api_keys`.
 */
export async function makeApiKey(ctx: Ctx, { id, name, reads, expiresOn }: ApiKeyInput): Promise<string> {
	demand(ctx.actor, "api.write");
	const latest = addDays(ctx.today, API_KEY_DAYS);
	if (expiresOn < ctx.today || expiresOn > latest) throw problem("api_key_expiry", { from: ctx.today, to: latest });
	const key = newKey();
	await inTransaction(ctx, async (ctx) => {
		if ((await keysInUse(ctx)) >= KEYS_AT_ONCE) throw problem("too_many_api_keys", { limit: KEYS_AT_ONCE });
		const made = await ctx.db
			.insertInto("api_token")
			.values({
				id,
				office_id: ctx.actor.unitId,
				name,
				token_hash: keyHash(key),
				ending: key.slice(-4),
				reads: JSON.stringify(reads),
				expires_on: expiresOn,
				created_by: ctx.actor.personId,
				created_at: ctx.now,
			})
			.onConflict((oc) => oc.column("id").doNothing())
			.returning("id")
			.executeTakeFirst();
		if (!made) throw problem("api_key_made", {});
		const event = "api.key_made";
		const after = { name, reads, expiresAt: expiresOn };
		await record(ctx, { unitId: ctx.actor.unitId, event, subject: `api/${id}`, after });
	});
	return key;
}

async function keysInUse(ctx: Ctx): Promise<number> {
	const { n } = await ctx.db
		.selectFrom("api_token")
		.select(({ fn }) => fn.countAll<number>().as("n"))
		.where("office_id", "=", ctx.actor.unitId)
		.where("revoked_at", "is", null)
		.where("expires_on", ">=", ctx.today)
		.executeTakeFirstOrThrow();
	return Number(n);
}

/** Ends a key of the actor's office from this moment on; once ended it stays so. Another office's is `not_found`. */
export async function revokeApiKey(ctx: Ctx, id: string | undefined): Promise<void> {
	demand(ctx.actor, "api.write");
	if (!isId(id)) throw problem("not_found", {});
	await inTransaction(ctx, async (ctx) => {
		const found = await ctx.db
			.selectFrom("api_token")
			.select(["name", "revoked_at"])
			.where("id", "=", id)
			.where("office_id", "=", ctx.actor.unitId)
			.executeTakeFirst();
		if (!found) throw problem("not_found", {});
		const revoked = await ctx.db
			.updateTable("api_token")
			.set({ revoked_at: ctx.now, revoked_by: ctx.actor.personId })
			.where("id", "=", id)
			.where("revoked_at", "is", null)
			.returning("id")
			.executeTakeFirst();
		if (!revoked) return;
		const event = "api.key_revoked";
		await record(ctx, { unitId: ctx.actor.unitId, event, subject: `api/${id}`, after: { name: found.name } });
	});
}

/** A key as its office sees it. */
export type ApiKey = {
	id: string;
	name: string;
	ending: string;
	reads: ApiRead[];
	expiresOn: string;
	madeBy: string;
	madeAt: string;
	lastUsedAt: string | null;
	state: "in_use" | "expired" | "revoked";
	revokedAt: string | null;
};

/** Keys of the actor's office: all in use first, then the newest of those that are over. */
export async function listApiKeys(ctx: Ctx): Promise<ApiKey[]> {
	demand(ctx.actor, "api.write");
	const rows = await ctx.db
		.selectFrom("api_token")
		.leftJoin("person", "person.id", "api_token.created_by")
		.selectAll("api_token")
		.select("person.name as maker")
		.where("office_id", "=", ctx.actor.unitId)
		// Before the limit: one in use must not fall off the list behind others that are over, or nobody could revoke it.
		.orderBy(sql`case when revoked_at is null and expires_on >= ${ctx.today} then 0 else 1 end`)
		.orderBy("api_token.created_at", "desc")
		.orderBy("api_token.id", "desc")
		.limit(500)
		.execute();
	return rows.map(
		(row): ApiKey => ({
			id: row.id,
			name: row.name,
			ending: row.ending,
			reads: JSON.parse(row.reads) as ApiRead[],
			expiresOn: row.expires_on,
			madeBy: row.maker ?? "",
			madeAt: row.created_at,
			lastUsedAt: row.last_used_at,
			state: row.revoked_at !== null ? "revoked" : row.expires_on < ctx.today ? "expired" : "in_use",
			revokedAt: row.revoked_at,
		}),
	);
}
