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

/** One saver for each piece, whatever pages of it come and go: what is still on its way survives a change of page. */
export function saverBook<Typed, Stored>() {
	type Saver = PieceSaver<Typed, Stored>;
	const savers = new Map<string, Saver>();
	const listeners = new Set<() => void>();
	let summed = noSaves;

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

	/** The saver of a piece; null while the server draws, and where no script runs. */
	function useSaver(text: string, piece: string, revision: number, open: () => Saver) {
		// Opened once: later revisions are made known to it.
		// biome-ignore lint/correctness/useExhaustiveDependencies: as above
		const saver = useMemo(
			() => (typeof window === "undefined" ? null : saverOf(`${text}/${piece}`, open)),
			[text, piece],
		);
		const { subscribe, view }: Pick<Saver, "subscribe" | "view"> = saver ?? noSaver;
		const shown = useSyncExternalStore(subscribe, view, () => idlePiece);
		useEffect(() => saver?.know(revision), [saver, revision]);
		return { saver, view: shown };
	}

	/** The sum for a page's bar. It sends what waits when the page is left, and asks before leaving while something is not safe. */
	function useSaves(text: string): SavesView {
		const view = useSyncExternalStore(
			subscribe,
			() => sum(text),
			() => noSaves,
		);
		const unsafe = view.waiting > 0;
		useEffect(() => {
			const ask = (event: BeforeUnloadEvent) => event.preventDefault();
			window.addEventListener("pagehide", sendAll);
			window.addEventListener("online", sendAll);
			if (unsafe) window.addEventListener("beforeunload", ask);
			return () => {
				window.removeEventListener("pagehide", sendAll);
				window.removeEventListener("online", sendAll);
				window.removeEventListener("beforeunload", ask);
			};
		}, [unsafe]);
		return view;
	}

	return { useSaver, useSaves, sendAll };
}
