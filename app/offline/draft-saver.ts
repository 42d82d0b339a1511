import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import { EDITS_AT_ONCE, type Edit } from "#app/domain/authoring/edit-schema.ts";
import {
	choose,
	type Kept,
	openSession,
	perform,
	receive,
	redo,
	type Session,
	send,
	undo,
} from "#app/domain/authoring/session.ts";
import type { ProblemBody } from "#app/domain/problem.ts";
import type { PostEdits } from "./draft-post.ts";

export type DraftView = {
	session: Session;
	/** `waiting`: not everything has arrived yet, however often it was tried. */
	state: "idle" | "waiting" | "saved" | "stuck";
	trouble: "unreachable" | "signed_out" | null;
	savedAt: string | null;
	/** Who else is writing. */
	others: string[];
	/** The server takes nothing any more: published meanwhile, or taken away. What was typed is kept on the device. */
	problem: ProblemBody | null;
};

/** Where unsent edits outlive the page: a name in the device's store. */
export type KeptStore = { read(): Kept | null; write(kept: Kept | null): void };

/** Edits rest this long before they are sent, in milliseconds: a run of keys is one, to the server and to undo. */
const REST = 600;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 60_000;

export type DraftSaver = ReturnType<typeof openDraftSaver>;

type Options = {
	draft: Draft;
	revision: number;
	post: PostEdits;
	kept: KeptStore;
	newId: () => string;
	others: string[];
};

/** Saves a draft while it is being written: one batch at a time, again after a dead network, kept on the device until it has arrived. */
export function openDraftSaver({ draft, revision, post, kept, newId, others }: Options) {
	const left = kept.read();
	let view: DraftView = {
		session: openSession(draft, revision, left, newId()),
		state: left ? "waiting" : "idle",
		trouble: null,
		savedAt: null,
		others,
		problem: null,
	};
	let retry = FIRST_RETRY;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running = false;
	let lastKey = Number.NEGATIVE_INFINITY;
	let closed = false;
	/** Something of this page's lies in the store. Another window of the same draft may keep its own there: that is not taken away. */
	let keeping = left !== null;
	const listeners = new Set<() => void>();

	function show(part: Partial<DraftView>): void {
		view = { ...view, ...part };
		for (const listener of listeners) listener();
	}

	function keep(): void {
		const { sent, pending, revision: base } = view.session;
		const unsent = (sent?.edits.length ?? 0) + pending.length > 0;
		if (unsent || keeping) kept.write(unsent ? { sent, pending, base } : null);
		keeping = unsent;
	}

	function later(wait: number): void {
		clearTimeout(timer);
		timer = setTimeout(() => void flush(), wait);
	}

	/** Takes what the author did; sent when it rests. */
	function changed(session: Session): void {
		if (session === view.session) return;
		const waits = session.sent || session.pending.length > 0;
		show({ session, state: view.problem ? "stuck" : waits ? "waiting" : view.state });
		keep();
		if (!view.problem) later(REST);
	}

	/** Sends what is there, or asks what others did. */
	async function flush(): Promise<void> {
		clearTimeout(timer);
		if (running || view.problem) return;
		running = true;
		const resting = view.session.pending.slice(EDITS_AT_ONCE);
		const now = { ...view.session, pending: view.session.pending.slice(0, EDITS_AT_ONCE) };
		const sending = send(now, newId());
		show({ session: { ...sending, pending: [...sending.pending, ...resting] } });
		const told = await post(sending.sent ?? { id: newId(), base: sending.revision, edits: [] });
		running = false;
		if (told.kind === "answered") {
			const wrote = (view.session.sent?.edits.length ?? 0) > 0;
			const session = receive(view.session, told.answer);
			const more = session.pending.length > 0;
			retry = FIRST_RETRY;
			show({
				session,
				others: told.others,
				trouble: null,
				state: more ? "waiting" : wrote || view.state !== "idle" ? "saved" : "idle",
				savedAt: wrote ? told.at : view.savedAt,
			});
			keep();
			if (more) later(closed ? 0 : REST);
		} else if (told.kind === "refused") {
			show({ state: "stuck", problem: told.problem });
		} else {
			const nothing = view.session.sent?.edits.length === 0;
			// A question that nobody answered is asked again later; only what was written waits.
			show({ trouble: told.kind, session: nothing ? { ...view.session, sent: null } : view.session });
			// Of a page that is gone nothing is tried again: the next one that opens the draft sends what it kept.
			if (closed) return;
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
		/** Does edits; together they are one step of undo, as are the keys of one word. Whether anything changed. */
		perform(edits: readonly Edit[]): boolean {
			const before = view.session;
			const now = Date.now();
			changed(perform(before, edits, now - lastKey < REST));
			lastKey = now;
			return view.session !== before;
		},
		undo: () => changed(undo(view.session)),
		redo: () => changed(redo(view.session)),
		choose: (key: string, keep: "mine" | "theirs") => changed(choose(view.session, key, keep)),
		flush,
		/** What waits is sent once more; what does not arrive is kept on the device. */
		close(): void {
			closed = true;
			clearTimeout(timer);
			if (view.session.pending.length > 0) void flush();
		},
	};
}
