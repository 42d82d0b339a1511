import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import {
	answer,
	type BuiltCampaign,
	buildCampaign,
	complete,
	officerOf,
	smallForm,
} from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { Definition } from "../forms/schema.ts";
import { campaignResults, reportedCampaign } from "../reports/queries.ts";
import { readTallies } from "../tallies/queries.ts";
import { recount } from "../tallies/recount.ts";
import { createVersion, publishVersion } from "../templates/commands.ts";
import { readVersion } from "../templates/queries.ts";
import { continueMove, countWaiting, moveCampaign } from "./move.ts";
import { previewMove, readAside } from "./move-queries.ts";
import { readOwnReturn } from "./queries.ts";
import { restoreAnswers } from "./restore.ts";
import { reviewReturn } from "./review.ts";
import { readReturnForReview } from "./review-queries.ts";
import { saveOperations } from "./save.ts";
import { submitReturn } from "./submit.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });

/** A.2 is gone, A.1 is a choice now, N.1 is new, B.2 takes no more than 9. */
function corrected(): Definition {
	const [first, second] = structuredClone(smallForm.sections) as unknown as Definition["sections"];
	if (!first || !second) throw new Error("the form of the tests has two sections");
	const options = ["firm", "loose"].map((value) => ({ value, label: { vi: value } }));
	const items = [
		{ type: "choice", code: "A.1", text: { vi: "Lan can thế nào" }, options },
		...first.items.slice(2),
		{ type: "verdict", code: "N.1", text: { vi: "Có cổng" } },
	];
	const figures = second.items.map((item) => (item.code === "B.2" ? { ...item, max: 9 } : item));
	return {
		...smallForm,
		sections: [
			{ ...first, items },
			{ ...second, items: figures },
		],
	} as unknown as Definition;
}

/** Four schools: one has sent, one is filling, one was sent back, one has not begun; and the next version, published. */
async function midway(world: World) {
	const schools = [
		await buildSchool(world),
		await buildSchool(world),
		await buildSchool(world),
		await buildSchool(world),
	];
	const campaign = await buildCampaign(world, { schools });
	const [sent, filling, back] = campaign.returns;
	if (!sent || !filling || !back) throw new Error("four schools");
	for (const { principal, returnId } of [sent, back]) {
		await submitReturn(ctxFor(world, principal), returnId, { round: 1, operations: complete() });
	}
	await reviewReturn(officerOf(world), back.returnId, {
		round: 1,
		decision: "sent_back",
		remark: "Xem lại",
		items: [],
	});
	await saveOperations(ctxFor(world, filling.principal), filling.returnId, [
		answer("A.1", "unmet", { note: "Lan can lung lay", measure: { what: "Hàn lại" } }),
		answer("A.2", "met"),
		answer("B.2", 12),
		answer("A.3", "na"),
	]);
	return { campaign, sent, filling, back, nextId: await nextVersion(world, campaign, corrected()) };
}

async function nextVersion(world: World, campaign: Pick<BuiltCampaign, "versionId">, definition: Definition) {
	const admin = as(world, world.office, "office_admin");
	const { templateId } = await readVersion(admin, campaign.versionId);
	const id = await createVersion(admin, templateId, definition);
	await publishVersion(admin, id);
	return id;
}

async function expectCountersHold(world: World, campaignId: string) {
	const counted = (await recount(officerOf(world), campaignId)).get(world.office.id);
	const kept = await readTallies(officerOf(world), campaignId, world.office.id);
	const shown = (tallies: typeof kept | undefined) => ({
		returns: tallies?.returns,
		items: Object.fromEntries([...(tallies?.items ?? [])].filter(([, n]) => n.unmet + n.na + n.blank > 0).sort()),
	});
	expect(shown(kept)).toEqual(shown(counted));
	return kept;
}

