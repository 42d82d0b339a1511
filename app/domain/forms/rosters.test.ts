import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDefinition } from "./check-definition.ts";
import { evaluate, isWithinBounds } from "./evaluate.ts";
import { preschool } from "./fixtures.ts";
import { roomAnswers, roomsForm } from "./fixtures-rosters.ts";
import { progress } from "./progress.ts";
import { rowsOf, rowTitle } from "./rows.ts";
import { definition as schema } from "./schema.ts";
import { computedAt, fieldKey, fieldsOf, situation } from "./situation.ts";
import { validateAnswer, validateReturn } from "./validate.ts";

const form = schema.parse(roomsForm);
const state = (answers: Parameters<typeof situation>[1]) => situation(form, answers, preschool);
const two = roomAnswers(2, {
	a: { NAME: "Phòng 3 tuổi A", AREA: "class", N: 2, BROKEN: 1 },
	b: { NAME: "Sân trước", AREA: "yard", N: 3, BROKEN: 0 },
});

describe("rows", () => {
	test("are in their places' order, the same on every device, without those taken out", () => {
		const answers = roomAnswers(1, { b: {}, a: {}, c: {} });
		answers["R#a"] = { value: 1, note: "", measure: null };
		answers["R#c"] = { value: null, note: "", measure: null };
		expect(rowsOf(answers, new Set(["R"])).get("R")).toEqual(["a", "b"]);
		const reversed = Object.fromEntries(Object.entries(answers).reverse());
		expect(rowsOf(reversed, new Set(["R"])).get("R")).toEqual(["a", "b"]);
	});

	test("show their items one by one: what a row hides another may ask", () => {
		const answers = roomAnswers(1, { a: { N: 0 }, b: { N: 2 } });
		const keys = fieldsOf(form, state(answers)).map(fieldKey);
		expect(keys).toContain("BROKEN#b");
		expect(keys).not.toContain("BROKEN#a");
		expect(keys).not.toContain("BROKEN");
	});

	test("are hidden with their section, and then count for nothing", () => {
		const hidden = roomAnswers(null, { a: { N: 5, BROKEN: 0 } });
		expect(state(hidden).rows.get("R")).toBeUndefined();
		expect(state(hidden).computed.get("ALL")).toBe(0);
	});

	test("have the name of their title item, none before it is given", () => {
		const [, section] = form.sections;
		if (!section?.roster) throw new Error("the second section repeats");
		const rosterSection = { ...section, roster: section.roster };
		expect(rowTitle(rosterSection, two, "a")).toBe("Phòng 3 tuổi A");
		expect(rowTitle(rosterSection, roomAnswers(1, { a: {} }), "a")).toBeNull();
	});

	test("reckon with their own answers and those of the return", () => {
		expect(computedAt(state(two), "WORKING", "a")).toBe(1);
		expect(computedAt(state(two), "WORKING", "b")).toBe(3);
		expect(state(two).computed.get("ALL")).toBe(5);
	});

	test("any number of them can be reckoned over: 500 rows stay within the bound", () => {
		const rows = Object.fromEntries(
			Array.from({ length: 500 }, (_, n) => [`r${n}`, { AREA: "class", N: 1, BROKEN: 0 }]),
		);
		const expression = form.figures[2]?.value;
		if (!expression) throw new Error("a figure");
		expect(isWithinBounds(expression)).toBe(true);
		expect(evaluate(expression, state(roomAnswers(1, rows)).scope)).toBe(true);
		expect(state(roomAnswers(1, rows)).computed.get("ALL")).toBe(500);
	});
});

describe("totals", () => {
	test("of no rows are 0, of rows nobody answered unknown, of some answered their sum", () => {
		const total = { op: "total", item: "N" } as const;
		expect(evaluate(total, state(roomAnswers(1, {})).scope)).toBe(0);
		expect(evaluate(total, state(roomAnswers(1, { a: {}, b: {} })).scope)).toBeNull();
		expect(evaluate(total, state(roomAnswers(1, { a: { N: 4 }, b: {} })).scope)).toBe(4);
	});

	test("equal a recount of the rows, whatever they say and in whatever order they came", () => {
		const row = fc.record({ AREA: fc.constantFrom("class", "yard"), N: fc.nat(50) });
		fc.assert(
			fc.property(fc.uniqueArray(fc.tuple(fc.uuid(), row), { selector: ([id]) => id, maxLength: 30 }), (rows) => {
				const { scope } = state(roomAnswers(1, Object.fromEntries(rows)));
				const inClass = rows.filter(([, { AREA }]) => AREA === "class");
				const where = {
					op: "eq",
					left: { op: "answer", item: "AREA" },
					right: { op: "const", value: "class" },
				} as const;
				expect(evaluate({ op: "rows", roster: "R", where }, scope)).toBe(inClass.length);
				expect(evaluate({ op: "total", item: "N", where }, scope)).toBe(inClass.reduce((sum, [, { N }]) => sum + N, 0));
			}),
		);
	});
});

