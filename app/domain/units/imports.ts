import { type BulkColumn, insertRows, pathBelow } from "#db/bulk.ts";
import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { searchKey } from "../text.ts";
import { moveSchool, writeSchool } from "./commands.ts";
import { type ImportSummary, knownUnits, readImport } from "./import-queries.ts";
import type { Counts, Mapping, PlannedRow } from "./import-schema.ts";
import { LEVELS, type SchoolForm } from "./schema.ts";

/** Notes that a list was read and how its rows fared. Nothing of it is written to the units yet. */
export async function keepImport(ctx: Ctx, read: { fileId: string; summary: Counts }): Promise<{ id: string }> {
	demand(ctx.actor, "units.write");
	return inTransaction(ctx, async (ctx) => {
		const id = newId();
		await ctx.db
			.insertInto("unit_import")
			.values({
				id,
				office_id: ctx.actor.unitId,
				file_id: read.fileId,
				mapping: null,
				state: "previewed",
				summary: JSON.stringify(read.summary),
				created_by: ctx.actor.personId,
				created_at: ctx.now,
				confirmed_at: null,
			})
			.execute();
		await recordImport(ctx, id, "units.list_read", { fileId: read.fileId, ...read.summary });
		return { id };
	});
}

/** Keeps the columns as a person corrected them, and how the rows fare with them. Throws `not_found`, `import_confirmed`. */
export async function remapImport(ctx: Ctx, id: string, read: { mapping: Mapping; summary: Counts }): Promise<void> {
	demand(ctx.actor, "units.write");
	await inTransaction(ctx, async (ctx) => {
		if ((await readImport(ctx, id)).state === "confirmed") throw problem("import_confirmed", {});
		await ctx.db
			.updateTable("unit_import")
			.set({ mapping: JSON.stringify(read.mapping), summary: JSON.stringify(read.summary) })
			.where("id", "=", id)
			.execute();
		await recordImport(ctx, id, "units.list_remapped", read);
	});
}

export type Written = { created: number; updated: number };

/**
 * Writes some rows of a confirmed list, in one short transaction. Each is compared once more with what is known now, so that a
 * second confirmation, a second officer or a new start after a fall writes nothing twice: rows are known by their code.
 */
export async function writeRows(ctx: Ctx, importId: string, planned: PlannedRow[]): Promise<Written> {
	demand(ctx.actor, "units.write");
	return inTransaction(ctx, async (ctx) => {
		await readImport(ctx, importId);
		// On PostgreSQL two imports of an office would otherwise both find a code free. SQLite has one writer.
		if (ctx.engine === "postgres") {
			await ctx.db.selectFrom("unit").select("id").where("id", "=", ctx.actor.unitId).forUpdate().execute();
		}
		const known = new Map(
			(
				await knownUnits(
					ctx,
					planned.map((row) => row.code),
				)
			).map((unit) => [unit.code, unit]),
		);
		const created = await createSchools(
			ctx,
			planned.filter((row) => !known.has(row.code)),
		);
		const updated: { code: string; before: SchoolForm; after: SchoolForm }[] = [];
		for (const { code, form } of planned) {
			const unit = known.get(code);
			if (!unit?.mine || unit.closed || !unit.form || same(unit.form, form)) continue;
			await overwrite(ctx, code, unit.form, form);
			updated.push({ code, before: unit.form, after: form });
		}
		if (created.length + updated.length > 0) await recordImport(ctx, importId, "units.imported", { created, updated });
		return { created: created.length, updated: updated.length };
	});
}

/** Marks an import as confirmed, with what it wrote. The second of two confirmations finds it done. */
export async function finishImport(ctx: Ctx, id: string, summary: ImportSummary): Promise<void> {
	demand(ctx.actor, "units.write");
	await inTransaction(ctx, async (ctx) => {
		if ((await readImport(ctx, id)).state === "confirmed") return;
		await ctx.db
			.updateTable("unit_import")
			.set({ state: "confirmed", confirmed_at: ctx.now, summary: JSON.stringify(summary) })
			.where("id", "=", id)
			.execute();
		await recordImport(ctx, id, "units.import_confirmed", summary);
	});
}

const text = (name: string): BulkColumn => ({ name, type: "text" });
const whole = (name: string): BulkColumn => ({ name, type: "integer" });
const unitColumns = [
	"id",
	"parent_id",
	"level",
	"code",
	"name",
	"search",
	"path",
	"status",
	"created_at",
	"updated_at",
].map(text);
const schoolColumns = [
	...["school_id", "kind", "ownership", "managed_by"].map(text),
	...["classrooms", "pupils", "staff", "sites"].map(whole),
	text("updated_at"),
];

/** Inserts new schools under their communes; a commune that is no longer the actor's takes none. Gives the rows that were written. */
async function createSchools(ctx: Ctx, planned: PlannedRow[]): Promise<PlannedRow[]> {
	if (planned.length === 0) return [];
	const communes = await ctx.db
		.selectFrom("unit")
		.select(["id", "path"])
		.where("id", "in", [...new Set(planned.map((row) => row.form.communeId))])
		.where("level", "=", LEVELS.commune)
		.where(pathBelow("unit.path", ctx.actor.unitPath))
		.execute();
	const paths = new Map(communes.map((commune) => [commune.id, commune.path]));
	const rows = planned.flatMap((row) => {
		const under = paths.get(row.form.communeId);
		return under === undefined ? [] : [{ row, id: newId(), under }];
	});
	const units = rows.map(({ row: { code, form }, id, under }) => ({
		id,
		parent_id: form.communeId,
		level: LEVELS.school,
		code,
		name: form.name,
		search: searchKey(`${form.name} ${code}`),
		path: `${under}${id}/`,
		status: "active",
		created_at: ctx.now,
		updated_at: ctx.now,
	}));
	const schools = rows.map(({ row: { form }, id }) => {
		const { kind, ownership, managerId, classrooms, pupils, staff, sites } = form;
		return {
			school_id: id,
			kind,
			ownership,
			managed_by: managerId,
			classrooms,
			pupils,
			staff,
			sites,
			updated_at: ctx.now,
		};
	});
	await insertRows(ctx.db, ctx.engine, "unit", unitColumns, units);
	await insertRows(ctx.db, ctx.engine, "school", schoolColumns, schools);
	return rows.map(({ row }) => row);
}

async function overwrite(ctx: Ctx, code: string, before: SchoolForm, after: SchoolForm): Promise<void> {
	const unit = await ctx.db
		.selectFrom("unit")
		.select(["id", "path"])
		.where("code", "=", code)
		.executeTakeFirstOrThrow();
	if (before.communeId !== after.communeId) await moveSchool(ctx, unit, after.communeId);
	await writeSchool(ctx, { id: unit.id, code }, after);
}

function same(a: SchoolForm, b: SchoolForm): boolean {
	return (Object.keys(a) as (keyof SchoolForm)[]).every((key) => a[key] === b[key]);
}

async function recordImport(ctx: Ctx, id: string, event: string, after: unknown): Promise<void> {
	await record(ctx, { unitId: ctx.actor.unitId, event, subject: `unit_import/${id}`, after });
}
