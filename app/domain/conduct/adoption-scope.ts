/** Which schools the office's filters choose, and what is counted of them: shared by the list and its totals. */
import { type SqlBool, sql } from "kysely";
import { pathBelow } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { searchKey } from "../text.ts";
import { LEVELS } from "../units/schema.ts";
import { outdatedIn, type Repealed } from "./repealed.ts";
import type { AdoptionSearch, ConductStage } from "./schema.ts";

/** Numbers of a school's active members and what they signed; nobody's name. Null before a code is published. */
export type StaffNumbers = { members: number; asked: number; signed: number; earlier: number };

/** `stageOf` in SQL, of the version in force joined as `v` and the one on its way as `o`. */
export const stage = sql<ConductStage>`case when v.id is not null then 'published' when o.state = 'draft' then 'adapting'
	when o.state is not null then o.state else 'none' end`;

/** Every school that the filters choose, with the version in force as `v` and the one on its way as `o`. */
export function schoolsIn(ctx: Ctx, wanted: Partial<AdoptionSearch>, repealed: Repealed) {
	// Written out and not bound: only so does SQLite see that the index over such versions fits.
	let query = ctx.db
		.selectFrom("unit")
		.innerJoin("school", "school.school_id", "unit.id")
		.leftJoin("conduct_version as v", (join) =>
			join.onRef("v.school_id", "=", "unit.id").on(sql<SqlBool>`v.state = 'published'`),
		)
		.leftJoin("conduct_version as o", (join) =>
			join
				.onRef("o.school_id", "=", "unit.id")
				.on(sql<SqlBool>`o.state in ('draft', 'consulting', 'consulted', 'decided')`),
		)
		.where("unit.level", "=", LEVELS.school)
		.where(pathBelow("unit.path", ctx.actor.unitPath));
	const { campaign } = wanted;
	if (campaign) {
		query = query.where(({ exists, selectFrom }) =>
			exists(
				selectFrom("recipient")
					.select("recipient.school_id")
					.whereRef("recipient.school_id", "=", "unit.id")
					.where("recipient.campaign_id", "=", campaign),
			),
		);
	} else query = query.where("unit.status", "=", "active");
	for (const word of searchKey(wanted.q ?? "").split(" ")) {
		if (word) query = query.where("unit.search", "like", `%${word}%`);
	}
	if (wanted.commune) query = query.where("unit.parent_id", "=", wanted.commune);
	if (wanted.kind) query = query.where("school.kind", "=", wanted.kind);
	if (wanted.stage) query = query.where(stage, "=", wanted.stage);
	if (wanted.outdated) query = query.where(outdatedIn(repealed, ctx.today));
	return query;
}

/** `countStandings` in SQL: active members of the schools that have a code in force, as `v`. */
export function staffNumbers(ctx: Ctx) {
	const earlier = sql<SqlBool>`a.signed_at is null and v.covers_from < v.number and exists (select 1 from acknowledgement e
		join conduct_version w on w.school_id = e.school_id and w.id = e.version_id
		where e.school_id = v.school_id and e.person_id = m.person_id and e.signed_at is not null
		and w.number >= v.covers_from and w.number < v.number)`;
	return ctx.db
		.selectFrom("conduct_version as v")
		.innerJoin("membership as m", (join) => join.onRef("m.unit_id", "=", "v.school_id").on("m.ended_at", "is", null))
		.innerJoin("person as p", (join) => join.onRef("p.id", "=", "m.person_id").on("p.status", "<>", "blocked"))
		.leftJoin("acknowledgement as a", (join) =>
			join
				.onRef("a.school_id", "=", "v.school_id")
				.onRef("a.version_id", "=", "v.id")
				.onRef("a.person_id", "=", "m.person_id"),
		)
		.select((eb) => [
			eb.fn.countAll<number>().as("members"),
			eb.fn.count<number>("a.signed_at").as("signed"),
			sql<number>`sum(case when ${earlier} then 1 else 0 end)`.as("earlier"),
		])
		.where(sql<SqlBool>`v.state = 'published'`);
}

export function numbersOf(row: { members: number; signed: number; earlier: number | null }): StaffNumbers {
	const [members, signed, earlier] = [Number(row.members), Number(row.signed), Number(row.earlier ?? 0)];
	return { members, asked: members - earlier, signed, earlier };
}
