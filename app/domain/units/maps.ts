import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { communesBelow } from "./map-queries.ts";
import type { Borders } from "./map-schema.ts";

/** Codes of the communes that a map of the actor's office may show. */
export async function codesForMap(ctx: Ctx): Promise<string[]> {
	demand(ctx.actor, "units.write");
	return (await communesBelow(ctx)).map(({ code }) => code);
}

/** Makes these borders the map of the actor's office, in place of the one it had. */
export async function keepMap(ctx: Ctx, fileName: string, { width, height, outlines }: Borders): Promise<void> {
	demand(ctx.actor, "units.write");
	await inTransaction(ctx, async (ctx) => {
		const row = {
			file_name: fileName.normalize("NFC").slice(0, 200),
			width,
			height,
			areas: JSON.stringify(outlines),
			uploaded_by: ctx.actor.personId,
			uploaded_at: ctx.now,
		};
		await ctx.db
			.insertInto("unit_map")
			.values({ office_id: ctx.actor.unitId, ...row })
			.onConflict((oc) => oc.column("office_id").doUpdateSet(row))
			.execute();
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "units.map_kept",
			subject: `unit/${ctx.actor.unitId}`,
			after: { fileName: row.file_name, areas: outlines.length },
		});
	});
}

/** Takes the map of the actor's office away: communes are tiles again. Throws `not_found` when there is none. */
export async function removeMap(ctx: Ctx): Promise<void> {
	demand(ctx.actor, "units.write");
	await inTransaction(ctx, async (ctx) => {
		const { numDeletedRows } = await ctx.db
			.deleteFrom("unit_map")
			.where("office_id", "=", ctx.actor.unitId)
			.executeTakeFirstOrThrow();
		if (numDeletedRows === 0n) throw problem("not_found", {});
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "units.map_removed",
			subject: `unit/${ctx.actor.unitId}`,
		});
	});
}
