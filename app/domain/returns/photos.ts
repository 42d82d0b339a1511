import { hash } from "node:crypto";
import { type Ctx, inTransaction } from "../ctx.ts";
import { destroyPhoto, type EncodedPhoto, keepPhoto, storePhoto, takeOutPhoto } from "../evidence/photo-commands.ts";
import { knownPhoto, livingPhotos } from "../evidence/photos.ts";
import { photosAllowed } from "../forms/photos.ts";
import { prepare } from "../forms/prepare.ts";
import { rowsOf } from "../forms/rows.ts";
import { isId, newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { Problem, problem } from "../problem.ts";
import { type LoadedReturn, loadForWriting, loadReturn } from "./load.ts";
import { closedBecause } from "./rules.ts";
import { openReturn, refusalsOf } from "./save.ts";
import type { PhotoPlace } from "./schema.ts";

/** A photograph as a device brings it. */
export type NewPhoto = PhotoPlace & { bytes: Uint8Array };

/**
 * Keeps a photograph of an answer of the actor's own school. Idempotent by its id, even after the return was sent: a device that did
 * not hear the answer asks again. The answer itself may come before or after it. `encode` writes the picture anew and
 * throws for what is none. Throws not_found for another school's return, forbidden, `photo_place`, `photo_id_reused`, `photos_full`,
 * `photo_not_marked`, `return_closed`.
 */
export async function addPhoto(
	ctx: Ctx,
	returnId: string,
	photo: NewPhoto,
	encode: (bytes: Uint8Array) => Promise<EncodedPhoto>,
): Promise<{ id: string; outcome: "kept" | "already" }> {
	demand(ctx.actor, "returns.fill");
	const { id, item, row, takenAt } = photo;
	const sourceSha256 = hash("sha256", photo.bytes);
	const judge = async (ctx: Ctx, loaded: LoadedReturn) => {
		if (await isKnown(ctx, returnId, photo, sourceSha256)) return true;
		await refuseWrong(ctx, loaded, photo);
		return false;
	};
	// Judged before the work and the bytes, and once more where nobody can come between.
	if (await judge(ctx, await loadReturn(ctx, returnId))) return { id, outcome: "already" };
	const encoded = await encode(photo.bytes);
	// A key for each upload: whoever loses a race takes its own bytes away and leaves the winner's alone.
	const key = `${ctx.actor.unitId}/photos/${newId()}`;
	await storePhoto(ctx, key, encoded);
	const outcome = await inTransaction(ctx, async (ctx): Promise<"kept" | "already"> => {
		const loaded = await loadForWriting(ctx, returnId);
		if (await judge(ctx, loaded)) return "already";
		if (loaded.state === "not_started") await openReturn(ctx, returnId);
		const { image, width, height } = encoded;
		const sha256 = hash("sha256", image);
		await keepPhoto(ctx, {
			...{ id, returnId, item, row, takenAt, key, sourceSha256, sha256, width, height },
			bytes: image.byteLength,
		});
		return "kept";
	}).catch(async (error) => {
		// Refused, nothing names the bytes. Of other faults nobody knows whether the row was written, so they stay.
		if (error instanceof Problem) await destroyPhoto(ctx, key);
		throw error;
	});
	if (outcome === "already") await destroyPhoto(ctx, key);
	return { id, outcome };
}

/**
 * Takes a photograph out of a return of the actor's own school; one that is out already stays out. What no sending holds is destroyed.
 * Throws not_found, forbidden, `photo_not_marked`, `return_closed`.
 */
export async function removePhoto(ctx: Ctx, returnId: string, id: string): Promise<void> {
	demand(ctx.actor, "returns.fill");
	const key = await inTransaction(ctx, async (ctx) => {
		const loaded = await loadForWriting(ctx, returnId);
		const known = isId(id) ? await knownPhoto(ctx, id) : undefined;
		if (!known || known.school_id !== loaded.schoolId || known.return_id !== returnId) throw problem("not_found", {});
		if (known.removed_at !== null) return null;
		await refuseClosed(ctx, loaded, known);
		return takeOutPhoto(ctx, returnId, id);
	});
	if (key !== null) await destroyPhoto(ctx, key);
}

/** Whether this very photograph is here already. */
async function isKnown(ctx: Ctx, returnId: string, photo: NewPhoto, sourceSha256: string): Promise<boolean> {
	const known = await knownPhoto(ctx, photo.id);
	if (!known) return false;
	const same =
		known.school_id === ctx.actor.unitId &&
		known.return_id === returnId &&
		known.item === photo.item &&
		known.row === photo.row &&
		known.source_sha256 === sourceSha256;
	if (!same) throw problem("photo_id_reused", {});
	return true;
}

async function refuseWrong(ctx: Ctx, loaded: LoadedReturn, { item, row }: NewPhoto): Promise<void> {
	const { itemByCode, rosterOf } = prepare(loaded.definition);
	const found = itemByCode.get(item);
	const limit = found ? photosAllowed(found, loaded.definition) : 0;
	const roster = rosterOf.get(item);
	const rows = roster === undefined ? [""] : (rowsOf(loaded.answers, new Set([roster])).get(roster) ?? []);
	// Hidden items take photographs as well: the answer that shows them may still be on its way.
	if (limit === 0 || !rows.includes(row)) throw problem("photo_place", { item });
	await refuseClosed(ctx, loaded, { item, row });
	const photos = loaded.photographed ? await livingPhotos(ctx, loaded) : [];
	if (photos.filter((photo) => photo.item === item && photo.row === row).length >= limit)
		throw problem("photos_full", { limit });
}

async function refuseClosed(ctx: Ctx, loaded: LoadedReturn, at: { item: string; row: string }): Promise<void> {
	const why = closedBecause(loaded.state, loaded.campaign, ctx.today);
	if (why) throw problem("return_closed", { why });
	const refused = (await refusalsOf(ctx, loaded))(at.item, at.row, loaded.answers);
	if (refused) throw problem("photo_not_marked", { item: at.item });
}
