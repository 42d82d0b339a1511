import { expect, test } from "vitest";
import { criterion, form, section } from "../forms/fixtures.ts";
import type { Draft } from "./draft-schema.ts";
import { type Edit, edit } from "./edit-schema.ts";
import { applyEdit, applyEdits, findItem } from "./edits.ts";
import { addItem, duplicateItem, insertItems, newItem, retyped } from "./make.ts";
import { mergeEdits } from "./merge.ts";
import { choose, openSession, perform, receive, redo, send, undo } from "./session.ts";

const draft: Draft = {
	title: { vi: "Phòng chống bão" },
	kinds: [],
	validFrom: null,
	validTo: null,
	legalBasis: [],
	definition: form({
		sections: [
			section("A", [criterion("A.1"), criterion("A.2", { visibleIf: { op: "answered", item: "A.1" } })]),
			section("B", [criterion("B.1")]),
		],
		rule: {
			type: "levels",
			na: "leave_out",
			by: "count",
			levels: [{ code: "x", label: { vi: "X" }, atLeast: 1, mustMeet: ["A.1"], pass: true }],
		},
	}),
};
const text = (item: string, vi: string): Edit => ({ do: "set_item", item, field: "text", value: { vi } });
const codes = (now: Draft) => now.definition.sections.map(({ items }) => items.map(({ code }) => code));
const textOf = (now: Draft, code: string) => findItem(now.definition, code)?.item.text.vi;

test("a new code is followed by every condition and rule that names the old one", () => {
	const next = applyEdit(draft, { do: "rename_item", from: "A.1", to: "CONG" });
	expect(codes(next)).toEqual([["CONG", "A.2"], ["B.1"]]);
	expect(findItem(next.definition, "A.2")?.item.visibleIf).toEqual({ op: "answered", item: "CONG" });
	expect(next.definition.rule).toMatchObject({ levels: [{ mustMeet: ["CONG"] }] });
	expect(applyEdit(draft, { do: "rename_item", from: "A.1", to: "B.1" })).toBe(draft);
});

test("what a field does not take changes nothing", () => {
	for (const wrong of [
		{ do: "set_item", item: "A.1", field: "weight", value: -3 },
		{ do: "set_item", item: "A.1", field: "options", value: [] },
		{ do: "set_item", item: "A.1", field: "text", value: null },
		{ do: "set_head", field: "validFrom", value: "hôm qua" },
		{ do: "set_form", field: "rule", value: { type: "guess" } },
		{ do: "add_item", section: "B", after: null, value: newItem("verdict", "A.1") },
	])
		expect(applyEdit(draft, edit.parse(wrong))).toBe(draft);
	expect(edit.safeParse({ do: "burn", item: "A.1" }).success).toBe(false);
	const deep = JSON.parse(`${'{"op":"not","arg":'.repeat(5000)}{"op":"answered","item":"A.1"}${"}".repeat(5000)}`);
	expect(edit.safeParse({ do: "set_item", item: "A.1", field: "visibleIf", value: deep }).success).toBe(false);
});

test("two who write different wordings of one item: the first is stored, the second is asked", () => {
	const theirs = [text("A.1", "Cổng kín"), text("B.1", "Mái chắc")];
	const merged = mergeEdits(applyEdits(draft, theirs), theirs, [text("A.1", "Cổng khóa"), text("A.2", "Cửa sổ")]);
	expect(textOf(merged.draft, "A.1")).toBe("Cổng kín");
	expect(textOf(merged.draft, "A.2")).toBe("Cửa sổ");
	expect(merged.conflicts).toEqual([{ mine: text("A.1", "Cổng khóa"), why: "changed" }]);
	expect(mergeEdits(applyEdits(draft, theirs), theirs, [text("A.1", "Cổng kín")]).conflicts).toEqual([]);
});

