import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCodeDraft, anyCodeEdit, editsOfClauses } from "#tests/support/any-code.ts";
import { anyDraft } from "#tests/support/any-draft.ts";
import { clauseCodes, findClause, findModule } from "./code-edits.ts";
import { type Draft, draft as draftShape } from "./draft-schema.ts";
import type { Edit, EditBatch } from "./edit-schema.ts";
import { applyEdit, applyEdits } from "./edits.ts";
import { fieldOf, invertEdit, invertEdits } from "./invert.ts";
import { mergeEdits } from "./merge.ts";
import { same } from "./same.ts";
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

test("what an edit of a code did is taken back exactly by its inverse", () => {
	let changed = 0;
	fc.assert(
		fc.property(anyCodeDraft, anyCodeEdit, (draft, edit) => {
			const next = applyEdit(draft, edit);
			if (!same(next, draft)) changed++;
			expect(same(applyEdits(next, invertEdit(draft, edit)), draft)).toBe(true);
		}),
		{ numRuns: 2000 },
	);
	expect(changed).toBeGreaterThan(500);
});

test("many edits are taken back in one go, and what is left is a draft in which every code stands once", () => {
	fc.assert(
		fc.property(anyCodeDraft, fc.array(anyCodeEdit, { maxLength: 12 }), (draft, edits) => {
			const next = applyEdits(draft, edits);
			expect(same(applyEdits(next, invertEdits(draft, edits)), draft)).toBe(true);
			expect(draftShape.parse(JSON.parse(JSON.stringify(next)))).toEqual(next);
			const modules = next.conduct?.modules ?? [];
			const codes = modules.flatMap(({ clauses }) => clauses);
			expect(clauseCodes({ modules }).size).toBe(codes.length);
			expect(new Set(modules.map(({ code }) => code)).size).toBe(modules.length);
		}),
		{ numRuns: 500 },
	);
});

test("a form has no code: edits of one leave it alone", () => {
	fc.assert(
		fc.property(anyDraft, editsOfClauses(["A.1"]), (draft, edit) => {
			expect(applyEdit(draft, edit)).toBe(draft);
			expect(invertEdit(draft, edit)).toEqual([]);
		}),
		{ numRuns: 50 },
	);
});

test("edits of different clauses come to the same whoever is first, and none is asked about", () => {
	fc.assert(
		fc.property(
			anyCodeDraft,
			some(editsOfClauses(["A.1", "B.2"])),
			some(editsOfClauses(["A.2", "B.1"])),
			(base, one, other) => {
				const first = mergeEdits(applyEdits(base, one), one, other);
				const second = mergeEdits(applyEdits(base, other), other, one);
				expect(first.draft).toEqual(second.draft);
				expect(first.draft).toEqual(applyEdits(base, [...one, ...other]));
				const known = ({ mine }: { mine: Edit }) =>
					mine.do === "set_clause" &&
					base.conduct !== undefined &&
					findClause(base.conduct, mine.clause) !== null &&
					!other.some((edit) => edit.do === "remove_clause" && edit.clause === mine.clause);
				expect(first.conflicts.filter(known)).toEqual([]);
			},
		),
		{ numRuns: 500 },
	);
});

test("of the same field of a clause or part the first value is stored, and the other one asked about", () => {
	let asked = 0;
	fc.assert(
		fc.property(anyCodeDraft, some(anyCodeEdit), some(anyCodeEdit), (base, theirs, mine) => {
			const before = applyEdits(base, theirs);
			const merged = mergeEdits(before, theirs, mine);
			expect(applyEdits(before, merged.applied)).toEqual(merged.draft);
			asked += merged.conflicts.length;
			const [was, is] = [before.conduct, merged.draft.conduct];
			for (const edit of theirs) {
				if (!was || !is || (edit.do !== "set_clause" && edit.do !== "set_module")) continue;
				const of = (content: typeof was) =>
					edit.do === "set_clause" ? findClause(content, edit.clause)?.clause : findModule(content, edit.module);
				const [kept, now] = [of(was), of(is)];
				if (kept && now) expect(fieldOf(now, edit.field)).toEqual(fieldOf(kept, edit.field));
			}
		}),
		{ numRuns: 1000 },
	);
	expect(asked).toBeGreaterThan(100);
});

/** A server in miniature: what `saveEdits` does, without a database. */
function serverOf(draft: Draft) {
	const log: DoneBatch[] = [];
	let now = draft;
	return {
		now: () => now,
		save({ id, base, edits }: EditBatch): Answer {
			const theirs = log.slice(base).flatMap((done) => done.edits);
			const { draft, applied, conflicts, recoding } = mergeEdits(now, theirs, edits);
			now = draft;
			if (applied.length > 0) log.push({ id, revision: log.length + 1, edits: applied });
			return { revision: log.length, batches: log.slice(base), conflicts, recoding };
		},
	};
}

const step = fc.record({
	who: fc.constantFrom(0 as const, 1 as const),
	does: fc.oneof(
		anyCodeEdit.map((edit) => ({ kind: "edit" as const, edit })),
		fc.record({ kind: fc.constantFrom("send" as const, "undo" as const, "redo" as const) }),
	),
});

test("two authors of a code who write, undo and send in any order end with the same draft as the server", () => {
	fc.assert(
		fc.property(anyCodeDraft, fc.array(step, { maxLength: 30 }), (draft, steps) => {
			const server = serverOf(draft);
			const authors: [Session, Session] = [openSession(draft, 0), openSession(draft, 0)];
			let batches = 0;
			const deliver = (who: 0 | 1): Session => {
				const sending = send(authors[who], `batch ${++batches}`);
				return sending.sent ? receive(sending, server.save(sending.sent)) : sending;
			};
			for (const { who, does } of steps) {
				const session = authors[who];
				if (does.kind === "edit") authors[who] = perform(session, [does.edit]);
				else if (does.kind === "undo") authors[who] = undo(session);
				else if (does.kind === "redo") authors[who] = redo(session);
				else authors[who] = deliver(who);
			}
			for (const who of [0, 1, 0, 1] as const) authors[who] = deliver(who);
			expect(authors[0].view).toEqual(server.now());
			expect(authors[1].view).toEqual(server.now());
		}),
		{ numRuns: 300 },
	);
});
