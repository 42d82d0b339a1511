import type { Selectable } from "kysely";
import type { PersonTable } from "#db/tables/people.ts";
import type { Ctx, Role } from "../ctx.ts";
import { problem } from "../problem.ts";
import { allows, mayGrant } from "./policy.ts";
import { roleFits } from "./rules.ts";

/** A membership that has not ended, and whether its unit is the actor's or below it. */
export type HeldRole = { id: string; role: Role; unitId: string; unitName: string; inScope: boolean };

/** A person whom the actor may see, with the roles they hold; `may.manage` when all of those are the actor's to look after. */
export type Managed = {
	person: Selectable<PersonTable>;
	roles: [HeldRole, ...HeldRole[]];
	/** Unit whose audit chain tells of this person. */
	unitId: string;
};

/**
 * Loads a person for the actor. Nobody within the actor's units: `not_found`. Roles there that are above the actor's: `forbidden`.
 * With "whole", what is to be done concerns the account as such (its password, blocking it), so a role that the person holds
 * elsewhere stands in the way: `person_elsewhere`.
 */
export async function managed(ctx: Ctx, personId: string, reach: "whole" | "here"): Promise<Managed> {
	if (!allows(ctx.actor, "people.write") && !allows(ctx.actor, "staff.write")) throw problem("forbidden", {});
	const person = await ctx.db.selectFrom("person").selectAll().where("id", "=", personId).executeTakeFirst();
	if (!person) throw problem("not_found", {});
	const roles = await heldRoles(ctx, personId);
	const here = roles.filter((held) => held.inScope);
	const [first, ...others] = here;
	if (!first) throw problem("not_found", {});
	if (!here.every((held) => mayGrant(ctx.actor, held.role))) throw problem("forbidden", {});
	if (reach === "whole" && here.length < roles.length) throw problem("person_elsewhere", {});
	return { person, roles: [first, ...others], unitId: first.unitId };
}

/** Roles that a person holds now, the oldest first. */
async function heldRoles(ctx: Ctx, personId: string): Promise<HeldRole[]> {
	const rows = await ctx.db
		.selectFrom("membership as m")
		.innerJoin("unit as u", "u.id", "m.unit_id")
		.select(["m.id", "m.role", "u.id as unitId", "u.name as unitName", "u.path"])
		.where("m.person_id", "=", personId)
		.where("m.ended_at", "is", null)
		.orderBy("m.created_at")
		.orderBy("m.id")
		.execute();
	return rows.map(({ path, role, ...rest }) => ({
		...rest,
		role: role as Role,
		inScope: path.startsWith(ctx.actor.unitPath),
	}));
}

/**
 * The unit at which the actor wants to give a role. A unit beyond the actor's is `not_found`, a role above theirs `forbidden`, a
 * teacher in an office `role_does_not_fit`.
 */
export async function unitForRole(
	ctx: Ctx,
	unitId: string,
	role: Role,
): Promise<{ id: string; code: string; name: string }> {
	const unit = await ctx.db
		.selectFrom("unit as u")
		.leftJoin("school as s", "s.school_id", "u.id")
		.select(["u.id", "u.code", "u.name", "u.path", "s.school_id"])
		.where("u.id", "=", unitId)
		.where("u.status", "=", "active")
		.executeTakeFirst();
	if (!unit?.path.startsWith(ctx.actor.unitPath)) throw problem("not_found", {});
	if (!mayGrant(ctx.actor, role)) throw problem("forbidden", {});
	if (!roleFits(role, unit.school_id !== null)) throw problem("role_does_not_fit", {});
	return { id: unit.id, code: unit.code, name: unit.name };
}
