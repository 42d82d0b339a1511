import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld, type World } from "#tests/support/build.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { Ctx } from "../ctx.ts";
import { newId } from "../id.ts";
import { closeSchool, createUnit, reopenSchool, updateSchool } from "./commands.ts";
import { readSchool } from "./queries.ts";
import type { School, SchoolForm } from "./schema.ts";

const code = (code: string) => ({ body: { code } });

function formOf(school: School, over: Partial<SchoolForm> = {}): SchoolForm {
	const { name, kind, ownership, communeId, managerId, classrooms, pupils, staff, sites } = school;
	return { name, kind, ownership, communeId, managerId, classrooms, pupils, staff, sites, ...over };
}

const newSchool = (world: World, over: object = {}) => ({
	level: "truong" as const,
	code: "36365900",
	name: "Trường Mầm non Mới",
	parentId: world.communes[0].id,
	school: { kind: "MN" as const, ownership: "cong_lap" as const, managerId: world.office.id, pupils: 120 },
	...over,
});

const events = (ctx: Ctx, unit: string) =>
	ctx.db
		.selectFrom("audit_event")
		.select(["event", "before", "after"])
		.where("unit_id", "=", unit)
		.orderBy("seq")
		.execute();

onEachEngine("units", (engine) => {
	test("a school is made under its commune, once for each code", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const { id } = await createUnit(ctx, newSchool(world));
		expect(await readSchool(ctx, id)).toMatchObject({
			code: "36365900",
			commune: "Xã Giao An",
			pupils: 120,
			classrooms: null,
			status: "active",
		});
		await expect(createUnit(ctx, newSchool(world))).rejects.toMatchObject(code("unit_code_taken"));
		expect((await events(ctx, id)).map((event) => event.event)).toEqual(["unit.created"]);
	});

	test("a school sits in a commune, and its manager is within reach", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const elsewhere = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		await expect(createUnit(ctx, newSchool(world, { parentId: world.office.id }))).rejects.toMatchObject(
			code("not_found"),
		);
		await expect(createUnit(ctx, newSchool(world, { parentId: null }))).rejects.toMatchObject(code("not_found"));
		const school = { ...newSchool(world).school, managerId: elsewhere.id };
		await expect(createUnit(ctx, newSchool(world, { school }))).rejects.toMatchObject(code("not_found"));
		await expect(
			createUnit(ctx, { level: "xa", code: "1", name: "Xã Lạ", parentId: elsewhere.id }),
		).rejects.toMatchObject(code("not_found"));
		await expect(createUnit(ctx, newSchool(world, { school: undefined }))).rejects.toMatchObject(code("invalid_input"));
	});

	test("a change is written with what was before; nothing changed writes nothing", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const { id } = await buildSchool(world, { name: "Trường Mầm non Cũ" });
		await updateSchool(ctx, id, formOf(await readSchool(ctx, id)));
		expect(await events(ctx, id)).toEqual([]);
		await updateSchool(ctx, id, formOf(await readSchool(ctx, id), { name: "Trường Mầm non Đổi Tên", staff: null }));
		expect(await readSchool(ctx, id)).toMatchObject({ name: "Trường Mầm non Đổi Tên", staff: null });
		const [event] = await events(ctx, id);
		expect([JSON.parse(event?.before ?? ""), JSON.parse(event?.after ?? "")]).toEqual([
			{ name: "Trường Mầm non Cũ", staff: 25 },
			{ name: "Trường Mầm non Đổi Tên", staff: null },
		]);
	});

	test("a school moves to another commune with the sites below it", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const built = await buildSchool(world);
		const site = await buildUnit(world.store, { level: "diem", code: "D1", name: "Điểm trường 1", parent: built });
		await updateSchool(ctx, built.id, formOf(await readSchool(ctx, built.id), { communeId: world.communes[1].id }));
		const path = `${world.communes[1].path}${built.id}/`;
		expect(await readSchool(ctx, built.id)).toMatchObject({ commune: "Xã Giao Xuân", path });
		const moved = await ctx.db.selectFrom("unit").select("path").where("id", "=", site.id).executeTakeFirst();
		expect(moved?.path).toBe(`${path}${site.id}/`);
		const stranger = await buildUnit(world.store, { level: "xa", code: "99", name: "Xã Lạ", parent: world.province });
		const away = formOf(await readSchool(ctx, built.id), { communeId: stranger.id });
		await expect(updateSchool(ctx, built.id, away)).rejects.toMatchObject(code("not_found"));
	});

	test("closing changes the status and deletes nothing; a closed school is opened again, not changed", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const { id } = await buildSchool(world);
		await closeSchool(ctx, id, "Sáp nhập");
		const closed = await readSchool(ctx, id);
		expect(closed.status).toBe("closed");
		await expect(closeSchool(ctx, id, "Lần nữa")).rejects.toMatchObject(code("unit_closed"));
		await expect(updateSchool(ctx, id, formOf(closed, { pupils: 1 }))).rejects.toMatchObject(code("unit_closed"));
		await reopenSchool(ctx, id, "Nhầm");
		await expect(reopenSchool(ctx, id, "Nhầm")).rejects.toMatchObject(code("unit_open"));
		expect((await events(ctx, id)).map((event) => event.event)).toEqual(["unit.closed", "unit.reopened"]);
	});

	test("who only reads, and schools themselves, are refused; a stranger's school is not found", async () => {
		const world = await buildWorld(engine);
		const built = await buildSchool(world);
		const form = formOf(await readSchool(as(world, world.office, "officer"), built.id), { pupils: 1 });
		for (const ctx of [as(world, world.office, "reader"), as(world, built, "principal")]) {
			await expect(createUnit(ctx, newSchool(world))).rejects.toMatchObject(code("forbidden"));
			await expect(updateSchool(ctx, built.id, form)).rejects.toMatchObject(code("forbidden"));
			await expect(closeSchool(ctx, built.id, "x")).rejects.toMatchObject(code("forbidden"));
			await expect(reopenSchool(ctx, built.id, "x")).rejects.toMatchObject(code("forbidden"));
		}
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const stranger = as(world, other, "officer");
		for (const id of [built.id, newId(), "rubbish"]) {
			await expect(updateSchool(stranger, id, form)).rejects.toMatchObject(code("not_found"));
			await expect(closeSchool(stranger, id, "x")).rejects.toMatchObject(code("not_found"));
			await expect(reopenSchool(stranger, id, "x")).rejects.toMatchObject(code("not_found"));
		}
	});
});
