import { answerKey } from "#app/domain/forms/answers.ts";
import { newId } from "#app/domain/id.ts";
import type { Operation, OperationFault, OperationResult, StoredAnswer } from "#app/domain/returns/schema.ts";
import type { Draft, KeptStore } from "./kept.ts";
import type { Post } from "./post.ts";

/** What a screen shows of the queue. Keys are `answerKey`s. */
export type QueueView = {
	/** Answers that have not reached the server. */
	waiting: number;
	sending: boolean;
	/** When the last batch was answered, UTC; null before the first. */
	savedAt: string | null;
	/** The last attempt did not get through. */
	unreachable: boolean;
	signedOut: boolean;
	refused: boolean;
	conflicts: Readonly<Record<string, { mine: Draft; current: StoredAnswer }>>;
	faults: Readonly<Record<string, { mine: Draft; fault: OperationFault }>>;
};

export const idleView: QueueView = {
	waiting: 0,
	sending: false,
	savedAt: null,
	unreachable: false,
	signedOut: false,
	refused: false,
	conflicts: {},
	faults: {},
};

export type Queue = {
	/** Takes an answer as it is now; sent a moment later together with what else was changed. */
	change(draft: Draft): void;
	/** Ends a conflict: the own answer is sent again on the new base, or dropped. */
	choose(key: string, keep: "mine" | "theirs"): void;
	/** Sends at once; resolves when nothing is under way, whether it got through or not. */
	flush(): Promise<void>;
	/** What has not reached the server, by key: laid over what a page has loaded. */
	pending(): Record<string, Draft>;
	/**
	 * What reached the server after a page had been read there, by key: on a slow phone the answers of an earlier page may be sent
	 * before this one draws. `revisionOf` tells what the page knows.
	 */
	arrivedAfter(revisionOf: (key: string) => number): Record<string, Draft>;
	/** Revision on which the next change of an answer is made, when the queue knows a newer one than the page. */
	baseOf(key: string): number;
	view(): QueueView;
	subscribe(listener: () => void): () => void;
};

/** Time for a second thought or the next letter before an answer is sent. */
const PAUSE_MS = 400;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/** The queue of one return. `key` names it on the device: return and person, since devices are shared. */
export function openQueue(of: { returnId: string; key: string; store: KeptStore; post: Post }): Queue {
	const kept = of.store.read(of.key);
	const waiting = new Map(kept.waiting.map((draft) => [answerKey(draft.item, draft.row), draft]));
	let sending: Operation[] = kept.sending;
	const bases = new Map<string, number>();
	const arrived = new Map<string, { draft: Draft; revision: number }>();
	let view: QueueView = idleView;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let retryMs = FIRST_RETRY_MS;
	let underWay: Promise<void> | null = null;
	const listeners = new Set<() => void>();

	function show(change: Partial<QueueView>): void {
		const unsent = new Set([...waiting.keys(), ...sending.map(({ item, row }) => answerKey(item, row))]);
		view = { ...view, ...change, waiting: unsent.size };
		// An answer to an item that is gone lies with the server: shown once, it need not be sent again.
		const stuck = [
			...Object.values(view.conflicts),
			...Object.values(view.faults).filter(({ fault }) => fault.code !== "item_gone"),
		].map(({ mine }) => mine);
		of.store.write(of.key, { waiting: [...stuck, ...waiting.values()], sending });
		for (const listener of listeners) listener();
	}

	function later(ms: number): void {
		clearTimeout(timer);
		timer = setTimeout(() => void flush(), ms);
	}

	function flush(): Promise<void> {
		clearTimeout(timer);
		underWay ??= send().finally(() => {
			underWay = null;
		});
		return underWay;
	}

	async function send(): Promise<void> {
		while (sending.length > 0 || waiting.size > 0) {
			if (sending.length === 0) {
				const at = new Date().toISOString();
				sending = [...waiting.values()].map((draft) => ({ ...draft, id: newId(), at }));
				waiting.clear();
			}
			show({ sending: true });
			const answer = await of.post(of.returnId, sending);
			if (answer.kind !== "answered") {
				show({
					sending: false,
					unreachable: answer.kind === "unreachable",
					signedOut: answer.kind === "signed_out",
					refused: answer.kind === "refused",
				});
				if (answer.kind === "unreachable") {
					later(retryMs);
					retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
				}
				return;
			}
			retryMs = FIRST_RETRY_MS;
			settle(answer.operations);
			show({ sending: false, savedAt: answer.at, unreachable: false, signedOut: false, refused: false });
		}
	}

	function settle(results: readonly OperationResult[]): void {
		const conflicts = { ...view.conflicts };
		const faults = { ...view.faults };
		for (const result of results) {
			const key = answerKey(result.item, result.row);
			const sent = sending.find((operation) => operation.id === result.id);
			const newer = waiting.get(key);
			bases.set(key, result.revision);
			if (sent && (result.outcome === "applied" || result.outcome === "already"))
				arrived.set(key, { draft: draftOf(sent), revision: result.revision });
			if (result.outcome === "conflict" || result.outcome === "refused") {
				const mine = newer ?? (sent && draftOf(sent));
				if (result.outcome === "conflict" && mine) {
					waiting.delete(key);
					conflicts[key] = { mine, current: result.current };
				} else if (result.outcome === "refused" && mine && !newer) faults[key] = { mine, fault: result.fault };
			} else if (newer) waiting.set(key, { ...newer, base: result.revision });
		}
		sending = [];
		view = { ...view, conflicts, faults };
	}

	const restart = () => {
		retryMs = FIRST_RETRY_MS;
		void flush();
	};
	if (typeof window !== "undefined") window.addEventListener("online", restart);
	show({});
	if (view.waiting > 0) later(0);

	return {
		change(draft) {
			const key = answerKey(draft.item, draft.row);
			const { [key]: _mended, ...faults } = view.faults;
			const conflict = view.conflicts[key];
			if (conflict) {
				// Still not chosen: the newer words replace the own side of the choice.
				show({ conflicts: { ...view.conflicts, [key]: { ...conflict, mine: draft } } });
				return;
			}
			waiting.set(key, draft);
			show({ faults });
			later(PAUSE_MS);
		},
		choose(key, keep) {
			const { [key]: chosen, ...conflicts } = view.conflicts;
			if (!chosen) return;
			bases.set(key, chosen.current.revision);
			if (keep === "mine") waiting.set(key, { ...chosen.mine, base: chosen.current.revision });
			show({ conflicts });
			later(0);
		},
		flush,
		arrivedAfter(revisionOf) {
			const newer = [...arrived].filter(([key, { revision }]) => revision > revisionOf(key));
			return Object.fromEntries(newer.map(([key, { draft }]) => [key, draft]));
		},
		pending() {
			const drafts = [
				...sending.map(draftOf),
				...Object.values(view.faults).map(({ mine }) => mine),
				...Object.values(view.conflicts).map(({ mine }) => mine),
				...waiting.values(),
			];
			return Object.fromEntries(drafts.map((draft) => [answerKey(draft.item, draft.row), draft]));
		},
		baseOf: (key) => bases.get(key) ?? 0,
		view: () => view,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

function draftOf({ item, row, value, note, measure, base }: Operation): Draft {
	return { item, row, value, note, measure, base } as Draft;
}
