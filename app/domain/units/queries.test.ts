import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld, type World } from "#tests/support/build.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { Ctx } from "../ctx.ts";
import { closeSchool } from "./commands.ts";
import { countSchools, listSchools, readSchool, schoolFacts } from "./queries.ts";
import { type SchoolSearch, schoolFilter, schoolSearch } from "./schema.ts";
import { communes, managers, placeChoices, unitTree } from "./tree.ts";

async function district(world: World) {
	const [an, xuan] = world.communes;
	await buildSchool(world, { name: "Trường Mầm non Giao An", commune: an });
	await buildSchool(world, { name: "Trường Tiểu học Giao Xuân", kind: "TH", commune: xuan });
	await buildSchool(world, { name: "Trường THPT Đặng Xuân", kind: "THPT", commune: xuan, managedBy: world.province });
	await buildSchool(world, {
		name: "Nhóm trẻ Hoa Mai",
		kind: "NTDL",
		ownership: "tu_thuc",
		commune: an,
		managedBy: an,
	});
	return as(world, world.office, "officer");
}

const names = async (ctx: Ctx, search: Partial<SchoolSearch>) =>
	(await listSchools(ctx, search)).schools.map((school) => school.name);

onEachEngine("lists of schools", (engine) => {
	test("search ignores tone marks and the order of words, and looks into the code", async () => {
		const world = await buildWorld(engine);
		const ctx = await district(world);
		expect(await names(ctx, { search: "giao xuan" })).toEqual(["Trường Tiểu học Giao Xuân"]);
		expect(await names(ctx, { search: "XUÂN  giao" })).toEqual(["Trường Tiểu học Giao Xuân"]);
		expect(await names(ctx, { search: "dang" })).toEqual(["Trường THPT Đặng Xuân"]);
		expect(await names(ctx, { search: "Đặng Xuân".normalize("NFD") })).toEqual(["Trường THPT Đặng Xuân"]);
		const [first] = (await listSchools(ctx, {})).schools;
		expect((await listSchools(ctx, { search: first?.code })).schools.map((school) => school.id)).toEqual([first?.id]);
		expect(await names(ctx, { search: "%" })).toHaveLength(4);
		expect(await names(ctx, { search: "zzz" })).toEqual([]);
	});

	test("every filter narrows, and they narrow together", async () => {
		const world = await buildWorld(engine);
		const ctx = await district(world);
		const [an, xuan] = world.communes;
		expect(await names(ctx, { kind: "TH" })).toEqual(["Trường Tiểu học Giao Xuân"]);
		expect(await names(ctx, { ownership: "tu_thuc" })).toEqual(["Nhóm trẻ Hoa Mai"]);
		expect(await names(ctx, { commune: an.id })).toEqual(["Nhóm trẻ Hoa Mai", "Trường Mầm non Giao An"]);
		expect(await names(ctx, { manager: world.province.id, commune: xuan.id })).toEqual(["Trường THPT Đặng Xuân"]);
		expect(await names(ctx, { kind: "MN", ownership: "tu_thuc" })).toEqual([]);
		const [{ id = "" } = {}] = (await listSchools(ctx, { kind: "TH" })).schools;
		await closeSchool(ctx, id, "Sáp nhập");
		expect(await names(ctx, { status: "closed" })).toEqual(["Trường Tiểu học Giao Xuân"]);
		expect(await names(ctx, { status: "active" })).toHaveLength(3);
		expect(await names(ctx, {})).toHaveLength(4);
	});

	test("pages by key show every school once, forwards and back, schools of one name included", async () => {
		const world = await buildWorld(engine);
		for (let n = 0; n < 11; n++)
			await buildSchool(world, { name: n % 3 === 0 ? "Trường Tiểu học Trùng Tên" : `Trường Mầm non ${n}` });
		const ctx = as(world, world.office, "officer");
		const pages: string[][] = [];
		let after: string | null = null;
		let page = await listSchools(ctx, {}, 4);
		expect(page.previous).toBeNull();
		for (;;) {
			pages.push(page.schools.map((school) => school.id));
			if (!page.next) break;
			after = page.next;
			page = await listSchools(ctx, { after }, 4);
		}
		expect(pages.map((ids) => ids.length)).toEqual([4, 4, 3]);
		expect(new Set(pages.flat()).size).toBe(11);
		const back = await listSchools(ctx, { before: page.previous }, 4);
		expect(back.schools.map((school) => school.id)).toEqual(pages[1]);
		const first = await listSchools(ctx, { before: back.previous }, 4);
		expect(first.schools.map((school) => school.id)).toEqual(pages[0]);
		expect(first.previous).toBeNull();
		expect((await listSchools(ctx, { after: "rubbish" }, 4)).schools).toHaveLength(4);
	});

	test("nobody sees above or beside their unit", async () => {
		const world = await buildWorld(engine);
		const ctx = await district(world);
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const [school] = (await listSchools(ctx, {})).schools;
		const stranger = as(world, other, "officer");
		expect(await names(stranger, {})).toEqual([]);
		expect(await communes(stranger)).toEqual([]);
		expect(await countSchools(stranger, schoolFilter.parse({}))).toBe(0);
		await expect(readSchool(stranger, school?.id)).rejects.toMatchObject({ body: { code: "not_found" } });
		await expect(readSchool(ctx, world.office.id)).rejects.toMatchObject({ body: { code: "not_found" } });
		expect(await names(as(world, world.province, "officer"), {})).toHaveLength(4);
		expect(await names(as(world, world.communes[0], "officer"), {})).toHaveLength(2);
	});

	test("who a campaign goes to is counted and listed by the same filter, closed schools left out", async () => {
		const world = await buildWorld(engine);
		const ctx = await district(world);
		const filter = schoolFilter.parse({ kinds: ["TH", "THPT", "NTDL"], communes: [world.communes[1].id] });
		expect(await countSchools(ctx, filter)).toBe(2);
		const facts = await schoolFacts(ctx, filter);
		expect(facts.map((school) => school.kind)).toEqual(["THPT", "TH"]);
		await closeSchool(ctx, facts[0]?.id ?? "", "Sáp nhập");
		expect(await countSchools(ctx, filter)).toBe(1);
		expect(
			await countSchools(ctx, schoolFilter.parse({ ownerships: ["tu_thuc"], managers: [world.communes[0].id] })),
		).toBe(1);
	});

	test("the tree counts what lies under each unit below", async () => {
		const world = await buildWorld(engine);
		const ctx = await district(world);
		const [school] = (await listSchools(ctx, { kind: "TH" })).schools;
		await closeSchool(ctx, school?.id ?? "", "Sáp nhập");
		expect((await unitTree(ctx)).map(({ name, schools, closed }) => [name, schools, closed])).toEqual([
			["Xã Giao An", 2, 0],
			["Xã Giao Xuân", 1, 1],
		]);
		expect((await unitTree(as(world, world.province, "officer"))).map(({ schools }) => schools)).toEqual([3]);
	});

	test("a province narrows its list by district, and chooses among communes only once they are few", async () => {
		const world = await buildWorld(engine);
		await district(world);
		const province = as(world, world.province, "officer");
		const beside = { level: "phong", code: "36366", name: "Phòng Hải Hậu", parent: world.province } as const;
		const other = await buildUnit(world.store, beside);
		for (let n = 0; n < 299; n++) {
			await buildUnit(world.store, { level: "xa", code: `9${n}`, name: `Xã Hải ${n}`, parent: other });
		}
		const all = await placeChoices(province, null);
		expect(all.districts.map(({ name }) => name)).toEqual([world.office.name, "Phòng Hải Hậu"]);
		expect(all.communes).toBeNull();
		expect(all.managers.map(({ level }) => level)).toEqual(["so", "phong", "phong"]);
		const few = await placeChoices(province, world.office.id);
		expect(few.communes?.map(({ name }) => name)).toEqual(["Xã Giao An", "Xã Giao Xuân"]);
		expect(few.managers.map(({ level }) => level)).toEqual(["so", "phong", "phong", "xa", "xa"]);
		expect((await placeChoices(province, other.id)).communes).toHaveLength(299);
		expect(await names(province, { under: world.office.id })).toHaveLength(4);
		expect(await names(province, { under: other.id })).toEqual([]);
		const stranger = as(world, other, "officer");
		const notFound = { body: { code: "not_found" } };
		await expect(listSchools(stranger, { under: world.office.id })).rejects.toMatchObject(notFound);
		await expect(placeChoices(stranger, world.office.id)).rejects.toMatchObject(notFound);
	});

	test("managers are the offices above and below and the communes, highest first", async () => {
		const world = await buildWorld(engine);
		const found = await managers(as(world, world.office, "officer"));
		expect(found.map((unit) => unit.level)).toEqual(["so", "phong", "xa", "xa"]);
	});
});

test("rubbish in the URL filters nothing", () => {
	expect(
		schoolSearch.parse({ kind: "x", commune: "1", status: "gone", after: "y".repeat(900), ownership: "" }),
	).toEqual({
		...{
			search: "",
			kind: null,
			under: null,
			commune: null,
			ownership: null,
			manager: null,
			status: null,
			after: null,
			before: null,
		},
	});
});
