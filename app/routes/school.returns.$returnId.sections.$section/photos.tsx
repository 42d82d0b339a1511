import { useLoaderData } from "@remix-run/react";
import Camera from "lucide-react/icons/camera";
import X from "lucide-react/icons/x";
import { type ChangeEvent, useState } from "react";
import { photosAllowed } from "#app/domain/forms/photos.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { photoWords } from "#app/i18n/photos.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import type { LocalPhoto } from "#app/offline/photo-queue.ts";
import { usePhotos } from "#app/offline/use-photos.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldId } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PhotoLink } from "#app/ui/photo-grid.tsx";
import type { loader } from "./route.ts";
import type { SectionState } from "./use-section.ts";

/**
 * The photographs of an answer, and the button that opens the camera. With script each is made small, kept on the device and sent by
 * itself; without, the form brings them when *Gửi ảnh* or any other of its buttons is pressed.
 */
export function Photos({ item, state }: { item: Item; state: SectionState }) {
	const { personId } = useLoaderData<typeof loader>();
	const { page, row } = state;
	const { photos: queue, view } = usePhotos(page.returnId, personId, state.queue);
	const t = useWords(photoWords);
	const locale = useLocale();
	const [tooMany, setTooMany] = useState<number | null>(null);
	const limit = photosAllowed(item, page.definition);
	const here = (photo: { item: string; row: string }) => photo.item === item.code && photo.row === row;
	const stored = page.photos.filter((photo) => here(photo) && !view.removed.has(photo.id));
	const local = view.photos.filter((photo) => here(photo) && !stored.some(({ id }) => id === photo.id));
	const counted = stored.length + local.filter((photo) => photo.state !== "refused").length;
	if (limit === 0 && counted === 0) return null;
	const left = Math.max(0, limit - counted);
	const demands = item.type === "verdict" ? (item.failure ?? page.definition.failure) : null;
	const demanded = demands?.photo && counted === 0 && state.typedFor(item.code).value === "unmet";

	function take(event: ChangeEvent<HTMLInputElement>): void {
		const files = [...(event.currentTarget.files ?? [])];
		if (!queue) return;
		// The same picture may be chosen again after it was taken out.
		event.currentTarget.value = "";
		setTooMany(files.length > left ? left : null);
		void queue.add(files.slice(0, left), { item: item.code, row });
	}

	const note = tooMany === null ? (left === 0 ? t.full(limit) : null) : t.tooMany(tooMany, limit);
	return (
		<>
			{left > 0 && (
				<span className="inline-flex min-h-12 min-w-0 max-w-full flex-wrap items-center gap-x-3">
					<label className="inline-flex min-h-12 min-w-0 max-w-full cursor-pointer flex-wrap items-center gap-1.5 font-medium text-accent-ink has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus">
						<Camera aria-hidden="true" className="size-4 shrink-0" />
						{counted > 0 ? t.more : demanded ? t.takeDemanded : t.take}
						<span className="sr-only"> {t.of(item.code)}</span>
						<input
							id={fieldId(`p.${item.code}`)}
							type="file"
							name={`p.${item.code}`}
							accept="image/*"
							capture="environment"
							multiple
							onChange={take}
							className="sr-only [@media(scripting:none)]:not-sr-only [@media(scripting:none)]:w-full"
						/>
					</label>
					<noscript>
						<Button type="submit" name="photo" value={item.code}>
							{t.send}
						</Button>
					</noscript>
				</span>
			)}
			{(stored.length > 0 || local.length > 0) && (
				<div className="order-last basis-full pb-2">
					<ul className="flex flex-wrap gap-3" aria-label={t.list(item.code)}>
						{stored.map(({ id }, at) => (
							<Tile key={id} removeLabel={t.removeOf(at + 1, item.code)} id={id} remove={() => void queue?.remove(id)}>
								<PhotoLink id={id} alt={t.picture(at + 1, item.code)} />
								<Word>{t.states.sent}</Word>
							</Tile>
						))}
						{local.map((photo, at) => (
							<Tile
								key={photo.id}
								id={photo.id}
								removeLabel={t.removeOf(stored.length + at + 1, item.code)}
								remove={() => void queue?.remove(photo.id)}
							>
								{photo.url === "" ? (
									<span className="block size-24 rounded-md border border-line bg-sunken" />
								) : (
									<img
										src={photo.url}
										alt={t.picture(stored.length + at + 1, item.code)}
										className="size-24 rounded-md border border-line object-cover"
									/>
								)}
								<Word tone={photo.state === "refused" ? "bad" : photo.state === "sent" ? undefined : "warn"}>
									{stateWord(photo, view.unreachable, view.signedOut, t.states)}
								</Word>
							</Tile>
						))}
					</ul>
					{local.map(
						({ id, problem }) =>
							problem && (
								<p key={id} role="alert" className="mt-2 border-s-4 border-bad ps-3 text-bad-ink">
									{problemSentence(problem, locale)}
								</p>
							),
					)}
					{view.notRemoved && [...stored, ...local].some(({ id }) => id === view.notRemoved) && (
						<p role="alert" className="mt-2 border-s-4 border-warn ps-3 text-warn-ink">
							{t.notRemoved}
						</p>
					)}
					<p className="mt-1 text-sm text-muted">
						{note} {t.noChildren}
					</p>
				</div>
			)}
		</>
	);
}

type TileProps = { id: string; removeLabel: string; remove: () => void; children: React.ReactNode };

/** A picture with its state, and the button that takes it out: with script at once, without by the form. */
function Tile({ id, removeLabel, remove, children }: TileProps) {
	return (
		<li className="relative w-24">
			{children}
			<button
				type="submit"
				name="unphoto"
				value={id}
				aria-label={removeLabel}
				onClick={(event) => {
					event.preventDefault();
					remove();
				}}
				className="absolute -end-2 -top-2 grid size-12 place-items-center"
			>
				<span className="grid size-7 place-items-center rounded-full border border-control bg-surface text-ink shadow-sm">
					<X aria-hidden="true" className="size-4" />
				</span>
			</button>
		</li>
	);
}

function Word({ tone, children }: { tone?: "bad" | "warn"; children: string }) {
	const ink = tone === "bad" ? "font-medium text-bad-ink" : tone === "warn" ? "text-warn-ink" : "text-muted";
	return (
		<span aria-live="polite" className={`mt-0.5 block text-xs leading-tight ${ink}`}>
			{children}
		</span>
	);
}

type StateWords = (typeof photoWords)["vi"]["states"];

function stateWord(photo: LocalPhoto, unreachable: boolean, signedOut: boolean, t: StateWords): string {
	if (photo.state !== "waiting") return t[photo.state];
	if (signedOut) return t.signedOut;
	if (!unreachable) return photo.kept ? t.kept : t.waiting;
	return photo.kept ? t.keptWaiting : t.waiting;
}
