import { describe, expect, test } from "vitest";
import { as, buildSchool, buildWorld, type World } from "#tests/support/build.ts";
import { buildDirective } from "#tests/support/build-campaigns.ts";
import {
	checkedReport,
	issue,
	period,
	reportedLetter,
	send,
	serve,
	writtenReport,
} from "#tests/support/build-reports.ts";
import { buildCampaign } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { Ctx } from "../ctx.ts";
import { acceptFigures, redraftBlock, saveBlock } from "./blocks.ts";
import { checkReport, draftReport } from "./commands.ts";
import { readReport, saidIn, whatChanged } from "./queries.ts";
import { dated, FIGURES_ON, figuresOn, filled, movedIn } from "./rules.ts";
import type { ReportBlock } from "./schema.ts";
import { loadReport } from "./versions.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });

/** The same officer on a later day. */
const on = (ctx: Ctx, day: string): Ctx => ({ ...ctx, today: day, now: `${day}T03:00:00.000Z` });

/** What the page and its files say of a report on a day. */
async function told(ctx: Ctx, id: string) {
	const { version, standing } = await readReport(ctx, id);
	const said = saidIn(version, standing);
	const opening = version.content.blocks.find((block) => block.id === "opening")?.text ?? "";
	return {
		day: said[FIGURES_ON]?.text,
		opening: filled(opening, said),
		moved: (await whatChanged(ctx, version, standing)).moved.map(({ key }) => key),
		after: standing?.afterPeriod,
	};
}

describe("the day of the figures", () => {
	const block = (text: string): ReportBlock => ({
		id: "a",
		part: "next",
		task: null,
		heading: "",
		text,
		drafted: "",
		revision: 0,
	});
	const of = (day: string, reported: string) => ({
		[FIGURES_ON]: { text: day, value: null },
		"d1.da-nop": { text: reported, value: Number(reported) },
	});
	const content = { blocks: [block("Đến ngày {{so-lieu-den}} có {{d1.da-nop}}")] };

	test("that went by is no figure that moved, and is said as today's; with a figure that moved it stays", () => {
		const kept = of("23/11/2026", "3");
		expect(movedIn("{{so-lieu-den}} {{d1.da-nop}}", kept, of("24/11/2026", "3"))).toEqual([]);
		expect(dated(content, kept, of("24/11/2026", "3"))).toEqual(of("24/11/2026", "3"));
		expect(dated(content, kept, of("24/11/2026", "4"))).toEqual(kept);
		expect(dated(content, kept, {})).toEqual(kept);
	});

	test("is a day where a text tells it, and none where nobody does", () => {
		expect(figuresOn(content, of("05/11/2026", "3"))).toBe("2026-11-05");
		expect(figuresOn({ blocks: [block("Có {{d1.da-nop}}")] }, of("05/11/2026", "3"))).toBeNull();
	});
});

onEachEngine("the day of a report's figures", (engine) => {
	test("goes along while nothing moves, stays with the old figures, and comes back with the last of the new", async () => {
		const world = await buildWorld(engine);
		const { directiveId, campaign, officer } = await reportedLetter(world);
		const id = await writtenReport(officer, directiveId);
		await saveBlock(officer, id, { blockId: "next", base: 1, text: "Còn {{d1.chua-nop}} cơ sở." });
		expect((await told(officer, id)).opening).toContain(
			"từ ngày 01/06/2026 đến ngày 30/11/2026 (số liệu tính đến ngày 23/11/2026) như sau:",
		);
		const next = on(officer, "2026-11-24");
		expect(await told(next, id)).toMatchObject({ day: "24/11/2026", moved: [] });
		await send(world, campaign, 3, {}, "2026-11-24T02:00:00.000Z");
		const stale = await told(next, id);
		expect(stale.day).toBe("23/11/2026");
		expect(stale.moved).toContain("d1.da-nop");
		expect(stale.moved).not.toContain(FIGURES_ON);
		// The opening drafted again over figures that are not of today says their day, not today's.
		await redraftBlock(next, id, { blockId: "opening", base: 0 });
		expect((await told(next, id)).opening).toContain("tính đến ngày 23/11/2026");
		await acceptFigures(next, id, "next");
		expect((await told(next, id)).day).toBe("23/11/2026");
		await acceptFigures(next, id, null);
		expect(await told(next, id)).toMatchObject({ day: "24/11/2026", moved: [] });
		const { content, kept } = await loadReport(next, id);
		expect(figuresOn(content, kept)).toBe("2026-11-24");
	});

	test("is that of issue, for good; a paper cannot be of a day before its figures were taken", async () => {
		const world = await buildWorld(engine);
		const { directiveId, campaign, officer } = await reportedLetter(world);
		const id = await checkedReport(officer, directiveId);
		const later = on(officer, "2026-11-27");
		await expect(issue(later, id, { issuedOn: "2026-11-22" })).rejects.toEqual(refused("report_before_figures"));
		// Signed on the 25th, entered on the 27th: nothing has moved from the day of drafting to now.
		await issue(later, id, { issuedOn: "2026-11-25" });
		await send(world, campaign, 3, {});
		const last = on(officer, "2026-11-29");
		expect(await told(last, id)).toMatchObject({ day: "25/11/2026", moved: [], after: undefined });
		expect((await told(last, id)).opening).toContain("tính đến ngày 25/11/2026");
	});

	test("is nobody's business where people wrote it by hand", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world);
		const id = await writtenReport(officer, directiveId);
		await saveBlock(officer, id, { blockId: "opening", base: 0, text: "Số liệu đến ngày 20/11/2026." });
		await checkReport(officer, id);
		await issue(officer, id, { issuedOn: "2026-11-20" });
		expect((await told(officer, id)).opening).toBe("Số liệu đến ngày 20/11/2026.");
	});
});

