import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { SchoolClause } from "#app/domain/conduct/schema.ts";
import { postClause } from "./clause-post.ts";
import { type ClauseSaver, type ClauseView, idleClause, openClauseSaver } from "./clause-saver.ts";

/** One saver for each clause, whatever pages of it come and go: what is still on its way survives a change of page. */
const savers = new Map<string, ClauseSaver>();
const anySaver = new Set<() => void>();

function saverOf(versionId: string, { code, revision }: Pick<SchoolClause, "code" | "revision">): ClauseSaver {
	const key = `${versionId}/${code}`;
	const found = savers.get(key);
	if (found) return found;
	const saver = openClauseSaver({ versionId, code, revision, post: postClause });
	savers.set(key, saver);
	saver.subscribe(() => {
		for (const listener of anySaver) listener();
	});
	return saver;
}

const noSaver = { subscribe: () => () => undefined, view: () => idleClause };

/** The saver of a clause; null while the server draws, and where no script runs. */
export function useClauseSaver(
	versionId: string,
	clause: SchoolClause,
): { saver: ClauseSaver | null; view: ClauseView } {
	const { code, revision } = clause;
	const saver = useMemo(
		() => (typeof window === "undefined" ? null : saverOf(versionId, { code, revision })),
		[versionId, code, revision],
	);
	const { subscribe, view } = saver ?? noSaver;
	const shown = useSyncExternalStore(subscribe, view, () => idleClause);
	useEffect(() => saver?.know(revision), [saver, revision]);
	return { saver, view: shown };
}

/** Whether everything of a version is safe: the sum of its clauses. */
export type SavesView = { waiting: number; stuck: number; trouble: ClauseView["trouble"]; savedAt: string | null };

const noSaves: SavesView = { waiting: 0, stuck: 0, trouble: null, savedAt: null };
let summed: SavesView = noSaves;

function sum(versionId: string): SavesView {
	const views = [...savers].flatMap(([key, saver]) => (key.startsWith(`${versionId}/`) ? [saver.view()] : []));
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

function subscribeToAll(listener: () => void): () => void {
	anySaver.add(listener);
	return () => anySaver.delete(listener);
}

/** The sum for a page's bar. It sends what waits when the page is left, and asks before leaving while something is not safe. */
export function useSaves(versionId: string): SavesView {
	const view = useSyncExternalStore(
		subscribeToAll,
		() => sum(versionId),
		() => noSaves,
	);
	const unsafe = view.waiting > 0;
	useEffect(() => {
		const send = () => {
			for (const saver of savers.values()) void saver.flush();
		};
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener("pagehide", send);
		window.addEventListener("online", send);
		if (unsafe) window.addEventListener("beforeunload", ask);
		return () => {
			window.removeEventListener("pagehide", send);
			window.removeEventListener("online", send);
			window.removeEventListener("beforeunload", ask);
		};
	}, [unsafe]);
	return view;
}
