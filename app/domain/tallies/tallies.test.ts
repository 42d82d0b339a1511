import fc from "fast-check";
import { expect, test } from "vitest";
import { buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { ratedForm } from "#tests/support/build-figures.ts";
import { answer, buildCampaign, complete, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { Problem } from "../problem.ts";
import { reviewReturn } from "../returns/review.ts";
import { openReturn, saveOperations } from "../returns/save.ts";
import { submitReturn } from "../returns/submit.ts";
import { readTallies } from "./queries.ts";
import { recount } from "./recount.ts";
import { rateTenths, unitsAbove } from "./rules.ts";

/** What may happen to a return, in any order, sensible or not. */
const step = fc.record({
	school: fc.nat(2),
	day: fc.nat(6),
	act: fc.oneof(
		fc.constant({ kind: "open" as const }),
		fc.record({
			kind: fc.constant("answer" as const),
			item: fc.constantFrom("A.1", "A.2", "A.3", "A.4", "B.1"),
			value: fc.constantFrom("met", "unmet", "na", null),
		}),
		fc.record({
			kind: fc.constant("send" as const),
			round: fc.integer({ min: 1, max: 3 }),
			a1: fc.constantFrom("met", "unmet", "na"),
			a3: fc.constantFrom("unmet", "na"),
			b2: fc.nat(30),
		}),
		fc.record({
			kind: fc.constant("send_back" as const),
			round: fc.integer({ min: 1, max: 3 }),
			item: fc.constantFrom("A.1", "A.3", "B.1"),
		}),
		fc.record({ kind: fc.constant("accept" as const), round: fc.integer({ min: 1, max: 3 }) }),
	),
});

onEachEngine("counters", (engine) => {
	test("equal a recount after any order of opening, answering, sending, sending back and accepting", {
		timeout: 120_000,
	}, async () => {
		let sent = 0;
		let counters = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
				const world = await buildWorld(engine);
				const schools = [
					await buildSchool(world),
					await buildSchool(world, { commune: world.communes[1], kind: "NTDL" }),
					await buildSchool(world, { commune: world.communes[1], kind: "TH", ownership: "tu_thuc" }),
				];
				const campaign = await buildCampaign(world, { schools, form: ratedForm, dueOn: "2026-11-26" });
				for (const { school, day, act } of steps) {
					const target = campaign.returns[school];
					if (!target) continue;
					const now = `2026-11-${23 + day}T03:00:00.000Z`;
					const ctx = ctxFor(world, target.principal, now);
					try {
						if (act.kind === "open") await openReturn(ctx, target.returnId);
						else if (act.kind === "answer")
							await saveOperations(ctx, target.returnId, [answer(act.item, act.value, { base: 999, note: "ghi chú" })]);
						else if (act.kind === "send") {
							const operations = complete({ "A.1": act.a1, "A.3": act.a3, "B.2": act.b2 }, 999);
							const { outcome } = await submitReturn(ctx, target.returnId, { round: act.round, operations });
							// A return that was sent back takes only marked items, so it is sent as it stands.
							if (outcome === "stopped") await submitReturn(ctx, target.returnId, { round: act.round });
							else sent += 1;
						} else if (act.kind === "send_back") {
							await reviewReturn(officerOf(world), target.returnId, {
								round: act.round,
								decision: "sent_back",
								remark: "",
								items: [{ item: act.item, row: "", reason: "Xem lại" }],
							});
						} else
							await reviewReturn(officerOf(world), target.returnId, {
								round: act.round,
								decision: "accepted",
								remark: "",
								items: [],
							});
					} catch (thrown) {
						if (!(thrown instanceof Problem)) throw thrown;
					}
				}
				const expected = await recount(officerOf(world), campaign.id);
				expect([...expected.keys()].sort()).toEqual(
					[world.province.id, world.office.id, ...world.communes.map(({ id }) => id)].sort(),
				);
				for (const [unitId, counted] of expected) {
					const tallies = await readTallies(officerOf(world), campaign.id, unitId);
					const nonzero = [...tallies.items].filter(([, n]) => n.unmet + n.na + n.blank !== 0);
					expect(tallies.returns).toEqual(counted.returns);
					expect(new Map(nonzero)).toEqual(counted.items);
					expect(withoutZeros(tallies.figures)).toEqual(withoutZeros(counted.figures));
					counters += tallies.figures.size;
					const { recipients, not_started, draft, submitted, sent_back, accepted, reported, on_time, late } =
						tallies.returns;
					expect(not_started + draft + submitted + sent_back + accepted).toBe(recipients);
					expect(on_time + late).toBe(reported);
					for (const rate of [rateTenths(reported, recipients), rateTenths(on_time, recipients)]) {
						expect(rate).toBeGreaterThanOrEqual(0);
						expect(rate).toBeLessThanOrEqual(1000);
					}
				}
			}),
			{ numRuns: engine === "sqlite" ? 60 : 12 },
		);
		expect(sent).toBeGreaterThan(0);
		expect(counters).toBeGreaterThan(0);
	});

	test("schools sending at once lose no count and do not block each other for good", async () => {
		const world = await buildWorld(engine);
		const schools = [];
		for (let n = 0; n < 12; n++)
			schools.push(await buildSchool(world, { commune: world.communes[n % 2 === 0 ? 0 : 1] }));
		const campaign = await buildCampaign(world, { schools });
		await Promise.all(
			campaign.returns.map(({ returnId, principal }, n) =>
				submitReturn(ctxFor(world, principal), returnId, {
					round: 1,
					operations: complete({ "A.1": n % 3 === 0 ? "unmet" : "met" }),
				}),
			),
		);
		const tallies = await readTallies(officerOf(world), campaign.id, world.office.id);
		expect(tallies.returns).toMatchObject({
			submitted: 12,
			reported: 12,
			verdict_met: 8,
			verdict_not_met: 4,
			not_started: 0,
		});
		expect(tallies.items.get("A.1")).toEqual({ unmet: 4, na: 0, blank: 0 });
	});
});

/** A counter that went back to nothing stays as a row; a recount never had it. */
function withoutZeros(counts: ReadonlyMap<string, number>): Map<string, number> {
	return new Map([...counts].filter(([, n]) => n !== 0));
}

test("rates stay between nothing and all, and are none without a denominator", () => {
	fc.assert(
		fc.property(fc.integer({ min: -5, max: 50_000 }), fc.integer({ min: -5, max: 50_000 }), (part, whole) => {
			const rate = rateTenths(part, whole);
			if (whole <= 0) expect(rate).toBeNull();
			else {
				expect(rate).toBeGreaterThanOrEqual(0);
				expect(rate).toBeLessThanOrEqual(1000);
				if (part < whole) expect(rate).toBeLessThan(1000);
			}
		}),
	);
});

test("the units above a school, from the root, without the school", () => {
	expect(unitsAbove("so/phong/xa/truong/", "truong")).toEqual(["so", "phong", "xa"]);
});
