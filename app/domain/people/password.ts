import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { problem } from "../problem.ts";
import { countUsername, forgetFailures } from "./limits.ts";
import { LOCK_AFTER } from "./rules.ts";
import { hashOf, isPasswordOf, refuseOwnName, storePassword } from "./secrets.ts";
import { endSessions } from "./sign-in.ts";

/**
 * Changes the actor's own password and ends all their sessions: the door opens a new one for this browser. Wrong current passwords
 * count as those at sign-in do: somebody at an unattended screen cannot try them through. `next` has passed `newPassword`.
 * Throws `wrong_password`, `account_locked`, `same_password`, `password_too_close`.
 */
export async function changePassword(ctx: Ctx, given: { current: string; next: string }): Promise<void> {
	const { personId, username, unitId } = ctx.actor;
	const subject = `person/${personId}`;
	refuseOwnName(given.next, username);
	const tries = await inTransaction(ctx, (ctx) => countUsername(ctx, username));
	if (tries.refused && tries.until) throw problem("account_locked", { until: tries.until });
	if (!(await isPasswordOf(ctx, personId, given.current))) {
		await inTransaction(ctx, (ctx) => record(ctx, { unitId, event: "person.password_change_failed", subject }));
		if (tries.until) throw problem("account_locked", { until: tries.until });
		throw problem("wrong_password", { attemptsLeft: LOCK_AFTER - tries.tries });
	}
	const same = given.current.normalize("NFKC") === given.next.normalize("NFKC");
	const hash = same ? null : await hashOf(given.next);
	await inTransaction(ctx, async (ctx) => {
		await forgetFailures(ctx, personId);
		if (hash === null) return;
		await storePassword(ctx, personId, hash);
		await ctx.db
			.updateTable("person")
			.set({ must_change_password: 0, updated_at: ctx.now })
			.where("id", "=", personId)
			.execute();
		await endSessions(ctx, personId);
		await record(ctx, { unitId, event: "person.password_changed", subject });
	});
	if (same) throw problem("same_password", {});
}

/** Remembers the language the person reads. */
export async function chooseLocale(ctx: Ctx, locale: "vi" | "en"): Promise<void> {
	await inTransaction(ctx, (ctx) =>
		ctx.db.updateTable("person").set({ locale }).where("id", "=", ctx.actor.personId).execute(),
	);
}
