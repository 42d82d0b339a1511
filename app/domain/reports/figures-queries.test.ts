import fc from "fast-check";
import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { type CameraRow, cameraForm, cameras, nextRound } from "#tests/support/build-figures.ts";
import { type BuiltCampaign, buildCampaign, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { checkDefinition } from "../forms/check-definition.ts";
import { definition as definitionSchema } from "../forms/schema.ts";
import { Problem } from "../problem.ts";
import { reviewReturn } from "../returns/review.ts";
import { submitReturn } from "../returns/submit.ts";
import { groupOf, schoolGroups } from "../tallies/figures.ts";
import { adder } from "./figure-lines.ts";
import { allFigureRows, type FigureRow, figureRows, readRollUp } from "./figures-queries.ts";
import { type Cursor, changesOf } from "./rules.ts";
import type { FigureLine } from "./schema.ts";

const room = (name: string, eyes: number, broken = 0): CameraRow => ({ name, area: "lop", eyes, broken });

async function fourSchools(world: World): Promise<BuiltCampaign> {
	const schools = [
		await buildSchool(world, { name: "Trường Mầm non An" }),
		await buildSchool(world, { name: "Trường Mầm non Bình", ownership: "tu_thuc", commune: world.communes[1] }),
		await buildSchool(world, { name: "Nhóm trẻ Cúc", kind: "NTDL", ownership: "tu_thuc" }),
		await buildSchool(world, { name: "Trường Mầm non Dương", commune: world.communes[1] }),
	];
	return buildCampaign(world, { schools, form: cameraForm, dueOn: "2026-11-30" });
}

async function send(
	world: World,
	campaign: BuiltCampaign,
	at: number,
	operations: ReturnType<typeof cameras>,
	round = 1,
) {
	const target = campaign.returns[at];
	if (!target) throw new Error("no such school");
	const sent = await submitReturn(ctxFor(world, target.principal), target.returnId, { round, operations });
	expect(sent.outcome).toBe("submitted");
}

const totalIn = (line: FigureLine, code: string) => line.totals[code]?.value;

onEachEngine("roll-up of figures", (engine) => {
	test("totals, groups and communes tell who reported; whoever has not is in no total and is never zero", async () => {
		const world = await buildWorld(engine);
		const campaign = await fourSchools(world);
		await send(
			world,
			campaign,
			0,
			cameras([room("3 tuổi A", 2, 1), room("3 tuổi B", 1)], { "Q.3": 12.5, "Q.2": ["ns"] }),
		);
		await send(world, campaign, 1, cameras([room("4 tuổi", 3)], { "P.1": 1, "Q.1": "khong", "Q.3": 0.4 }));
		const { all, groups, communes, previous } = await readRollUp(officerOf(world), campaign.id);
		expect(all).toMatchObject({ recipients: 4, reported: 2 });
		expect(all.totals).toMatchObject({
			phong: { value: 5, known: 2 },
			phong_camera: { value: 3, known: 2 },
			ty_le: { value: 60, known: 2 },
			mat_lop: { value: 6 },
			hong: { value: 1 },
			quy_che: { value: 1 },
			chi_phi: { value: 12.9 },
			nguon: { value: null },
		});
		expect(all.lights.phu).toEqual({ green: 1, amber: 1, red: 0 });
		expect(groups.public).toMatchObject({ recipients: 2, reported: 1 });
		expect(groups.private).toMatchObject({ recipients: 1, reported: 1 });
		expect(groups.independent).toMatchObject({ recipients: 1, reported: 0 });
		for (const total of Object.values(groups.independent.totals)) expect(total).toEqual({ value: null, known: 0 });
		expect(communes.map(({ name, line }) => [name, line.reported, line.recipients, totalIn(line, "phong")])).toEqual([
			["Xã Giao An", 1, 2, 4],
			["Xã Giao Xuân", 1, 2, 1],
		]);
		expect(previous).toBeNull();
		const { rows } = await figureRows(officerOf(world), campaign.id, "all", null, 10);
		expect(rows.map(({ name, figures }) => [name, figures?.values.hong ?? null])).toEqual([
			["Nhóm trẻ Cúc", null],
			["Trường Mầm non An", 1],
			["Trường Mầm non Bình", 0],
			["Trường Mầm non Dương", null],
		]);
		const missing = await figureRows(officerOf(world), campaign.id, "not_returned", null, 10);
		expect(missing.rows.map(({ name }) => name)).toEqual(["Nhóm trẻ Cúc", "Trường Mầm non Dương"]);
	});

	test("the round before on the same template is set beside it, where both have the figure", async () => {
		const world = await buildWorld(engine);
		const first = await fourSchools(world);
		await send(world, first, 0, cameras([room("3 tuổi A", 1)]));
		const stranger = await buildCampaign(world, { form: cameraForm });
		const schools = first.returns.map(({ school }) => school);
		const [, dropped, ...figures] = cameraForm.figures;
		const second = await buildCampaign(world, { schools, form: { ...cameraForm, figures } });
		await nextRound(world, first.id, second.id, "2026-11-24T03:00:00.000Z");
		await send(world, second, 0, cameras([room("3 tuổi A", 2), room("3 tuổi B", 2)]));
		const { previous, all } = await readRollUp(officerOf(world), second.id);
		expect(previous).toMatchObject({ id: first.id, all: { reported: 1, recipients: 4 } });
		expect(previous?.codes).toEqual(["ty_le", "mat_lop", "mat_san", "hong", "quy_che", "chi_phi"]);
		expect(previous?.codes).not.toContain(dropped?.code);
		if (!previous) throw new Error("there is a round before");
		const changes = changesOf(previous.codes, previous.all, all);
		expect(changes).toContainEqual({
			code: "ty_le",
			before: { value: 25, known: 1 },
			now: { value: 50, known: 1 },
			by: 25,
		});
		expect(changes).toContainEqual({
			code: "chi_phi",
			before: { value: null, known: 0 },
			now: { value: null, known: 0 },
			by: null,
		});
		expect((await readRollUp(officerOf(world), stranger.id)).previous).toBeNull();
		expect((await readRollUp(officerOf(world), first.id)).previous).toBeNull();
	});

	test("totals equal a recount of the rows, the sum over communes and over groups, after any order of steps", {
		timeout: 120_000,
	}, async () => {
		let sent = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
				const world = await buildWorld(engine);
				const campaign = await fourSchools(world);
				for (const one of steps) sent += await take(world, campaign, one);
				const rollUp = await readRollUp(officerOf(world), campaign.id);
				const rows = await everyRow(world, campaign.id);
				expect(rows).toHaveLength(4);
				const recounted = adder(campaign.definition);
				for (const row of rows) recounted.add(groupOf(row), row, row.figures);
				expect(rollUp.all).toEqual(recounted.line());
				for (const group of schoolGroups) expect(rollUp.groups[group]).toEqual(recounted.line([group]));
				expectSums(
					rollUp.all,
					rollUp.communes.map(({ line }) => line),
				);
				expectSums(rollUp.all, Object.values(rollUp.groups));
				for (const { code, type } of campaign.definition.figures) {
					// Counted here without any code of the roll-up.
					const told = rows.flatMap((row) => row.figures?.values[code] ?? []).filter((one) => typeof one === "number");
					const value = totalIn(rollUp.all, code) ?? null;
					if (type === "sum" || type === "yes") {
						const tenths = told.reduce((sum, one) => sum + Math.round(one * 10), 0);
						expect(value).toBe(told.length === 0 ? null : tenths / 10);
					}
					if (type === "share" && value !== null) {
						expect(value).toBeGreaterThanOrEqual(0);
						expect(value).toBeLessThanOrEqual(100);
					}
				}
			}),
			{ numRuns: engine === "sqlite" ? 40 : 8 },
		);
		expect(sent).toBeGreaterThan(0);
	});

	test("another office does not find it, a school may not ask, a reader may", async () => {
		const world = await buildWorld(engine);
		const { id, returns } = await fourSchools(world);
		const other = await buildUnit(world.store, { level: "phong", code: "36366", name: "Khác", parent: world.province });
		const [own] = returns;
		if (!own) throw new Error("a school");
		const asked = (ctx: Parameters<typeof readRollUp>[0]) => [
			() => readRollUp(ctx, id),
			() => figureRows(ctx, id, "all", null, 5),
			() => allFigureRows(ctx, id, "all").next(),
		];
		for (const answer of asked(as(world, other, "officer")))
			await expect(answer()).rejects.toMatchObject({ body: { code: "not_found" } });
		for (const answer of asked(ctxFor(world, own.principal)))
			await expect(answer()).rejects.toMatchObject({ body: { code: "forbidden" } });
		for (const answer of asked(as(world, world.office, "reader"))) await answer();
	});
});

