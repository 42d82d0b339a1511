import { expect, test } from "vitest";
import { as, buildUnit, buildWorld } from "#tests/support/build.ts";
import { buildTemplate, smallForm } from "#tests/support/build-campaigns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { createVersion, importTemplate, markChecked, publishVersion } from "./commands.ts";
import { readDifference } from "./publish-queries.ts";
import { definitionOf, listIssuable, listTemplates, readTemplate, readVersion } from "./queries.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });

onEachEngine("templates", (engine) => {
	test("a template comes in as a draft, is published, and can then be issued", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const { templateId, versionId } = await importTemplate(ctx, smallForm({ code: "BK-X" }));
		expect(await listIssuable(ctx)).toEqual([]);
		await publishVersion(ctx, versionId);
		await publishVersion(ctx, versionId);
		expect(await listIssuable(ctx)).toMatchObject([{ id: versionId, templateId, code: "BK-X", state: "published" }]);
		const audit = await world.store.read.selectFrom("audit_event").select("event").orderBy("seq").execute();
		expect(audit.map(({ event }) => event)).toEqual(["template.imported", "template.published"]);
	});

	test("a published version is parsed once and handed out as the same object", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const { versionId } = await buildTemplate(world);
		const [first, second] = [await definitionOf(ctx, versionId), (await readVersion(ctx, versionId)).definition];
		expect(second).toBe(first);
		expect(first.sections.map(({ code }) => code)).toEqual(["A", "LT"]);
	});

	test("a new version is a draft beside the old one; publishing it retires the old one, unchecked again", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const { templateId, versionId } = await buildTemplate(world);
		await markChecked(ctx, versionId);
		const { definition } = await readVersion(ctx, versionId);
		const next = await createVersion(ctx, templateId, { ...definition, rule: { type: "none" } });
		expect((await readTemplate(ctx, templateId)).version.id).toBe(versionId);
		await publishVersion(ctx, next);
		const page = await readTemplate(ctx, templateId);
		expect(page.versions.map(({ number, state }) => [number, state])).toEqual([
			[2, "published"],
			[1, "retired"],
		]);
		expect(page.version).toMatchObject({
			id: next,
			checkedAt: null,
			kinds: ["MN"],
			definition: { rule: { type: "none" } },
		});
		expect((await readVersion(ctx, versionId)).definition.rule.type).toBe("percent");
	});

	test("marking a version as compared says when and by whom, once", async () => {
		const world = await buildWorld(engine);
		const { templateId, versionId } = await buildTemplate(world);
		const first = as(world, world.office, "office_admin");
		await markChecked(first, versionId);
		await markChecked(as(world, world.office, "office_admin", "2026-12-01T00:00:00.000Z"), versionId);
		expect((await readTemplate(first, templateId)).version.checkedAt).toBe(first.now);
	});

	test("what cannot be used is refused in words: a taken code, a faulty form, a draft as compared", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		await importTemplate(ctx, smallForm({ code: "BK-X" }));
		await expect(importTemplate(ctx, smallForm({ code: "BK-X" }))).rejects.toEqual(refused("template_code_taken"));
		const twice = smallForm();
		const [section] = twice.definition.sections;
		const faulty = { ...twice, definition: { ...twice.definition, sections: [section, section] as never } };
		await expect(importTemplate(ctx, faulty)).rejects.toEqual(refused("definition_faulty"));
		const draft = await importTemplate(ctx, smallForm());
		await expect(markChecked(ctx, draft.versionId)).rejects.toEqual(refused("version_not_published"));
	});

	test("officers read the library but change nothing; readers and schools do not open it", async () => {
		const world = await buildWorld(engine);
		const { templateId, versionId } = await buildTemplate(world);
		const officer = as(world, world.office, "officer");
		expect(await listTemplates(officer)).toHaveLength(1);
		await expect(importTemplate(officer, smallForm())).rejects.toEqual(refused("forbidden"));
		await expect(markChecked(officer, versionId)).rejects.toEqual(refused("forbidden"));
		await expect(publishVersion(officer, versionId)).rejects.toEqual(refused("forbidden"));
		const { definition } = await readVersion(officer, versionId);
		await expect(createVersion(officer, templateId, definition)).rejects.toEqual(refused("forbidden"));
		await expect(listTemplates(as(world, world.office, "reader"))).rejects.toEqual(refused("forbidden"));
	});

	test("a superior's templates may be issued, not marked; another office's are not there", async () => {
		const world = await buildWorld(engine);
		const above = await buildTemplate(world, {}, world.province);
		const ctx = as(world, world.office, "office_admin");
		expect((await listIssuable(ctx)).map(({ id }) => id)).toEqual([above.versionId]);
		expect((await readTemplate(ctx, above.templateId)).own).toBe(false);
		await expect(markChecked(ctx, above.versionId)).rejects.toEqual(refused("not_found"));
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const theirs = await buildTemplate(world, {}, other);
		await expect(readTemplate(ctx, theirs.templateId)).rejects.toEqual(refused("not_found"));
		await expect(publishVersion(ctx, theirs.versionId)).rejects.toEqual(refused("not_found"));
	});

	test("a superior's draft is its own until it is published: not listed, not read, not compared", async () => {
		const world = await buildWorld(engine);
		const above = await buildTemplate(world, {}, world.province);
		const province = as(world, world.province, "office_admin");
		const { definition } = await readVersion(province, above.versionId);
		const next = await createVersion(province, above.templateId, { ...definition, rule: { type: "none" } });
		const other = await importTemplate(province, smallForm({ code: "SO-2" }));
		const ctx = as(world, world.office, "office_admin");
		expect((await listTemplates(ctx)).map(({ id }) => id)).toEqual([above.templateId]);
		expect((await readTemplate(ctx, above.templateId)).versions.map(({ number }) => number)).toEqual([1]);
		await expect(readTemplate(ctx, above.templateId, next)).rejects.toEqual(refused("not_found"));
		await expect(readTemplate(ctx, other.templateId)).rejects.toEqual(refused("not_found"));
		await expect(readDifference(ctx, above.versionId, next)).rejects.toEqual(refused("not_found"));
		expect((await readTemplate(province, above.templateId)).versions).toHaveLength(2);
		expect((await readDifference(province, above.versionId, next)).fresh.number).toBe(2);
		await publishVersion(province, next);
		expect((await readTemplate(ctx, above.templateId)).version.number).toBe(2);
	});
});
