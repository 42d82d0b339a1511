import { setImmediate } from "node:timers/promises";
import type { Ctx } from "#app/domain/ctx.ts";
import { keepFile } from "#app/domain/evidence/commands.ts";
import { demand } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { knownUnits, readImport, surroundings, type UnitImport } from "#app/domain/units/import-queries.ts";
import type { ListReading, Mapping, PlannedRow } from "#app/domain/units/import-schema.ts";
import { finishImport, keepImport, remapImport, type Written, writeRows } from "#app/domain/units/imports.ts";
import type { ListJob, ListResult } from "./read-list.ts";
import { runWorker } from "./run-worker.ts";

/** Largest list that is read: a list of 20,000 schools with everything around it stays below. */
export const LIST_LIMIT = 10 * 1_048_576;

type Upload = { name: string; bytes: Uint8Array };

/**
 * Judges every row of a list in a worker thread against what is known now; writes nothing. Throws the problems of files and sheets:
 * `wrong_file_type`, `workbook_*`, `not_utf8`, `sheet_empty`, `header_not_found`, `too_many_rows`.
 */
export async function judgeList(ctx: Ctx, bytes: Uint8Array, mapping: Mapping | null): Promise<ListResult> {
	demand(ctx.actor, "units.write");
	const data: ListJob = { bytes, mapping, around: await surroundings(ctx) };
	return await runWorker<ListResult>({
		name: "units-list",
		data,
		answer: (codes) => knownUnits(ctx, codes as string[]),
		timeoutMs: 60_000,
		tooBig: { code: "workbook_too_big", details: {} },
	});
}

/** Reads an uploaded list for preview and keeps it, so that the person can look, correct the columns, and confirm. */
export async function previewList(ctx: Ctx, upload: Upload): Promise<{ id: string }> {
	if (upload.bytes.byteLength > LIST_LIMIT) throw problem("too_large", { limitBytes: LIST_LIMIT });
	const result = await judgeList(ctx, upload.bytes, null);
	const file = await keepFile(ctx, { unitId: ctx.actor.unitId, mediaType: result.mediaType, ...upload });
	const { id } = await keepImport(ctx, { fileId: file.id, summary: result.counts });
	await keepReading(ctx, id, result.reading);
	return { id };
}

/** Reads a kept list again with the columns that the person chose. Throws `not_found`, `import_confirmed`. */
export async function remapList(ctx: Ctx, id: string, mapping: Mapping): Promise<void> {
	const kept = await readImport(ctx, id);
	if (kept.state === "confirmed") throw problem("import_confirmed", {});
	const result = await judgeList(ctx, await ctx.files.get(kept.fileKey), mapping);
	await remapImport(ctx, id, { mapping, summary: result.counts });
	await keepReading(ctx, id, result.reading);
}

/**
 * Imports a previewed list: judged once more, then written a hundred rows at a time, so that others' writes pass in between. A
 * fall in the middle leaves whole rows, and confirming again writes the rest. Throws `not_found`, `import_confirmed`,
 * `nothing_to_import`.
 */
export async function confirmList(ctx: Ctx, id: string): Promise<Written> {
	const kept = await readImport(ctx, id);
	if (kept.state === "confirmed") throw problem("import_confirmed", {});
	const result = await judgeList(ctx, await ctx.files.get(kept.fileKey), kept.mapping);
	if (result.counts.refused === result.counts.rows) throw problem("nothing_to_import", {});
	const written: Written = { created: 0, updated: 0 };
	for (const plan of result.plans) {
		// Without a turn of the event loop in between, one batch follows the other and every other request waits for all.
		await setImmediate();
		const part = await writeRows(ctx, id, JSON.parse(plan) as PlannedRow[]);
		written.created += part.created;
		written.updated += part.updated;
	}
	await keepReading(ctx, id, result.reading);
	await finishImport(ctx, id, { ...result.counts, ...written });
	return written;
}

/** Every row of a kept list with its fate, as last judged. The file is judged again when that was lost. */
export async function readReading(ctx: Ctx, kept: UnitImport): Promise<ListReading> {
	const bytes = await ctx.files.get(readingKey(ctx, kept.id)).catch(() => null);
	if (bytes) return JSON.parse(new TextDecoder().decode(bytes)) as ListReading;
	const result = await judgeList(ctx, await ctx.files.get(kept.fileKey), kept.mapping);
	await keepReading(ctx, kept.id, result.reading);
	return JSON.parse(result.reading) as ListReading;
}

/** The reading is derived from the file: it is kept beside it to open the preview quickly, and may be lost. */
async function keepReading(ctx: Ctx, id: string, reading: string): Promise<void> {
	await ctx.files.put(readingKey(ctx, id), new TextEncoder().encode(reading));
}

function readingKey(ctx: Ctx, id: string): string {
	return `${ctx.actor.unitId}/readings/${id}.json`;
}
