import { record, SYSTEM_CHAIN } from "../audit/commands.ts";
import { type AnonymousCtx, type Ctx, inTransaction } from "../ctx.ts";
import { addDays, dayOf } from "../days.ts";
import { problem } from "../problem.ts";
import { managed } from "./access.ts";
import { countAddress, forgetFailures, refundAddress } from "./limits.ts";
import { CODE_DAYS, groupedCode, plainCode } from "./rules.ts";
import { codeHash, hashOf, newCode, noPassword, refuseOwnName, storePassword } from "./secrets.ts";
import { actorOf, endSessions } from "./sign-in.ts";

/** A fresh code in groups (`7K2M-P0XC-9WTD`) and when it runs out. The only moment at which it can be read: its hash is kept. */
export type IssuedCode = { code: string; expiresAt: string };

/**
 * Gives a person a new one-time code and takes the old one away. For an account in use this is the reset: its password no longer
 * fits and its sessions end. Throws `not_found`, `forbidden`, `person_elsewhere`, `account_blocked`.
 */
export async function issueAccessCode(ctx: Ctx, personId: string): Promise<IssuedCode> {
	return inTransaction(ctx, async (ctx) => {
		const { person, unitId } = await managed(ctx, personId, "whole");
		if (person.status === "blocked") throw problem("account_blocked", {});
		const issued = await writeCode(ctx, personId);
		const reset = person.status === "active";
		if (reset) {
			await storePassword(ctx, personId, noPassword());
			await endSessions(ctx, personId);
			await ctx.db
				.updateTable("person")
				.set({ status: "invited", updated_at: ctx.now })
				.where("id", "=", personId)
				.execute();
			await forgetFailures(ctx, personId);
		}
		const event = reset ? "person.password_reset" : "person.code_issued";
		await record(ctx, { unitId, event, subject: `person/${personId}`, after: { expiresAt: issued.expiresAt } });
		return issued;
	});
}

/** Makes a code and stores its hash. Inside a transaction; the caller has checked that it may. */
export async function writeCode(ctx: Ctx, personId: string): Promise<IssuedCode> {
	const code = newCode();
	// Until the end of the last day, as people read a date on paper.
	const expiresAt = new Date(Date.parse(`${addDays(dayOf(ctx.now), CODE_DAYS)}T16:59:59.999Z`)).toISOString();
	const row = {
		code_hash: codeHash(code),
		expires_at: expiresAt,
		used_at: null,
		created_by: ctx.actor.personId,
		created_at: ctx.now,
	};
	await ctx.db
		.insertInto("access_code")
		.values({ person_id: personId, ...row })
		.onConflict((oc) => oc.column("person_id").doUpdateSet(row))
		.execute();
	return { code: groupedCode(code), expiresAt };
}

/** Whose account a code opens. */
export type CodeHolder = { personId: string; name: string; username: string; unitName: string };

/**
 * Looks a code up without using it. Wrong ones count against the address. Throws `too_many_attempts`, `code_unknown`, `code_used`,
 * `code_expired`, `account_blocked`.
 */
export async function readCode(ctx: AnonymousCtx, typed: string, address: string): Promise<CodeHolder> {
	await countAddress(ctx, "code", address);
	const code = plainCode(typed);
	const found = code === null ? undefined : await findCode(ctx, codeHash(code));
	if (!found) {
		await inTransaction(ctx, (ctx) =>
			record(ctx, {
				unitId: SYSTEM_CHAIN,
				event: "person.code_refused",
				subject: "person/unknown",
				after: { address },
			}),
		);
		throw problem("code_unknown", {});
	}
	await inTransaction(ctx, (ctx) => refundAddress(ctx, "code", address));
	if (found.used_at !== null) throw problem("code_used", {});
	if (found.expires_at <= ctx.now) throw problem("code_expired", { on: dayOf(found.expires_at) });
	if (found.status === "blocked") throw problem("account_blocked", {});
	return { personId: found.person_id, name: found.name, username: found.username, unitName: found.unitName };
}

function findCode(ctx: AnonymousCtx, hash: string) {
	return ctx.db
		.selectFrom("access_code as c")
		.innerJoin("person as p", "p.id", "c.person_id")
		.innerJoin("membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.ended_at", "is", null))
		.innerJoin("unit as u", "u.id", "m.unit_id")
		.select(["c.person_id", "c.expires_at", "c.used_at", "p.name", "p.username", "p.status", "u.name as unitName"])
		.where("c.code_hash", "=", hash)
		.orderBy("m.created_at")
		.executeTakeFirst();
}

/**
 * Uses a code: the person's chosen password opens the account from now on; other sessions end. Of two at the same moment one wins.
 * `password` has passed `newPassword`. Throws what `readCode` throws, `password_too_close`. Returns the username to sign in with.
 */
export async function redeemCode(
	ctx: AnonymousCtx,
	given: { code: string; password: string; address: string },
): Promise<CodeHolder> {
	const holder = await readCode(ctx, given.code, given.address);
	refuseOwnName(given.password, holder.username);
	const password = await hashOf(given.password);
	const hash = codeHash(plainCode(given.code) ?? "");
	return inTransaction(ctx, async (ctx) => {
		const used = await ctx.db
			.updateTable("access_code")
			.set({ used_at: ctx.now })
			.where("code_hash", "=", hash)
			.where("used_at", "is", null)
			.returning("person_id")
			.executeTakeFirst();
		const opened = await ctx.db
			.updateTable("person")
			.set({ status: "active", must_change_password: 0, updated_at: ctx.now })
			.where("id", "=", holder.personId)
			.where("status", "!=", "blocked")
			.returning("id")
			.executeTakeFirst();
		const actor = await actorOf(ctx, holder.personId);
		if (!used) throw problem("code_used", {});
		if (!opened || !actor) throw problem("account_blocked", {});
		await forgetFailures(ctx, holder.personId);
		await storePassword(ctx, holder.personId, password);
		await endSessions(ctx, holder.personId);
		const entry = { unitId: actor.unitId, event: "person.activated", subject: `person/${holder.personId}` };
		await record({ ...ctx, actor }, { ...entry, after: { address: given.address } });
		return holder;
	});
}
