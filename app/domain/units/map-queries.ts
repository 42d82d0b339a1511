import { pathBelow } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import type { MapOutline } from "./map-schema.ts";
import { LEVELS } from "./schema.ts";

/** The map of an office, its areas with the units below the office that they show. */
export type UnitMap = {
	fileName: string;
	uploadedBy: string;
	uploadedAt: string;
	width: number;
	height: number;
	areas: (Omit<MapOutline, "codes"> & { unitIds: string[] })[];
};

/** The map of the actor's office; null while it has none. Not guarded: borders are nobody's secret. */
export async function readMap(ctx: Ctx): Promise<UnitMap | null> {
	const row = await ctx.db
		.selectFrom("unit_map")
		.leftJoin("person", "person.id", "unit_map.uploaded_by")
		.select(["file_name", "width", "height", "areas", "uploaded_at", "person.name as uploadedBy"])
		.where("office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!row) return null;
	const ids = new Map((await communesBelow(ctx)).map(({ code, id }) => [code, id]));
	return {
		fileName: row.file_name,
		uploadedBy: row.uploadedBy ?? "",
		uploadedAt: row.uploaded_at,
		width: row.width,
		height: row.height,
		areas: (JSON.parse(row.areas) as MapOutline[]).map(({ codes, ...outline }) => ({
			...outline,
			unitIds: codes.flatMap((code) => ids.get(code) ?? []),
		})),
	};
}

/** Communes below the actor's office, by name. */
export async function communesBelow(ctx: Ctx): Promise<{ id: string; code: string; name: string }[]> {
	return ctx.db
		.selectFrom("unit")
		.select(["id", "code", "name"])
		.where("level", "=", LEVELS.commune)
		.where(pathBelow("path", ctx.actor.unitPath))
		.orderBy("search")
		.execute();
}
