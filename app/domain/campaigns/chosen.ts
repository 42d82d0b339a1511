import type { Ctx } from "../ctx.ts";
import { LEVELS, type SchoolFilter } from "../units/schema.ts";

/** What of a school is shown before issuing and frozen by it. */
export type ChosenSchool = Awaited<ReturnType<ReturnType<typeof chosenSchools>["executeTakeFirstOrThrow"]>>;

/**
 * Open schools of the office that a filter chooses (an empty list means any): the one definition of who receives a campaign,
 * behind the count, the list and the issue alike. `after`: only those whose path comes after this one.
 */
export function chosenSchools(ctx: Ctx, filter: SchoolFilter, after: string = ctx.actor.unitPath) {
	let chosen = ctx.db
		.selectFrom("unit")
		.innerJoin("school", "school.school_id", "unit.id")
		.innerJoin("unit as commune", "commune.id", "unit.parent_id")
		.select([
			"unit.id",
			"unit.code",
			"unit.name",
			"unit.search",
			"unit.path",
			"school.kind",
			"school.ownership",
			"school.managed_by",
			"commune.id as commune_id",
			"commune.name as commune",
		])
		.where("unit.level", "=", LEVELS.school)
		.where("unit.status", "=", "active")
		// One lower bound: given two, SQLite seeks by the first it sees and walks to the other.
		.where("unit.path", ">", after)
		.where("unit.path", "<", `${ctx.actor.unitPath}~`);
	if (filter.kinds.length > 0) chosen = chosen.where("school.kind", "in", filter.kinds);
	if (filter.communes.length > 0) chosen = chosen.where("unit.parent_id", "in", filter.communes);
	if (filter.ownerships.length > 0) chosen = chosen.where("school.ownership", "in", filter.ownerships);
	if (filter.managers.length > 0) chosen = chosen.where("school.managed_by", "in", filter.managers);
	return chosen;
}

/** How many open schools a filter chooses, by kind, ownership, commune and manager. */
export function countChosen(ctx: Ctx, filter: SchoolFilter) {
	return chosenSchools(ctx, filter)
		.clearSelect()
		.select((eb) => [
			"school.kind",
			"school.ownership",
			"commune.id as commune_id",
			"school.managed_by",
			eb.fn.countAll<number>().as("n"),
		])
		.groupBy(["school.kind", "school.ownership", "commune.id", "school.managed_by"])
		.execute();
}
