import { useEffect, useSyncExternalStore } from "react";
import { browserStore } from "./kept.ts";
import { postToServer } from "./post.ts";
import { idleView, openQueue, type Queue, type QueueView } from "./queue.ts";

/** One queue for each return, whatever pages of it come and go. */
const queues = new Map<string, Queue>();

function queueOf(returnId: string, personId: string): Queue {
	const key = `${personId}/${returnId}`;
	const found = queues.get(key) ?? openQueue({ returnId, key, store: browserStore, post: postToServer });
	queues.set(key, found);
	return found;
}

const noQueue = { subscribe: () => () => undefined, view: () => idleView };

/** The autosave queue of a return; null while the server draws, and where no script runs. */
export function useAutosave(returnId: string, personId: string): { queue: Queue | null; view: QueueView } {
	const queue = typeof window === "undefined" ? null : queueOf(returnId, personId);
	const { subscribe, view } = queue ?? noQueue;
	const shown = useSyncExternalStore(subscribe, view, () => idleView);
	useEffect(() => {
		const send = () => void queue?.flush();
		window.addEventListener("pagehide", send);
		return () => window.removeEventListener("pagehide", send);
	}, [queue]);
	return { queue, view: shown };
}
