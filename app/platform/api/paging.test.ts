import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ctx } from "#app/domain/ctx.ts";
import { reviewReturn } from "#app/domain/returns/review.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { buildSchool, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { cameraForm, cameras } from "#tests/support/build-figures.ts";
import { type BuiltCampaign, buildCampaign, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { type Key, resources } from "./resources.ts";

type Row = Record<string, unknown>;

const SCHOOLS = 5;

/** Walks a list page by page; `between` happens before each further page. */
async function walk(ctx: Ctx, name: string, id: string, limit: number, between: () => Promise<void>): Promise<Row[]> {
	const resource = resources.find((one) => one.name === name);
	if (!resource?.list) throw new Error(`no list ${name}`);
	const rows: Row[] = [];
	let after: Key | null = null;
	for (;;) {
		const query = resource.query.parse({ limit }) as never;
		// As it comes back from outside.
		const place: Key | null = after && resource.key.parse(JSON.parse(JSON.stringify(after)));
		const page = await resource.page(ctx, id, query, place);
		expect(page.rows.length).toBeLessThanOrEqual(limit);
		if (page.next) expect(page.rows).toHaveLength(limit);
		rows.push(...(page.rows as Row[]));
		if (!page.next) return rows;
		after = page.next;
		await between();
	}
}

/** Something that happens in the office meanwhile: a return is sent, or sent back and sent anew with other rooms. */
type Event = { is: "send" | "accept" | "rename"; school: number; rooms: number };

const event: fc.Arbitrary<Event> = fc.record({
	is: fc.constantFrom("send", "send", "send", "accept", "rename"),
	school: fc.nat(SCHOOLS - 1),
	rooms: fc.nat(4),
});

const rooms = (count: number, base: number) => {
	const all = Array.from({ length: count }, (_, n) => ({
		name: `Phòng ${n}`,
		area: "lop" as const,
		eyes: n,
		broken: 0,
	}));
	return cameras(all, {}, base);
};

async function happen(world: World, campaign: BuiltCampaign, { is, school, rooms: count }: Event): Promise<void> {
	const target = campaign.returns[school];
	if (!target) throw new Error("no such school");
	const { state, round, revision } = (await world.store.read
		.selectFrom("return")
		.select(["state", "round", "revision"])
		.where("id", "=", target.returnId)
		.executeTakeFirst()) ?? { state: "draft", round: 0, revision: 0 };
	const review = (decision: "accepted" | "sent_back") =>
		reviewReturn(officerOf(world), target.returnId, { round, decision, remark: "Xem lại", items: [] });
	if (is === "rename") {
		const name = `Trường đổi tên ${count}`;
		await world.store.read.updateTable("unit").set({ name, search: name }).where("id", "=", target.school.id).execute();
	} else if (is === "accept") {
		if (state === "submitted") await review("accepted");
	} else if (state !== "accepted") {
		if (state === "submitted") await review("sent_back");
		const sent = { round: round + 1, operations: rooms(count, revision) };
		await submitReturn(ctxFor(world, target.principal), target.returnId, sent);
	}
}

onEachEngine("pages of programs", (engine) => {
	test("walking through all pages meets everything once, whatever happens meanwhile", {
		timeout: 120_000,
	}, async () => {
		const plan = fc.record({
			before: fc.array(event, { maxLength: 12 }),
			meanwhile: fc.array(event, { maxLength: 12 }),
			limit: fc.integer({ min: 1, max: 9 }),
			list: fc.constantFrom("recipients", "results", "returns", "answers", "answers", "schools"),
		});
		const everySchool = Array.from({ length: SCHOOLS }, (_, school): Event => ({ is: "send", school, rooms: 2 }));
		let walked = 0;
		let acrossRounds = 0;
		await fc.assert(
			fc.asyncProperty(plan, async ({ before, meanwhile, limit, list }) => {
				const world = await buildWorld(engine);
				const schools = [];
				for (let n = 0; n < SCHOOLS; n++) schools.push(await buildSchool(world));
				const campaign = await buildCampaign(world, { schools, form: cameraForm });
				for (const one of before) await happen(world, campaign, one);
				const ctx = officerOf(world);
				const sent = await world.store.read.selectFrom("submission").selectAll().execute();
				const upcoming = [...meanwhile];
				const rows = await walk(ctx, list, campaign.id, limit, async () => {
					const next = upcoming.shift();
					if (next) await happen(world, campaign, next);
				});
				walked += rows.length;
				const places = rows.map((row) => [row.return_id ?? row.id, row.item, row.row].join("/"));
				expect(new Set(places).size).toBe(rows.length);
				const returned = new Set(sent.map((row) => row.return_id));
				if (list === "recipients" || list === "schools") expect(rows).toHaveLength(SCHOOLS);
				else for (const id of returned) expect(rows.map(({ return_id }) => return_id)).toContain(id);
				if (list !== "answers") return;
				// Each return is told whole, of one sending: as many answers as that sending has.
				const after = await world.store.read.selectFrom("submission").selectAll().execute();
				for (const { returnId } of campaign.returns) {
					const own = rows.filter(({ return_id }) => return_id === returnId);
					const rounds = new Set(own.map(({ round }) => round));
					expect(rounds.size).toBeLessThanOrEqual(1);
					if (own.length === 0) continue;
					const told = after.find((row) => row.return_id === returnId && row.round === own[0]?.round);
					const keys = Object.keys(JSON.parse(told?.answers ?? "{}")).filter((key) => key.split("#")[0] !== "K");
					expect(own.map(({ item, row }) => (row === null ? item : `${item}#${row}`)).sort()).toEqual(keys.sort());
					if (after.filter((row) => row.return_id === returnId).length > 1) acrossRounds += 1;
				}
			}),
			// One walk that certainly has much to meet, and some that chance makes.
			{
				numRuns: engine === "sqlite" ? 40 : 6,
				examples: [[{ before: everySchool, meanwhile: [], limit: 4, list: "answers" }]],
			},
		);
		expect(walked).toBeGreaterThan(20);
		if (engine === "sqlite") expect(acrossRounds).toBeGreaterThan(0);
	});
});
