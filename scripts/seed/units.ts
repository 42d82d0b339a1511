import { newId } from "#app/domain/id.ts";
import { searchKey } from "#app/domain/text.ts";
import { LEVELS } from "#app/domain/units/schema.ts";
import { type BulkColumn, insertRows } from "#db/bulk.ts";
import type { Engine } from "#db/engine.ts";
import type { Db } from "#db/store.ts";
import type { SchoolTable, UnitTable } from "#db/tables/units.ts";

/** A unit that was just made. */
export type SeededUnit = { id: string; path: string; code: string; name: string };

const unitColumns: readonly BulkColumn[] = [
	...["id", "parent_id", "level", "code", "name", "search", "path", "status", "created_at", "updated_at"].map(
		(name) => ({ name, type: "text" as const }),
	),
];

const schoolColumns: readonly BulkColumn[] = [
	...["school_id", "kind", "ownership", "managed_by"].map((name) => ({ name, type: "text" as const })),
	...["classrooms", "pupils", "staff", "sites"].map((name) => ({ name, type: "integer" as const })),
	{ name: "updated_at", type: "text" },
];

/** The levels of a district before 1 July 2025: data, because a reorganisation changes them. */
export async function seedLevels(db: Db): Promise<void> {
	await db
		.insertInto("unit_level")
		.values([
			{ code: LEVELS.province, name_vi: "Sở GD&ĐT", name_en: "Provincial Department", position: 1 },
			{ code: LEVELS.office, name_vi: "Phòng GD&ĐT", name_en: "District Education Office", position: 2 },
			{ code: LEVELS.commune, name_vi: "Xã, thị trấn", name_en: "Commune", position: 3 },
			{ code: LEVELS.school, name_vi: "Trường", name_en: "School", position: 4 },
			{ code: LEVELS.site, name_vi: "Điểm trường", name_en: "Site", position: 5 },
		])
		.onConflict((oc) => oc.column("code").doNothing())
		.execute();
}

/** A row of `unit` under its parent (null: the root of the tree). */
export function unitRow(
	unit: { level: string; code: string; name: string; parent: SeededUnit | null },
	at: string,
): UnitTable {
	const id = newId();
	return {
		id,
		parent_id: unit.parent?.id ?? null,
		level: unit.level,
		code: unit.code,
		name: unit.name,
		search: searchKey(`${unit.name} ${unit.code}`),
		path: `${unit.parent?.path ?? ""}${id}/`,
		status: "active",
		created_at: at,
		updated_at: at,
	};
}

/** Inserts units, parents before children, and the facts of those that are schools. */
export async function insertUnits(
	db: Db,
	engine: Engine,
	units: readonly UnitTable[],
	schools: readonly SchoolTable[],
): Promise<void> {
	await insertRows(db, engine, "unit", unitColumns, units);
	await insertRows(db, engine, "school", schoolColumns, schools);
}