test("mine follows a code that another author has changed", () => {
	const theirs: Edit[] = [{ do: "rename_item", from: "A.1", to: "CONG" }];
	const merged = mergeEdits(applyEdits(draft, theirs), theirs, [
		text("A.1", "Cổng khóa"),
		{ do: "set_item", item: "B.1", field: "visibleIf", value: { op: "answered", item: "A.1" } },
		{ do: "add_item", section: "A", after: "A.1", value: newItem("verdict", "A.3") },
	]);
	expect(textOf(merged.draft, "CONG")).toBe("Cổng khóa");
	expect(findItem(merged.draft.definition, "B.1")?.item.visibleIf).toEqual({ op: "answered", item: "CONG" });
	expect(codes(merged.draft)[0]).toEqual(["CONG", "A.3", "A.2"]);
	expect(merged.conflicts).toEqual([]);
});

test("two who add an item at once both keep theirs, under different codes", () => {
	const [one, other] = [addItem(draft, "A", "A.2"), addItem(draft, "A", "A.2")];
	expect(one.value.code).toBe("A.3");
	const theirs: Edit[] = [one, text("A.3", "Cây đã cắt tỉa")];
	const mine = [other, text("A.3", "Thuyền đã neo")];
	const merged = mergeEdits(applyEdits(draft, theirs), theirs, mine);
	expect(textOf(merged.draft, "A.3")).toBe("Cây đã cắt tỉa");
	expect(textOf(merged.draft, "A.4")).toBe("Thuyền đã neo");
	expect(merged).toMatchObject({ conflicts: [], recoding: { items: { "A.3": "A.4" } } });
});

test("what another author removed can be put back as I have it", () => {
	const mine = perform(openSession(draft, 0), [text("A.2", "Cửa chính đóng kín")]);
	const theirs: Edit[] = [{ do: "remove_item", item: "A.2" }];
	const merged = mergeEdits(applyEdits(draft, theirs), theirs, mine.pending);
	expect(merged.conflicts).toEqual([{ mine: text("A.2", "Cửa chính đóng kín"), why: "removed" }]);
	const told = receive(send(mine, "id"), {
		revision: 1,
		batches: [{ id: "other", revision: 1, edits: theirs }],
		conflicts: merged.conflicts,
		recoding: merged.recoding,
	});
	expect(codes(told.view)[0]).toEqual(["A.1"]);
	const [choice] = told.choices;
	const back = choose(told, choice?.key ?? "", "mine");
	expect(textOf(back.view, "A.2")).toBe("Cửa chính đóng kín");
	expect(back.choices).toEqual([]);
	expect(choose(told, choice?.key ?? "", "theirs").view).toEqual(told.view);
});

test("what I typed while a batch was on its way is asked about too", () => {
	const sending = send(perform(openSession(draft, 0), [text("A.2", "Cửa sổ")]), "mine");
	const typing = perform(sending, [text("A.1", "Cổng khóa"), text("B.1", "Mái chắc")]);
	const told = receive(typing, {
		revision: 2,
		batches: [
			{ id: "other", revision: 1, edits: [text("A.1", "Cổng kín")] },
			{ id: "mine", revision: 2, edits: [text("A.2", "Cửa sổ")] },
		],
		conflicts: [],
		recoding: { items: {}, sections: {} },
	});
	expect(textOf(told.view, "A.1")).toBe("Cổng kín");
	expect(told.pending).toEqual([text("B.1", "Mái chắc")]);
	expect(told.choices).toMatchObject([{ mine: [text("A.1", "Cổng khóa")], why: "changed" }]);
});

test("what a page kept when it was left is sent on top of what it knew, and nothing is done twice", () => {
	const kept = { base: 0, sent: null, pending: [text("A.1", "Cổng khóa")] };
	const theirs = [text("B.1", "Mái chắc")];
	const open = openSession(applyEdits(draft, theirs), 1, kept, "late");
	expect(open.sent).toEqual({ id: "late", base: 0, edits: kept.pending });
	const told = receive(open, {
		revision: 2,
		batches: [
			{ id: "other", revision: 1, edits: theirs },
			{ id: "late", revision: 2, edits: kept.pending },
		],
		conflicts: [],
		recoding: { items: {}, sections: {} },
	});
	expect(told.view).toEqual(applyEdits(draft, [...theirs, ...kept.pending]));
	expect(told).toMatchObject({ sent: null, pending: [], choices: [] });
});

