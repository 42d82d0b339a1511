import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../days.ts";
import { bucketDays, bucketOf, lateGrid } from "./overview-lines.ts";
import { cutGrid, elapsedTenths } from "./rules.ts";
import { dueBuckets } from "./schema.ts";

const day = fc.integer({ min: 0, max: 1200 }).map((n) => addDays("2026-01-01", n));

test("every day falls into exactly the bucket whose days hold it, and no day is in two", () => {
	fc.assert(
		fc.property(day, fc.integer({ min: -40, max: 80 }), (today, from) => {
			const due = addDays(today, from);
			const days = bucketDays(today);
			const holding = dueBuckets.filter((bucket) => {
				if (bucket === "none") return false;
				const [first, last] = days[bucket];
				return (first === null || first <= due) && (last === null || due <= last);
			});
			expect(holding).toEqual([bucketOf(due, today)]);
		}),
	);
});

test("a week ends on Sunday, a month with its last day or with that week", () => {
	expect(bucketDays("2026-11-26")).toMatchObject({
		week: ["2026-11-26", "2026-11-29"],
		month: ["2026-11-30", "2026-11-30"],
	});
	expect(bucketDays("2026-11-29").week).toEqual(["2026-11-29", "2026-11-29"]);
	// Monday 30 November: its week reaches into December, and nothing of the month is left.
	expect(bucketDays("2026-11-30")).toMatchObject({ week: ["2026-11-30", "2026-12-06"], later: ["2026-12-07", null] });
	expect(bucketOf("2026-12-06", "2026-11-30")).toBe("week");
	expect(bucketOf(null, "2026-11-30")).toBe("none");
});

const counts = fc.array(
	fc.record({
		campaignId: fc.constantFrom("a", "b", "c", "d"),
		communeId: fc.integer({ min: 0, max: 9 }).map(String),
		n: fc.integer({ min: 0, max: 50 }),
	}),
	{ maxLength: 40 },
);

test("rows, columns and what is cut off add up to the same total", () => {
	const campaigns = ["a", "b", "c", "d"].map((id) => ({ id, title: id, dueOn: "2026-11-20" }));
	fc.assert(
		fc.property(counts, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (given, rows, columns) => {
			const once = [...new Map(given.map((one) => [`${one.campaignId} ${one.communeId}`, one])).values()];
			const grid = lateGrid(
				campaigns,
				once.map((one) => ({ ...one, commune: `Xã ${one.communeId}` })),
			);
			const total = once.reduce((sum, { n }) => sum + n, 0);
			const drawn = cutGrid(grid, rows, columns);
			expect(drawn.rows.length).toBeLessThanOrEqual(rows + 1);
			for (const one of [grid, drawn]) {
				expect(one.total).toBe(total);
				expect(one.rows.reduce((sum, row) => sum + row.total, 0)).toBe(total);
				expect(one.campaigns.reduce((sum, campaign) => sum + campaign.total, 0)).toBe(total);
				for (const row of one.rows) expect(row.cells.reduce((sum, n) => sum + n, 0)).toBe(row.total);
				one.campaigns.forEach((campaign, at) => {
					expect(one.rows.reduce((sum, row) => sum + (row.cells[at] ?? 0), 0)).toBe(campaign.total);
				});
			}
		}),
	);
});

test("time goes by from nothing before the opening to all of it on the due day", () => {
	expect(elapsedTenths("2026-11-16", "2026-11-25", "2026-11-15")).toBe(0);
	expect(elapsedTenths("2026-11-16", "2026-11-25", "2026-11-20")).toBe(500);
	expect(elapsedTenths("2026-11-16", "2026-11-25", "2026-11-25")).toBe(1000);
	expect(elapsedTenths("2026-11-16", "2026-11-25", "2026-12-25")).toBe(1000);
	expect(elapsedTenths("2026-11-16", "2026-11-16", "2026-11-16")).toBe(1000);
});
