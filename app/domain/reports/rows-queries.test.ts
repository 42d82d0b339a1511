import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { cameraForm, cameras } from "#tests/support/build-figures.ts";
import { answer, buildCampaign, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { Ctx } from "../ctx.ts";
import { reviewReturn } from "../returns/review.ts";
import { submitReturn } from "../returns/submit.ts";
import { type DrawnLine, listPage, listRows, rosterRows } from "./rows-queries.ts";
import type { Cursor } from "./rules.ts";

async function sent(world: World) {
	const schools = [
		await buildSchool(world, { name: "Trường Mầm non An" }),
		await buildSchool(world, { name: "Trường Mầm non Bình" }),
		await buildSchool(world, { name: "Trường Mầm non Chi" }),
	];
	const campaign = await buildCampaign(world, { schools, form: cameraForm });
	const [an, binh] = campaign.returns;
	if (!an || !binh) throw new Error("two schools");
	await submitReturn(ctxFor(world, an.principal), an.returnId, {
		round: 1,
		operations: cameras([
			{ name: "3 tuổi A", area: "lop", eyes: 2, broken: 1, why: "Cháy nguồn" },
			{ name: "Sân chơi", area: "san", eyes: 1, broken: 0 },
			{ name: "3 tuổi B", area: "lop", eyes: 2, broken: 2 },
		]),
	});
	await submitReturn(ctxFor(world, binh.principal), binh.returnId, {
		round: 1,
		operations: cameras([{ name: "4 tuổi", area: "lop", eyes: 1, broken: 1 }], { "Q.4": "Thêm 2 mắt ở cổng" }),
	});
	return { ...campaign, an, binh };
}

async function all(rows: AsyncGenerator<DrawnLine[]>): Promise<DrawnLine[]> {
	const lines: DrawnLine[] = [];
	for await (const portion of rows) lines.push(...portion);
	return lines;
}

onEachEngine("lists drawn from returns", (engine) => {
	test("rows for which the list's condition holds, by school and row, from the latest sending", async () => {
		const world = await buildWorld(engine);
		const { id, an } = await sent(world);
		const broken = async () =>
			(await all(listRows(officerOf(world), id, "hong"))).map(({ school, title, answers }) => [
				school,
				title,
				answers["K.4"]?.value,
				answers["K.6"]?.value ?? null,
			]);
		expect(await broken()).toEqual([
			["Trường Mầm non An", "3 tuổi A", 1, "Cháy nguồn"],
			["Trường Mầm non An", "3 tuổi B", 2, null],
			["Trường Mầm non Bình", "4 tuổi", 1, null],
		]);
		await reviewReturn(officerOf(world), an.returnId, {
			round: 1,
			decision: "sent_back",
			remark: "",
			items: [{ item: "K.4", row: "r3", reason: "Xem lại" }],
		});
		await submitReturn(ctxFor(world, an.principal), an.returnId, {
			round: 2,
			operations: [answer("K.4", 0, { row: "r3", base: 999 })],
		});
		expect(await broken()).toEqual([
			["Trường Mầm non An", "3 tuổi A", 1, "Cháy nguồn"],
			["Trường Mầm non Bình", "4 tuổi", 1, null],
		]);
	});

	test("a list without a roster has one line a return", async () => {
		const world = await buildWorld(engine);
		const { id } = await sent(world);
		const needs = await all(listRows(officerOf(world), id, "nhu_cau"));
		expect(needs.map(({ school, row, answers }) => [school, row, answers["Q.4"]?.value])).toEqual([
			["Trường Mầm non Bình", "", "Thêm 2 mắt ở cổng"],
		]);
	});

	test("pages end at a school and follow one another without a gap", async () => {
		const world = await buildWorld(engine);
		const { id } = await sent(world);
		const pages: string[][] = [];
		let after: Cursor | null = null;
		do {
			const page: Awaited<ReturnType<typeof listPage>> = await listPage(officerOf(world), id, "hong", after, 1);
			pages.push(page.lines.map(({ title }) => title));
			after = page.next;
		} while (after);
		expect(pages).toEqual([["3 tuổi A", "3 tuổi B"], ["4 tuổi"]]);
	});

	test("a roster is told whole, every item of every row", async () => {
		const world = await buildWorld(engine);
		const { id } = await sent(world);
		const rows = await all(rosterRows(officerOf(world), id, "K"));
		expect(rows.map(({ row, title }) => [row, title])).toEqual([
			["r1", "3 tuổi A"],
			["r2", "Sân chơi"],
			["r3", "3 tuổi B"],
			["r1", "4 tuổi"],
		]);
		expect(rows[0]?.answers["K.5"]?.value).toBe(1);
	});

	test("single answers are not for readers, schools and other offices; unknown lists are not found", async () => {
		const world = await buildWorld(engine);
		const { id, an } = await sent(world);
		const other = await buildUnit(world.store, { level: "phong", code: "36366", name: "Khác", parent: world.province });
		const asked = (ctx: Ctx) => [
			() => listPage(ctx, id, "hong", null, 10),
			() => listRows(ctx, id, "hong").next(),
			() => rosterRows(ctx, id, "K").next(),
		];
		for (const ctx of [as(world, world.office, "reader"), ctxFor(world, an.principal)])
			for (const answer of asked(ctx)) await expect(answer()).rejects.toMatchObject({ body: { code: "forbidden" } });
		for (const answer of asked(as(world, other, "officer")))
			await expect(answer()).rejects.toMatchObject({ body: { code: "not_found" } });
		const officer = officerOf(world);
		for (const answer of [() => listPage(officer, id, "khac", null, 10), () => rosterRows(officer, id, "khac").next()])
			await expect(answer()).rejects.toMatchObject({ body: { code: "not_found" } });
	});
});
