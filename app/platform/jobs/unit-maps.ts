import type { Ctx } from "#app/domain/ctx.ts";
import { problem } from "#app/domain/problem.ts";
import type { Borders } from "#app/domain/units/map-schema.ts";
import { codesForMap, keepMap } from "#app/domain/units/maps.ts";
import { runWorker } from "./run-worker.ts";

/** Largest file of borders that is read: a province in fine detail stays below. */
export const MAP_LIMIT = 8 * 1_048_576;

export type BordersJob = { bytes: Uint8Array; known: string[]; wanted: string };

/**
 * Reads a file of borders in a worker thread, simplifies it and makes it the map of the actor's office. Throws `too_large`,
 * `wrong_file_type`, `map_broken`, `map_without_units`.
 */
export async function uploadMap(ctx: Ctx, file: { name: string; bytes: Uint8Array }, wanted: string): Promise<void> {
	if (file.bytes.byteLength > MAP_LIMIT) throw problem("too_large", { limitBytes: MAP_LIMIT });
	const data: BordersJob = { bytes: file.bytes, known: await codesForMap(ctx), wanted };
	const tooBig = { code: "map_broken" as const, details: {} };
	const borders = await runWorker<Borders>({ name: "borders", data, timeoutMs: 30_000, tooBig });
	await keepMap(ctx, file.name, borders);
}