test("the form of these tests is one that could be published", () => {
	expect(checkDefinition(buildForm()).filter(({ severity }) => severity === "error")).toEqual([]);
});

function buildForm() {
	return definitionSchema.parse(cameraForm);
}

const step = fc.record({
	school: fc.nat(3),
	act: fc.oneof(
		{
			weight: 3,
			arbitrary: fc.record({
				kind: fc.constant("send" as const),
				round: fc.integer({ min: 1, max: 3 }),
				rooms: fc.integer({ min: 0, max: 6 }),
				rows: fc.array(
					fc.record({
						area: fc.constantFrom("lop" as const, "san" as const),
						eyes: fc.nat(9),
						broken: fc.nat(12),
					}),
					{ maxLength: 4 },
				),
				cost: fc.option(fc.nat(400).map((tenths) => tenths / 10)),
			}),
		},
		{
			weight: 2,
			arbitrary: fc.record({ kind: fc.constant("send_back" as const), round: fc.integer({ min: 1, max: 2 }) }),
		},
		{
			weight: 1,
			arbitrary: fc.record({ kind: fc.constant("accept" as const), round: fc.integer({ min: 1, max: 2 }) }),
		},
	),
});

/** One step, sensible or not; 1 when something was sent. */
async function take(
	world: World,
	campaign: BuiltCampaign,
	{ school, act }: typeof step extends fc.Arbitrary<infer S> ? S : never,
): Promise<number> {
	const target = campaign.returns[school];
	if (!target) return 0;
	try {
		if (act.kind === "send") {
			const rows = act.rows.map((row, at) => ({ name: `Khu ${at + 1}`, ...row }));
			const operations = cameras(rows, { "P.1": act.rooms, "Q.3": act.cost }, 999);
			const ctx = ctxFor(world, target.principal);
			const { outcome } = await submitReturn(ctx, target.returnId, { round: act.round, operations });
			return outcome === "submitted" ? 1 : 0;
		}
		await reviewReturn(officerOf(world), target.returnId, {
			round: act.round,
			decision: act.kind === "accept" ? "accepted" : "sent_back",
			remark: act.kind === "accept" ? "" : "Kiểm tra lại",
			items: [],
		});
	} catch (thrown) {
		if (!(thrown instanceof Problem)) throw thrown;
	}
	return 0;
}

