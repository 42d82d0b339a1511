import { type SelectQueryBuilder, sql } from "kysely";
import { pathBelow } from "#db/bulk.ts";
import type { Schema } from "#db/schema.ts";
import type { Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { problem } from "../problem.ts";
import { searchKey } from "../text.ts";
import {
	LEVELS,
	type Ownership,
	type School,
	type SchoolFilter,
	type SchoolKind,
	type SchoolSearch,
	type UnitStatus,
} from "./schema.ts";
import { pathOf } from "./tree.ts";

export type SchoolPage = {
	schools: School[];
	/** `after` of the next page; null on the last. */
	next: string | null;
	/** `before` of the page before; null on the first. */
	previous: string | null;
};

/**
 * Schools below the actor's unit, by name, `limit` a page. Search looks in name and code, ignores tone marks and takes words in
 * any order. Paged by key on (search, id): page 800 costs what page 1 does. Throws `not_found` for a unit of `under` that is a stranger's.
 */
export async function listSchools(ctx: Ctx, wanted: Partial<SchoolSearch>, limit = 50): Promise<SchoolPage> {
	let query = schoolsUnder(ctx);
	for (const word of searchKey(wanted.search ?? "").split(" ")) {
		if (word !== "") query = query.where("unit.search", "like", `%${word}%`);
	}
	if (wanted.under) query = query.where(pathBelow("unit.path", await pathOf(ctx, wanted.under)));
	if (wanted.commune) query = query.where("unit.parent_id", "=", wanted.commune);
	if (wanted.status) query = query.where("unit.status", "=", wanted.status);
	query = havingFacts(ctx, query, {
		kinds: wanted.kind ? [wanted.kind] : [],
		ownerships: wanted.ownership ? [wanted.ownership] : [],
		managers: wanted.manager ? [wanted.manager] : [],
	});
	const before = keyFrom(wanted.before);
	const after = before ? null : keyFrom(wanted.after);
	if (before) query = query.where(sql<boolean>`(unit.search, unit.id) < (${before.search}, ${before.id})`);
	if (after) query = query.where(sql<boolean>`(unit.search, unit.id) > (${after.search}, ${after.id})`);
	const order = before ? "desc" : "asc";
	const ids = query
		.select("unit.id")
		.orderBy("unit.search", order)
		.orderBy("unit.id", order)
		.limit(limit + 1);
	const rows = await schoolsOf(ctx, ids).orderBy("unit.search", order).orderBy("unit.id", order).execute();
	const more = rows.length > limit;
	const page = rows.slice(0, limit).map(schoolFrom);
	const schools = before ? page.reverse() : page;
	return {
		schools,
		next: before || more ? keyOf(schools.at(-1)) : null,
		previous: after || (before && more) ? keyOf(schools.at(0)) : null,
	};
}

/** Which schools a program outside asks for; null is any. */
export type SchoolsWanted = {
	communeCode: string | null;
	kind: SchoolKind | null;
	status: UnitStatus | null;
	/** Changed at or after this UTC time. */
	since: string | null;
};

/**
 * Schools below the actor's unit behind `after`, by id: an id never changes, so whoever walks through all of them meets each once
 * while others rename, close and move them.
 */
export async function schoolsById(
	ctx: Ctx,
	{ communeCode, kind, status, since }: SchoolsWanted,
	after: string | null,
	limit: number,
): Promise<(School & { communeCode: string })[]> {
	let query = schoolsUnder(ctx);
	if (communeCode !== null) {
		query = query.where("unit.parent_id", "in", (eb) =>
			eb.selectFrom("unit as commune").select("commune.id").where("commune.code", "=", communeCode),
		);
	}
	if (status) query = query.where("unit.status", "=", status);
	if (since) {
		query = query.where((eb) =>
			eb.or([
				eb("unit.updated_at", ">=", since),
				eb("unit.id", "in", (sub) => sub.selectFrom("school").select("school_id").where("updated_at", ">=", since)),
			]),
		);
	}
	query = havingFacts(ctx, query, { kinds: kind ? [kind] : [], ownerships: [], managers: [] });
	if (after) query = query.where("unit.id", ">", after);
	const rows = await schoolsOf(ctx, query.select("unit.id").orderBy("unit.id").limit(limit))
		.select("school.updated_at as facts_at")
		.orderBy("unit.id")
		.execute();
	return rows.map(({ facts_at, ...row }) => ({
		...schoolFrom(row),
		communeCode: row.commune_code,
		updatedAt: [row.updated_at, facts_at].sort().at(-1) ?? facts_at,
	}));
}

/** A row's place in the list, as one text for a URL: the id (36 characters), then the search key. */
function keyOf(school: School | undefined): string | null {
	return school ? school.id + school.search : null;
}

function keyFrom(cursor: string | null | undefined): { id: string; search: string } | null {
	const id = cursor?.slice(0, 36);
	return cursor && isId(id) ? { id, search: cursor.slice(36) } : null;
}

/** One school below the actor's unit, closed ones included. Throws `not_found`, for a stranger's school too. */
export async function readSchool(ctx: Ctx, id: string | undefined): Promise<School> {
	if (!isId(id)) throw problem("not_found", {});
	const row = await schoolsOf(ctx, schoolsUnder(ctx).select("unit.id").where("unit.id", "=", id)).executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return schoolFrom(row);
}

/** Every open school below the actor's unit that fits the filter, by name: who a campaign goes to, with what is frozen of each. */
export async function schoolFacts(ctx: Ctx, filter: SchoolFilter): Promise<School[]> {
	const ids = schoolsFitting(ctx, filter).select("unit.id");
	const rows = await schoolsOf(ctx, ids).orderBy("unit.search").orderBy("unit.id").execute();
	return rows.map(schoolFrom);
}

/** How many open schools fit the filter. */
export async function countSchools(ctx: Ctx, filter: SchoolFilter): Promise<number> {
	const { n } = await schoolsFitting(ctx, filter)
		.select(({ fn }) => fn.countAll<number>().as("n"))
		.executeTakeFirstOrThrow();
	return Number(n);
}

function schoolsFitting(ctx: Ctx, filter: SchoolFilter): UnitQuery {
	let query = schoolsUnder(ctx).where("unit.status", "=", "active");
	if (filter.communes.length > 0) query = query.where("unit.parent_id", "in", filter.communes);
	return havingFacts(ctx, query, filter);
}

/** Units that are schools, at or below the actor's unit: the floor under every read of this room. */
function schoolsUnder(ctx: Ctx) {
	return ctx.db
		.selectFrom("unit")
		.where("unit.level", "=", LEVELS.school)
		.where(pathBelow("unit.path", ctx.actor.unitPath));
}

type UnitQuery = ReturnType<typeof schoolsUnder>;

/** Only schools of these kinds, ownerships and managers; an empty list means any. */
function havingFacts(
	ctx: Ctx,
	query: UnitQuery,
	wanted: Pick<SchoolFilter, "kinds" | "ownerships" | "managers">,
): UnitQuery {
	const { kinds, ownerships, managers } = wanted;
	if (kinds.length + ownerships.length + managers.length === 0) return query;
	let facts = ctx.db.selectFrom("school").select("school_id");
	if (kinds.length > 0) facts = facts.where("kind", "in", kinds);
	if (ownerships.length > 0) facts = facts.where("ownership", "in", ownerships);
	if (managers.length > 0) facts = facts.where("managed_by", "in", managers);
	return query.where("unit.id", "in", facts);
}

/** The schools whose ids `ids` selects, whole. Names are joined to the page, not to all that it was chosen from. */
function schoolsOf(ctx: Ctx, ids: SelectQueryBuilder<Schema, "unit", { id: string }>) {
	return ctx.db
		.selectFrom(ids.as("chosen"))
		.innerJoin("unit", "unit.id", "chosen.id")
		.innerJoin("school", "school.school_id", "unit.id")
		.innerJoin("unit as commune", "commune.id", "unit.parent_id")
		.innerJoin("unit as manager", "manager.id", "school.managed_by")
		.select([
			"unit.id",
			"unit.code",
			"unit.name",
			"unit.search",
			"unit.status",
			"unit.path",
			"unit.updated_at",
			"school.kind",
			"school.ownership",
			"school.classrooms",
			"school.pupils",
			"school.staff",
			"school.sites",
			"commune.id as commune_id",
			"commune.code as commune_code",
			"commune.name as commune",
			"manager.id as manager_id",
			"manager.name as manager",
		]);
}

type SchoolRow = Awaited<ReturnType<ReturnType<typeof schoolsOf>["executeTakeFirstOrThrow"]>>;

function schoolFrom(row: SchoolRow): School {
	const { commune_id, commune_code: _code, manager_id, updated_at, kind, ownership, ...rest } = row;
	return {
		...rest,
		// Only this room writes these columns, and only from its closed lists.
		kind: kind as SchoolKind,
		ownership: ownership as Ownership,
		communeId: commune_id,
		managerId: manager_id,
		updatedAt: updated_at,
	};
}