onEachEngine("moving returns to a newer version", (engine) => {
	test("before it is done the officer sees what becomes of each answer", async () => {
		const world = await buildWorld(engine);
		const { campaign, filling, nextId } = await midway(world);
		const preview = await previewMove(officerOf(world), campaign.id);
		expect(preview).toMatchObject({
			next: { id: nextId },
			returns: { notStarted: 1, draft: 1, sent: 2 },
			kept: 2,
			changed: [
				{ code: "A.1", fates: { aside: 1 } },
				{ code: "A.2", fates: { gone: 1 } },
			],
			example: {
				schoolId: filling.school.id,
				answers: [
					{ value: "unmet", fate: "aside" },
					{ value: "met", fate: "gone" },
				],
			},
		});
		expect(preview?.added.map(({ code }) => code)).toEqual(["N.1"]);
		expect(await countWaiting(officerOf(world), campaign.id)).toBe(0);
	});

	test("what is being filled goes along with nothing lost, what was sent stays, who has not begun begins on the new one", async () => {
		const world = await buildWorld(engine);
		const { campaign, sent, filling, back, nextId } = await midway(world);
		await moveCampaign(officerOf(world), campaign.id, nextId);
		expect(await countWaiting(officerOf(world), campaign.id)).toBe(1);
		expect(await continueMove(officerOf(world), campaign.id)).toBe(0);
		expect(await continueMove(officerOf(world), campaign.id)).toBe(0);

		const version = async ({ principal, returnId }: (typeof campaign.returns)[number]) =>
			(await readOwnReturn(ctxFor(world, principal), returnId)).versionId === nextId;
		expect(await Promise.all(campaign.returns.map(version))).toEqual([false, true, false, true]);

		const page = await readOwnReturn(ctxFor(world, filling.principal), filling.returnId);
		expect(page.answers["A.1"]).toMatchObject({ value: null, note: "Lan can lung lay", measure: null });
		expect(page.answers["A.2"]).toMatchObject({ value: "met" });
		expect(page.answers["B.2"]).toMatchObject({ value: 12 });
		expect(page.template.number).toBe(2);
		// A.1, N.1, B.1 and B.3 are open; A.4 is hidden; A.3 and B.2 are answered.
		expect(page.progress).toBe(33);
		expect(await readAside(officerOf(world), filling.school.id, filling.returnId)).toMatchObject([
			{ item: { code: "A.1" }, value: "unmet", note: "Lan can lung lay", measure: { what: "Hàn lại" }, version: 1 },
			{ item: { code: "A.2" }, value: "met", version: 1 },
		]);
		expect(await readAside(officerOf(world), sent.school.id, sent.returnId)).toEqual([]);
		// The log says the same as the living answers.
		const before = page.answers;
		await world.store.transaction((db) =>
			restoreAnswers({ ...officerOf(world), db, inTransaction: true }, filling.school.id, filling.returnId),
		);
		expect((await readOwnReturn(ctxFor(world, filling.principal), filling.returnId)).answers).toEqual(before);
		expect((await readReturnForReview(officerOf(world), back.returnId)).answers["A.2"]?.value).toBe("met");
		const events = await world.store.read
			.selectFrom("audit_event")
			.select("event")
			.where("event", "like", "%version_mo%")
			.execute();
		expect(events.map(({ event }) => event).sort()).toEqual([
			"campaign.version_move_finished",
			"campaign.version_moved",
			"return.version_moved",
		]);
	});

	test("counters hold with two versions in one campaign: a criterion that was not asked is open, never met", async () => {
		const world = await buildWorld(engine);
		const { campaign, filling, back, nextId } = await midway(world);
		await moveCampaign(officerOf(world), campaign.id, nextId);
		await continueMove(officerOf(world), campaign.id);
		await expectCountersHold(world, campaign.id);
		// The moved one is sent, the one that was sent back is sent again on its old version.
		const given = complete({ "A.1": "firm", "N.1": "unmet", "B.2": 9 }, 9).filter(({ item }) => item !== "A.2");
		const result = await submitReturn(ctxFor(world, filling.principal), filling.returnId, {
			round: 1,
			operations: given,
		});
		expect(result.outcome).toBe("submitted");
		const again = await submitReturn(ctxFor(world, back.principal), back.returnId, {
			round: 2,
			operations: [answer("A.2", "unmet", { base: 99, note: "Thiếu chấn song" })],
		});
		expect(again.outcome).toBe("submitted");
		const { items } = await expectCountersHold(world, campaign.id);
		expect(items.get("N.1")).toEqual({ unmet: 1, na: 0, blank: 2 });
		expect(items.get("A.2")).toEqual({ unmet: 1, na: 0, blank: 1 });
		const { definition } = await reportedCampaign(officerOf(world), campaign.id);
		const { criteria } = await campaignResults(officerOf(world), campaign.id, definition);
		expect(criteria.map(({ code, unmet, applicable }) => [code, unmet, applicable])).toEqual([
			["A.2", 1, 2],
			["N.1", 1, 1],
		]);
	});

	test("a phone that does not know yet is told so, and what it brings is kept beside", async () => {
		const world = await buildWorld(engine);
		const { campaign, filling, nextId } = await midway(world);
		await moveCampaign(officerOf(world), campaign.id, nextId);
		await continueMove(officerOf(world), campaign.id);
		const late = answer("A.2", "unmet", { base: 2, note: "Gãy một thanh" });
		const ctx = ctxFor(world, filling.principal);
		for (const _ of [1, 2]) {
			const { operations } = await saveOperations(ctx, filling.returnId, [late, answer("A.9", "met")]);
			expect(operations.map((one) => one.outcome === "refused" && one.fault.code)).toEqual([
				"item_gone",
				"unknown_item",
			]);
		}
		expect(await readAside(ctx, filling.school.id, filling.returnId)).toMatchObject([
			{ item: { code: "A.1" } },
			{ item: { code: "A.2" }, value: "unmet", note: "Gãy một thanh" },
		]);
		expect((await readOwnReturn(ctx, filling.returnId)).answers["A.2"]?.value).toBe("met");
	});

	test("a move that is broken off goes on where it stopped, and a second move takes along who was left", async () => {
		const world = await buildWorld(engine);
		const { campaign, filling, nextId } = await midway(world);
		await moveCampaign(officerOf(world), campaign.id, nextId);
		expect(await continueMove(officerOf(world), campaign.id, 0)).toBe(1);
		// Until then it is filled as it was begun.
		const ctx = ctxFor(world, filling.principal);
		await saveOperations(ctx, filling.returnId, [answer("A.2", "na", { base: 2 })]);
		const third = await nextVersion(world, campaign, { ...corrected(), rule: { type: "none" } });
		await moveCampaign(officerOf(world), campaign.id, third);
		expect(await continueMove(officerOf(world), campaign.id)).toBe(0);
		const page = await readOwnReturn(ctx, filling.returnId);
		expect(page.versionId).toBe(third);
		expect(await readAside(ctx, filling.school.id, filling.returnId)).toMatchObject([
			{ item: { code: "A.1" }, version: 1 },
			{ item: { code: "A.2" }, value: "na", version: 1 },
		]);
		await expectCountersHold(world, campaign.id);
	});

	test("only the office's own officers move its open campaigns, and only to a newer version of the same template", async () => {
		const world = await buildWorld(engine);
		const { campaign, nextId } = await midway(world);
		const strange = await buildCampaign(world);
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		for (const [ctx, code] of [
			[as(world, world.office, "reader"), "forbidden"],
			[as(world, other, "officer"), "not_found"],
			[as(world, world.province, "officer"), "not_found"],
		] as const) {
			await expect(moveCampaign(ctx, campaign.id, nextId)).rejects.toEqual(refused(code));
			await expect(continueMove(ctx, campaign.id)).rejects.toEqual(refused(code));
			await expect(previewMove(ctx, campaign.id)).rejects.toEqual(refused(code));
		}
		const officer = officerOf(world);
		await expect(continueMove(officer, campaign.id)).rejects.toEqual(refused("not_found"));
		await expect(moveCampaign(officer, campaign.id, strange.versionId)).rejects.toEqual(refused("not_found"));
		await expect(moveCampaign(officer, campaign.id, campaign.versionId)).rejects.toEqual(
			refused("campaign_on_version"),
		);
		await moveCampaign(officer, campaign.id, nextId);
		await expect(moveCampaign(officer, campaign.id, nextId)).rejects.toEqual(refused("campaign_on_version"));
		await expect(moveCampaign(officer, campaign.id, campaign.versionId)).rejects.toEqual(
			refused("version_not_published"),
		);
		const closed = await buildCampaign(world, { state: "closed" });
		const newer = await nextVersion(world, closed, corrected());
		await expect(moveCampaign(officer, closed.id, newer)).rejects.toEqual(refused("campaign_not_open"));
	});
});
