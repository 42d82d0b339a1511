import fc from "fast-check";
import { expect, test } from "vitest";
import {
	annexLabel,
	attachedTo,
	documentNumber,
	itemMark,
	type Paper,
	placeAndDay,
	roman,
	wordedDay,
} from "./paper.ts";

test.each([
	[1, "01/QĐ-MNGA"],
	[9, "09/QĐ-MNGA"],
	[10, "10/QĐ-MNGA"],
	[128, "128/QĐ-MNGA"],
])("number %i is written %s", (number, written) => {
	expect(documentNumber({ number, sign: "QĐ-MNGA" })).toBe(written);
});

test("a number that is not yet given leaves a gap that no line ends in", () => {
	const written = documentNumber({ number: null, sign: "BC-PGDĐT" });
	expect(written).toMatch(/^\u00a0{4,}\/BC-PGDĐT$/);
});

const days = Array.from({ length: 31 }, (_, at) => at + 1);

test.each(days)("day %i", (day) => {
	const written = day < 10 ? `0${day}` : String(day);
	expect(wordedDay(`2026-11-${String(day).padStart(2, "0")}`)).toBe(`ngày ${written} tháng 11 năm 2026`);
});

test.each([
	["01", "01"],
	["02", "02"],
	["03", "3"],
	["04", "4"],
	["05", "5"],
	["06", "6"],
	["07", "7"],
	["08", "8"],
	["09", "9"],
	["10", "10"],
	["11", "11"],
	["12", "12"],
])("month %s is written %s", (month, written) => {
	expect(placeAndDay({ place: "Giao Thủy", day: `2026-${month}-23` })).toBe(
		`Giao Thủy, ngày 23 tháng ${written} năm 2026`,
	);
});

test("a year alone leaves day and month to the clerk", () => {
	expect(wordedDay("2026")).toMatch(/^ngày\u00a0{4,}tháng\u00a0{4,}năm 2026$/);
});

test("what comes with a paper names it, whoever signs", () => {
	const letterhead = {
		superior: null,
		issuer: "Trường Mầm non Giao An",
		number: 5,
		sign: "QĐ-MNGA",
		place: "Giao An",
		day: "2026-09-04",
	};
	const paper: Paper = {
		letterhead,
		subject: { form: "titled", kind: "Quyết định", abstract: "…" },
		authority: "Hiệu trưởng Trường Mầm non Giao An",
		body: [],
	};
	const about = "Kèm theo Quyết định số 05/QĐ-MNGA ngày 04 tháng 9 năm 2026 của";
	expect(attachedTo(paper)).toBe(`${about} Hiệu trưởng Trường Mầm non Giao An`);
	expect(attachedTo({ letterhead, subject: { form: "letter", abstract: "…" }, body: [] })).toBe(
		"Kèm theo Công văn số 05/QĐ-MNGA ngày 04 tháng 9 năm 2026 của Trường Mầm non Giao An",
	);
});

test("one annex has no number, several have Roman ones", () => {
	expect(annexLabel(0, 1)).toBe("Phụ lục");
	expect([0, 1, 2, 3, 8, 39].map((at) => annexLabel(at, 40))).toEqual(
		["I", "II", "III", "IV", "IX", "XL"].map((number) => `Phụ lục ${number}`),
	);
});

test("Roman numbers read back as what they were", () => {
	const worth = { I: 1, V: 5, X: 10, L: 50, C: 100 };
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 399 }), (number) => {
			const signs = [...roman(number)].map((sign) => worth[sign as keyof typeof worth]);
			const read = signs.reduce((sum, value, at) => sum + (value < (signs[at + 1] ?? 0) ? -value : value), 0);
			expect(read).toBe(number);
			expect(roman(number)).not.toMatch(/IIII|XXXX|CCCC|VV|LL/);
		}),
	);
});

test("points follow the Vietnamese alphabet and never run out", () => {
	expect([0, 3, 4, 6, 22, 23].map((at) => itemMark("letter", at))).toEqual(["a)", "d)", "đ)", "g)", "y)", "aa)"]);
	expect(itemMark("number", 9)).toBe("10.");
	expect(itemMark("dash", 4)).toBe("-");
	const many = Array.from({ length: 200 }, (_, at) => itemMark("letter", at));
	expect(new Set(many).size).toBe(200);
});
