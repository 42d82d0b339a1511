import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { PhotoCounts } from "#app/domain/forms/photos.ts";
import { countWithDevice, type StoredPhoto } from "./photo-counts.ts";
import { photosToServer } from "./photo-post.ts";
import { noPhotos, openPhotoQueue, type PhotoQueue, type PhotosView } from "./photo-queue.ts";
import { shrinkPhoto } from "./photo-shrink.ts";
import { browserPhotos } from "./photo-store.ts";
import type { Queue } from "./queue.ts";

/** One queue for each return, whatever pages of it come and go. */
const queues = new Map<string, PhotoQueue>();

function queueOf(returnId: string, personId: string, answers: Queue): PhotoQueue {
	const key = `${personId}/${returnId}`;
	const found =
		queues.get(key) ??
		openPhotoQueue({
			...{ returnId, key, store: browserPhotos, post: photosToServer, shrink: shrinkPhoto },
			before: () => answers.flush(),
		});
	queues.set(key, found);
	return found;
}

const noQueue = { subscribe: () => () => undefined, view: () => noPhotos };

/** The photographs of a return on this device; `photos` is null while the server draws, and where no script runs. */
export function usePhotos(
	returnId: string,
	personId: string,
	answers: Queue | null,
): { photos: PhotoQueue | null; view: PhotosView } {
	const photos = typeof window === "undefined" || !answers ? null : queueOf(returnId, personId, answers);
	const { subscribe, view } = photos ?? noQueue;
	const shown = useSyncExternalStore(subscribe, view, () => noPhotos);
	const unsafe = shown.photos.some(({ state, kept }) => !kept && (state === "waiting" || state === "preparing"));
	useEffect(() => {
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		if (unsafe) window.addEventListener("beforeunload", ask);
		return () => window.removeEventListener("beforeunload", ask);
	}, [unsafe]);
	return { photos, view: shown };
}

/**
 * How many photographs each answer has once those of this device have arrived, beside those that the page was loaded with. Of what the
 * page has from the server the device's own picture is let go.
 */
export function usePhotoCounts(
	stored: readonly StoredPhoto[],
	{ photos, view }: ReturnType<typeof usePhotos>,
): PhotoCounts {
	useEffect(() => photos?.settle(new Set(stored.map(({ id }) => id))), [photos, stored]);
	return useMemo(() => countWithDevice(stored, view), [stored, view]);
}
