import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { record } from "#app/domain/audit/commands.ts";
import { type AnonymousCtx, inTransaction } from "#app/domain/ctx.ts";
import type { SchoolFacts } from "#app/domain/forms/schema.ts";
import { LEVELS } from "#app/domain/units/schema.ts";
import type { SchoolTable } from "#db/tables/units.ts";
import { insertUnits, type SeededUnit, seedLevels, unitRow } from "./units.ts";

export type DemoSchool = SeededUnit & { facts: SchoolFacts };

/** The sample district as it stands in the database. */
export type District = { province: SeededUnit; office: SeededUnit; communes: SeededUnit[]; schools: DemoSchool[] };

const source = new URL("../../db/seed/giao-thuy-2019/", import.meta.url);

const communeLine = z.object({ code: z.string(), name: z.string() });
const schoolLine = z.object({
	code: z.string(),
	name: z.string(),
	type: z.string(),
	ownership: z.enum(["Công lập", "Tư thục"]),
	managed_by: z.enum(["Phòng GD&ĐT", "Sở GD&ĐT", "UBND xã"]),
	commune_code: z.string(),
	classrooms: z.coerce.number().int(),
	pupils: z.coerce.number().int(),
	staff: z.coerce.number().int(),
	sites: z.coerce.number().int(),
});

const ownerships = { "Công lập": "cong_lap", "Tư thục": "tu_thuc" } as const;

/**
 * Writes the sample district: Sở, Phòng, 22 communes, 78 institutions with their manager. A tree has to begin somewhere, so nobody is
 * asked for a permission; the office's chain says what was entered.
 */
export async function seedDistrict(ctx: AnonymousCtx): Promise<District> {
	const communeLines = await readLines("communes.csv", communeLine);
	const schoolLines = await readLines("schools.csv", schoolLine);
	const province = unitRow({ level: LEVELS.province, code: "36", name: "Sở GD&ĐT Nam Định", parent: null }, ctx.now);
	const office = unitRow(
		{ level: LEVELS.office, code: "36365", name: "Phòng GD&ĐT Giao Thủy", parent: province },
		ctx.now,
	);
	const communes = communeLines.map(({ code, name }) =>
		unitRow({ level: LEVELS.commune, code, name, parent: office }, ctx.now),
	);
	const communeByCode = new Map(communes.map((commune) => [commune.code, commune]));

	const schools = schoolLines.map((line) => {
		const commune = communeByCode.get(line.commune_code);
		if (!commune) throw new Error(`schools.csv: ${line.code} lies in no commune of communes.csv`);
		const unit = unitRow({ level: LEVELS.school, code: line.code, name: line.name, parent: commune }, ctx.now);
		const { classrooms, pupils, staff, sites } = line;
		const facts: SchoolFacts = {
			kind: line.type,
			ownership: ownerships[line.ownership],
			classrooms,
			pupils,
			staff,
			sites,
		};
		const manager = { "Phòng GD&ĐT": office, "Sở GD&ĐT": province, "UBND xã": commune }[line.managed_by];
		const row: SchoolTable = { school_id: unit.id, ...facts, managed_by: manager.id, updated_at: ctx.now };
		return { unit, facts, row };
	});

	await inTransaction(ctx, async (ctx) => {
		await seedLevels(ctx.db);
		const units = [province, office, ...communes, ...schools.map(({ unit }) => unit)];
		await insertUnits(
			ctx.db,
			ctx.engine,
			units,
			schools.map(({ row }) => row),
		);
		await record(ctx, {
			unitId: office.id,
			event: "units.seeded",
			subject: `unit/${office.id}`,
			after: { communes: communes.length, schools: schools.length },
		});
	});
	return { province, office, communes, schools: schools.map(({ unit, facts }) => ({ ...unit, facts })) };
}

async function readLines<T>(name: string, line: z.ZodType<T>): Promise<T[]> {
	const text = await readFile(new URL(name, source), "utf8");
	return z.array(line).parse(parse(text, { columns: true, bom: true, skip_empty_lines: true }));
}
