import { countPhotos, type PhotoCounts } from "#app/domain/forms/photos.ts";
import type { PhotosView } from "./photo-queue.ts";

/** A photograph that the server has. */
export type StoredPhoto = { id: string; item: string; row: string };

/**
 * How many photographs each answer has once those of this device have arrived: what the server was told to take out is gone, what it
 * refused never comes, and one that has just arrived counts once.
 */
export function countWithDevice(
	stored: readonly StoredPhoto[],
	view: Pick<PhotosView, "photos" | "removed">,
): PhotoCounts {
	const known = new Set(stored.map(({ id }) => id));
	const coming = view.photos.filter(({ id, state }) => state !== "refused" && !known.has(id));
	return countPhotos([...stored.filter(({ id }) => !view.removed.has(id)), ...coming]);
}
