import { newId } from "#app/domain/id.ts";
import type { ProblemBody } from "#app/domain/problem.ts";
import type { PhotoPost } from "./photo-post.ts";
import type { Shrunk } from "./photo-shrink.ts";
import type { KeptPhoto, PhotoStore } from "./photo-store.ts";

/** A photograph that this device took, as a screen shows it. */
export type LocalPhoto = {
	id: string;
	item: string;
	row: string;
	/** Of the picture on the device; "" while it is made small. */
	url: string;
	state: "preparing" | "waiting" | "sending" | "sent" | "refused";
	/** Whether a reload, or the end of the tab, leaves it here. */
	kept: boolean;
	/** Why the server, or this device, does not take it. */
	problem: ProblemBody | null;
};

export type PhotosView = {
	photos: readonly LocalPhoto[];
	/** Not on the server yet, and on their way. */
	waiting: number;
	unreachable: boolean;
	signedOut: boolean;
	/** Those that the server was told to take out. */
	removed: ReadonlySet<string>;
	/** Whose taking out did not get through. */
	notRemoved: string | null;
};

export const noPhotos: PhotosView = {
	photos: [],
	waiting: 0,
	unreachable: false,
	signedOut: false,
	removed: new Set(),
	notRemoved: null,
};

export type PhotoQueue = {
	/** Takes pictures for an answer; each is made small, kept, and sent. */
	add(files: readonly Blob[], place: { item: string; row: string }): Promise<void>;
	/** Takes one out: of this device, and of the server where it may have arrived. */
	remove(id: string): Promise<void>;
	/** Lets go of pictures that have arrived and that the page shows from the server: a phone keeps each in memory until then. */
	settle(known: ReadonlySet<string>): void;
	/** Sends at once; resolves when nothing is under way, whether it got through or not. */
	flush(): Promise<void>;
	view(): PhotosView;
	subscribe(listener: () => void): () => void;
};

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

type Of = {
	returnId: string;
	/** Return and person. */
	key: string;
	store: PhotoStore;
	post: PhotoPost;
	shrink(file: Blob): Promise<Shrunk>;
	/** What has to be on the server first: the answers, which open the item when a return was sent back. */
	before(): Promise<unknown>;
};

