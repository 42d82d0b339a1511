import type { Actor, Role } from "#app/domain/ctx.ts";
import { createPerson } from "#app/domain/people/accounts.ts";
import { addMembership } from "#app/domain/people/memberships.ts";
import { as, type BuiltUnit, NOW, type World } from "./build.ts";

export type BuiltPerson = { personId: string; username: string; actor: Actor };

let number = 0;

/**
 * A person with an account and a role at a unit. Without `password` the account is open but nobody can type its password: enough
 * for `site.request(…, { as: person })`. With `waiting` it is as the office makes it: waiting for a one-time code.
 */
export async function buildPerson(
	world: World,
	unit: BuiltUnit,
	role: Role,
	over: { username?: string; name?: string; password?: string; mustChange?: boolean; waiting?: boolean } = {},
): Promise<BuiltPerson> {
	number += 1;
	const username = over.username ?? `${role.replace("_", "-")}.${number}`;
	const name = over.name ?? `${role} ${unit.name}`;
	const ctx = as(world, world.province, "office_admin");
	const input = { name, username, role, unitId: unit.id, password: over.password, keepPassword: !over.mustChange };
	const { personId, membershipId } = await createPerson(ctx, input);
	if (!over.password && !over.waiting) {
		await world.store.read.updateTable("person").set({ status: "active" }).where("id", "=", personId).execute();
	}
	const place = { unitId: unit.id, unitName: unit.name, unitPath: unit.path };
	return { personId, username, actor: { personId, name, username, role, membershipId, ...place } };
}

/** Gives a built person a second role. */
export async function buildMembership(world: World, person: BuiltPerson, unit: BuiltUnit, role: Role): Promise<string> {
	return addMembership(as(world, world.province, "office_admin", NOW), {
		personId: person.personId,
		unitId: unit.id,
		role,
	});
}
