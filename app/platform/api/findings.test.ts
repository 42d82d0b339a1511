import fc from "fast-check";
import { expect, test } from "vitest";
import { reviewReturn } from "#app/domain/returns/review.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { as, buildNeighbour, buildSchool, buildWorld, ctxFor, NOW, type World } from "#tests/support/build.ts";
import { buildKey } from "#tests/support/build-api.ts";
import { answer, type BuiltCampaign, buildCampaign, complete, officerOf } from "#tests/support/build-returns.ts";
import { openSite } from "#tests/support/http.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { type Key, resources } from "./resources.ts";

type Row = Record<string, unknown> & { id: string; item: string; state: string; changed_at: string };

const EARLIER = "2026-11-20T02:00:00.000Z";

const withMeasure = (item: string, due: string) =>
	answer(item, "unmet", {
		note: 'Gãy <b>hai</b> thanh\n=1+1 "nháy"',
		measure: { what: "Hàn lại", who: "Hiệu trưởng", due, superior: due === "2026-12-15", request: "Hỗ trợ 20 triệu" },
	});

/** Sends a return with these criteria unmet, due on these days; whatever round it is. */
async function send(world: World, campaign: BuiltCampaign, at: number, unmet: Record<string, string>, now = NOW) {
	const own = campaign.returns[at];
	if (!own) throw new Error("a return");
	const before = await world.store.read
		.selectFrom("return")
		.select(["state", "round", "revision"])
		.where("id", "=", own.returnId)
		.executeTakeFirst();
	const [round, base] = [before?.round ?? 0, before?.revision ?? 0];
	if (before?.state === "submitted")
		await reviewReturn(officerOf(world), own.returnId, { round, decision: "sent_back", remark: "Xem lại", items: [] });
	const operations = [
		...complete().filter(({ item }) => !(item in unmet)),
		...Object.entries(unmet).map(([item, due]) => withMeasure(item, due)),
	].map((operation) => ({ ...operation, base }));
	const sent = await submitReturn(ctxFor(world, own.principal, now), own.returnId, { round: round + 1, operations });
	expect(sent.outcome).toBe("submitted");
}

async function office(engine: "sqlite" | "postgres") {
	const world = await buildWorld(engine);
	const schools = [
		await buildSchool(world),
		await buildSchool(world),
		await buildSchool(world, { commune: world.communes[1] }),
	];
	const campaigns = [await buildCampaign(world, { schools }), await buildCampaign(world, { schools })] as const;
	const site = openSite(world);
	site.setNow(NOW);
	const headers = { authorization: `Bearer ${await buildKey(world)}` };
	const get = async (query = "") => {
		const answered = await site.request(`/api/v1/findings${query}`, { headers });
		return { status: answered.status, body: (await answered.json()) as { data: Row[]; next: string | null } };
	};
	return { world, campaigns, get };
}

