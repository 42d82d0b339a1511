import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { buildCampaign, complete, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { newId } from "../id.ts";
import { reviewReturn } from "../returns/review.ts";
import { submitReturn } from "../returns/submit.ts";
import { measureCounts, officeOverview } from "./overview-queries.ts";
import { campaignResults, figuresByCommune, reportedCampaign, resultPage, resultRows } from "./queries.ts";

/** Four schools: one safe and accepted, one failed and late, one safe and waiting, one that never returned. */
async function fourSchools(world: World) {
	const second = world.communes[1];
	const schools = [
		await buildSchool(world, { name: "Trường Mầm non An" }),
		await buildSchool(world, { name: "Trường Mầm non Bình" }),
		await buildSchool(world, { name: "Trường Mầm non Châu", commune: second }),
		await buildSchool(world, { name: "Trường Mầm non Dương", commune: second }),
	];
	const campaign = await buildCampaign(world, { schools, dueOn: "2026-11-25" });
	const [safe, failed, waiting] = campaign.returns;
	if (!safe || !failed || !waiting) throw new Error("a return for each school");
	const send = (of: typeof safe, answers: ReturnType<typeof complete>, now?: string) =>
		submitReturn(ctxFor(world, of.principal, now), of.returnId, { round: 1, operations: answers, deviceAt: null });
	await send(safe, complete());
	await send(failed, complete({ "A.1": "unmet" }), "2026-11-28T02:00:00.000Z");
	await send(waiting, complete());
	await reviewReturn(officerOf(world), safe.returnId, { round: 1, decision: "accepted", remark: "", items: [] });
	return campaign;
}

onEachEngine("results of a campaign", (engine) => {
	test("figures, failed criteria and communes tell what happened", async () => {
		const world = await buildWorld(engine);
		const { id } = await fourSchools(world);
		const ctx = officerOf(world);
		const campaign = await reportedCampaign(ctx, id);
		const { figures, criteria, findings } = await campaignResults(ctx, id, campaign.definition);
		expect(figures).toMatchObject({
			recipients: 4,
			reported: 3,
			onTime: 2,
			late: 1,
			accepted: 1,
			submitted: 2,
			notStarted: 1,
			reportingRate: 750,
			onTimeRate: 500,
			verdicts: { met: 2, notMet: 1, provisional: 0, none: 0 },
		});
		expect(criteria).toMatchObject([{ code: "A.1", mandatory: true, unmet: 1, applicable: 3, rate: 333 }]);
		expect(findings.open).toBe(1);
		const { communes, count } = await figuresByCommune(ctx, id);
		expect(count).toBe(communes.length);
		expect(communes.map(({ name, figures: f }) => [name, f.reported, f.recipients])).toEqual([
			["Xã Giao An", 2, 2],
			["Xã Giao Xuân", 1, 2],
		]);
		const slowest = await figuresByCommune(ctx, id, { whole: 1, slowest: 1 });
		expect(slowest).toMatchObject({ count: 2, communes: [{ name: "Xã Giao Xuân", figures: { reported: 1 } }] });
	});

	test("lists hold exactly their schools, with the reason of each that failed", async () => {
		const world = await buildWorld(engine);
		const { id } = await fourSchools(world);
		const ctx = officerOf(world);
		const names = async (selection: Parameters<typeof resultPage>[2]) =>
			(await resultPage(ctx, id, selection, null, 50)).rows.map((row) => row.name.split(" ").at(-1));
		expect(await names("all")).toEqual(["An", "Bình", "Châu", "Dương"]);
		expect(await names("met")).toEqual(["An", "Châu"]);
		expect(await names("not_met")).toEqual(["Bình"]);
		expect(await names("late")).toEqual(["Bình"]);
		expect(await names("not_returned")).toEqual(["Dương"]);
		const [failed] = (await resultPage(ctx, id, "not_met", null, 50)).rows;
		expect(JSON.parse(failed?.reasons ?? "[]")).toContainEqual({ code: "mandatory_unmet", items: ["A.1"] });
	});

	test("pages follow one another without a gap, and the walk reads every row once", async () => {
		const world = await buildWorld(engine);
		const { id } = await fourSchools(world);
		const ctx = officerOf(world);
		const first = await resultPage(ctx, id, "all", null, 3);
		const second = await resultPage(ctx, id, "all", first.next, 3);
		expect([...first.rows, ...second.rows].map((row) => row.school_id)).toHaveLength(4);
		expect(second.next).toBeNull();
		const walked: string[] = [];
		for await (const portion of resultRows(ctx, id, "all")) walked.push(...portion.map((row) => row.school_id));
		expect(new Set(walked).size).toBe(4);
	});

	test("another office does not find the campaign, a school may not ask, rubbish is not found", async () => {
		const world = await buildWorld(engine);
		const { id, returns } = await fourSchools(world);
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		await expect(reportedCampaign(as(world, other, "officer"), id)).rejects.toMatchObject({
			body: { code: "not_found" },
		});
		await expect(reportedCampaign(officerOf(world), newId())).rejects.toMatchObject({ body: { code: "not_found" } });
		await expect(reportedCampaign(officerOf(world), "x' or 1=1")).rejects.toMatchObject({
			body: { code: "not_found" },
		});
		const school = returns[0]?.school;
		if (!school) throw new Error("a school");
		await expect(reportedCampaign(as(world, school, "principal"), id)).rejects.toMatchObject({
			body: { code: "forbidden" },
		});
	});

	test("the overview sums up what is open and refuses a school", async () => {
		const world = await buildWorld(engine);
		const { id, returns } = await fourSchools(world);
		const reader = as(world, world.office, "reader");
		const { open, closed, late } = await officeOverview(reader);
		expect(open).toMatchObject([{ id, figures: { reported: 3, recipients: 4, submitted: 2 } }]);
		expect(closed).toEqual([]);
		expect(late).toEqual({ campaigns: [], rows: [], total: 0 });
		expect((await measureCounts(reader)).reduce((sum, count) => sum + count.open, 0)).toBe(1);
		const school = returns[0]?.school;
		if (!school) throw new Error("a school");
		await expect(officeOverview(as(world, school, "principal"))).rejects.toMatchObject({ body: { code: "forbidden" } });
	});
});
