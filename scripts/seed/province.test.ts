import { expect, test } from "vitest";
import { readTallies } from "#app/domain/tallies/queries.ts";
import { recount } from "#app/domain/tallies/recount.ts";
import { freshStore, onEachEngine } from "#tests/support/stores.ts";
import { seedProvince } from "./province.ts";

onEachEngine("a generated province", (engine) => {
	test("has counters that equal a recount, and a finding for every criterion not met", async () => {
		const store = await freshStore(engine);
		const province = await seedProvince(store, engine, { schools: 120, items: 30, answers: true });
		const ctx = { db: store.read };
		for (const campaignId of [province.campaignId, province.openCampaignId]) {
			const counted = await recount(ctx, campaignId);
			expect(counted.size).toBeGreaterThan(2);
			for (const [unitId, tallies] of counted) expect(await readTallies(ctx, campaignId, unitId)).toEqual(tallies);
		}
		const { returns, items } = await readTallies(ctx, province.campaignId, province.office.id);
		expect(returns).toMatchObject({ recipients: 120, reported: 120, submitted: 120 });
		expect(returns.verdict_met).toBeGreaterThan(30);
		expect(returns.verdict_not_met).toBeGreaterThan(10);
		const unmet = [...items.values()].reduce((sum, item) => sum + item.unmet, 0);
		const findings = await store.read.selectFrom("finding").select("id").execute();
		expect(findings).toHaveLength(unmet);
		const answers = await store.read.selectFrom("answer").select("item").execute();
		expect(answers).toHaveLength(120 * 30);
	});
});
