import { sql } from "kysely";
import { textsIn } from "#db/bulk.ts";
import { record } from "../audit/commands.ts";
import type { Ctx } from "../ctx.ts";
import { photoKey } from "./photos.ts";

/** A picture as the server wrote it anew. */
export type EncodedPhoto = { image: Uint8Array; thumb: Uint8Array; width: number; height: number };

export type PhotoRow = {
	id: string;
	returnId: string;
	item: string;
	row: string;
	key: string;
	sourceSha256: string;
	sha256: string;
	width: number;
	height: number;
	bytes: number;
	takenAt: string | null;
};

/** Puts both pictures into the file store: before the transaction that keeps the row. */
export async function storePhoto(ctx: Ctx, key: string, { image, thumb }: EncodedPhoto): Promise<void> {
	await ctx.files.put(photoKey(key, "whole"), image);
	await ctx.files.put(photoKey(key, "thumb"), thumb);
}

/** Keeps the row of a photograph of the actor's own school, in the caller's transaction, which has judged that it may come. */
export async function keepPhoto(ctx: Ctx, photo: PhotoRow): Promise<void> {
	const { id, returnId, item, row, key, sha256, width, height, bytes } = photo;
	await ctx.db
		.insertInto("answer_photo")
		.values({
			...{ school_id: ctx.actor.unitId, id, return_id: returnId, item, row, key, sha256, width, height, bytes },
			source_sha256: photo.sourceSha256,
			taken_at: photo.takenAt,
			received_at: ctx.now,
			added_by: ctx.actor.personId,
			sent_round: null,
			removed_at: null,
			removed_by: null,
		})
		.execute();
	await record(ctx, {
		unitId: ctx.actor.unitId,
		event: "photo.kept",
		subject: `return/${returnId}`,
		after: { photo: id, item, ...(row && { row }), bytes, sha256 },
	});
}

/**
 * Takes a photograph of the actor's own school out, in the caller's transaction. Answers with its key when no sending holds it:
 * the caller then destroys the bytes, once the transaction is through (`destroyPhoto`). Null otherwise, and for one that is out already.
 */
export async function takeOutPhoto(ctx: Ctx, returnId: string, id: string): Promise<string | null> {
	const taken = await ctx.db
		.updateTable("answer_photo")
		.set({ removed_at: ctx.now, removed_by: ctx.actor.personId })
		.where("school_id", "=", ctx.actor.unitId)
		.where("id", "=", id)
		.where("return_id", "=", returnId)
		.where("removed_at", "is", null)
		.returning(["key", "item", "row", "sha256", "sent_round"])
		.executeTakeFirst();
	if (!taken) return null;
	const { key, item, row, sha256, sent_round } = taken;
	await record(ctx, {
		unitId: ctx.actor.unitId,
		event: "photo.removed",
		subject: `return/${returnId}`,
		before: { photo: id, item, ...(row && { row }), sha256 },
	});
	return sent_round === null ? key : null;
}

export async function destroyPhoto(ctx: Ctx, key: string): Promise<void> {
	await ctx.files.remove(photoKey(key, "whole"));
	await ctx.files.remove(photoKey(key, "thumb"));
}

/** Marks the photographs that a sending holds, in its transaction. */
export async function freezePhotos(
	ctx: Ctx,
	of: { schoolId: string; round: number },
	ids: readonly string[],
): Promise<void> {
	if (ids.length === 0) return;
	await ctx.db
		.updateTable("answer_photo")
		.set({ sent_round: of.round })
		.where("school_id", "=", of.schoolId)
		.where(sql<boolean>`id in ${textsIn(ctx.engine, ids)}`)
		.execute();
}
