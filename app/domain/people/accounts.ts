import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import { problem } from "../problem.ts";
import { searchKey } from "../text.ts";
import { type Managed, managed, unitForRole } from "./access.ts";
import { forgetFailures } from "./limits.ts";
import { insertAccounts, type NewAccount } from "./new-accounts.ts";
import type { PersonInput } from "./schema.ts";
import { hashOf, isNoPassword } from "./secrets.ts";
import { endSessions } from "./sign-in.ts";

/**
 * Creates a person with one role. Without a password the account waits for a one-time code (`issueAccessCode`); with one, it is
 * open, and the password has to be changed at the first sign-in unless `keepPassword`. `input` is `personForm`'s output.
 * Throws `not_found` (unit beyond the actor's), `forbidden`, `role_does_not_fit`, `username_taken`.
 */
export async function createPerson(
	ctx: Ctx,
	input: PersonInput & { password?: string; keepPassword?: boolean },
): Promise<{ personId: string; membershipId: string }> {
	const hash = input.password === undefined ? null : await hashOf(input.password);
	const account: NewAccount = {
		personId: newId(),
		membershipId: newId(),
		name: input.name,
		username: input.username,
		role: input.role,
		unitId: input.unitId,
		status: input.password === undefined ? "invited" : "active",
		mustChangePassword: input.password !== undefined && !input.keepPassword,
	};
	await inTransaction(ctx, async (ctx) => {
		const unit = await unitForRole(ctx, input.unitId, input.role);
		const taken = await ctx.db
			.selectFrom("user")
			.select("id")
			.where("username", "=", input.username)
			.executeTakeFirst();
		if (taken) throw problem("username_taken", { username: input.username });
		await insertAccounts(ctx, [account], hash);
		await record(ctx, {
			unitId: unit.id,
			event: "person.created",
			subject: `person/${account.personId}`,
			after: { name: input.name, username: input.username, role: input.role },
		});
	});
	return { personId: account.personId, membershipId: account.membershipId };
}

/** Blocks an account and ends its sessions at once. Throws `not_found`, `forbidden`, `person_elsewhere`, `not_yourself`. */
export async function blockPerson(ctx: Ctx, personId: string): Promise<void> {
	await change(ctx, personId, "person.blocked", async (ctx, { person }) => {
		if (personId === ctx.actor.personId) throw problem("not_yourself", {});
		await setStatus(ctx, personId, "blocked");
		await endSessions(ctx, personId);
		return [{ status: person.status }, { status: "blocked" }];
	});
}

/** Opens a blocked account again: it waits for a one-time code if it never had a password. */
export async function unblockPerson(ctx: Ctx, personId: string): Promise<void> {
	await change(ctx, personId, "person.unblocked", async (ctx, { person }) => {
		const account = await ctx.db
			.selectFrom("account")
			.select("password")
			.where("userId", "=", personId)
			.executeTakeFirst();
		const status = isNoPassword(account?.password ?? null) ? "invited" : "active";
		await setStatus(ctx, personId, status);
		return [{ status: person.status }, { status }];
	});
}

/** Opens an account that wrong passwords locked. */
export async function unlockPerson(ctx: Ctx, personId: string): Promise<void> {
	await change(ctx, personId, "person.unlocked", async (ctx, { person }) => {
		await forgetFailures(ctx, personId);
		return [{ lockedUntil: person.locked_until }, { lockedUntil: null }];
	});
}

/** Corrects a name. The username stays: people know it, and papers carry it. */
export async function renamePerson(ctx: Ctx, personId: string, name: string): Promise<void> {
	await change(ctx, personId, "person.renamed", async (ctx, { person }) => {
		const search = searchKey(`${name} ${person.username}`);
		await ctx.db.updateTable("person").set({ name, search, updated_at: ctx.now }).where("id", "=", personId).execute();
		await ctx.db.updateTable("user").set({ name, updatedAt: ctx.now }).where("id", "=", personId).execute();
		return [{ name: person.name }, { name }];
	});
}

/** Check, write, audit, for what concerns the account as such. `work` gives what was and what is. */
async function change(
	ctx: Ctx,
	personId: string,
	event: string,
	work: (ctx: Ctx, managed: Managed) => Promise<[before: unknown, after: unknown]>,
): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const found = await managed(ctx, personId, "whole");
		const [before, after] = await work(ctx, found);
		await record(ctx, { unitId: found.unitId, event, subject: `person/${personId}`, before, after });
	});
}

async function setStatus(ctx: Ctx, personId: string, status: "invited" | "active" | "blocked"): Promise<void> {
	await ctx.db.updateTable("person").set({ status, updated_at: ctx.now }).where("id", "=", personId).execute();
}
