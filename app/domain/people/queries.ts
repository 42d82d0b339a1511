import { sql } from "kysely";
import { pathBelow } from "#db/bulk.ts";
import type { Ctx, Role } from "../ctx.ts";
import { problem } from "../problem.ts";
import { searchKey } from "../text.ts";
import { type HeldRole, managed } from "./access.ts";
import { allows, mayGrant } from "./policy.ts";
import { stateOf } from "./rules.ts";
import type { AccountFilter, AccountState } from "./schema.ts";

/** One role of one person: somebody with two roles stands in two rows. */
export type AccountRow = {
	membershipId: string;
	personId: string;
	name: string;
	username: string;
	role: Role;
	unitId: string;
	unitName: string;
	state: AccountState;
	mayManage: boolean;
};

const PAGE = 50;

/** Accounts at or below the actor's unit, by filter, in the order of names; `next` is the cursor of the following page. */
export async function listAccounts(
	ctx: Ctx,
	filter: AccountFilter,
): Promise<{ rows: AccountRow[]; next: string | null }> {
	if (!allows(ctx.actor, "people.write") && !allows(ctx.actor, "staff.write")) throw problem("forbidden", {});
	let query = scoped(ctx, filter)
		.select([
			"m.id as membershipId",
			"m.role",
			"p.id as personId",
			"p.name",
			"p.username",
			"p.search",
			"p.status",
			"p.locked_until",
		])
		.select(["u.id as unitId", "u.name as unitName"])
		.orderBy("p.search")
		.orderBy("m.id")
		.limit(PAGE + 1);
	const [search, id] = filter.after?.split("~") ?? [];
	if (search !== undefined && id !== undefined) {
		query = query.where((eb) =>
			eb.or([eb("p.search", ">", search), eb.and([eb("p.search", "=", search), eb("m.id", ">", id)])]),
		);
	}
	const found = await query.execute();
	const rows = found.slice(0, PAGE);
	const last = found.length > PAGE ? rows.at(-1) : undefined;
	return {
		rows: rows.map(({ search: _, status, locked_until, role, ...row }) => ({
			...row,
			role: role as Role,
			state: stateOf({ status, locked_until }, ctx.now),
			mayManage: mayGrant(ctx.actor, role as Role),
		})),
		next: last ? `${last.search}~${last.membershipId}` : null,
	};
}

/** How many roles there are by state, for the same filter without its state. */
export async function countAccounts(ctx: Ctx, filter: AccountFilter): Promise<Record<AccountState, number>> {
	const rows = await scoped(ctx, { ...filter, state: null })
		.select((eb) => ["p.status", eb.fn.countAll<number>().as("n")])
		.select(sql<number>`case when p.locked_until > ${ctx.now} then 1 else 0 end`.as("locked"))
		.groupBy(["p.status", "locked"])
		.execute();
	const counts: Record<AccountState, number> = { invited: 0, active: 0, locked: 0, blocked: 0 };
	for (const row of rows) counts[row.status === "active" && row.locked === 1 ? "locked" : row.status] += Number(row.n);
	return counts;
}

function scoped(ctx: Ctx, filter: AccountFilter) {
	let query = ctx.db
		.selectFrom("person as p")
		.innerJoin("membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.ended_at", "is", null))
		.innerJoin("unit as u", "u.id", "m.unit_id")
		.where(pathBelow("u.path", ctx.actor.unitPath));
	const key = searchKey(filter.q);
	if (key) {
		const like = `%${key}%`;
		query = query.where((eb) => eb.or([eb("p.search", "like", like), eb("u.search", "like", like)]));
	}
	if (filter.unit) {
		const path = ctx.db.selectFrom("unit").select("path").where("id", "=", filter.unit);
		query = query.where((eb) => eb("u.path", "like", eb(path, "||", eb.val("%"))));
	}
	if (filter.role) query = query.where("m.role", "=", filter.role);
	if (filter.state === "invited" || filter.state === "blocked") query = query.where("p.status", "=", filter.state);
	if (filter.state === "locked") query = query.where("p.status", "=", "active").where("p.locked_until", ">", ctx.now);
	if (filter.state === "active") {
		const open = sql<boolean>`(p.locked_until is null or p.locked_until <= ${ctx.now})`;
		query = query.where("p.status", "=", "active").where(open);
	}
	return query;
}

