import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import type { Edit, EditBatch } from "#app/domain/authoring/edit-schema.ts";
import { findItem } from "#app/domain/authoring/edits.ts";
import { mergeEdits } from "#app/domain/authoring/merge.ts";
import type { DoneBatch, Kept } from "#app/domain/authoring/session.ts";
import { criterion, form } from "#app/domain/forms/fixtures.ts";
import type { DraftAnswer } from "./draft-post.ts";
import { openDraftSaver } from "./draft-saver.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const draft: Draft = {
	title: { vi: "Mẫu" },
	kinds: [],
	validFrom: null,
	validTo: null,
	legalBasis: [],
	definition: form({ items: [criterion("A.1"), criterion("A.2")] }),
};
const text = (item: string, vi: string): Edit => ({ do: "set_item", item, field: "text", value: { vi } });
const textOf = (now: Draft, code: string) => findItem(now.definition, code)?.item.text.vi;

/** A server that merges as the real one does; while `down` is set it answers that instead. */
function world() {
	const log: DoneBatch[] = [];
	let now = draft;
	let down: DraftAnswer | null = null;
	const sent: EditBatch[] = [];
	let shelf: Kept | null = null;
	let ids = 0;
	const save = ({ id, base, edits }: EditBatch) => {
		const theirs = log.slice(base).flatMap((done) => done.edits);
		const merged = log.some((done) => done.id === id)
			? { draft: now, applied: [], conflicts: [] }
			: mergeEdits(now, theirs, edits);
		now = merged.draft;
		if (merged.applied.length > 0) log.push({ id, revision: log.length + 1, edits: merged.applied });
		return {
			revision: log.length,
			batches: log.slice(base),
			conflicts: merged.conflicts,
			recoding: { items: {}, sections: {} },
		};
	};
	const open = () =>
		openDraftSaver({
			draft: now,
			revision: log.length,
			others: [],
			newId: () => `batch ${++ids}`,
			kept: {
				read: () => shelf,
				write(kept) {
					shelf = kept && structuredClone(kept);
				},
			},
			async post(batch) {
				sent.push(structuredClone(batch));
				if (down) return down;
				return { kind: "answered", answer: save(batch), others: ["Lan"], at: "2026-11-26T03:00:00.000Z" };
			},
		});
	return {
		open,
		save,
		sent,
		now: () => now,
		shelf: () => shelf,
		answer(next: DraftAnswer | null): void {
			down = next;
		},
	};
}

test("typing is one batch when it rests, and the page says that it is saved", async () => {
	const { open, sent, now, shelf } = world();
	const saver = open();
	saver.perform([text("A.1", "C")]);
	saver.perform([text("A.1", "Cổng")]);
	expect(saver.view().state).toBe("waiting");
	expect(shelf()?.pending).toEqual([text("A.1", "Cổng")]);
	await vi.advanceTimersByTimeAsync(700);
	expect(sent.map(({ base, edits }) => [base, edits])).toEqual([[0, [text("A.1", "Cổng")]]]);
	expect(saver.view()).toMatchObject({ state: "saved", savedAt: "2026-11-26T03:00:00.000Z", others: ["Lan"] });
	expect(textOf(now(), "A.1")).toBe("Cổng");
	expect(shelf()).toBeNull();
	saver.close();
});

test("without a network it is kept and tried again under the same id, until it arrives", async () => {
	const { open, sent, answer, now } = world();
	const saver = open();
	answer({ kind: "unreachable" });
	saver.perform([text("A.1", "Cổng")]);
	await vi.advanceTimersByTimeAsync(700);
	saver.perform([text("A.2", "Rào")]);
	await vi.advanceTimersByTimeAsync(3_000);
	expect(saver.view()).toMatchObject({ state: "waiting", trouble: "unreachable" });
	answer(null);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(saver.view()).toMatchObject({ state: "saved", trouble: null });
	expect([textOf(now(), "A.1"), textOf(now(), "A.2")]).toEqual(["Cổng", "Rào"]);
	const first = sent.filter(({ edits }) => edits[0]?.do === "set_item" && edits[0].item === "A.1");
	expect(first.length).toBeGreaterThan(1);
	expect(new Set(first.map(({ id }) => id)).size).toBe(1);
	saver.close();
});

test("a page that is opened again sends what the last one kept, on top of what that one knew", async () => {
	const { open, answer, save, sent, now } = world();
	const left = open();
	answer({ kind: "signed_out" });
	left.perform([text("A.1", "Cổng khóa")]);
	await vi.advanceTimersByTimeAsync(700);
	expect(left.view().trouble).toBe("signed_out");
	save({ id: "other", base: 0, edits: [text("A.1", "Cổng kín"), text("A.2", "Rào cao")] });
	answer(null);
	const saver = open();
	expect(textOf(saver.view().session.view, "A.1")).toBe("Cổng khóa");
	await saver.flush();
	expect(sent.at(-1)?.base).toBe(0);
	expect(saver.view().session.choices).toMatchObject([{ mine: [text("A.1", "Cổng khóa")] }]);
	expect(textOf(saver.view().session.view, "A.2")).toBe("Rào cao");
	saver.choose(saver.view().session.choices[0]?.key ?? "", "mine");
	await vi.advanceTimersByTimeAsync(700);
	expect(textOf(now(), "A.1")).toBe("Cổng khóa");
	expect(saver.view().session.view).toEqual(now());
	saver.close();
	left.close();
});

test("a draft that was published meanwhile takes nothing more: what was written stays on the device", async () => {
	const { open, answer, shelf, sent } = world();
	const saver = open();
	answer({ kind: "refused", problem: { code: "version_not_draft", details: {} } });
	saver.perform([text("A.1", "Cổng")]);
	await vi.advanceTimersByTimeAsync(700);
	saver.perform([text("A.2", "Rào")]);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(saver.view()).toMatchObject({ state: "stuck", problem: { code: "version_not_draft" } });
	expect(sent).toHaveLength(1);
	expect(shelf()).toMatchObject({ sent: { edits: [text("A.1", "Cổng")] }, pending: [text("A.2", "Rào")] });
});

test("asking what is new brings what others did, and leaves nothing unsent behind", async () => {
	const { open, save, shelf } = world();
	const saver = open();
	save({ id: "other", base: 0, edits: [text("A.2", "Rào cao")] });
	await saver.flush();
	expect(textOf(saver.view().session.view, "A.2")).toBe("Rào cao");
	expect(saver.view()).toMatchObject({ state: "idle", savedAt: null });
	expect(shelf()).toBeNull();
});
