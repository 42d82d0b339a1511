import { sql } from "kysely";
import { pathBelow } from "#db/bulk.ts";
import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { searchKey } from "../text.ts";
import { readSchool } from "./queries.ts";
import { LEVELS, type NewUnit, newUnit, type School, type SchoolForm, type UnitStatus } from "./schema.ts";
import { managers } from "./tree.ts";

/**
 * Makes a unit below the actor's own; a school needs its facts, and a commune as parent. Only the installing script, whose
 * actor stands above the tree (`unitPath` ""), makes a root. Throws `unit_code_taken`, `not_found` for a parent or manager out of
 * reach, `invalid_input`.
 */
export async function createUnit(ctx: Ctx, input: NewUnit): Promise<{ id: string }> {
	demand(ctx.actor, "units.write");
	const unit = newUnit.parse(input);
	if ((unit.level === LEVELS.school) !== (unit.school !== undefined)) {
		throw problem("invalid_input", { fields: [{ field: "school", message: "" }] });
	}
	return inTransaction(ctx, async (ctx) => {
		const parent = unit.parentId ? await openUnit(ctx, unit.parentId) : null;
		if (!parent && ctx.actor.unitPath !== "") throw problem("not_found", {});
		if (unit.school && parent?.level !== LEVELS.commune) throw problem("not_found", {});
		if (unit.school) await demandManager(ctx, unit.school.managerId);
		const id = newId();
		const made = await ctx.db
			.insertInto("unit")
			.values({
				id,
				parent_id: unit.parentId,
				level: unit.level,
				code: unit.code,
				name: unit.name,
				search: searchKey(`${unit.name} ${unit.code}`),
				path: `${parent?.path ?? ""}${id}/`,
				status: "active",
				created_at: ctx.now,
				updated_at: ctx.now,
			})
			.onConflict((oc) => oc.column("code").doNothing())
			.executeTakeFirst();
		if (made.numInsertedOrUpdatedRows !== 1n) throw problem("unit_code_taken", { code: unit.code });
		if (unit.school) {
			const { managerId, ...facts } = unit.school;
			await ctx.db
				.insertInto("school")
				.values({ school_id: id, ...facts, managed_by: managerId, updated_at: ctx.now })
				.execute();
		}
		await record(ctx, { unitId: id, event: "unit.created", subject: `unit/${id}`, after: unit });
		return { id };
	});
}

/**
 * Changes what is known of a school. Its code never changes (Thông tư 42/2021 Đ10). A new commune moves it in the tree; what
 * campaigns froze of it stays. Throws `not_found` and `unit_closed`.
 */
export async function updateSchool(ctx: Ctx, id: string, form: SchoolForm): Promise<void> {
	demand(ctx.actor, "units.write");
	await inTransaction(ctx, async (ctx) => {
		const school = await readSchool(ctx, id);
		if (school.status === "closed") throw problem("unit_closed", { name: school.name });
		await changeSchool(ctx, school, form);
	});
}

/** Writes the difference between a school and the form, and tells of it in the school's own chain. Inside a transaction. */
async function changeSchool(ctx: Ctx, school: School, form: SchoolForm): Promise<void> {
	const keys = Object.keys(form) as (keyof SchoolForm)[];
	const changed = keys.filter((key) => form[key] !== school[key]);
	if (changed.length === 0) return;
	if (form.managerId !== school.managerId) await demandManager(ctx, form.managerId);
	if (form.communeId !== school.communeId) await moveSchool(ctx, school, form.communeId);
	await writeSchool(ctx, school, form);
	await record(ctx, {
		unitId: school.id,
		event: "unit.updated",
		subject: `unit/${school.id}`,
		before: Object.fromEntries(changed.map((key) => [key, school[key]])),
		after: Object.fromEntries(changed.map((key) => [key, form[key]])),
	});
}

/** Name and facts of a school as the form has them. The caller has checked the manager and recorded the change. */
export async function writeSchool(ctx: Ctx, school: Pick<School, "id" | "code">, form: SchoolForm): Promise<void> {
	const { name, kind, ownership, managerId, classrooms, pupils, staff, sites } = form;
	await ctx.db
		.updateTable("unit")
		.set({ name, search: searchKey(`${name} ${school.code}`), updated_at: ctx.now })
		.where("id", "=", school.id)
		.execute();
	await ctx.db
		.updateTable("school")
		.set({ kind, ownership, managed_by: managerId, classrooms, pupils, staff, sites, updated_at: ctx.now })
		.where("school_id", "=", school.id)
		.execute();
}

/** Puts a school under another commune of the actor's, with the sites below it. Throws `not_found`. Inside a transaction. */
export async function moveSchool(ctx: Ctx, school: Pick<School, "id" | "path">, communeId: string): Promise<void> {
	const commune = await openUnit(ctx, communeId);
	if (commune.level !== LEVELS.commune) throw problem("not_found", {});
	await ctx.db.updateTable("unit").set({ parent_id: commune.id }).where("id", "=", school.id).execute();
	const path = `${commune.path}${school.id}/`;
	await ctx.db
		.updateTable("unit")
		.set({ path: sql<string>`${path} || substr(path, ${sql.lit(school.path.length + 1)})` })
		.where(pathBelow("unit.path", school.path))
		.execute();
}

/** Closes a school: its status changes, and nothing of it is deleted (Thông tư 42/2021 Đ10). Throws `not_found`, `unit_closed`. */
export async function closeSchool(ctx: Ctx, id: string, reason: string): Promise<void> {
	await setStatus(ctx, id, "closed", reason);
}

/** Opens a closed school again. Throws `not_found`, `unit_open`. */
export async function reopenSchool(ctx: Ctx, id: string, reason: string): Promise<void> {
	await setStatus(ctx, id, "active", reason);
}

async function setStatus(ctx: Ctx, id: string, status: UnitStatus, reason: string): Promise<void> {
	demand(ctx.actor, "units.write");
	await inTransaction(ctx, async (ctx) => {
		const school = await readSchool(ctx, id);
		if (school.status === status)
			throw problem(status === "closed" ? "unit_closed" : "unit_open", { name: school.name });
		await ctx.db.updateTable("unit").set({ status, updated_at: ctx.now }).where("id", "=", id).execute();
		await record(ctx, {
			unitId: id,
			event: status === "closed" ? "unit.closed" : "unit.reopened",
			subject: `unit/${id}`,
			before: { status: school.status },
			after: { status, reason },
		});
	});
}

/** An open unit at or below the actor's own, or `not_found`. */
async function openUnit(ctx: Ctx, id: string): Promise<{ id: string; level: string; path: string }> {
	const unit = await ctx.db
		.selectFrom("unit")
		.select(["id", "level", "path"])
		.where("id", "=", id)
		.where("status", "=", "active")
		.where(pathBelow("unit.path", ctx.actor.unitPath))
		.executeTakeFirst();
	if (!unit) throw problem("not_found", {});
	return unit;
}

async function demandManager(ctx: Ctx, id: string): Promise<void> {
	if (!(await managers(ctx)).some((unit) => unit.id === id)) throw problem("not_found", {});
}
