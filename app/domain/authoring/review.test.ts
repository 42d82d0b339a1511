import { expect, test } from "vitest";
import { library } from "#db/seed/library/library.ts";
import type { Expression } from "../forms/expression-schema.ts";
import { constant, criteria, criterion, equals, form, given, integer, section } from "../forms/fixtures.ts";
import type { Definition } from "../forms/schema.ts";
import { templateDraft } from "../templates/schema.ts";
import { placeOf, type Reviewed, reviewOf } from "./review.ts";
import { wordingOf } from "./wording.ts";

const basis = { legalBasis: { text: "Thông tư 45/2021/TT-BGDĐT", verified: true } };
const review = (definition: Definition, over: Partial<Reviewed> = {}) =>
	reviewOf({ definition, kinds: ["MN", "MG"], legalBasis: [{ verified: true }], ...over }).remarks;
const codes = (definition: Definition, over: Partial<Reviewed> = {}) =>
	review(definition, over).map((remark) => [remark.grade, remark.code]);

test("a plain form in both languages, with its basis, is praised with silence", () => {
	const definition = form({
		items: [criterion("A.1", { text: { vi: "Có nước sạch", en: "There is clean water" }, ...basis })],
		rule: { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true },
	});
	expect(review(definition)).toEqual([]);
});

test("what nobody can ever be asked is an error, at its place; so is a check that can never hold", () => {
	const kitchen = equals(given("K"), constant("yes"));
	const never: Expression = { op: "and", args: [kitchen, equals(given("K"), constant("no"))] };
	const options = ["yes", "no"].map((value) => ({ value, label: { vi: value } }));
	const definition = form({
		sections: [
			section("A", [{ type: "choice", code: "K", text: { vi: "Bếp" }, options }, integer("N", { visibleIf: never })]),
			section("B", [integer("M")], never),
		],
		checks: [{ code: "C", holds: never, message: { vi: "Sai" }, items: ["K"] }],
	});
	const errors = review(definition).filter(({ grade }) => grade === "error");
	expect(errors.map(placeOf)).toEqual([
		{ part: "item", code: "N" },
		{ part: "section", code: "B" },
		{ part: "check", code: "C" },
	]);
});

test("a rule that asks more than its kind of school is ever shown is out of reach, the other kind's is not", () => {
	const onlyFor = (kind: string): Expression => equals({ op: "school", field: "kind" }, constant(kind));
	const definition = form({
		items: criteria(4, (at) => ({ ...basis, mandatory: at > 2, ...(at > 2 ? { visibleIf: onlyFor("MN") } : {}) })),
		rule: {
			type: "count",
			na: "counts_as_met",
			bands: [
				{ kinds: ["MN"], atLeast: 4, mandatory: 2 },
				{ kinds: ["MG"], atLeast: 3, mandatory: 2 },
			],
		},
	});
	const found = review(definition).filter(({ code }) => code === "rule_out_of_reach");
	expect(found).toEqual([
		{ grade: "error", code: "rule_out_of_reach", kind: "MG", of: "criteria", wanted: 3, have: 2 },
		{ grade: "error", code: "rule_out_of_reach", kind: "MG", of: "mandatory", wanted: 2, have: 0 },
	]);
});

test("missing and unread bases: a warning where the item decides, advice elsewhere", () => {
	const definition = form({
		items: [
			criterion("A", { mandatory: true }),
			criterion("B"),
			criterion("C", { legalBasis: { text: "Thông tư", verified: false } }),
		],
	});
	const remarks = review(definition, { legalBasis: [] });
	expect(remarks).toContainEqual({ grade: "warning", code: "no_basis" });
	expect(remarks).toContainEqual({ grade: "warning", code: "basis_missing", items: ["A"], mandatory: true });
	expect(remarks).toContainEqual({ grade: "advice", code: "basis_missing", items: ["B"], mandatory: false });
	expect(remarks).toContainEqual({ grade: "advice", code: "basis_unverified", items: ["C"] });
});

test("weights that change nothing are told, those of a share are not", () => {
	const items = [criterion("A", { weight: 2, ...basis }), criterion("X", { weight: 2, counted: false, ...basis })];
	const share = form({ items, rule: { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true } });
	const weight = (definition: Definition) =>
		review(definition).flatMap((remark) =>
			remark.code === "weight_without_effect" ? [[remark.why, remark.items]] : [],
		);
	expect(weight(share)).toEqual([["outside_count", ["X"]]]);
	expect(weight(form({ items }))).toEqual([["rule", ["A", "X"]]]);
});

test("the same sentence under another code is told with the code it had", () => {
	const before = form({ items: [criterion("A.1", { text: { vi: "Có nước sạch" } }), criterion("A.2")] });
	const after = form({ items: [criterion("B.1", { text: { vi: "Có nước sạch" } }), criterion("A.2")] });
	const remark = { grade: "warning", code: "code_changed", items: ["B.1"], from: "A.1" };
	expect(review(after, { before })).toContainEqual(remark);
	expect(codes(before, { before })).not.toContainEqual(["warning", "code_changed"]);
});

test("what a phone cannot know without network is listed by what it asks for", () => {
	const definition = form({
		items: [
			integer("P", { record: "pupils" }),
			{
				type: "computed",
				code: "S",
				text: { vi: "Bước" },
				expression: { op: "school", field: "conduct_stage" },
			},
			integer("N"),
		],
	});
	const network = review(definition).flatMap((remark) =>
		remark.code === "needs_network" ? [[remark.of, remark.items]] : [],
	);
	expect(network).toEqual([
		["conduct", ["S"]],
		["record", ["P"]],
	]);
});

test.each([
	["Trường có nước sạch không?", []],
	["Nhà trường có đủ phòng học và không dùng phòng tạm?", []],
	["Không được không báo cáo", ["double_negation"]],
	["Không có vật nhọn, không có hố sâu", []],
	["Chưa có biên bản hoặc không áp dụng", []],
	["Có cổng không? Có tường rào không?", ["two_questions"]],
	["CÓ NƯỚC SẠCH CHO TRẺ", ["all_capitals"]],
	["UBND, PCCC", []],
	["Truong co du nuoc sach cho tre em", ["tone_marks_missing"]],
	["Camera, wifi", []],
	[Array.from({ length: 41 }, () => "chữ").join(" "), ["long_sentence"]],
])("wording of %s: %s", (text, expected) => {
	expect(wordingOf(text).map(({ code }) => code)).toEqual(expected);
});

test("the library that we ship has no error, and a size that can be believed", () => {
	for (const template of library) {
		const { code, kinds, legalBasis, definition } = templateDraft.parse(template);
		const { remarks, size } = reviewOf({ definition, kinds, legalBasis });
		expect([code, remarks.filter(({ grade }) => grade === "error")]).toEqual([code, []]);
		expect(size.minutes).toBeGreaterThan(0);
		expect(size.screens).toBeGreaterThan(0);
	}
});
