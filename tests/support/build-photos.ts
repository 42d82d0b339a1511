import sharp from "sharp";
import type { Ctx } from "#app/domain/ctx.ts";
import { newId } from "#app/domain/id.ts";
import { addPhoto, type NewPhoto } from "#app/domain/returns/photos.ts";
import { encodePhoto } from "#app/platform/pictures/photo.ts";

/** A small JPEG; each `seed` another picture. */
export function drawnPhoto(seed = 0, size = 64): Promise<Buffer> {
	const noise = Buffer.from(Array.from({ length: size * size * 3 }, (_, at) => (at * (seed + 7) * 31 + seed) % 256));
	return sharp(noise, { raw: { width: size, height: size, channels: 3 } })
		.jpeg()
		.toBuffer();
}

/** A photograph as a device tells of it; each another picture. */
export async function newPhoto(item: string, over: Partial<NewPhoto> = {}): Promise<NewPhoto> {
	const id = over.id ?? newId();
	const seed = Number.parseInt(id.slice(-3), 16);
	return { id, item, row: "", takenAt: null, bytes: await drawnPhoto(seed), ...over };
}

/** Takes a photograph of an answer and brings it in. */
export async function photograph(
	ctx: Ctx,
	returnId: string,
	item: string,
	over: Partial<NewPhoto> = {},
): Promise<string> {
	return (await addPhoto(ctx, returnId, await newPhoto(item, over), encodePhoto)).id;
}
