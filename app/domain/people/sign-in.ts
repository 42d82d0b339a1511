import { record, SYSTEM_CHAIN } from "../audit/commands.ts";
import { type Actor, type AnonymousCtx, type Ctx, inTransaction, type Role } from "../ctx.ts";
import { problem } from "../problem.ts";
import { countAddress, countUsername, forgetFailures, refundAddress, type Tries } from "./limits.ts";
import { LOCK_AFTER } from "./rules.ts";

/** What the session machinery answers when it is asked to check a password and open a session. */
export type Opening<T> = { opened: T } | { refused: "wrong" | "closed" };

/**
 * Signs somebody in: counts the attempt, lets `open` judge the password and open the session, writes the audit chain of the
 * person's unit (of no unit for a name nobody has). Nothing tells apart a wrong name from a wrong password: neither the answer nor
 * the time it takes. Throws `too_many_attempts`, `account_locked`, `wrong_credentials`, `account_blocked`.
 */
export async function signIn<T>(
	ctx: AnonymousCtx,
	given: { username: string; address: string },
	open: () => Promise<Opening<T>>,
): Promise<T> {
	await countAddress(ctx, "password", given.address);
	const tries = await inTransaction(ctx, (ctx) => countUsername(ctx, given.username));
	const opening: Opening<T> = tries.refused ? { refused: "wrong" } : await open();
	if ("opened" in opening) {
		await inTransaction(ctx, (ctx) => remember(ctx, tries, given.address));
		return opening.opened;
	}
	const { refused } = opening;
	await inTransaction(ctx, (ctx) => recordFailure(ctx, tries, given.address, refused));
	if (refused === "closed") throw problem("account_blocked", {});
	if (tries.until) throw problem("account_locked", { until: tries.until });
	throw problem("wrong_credentials", { attemptsLeft: LOCK_AFTER - tries.tries });
}

async function remember(ctx: AnonymousCtx, tries: Tries, address: string): Promise<void> {
	const actor = tries.personId ? await actorOf(ctx, tries.personId) : null;
	if (!actor) throw new Error("signed in without a membership");
	await forgetFailures(ctx, actor.personId);
	await refundAddress(ctx, "password", address);
	const entry = {
		unitId: actor.unitId,
		event: "person.signed_in",
		subject: `person/${actor.personId}`,
		after: { address },
	};
	await record({ ...ctx, actor }, entry);
}

async function recordFailure(ctx: AnonymousCtx, tries: Tries, address: string, why: "wrong" | "closed"): Promise<void> {
	const { personId, until } = tries;
	// The password was right: only the door was shut.
	if (why === "closed" && personId) await forgetFailures(ctx, personId);
	const actor = personId ? await actorOf(ctx, personId) : null;
	const reason =
		why === "closed" ? "blocked" : tries.refused ? "locked" : personId ? "wrong_password" : "unknown_username";
	await record(ctx, {
		unitId: actor?.unitId ?? SYSTEM_CHAIN,
		event: "person.sign_in_failed",
		// The name as typed is left out when nobody has it: it may be a password in the wrong box.
		subject: personId ? `person/${personId}` : "person/unknown",
		after: { address, reason, ...(until && why === "wrong" ? { lockedUntil: until } : {}) },
	});
}

/** A person in their first membership, as the actor of their own audit entries; null when all have ended. */
export async function actorOf(ctx: AnonymousCtx, personId: string): Promise<Actor | null> {
	const row = await ctx.db
		.selectFrom("person as p")
		.innerJoin("membership as m", "m.person_id", "p.id")
		.innerJoin("unit as u", "u.id", "m.unit_id")
		.select([
			"p.name",
			"p.username",
			"m.id as membershipId",
			"m.role",
			"u.id as unitId",
			"u.name as unitName",
			"u.path",
		])
		.where("p.id", "=", personId)
		.where("m.ended_at", "is", null)
		.orderBy("m.created_at")
		.orderBy("m.id")
		.executeTakeFirst();
	if (!row) return null;
	const { path, role, ...rest } = row;
	return { ...rest, personId, role: role as Role, unitPath: path };
}

/** Notes in the audit chain that a person signed out of this browser. */
export async function recordSignOut(ctx: Ctx): Promise<void> {
	const { personId, unitId } = ctx.actor;
	await inTransaction(ctx, (ctx) => record(ctx, { unitId, event: "person.signed_out", subject: `person/${personId}` }));
}

/** Ends all sessions of the actor, this one included. */
export async function signOutEverywhere(ctx: Ctx): Promise<void> {
	const { personId, unitId } = ctx.actor;
	await inTransaction(ctx, async (ctx) => {
		const ended = await endSessions(ctx, personId);
		await record(ctx, {
			unitId,
			event: "person.signed_out_everywhere",
			subject: `person/${personId}`,
			after: { sessions: ended },
		});
	});
}

/** Ends all sessions of a person and says how many there were. Inside a transaction. */
export async function endSessions(ctx: AnonymousCtx, personId: string): Promise<number> {
	const done = await ctx.db.deleteFrom("session").where("userId", "=", personId).executeTakeFirst();
	return Number(done.numDeletedRows);
}