/** Page by page, so that a row that stands on two pages or none shows. */
async function everyRow(world: World, campaignId: string): Promise<FigureRow[]> {
	const rows: FigureRow[] = [];
	let after: Cursor | null = null;
	do {
		const page: Awaited<ReturnType<typeof figureRows>> = await figureRows(
			officerOf(world),
			campaignId,
			"all",
			after,
			2,
		);
		rows.push(...page.rows);
		after = page.next;
	} while (after);
	return rows;
}

function expectSums(all: FigureLine, parts: readonly FigureLine[]): void {
	const sum = (of: (line: FigureLine) => number) => parts.reduce((total, line) => total + of(line), 0);
	expect(sum((line) => line.recipients)).toBe(all.recipients);
	expect(sum((line) => line.reported)).toBe(all.reported);
	for (const { code, type } of cameraForm.figures) {
		expect(sum((line) => line.totals[code]?.known ?? 0)).toBe(all.totals[code]?.known);
		if (type === "share" || type === "text") continue;
		expect(sum((line) => totalIn(line, code) ?? 0)).toBeCloseTo(totalIn(all, code) ?? 0, 6);
	}
	for (const colour of ["green", "amber", "red"] as const)
		expect(sum((line) => line.lights.phu?.[colour] ?? 0)).toBe(all.lights.phu?.[colour]);
}
