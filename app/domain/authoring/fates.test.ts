import { expect, test } from "vitest";
import { answers, criterion, form, integer, section } from "../forms/fixtures.ts";
import { fatesOf } from "./fates.ts";
import { unionOf } from "./union.ts";

const options = (...values: string[]) => values.map((value) => ({ value, label: { vi: value } }));

test("each kind of answer meets its fate: kept, partly kept, kept beside, or gone with its item", () => {
	const old = form({
		items: [
			criterion("SAME"),
			criterion("REWORDED"),
			criterion("TO_NUMBER"),
			criterion("GONE"),
			integer("WIDER", { max: 5 }),
			integer("NARROWER", { max: 99 }),
			{ type: "choice", code: "OPTION", text: { vi: "Chọn" }, options: options("a", "b") },
			{ type: "choices", code: "SOME", text: { vi: "Chọn" }, options: options("a", "b", "c") },
			criterion("NA"),
			integer("OPEN"),
		],
	});
	const fresh = form({
		items: [
			criterion("SAME", { weight: 2 }),
			criterion("REWORDED", { text: { vi: "Câu hỏi khác" } }),
			integer("TO_NUMBER"),
			{ type: "decimal", code: "WIDER", text: { vi: "WIDER" } },
			integer("NARROWER", { max: 9 }),
			{ type: "choice", code: "OPTION", text: { vi: "Chọn" }, options: options("a", "c") },
			{ type: "choices", code: "SOME", text: { vi: "Chọn" }, options: options("a", "c", "d") },
			criterion("NA", { allowNa: false }),
			criterion("OPEN"),
			criterion("NEW"),
		],
	});
	const given = answers({
		...{ SAME: "met", REWORDED: "met", TO_NUMBER: "unmet", GONE: "met", WIDER: 3, NARROWER: 50 },
		...{ OPTION: "b", SOME: ["a", "b"], NA: "na", OPEN: null, OLDER: "met" },
	});
	const fates = fatesOf(old, fresh, new Set(["REWORDED", "TO_NUMBER"]), given);
	expect(Object.fromEntries(fates.map(({ key, fate, value }) => [key, [fate, value]]))).toEqual({
		SAME: ["kept", "met"],
		REWORDED: ["aside", null],
		TO_NUMBER: ["aside", null],
		GONE: ["gone", "met"],
		WIDER: ["kept", 3],
		// Beyond the new limit: the school mends it, as it would its own slip.
		NARROWER: ["kept", 50],
		OPTION: ["aside", null],
		SOME: ["partly", ["a"]],
		NA: ["aside", null],
		OPEN: ["kept", null],
		OLDER: ["gone", "met"],
	});
});

test("a form for reading has the newest version first and what only older ones asked behind it, each code once", () => {
	const [first, second, third] = [
		form({ sections: [section("A", [criterion("A.1"), criterion("A.2")]), section("Z", [criterion("Z.1")])] }),
		form({ sections: [section("A", [criterion("A.1"), criterion("A.3")])] }),
		form({ sections: [section("A", [criterion("A.1")]), section("B", [criterion("B.1")])] }),
	];
	const union = unionOf(third, [second, first]);
	expect(union.sections.map(({ code, items }) => [code, items.map((item) => item.code)])).toEqual([
		["A", ["A.1", "A.3", "A.2"]],
		["B", ["B.1"]],
		["Z", ["Z.1"]],
	]);
	expect(unionOf(third, [third])).toBe(third);
});
