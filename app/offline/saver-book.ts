import { useEffect, useMemo, useSyncExternalStore } from "react";
import { idlePiece, type PieceSaver, type PieceView } from "./piece-saver.ts";

/** Whether everything of one text is safe: the sum of its pieces. */
export type SavesView = {
	waiting: number;
	stuck: number;
	trouble: PieceView<unknown, unknown>["trouble"];
	savedAt: string | null;
};

const noSaves: SavesView = { waiting: 0, stuck: 0, trouble: null, savedAt: null };
const noSaver = { subscribe: () => () => undefined, view: () => idlePiece };

export type SaverBook<Typed, Stored extends { revision: number }> = ReturnType<typeof openSaverBook<Typed, Stored>>;

/** One saver for each piece, whatever pages of it come and go: what is still on its way survives a change of page. */
export function openSaverBook<Typed, Stored extends { revision: number }>() {
	type Saver = PieceSaver<Typed, Stored>;
	const savers = new Map<string, Saver>();
	const listeners = new Set<() => void>();
	let summed = noSaves;

	/** The saver of a piece, opened when it is asked for the first time. */
	function saverOf(key: string, open: () => Saver): Saver {
		const found = savers.get(key);
		if (found) return found;
		const saver = open();
		savers.set(key, saver);
		saver.subscribe(() => {
			for (const listener of listeners) listener();
		});
		return saver;
	}

	function sum(text: string): SavesView {
		const views = [...savers].flatMap(([key, saver]) => (key.startsWith(`${text}/`) ? [saver.view()] : []));
		const now: SavesView = {
			waiting: views.filter(({ state }) => state === "waiting").length,
			stuck: views.filter(({ state }) => state === "stuck").length,
			trouble: views.find(({ trouble, state }) => state === "waiting" && trouble)?.trouble ?? null,
			savedAt:
				views
					.flatMap(({ savedAt }) => savedAt ?? [])
					.sort()
					.at(-1) ?? null,
		};
		// The same sum is the same object, or React would draw for ever.
		if (JSON.stringify(now) !== JSON.stringify(summed)) summed = now;
		return summed;
	}

	function subscribe(listener: () => void): () => void {
		listeners.add(listener);
		return () => listeners.delete(listener);
	}

	function sendAll(): void {
		for (const saver of savers.values()) void saver.flush();
	}

	return { saverOf, sum, subscribe, sendAll };
}

/** The saver of a piece; null while the server draws, and where no script runs. */
export function useSaver<Typed, Stored extends { revision: number }>(
	book: SaverBook<Typed, Stored>,
	key: string,
	revision: number,
	open: () => PieceSaver<Typed, Stored>,
): { saver: PieceSaver<Typed, Stored> | null; view: PieceView<Typed, Stored> } {
	// Opened once: later revisions are made known to it.
	// biome-ignore lint/correctness/useExhaustiveDependencies: as above
	const saver = useMemo(() => (typeof window === "undefined" ? null : book.saverOf(key, open)), [book, key]);
	const { subscribe, view }: Pick<PieceSaver<Typed, Stored>, "subscribe" | "view"> = saver ?? noSaver;
	const shown = useSyncExternalStore<PieceView<Typed, Stored>>(subscribe, view, () => idlePiece);
	useEffect(() => saver?.know(revision), [saver, revision]);
	return { saver, view: shown };
}

/** The sum for a page's bar. It sends what waits when the page is left, and asks before leaving while something is not safe. */
export function useSavesOf<Typed, Stored extends { revision: number }>(
	book: SaverBook<Typed, Stored>,
	text: string,
): SavesView {
	const view = useSyncExternalStore(
		book.subscribe,
		() => book.sum(text),
		() => noSaves,
	);
	const unsafe = view.waiting > 0;
	useEffect(() => {
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener("pagehide", book.sendAll);
		window.addEventListener("online", book.sendAll);
		if (unsafe) window.addEventListener("beforeunload", ask);
		return () => {
			window.removeEventListener("pagehide", book.sendAll);
			window.removeEventListener("online", book.sendAll);
			window.removeEventListener("beforeunload", ask);
		};
	}, [book, unsafe]);
	return view;
}
