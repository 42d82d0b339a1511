import fc from "fast-check";
import { expect, test } from "vitest";
import { changesOf } from "./rules.ts";

test("only what differs is told, deeper values by their path", () => {
	const before = JSON.stringify({
		due_on: "2026-11-23",
		title: "Kiểm tra",
		filter: { kinds: ["MN"], communes: [] },
		none: null,
	});
	const after = JSON.stringify({
		due_on: "2026-11-30",
		title: "Kiểm tra",
		filter: { kinds: ["MN", "TH"], communes: [] },
	});
	expect(changesOf(before, after)).toEqual([
		{ field: "due_on", before: "2026-11-23", after: "2026-11-30" },
		{ field: "filter.kinds", before: "MN", after: "MN, TH" },
	]);
});

test("what came and what went have one side", () => {
	expect(changesOf(null, '{"name":"An"}')).toEqual([{ field: "name", before: null, after: "An" }]);
	expect(changesOf('{"name":"An"}', null)).toEqual([{ field: "name", before: "An", after: null }]);
	expect(changesOf(null, null)).toEqual([]);
	expect(changesOf(null, "5")).toEqual([{ field: "", before: null, after: "5" }]);
});

test("a long text is cut short", () => {
	const [change] = changesOf(null, JSON.stringify({ note: "a".repeat(100_000) }));
	expect(change?.after).toHaveLength(301);
});

test("reads any text at all", () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json()), fc.oneof(fc.string(), fc.json()), (before, after) => {
			for (const change of changesOf(before, after)) expect(change.before).not.toBe(change.after);
			expect(changesOf(before, before)).toEqual([]);
		}),
	);
});
