import { sql } from "kysely";
import { pathBelow } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { problem } from "../problem.ts";
import { LEVELS, type UnitChoice, type UnitStatus } from "./schema.ts";

/** Open communes below the actor's unit (the unit itself where it is one), by name. */
export async function communes(ctx: Ctx): Promise<UnitChoice[]> {
	return await communesBelow(ctx, ctx.actor.unitPath).execute();
}

/** Who may manage a school here: the actor's office, the offices above and below it, the communes. Highest first, then by name. */
export async function managers(ctx: Ctx): Promise<UnitChoice[]> {
	return [...(await offices(ctx)).map(choiceOf), ...(await communes(ctx))];
}

/** More communes than this are no list to choose from: in a province one chooses the district first. */
const CHOICES = 300;

export type PlaceChoices = {
	/** Offices directly below: the districts of a province. */
	districts: UnitChoice[];
	/** Null where there are too many to choose from. */
	communes: UnitChoice[] | null;
	managers: UnitChoice[];
};

/** Where the list of schools can be narrowed to. `under` is the district that is chosen. Throws `not_found` for a stranger's. */
export async function placeChoices(ctx: Ctx, under: string | null): Promise<PlaceChoices> {
	const path = under === null ? ctx.actor.unitPath : await pathOf(ctx, under);
	const all = await offices(ctx);
	const places = await communesBelow(ctx, path)
		.limit(CHOICES + 1)
		.execute();
	const few = places.length > CHOICES ? null : places;
	return {
		districts: all.filter(({ parent_id }) => parent_id === ctx.actor.unitId).map(choiceOf),
		communes: few,
		managers: [...all.map(choiceOf), ...(few ?? [])],
	};
}

/** The path of a unit at or below the actor's own; `not_found` for any other. */
export async function pathOf(ctx: Ctx, id: string): Promise<string> {
	const unit = await ctx.db
		.selectFrom("unit")
		.select("path")
		.where("id", "=", id)
		.where(pathBelow("path", ctx.actor.unitPath))
		.executeTakeFirst();
	if (!unit) throw problem("not_found", {});
	return unit.path;
}

function communesBelow(ctx: Ctx, path: string) {
	return ctx.db
		.selectFrom("unit")
		.select(["id", "code", "name", "level"])
		.where("level", "=", LEVELS.commune)
		.where("status", "=", "active")
		.where(pathBelow("unit.path", path))
		.orderBy("search")
		.orderBy("id");
}

/** Open offices above, at and below the actor's own, highest first, then by name. */
async function offices(ctx: Ctx): Promise<(UnitChoice & { parent_id: string | null })[]> {
	const above = ctx.actor.unitPath.split("/").filter(isId);
	return await ctx.db
		.selectFrom("unit")
		.innerJoin("unit_level", "unit_level.code", "unit.level")
		.select(["unit.id", "unit.code", "unit.name", "unit.level", "unit.parent_id"])
		.where("unit.level", "in", [LEVELS.province, LEVELS.office])
		.where("unit.status", "=", "active")
		.where((eb) => eb.or([eb("unit.id", "in", ["", ...above]), pathBelow("unit.path", ctx.actor.unitPath)]))
		.orderBy("unit_level.position")
		.orderBy("unit.search")
		.orderBy("unit.id")
		.execute();
}

function choiceOf({ id, code, name, level }: UnitChoice): UnitChoice {
	return { id, code, name, level };
}

export type Branch = UnitChoice & {
	/** Open schools at or below it. */
	schools: number;
	closed: number;
};

/** The tree one level down: units directly below the actor's own that hold schools, each with how many lie under it. */
export async function unitTree(ctx: Ctx): Promise<Branch[]> {
	const under = (status: UnitStatus) =>
		ctx.db
			.selectFrom("unit")
			.select(({ fn }) => fn.countAll<number>().as("n"))
			.where("unit.level", "=", LEVELS.school)
			.where("unit.status", "=", status)
			.where(sql<boolean>`unit.path >= branch.path and unit.path < branch.path || '~'`);
	const rows = await ctx.db
		.selectFrom("unit as branch")
		.innerJoin("unit_level", "unit_level.code", "branch.level")
		.select(["branch.id", "branch.code", "branch.name", "branch.level"])
		.select([under("active").as("open"), under("closed").as("closed")])
		.where("branch.parent_id", "=", ctx.actor.unitId)
		.where("branch.level", "not in", [LEVELS.school, LEVELS.site])
		.orderBy("unit_level.position")
		.orderBy("branch.search")
		.orderBy("branch.id")
		.execute();
	return rows.map(({ open, closed, ...unit }) => ({ ...unit, schools: Number(open), closed: Number(closed) }));
}
