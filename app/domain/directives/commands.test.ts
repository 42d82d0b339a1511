import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld, type World } from "#tests/support/build.ts";
import { buildCampaign, buildDirective, letter } from "#tests/support/build-campaigns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { newId } from "../id.ts";
import { registerDirective, updateDirective } from "./commands.ts";
import { listDirectives, listTasks, readDirective } from "./queries.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });

async function fileOf(world: World, unitId: string): Promise<string> {
	const id = newId();
	await world.store.read
		.insertInto("file")
		.values({
			id,
			unit_id: unitId,
			key: id,
			name: "566.pdf",
			media_type: "application/pdf",
			bytes: 10,
			sha256: "0",
			created_by: "x",
			created_at: "2026-11-23T00:00:00.000Z",
		})
		.execute();
	return id;
}

onEachEngine("directives", (engine) => {
	test("a letter is registered with its tasks in the letter's order, and its file", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const fileId = await fileOf(world, world.office.id);
		const id = await registerDirective(ctx, letter({ fileId, number: "  566-CV/HU " }));
		expect(await readDirective(ctx, id)).toMatchObject({
			number: "566-CV/HU",
			issuedOn: "2026-11-04",
			reportDueOn: "2026-12-25",
			file: { id: fileId, name: "566.pdf" },
			tasks: [
				{ number: "4b", ours: true },
				{ number: "5", ours: false },
			],
		});
		expect((await listTasks(ctx)).map((task) => [task.directive, task.number])).toEqual([["566-CV/HU", "4b"]]);
	});

	test("the same number and day is the same letter: a second is refused, a second click enters nothing", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const id = newId();
		await registerDirective(ctx, letter(), id);
		await registerDirective(ctx, letter(), id);
		await expect(registerDirective(ctx, letter())).rejects.toEqual(refused("directive_taken"));
		const other = await registerDirective(ctx, letter({ issuedOn: "2026-11-06" }));
		await expect(updateDirective(ctx, other, letter())).rejects.toEqual(refused("directive_taken"));
		expect((await listDirectives(ctx)).lines.map((line) => line.issuedOn)).toEqual(["2026-11-06", "2026-11-04"]);
	});

	test("tasks may exchange numbers; one that a campaign serves stays", async () => {
		const world = await buildWorld(engine);
		await buildSchool(world);
		const ctx = as(world, world.office, "officer");
		const { id, taskIds } = await buildDirective(world);
		const [served = "", free = ""] = taskIds;
		await buildCampaign(world, { taskIds: [served] });
		await updateDirective(
			ctx,
			id,
			letter({
				tasks: [
					{ id: free, number: "4b", title: "Tuyên truyền", detail: "", ours: false },
					{ id: served, number: "5", title: "Rà soát", detail: "", ours: true },
				],
			}),
		);
		expect((await readDirective(ctx, id)).tasks.map((task) => [task.id, task.number])).toEqual([
			[free, "4b"],
			[served, "5"],
		]);
		await expect(updateDirective(ctx, id, letter({ tasks: [] }))).rejects.toEqual(refused("task_in_use"));
		expect((await readDirective(ctx, id)).tasks).toHaveLength(2);
		const twins = { number: "1", title: "a", detail: "", ours: true };
		await expect(updateDirective(ctx, id, letter({ tasks: [twins, twins] }))).rejects.toEqual(
			refused("task_number_taken"),
		);
	});

	test("a task id of another letter is not believed", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const first = await buildDirective(world);
		const second = await registerDirective(ctx, letter({ number: "1-CV", tasks: [] }));
		const task = { id: first.taskIds[0], number: "1", title: "Việc", detail: "", ours: true };
		await updateDirective(ctx, second, letter({ number: "1-CV", tasks: [task] }));
		expect((await readDirective(ctx, first.id)).tasks).toHaveLength(2);
		expect((await readDirective(ctx, second)).tasks[0]?.id).not.toBe(first.taskIds[0]);
	});

	test("the register is searched without tone marks and says what no campaign serves", async () => {
		const world = await buildWorld(engine);
		await buildSchool(world);
		const ctx = as(world, world.office, "officer");
		const { taskIds } = await buildDirective(world);
		await registerDirective(ctx, letter({ number: "12/SGDĐT", issuer: "Sở GD&ĐT", abstract: "Phòng chống đuối nước" }));
		expect((await listDirectives(ctx, { q: "duoi nuoc" })).lines.map((line) => line.number)).toEqual(["12/SGDĐT"]);
		const counts = async () =>
			(await listDirectives(ctx, { q: "566" })).lines.map(({ tasks, ours, unserved }) => [tasks, ours, unserved]);
		expect(await counts()).toEqual([[2, 1, 1]]);
		await buildCampaign(world, { taskIds: taskIds.slice(0, 1) });
		expect(await counts()).toEqual([[2, 1, 0]]);
	});

	test("readers of reports neither read letters nor write them; another office's letter and file are not there", async () => {
		const world = await buildWorld(engine);
		const { id } = await buildDirective(world);
		const reader = as(world, world.office, "reader");
		expect((await readDirective(as(world, world.office, "officer"), id)).tasks).toHaveLength(2);
		await expect(readDirective(reader, id)).rejects.toEqual(refused("forbidden"));
		await expect(registerDirective(reader, letter({ number: "2" }))).rejects.toEqual(refused("forbidden"));
		await expect(updateDirective(reader, id, letter())).rejects.toEqual(refused("forbidden"));
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const stranger = as(world, other, "officer");
		await expect(readDirective(stranger, id)).rejects.toEqual(refused("not_found"));
		await expect(updateDirective(stranger, id, letter())).rejects.toEqual(refused("not_found"));
		const foreign = await fileOf(world, other.id);
		await expect(updateDirective(as(world, world.office, "officer"), id, letter({ fileId: foreign }))).rejects.toEqual(
			refused("not_found"),
		);
		expect((await listDirectives(stranger)).lines).toEqual([]);
	});
});
