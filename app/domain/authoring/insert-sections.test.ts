import { expect, test } from "vitest";
import { criterion, form, section } from "../forms/fixtures.ts";
import { readPastedRows } from "../interchange/pasted.ts";
import { type Draft, draftDefinition } from "./draft-schema.ts";
import { applyEdits } from "./edits.ts";
import { insertSections } from "./insert-sections.ts";

const draft: Draft = {
	title: { vi: "Bảng kiểm" },
	kinds: [],
	validFrom: null,
	validTo: null,
	legalBasis: [],
	definition: form({ sections: [section("I", [criterion("I.1"), criterion("I.2")])] }),
};

const inserted = (text: string, target = { section: "I", after: "I.1" as string | null }) =>
	applyEdits(draft, insertSections(draft, target, readPastedRows(text).sections)).definition.sections;
const codes = (text: string) => inserted(text).map(({ code, items }) => [code, items.map((item) => item.code)]);

test("rows without a heading go behind the target and are counted on from there", () => {
	expect(codes("Cây xanh đã được cắt tỉa\nMái tôn đã được gia cố")).toEqual([["I", ["I.1", "I.3", "I.4", "I.2"]]]);
});

test("each heading becomes a section of its own; a section that is there gives way to another letter", () => {
	expect(codes("STT\tNội dung\nI\tSân trường\n1\tCây xanh\n2\tCổng\nII\tBếp\n1\tSàn")).toEqual([
		["I", ["I.1", "I.2"]],
		["A", ["A.1", "A.2"]],
		["II", ["II.1"]],
	]);
});

test("a code of the list's own stays, and one that is taken gets another", () => {
	expect(codes("STT\tNội dung\nMN-C.3\tCổng\nI.2\tTường rào")).toEqual([["I", ["I.1", "MN-C.3", "I.3", "I.2"]]]);
});

test("what the list says of a criterion comes along, the rest is what a new one has", () => {
	const [, , item] = inserted("STT\tNội dung\tBắt buộc\tCăn cứ\n1\tCổng\tx\tNĐ 80/2017", {
		section: "I",
		after: "I.2",
	}).flatMap(({ items }) => items);
	expect(item).toMatchObject({
		type: "verdict",
		text: { vi: "Cổng" },
		mandatory: true,
		counted: true,
		weight: 1,
		legalBasis: { text: "NĐ 80/2017", verified: false },
	});
});

test("more rows than a section holds go on in one behind it, and the draft can be read again", () => {
	const rows = Array.from({ length: 1_500 }, (_, at) => `Việc cần làm trước mùa mưa bão, số ${at}`).join("\n");
	const next = applyEdits(draft, insertSections(draft, { section: "I", after: "I.2" }, readPastedRows(rows).sections));
	expect(next.definition.sections.map(({ items }) => items.length)).toEqual([1_000, 502]);
	expect(draftDefinition.safeParse(next.definition).success).toBe(true);
});
