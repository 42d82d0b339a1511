import type { Ctx } from "#app/domain/ctx.ts";
import { newId } from "#app/domain/id.ts";
import { addPhoto, removePhoto } from "#app/domain/returns/photos.ts";
import type { ReturnPage } from "#app/domain/returns/queries.ts";
import { encodePhoto } from "#app/platform/pictures/photo.ts";
import type { PostedPhoto } from "#app/platform/pictures/photo-post.ts";

type Posted = { row: string; fields: Record<string, string | string[]>; photos: readonly PostedPhoto[] };

/**
 * What a form without script says of photographs: those chosen in any file box, whatever button was pressed, and the one whose *Bỏ*
 * was pressed (`unphoto`). Answers with the item to go back to; null when no button of photographs was pressed.
 */
export async function changePhotos(
	ctx: Ctx,
	page: ReturnPage,
	{ row, fields, photos }: Posted,
): Promise<string | null> {
	for (const { item, bytes } of photos) {
		await addPhoto(ctx, page.returnId, { id: newId(), item, row, takenAt: null, bytes }, encodePhoto);
	}
	if (typeof fields.unphoto === "string") {
		const taken = page.photos.find(({ id }) => id === fields.unphoto);
		await removePhoto(ctx, page.returnId, fields.unphoto);
		return taken?.item ?? "";
	}
	return typeof fields.photo === "string" ? fields.photo : null;
}
