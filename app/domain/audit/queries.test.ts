import { expect, test } from "vitest";
import { actorAt, as, buildSchool, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { type Actor, inTransaction } from "../ctx.ts";
import { type AuditEntry, record, SYSTEM_CHAIN } from "./commands.ts";
import { EVENTS_PER_PAGE, listEvents } from "./queries.ts";
import { eventFilters } from "./schema.ts";

const all = eventFilters.parse({});

function write(
	world: World,
	actor: Actor,
	entry: Partial<AuditEntry> & { unitId: string },
	now?: string,
): Promise<void> {
	return inTransaction(ctxFor(world, actor, now), (ctx) =>
		record(ctx, { event: "test.done", subject: "n/1", ...entry }),
	);
}

onEachEngine("the audit list", (engine) => {
	test("shows the office and what is below it, newest first, and nobody else's", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const officer = actorAt(world.office, "officer", "Trần Thị Bình");
		await write(world, officer, { unitId: world.province.id, subject: "n/province" }, "2026-11-01T00:00:00.000Z");
		await write(world, officer, { unitId: world.office.id, subject: "n/office" }, "2026-11-02T00:00:00.000Z");
		await write(world, officer, { unitId: school.id, subject: "n/school" }, "2026-11-03T00:00:00.000Z");
		await write(world, officer, { unitId: SYSTEM_CHAIN, subject: "n/nobody" }, "2026-11-04T00:00:00.000Z");
		const seen = async (unit: typeof school) =>
			(await listEvents(as(world, unit, "office_admin"), all)).lines.map((line) => line.subject);
		expect(await seen(world.office)).toEqual(["n/school", "n/office"]);
		expect(await seen(world.communes[1])).toEqual([]);
		expect(await seen(world.province)).toEqual(["n/nobody", "n/school", "n/office", "n/province"]);
	});

	test("only administrators open it", async () => {
		const world = await buildWorld(engine);
		for (const role of ["officer", "reader", "principal", "teacher"] as const) {
			await expect(listEvents(as(world, world.office, role), all)).rejects.toMatchObject({
				body: { code: "forbidden" },
			});
		}
	});

	test("filters by unit, person, event, subject and days of the office", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world, { name: "Trường Mầm non Bình Hòa" });
		const [binh, an] = [
			actorAt(world.office, "officer", "Trần Thị Bình"),
			actorAt(world.office, "officer", "Lê 100% An"),
		];
		// 17:30 UTC is half past midnight of the next day in Việt Nam.
		await write(
			world,
			binh,
			{ unitId: school.id, event: "return.accepted", subject: "return/1" },
			"2026-11-02T17:30:00.000Z",
		);
		await write(
			world,
			an,
			{ unitId: world.office.id, event: "campaign.issued", subject: "campaign/1" },
			"2026-11-02T16:30:00.000Z",
		);
		const found = async (filters: Partial<typeof all>) =>
			(await listEvents(as(world, world.office, "office_admin"), { ...all, ...filters })).lines.map(
				(line) => line.event,
			);
		const [accepted, issued] = ["return.accepted", "campaign.issued"];
		expect(await found({ unit: "binh hoa" })).toEqual([accepted]);
		expect(await found({ unit: school.code })).toEqual([accepted]);
		expect(await found({ unit: world.office.id })).toEqual([issued]);
		expect(await found({ unit: world.province.id })).toEqual([]);
		expect(await found({ person: "Bình" })).toEqual([accepted]);
		expect(await found({ person: "100% A" })).toEqual([issued]);
		expect(await found({ person: "%" })).toEqual([issued]);
		expect(await found({ person: an.personId })).toEqual([issued]);
		expect(await found({ event: "return.accepted" })).toEqual([accepted]);
		expect(await found({ event: "campaign" })).toEqual([issued]);
		expect(await found({ subject: "return/1" })).toEqual([accepted]);
		expect(await found({ from: "2026-11-03" })).toEqual([accepted]);
		expect(await found({ to: "2026-11-02" })).toEqual([issued]);
		expect(await found({ from: "2026-11-03", to: "2026-11-02" })).toEqual([]);
	});

	test("pages follow each other without a gap, also within one moment", async () => {
		const world = await buildWorld(engine);
		const officer = actorAt(world.office, "officer");
		const units = [world.office.id, world.communes[0].id, world.communes[1].id];
		for (let n = 0; n < EVENTS_PER_PAGE * 2 + 10; n++)
			await write(world, officer, { unitId: units[n % 3] ?? "", subject: `n/${n}` });
		const ctx = as(world, world.office, "office_admin");
		const seen: string[] = [];
		let after = "";
		let pages = 0;
		do {
			const page = await listEvents(ctx, { ...all, after });
			seen.push(...page.lines.map((line) => line.subject));
			after = page.next ?? "";
			pages += 1;
		} while (after);
		expect(pages).toBe(3);
		expect(new Set(seen).size).toBe(EVENTS_PER_PAGE * 2 + 10);
	});

	test("rubbish in the address opens the whole list", async () => {
		const world = await buildWorld(engine);
		await write(world, actorAt(world.office, "officer"), { unitId: world.office.id });
		const rubbish = eventFilters.parse({
			from: "yesterday",
			to: "2026-99-99",
			after: "x_y_z",
			unit: "",
			person: [1, 2],
		});
		expect((await listEvents(as(world, world.office, "office_admin"), rubbish)).lines).toHaveLength(1);
	});
});
