import { expect, test } from "vitest";
import { as, buildUnit, buildWorld, type World } from "#tests/support/build.ts";
import { buildTemplate, smallForm } from "#tests/support/build-campaigns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { createVersion, importTemplate, publishVersion } from "./commands.ts";
import { listIssuable, readTemplate, readVersion } from "./queries.ts";
import { copyTemplate, followTemplate, offerTemplate, takeUpdate, unfollowTemplate, withdrawOffer } from "./sharing.ts";
import { listShared, readOffer } from "./sharing-queries.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });
const above = (world: World) => as(world, world.province, "office_admin");
const below = (world: World) => as(world, world.office, "office_admin");

/** The next version of the superior's template, published. */
async function newVersion(world: World, templateId: string, versionId: string) {
	const { definition } = await readVersion(above(world), versionId);
	const next = await createVersion(above(world), templateId, { ...definition, rule: { type: "none" } });
	await publishVersion(above(world), next);
	return next;
}

onEachEngine("templates offered to offices below", (engine) => {
	test("an offer is seen below, followed, and tells of the next version until it is taken over", async () => {
		const world = await buildWorld(engine);
		const { templateId, versionId } = await buildTemplate(world, {}, world.province);
		expect(await listShared(below(world))).toEqual([]);
		await offerTemplate(above(world), templateId, "Dùng từ tháng 12");
		expect(await listShared(below(world))).toMatchObject([
			{ templateId, note: "Dùng từ tháng 12", office: world.province.name, newest: { id: versionId }, follow: null },
		]);
		await followTemplate(below(world), templateId);
		await followTemplate(below(world), templateId);
		expect((await readOffer(above(world), templateId))?.followers).toEqual([world.office.name]);
		await expect(takeUpdate(below(world), templateId)).rejects.toEqual(refused("template_nothing_new"));
		const next = await newVersion(world, templateId, versionId);
		expect((await listShared(below(world)))[0]).toMatchObject({
			newest: { id: next, number: 2 },
			follow: { seen: { id: versionId } },
		});
		expect(await takeUpdate(below(world), templateId)).toBeNull();
		expect((await listShared(below(world)))[0]?.follow?.seen.id).toBe(next);
		expect((await listIssuable(below(world))).map(({ id }) => id)).toEqual([next]);
		const events = await world.store.read
			.selectFrom("audit_event")
			.select("event")
			.where("unit_id", "=", world.office.id)
			.orderBy("seq")
			.execute();
		expect(events.map(({ event }) => event)).toEqual(["template.followed", "template.update_taken"]);
	});

	test("a copy is the office's own draft; the superior's next version becomes its next draft", async () => {
		const world = await buildWorld(engine);
		const { templateId, versionId } = await buildTemplate(world, {}, world.province);
		await offerTemplate(above(world), templateId, "");
		const copy = await copyTemplate(below(world), templateId);
		const page = await readTemplate(below(world), copy.templateId);
		expect(page).toMatchObject({ own: true, version: { state: "draft", number: 1 } });
		expect(page.version.definition).toEqual((await readVersion(above(world), versionId)).definition);
		await publishVersion(below(world), copy.versionId);
		await newVersion(world, templateId, versionId);
		const taken = await takeUpdate(below(world), templateId);
		expect(taken?.copy).toBe(copy.templateId);
		const after = await readTemplate(below(world), copy.templateId, taken?.draftId);
		expect(after.version).toMatchObject({ state: "draft", number: 2, definition: { rule: { type: "none" } } });
		await expect(copyTemplate(below(world), templateId)).rejects.toEqual(refused("template_code_taken"));
	});

	test("what is withdrawn or never offered is not there; copies and what was issued stay", async () => {
		const world = await buildWorld(engine);
		const { templateId } = await buildTemplate(world, {}, world.province);
		await expect(followTemplate(below(world), templateId)).rejects.toEqual(refused("not_found"));
		await offerTemplate(above(world), templateId, "");
		const copy = await copyTemplate(below(world), templateId);
		await withdrawOffer(above(world), templateId);
		await withdrawOffer(above(world), templateId);
		expect(await listShared(below(world))).toEqual([]);
		await expect(takeUpdate(below(world), templateId)).rejects.toEqual(refused("not_found"));
		expect((await readTemplate(below(world), copy.templateId)).own).toBe(true);
		await unfollowTemplate(below(world), templateId);
		await expect(unfollowTemplate(below(world), templateId)).rejects.toEqual(refused("not_found"));
	});

	test("an office beside or above takes nothing, officers offer and copy nothing, drafts are not offered", async () => {
		const world = await buildWorld(engine);
		const { templateId } = await buildTemplate(world);
		await offerTemplate(below(world), templateId, "");
		const beside = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		for (const ctx of [as(world, beside, "office_admin"), above(world), below(world)]) {
			expect(await listShared(ctx)).toEqual([]);
			await expect(copyTemplate(ctx, templateId)).rejects.toEqual(refused("not_found"));
			await expect(followTemplate(ctx, templateId)).rejects.toEqual(refused("not_found"));
		}
		await expect(offerTemplate(as(world, beside, "office_admin"), templateId, "")).rejects.toEqual(
			refused("not_found"),
		);
		await expect(withdrawOffer(as(world, beside, "office_admin"), templateId)).rejects.toEqual(refused("not_found"));
		const officer = as(world, world.office, "officer");
		for (const act of [copyTemplate, followTemplate, unfollowTemplate, takeUpdate, withdrawOffer]) {
			await expect(act(officer, templateId)).rejects.toEqual(refused("forbidden"));
		}
		await expect(offerTemplate(officer, templateId, "")).rejects.toEqual(refused("forbidden"));
		const draft = await importTemplate(below(world), smallForm());
		await expect(offerTemplate(below(world), draft.templateId, "")).rejects.toEqual(refused("version_not_published"));
	});
});
