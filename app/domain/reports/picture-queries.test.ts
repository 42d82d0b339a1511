import fc from "fast-check";
import { expect, test } from "vitest";
import { buildSchool, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { nextRound } from "#tests/support/build-figures.ts";
import { type BuiltCampaign, buildCampaign, complete, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { AnswerValue } from "../forms/schema.ts";
import { submitReturn } from "../returns/submit.ts";
import { heatMap, kindGroups, returnDays, roundPair } from "./picture-queries.ts";
import { campaignResults, figuresByCommune, reportedCampaign, resultPage } from "./queries.ts";
import { filterFrom, noFilter } from "./rules.ts";

async function fiveSchools(world: World, over: Parameters<typeof buildCampaign>[1] = {}): Promise<BuiltCampaign> {
	const commune = world.communes[1];
	const schools = [
		await buildSchool(world, { name: "Trường Mầm non An" }),
		await buildSchool(world, { name: "Trường Mầm non Bình", ownership: "tu_thuc", commune }),
		await buildSchool(world, { name: "Nhóm trẻ Cúc", kind: "NTDL", ownership: "tu_thuc" }),
		await buildSchool(world, { name: "Trường Mầm non Dương", commune }),
		await buildSchool(world, { name: "Trường Tiểu học Giang", kind: "TH" }),
	];
	return buildCampaign(world, { schools, opensOn: "2026-11-16", dueOn: "2026-11-25", ...over });
}

async function send(world: World, campaign: BuiltCampaign, at: number, now: string, over = {}) {
	const target = campaign.returns[at];
	if (!target) throw new Error("no such school");
	const ctx = ctxFor(world, target.principal, now);
	await submitReturn(ctx, target.returnId, { round: 1, operations: complete(over) });
}

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0);

onEachEngine("pictures of a campaign", (engine) => {
	test("sub-totals by kind, commune and day add up to the totals, and each mark's list holds exactly its schools", {
		timeout: 120_000,
	}, async () => {
		const verdict = fc.constantFrom("met", "unmet", "na");
		const returned = fc.option(
			fc.record({
				hour: fc.integer({ min: 0, max: 14 * 24 }),
				answers: fc.record({ "A.1": verdict, "A.2": verdict, "B.1": fc.constantFrom("met", "unmet") }),
			}),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(returned, { minLength: 5, maxLength: 5 }), async (plan) => {
				const world = await buildWorld(engine);
				const campaign = await fiveSchools(world);
				for (const [at, one] of plan.entries()) {
					if (!one) continue;
					const now = new Date(Date.parse("2026-11-16T02:30:00.000Z") + one.hour * 3_600_000).toISOString();
					await send(world, campaign, at, now, one.answers);
				}
				const ctx = officerOf(world);
				const { figures, criteria } = await campaignResults(ctx, campaign.id, campaign.definition);
				const kinds = await kindGroups(ctx, campaign.id);
				const { communes } = await figuresByCommune(ctx, campaign.id);
				const days = await returnDays(ctx, { id: campaign.id, opens_on: "2026-11-16", due_on: "2026-11-25" });
				const expected = plan.filter((one) => one !== null).length;
				expect(figures.reported).toBe(expected);
				for (const [part, whole] of [
					[sum(kinds, (row) => row.recipients), 5],
					[sum(kinds, (row) => row.reported), expected],
					[sum(kinds, (row) => row.met), figures.verdicts.met],
					[sum(kinds, (row) => row.notMet), figures.verdicts.notMet],
					[sum(kinds, (row) => row.provisional), figures.verdicts.provisional],
					[sum(communes, (row) => row.figures.reported), expected],
					[sum(communes, (row) => row.figures.verdicts.met), figures.verdicts.met],
					[sum(days, (row) => row.returned), expected],
					[days.at(-1)?.total, expected],
				])
					expect(part).toBe(whole);
				const list = async (filter: object) =>
					(await resultPage(ctx, campaign.id, "all", null, 50, { ...noFilter, ...filter })).rows;
				for (const { code, unmet } of criteria) expect(await list({ item: code })).toHaveLength(unmet);
				for (const { day, returned } of days) expect(await list({ day })).toHaveLength(returned);
				for (const { kind, ownership, recipients } of kinds)
					expect(await list({ kind, ownership })).toHaveLength(recipients);
				for (const { id, figures } of communes) expect(await list({ commune: id })).toHaveLength(figures.recipients);
				const heat = await heatMap(ctx, campaign.id, campaign.definition, 100);
				for (const [at, { code }] of heat.sections.entries()) {
					const own = criteria.filter((one) => one.code.startsWith(code));
					expect(sum(heat.rows, (row) => row.cells[at]?.unmet ?? 0)).toBe(sum(own, (one) => one.unmet));
				}
			}),
			{ numRuns: engine === "sqlite" ? 30 : 6 },
		);
	});

	test("a return sent late in the evening of UTC counts on the office's next day; days without any stand with none", async () => {
		const world = await buildWorld(engine);
		const campaign = await fiveSchools(world);
		await send(world, campaign, 0, "2026-11-17T16:59:59.000Z");
		await send(world, campaign, 1, "2026-11-17T17:00:00.000Z");
		await send(world, campaign, 2, "2026-11-27T01:00:00.000Z");
		const days = await returnDays(officerOf(world), { id: campaign.id, opens_on: "2026-11-16", due_on: "2026-11-25" });
		expect(days.map(({ day, returned, total }) => [day.slice(8), returned, total])).toEqual([
			["16", 0, 0],
			["17", 1, 1],
			["18", 1, 2],
			...["19", "20", "21", "22", "23", "24", "25", "26"].map((day) => [day, 0, 2]),
			["27", 1, 3],
		]);
	});

	test("the heat map has the worst first, those without a return not at all, and stops at its limit", async () => {
		const world = await buildWorld(engine);
		const campaign = await fiveSchools(world);
		const bad: Record<string, AnswerValue> = { "A.1": "unmet", "A.2": "unmet" };
		await send(world, campaign, 0, "2026-11-17T02:00:00.000Z");
		await send(world, campaign, 1, "2026-11-17T02:00:00.000Z", bad);
		await send(world, campaign, 2, "2026-11-17T02:00:00.000Z", { "A.2": "unmet" });
		const ctx = officerOf(world);
		const all = await heatMap(ctx, campaign.id, campaign.definition, 100);
		expect(all.sections.map(({ code }) => code)).toEqual(["A", "B"]);
		expect(all.rows.map(({ name, cells }) => [name, cells[0]])).toEqual([
			["Trường Mầm non Bình", { met: 0, unmet: 2 }],
			["Nhóm trẻ Cúc", { met: 1, unmet: 1 }],
			["Trường Mầm non An", { met: 2, unmet: 0 }],
		]);
		const two = await heatMap(ctx, campaign.id, campaign.definition, 2);
		expect(two.rows).toEqual(all.rows.slice(0, 2));
	});

	test("two rounds stand side by side with what changed most; the first round has nothing beside it", async () => {
		const world = await buildWorld(engine);
		const first = await fiveSchools(world, { title: "Đợt 1" });
		await send(world, first, 0, "2026-11-17T02:00:00.000Z", { "A.2": "unmet" });
		await send(world, first, 1, "2026-11-17T02:00:00.000Z", { "A.1": "unmet", "A.2": "unmet" });
		const schools = first.returns.map(({ school }) => school);
		const second = await buildCampaign(world, { schools, title: "Đợt 2" });
		await nextRound(world, first.id, second.id, "2026-11-24T03:00:00.000Z");
		await send(world, second, 0, "2026-11-24T04:00:00.000Z");
		await send(world, second, 1, "2026-11-24T04:00:00.000Z", { "A.1": "unmet" });
		const ctx = officerOf(world);
		const pair = await roundPair(ctx, second.id, second.definition);
		expect(pair?.before).toMatchObject({ id: first.id, title: "Đợt 1" });
		expect(pair?.shifts).toEqual([{ code: "A.2", text: "Cửa sổ có chấn song", before: 1000, now: 0 }]);
		expect(await roundPair(ctx, first.id, first.definition)).toBeNull();
	});

	test("a filter of rubbish finds nobody or is none, and never another office's schools", async () => {
		const world = await buildWorld(engine);
		const campaign = await fiveSchools(world);
		const { id } = await reportedCampaign(officerOf(world), campaign.id);
		const rows = async (query: string) =>
			(await resultPage(officerOf(world), id, "all", null, 50, filterFrom(new URLSearchParams(query)))).rows.length;
		expect(await rows("day=2026-13-45")).toBe(5);
		expect(await rows("commune=' or 1=1 --")).toBe(0);
		expect(await rows("item=constructor")).toBe(0);
		expect(await rows("kind=NTDL&ownership=cong_lap")).toBe(0);
		expect(await rows("kind=NTDL&ownership=tu_thuc")).toBe(1);
	});
});
