/** What one author has before them: the draft as the server knows it, what was done since, and the way back. */
import { restoredInCode } from "./code-merge.ts";
import { isCodeEdit } from "./code-schema.ts";
import type { Draft } from "./draft-schema.ts";
import type { Edit, EditBatch, PutPart } from "./edit-schema.ts";
import { applyEdit, applyEdits, findItem } from "./edits.ts";
import { invertEdits } from "./invert.ts";
import { type Conflict, mergeEdits, renamings, thingOf } from "./merge.ts";
import { joined, type Recoding, recoded } from "./recode.ts";

/** Two wordings of the same thing; `mine` puts the author's own back. */
export type Choice = { key: string; edit: Edit; mine: Edit[]; why: "changed" | "removed" };

export type Session = {
	/** The draft at `revision`, as everybody has it. */
	server: Draft;
	revision: number;
	/** On its way, on top of `base`, under an id that a repeated sending keeps. */
	sent: EditBatch | null;
	/** Done and not yet sent. */
	pending: Edit[];
	/** What the author sees: the server's draft with everything sent and pending. */
	view: Draft;
	undo: Edit[][];
	redo: Edit[][];
	choices: Choice[];
};

/** Edits as the server has done them, under the id of the batch they came in. */
export type DoneBatch = { id: string; revision: number; edits: Edit[] };

/** What the server answers to a batch. */
export type Answer = {
	revision: number;
	/** Everything done since the base that was sent, mine included, in the order in which it was done. */
	batches: DoneBatch[];
	conflicts: Conflict[];
	/** What became of codes that I gave and others had given before me. */
	recoding: Recoding;
};

/** What a page that was left before everything was sent has kept: `base` is the revision it knew. */
export type Kept = Pick<Session, "sent" | "pending"> & { base: number };

/** Opens a draft as the server has it; `kept`: what was done here earlier and has not arrived, to be sent `as` a batch. */
export function openSession(server: Draft, revision: number, kept: Kept | null = null, as = ""): Session {
	const unsent =
		kept && (kept.sent ?? (kept.pending.length > 0 ? { id: as, edits: kept.pending, base: kept.base } : null));
	// A server that was set back to an older state knows less than the page did.
	const sent = unsent && { ...unsent, base: Math.min(unsent.base, revision) };
	const pending = kept?.sent ? kept.pending : [];
	const view = applyEdits(server, [...(sent?.edits ?? []), ...pending]);
	return { server, revision, sent, pending, view, undo: [], redo: [], choices: [] };
}

/**
 * Does edits; together they are one step of undo. What changes nothing is not remembered. `typingOn`: it follows so soon on the last that
 * an edit of the same thing belongs to its step, whose way back leads to before both.
 */
export function perform(session: Session, edits: readonly Edit[], typingOn = false): Session {
	const done = take(session, edits);
	if (done === null) return session;
	const joins = typingOn && session.redo.length === 0 && isSameStep(session.undo.at(-1), done.back);
	return { ...done.session, undo: joins ? session.undo : [...session.undo, done.back], redo: [] };
}

/** Two ways back that set one and the same thing: the earlier one alone leads as far. */
function isSameStep(earlier: readonly Edit[] | undefined, later: readonly Edit[]): boolean {
	const [one, other] = [earlier?.[0], later[0]];
	if (earlier?.length !== 1 || later.length !== 1 || !one || !other) return false;
	return one.do === other.do && (one.do.startsWith("set_") || isPut(one)) && thingOf(one) === thingOf(other);
}

/** Takes the last step back. */
export function undo(session: Session): Session {
	const [last, rest] = [session.undo.at(-1), session.undo.slice(0, -1)];
	if (!last) return session;
	const done = take(session, last);
	return { ...(done?.session ?? session), undo: rest, redo: done ? [...session.redo, done.back] : session.redo };
}

/** Does again what was taken back. */
export function redo(session: Session): Session {
	const [last, rest] = [session.redo.at(-1), session.redo.slice(0, -1)];
	if (!last) return session;
	const done = take(session, last);
	return { ...(done?.session ?? session), redo: rest, undo: done ? [...session.undo, done.back] : session.undo };
}

