import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { photoWords } from "#app/i18n/photos.ts";
import { useAutosave } from "#app/offline/use-autosave.ts";
import { usePhotos } from "#app/offline/use-photos.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { loader } from "./route.ts";

/** The photographs that this device took, beside those that the page knows. */
export function useDevicePhotos() {
	const { page, personId } = useLoaderData<typeof loader>();
	const { queue } = useAutosave(page.returnId, personId);
	return usePhotos(page.returnId, personId, queue);
}

/** Photographs that are still on this device go on being sent from here; the page then shows them. */
export function UnsentPhotos() {
	const { page } = useLoaderData<typeof loader>();
	const { check: t } = useWords(photoWords);
	const { photos, view } = useDevicePhotos();
	const { revalidate } = useRevalidator();
	const { waiting } = view;
	const refused = view.photos.filter(({ state }) => state === "refused");
	const unknown = view.photos.some(
		({ id, state }) => state === "sent" && !page.photos.some((photo) => photo.id === id),
	);
	useEffect(() => {
		if (waiting > 0) void photos?.flush();
		else if (unknown) revalidate();
	}, [waiting, unknown, photos, revalidate]);
	return (
		<>
			{waiting > 0 && (
				<Notice tone="warning" live>
					{t.waiting(waiting)}
				</Notice>
			)}
			{refused.length > 0 && (
				<Notice
					tone="danger"
					actions={
						// Also for those whose item or row is no longer there: no other page shows them.
						<Button onClick={() => void Promise.all(refused.map(({ id }) => photos?.remove(id)))}>{t.drop}</Button>
					}
				>
					{t.refused(refused.length)}
				</Notice>
			)}
		</>
	);
}