/** The photographs of one return on this device, one in memory and one under way at a time. */
export function openPhotoQueue(of: Of): PhotoQueue {
	let view: PhotosView = noPhotos;
	const blobs = new Map<string, KeptPhoto>();
	// May have reached the server although nobody heard it: also those that an earlier page left behind.
	const tried = new Set<string>();
	// Being taken out: what is sent meanwhile would arrive after the word that it shall not be there.
	const leaving = new Set<string>();
	const listeners = new Set<() => void>();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let retryMs = FIRST_RETRY_MS;
	let underWay: Promise<void> | null = null;
	let preparing: Promise<void> = Promise.resolve();

	function show(change: Partial<PhotosView>): void {
		view = { ...view, ...change };
		const waiting = view.photos.filter(({ state }) => state !== "sent" && state !== "refused").length;
		view = { ...view, waiting };
		for (const listener of listeners) listener();
	}

	function change(id: string, part: Partial<LocalPhoto>): void {
		show({ photos: view.photos.map((photo) => (photo.id === id ? { ...photo, ...part } : photo)) });
	}

	function forget(...ids: string[]): void {
		for (const { id, url } of view.photos) if (url && ids.includes(id)) URL.revokeObjectURL(url);
		for (const id of ids) {
			blobs.delete(id);
			tried.delete(id);
		}
		show({ photos: view.photos.filter(({ id }) => !ids.includes(id)) });
	}

	const restored = of.store.read(of.key).then((found) => {
		for (const photo of found) {
			blobs.set(photo.id, photo);
			tried.add(photo.id);
		}
		const photos = found.map(
			({ id, item, row, blob }): LocalPhoto => ({
				...{ id, item, row, url: URL.createObjectURL(blob) },
				...{ state: "waiting", kept: true, problem: null },
			}),
		);
		if (photos.length === 0) return;
		show({ photos: [...photos, ...view.photos] });
		void flush();
	});

	async function prepare(file: Blob, photo: LocalPhoto): Promise<void> {
		const small = await of.shrink(file);
		if (leaving.has(photo.id) || !view.photos.some(({ id }) => id === photo.id)) return;
		if (!small.ok) {
			change(photo.id, { state: "refused", problem: small.problem });
			return;
		}
		const { id, item, row } = photo;
		const made = "lastModified" in file && typeof file.lastModified === "number" ? file.lastModified : Date.now();
		const kept = { id, item, row, takenAt: new Date(made).toISOString(), blob: small.blob };
		blobs.set(id, kept);
		const safe = await of.store.put(of.key, kept);
		// Taken out meanwhile: nobody would let go of an address made now.
		if (!blobs.has(id)) return of.store.drop(id);
		change(id, { state: "waiting", kept: safe, url: URL.createObjectURL(small.blob) });
		void flush();
	}

	function flush(): Promise<void> {
		clearTimeout(timer);
		underWay ??= send().finally(() => {
			underWay = null;
		});
		return underWay;
	}

	function later(): void {
		clearTimeout(timer);
		timer = setTimeout(() => void flush(), retryMs);
		retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
	}

	const next = () => view.photos.find(({ id, state }) => state === "waiting" && !leaving.has(id));

	async function send(): Promise<void> {
		await restored;
		if (!next()) return;
		await of.before();
		for (let photo = next(); photo; photo = next()) {
			const { id } = photo;
			const kept = blobs.get(id);
			if (!kept) return forget(id);
			tried.add(id);
			change(id, { state: "sending" });
			const answer = await of.post.send(of.returnId, kept);
			if (answer.kind === "done") {
				retryMs = FIRST_RETRY_MS;
				blobs.delete(id);
				change(id, { state: "sent" });
				show({ unreachable: false, signedOut: false });
				await of.store.drop(id);
			} else if (answer.kind === "refused") change(id, { state: "refused", problem: answer.problem });
			else {
				change(id, { state: "waiting" });
				show({ unreachable: answer.kind === "unreachable", signedOut: answer.kind === "signed_out" });
				if (answer.kind === "unreachable") later();
				return;
			}
		}
	}

	if (typeof window !== "undefined") {
		window.addEventListener("online", () => {
			retryMs = FIRST_RETRY_MS;
			void flush();
		});
	}

	return {
		async add(files, { item, row }) {
			const fresh = files.map(
				(): LocalPhoto => ({ id: newId(), item, row, url: "", state: "preparing", kept: false, problem: null }),
			);
			show({ photos: [...view.photos, ...fresh] });
			for (const [at, photo] of fresh.entries()) {
				const file = files[at];
				if (file) preparing = preparing.then(() => prepare(file, photo));
			}
			await preparing;
		},
		async remove(id) {
			leaving.add(id);
			// On its way: what the server says decides what there is to take out.
			if (view.photos.some((photo) => photo.id === id && photo.state === "sending")) await underWay;
			const local = view.photos.some((photo) => photo.id === id) && !tried.has(id);
			const answer = local ? null : await of.post.remove(of.returnId, id);
			const absent = answer?.kind === "refused" && answer.problem.code === "not_found";
			if (answer && answer.kind !== "done" && !absent) {
				leaving.delete(id);
				show({ notRemoved: id, signedOut: answer.kind === "signed_out" });
				if (answer.kind !== "signed_out") later();
				return;
			}
			await of.store.drop(id);
			show({ removed: new Set([...view.removed, id]), notRemoved: null });
			forget(id);
			leaving.delete(id);
		},
		settle(known) {
			const arrived = view.photos.flatMap(({ id, state }) => (state === "sent" && known.has(id) ? id : []));
			if (arrived.length > 0) forget(...arrived);
		},
		flush,
		view: () => view,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