test("removing what another author has just reworded asks first", () => {
	const theirs = [text("B.1", "Mái đã chằng")];
	for (const mine of [
		{ do: "remove_item", item: "B.1" },
		{ do: "remove_section", section: "B" },
	] as Edit[])
		expect(mergeEdits(applyEdits(draft, theirs), theirs, [mine]).conflicts).toEqual([{ mine, why: "changed" }]);
});

test("items from elsewhere keep their code where it is free, and always say where they come from", () => {
	const bank = [criterion("A.1", { text: { vi: "Cổng" } }), criterion("MN-C.3")].map((input) =>
		form({ items: [input] }),
	);
	const items = bank.flatMap(({ sections }) => sections.flatMap((found) => found.items));
	const next = applyEdits(draft, insertItems(draft, "B", "B.1", items));
	expect(codes(next)[1]).toEqual(["B.1", "A.3", "MN-C.3"]);
	expect(findItem(next.definition, "A.3")?.item).toMatchObject({ origin: "A.1", text: { vi: "Cổng" } });
	expect(findItem(next.definition, "MN-C.3")?.item.origin).toBeUndefined();
	const dangling =
		form({ items: [criterion("Z.1", { visibleIf: { op: "answered", item: "Z.9" } })] }).sections[0]?.items ?? [];
	expect(insertItems(draft, "B", null, dangling)).not.toContainEqual(
		expect.objectContaining({ value: expect.objectContaining({ visibleIf: expect.anything() }) }),
	);
});

test("another way to answer keeps what both ways know; a copy gets a code of its own", () => {
	const item = { ...newItem("integer", "N"), text: { vi: "Số phòng" }, unit: { vi: "phòng" }, min: 1 };
	expect(retyped(item, "decimal")).toEqual({
		...newItem("decimal", "N"),
		text: { vi: "Số phòng" },
		unit: { vi: "phòng" },
	});
	expect(retyped(item, "verdict")).toEqual({ ...newItem("verdict", "N"), text: { vi: "Số phòng" } });
	expect(duplicateItem(draft, "A.2")).toMatchObject({
		after: "A.2",
		value: { code: "A.3", visibleIf: { item: "A.1" } },
	});
});

test("a column that is typed travels once, goes where it was first put, and is taken back letter by letter", () => {
	const column = (code: string, vi: string, after: string | null): Edit => ({
		do: "put_figures",
		after,
		value: {
			code,
			label: { vi },
			type: "sum",
			value: { op: "count", outcome: "met", items: ["A.1"] },
			digits: 0,
			watched: false,
		},
	});
	const two = applyEdits(draft, [column("so-1", "Một", null), column("so-2", "Hai", "so-1")]);
	const typed = [column("so-3", "B", "so-1"), column("so-3", "Ba", null), column("so-1", "Một trăm", null)];
	const session = typed.reduce((now, edit) => perform(now, [edit]), openSession(two, 1));
	const labels = (now: Draft) => now.definition.figures.map(({ code, label }) => `${code} ${label.vi}`);
	expect(session.pending).toHaveLength(2);
	expect(labels(session.view)).toEqual(["so-1 Một trăm", "so-3 Ba", "so-2 Hai"]);
	expect(applyEdits(two, session.pending)).toEqual(session.view);
	const back = undo(undo(session));
	expect(labels(back.view)).toEqual(["so-1 Một", "so-3 B", "so-2 Hai"]);
	expect(applyEdits(two, back.pending)).toEqual(back.view);
});

test("what is typed without a rest is one step back; another thing, or after a rest, is a step of its own", () => {
	const typed = ["C", "Cổ", "Cổng", "Cổng trường"].map((vi) => text("A.1", vi));
	const word = typed.reduce((now, edit) => perform(now, [edit], true), openSession(draft, 1));
	const other = perform(perform(word, [text("B.1", "Mái")], true), [text("B.1", "Mái chắc")]);
	expect(other.undo).toHaveLength(3);
	expect(textOf(undo(other).view, "B.1")).toBe("Mái");
	const begun = undo(undo(undo(other)));
	expect(begun.view).toEqual(draft);
	expect(textOf(redo(begun).view, "A.1")).toBe("Cổng trường");
	// What follows on a step back is no part of the step before it.
	expect(perform(undo(word), [text("A.1", "Rào")], true).undo).toHaveLength(1);
});
