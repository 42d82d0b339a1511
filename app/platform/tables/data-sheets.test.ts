import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answers } from "#app/domain/forms/schema.ts";
import { countSent, dataFilterFrom, sentReturns } from "#app/domain/reports/data-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { reviewReturn } from "#app/domain/returns/review.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { as, buildSchool, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { cameraForm, cameras } from "#tests/support/build-figures.ts";
import { answer, type BuiltCampaign, buildCampaign, complete, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { csvStream } from "./csv.ts";
import { longCsv, wideCsv } from "./data-csv.ts";
import { codeBookSheet, longSheet, wideSheet } from "./data-sheets.ts";
import { xlsxStream } from "./xlsx.ts";

const everything = dataFilterFrom(new URLSearchParams());
const counted = (n: number) => `Tổng số dòng: ${n}`;
const rowsIn = (bytes: Buffer) => parse(bytes, { bom: true, record_delimiter: "\r\n" }) as string[][];

async function send(
	world: World,
	campaign: BuiltCampaign,
	at: number,
	operations: ReturnType<typeof complete>,
	now?: string,
) {
	const target = campaign.returns[at];
	if (!target) throw new Error("no such school");
	await submitReturn(ctxFor(world, target.principal, now), target.returnId, { round: 1, operations });
}

onEachEngine("whole data", (engine) => {
	test("the long file has a line for every answer sent, rows of rosters included, whatever was written in them", {
		timeout: 60_000,
	}, async () => {
		const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== "");
		const room = fc.record({
			name: fc.oneof(name, fc.constantFrom("=1+1", '+"x"', "a,b\nc", "@SUM(1)", " -2")),
			area: fc.constantFrom("lop" as const, "san" as const),
			eyes: fc.nat(9),
			broken: fc.constant(0),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(fc.array(room, { maxLength: 4 }), { minLength: 1, maxLength: 3 }), async (plan) => {
				const world = await buildWorld(engine);
				const schools = [];
				for (const _ of plan) schools.push(await buildSchool(world));
				const built = await buildCampaign(world, { schools, form: cameraForm });
				for (const [at, rooms] of plan.entries())
					await send(world, built, at, cameras(rooms.map((one, n) => ({ ...one, name: `${one.name} ${n}` }))));
				const ctx = officerOf(world);
				const campaign = await reportedCampaign(ctx, built.id);
				const quick = await buffer(longCsv(ctx, campaign, everything, counted));
				const plain = await buffer(csvStream(longSheet(ctx, campaign, everything), counted));
				expect(quick.toString("utf8")).toBe(plain.toString("utf8"));
				const wide = await buffer(wideCsv(ctx, campaign, everything, counted));
				expect(wide).toEqual(await buffer(csvStream(wideSheet(ctx, campaign, everything), counted)));
				const sent = await world.store.read.selectFrom("submission").select("answers").execute();
				const places = (answers: Answers) =>
					Object.keys(answers).filter(
						(key) => !campaign.definition.sections.some((s) => s.roster?.code === key.split("#")[0]),
					);
				const answers = sent.reduce((sum, row) => sum + places(JSON.parse(row.answers)).length, 0);
				const rows = rowsIn(quick);
				expect(rows.at(-1)?.[0]).toBe(counted(answers));
				expect(rows).toHaveLength(answers + 2);
				for (const cell of rows.flat())
					expect(/^\s*[=+@]/.test(cell) || (/^\s*-/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell))).toBe(false);
			}),
			{ numRuns: engine === "sqlite" ? 25 : 4 },
		);
	});

	test("the wide file has a line for every return that was sent, in codes and in words", async () => {
		const world = await buildWorld(engine);
		const schools = [
			await buildSchool(world, { name: "=Trường A" }),
			await buildSchool(world),
			await buildSchool(world),
		];
		const built = await buildCampaign(world, { schools });
		await send(world, built, 0, complete({ "A.2": "unmet" }));
		await send(world, built, 1, [...complete(), answer("B.3", "=HYPERLINK(1)")]);
		const ctx = officerOf(world);
		const campaign = await reportedCampaign(ctx, built.id);
		const bytes = await buffer(wideCsv(ctx, campaign, everything, counted));
		expect(bytes).toEqual(await buffer(csvStream(wideSheet(ctx, campaign, everything), counted)));
		for (const locale of ["vi", "en"] as const) {
			const quick = await buffer(longCsv({ ...ctx, locale }, campaign, everything, counted));
			expect(quick).toEqual(await buffer(csvStream(longSheet({ ...ctx, locale }, campaign, everything), counted)));
		}
		const rows = rowsIn(bytes);
		const [head = []] = rows;
		const column = (label: string) => head.findIndex((one) => one.startsWith(label));
		const cells = (label: string) => rows.slice(1, -1).map((row) => row[column(label)]);
		expect(rows.at(-1)?.[0]).toBe(counted(2));
		expect(cells("A.2 Cửa sổ")).toEqual(expect.arrayContaining(["met", "unmet"]));
		expect(cells("A.2 (chữ)")).toEqual(expect.arrayContaining(["Đạt", "Chưa đạt"]));
		expect(cells("B.3")).toContain("'=HYPERLINK(1)");
		expect(cells("Đơn vị")).toContain("'=Trường A");
		expect(cells("B.4")).toEqual(["24", "24"]);
		expect(new Set(cells("Mã phiếu"))).toEqual(new Set(built.returns.slice(0, 2).map(({ returnId }) => returnId)));
	});

	test("the workbook opens with typed cells and its code book", async () => {
		const world = await buildWorld(engine);
		const built = await buildCampaign(world);
		await send(world, built, 0, complete());
		const ctx = officerOf(world);
		const campaign = await reportedCampaign(ctx, built.id);
		const bytes = await buffer(
			xlsxStream([wideSheet(ctx, campaign, everything), codeBookSheet(ctx, campaign)], counted, (error) => {
				throw error;
			}),
		);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(bytes as never);
		const [data, codes] = workbook.worksheets;
		const head = data?.getRow(5).values as string[];
		expect(data?.getRow(6).getCell(head.findIndex((one) => one?.startsWith("B.2"))).value).toBe(12);
		expect(codes?.getRow(6).getCell(4).value).toBe("met = Đạt; unmet = Chưa đạt; na = Không áp dụng");
	});

	test("commune, state and changed-since take what they say; rubbish takes everything", async () => {
		const world = await buildWorld(engine);
		const commune = world.communes[1];
		const schools = [await buildSchool(world), await buildSchool(world, { commune }), await buildSchool(world)];
		const built = await buildCampaign(world, { schools });
		await send(world, built, 0, complete(), "2026-11-17T16:59:59.000Z");
		await send(world, built, 1, complete(), "2026-11-17T17:00:00.000Z");
		await send(world, built, 2, complete(), "2026-11-16T02:00:00.000Z");
		const [first] = built.returns;
		if (!first) throw new Error("a return");
		const reviewer = { ...officerOf(world), now: "2026-11-20T02:00:00.000Z" };
		await reviewReturn(reviewer, first.returnId, { round: 1, decision: "accepted", remark: "", items: [] });
		const ctx = officerOf(world);
		const taken = async (query: string) => {
			const filter = dataFilterFrom(new URLSearchParams(query));
			const found: string[] = [];
			for await (const portion of sentReturns(ctx, built.id, filter))
				found.push(...portion.map((one) => one.return_id));
			expect(await countSent(ctx, built.id, filter)).toBe(found.length);
			return found.map((id) => built.returns.findIndex(({ returnId }) => returnId === id)).sort();
		};
		expect(await taken(`commune=${commune.id}`)).toEqual([1]);
		expect(await taken("state=accepted")).toEqual([0]);
		expect(await taken("since=2026-11-18")).toEqual([0, 1]);
		expect(await taken("since=2026-11-20T02:00:00.001Z")).toEqual([]);
		expect(await taken("since=2026-11-20T02:00:00.000Z")).toEqual([0]);
		expect(await taken("state=%27&since=2026-99-99&commune=x")).toEqual([0, 1, 2]);
	});

	test("single answers are not for readers nor for schools", async () => {
		const world = await buildWorld(engine);
		const built = await buildCampaign(world);
		const [own] = built.returns;
		if (!own) throw new Error("a school");
		for (const ctx of [as(world, world.office, "reader"), ctxFor(world, own.principal)]) {
			await expect(countSent(ctx, built.id, everything)).rejects.toMatchObject({ body: { code: "forbidden" } });
			await expect(sentReturns(ctx, built.id, everything).next()).rejects.toMatchObject({
				body: { code: "forbidden" },
			});
		}
	});
});
