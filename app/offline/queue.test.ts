import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Operation, OperationResult } from "#app/domain/returns/schema.ts";
import type { Draft, Kept, KeptStore } from "./kept.ts";
import type { Answered } from "./post.ts";
import { openQueue } from "./queue.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const draft = (item: string, value: string, base = 0): Draft => ({
	item,
	row: "",
	value,
	note: "",
	measure: null,
	base,
});

function device(kept: Kept = { waiting: [], sending: [] }) {
	const sent: Operation[][] = [];
	let answers: ((operations: Operation[]) => Answered)[] = [];
	let held = kept;
	const store: KeptStore = {
		read: () => structuredClone(held),
		write(_key, now) {
			held = structuredClone(now);
		},
	};
	let revision = 0;
	const applied = (operations: Operation[]): Answered => ({
		kind: "answered",
		at: "2026-11-23T03:00:00.000Z",
		operations: operations.map(({ id, item, row }) => ({ id, item, row, outcome: "applied", revision: ++revision })),
	});
	const post = async (_returnId: string, operations: Operation[]) => {
		sent.push(operations);
		return (answers.shift() ?? applied)(operations);
	};
	const open = () => openQueue({ returnId: "r", key: "k", store, post });
	function next(...list: typeof answers): void {
		answers = list;
	}
	return { open, sent, held: () => held, next, applied };
}

const unreachable = (): Answered => ({ kind: "unreachable" });

test("answers given close together go as one batch, each once, the last word counts", async () => {
	const { open, sent, held } = device();
	const queue = open();
	queue.change(draft("A", "met"));
	queue.change(draft("A", "unmet"));
	queue.change(draft("B", "met"));
	expect(held().waiting).toHaveLength(2);
	await vi.advanceTimersByTimeAsync(500);
	expect(sent.map((batch) => batch.map(({ item, value }) => [item, value]))).toEqual([
		[
			["A", "unmet"],
			["B", "met"],
		],
	]);
	expect(queue.view()).toMatchObject({ waiting: 0, savedAt: "2026-11-23T03:00:00.000Z" });
	expect(held()).toEqual({ waiting: [], sending: [] });
});

test("without a network the very same operations come again, later and later, and newer words wait for them", async () => {
	const { open, sent, next } = device();
	const queue = open();
	next(unreachable, unreachable);
	queue.change(draft("A", "met"));
	await vi.advanceTimersByTimeAsync(500);
	queue.change(draft("A", "unmet"));
	expect(queue.view()).toMatchObject({ unreachable: true, waiting: 1 });
	await vi.advanceTimersByTimeAsync(60_000);
	const [first, second, third, fourth] = sent;
	expect(second).toEqual(first);
	expect(third).toEqual(first);
	expect(fourth?.map(({ value, base }) => [value, base])).toEqual([["unmet", 1]]);
	expect(queue.view()).toMatchObject({ unreachable: false, waiting: 0 });
});

test("a reload in the middle loses nothing and repeats what was under way under the same ids", async () => {
	const before = device();
	before.next(unreachable);
	const queue = before.open();
	queue.change(draft("A", "met"));
	await vi.advanceTimersByTimeAsync(500);
	queue.change(draft("B", "met"));
	const after = device(before.held());
	const again = after.open();
	expect(Object.keys(again.pending())).toEqual(["A", "B"]);
	await vi.advanceTimersByTimeAsync(100);
	expect(after.sent[0]).toEqual(before.sent[0]);
	expect(after.sent[1]?.map(({ item }) => item)).toEqual(["B"]);
});

test("an expired session keeps every answer and sends nothing more by itself", async () => {
	const { open, sent, next, held } = device();
	const queue = open();
	next(() => ({ kind: "signed_out" }));
	queue.change(draft("A", "met"));
	await vi.advanceTimersByTimeAsync(120_000);
	expect(queue.view()).toMatchObject({ signedOut: true, waiting: 1 });
	expect(sent).toHaveLength(1);
	expect(held().sending).toHaveLength(1);
	await queue.flush();
	expect(queue.view()).toMatchObject({ signedOut: false, waiting: 0 });
});

test("a conflict shows both, holds nothing else up, and is ended by a choice on the new base", async () => {
	const { open, sent, next, applied } = device();
	const queue = open();
	const current = { value: "met", note: "", measure: null, revision: 7, answeredAt: "" };
	next((operations) => {
		const answer = applied(operations) as Extract<Answered, { kind: "answered" }>;
		const [first, ...rest] = answer.operations;
		return {
			...answer,
			operations: [{ ...first, outcome: "conflict", revision: 7, current } as OperationResult, ...rest],
		};
	});
	queue.change(draft("A", "unmet"));
	queue.change(draft("B", "met"));
	await vi.advanceTimersByTimeAsync(500);
	expect(queue.view().conflicts).toMatchObject({ A: { mine: { value: "unmet" }, current: { value: "met" } } });
	queue.choose("A", "mine");
	await vi.advanceTimersByTimeAsync(10);
	expect(sent.at(-1)?.map(({ item, value, base }) => [item, value, base])).toEqual([["A", "unmet", 7]]);
	expect(queue.view().conflicts).toEqual({});
});

test("keeping the saved answer sends nothing", async () => {
	const { open, sent, next } = device();
	const queue = open();
	const current = { value: "met", note: "", measure: null, revision: 7, answeredAt: "" };
	next((operations) => ({
		kind: "answered",
		at: "",
		operations: operations.map(({ id, item, row }) => ({ id, item, row, revision: 7, outcome: "conflict", current })),
	}));
	queue.change(draft("A", "unmet"));
	await vi.advanceTimersByTimeAsync(500);
	queue.choose("A", "theirs");
	await vi.advanceTimersByTimeAsync(500);
	expect(sent).toHaveLength(1);
	expect(queue.pending()).toEqual({});
	expect(queue.baseOf("A")).toBe(7);
});

test("a refused answer stays with its reason until it is changed", async () => {
	const { open, next, held } = device();
	const queue = open();
	next((operations) => ({
		kind: "answered",
		at: "",
		operations: operations.map(({ id, item, row }) => ({
			id,
			item,
			row,
			revision: 0,
			outcome: "refused",
			fault: { code: "unknown_item" },
		})),
	}));
	queue.change(draft("A", "met"));
	await vi.advanceTimersByTimeAsync(500);
	expect(queue.view().faults).toMatchObject({ A: { fault: { code: "unknown_item" } } });
	expect(held().waiting).toHaveLength(1);
	queue.change(draft("A", "unmet"));
	await vi.advanceTimersByTimeAsync(500);
	expect(queue.view().faults).toEqual({});
});

test("what arrived after a page was read is told to it, until the page has been read again", async () => {
	const { open } = device();
	const queue = open();
	queue.change(draft("A", "met"));
	await queue.flush();
	expect(queue.pending()).toEqual({});
	expect(queue.arrivedAfter(() => 0)).toEqual({ A: draft("A", "met") });
	expect(queue.arrivedAfter(() => 1)).toEqual({});
	queue.change(draft("A", "unmet", 1));
	await queue.flush();
	expect(queue.arrivedAfter(() => 1)).toEqual({ A: draft("A", "unmet", 1) });
});
