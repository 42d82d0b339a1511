import { formatTime } from "#app/i18n/format.ts";
import { photoWords } from "#app/i18n/photos.ts";
import { useWords } from "./locale.tsx";

/** A photograph as pages show it. */
export type ShownPhoto = {
	id: string;
	item: string;
	row: string;
	takenAt: string | null;
};

/** The photographs of one answer, small; each opens whole. */
export function PhotoGrid({
	photos,
	item,
	row,
}: {
	photos: readonly ShownPhoto[] | undefined;
	item: string;
	row: string;
}) {
	const t = useWords(photoWords);
	const shown = photos?.filter((photo) => photo.item === item && photo.row === row) ?? [];
	if (shown.length === 0) return null;
	return (
		<ul className="mt-2 flex flex-wrap gap-2" aria-label={t.list(item)}>
			{shown.map((photo, at) => (
				<li key={photo.id}>
					<PhotoLink
						id={photo.id}
						alt={photo.takenAt ? t.pictureTaken(at + 1, item, formatTime(photo.takenAt)) : t.picture(at + 1, item)}
					/>
				</li>
			))}
		</ul>
	);
}

/** A photograph in small that opens it whole. A square of it: what is around the middle is seen in the whole. */
export function PhotoLink({ id, alt }: { id: string; alt: string }) {
	return (
		<a
			href={`/photos/${id}`}
			className="block overflow-hidden rounded-md border border-line bg-sunken focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-focus"
		>
			<img
				src={`/photos/${id}/thumb`}
				alt={alt}
				width={96}
				height={96}
				loading="lazy"
				decoding="async"
				className="size-24 object-cover"
			/>
		</a>
	);
}
