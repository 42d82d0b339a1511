import { record } from "../audit/commands.ts";
import type { Ctx } from "../ctx.ts";
import { problem } from "../problem.ts";
import type { Content, KeptFigures } from "./schema.ts";
import type { LoadedReport } from "./versions.ts";

type Changes = Partial<Pick<LoadedReport, "state" | "checked_by" | "checked_at" | "period_from" | "period_to">>;

/** Writes a version on top of the revision that was read. */
export async function write(
	ctx: Ctx,
	version: LoadedReport,
	content: Content,
	kept: KeptFigures,
	changes: Changes = {},
): Promise<void> {
	const done = await ctx.db
		.updateTable("report_version")
		.set({
			content: JSON.stringify(content),
			figures: JSON.stringify(kept),
			revision: version.revision + 1,
			updated_at: ctx.now,
			...changes,
		})
		.where("report_id", "=", version.report_id)
		.where("number", "=", version.number)
		.where("revision", "=", version.revision)
		.executeTakeFirst();
	if (done.numUpdatedRows !== 1n) throw problem("report_changed", {});
}

type Note = { event: string; after: object; before?: object };

/** One line of the audit about a report. */
export function note(ctx: Ctx, reportId: string, entry: Note): Promise<unknown> {
	return record(ctx, { unitId: ctx.actor.unitId, subject: `report/${reportId}`, ...entry });
}
