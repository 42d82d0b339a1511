import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDraft, anyEdit, editsOfItems } from "#tests/support/any-draft.ts";
import type { Draft } from "./draft-schema.ts";
import type { Edit, EditBatch } from "./edit-schema.ts";
import { applyEdits, findItem } from "./edits.ts";
import { fieldOf } from "./invert.ts";
import { mergeEdits } from "./merge.ts";
import {
	type Answer,
	type DoneBatch,
	openSession,
	perform,
	receive,
	redo,
	type Session,
	send,
	undo,
} from "./session.ts";

const some = (arbitrary: fc.Arbitrary<Edit>) => fc.array(arbitrary, { maxLength: 6 });

test("edits of different items come to the same whoever is first, and none is asked about", () => {
	fc.assert(
		fc.property(
			anyDraft,
			some(editsOfItems(["A1", "A2"])),
			some(editsOfItems(["A3", "B1", "B2"])),
			(base, one, other) => {
				const first = mergeEdits(applyEdits(base, one), one, other);
				const second = mergeEdits(applyEdits(base, other), other, one);
				expect(first.draft).toEqual(second.draft);
				expect(first.draft).toEqual(applyEdits(base, [...one, ...other]));
				// An item that neither draft had can be asked about by nobody: both authors saw the same base.
				const known = (edit: Edit) => edit.do === "set_item" && findItem(base.definition, edit.item) !== null;
				const removed = (edits: Edit[], { mine }: { mine: Edit }) =>
					edits.some((edit) => edit.do === "remove_item" && mine.do === "set_item" && edit.item === mine.item);
				expect(first.conflicts.filter((found) => known(found.mine) && !removed(other, found))).toEqual([]);
			},
		),
		{ numRuns: 500 },
	);
});

test("of the same field both values are kept: the first is stored, the other one asked about", () => {
	fc.assert(
		fc.property(anyDraft, some(anyEdit), some(anyEdit), (base, theirs, mine) => {
			const before = applyEdits(base, theirs);
			const merged = mergeEdits(before, theirs, mine);
			// What is stored is what the applied edits make, and nothing else: both sides can work it out.
			expect(applyEdits(before, merged.applied)).toEqual(merged.draft);
			for (const edit of theirs) {
				if (edit.do !== "set_item") continue;
				const kept = findItem(before.definition, edit.item)?.item;
				const now = findItem(merged.draft.definition, edit.item)?.item;
				if (kept && now) expect(fieldOf(now, edit.field)).toEqual(fieldOf(kept, edit.field));
			}
		}),
		{ numRuns: 1000 },
	);
});

/** A server in miniature: what `saveEdits` does, without a database. */
function serverOf(draft: Draft) {
	const log: DoneBatch[] = [];
	let now = draft;
	return {
		now: () => now,
		edits: () => log.flatMap(({ edits }) => edits),
		save({ id, base, edits }: EditBatch): Answer {
			const since = log.slice(base);
			const merged = mergeEdits(
				now,
				since.flatMap((done) => done.edits),
				edits,
			);
			now = merged.draft;
			if (merged.applied.length > 0) log.push({ id, revision: log.length + 1, edits: merged.applied });
			const { conflicts, recoding } = merged;
			return { revision: log.length, batches: log.slice(base), conflicts, recoding };
		},
	};
}

const step = fc.record({
	who: fc.constantFrom(0 as const, 1 as const),
	does: fc.oneof(
		{ weight: 4, arbitrary: fc.record({ kind: fc.constant("edit" as const), edit: anyEdit }) },
		{
			weight: 3,
			arbitrary: fc.record({
				kind: fc.constantFrom("leave" as const, "land" as const, "undo" as const, "redo" as const),
			}),
		},
	),
});

test("two authors who write, undo and send in any order end with the same draft as the server", () => {
	fc.assert(
		fc.property(anyDraft, fc.array(step, { maxLength: 30 }), (draft, steps) => {
			const server = serverOf(draft);
			const authors: [Session, Session] = [openSession(draft, 0), openSession(draft, 0)];
			let batches = 0;
			const answers: [Answer | null, Answer | null] = [null, null];
			// The answer comes later than the next keys: in between the author writes on without knowing of it.
			const land = (who: 0 | 1): Session => {
				const answer = answers[who];
				answers[who] = null;
				return answer ? receive(authors[who], answer) : authors[who];
			};
			const leave = (who: 0 | 1): Session => {
				const sending = send(land(who), `batch ${++batches}`);
				answers[who] = sending.sent && server.save(sending.sent);
				return sending;
			};
			const deliver = (who: 0 | 1): Session => {
				authors[who] = leave(who);
				return land(who);
			};
			for (const { who, does } of steps) {
				const session = authors[who];
				if (does.kind === "edit") authors[who] = perform(session, [does.edit]);
				else if (does.kind === "undo") authors[who] = undo(session);
				else if (does.kind === "redo") authors[who] = redo(session);
				else authors[who] = does.kind === "leave" ? leave(who) : land(who);
			}
			// Twice: what the first sends last the second hears of only then.
			for (const who of [0, 1, 0, 1] as const) authors[who] = deliver(who);
			expect(authors[0].view).toEqual(server.now());
			expect(authors[1].view).toEqual(server.now());
			expect(applyEdits(draft, server.edits())).toEqual(server.now());
		}),
		{ numRuns: 500 },
	);
});

test("undo to the beginning and redo to the end lead there", () => {
	fc.assert(
		fc.property(anyDraft, fc.array(some(anyEdit), { maxLength: 6 }), (draft, batches) => {
			const done = batches.reduce((session: Session, edits) => perform(session, edits), openSession(draft, 0));
			let back = done;
			while (back.undo.length > 0) back = undo(back);
			expect(back.view).toEqual(draft);
			while (back.redo.length > 0) back = redo(back);
			expect(back.view).toEqual(done.view);
		}),
		{ numRuns: 300 },
	);
});