/** A campaign of the letter that ran until the 30th, with so many returns sent on the days named. */
async function round(world: World, taskId: string, title: string, days: readonly string[]) {
	const schools = [];
	for (const at of days.keys()) schools.push(await buildSchool(world, { name: `Trường ${title} ${at}` }));
	const campaign = await buildCampaign(world, { title, schools, dueOn: "2026-11-28" });
	await serve(world, campaign.id, taskId);
	for (const [at, day] of days.entries()) await send(world, campaign, at, {}, `${day}:00:00.000Z`);
	return campaign;
}

// By the clock of Việt Nam: 17:00 UTC is midnight.
const [lastHour, nextDay] = ["2026-11-30T16", "2026-11-30T17"];

onEachEngine("returns after the period", (engine) => {
	test.each([
		["none", [lastHour, lastHour], []],
		["one", [lastHour, nextDay], [["A", 1]]],
		["many", [nextDay, nextDay, "2026-12-02T03", lastHour], [["A", 3]]],
	] as const)("%s: counted by the office's day, said on the page and in a fresh opening", async (_, days, wanted) => {
		const world = await buildWorld(engine);
		const { id: directiveId, taskIds } = await buildDirective(world);
		await round(world, taskIds[0] ?? "", "A", days);
		const officer = on(as(world, world.office, "officer"), "2026-12-03");
		const id = await draftReport(officer, { directiveId, ...period });
		const { opening, after } = await told(officer, id);
		const many = wanted[0]?.[1] ?? 0;
		expect(after).toMatchObject({ schools: many, campaigns: wanted.map(([title, schools]) => ({ title, schools })) });
		const says = many > 0 ? `, gồm cả báo cáo của ${many} cơ sở giáo dục nộp sau ngày hết kỳ` : "";
		expect(opening).toContain(`(số liệu tính đến ngày 03/12/2026${says}) như sau:`);
	});

	test("by campaign of the own office; a report that is written within its period has none", async () => {
		const world = await buildWorld(engine);
		const { id: directiveId, taskIds } = await buildDirective(world);
		await round(world, taskIds[0] ?? "", "A", [nextDay, lastHour]);
		await round(world, taskIds[0] ?? "", "B", [nextDay, nextDay]);
		await round(world, taskIds[0] ?? "", "C", [lastHour]);
		// Of a campaign that serves no task of the letter nothing is told.
		const stranger = await buildCampaign(world, { title: "D", dueOn: "2026-11-28" });
		await send(world, stranger, 0, {}, `${nextDay}:00:00.000Z`);
		const officer = as(world, world.office, "officer");
		const id = await draftReport(officer, { directiveId, ...period });
		expect((await told(on(officer, "2026-12-01"), id)).after).toMatchObject({
			schools: 3,
			campaigns: [
				{ title: "A", schools: 1 },
				{ title: "B", schools: 2 },
			],
		});
		expect((await told(on(officer, "2026-11-30"), id)).after).toEqual({ schools: 0, campaigns: [] });
	});
});