onEachEngine("findings for programs", (engine) => {
	test("what a school does not meet, what it does about it and by when, as it wrote it; mended ones with their day", async () => {
		const { world, campaigns, get } = await office(engine);
		await send(world, campaigns[0], 0, { "A.1": "2026-12-15", "A.2": "2026-11-01" }, EARLIER);
		await send(world, campaigns[0], 0, { "A.1": "2026-12-15" });
		const { body } = await get();
		expect(body.next).toBeNull();
		expect(body.data.map(({ item, state }) => [item, state]).sort()).toEqual([
			["A.1", "open"],
			["A.2", "mended"],
		]);
		expect(body.data.find(({ item }) => item === "A.1")).toMatchObject({
			campaign_id: campaigns[0].id,
			return_id: campaigns[0].returns[0]?.returnId,
			school_id: campaigns[0].returns[0]?.school.id,
			item_text: "Lan can chắc chắn",
			row: null,
			mandatory: true,
			knockout: false,
			note: 'Gãy <b>hai</b> thanh\n=1+1 "nháy"',
			measure: "Hàn lại",
			measure_by: "Hiệu trưởng",
			measure_due: "2026-12-15",
			needs_superior: true,
			request: "Hỗ trợ 20 triệu",
			raised_at: EARLIER,
			mended_at: null,
			changed_at: NOW,
		});
		expect(body.data.find(({ item }) => item === "A.2")).toMatchObject({ mended_at: NOW, changed_at: NOW });
	});

	test("filters: state, due, commune, campaign, and what is new since", async () => {
		const { world, campaigns, get } = await office(engine);
		await send(world, campaigns[0], 0, { "A.1": "2026-11-01" }, EARLIER);
		await send(world, campaigns[1], 2, { "A.1": "2026-12-15", "A.2": "" });
		await send(world, campaigns[1], 0, { "A.2": "2026-11-24" }, EARLIER);
		await send(world, campaigns[1], 0, {});
		const found = async (query: string) =>
			(await get(query)).body.data
				.map(({ campaign_id, item }) => `${campaign_id === campaigns[0].id ? 0 : 1} ${item}`)
				.sort();
		expect(await found("")).toEqual(["0 A.1", "1 A.1", "1 A.2", "1 A.2"]);
		expect(await found("?state=open")).toEqual(["0 A.1", "1 A.1", "1 A.2"]);
		expect(await found("?state=mended")).toEqual(["1 A.2"]);
		expect(await found("?due=overdue")).toEqual(["0 A.1"]);
		expect(await found("?due=week&state=open")).toEqual([]);
		expect(await found("?due=week")).toEqual(["1 A.2"]);
		expect(await found("?due=later")).toEqual(["1 A.1"]);
		expect(await found("?due=none")).toEqual(["1 A.2"]);
		expect(await found("?commune=14197")).toEqual(["1 A.1", "1 A.2"]);
		expect(await found(`?campaign=${campaigns[0].id}`)).toEqual(["0 A.1"]);
		// Mended today, though it was raised before.
		expect(await found(`?changed_since=${NOW.slice(0, 10)}`)).toEqual(["1 A.1", "1 A.2", "1 A.2"]);
		expect(await found("?changed_since=2026-11-24")).toEqual([]);
		for (const wrong of ["?state=submitted", "?due=soon", "?campaign=x", "?kind=MN", "?cursor=e30"])
			expect([wrong, (await get(wrong)).status]).toEqual([wrong, 400]);
	});

	test("another office's findings are in no list and its campaign is not found, nor is a draft; who may not inspect is refused", async () => {
		const { world, campaigns, get } = await office(engine);
		await send(world, campaigns[0], 0, { "A.1": "2026-12-15" });
		const other = await buildNeighbour(world);
		const foreign = await buildCampaign(other, { schools: [await buildSchool(other)] });
		await send(other, foreign, 0, { "A.2": "2026-12-15" });
		const draft = await buildCampaign(world, { state: "draft" });
		expect((await get()).body.data.map(({ item }) => item)).toEqual(["A.1"]);
		for (const { id } of [foreign, draft]) expect((await get(`?campaign=${id}`)).status).toBe(404);
		const list = resources.find(({ name }) => name === "findings");
		if (!list?.list) throw new Error("a list");
		const school = as(world, campaigns[0].returns[0]?.school ?? world.office, "teacher");
		await expect(list.page(school, "", list.query.parse({}) as never, null)).rejects.toMatchObject({
			body: { code: "forbidden" },
		});
	});

	test("walking through all pages meets each once, over campaigns and schools, while others are sent", {
		timeout: 60_000,
	}, async () => {
		const { world, campaigns } = await office(engine);
		const list = resources.find(({ name }) => name === "findings");
		if (!list?.list) throw new Error("a list");
		for (const at of [0, 1, 2])
			for (const campaign of campaigns) await send(world, campaign, at, { "A.1": "2026-12-15", "A.2": "", "B.1": "" });
		const before = await world.store.read.selectFrom("finding").select("id").execute();
		expect(before).toHaveLength(18);
		const plan = fc.record({
			limit: fc.integer({ min: 1, max: 8 }),
			meanwhile: fc.array(fc.record({ campaign: fc.nat(1), at: fc.nat(2), mend: fc.boolean() }), { maxLength: 4 }),
		});
		await fc.assert(
			fc.asyncProperty(plan, async ({ limit, meanwhile }) => {
				const seen: string[] = [];
				const events = [...meanwhile];
				let after: Key | null = null;
				do {
					const place: Key | null = after && list.key.parse(JSON.parse(JSON.stringify(after)));
					const page = await list.page(officerOf(world), "", list.query.parse({ limit }) as never, place);
					seen.push(...(page.rows as Row[]).map(({ id }) => id));
					after = page.next;
					const event = events.shift();
					const campaign = event && campaigns[event.campaign];
					if (campaign) await send(world, campaign, event.at, event.mend ? {} : { "A.1": "2026-12-15", "B.1": "" });
				} while (after);
				expect([...seen].sort()).toEqual(before.map(({ id }) => id).sort());
			}),
			{ numRuns: engine === "sqlite" ? 15 : 5 },
		);
	});
});
