import { describe, expect, test } from "vitest";
import { figuresOf, jumpsBetween, noFigures, readFigures } from "./figures.ts";
import { form as plain, preschool } from "./fixtures.ts";
import { roomAnswers, roomsForm } from "./fixtures-rosters.ts";
import { personalIn } from "./personal.ts";
import { item as itemSchema, definition as schema } from "./schema.ts";

const form = schema.parse(roomsForm);
const of = (...rows: { AREA?: string; N?: number; BROKEN?: number }[]) =>
	figuresOf(form, roomAnswers(1, Object.fromEntries(rows.map((row, n) => [`r${n}`, row]))), preschool);

describe("figures", () => {
	test("are what the rows come to", () => {
		expect(of({ AREA: "class", N: 2, BROKEN: 1 }, { AREA: "yard", N: 2, BROKEN: 0 })).toEqual({
			values: { "F-ALL": 4, "F-OK": 3, "F-CLASS": 1 },
			of: { "F-OK": 4 },
			lights: { L: "amber" },
		});
	});

	test("that are not known are none, never zero; of no rows they are zero", () => {
		expect(of({ AREA: "class" }).values["F-ALL"]).toBeNull();
		expect(of({ AREA: "class" }).lights.L).toBeNull();
		expect(of().values["F-ALL"]).toBe(0);
	});

	test("colours: green, amber, red", () => {
		const colour = (N: number, BROKEN: number) => of({ AREA: "yard", N, BROKEN }).lights.L;
		expect([colour(2, 0), colour(2, 1), colour(2, 2), colour(0, 0)]).toEqual(["green", "amber", "red", null]);
	});

	test("a form without figures costs nothing, and is read back as none", () => {
		const none = plain({ items: [{ type: "text", code: "T", text: { vi: "T" } }] });
		expect(figuresOf(none, {}, preschool)).toBe(noFigures);
		expect(readFigures("{}")).toEqual(noFigures);
	});

	test("jump when twice or half and at least five apart, and only where they are watched and known", () => {
		const jumps = (before: number, now: number) =>
			jumpsBetween(form, of({ AREA: "yard", N: before, BROKEN: 0 }), of({ AREA: "yard", N: now, BROKEN: 0 })).map(
				({ figure, before, now }) => [figure.code, before, now],
			);
		expect(jumps(10, 20)).toEqual([["F-ALL", 10, 20]]);
		expect(jumps(20, 10)).toEqual([["F-ALL", 20, 10]]);
		expect(jumps(0, 5)).toEqual([["F-ALL", 0, 5]]);
		expect(jumps(10, 19)).toEqual([]);
		expect(jumps(1, 4)).toEqual([]);
		expect(jumpsBetween(form, noFigures, of({ AREA: "yard", N: 40, BROKEN: 0 }))).toEqual([]);
	});
});

describe("what looks personal in a form of counts", () => {
	const item = itemSchema.parse({ type: "longtext", code: "T", text: { vi: "Ghi chú" }, anonymous: true });
	const found = (value: string, note = "") => personalIn(item, { value, note });

	test.each([
		["Nguyễn Văn An bị ngã", "Nguyễn Văn An"],
		["em Lan lớp lá", "em Lan"],
		["cháu N.V.A", "cháu N.V.A"],
		["học sinh lớp 3A trượt chân", "lớp 3A"],
		["lớp 5 tuổi B", "lớp 5 tuổi B"],
		["lớp Lá 2", "lớp Lá 2"],
		["sinh ngày 12/3/2018", "12/3/2018"],
		["sinh năm 2018", "sinh năm 2018"],
		["gọi 0912 345 678", "0912 345 678"],
		["TRẦN THỊ BÌNH", "TRẦN THỊ BÌNH"],
	])("%s", (text, part) => {
		expect(found(text)).toBe(part);
		expect(found("", text.normalize("NFD"))).toBe(part.normalize("NFC"));
	});

	test.each([
		"Hai trẻ ngã ở cầu thang, đã sơ cứu tại trường",
		"Họp cha mẹ học sinh, lớp học bơi",
		"Ngày 12/3 diễn tập",
		"Tổng 1.204 lượt",
	])("nothing in: %s", (text) => {
		expect(found(text)).toBeNull();
	});

	test("where people may be named, nothing is said", () => {
		const named = itemSchema.parse({ type: "text", code: "T", text: { vi: "Người phụ trách" } });
		expect(personalIn(named, { value: "Nguyễn Văn An", note: "" })).toBeNull();
	});
});
