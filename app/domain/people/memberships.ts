import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction, type Role } from "../ctx.ts";
import { newId } from "../id.ts";
import { problem } from "../problem.ts";
import { managed, unitForRole } from "./access.ts";
import { mayGrant } from "./policy.ts";

/**
 * Gives a person a further role, such as the head of one school who also runs another. Throws `not_found`, `forbidden`,
 * `role_does_not_fit`, `membership_exists`.
 */
export async function addMembership(
	ctx: Ctx,
	given: { personId: string; unitId: string; role: Role },
): Promise<string> {
	const id = newId();
	await inTransaction(ctx, async (ctx) => {
		await managed(ctx, given.personId, "here");
		const unit = await unitForRole(ctx, given.unitId, given.role);
		const held = await ctx.db
			.selectFrom("membership")
			.select("id")
			.where("person_id", "=", given.personId)
			.where("unit_id", "=", unit.id)
			.where("ended_at", "is", null)
			.executeTakeFirst();
		if (held) throw problem("membership_exists", {});
		await ctx.db
			.insertInto("membership")
			.values({
				id,
				person_id: given.personId,
				unit_id: unit.id,
				role: given.role,
				created_at: ctx.now,
				ended_at: null,
			})
			.execute();
		const subject = `person/${given.personId}`;
		await record(ctx, {
			unitId: unit.id,
			event: "person.role_added",
			subject,
			after: { role: given.role, unit: unit.name },
		});
	});
	return id;
}

/** Changes the role of a membership in the actor's units. Nobody changes their own. */
export async function changeRole(
	ctx: Ctx,
	given: { personId: string; membershipId: string; role: Role },
): Promise<void> {
	await changeMembership(ctx, given, async (ctx, held) => {
		await unitForRole(ctx, held.unitId, given.role);
		await ctx.db.updateTable("membership").set({ role: given.role }).where("id", "=", held.id).execute();
		return { event: "person.role_changed", after: { role: given.role } };
	});
}

/** Ends a membership in the actor's units; the person's other roles and the account stay. Nobody ends their own. */
export async function endMembership(ctx: Ctx, given: { personId: string; membershipId: string }): Promise<void> {
	await changeMembership(ctx, given, async (ctx, held) => {
		await ctx.db.updateTable("membership").set({ ended_at: ctx.now }).where("id", "=", held.id).execute();
		return { event: "person.role_ended", after: null };
	});
}

async function changeMembership(
	ctx: Ctx,
	given: { personId: string; membershipId: string },
	work: (ctx: Ctx, held: { id: string; unitId: string }) => Promise<{ event: string; after: unknown }>,
): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const { roles } = await managed(ctx, given.personId, "here");
		const held = roles.find((one) => one.id === given.membershipId);
		if (!held) throw problem("not_found", {});
		if (!mayGrant(ctx.actor, held.role)) throw problem("forbidden", {});
		if (given.personId === ctx.actor.personId) throw problem("not_yourself", {});
		const { event, after } = await work(ctx, held);
		const subject = `person/${given.personId}`;
		await record(ctx, { unitId: held.unitId, event, subject, before: { role: held.role, unit: held.unitName }, after });
	});
}