/** One account as its page shows it. `whole`: no role elsewhere keeps the actor from resetting or blocking it. */
export type AccountPage = {
	id: string;
	name: string;
	username: string;
	state: AccountState;
	lockedUntil: string | null;
	createdAt: string;
	roles: HeldRole[];
	whole: boolean;
	self: boolean;
	code: { expiresAt: string; usedAt: string | null } | null;
	lastSignIn: string | null;
};

/** Throws `not_found` for somebody outside the actor's units, `forbidden` for a role that is not the actor's to look after. */
export async function readAccount(ctx: Ctx, personId: string): Promise<AccountPage> {
	const { person, roles } = await managed(ctx, personId, "here");
	const all = await ctx.db
		.selectFrom("membership")
		.select("id")
		.where("person_id", "=", personId)
		.where("ended_at", "is", null)
		.execute();
	const code = await ctx.db
		.selectFrom("access_code")
		.select(["expires_at", "used_at"])
		.where("person_id", "=", personId)
		.executeTakeFirst();
	const last = await ctx.db
		.selectFrom("audit_event")
		.select("at")
		.where("unit_id", "=", roles[0].unitId)
		.where("event", "=", "person.signed_in")
		.where("subject", "=", `person/${personId}`)
		.orderBy("seq", "desc")
		.limit(1)
		.executeTakeFirst();
	return {
		id: person.id,
		name: person.name,
		username: person.username,
		state: stateOf(person, ctx.now),
		lockedUntil: person.locked_until,
		createdAt: person.created_at,
		roles,
		whole: all.length === roles.length,
		self: personId === ctx.actor.personId,
		code: code ? { expiresAt: code.expires_at, usedAt: code.used_at } : null,
		lastSignIn: last?.at ?? null,
	};
}

export type UnitToChoose = { id: string; name: string; code: string; isSchool: boolean };

/** As many units as a list to choose from may hold; beyond, people search first. */
const CHOICES = 150;

/** Offices and communes at or below the actor's unit, the highest first: what accounts are filtered by. */
export async function officeUnits(ctx: Ctx): Promise<{ id: string; name: string }[]> {
	const found = await unitsBelow(ctx).where("s.school_id", "is", null).orderBy("u.path").limit(500).execute();
	return found.map(({ id, name }) => ({ id, name }));
}

/** Units at which a role can be given, by name or code; `more`: not all of them fit into the list. */
export async function unitsToChoose(ctx: Ctx, find: string): Promise<{ units: UnitToChoose[]; more: boolean }> {
	let query = unitsBelow(ctx);
	const key = searchKey(find);
	if (key) query = query.where("u.search", "like", `%${key}%`);
	const found = await query
		.orderBy("u.search")
		.orderBy("u.id")
		.limit(CHOICES + 1)
		.execute();
	const units = found.slice(0, CHOICES).map(({ school_id, ...unit }) => ({ ...unit, isSchool: school_id !== null }));
	return { units, more: found.length > CHOICES };
}

function unitsBelow(ctx: Ctx) {
	return ctx.db
		.selectFrom("unit as u")
		.leftJoin("school as s", "s.school_id", "u.id")
		.select(["u.id", "u.name", "u.code", "s.school_id"])
		.where("u.status", "=", "active")
		.where(pathBelow("u.path", ctx.actor.unitPath));
}

/** A session of the actor, as the page *my account* lists it. */
export type OwnSession = { id: string; createdAt: string; usedAt: string; device: string; address: string };

export async function ownSessions(ctx: Ctx): Promise<OwnSession[]> {
	const rows = await ctx.db
		.selectFrom("session")
		.select(["id", "createdAt", "updatedAt", "expiresAt", "userAgent", "ipAddress"])
		.where("userId", "=", ctx.actor.personId)
		.execute();
	return rows
		.filter((row) => new Date(row.expiresAt).toISOString() > ctx.now)
		.map((row) => ({
			id: row.id,
			createdAt: new Date(row.createdAt).toISOString(),
			usedAt: new Date(row.updatedAt).toISOString(),
			device: row.userAgent ?? "",
			address: row.ipAddress ?? "",
		}))
		.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}
