import { pathBelow } from "#db/bulk.ts";
import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import { insertAccounts } from "./new-accounts.ts";
import { demand } from "./policy.ts";
import { schoolUsername } from "./rules.ts";
import type { SchoolFilter } from "./schema.ts";

/** Schools a transaction takes: others wait for it no longer than some 30 ms. */
const AT_ONCE = 100;

type SchoolWithout = { id: string; code: string; name: string };

/** Schools in use below the actor's unit whose head has no account, by filter, in the order of their names. */
function without(ctx: Ctx, filter: SchoolFilter) {
	let query = ctx.db
		.selectFrom("unit as u")
		.innerJoin("school as s", "s.school_id", "u.id")
		.where(pathBelow("u.path", ctx.actor.unitPath))
		.where("u.status", "=", "active")
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom("membership as m")
						.select("m.id")
						.whereRef("m.unit_id", "=", "u.id")
						.where("m.role", "=", "principal")
						.where("m.ended_at", "is", null),
				),
			),
		);
	if (filter.kind) query = query.where("s.kind", "=", filter.kind);
	if (filter.ownership) query = query.where("s.ownership", "=", filter.ownership);
	if (filter.commune) query = query.where("u.parent_id", "=", filter.commune);
	return query;
}

/** How many accounts `createSchoolAccounts` would make, and the first of them by name. */
export async function schoolsWithoutAccount(
	ctx: Ctx,
	filter: SchoolFilter,
): Promise<{ count: number; first: SchoolWithout[] }> {
	demand(ctx.actor, "people.write");
	const { n } = await without(ctx, filter)
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.executeTakeFirstOrThrow();
	const first = await without(ctx, filter)
		.select(["u.id", "u.code", "u.name"])
		.orderBy("u.search")
		.orderBy("u.id")
		.limit(20)
		.execute();
	return { count: Number(n), first };
}

/**
 * Makes an account for the head of every chosen school that has none: username from the school's code, waiting for its one-time
 * code. In groups, each whole: if something stops it halfway, doing it again makes the rest. Returns how many were made.
 */
export async function createSchoolAccounts(ctx: Ctx, filter: SchoolFilter): Promise<number> {
	demand(ctx.actor, "people.write");
	let made = 0;
	for (;;) {
		const group = await inTransaction(ctx, (ctx) => createGroup(ctx, filter));
		made += group;
		if (group < AT_ONCE) return made;
	}
}

async function createGroup(ctx: Ctx, filter: SchoolFilter): Promise<number> {
	const schools = await without(ctx, filter)
		.select(["u.id", "u.code", "u.name"])
		.orderBy("u.search")
		.orderBy("u.id")
		.limit(AT_ONCE)
		.execute();
	if (schools.length === 0) return 0;
	const free = await freeUsernames(
		ctx,
		schools.map((school) => schoolUsername(school.code)),
	);
	const accounts = schools.map((school, at) => ({
		personId: newId(),
		membershipId: newId(),
		name: `Hiệu trưởng ${school.name}`.slice(0, 120),
		username: free[at] ?? newId(),
		role: "principal" as const,
		unitId: school.id,
		status: "invited" as const,
		mustChangePassword: false,
	}));
	await insertAccounts(ctx, accounts, null);
	for (const { personId, unitId, name, username, role } of accounts) {
		await record(ctx, {
			unitId,
			event: "person.created",
			subject: `person/${personId}`,
			after: { name, username, role },
		});
	}
	return accounts.length;
}

/** Each wish, or the wish with `.2`, `.3` behind it when somebody has it. */
async function freeUsernames(ctx: Ctx, wishes: string[]): Promise<string[]> {
	const taken = new Set<string>();
	const candidates = (wish: string) => [wish, ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${wish}.${n}`)];
	const rows = await ctx.db
		.selectFrom("user")
		.select("username")
		.where("username", "in", wishes.flatMap(candidates))
		.execute();
	for (const { username } of rows) if (username) taken.add(username);
	return wishes.map((wish) => {
		const username = candidates(wish).find((candidate) => !taken.has(candidate)) ?? `${wish}.${newId().slice(-8)}`;
		taken.add(username);
		return username;
	});
}