/** Everything pending goes on its way; while something is, nothing follows it. */
export function send(session: Session, id: string): Session {
	if (session.sent) return session;
	return { ...session, sent: { id, base: session.revision, edits: session.pending }, pending: [] };
}

/**
 * The server has answered: its draft moves on. What is still pending was done without knowing what others did meanwhile, so it is
 * merged like any batch: done on top, or asked about.
 */
export function receive(session: Session, answer: Answer): Session {
	const { sent, revision } = session;
	const fresh = answer.batches.filter((batch) => batch.revision > revision).flatMap(({ edits }) => edits);
	const theirs = answer.batches.filter(({ id }) => id !== sent?.id).flatMap(({ edits }) => edits);
	const server = applyEdits(session.server, fresh);
	const mine = session.pending.map((edit) => recoded(edit, answer.recoding));
	const merged = mergeEdits(server, theirs, mine);
	const codes = joined(joined(renamings(theirs), answer.recoding), merged.recoding);
	const follow = (edits: readonly Edit[]) => edits.map((edit) => recoded(edit, codes));
	const choices = [...answer.conflicts, ...merged.conflicts].map((found) => asChoice(session.view, server, found));
	const keys = new Set(choices.map(({ key }) => key));
	return {
		...session,
		server,
		revision: answer.revision,
		sent: null,
		pending: merged.applied,
		view: merged.draft,
		undo: session.undo.map(follow),
		redo: session.redo.map(follow),
		choices: [...session.choices.filter(({ key }) => !keys.has(key)), ...choices],
	};
}

/** The author has chosen between two wordings. */
export function choose(session: Session, key: string, keep: "mine" | "theirs"): Session {
	const choice = session.choices.find((found) => found.key === key);
	const left = { ...session, choices: session.choices.filter((found) => found !== choice) };
	return choice && keep === "mine" ? perform(left, choice.mine) : left;
}

function take(session: Session, edits: readonly Edit[]): { session: Session; back: Edit[] } | null {
	let view = session.view;
	const done: Edit[] = [];
	for (const edit of edits) {
		const next = applyEdit(view, edit);
		if (next !== view) done.push(edit);
		view = next;
	}
	if (done.length === 0) return null;
	return {
		session: { ...session, view, pending: withoutOvertaken([...session.pending, ...done]) },
		back: invertEdits(session.view, done),
	};
}

/** Typing on sets the same field again and again: of such a run only the last one travels. */
function withoutOvertaken(edits: readonly Edit[]): Edit[] {
	const left: Edit[] = [];
	for (const edit of edits) {
		const last = left.at(-1);
		const again = last?.do === edit.do && thingOf(last) === thingOf(edit);
		if (again && edit.do.startsWith("set_")) left[left.length - 1] = edit;
		// A check or a column is put whole at every key; where a new one goes, its first putting says.
		else if (again && isPut(edit) && isPut(last)) left[left.length - 1] = { ...edit, after: last.after };
		else left.push(edit);
	}
	return left;
}

function isPut(edit: Edit | undefined): edit is PutPart {
	return edit !== undefined && ["put_checks", "put_figures", "put_lights", "put_lists"].includes(edit.do);
}

/** What was removed under the author's hands can be put back as they have it. */
function asChoice(mine: Draft, server: Draft, { mine: edit, why }: Conflict): Choice {
	const key = thingOf(edit);
	if (why === "changed") return { key, edit, mine: [edit], why };
	if (isCodeEdit(edit)) {
		const restored = mine.conduct && server.conduct ? restoredInCode(mine.conduct, server.conduct, edit) : [];
		return { key, edit, mine: restored, why };
	}
	if (edit.do === "set_section") {
		const section = mine.definition.sections.find(({ code }) => code === edit.section);
		return { key, edit, mine: section ? [{ do: "add_section", after: null, value: section }, edit] : [], why };
	}
	const code = edit.do === "set_item" ? edit.item : edit.do === "put_item" ? edit.value.code : "";
	const found = findItem(mine.definition, code);
	const section = found?.section.code ?? server.definition.sections.at(-1)?.code ?? "";
	const after = found?.section.items[found.at - 1]?.code ?? null;
	return { key, edit, mine: found ? [{ do: "add_item", section, after, value: found.item }, edit] : [edit], why };
}
