import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criterion, integer, itemOf } from "./fixtures.ts";
import { normaliseAnswer } from "./normalise.ts";
import { typedNumber } from "./numbers.ts";
import type { AnswerValue, Item } from "./schema.ts";
import { cleanText } from "./texts.ts";

const text = { vi: "x" };
const whole = itemOf(integer("W"));
const decimal = (digits: number) => itemOf({ type: "decimal", code: "D", text, digits });
const day = itemOf({ type: "date", code: "T", text });
const short = itemOf({ type: "text", code: "K", text });
const long = itemOf({ type: "longtext", code: "L", text });
const ticks = itemOf({
	type: "choices",
	code: "M",
	text,
	options: [
		{ value: "a", label: text },
		{ value: "b", label: text },
	],
});

/** The value kept, or the code of the fault. */
const read = (item: Item, raw: AnswerValue) => {
	const result = normaliseAnswer(item, raw);
	return result.ok ? result.value : result.fault.code;
};

describe("numbers typed in Vietnamese", () => {
	test.each([
		["1.204,5", 1204.5],
		["1204,5", 1204.5],
		["1 204", 1204],
		["1 204,5", 1204.5],
		["1.234.567,89", 1234567.89],
		["1.204.000", 1204000],
		["1204.5", 1204.5],
		["0.204", 0.2],
		["1,5", 1.5],
		["-3,25", -3.25],
		["−3", -3],
		["+7", 7],
		["1 204 000", 1204000],
		["١", "not_a_number"],
		["12,345.6", 12345.6],
		[" 15 ", 15],
		["", null],
		["   ", null],
	])("a decimal %j is %j", (typed, wanted) => {
		expect(read(decimal(2), typed)).toBe(wanted);
	});

	test.each([
		"abc",
		"12 04",
		"1.20.4",
		"1,204,5",
		"1e5",
		"0x10",
		"--1",
		"1.",
		",5",
		"12a",
		"1.204.5",
		"Infinity",
		"NaN",
		"1/2",
		"9".repeat(16),
	])("%j is not a number", (typed) => {
		expect(read(decimal(2), typed)).toBe("not_a_number");
		expect(read(whole, typed)).toBe("not_a_number");
	});

	test("a point before three digits groups thousands where whole numbers are asked, and is not guessed at elsewhere", () => {
		expect(read(whole, "1.204")).toBe(1204);
		expect(read(decimal(3), "1.204")).toBe("ambiguous_number");
		expect(read(decimal(2), "1.204")).toBe("ambiguous_number");
	});

	test("a comma before three digits is not guessed at where three decimals cannot be meant", () => {
		expect(read(decimal(3), "1,204")).toBe(1.204);
		expect(read(decimal(2), "1,204")).toBe("ambiguous_number");
		expect(read(whole, "1,204")).toBe("ambiguous_number");
	});

	test("a whole number typed with a fraction is kept for validateAnswer to refuse, not rounded", () => {
		expect(read(whole, "1,5")).toBe(1.5);
		expect(read(whole, "3,0")).toBe(3);
	});

	test("a number sent by a device is taken as it is, to the digits that are kept", () => {
		expect(read(whole, 1204)).toBe(1204);
		expect(read(decimal(2), 1.204)).toBe(1.2);
		expect(read(decimal(2), Number.NaN)).toBe("not_a_number");
	});

	test("what is put into an input is read back as the same number", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -1e9, max: 1e9 }), (digits, units) => {
				const stored = Number(`${units}e-${digits}`) + 0;
				expect(read(decimal(digits), typedNumber(stored))).toBe(stored);
			}),
		);
	});
});

describe("days", () => {
	test.each([
		["2026-11-23", "2026-11-23"],
		["23/11/2026", "2026-11-23"],
		["3/9/2026", "2026-09-03"],
		[" 03 / 09 / 2026 ", "2026-09-03"],
		["29/02/2028", "2028-02-29"],
		["29/02/2026", "not_a_date"],
		["31/04/2026", "not_a_date"],
		["11/23/2026", "not_a_date"],
		["23/11/26", "not_a_date"],
		["2026-13-01", "not_a_date"],
		["2026-1-1", "not_a_date"],
		["23/11/0026", "not_a_date"],
		["mai", "not_a_date"],
		["", null],
	])("%j is %j", (typed, wanted) => {
		expect(read(day, typed)).toBe(wanted);
	});
});

describe("texts", () => {
	test("are NFC and trimmed, without control characters", () => {
		expect(read(short, "  Tru\u031bo\u031b\u0300ng\u0000 Mâ\u0300m\u0007 non ")).toBe(
			"Trường Mầm non".normalize("NFC"),
		);
		expect(read(short, "a\u0000\u0301")).toBe("\u00e1");
		expect(read(short, "a\u202egpj.exe")).toBe("agpj.exe");
		expect(read(short, "lone \ud800 half")).toBe("lone  half");
		expect(read(short, "👩‍🏫 tốt")).toBe("👩‍🏫 tốt");
	});

	test("keep lines and tabs only where they are long", () => {
		expect(read(long, "một\r\nhai\tba\rbốn")).toBe("một\nhai\tba\nbốn");
		expect(read(short, "một\r\nhai\tba")).toBe("một hai ba");
	});

	test("that are blank are no answer", () => {
		expect(read(long, " \n\t ")).toBeNull();
		expect(read(itemOf(criterion("A")), "")).toBeNull();
	});

	test("once cleaned stay as they are", () => {
		const signs = [
			"a",
			"đ",
			"Ư",
			"o\u031b",
			"\u0301",
			"\u0323",
			"\u0000",
			"\u0007",
			"\u009f",
			"\r",
			"\n",
			"\t",
			" ",
			"\u00a0",
		];
		const strange = ["\u2028", "\u202e", "\ufeff", "\ud83d", "\ude00", "👩‍🏫", "\u1100", "\u1161"];
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...signs, ...strange) }), fc.boolean(), (raw, lines) => {
				const once = cleanText(raw, lines);
				expect(cleanText(once, lines)).toBe(once);
				expect(once).toBe(once.normalize("NFC"));
				expect(lines ? once.replace(/[\n\t]/g, "") : once).not.toMatch(/\p{Cc}|\p{Cs}/u);
			}),
			{ numRuns: 500 },
		);
	});
});

describe("choices", () => {
	test("come as one value or many, each once; none is no answer", () => {
		expect(read(ticks, "a")).toEqual(["a"]);
		expect(read(ticks, ["b", "a", "b", ""])).toEqual(["b", "a"]);
		expect(read(ticks, [])).toBeNull();
		expect(read(ticks, "")).toBeNull();
	});
});

test("a fault names its item and row", () => {
	expect(normaliseAnswer(whole, "abc", "row-7")).toEqual({
		ok: false,
		fault: { item: "W", row: "row-7", severity: "error", code: "not_a_number" },
	});
});

test("a computed item takes no answer", () => {
	expect(read(itemOf({ type: "computed", code: "X", text, expression: { op: "const", value: 1 } }), "5")).toBeNull();
});
