import fc from "fast-check";
import { expect, test } from "vitest";
import { cursorFrom, cursorText, figuresOf, selectionFrom } from "./rules.ts";

test("rates are between 0 and 100 %, whatever the counters say", () => {
	fc.assert(
		fc.property(fc.integer(), fc.integer(), fc.integer(), (recipients, reported, on_time) => {
			const { reportingRate, onTimeRate } = figuresOf({ recipients, reported, on_time });
			for (const rate of [reportingRate, onTimeRate]) {
				if (recipients <= 0) expect(rate).toBeNull();
				else {
					expect(rate).toBeGreaterThanOrEqual(0);
					expect(rate).toBeLessThanOrEqual(1000);
				}
			}
		}),
	);
});

test("only a full return reads as 100 %", () => {
	expect(figuresOf({ recipients: 40_000, reported: 39_999 }).reportingRate).toBe(999);
	expect(figuresOf({ recipients: 40_000, reported: 40_000 }).reportingRate).toBe(1000);
	expect(figuresOf({ recipients: 40_000 }).reportingRate).toBe(0);
});

test("figures divide by the frozen list of recipients", () => {
	const figures = figuresOf({ recipients: 26, reported: 21, on_time: 18, late: 3, verdict_met: 14 });
	expect(figures).toMatchObject({
		reportingRate: 807,
		onTimeRate: 692,
		verdicts: { met: 14, notMet: 0 },
		notStarted: 0,
	});
});

test("a cursor survives the URL, and rubbish starts the list again", () => {
	const cursor = { search: "truong mam non giao an", id: "0190" };
	expect(cursorFrom(cursorText(cursor))).toEqual(cursor);
	for (const rubbish of [null, "", "~", "rubbish", "~x"]) expect(cursorFrom(rubbish)).toBeNull();
	expect(selectionFrom("not_met")).toBe("not_met");
	expect(selectionFrom("'; drop table")).toBe("all");
});