describe("what is wrong", () => {
	const faults = (answers: Parameters<typeof situation>[1]) =>
		validateReturn(form, answers, preschool).map(({ item, row, code }) => `${item}#${row} ${code}`);

	test("is told with its row", () => {
		const answers = roomAnswers(1, {
			a: { NAME: "Phòng 1", AREA: "class", N: 2, BROKEN: 3 },
			b: { NAME: "Sân", AREA: "yard" },
		});
		expect(faults(answers)).toEqual(["BROKEN#a check_failed", "N#b answer_missing"]);
	});

	test("a camera in a toilet is stopped with the reason, by kind of area and by name", () => {
		const [, section] = form.sections;
		const item = (code: string) => section?.items.find((one) => one.code === code) ?? section?.items[0];
		const area = item("AREA");
		const name = item("NAME");
		if (!area || !name) throw new Error("items");
		const of = (value: string) => ({ value, note: "", measure: null });
		expect(validateAnswer(area, of("toilet"), "a")).toMatchObject([{ code: "not_allowed", row: "a" }]);
		expect(validateAnswer(area, of("yard"), "a")).toEqual([]);
		for (const text of ["Nhà vệ sinh tầng 1", "NHÀ VỆ SINH", "nha ve sinh", "Khu WC", "nhà\u0323 vê\u0323 sinh wc"])
			expect(validateAnswer(name, of(text))).toMatchObject([{ code: "not_allowed" }]);
		for (const text of ["Phòng vệ binh", "Phòng sinh hoạt", "Phòng WCA"])
			expect(validateAnswer(name, of(text))).toEqual([]);
	});

	test("too few and too many rows", () => {
		const demanding = schema.parse({
			...roomsForm,
			sections: roomsForm.sections.map((section) =>
				section.roster ? { ...section, roster: { ...section.roster, min: 1 } } : section,
			),
		});
		const codes = (answers: Parameters<typeof situation>[1]) =>
			validateReturn(demanding, answers, preschool).map(({ item, code }) => `${item} ${code}`);
		expect(codes(roomAnswers(1, {}))).toEqual(["R too_few_rows"]);
		const full = { NAME: "Phòng", AREA: "class", N: 0 };
		expect(codes(roomAnswers(1, { a: full, b: full, c: full, d: full }))).toEqual([]);
		expect(codes(roomAnswers(1, { a: full, b: full, c: full, d: full, e: full }))).toEqual(["R too_many_rows"]);
	});

	test("progress counts the items of every row", () => {
		const { whole, sections } = progress(
			form,
			roomAnswers(1, { a: { NAME: "Phòng", AREA: "class" }, b: {} }),
			preschool,
		);
		expect(sections.map(({ code, visible, answered, complete }) => [code, visible, answered, complete])).toEqual([
			["A", 1, 1, true],
			["B", 6, 2, false],
		]);
		expect(whole).toMatchObject({ visible: 7, answered: 3, complete: false });
	});
});

describe("a definition with rosters", () => {
	const check = (over: (sections: typeof roomsForm) => object) =>
		checkDefinition(schema.parse({ ...roomsForm, ...over(roomsForm) })).map((fault) => fault.code);

	test("is right as it stands", () => {
		expect(checkDefinition(form)).toEqual([]);
	});

	test("asks for rows only where rows are at hand", () => {
		const value = { op: "answer", item: "N" };
		expect(check(() => ({ figures: [{ code: "X", label: { vi: "X" }, type: "sum", value }] }))).toEqual([
			"row_out_of_reach",
		]);
		expect(check(() => ({ lists: [{ code: "X", title: { vi: "X" }, where: value, items: ["N"] }] }))).toEqual([
			"row_out_of_reach",
		]);
		const outside = { op: "total", item: "ROOMS" };
		expect(check(() => ({ figures: [{ code: "X", label: { vi: "X" }, type: "sum", value: outside }] }))).toEqual([
			"row_out_of_reach",
		]);
	});

	test("draws columns of the list's own rows, or of the return", () => {
		const list = { code: "X", title: { vi: "X" }, where: { op: "const", value: true }, items: ["ROOMS", "N"] };
		expect(check(() => ({ lists: [{ ...list, roster: "R" }] }))).toEqual([]);
		expect(checkDefinition(schema.parse({ ...roomsForm, lists: [list] }))).toEqual([
			{ severity: "error", code: "row_out_of_reach", place: { part: "list", code: "X" }, item: "N" },
		]);
	});

	test.each([
		["what the form has not", { set: { GONE: "x" } }, "unknown_item", "GONE"],
		["an item of another section", { set: { ROOMS: 3 } }, "unknown_item", "ROOMS"],
		["an option that is not there", { set: { AREA: "roof" } }, "prefill_not_taken", "AREA"],
		["an option that nobody may choose", { set: { AREA: "toilet" } }, "prefill_not_taken", "AREA"],
		["a number beyond its limit", { set: { N: 51 } }, "prefill_not_taken", "N"],
		["what is worked out", { set: { WORKING: 1 } }, "prefill_not_taken", "WORKING"],
		["a name that is refused", { name: "Nhà vệ sinh {n}" }, "prefill_not_taken", "NAME"],
	])("makes no rows beforehand with %s", (_what, line, code, item) => {
		const sections = roomsForm.sections.map((section) =>
			section.roster
				? { ...section, roster: { ...section.roster, prefill: [{ from: "classrooms", name: "Phòng {n}", ...line }] } }
				: section,
		);
		expect(checkDefinition(schema.parse({ ...roomsForm, sections }))).toEqual([
			{ severity: "error", code, place: { part: "section", code: "B" }, item },
		]);
	});

	test("counts no criteria by the row, names its rows, and its shares say of what", () => {
		const sections = roomsForm.sections.map((section) =>
			section.roster
				? {
						...section,
						roster: { ...section.roster, title: "ROOMS" },
						items: [...section.items, { type: "verdict", code: "V", text: { vi: "V" } }],
					}
				: section,
		);
		expect(check(() => ({ sections })).sort()).toEqual(["roster_without_title", "verdict_in_roster"]);
		const share = { code: "X", label: { vi: "X" }, type: "share", value: { op: "const", value: 1 } };
		expect(check(() => ({ figures: [share] }))).toEqual(["figure_incomplete"]);
	});
});
