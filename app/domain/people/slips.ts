import { pathBelow } from "#db/bulk.ts";
import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction, type Role } from "../ctx.ts";
import { problem } from "../problem.ts";
import { searchKey } from "../text.ts";
import { managed } from "./access.ts";
import { issueAccessCode, writeCode } from "./codes.ts";
import { allows, mayGrant } from "./policy.ts";
import { role } from "./schema.ts";

/** One page to hand over. The code can be read here and never again. */
export type Slip = {
	personId: string;
	name: string;
	username: string;
	role: Role;
	unitName: string;
	code: string;
	expiresAt: string;
};

/** As many as one print job takes; the rest is printed by asking again, since printed accounts can be left out by unit or name. */
export const SLIPS_AT_ONCE = 200;

/** Which slips, as the list of accounts is filtered; `freshOnly` leaves out who has had one. */
export type SlipChoice = { q?: string; unitId?: string | null; role?: Role | null; freshOnly?: boolean };

/** Accounts that wait for their first password, whom the actor looks after and whose every role is the actor's to look after. */
function waiting(ctx: Ctx, choice: SlipChoice) {
	const mine = role.options.filter((one) => mayGrant(ctx.actor, one));
	let query = ctx.db
		.selectFrom("person as p")
		.innerJoin("membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.ended_at", "is", null))
		.innerJoin("unit as u", "u.id", "m.unit_id")
		.leftJoin("access_code as c", "c.person_id", "p.id")
		.where("p.status", "=", "invited")
		.where("m.role", "in", mine)
		.where(pathBelow("u.path", ctx.actor.unitPath))
		// A role beyond the actor's makes the account not theirs to open (`person_elsewhere`).
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom("membership as o")
						.innerJoin("unit as ou", "ou.id", "o.unit_id")
						.select("o.id")
						.whereRef("o.person_id", "=", "p.id")
						.where("o.ended_at", "is", null)
						.where((eb) => eb.or([eb.not(pathBelow("ou.path", ctx.actor.unitPath)), eb("o.role", "not in", mine)])),
				),
			),
		)
		// One slip a person: the oldest role names the unit on it.
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom("membership as e")
						.select("e.id")
						.whereRef("e.person_id", "=", "p.id")
						.where("e.ended_at", "is", null)
						.whereRef("e.id", "<", "m.id"),
				),
			),
		);
	const key = searchKey(choice.q ?? "");
	if (key) query = query.where((eb) => eb.or([eb("p.search", "like", `%${key}%`), eb("u.search", "like", `%${key}%`)]));
	if (choice.unitId) {
		const unit = ctx.db.selectFrom("unit").select("path").where("id", "=", choice.unitId);
		query = query.where((eb) => eb("u.path", "like", eb(unit, "||", eb.val("%"))));
	}
	if (choice.role) query = query.where("m.role", "=", choice.role);
	if (choice.freshOnly) query = query.where("c.person_id", "is", null);
	return query;
}

/** How many slips a choice would print. */
export async function countSlips(ctx: Ctx, choice: SlipChoice): Promise<number> {
	demandAny(ctx);
	const { n } = await waiting(ctx, choice)
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.executeTakeFirstOrThrow();
	return Number(n);
}

/**
 * Issues codes for the chosen accounts that wait for one and gives what the slips show, in the order of schools' names; at most
 * `SLIPS_AT_ONCE`. Codes printed before no longer work. Throws `forbidden`, `nothing_to_print`.
 */
export async function issueSlips(ctx: Ctx, choice: SlipChoice): Promise<Slip[]> {
	demandAny(ctx);
	return inTransaction(ctx, async (ctx) => {
		const people = await waiting(ctx, choice)
			.select(["p.id as personId", "p.name", "p.username", "m.role", "u.id as unitId", "u.name as unitName"])
			.orderBy("u.search")
			.orderBy("p.search")
			.orderBy("p.id")
			.limit(SLIPS_AT_ONCE)
			.execute();
		if (people.length === 0) throw problem("nothing_to_print", {});
		const slips: Slip[] = [];
		for (const { unitId, role, ...person } of people) {
			const issued = await writeCode(ctx, person.personId);
			const after = { expiresAt: issued.expiresAt };
			await record(ctx, { unitId, event: "person.code_issued", subject: `person/${person.personId}`, after });
			slips.push({ ...person, ...issued, role: role as Role });
		}
		return slips;
	});
}

/**
 * The slip of one person: a first one, or a new one that takes the old password away (`issueAccessCode`, which see for what it
 * throws).
 */
export async function issueSlip(ctx: Ctx, personId: string): Promise<Slip> {
	return inTransaction(ctx, async (ctx) => {
		const issued = await issueAccessCode(ctx, personId);
		const { person, roles } = await managed(ctx, personId, "whole");
		const { role, unitName } = roles[0];
		return { personId, name: person.name, username: person.username, role, unitName, ...issued };
	});
}

function demandAny(ctx: Ctx): void {
	if (!allows(ctx.actor, "people.write") && !allows(ctx.actor, "staff.write")) throw problem("forbidden", {});
}
