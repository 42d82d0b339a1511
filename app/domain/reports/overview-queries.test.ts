import fc from "fast-check";
import { expect, test } from "vitest";
import { insertRows } from "#db/bulk.ts";
import { as, buildSchool, buildUnit, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { answer, type BuiltCampaign, buildCampaign, complete, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { extendDue } from "../campaigns/deadlines.ts";
import { listRecipients } from "../campaigns/recipients.ts";
import { newId } from "../id.ts";
import { submitReturn } from "../returns/submit.ts";
import { listFindings } from "./finding-queries.ts";
import { readOverviewPicture } from "./overview-pictures.ts";
import { measureCounts, officeOverview } from "./overview-queries.ts";
import { dueBuckets, findingSearch, overviewKinds } from "./schema.ts";

const LATER = "2026-12-03T03:00:00.000Z";
const search = (over: object = {}) => findingSearch.parse({ due: "", superior: "", campaign: "", after: "", ...over });

/** Two campaigns of the same schools, one past its due day on 3 December, one not. */
async function twoCampaigns(world: World): Promise<BuiltCampaign[]> {
	const schools = [];
	for (let n = 0; n < 5; n++) schools.push(await buildSchool(world, { commune: world.communes[n % 2] }));
	return [
		await buildCampaign(world, { schools, dueOn: "2026-11-30", title: "Đợt quá hạn" }),
		await buildCampaign(world, { schools, dueOn: "2026-12-10", title: "Đợt còn hạn" }),
	];
}

/** What a school does about A.2, which it does not meet. */
const measured = (due: string, superior: boolean) => [
	...complete({ "A.3": "na" }).filter(({ item }) => item !== "A.2"),
	answer("A.2", "unmet", {
		note: "Chấn song gỉ",
		measure: { what: "Thay chấn song", who: "Ban giám hiệu", due, superior, request: superior ? "Cấp kinh phí" : "" },
	}),
];

async function everyFinding(ctx: Parameters<typeof listFindings>[0], wanted: ReturnType<typeof search>) {
	const found = [];
	for (let after = ""; ; ) {
		const { lines, next } = await listFindings(ctx, { ...wanted, after });
		found.push(...lines);
		if (next === null) return found;
		after = next;
	}
}

onEachEngine("the overview's pictures", (engine) => {
	test("every part says as many as its list holds, and parts add up to their totals", async () => {
		const step = fc.record({
			campaign: fc.nat(1),
			school: fc.nat(4),
			day: fc.constantFrom("2026-11-23", "2026-12-02"),
			due: fc.constantFrom("", "2026-11-25", "2026-12-04", "2026-12-20", "2027-03-01"),
			superior: fc.boolean(),
			extend: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
				const world = await buildWorld(engine);
				const campaigns = await twoCampaigns(world);
				const done = new Set<string>();
				for (const { campaign, school, day, due, superior, extend } of steps) {
					const [built, of] = [campaigns[campaign], campaigns[campaign]?.returns[school]];
					if (!built || !of || done.has(`${campaign} ${school}`)) continue;
					done.add(`${campaign} ${school}`);
					if (extend) {
						const more = { schoolIds: [of.school.id], dueOn: "2026-12-15", reason: "Bão" };
						await extendDue(as(world, world.office, "officer"), built.id, more);
						continue;
					}
					const sending = { round: 1, operations: measured(due, superior) };
					await submitReturn(ctxFor(world, of.principal, `${day}T03:00:00.000Z`), of.returnId, sending);
				}
				const officer = as(world, world.office, "officer", LATER);
				const { open, late } = await officeOverview(officer);
				for (const { id, figures: f, missed } of open) {
					const listed = async (kind: "on_time" | "late" | "overdue" | "waiting") =>
						(await listRecipients(officer, id, { late: kind })).rows.length;
					expect([await listed("on_time"), await listed("late"), await listed("overdue")]).toEqual([
						f.onTime,
						f.late,
						missed,
					]);
					expect(await listed("waiting")).toBe(f.recipients - f.reported - missed);
				}
				expect(late.total).toBe(open.reduce((sum, { missed }) => sum + missed, 0));
				for (const { id: commune, cells } of late.rows) {
					for (const [at, { id }] of late.campaigns.entries()) {
						const { rows } = await listRecipients(officer, id, { late: "overdue", commune });
						expect(rows).toHaveLength(cells[at] ?? 0);
					}
				}
				const counts = await measureCounts(officer);
				expect(counts.map(({ due }) => due)).toEqual(dueBuckets);
				for (const { due, open, petitions } of counts) {
					expect(await everyFinding(officer, search({ due }))).toHaveLength(open);
					expect(await everyFinding(officer, search({ due, superior: "yes" }))).toHaveLength(petitions);
				}
				const all = await everyFinding(officer, search());
				expect(new Set(all.map(({ id }) => id)).size).toBe(counts.reduce((sum, { open }) => sum + open, 0));
				expect(all.map(({ dueOn }) => dueOn ?? "9")).toEqual(all.map(({ dueOn }) => dueOn ?? "9").sort());
			}),
			{ numRuns: engine === "sqlite" ? 15 : 4 },
		);
	});

	test("pages of findings follow one another without a gap, dated ones before those without a day", async () => {
		const world = await buildWorld(engine);
		const schools = [];
		for (let n = 0; n < 31; n++) schools.push(await buildSchool(world));
		for (const dueOn of ["2026-11-30", "2026-12-10"]) {
			const { returns } = await buildCampaign(world, { schools, dueOn });
			for (const [at, { principal, returnId }] of returns.entries()) {
				const due = at % 3 === 0 ? "" : `2026-12-${String(10 + (at % 9)).padStart(2, "0")}`;
				await submitReturn(ctxFor(world, principal), returnId, { round: 1, operations: measured(due, at % 2 === 0) });
			}
		}
		const all = await everyFinding(officerOf(world), search());
		expect(all).toHaveLength(62);
		expect(new Set(all.map(({ id }) => id)).size).toBe(62);
		expect(all.findIndex(({ dueOn }) => dueOn === null)).toBe(40);
		expect(all.slice(40).every(({ dueOn }) => dueOn === null)).toBe(true);
		expect(all[0]).toMatchObject({
			item: "A.2",
			measure: "Thay chấn song",
			owner: "Ban giám hiệu",
			dueOn: "2026-12-11",
		});
		for (const after of ["x", "~~~", "2026-12-10~7~a~b", "'~0~x~y"]) {
			expect((await listFindings(officerOf(world), search({ after }))).lines.length).toBeGreaterThan(0);
		}
	});

	test("very many findings are counted once a minute, not at every look", async () => {
		const world = await buildWorld(engine);
		const { id, returns } = await buildCampaign(world);
		const [own] = returns;
		if (!own) throw new Error("a school");
		const columns = [
			"school_id",
			"id",
			"campaign_id",
			"return_id",
			"item",
			"row",
			"remark",
			"measure",
			"owner",
			"request",
		];
		const insert = (from: number, to: number) =>
			insertRows(
				world.store.read,
				engine,
				"finding",
				[
					...columns.map((name) => ({ name, type: "text" as const })),
					...["knockout", "mandatory", "superior"].map((name) => ({ name, type: "integer" as const, same: 0 })),
					{ name: "state", type: "text", same: "open" },
					{ name: "raised_at", type: "text", same: LATER },
				],
				Array.from({ length: to - from }, (_, at) => ({
					...Object.fromEntries(columns.map((name) => [name, ""])),
					...{
						school_id: own.school.id,
						id: newId(),
						campaign_id: id,
						return_id: own.returnId,
						item: `A.${from + at}`,
					},
				})),
			);
		const seenAt = async (now: string) => (await measureCounts(as(world, world.office, "reader", now))).at(-1)?.open;
		await insert(0, 20_000);
		expect(await seenAt("2026-12-03T03:00:00.000Z")).toBe(20_000);
		await insert(20_000, 20_001);
		expect(await seenAt("2026-12-03T03:00:01.000Z")).toBe(20_001);
		await insert(20_001, 20_002);
		expect(await seenAt("2026-12-03T03:00:59.000Z")).toBe(20_001);
		expect(await seenAt("2026-12-03T03:01:02.000Z")).toBe(20_002);
	});

	test("an office without campaigns, and one whose campaign nobody returned to, has pictures of nothing or of zero", async () => {
		const world = await buildWorld(engine);
		const officer = as(world, world.office, "officer", LATER);
		for (const kind of overviewKinds) expect([kind, await readOverviewPicture(officer, kind)]).toEqual([kind, null]);
		await buildCampaign(world, { dueOn: "2026-12-10" });
		expect(await readOverviewPicture(officer, "campaigns")).toMatchObject({
			campaigns: [{ missed: 0, figures: { recipients: 1, reported: 0 } }],
		});
		for (const kind of ["late", "measures"] as const) expect(await readOverviewPicture(officer, kind)).toBeNull();
	});

	test("a school sees none of it, a reader no list, another office nothing of this one", async () => {
		const world = await buildWorld(engine);
		const [{ returns: [own] = [] } = {}] = await twoCampaigns(world);
		if (!own) throw new Error("a school");
		const forbidden = { body: { code: "forbidden" } };
		const head = as(world, own.school, "principal");
		for (const kind of overviewKinds) await expect(readOverviewPicture(head, kind)).rejects.toMatchObject(forbidden);
		await expect(listFindings(head, search())).rejects.toMatchObject(forbidden);
		await expect(listFindings(as(world, world.office, "reader"), search())).rejects.toMatchObject(forbidden);
		await submitReturn(ctxFor(world, own.principal), own.returnId, { round: 1, operations: measured("", true) });
		const other = await buildUnit(world.store, { level: "phong", code: "36366", name: "Khác", parent: world.province });
		const stranger = as(world, other, "officer", LATER);
		expect(await officeOverview(stranger)).toEqual({
			open: [],
			closed: [],
			late: { campaigns: [], rows: [], total: 0 },
		});
		expect((await measureCounts(stranger)).every(({ open }) => open === 0)).toBe(true);
		expect((await listFindings(stranger, search())).lines).toEqual([]);
	});
});
