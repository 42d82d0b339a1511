import { z } from "zod";
import { pathBelow } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { problem } from "../problem.ts";
import { type Counts, fates, type KnownUnit, type Mapping, mapping, type Surroundings } from "./import-schema.ts";
import { LEVELS, type Ownership, type SchoolKind } from "./schema.ts";
import { managers } from "./tree.ts";

/** Where the schools of a list may sit, and who may manage them, from the actor's unit. */
export async function surroundings(ctx: Ctx): Promise<Surroundings> {
	const communes = await ctx.db
		.selectFrom("unit")
		.select(["id", "code", "name", "level", "path"])
		.where("level", "=", LEVELS.commune)
		.where("status", "=", "active")
		.where(pathBelow("unit.path", ctx.actor.unitPath))
		.orderBy("search")
		.orderBy("id")
		.execute();
	return { communes, managers: await managers(ctx) };
}

/** What is known today of each code that belongs to a unit, whoever's it is: of a stranger's only that the code is taken. */
export async function knownUnits(ctx: Ctx, codes: string[]): Promise<KnownUnit[]> {
	if (codes.length === 0) return [];
	const rows = await ctx.db
		.selectFrom("unit")
		.leftJoin("school", "school.school_id", "unit.id")
		.select(["unit.code", "unit.name", "unit.path", "unit.parent_id", "unit.status"])
		.select(["school.kind", "school.ownership", "school.managed_by"])
		.select(["school.classrooms", "school.pupils", "school.staff", "school.sites"])
		.where("unit.code", "in", codes)
		.execute();
	return rows.map(({ code, path, status, kind, ownership, managed_by, parent_id, name, ...figures }) => {
		const mine = kind !== null && path.startsWith(ctx.actor.unitPath);
		if (!mine || !ownership || !managed_by || !parent_id) return { code, mine: false, closed: false, form: null };
		const form = {
			name,
			kind: kind as SchoolKind,
			ownership: ownership as Ownership,
			communeId: parent_id,
			managerId: managed_by,
			...figures,
		};
		return { code, mine, closed: status === "closed", form };
	});
}

/** Counts by fate; of a confirmed import, what was written and how many rows turned out refused. */
const counts = z.object({
	rows: z.number(),
	writes: z.number(),
	...(Object.fromEntries(fates.map((fate) => [fate, z.number()])) as Record<(typeof fates)[number], z.ZodNumber>),
	created: z.number().optional(),
	updated: z.number().optional(),
});

export type ImportSummary = Counts & { created?: number; updated?: number };

export type UnitImport = {
	id: string;
	fileId: string;
	fileName: string;
	/** Where the file's bytes are. */
	fileKey: string;
	mapping: Mapping | null;
	state: "previewed" | "confirmed";
	summary: ImportSummary;
	createdAt: string;
	confirmedAt: string | null;
	by: string;
};

/** One import of the actor's office. Throws `not_found`. */
export async function readImport(ctx: Ctx, id: string | undefined): Promise<UnitImport> {
	if (!isId(id)) throw problem("not_found", {});
	const row = await importsOf(ctx).where("unit_import.id", "=", id).executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return importFrom(row);
}

/** The latest imports of the actor's office, newest first. */
export async function latestImports(ctx: Ctx, limit = 10): Promise<UnitImport[]> {
	const rows = await importsOf(ctx).orderBy("unit_import.id", "desc").limit(limit).execute();
	return rows.map(importFrom);
}

function importsOf(ctx: Ctx) {
	return ctx.db
		.selectFrom("unit_import")
		.innerJoin("file", "file.id", "unit_import.file_id")
		.leftJoin("person", "person.id", "unit_import.created_by")
		.where("unit_import.office_id", "=", ctx.actor.unitId)
		.select([
			"unit_import.id",
			"unit_import.file_id",
			"unit_import.mapping",
			"unit_import.state",
			"unit_import.summary",
		])
		.select(["unit_import.created_at", "unit_import.confirmed_at", "file.name as file_name", "file.key as file_key"])
		.select("person.name as by");
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof importsOf>["executeTakeFirstOrThrow"]>>;

function importFrom(row: ImportRow): UnitImport {
	return {
		id: row.id,
		fileId: row.file_id,
		fileName: row.file_name,
		fileKey: row.file_key,
		mapping: row.mapping === null ? null : mapping.parse(JSON.parse(row.mapping)),
		state: row.state,
		summary: counts.parse(JSON.parse(row.summary)),
		createdAt: row.created_at,
		confirmedAt: row.confirmed_at,
		by: row.by ?? "",
	};
}
