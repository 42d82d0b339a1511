import type { ProblemBody } from "#app/domain/problem.ts";
import type { Unanswered } from "./post-json.ts";

/** How the server took one piece of a text. */
export type PieceAnswer<Stored> =
	/** `revision` is null where the piece is gone. */
	| { kind: "saved"; revision: number | null; at: string }
	/** Somebody else changed it meanwhile; nothing was written. */
	| { kind: "conflict"; current: Stored }
	| { kind: "refused"; problem: ProblemBody }
	| Unanswered;

export type PieceView<Typed, Stored> = {
	/** `waiting`: typed and not yet confirmed, however often it was tried. */
	state: "idle" | "waiting" | "saved" | "stuck";
	/** The last attempt reached nobody, or found no session: it is tried again. */
	trouble: "unreachable" | "signed_out" | null;
	savedAt: string | null;
	/** A wording is missing. */
	empty: boolean;
	problem: ProblemBody | null;
	conflict: { mine: Typed; current: Stored } | null;
};

export const idlePiece: PieceView<never, never> = {
	state: "idle",
	trouble: null,
	savedAt: null,
	empty: false,
	problem: null,
	conflict: null,
};

/** Typing rests this long before it is saved. */
const REST = 800;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 60_000;

type Options<Typed, Stored> = {
	/** What the page was drawn from. */
	revision: number;
	post(typed: Typed, base: number): Promise<PieceAnswer<Stored>>;
	/** Whether it may be sent at all; false where a wording is missing. */
	whole(typed: Typed, base: number): boolean;
	/** What stands in the fields when the stored piece is taken as it is. */
	asTyped(stored: Stored): Typed;
};

export type PieceSaver<Typed, Stored extends { revision: number }> = ReturnType<typeof openPieceSaver<Typed, Stored>>;

/** Saves one piece of a text while it is being written: the last wording counts, one request at a time, again after a dead network. */
export function openPieceSaver<Typed, Stored extends { revision: number }>(options: Options<Typed, Stored>) {
	const { post, whole, asTyped } = options;
	let base = options.revision;
	let view: PieceView<Typed, Stored> = idlePiece;
	let typed: Typed | null = null;
	let unsent = false;
	let sending = false;
	let retry = FIRST_RETRY;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const listeners = new Set<() => void>();

	function show(part: Partial<PieceView<Typed, Stored>>): void {
		view = { ...view, ...part };
		for (const listener of listeners) listener();
	}

	function later(wait: number): void {
		clearTimeout(timer);
		timer = setTimeout(() => void flush(), wait);
	}

	async function flush(): Promise<void> {
		clearTimeout(timer);
		if (typed === null || !unsent || sending || view.conflict) return;
		const given = typed;
		unsent = false;
		sending = true;
		const answer = await post(given, base);
		sending = false;
		switch (answer.kind) {
			case "saved":
				base = Math.max(base, answer.revision ?? base);
				retry = FIRST_RETRY;
				if (unsent) return flush();
				return show({ state: view.empty ? "stuck" : "saved", savedAt: answer.at, trouble: null, problem: null });
			case "conflict":
				unsent = false;
				return show({ state: "stuck", trouble: null, conflict: { mine: typed ?? given, current: answer.current } });
			case "refused":
				if (unsent) return flush();
				return show({ state: "stuck", trouble: null, problem: answer.problem });
			default:
				unsent = !view.empty;
				show({ trouble: answer.kind });
				later(retry);
				retry = Math.min(retry * 2, LAST_RETRY);
		}
	}

	return {
		subscribe(listener: () => void): () => void {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		view: () => view,
		/** What stands in the fields, where it differs from what the page was drawn with. */
		typed: () => typed,
		base: () => base,
		/** Takes what was typed; a choice is saved at once, words when typing rests. */
		change(now: Typed, atOnce = false): void {
			typed = now;
			if (view.conflict) {
				show({ conflict: { ...view.conflict, mine: now } });
				return;
			}
			const empty = !whole(now, base);
			unsent = !empty;
			show({ state: empty ? "stuck" : "waiting", empty, problem: null });
			if (empty) clearTimeout(timer);
			else later(atOnce ? 0 : REST);
		},
		flush,
		/** After a conflict: mine over the stored wording, or the stored one as it is. */
		choose(keep: "mine" | "theirs"): void {
			const { conflict } = view;
			if (!conflict) return;
			base = conflict.current.revision;
			if (keep === "theirs") {
				typed = asTyped(conflict.current);
				show(idlePiece);
				return;
			}
			typed = conflict.mine;
			unsent = true;
			show({ state: "waiting", conflict: null });
			void flush();
		},
		/** The page was loaded anew: what it knows counts unless something typed here is newer. */
		know(revision: number): void {
			if (unsent || sending || view.conflict || revision <= base) return;
			base = revision;
			typed = null;
			show(idlePiece);
		},
	};
}
