import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld, type World } from "#tests/support/build.ts";
import { buildCampaign, buildTemplate, plan, smallForm } from "#tests/support/build-campaigns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { saveDraft } from "../campaigns/commands.ts";
import { keepFile } from "../evidence/commands.ts";
import type { Definition } from "../forms/schema.ts";
import { newId } from "../id.ts";
import { createVersion, importTemplate, markChecked } from "./commands.ts";
import { deleteDraft, publishReviewed, retireVersion } from "./life.ts";
import { incomparableItems, readDifference, readForPublishing } from "./publish-queries.ts";
import { readTemplate, readVersion } from "./queries.ts";
import type { PublishInput } from "./schema.ts";

const refused = (code: string, details?: object) =>
	expect.objectContaining({ body: expect.objectContaining({ code, ...(details && { details }) }) });

/** The definition with its criteria changed one by one. */
function edited(
	definition: Definition,
	change: (item: Definition["sections"][number]["items"][number]) => object,
): Definition {
	return {
		...definition,
		sections: definition.sections.map((section) => ({
			...section,
			items: section.items.map((item) => ({ ...item, ...change(item) }) as typeof item),
		})),
	};
}

const admin = (world: World) => as(world, world.office, "office_admin");

/** Publishes a version with what its page proposes. */
async function publish(world: World, templateId: string, versionId: string, over: Partial<PublishInput> = {}) {
	const { seen } = await readForPublishing(admin(world), templateId, versionId);
	const input = { seen, kinds: ["MN"], validFrom: null, validTo: null, legalBasis: [], confirmed: true, ...over };
	await publishReviewed(admin(world), templateId, versionId, input);
}

/** A published version, and a draft whose A.1 is reworded and whose A.2 is a number now. */
async function withDraft(world: World) {
	const { templateId, versionId } = await buildTemplate(world);
	const { definition } = await readVersion(admin(world), versionId);
	const changed = edited(definition, ({ code }) => {
		if (code === "A.1") return { text: { vi: "Tiêu chí đã viết lại" } };
		return code === "A.2" ? { type: "integer" } : {};
	});
	return { templateId, oldId: versionId, draftId: await createVersion(admin(world), templateId, changed) };
}

onEachEngine("the life of a version", (engine) => {
	test("a draft is published with its days, kinds and basis; what compares with the version before is kept and used", async () => {
		const world = await buildWorld(engine);
		const { templateId, oldId, draftId } = await withDraft(world);
		const page = await readForPublishing(admin(world), templateId, draftId);
		expect(page.before?.difference.items.map(({ code, aspects }) => [code, aspects.includes("type")])).toEqual([
			["A.1", false],
			["A.2", true],
		]);
		const legalBasis = [{ text: "Thông tư 45/2021/TT-BGDĐT", verified: true }];
		await publish(world, templateId, draftId, {
			kinds: ["MG"],
			validFrom: "2026-12-01",
			validTo: "2030-12-31",
			legalBasis,
			comparisons: { "A.1": "other" },
		});
		const { version, versions } = await readTemplate(admin(world), templateId);
		expect(version).toMatchObject({
			id: draftId,
			kinds: ["MG"],
			validFrom: "2026-12-01",
			validTo: "2030-12-31",
			legalBasis,
		});
		expect(versions.map(({ number, state, retiredAt }) => [number, state, retiredAt !== null])).toEqual([
			[2, "published", false],
			[1, "retired", true],
		]);
		expect([...(await incomparableItems(admin(world), oldId, draftId))].sort()).toEqual(["A.1", "A.2"]);
		expect([...(await incomparableItems(admin(world), draftId, oldId))].sort()).toEqual(["A.1", "A.2"]);
		expect([...(await incomparableItems(admin(world), draftId, draftId))]).toEqual([]);
	});

	test("what was declared different stays so over all later versions", async () => {
		const world = await buildWorld(engine);
		const { templateId, oldId, draftId } = await withDraft(world);
		await publish(world, templateId, draftId, { comparisons: { "A.1": "other" } });
		const { definition } = await readVersion(admin(world), draftId);
		const third = await createVersion(
			admin(world),
			templateId,
			edited(definition, ({ code }) => (code === "A.3" ? { weight: 2 } : {})),
		);
		await publish(world, templateId, third);
		expect((await incomparableItems(admin(world), oldId, third)).has("A.1")).toBe(true);
		expect((await incomparableItems(admin(world), draftId, third)).has("A.1")).toBe(false);
	});

	test("nothing is published while something is undecided, unconfirmed, wrong, or other than what was seen", async () => {
		const world = await buildWorld(engine);
		const { templateId, draftId } = await withDraft(world);
		const comparisons = { "A.1": "same" } as const;
		await expect(publish(world, templateId, draftId)).rejects.toEqual(
			refused("comparisons_missing", { items: ["A.1"] }),
		);
		// No basis at all and bare mandatory items: two warnings.
		await expect(publish(world, templateId, draftId, { comparisons, confirmed: false })).rejects.toEqual(
			refused("warnings_unconfirmed", { count: 2 }),
		);
		await expect(publish(world, templateId, draftId, { comparisons, seen: "another" })).rejects.toEqual(
			refused("version_draft_changed"),
		);
		const { definition } = await readVersion(admin(world), draftId);
		const never = { op: "const", value: false } as const;
		const faulty = await createVersion(
			admin(world),
			templateId,
			edited(definition, ({ code }) => (code === "A.4" ? { visibleIf: never } : {})),
		);
		await expect(publish(world, templateId, faulty, { comparisons })).rejects.toEqual(
			refused("version_faulty", { count: 1 }),
		);
		expect((await readTemplate(admin(world), templateId)).versions.map(({ state }) => state)).toEqual([
			"draft",
			"draft",
			"published",
		]);
		await publish(world, templateId, draftId, { comparisons });
		await expect(publish(world, templateId, draftId, { comparisons })).rejects.toEqual(refused("version_not_draft"));
	});

	test("a retired version is issued no more, with the reason told; campaigns on it go on", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const campaign = await buildCampaign(world);
		await retireVersion(admin(world), campaign.versionId, "Thông tư mới thay thế");
		await retireVersion(admin(world), campaign.versionId, "lần hai");
		const officer = as(world, world.office, "officer");
		await expect(saveDraft(officer, newId(), plan(campaign.versionId, officer))).rejects.toEqual(
			refused("version_not_published"),
		);
		const row = await world.store.read.selectFrom("template_version").selectAll().executeTakeFirstOrThrow();
		expect(row).toMatchObject({ state: "retired", retired_reason: "Thông tư mới thay thế" });
		const { state } = await world.store.read.selectFrom("campaign").select("state").executeTakeFirstOrThrow();
		expect([state, school.id.length > 0]).toEqual(["issued", true]);
	});

	test("a draft can be thrown away; the only one takes its template along, a published one stays", async () => {
		const world = await buildWorld(engine);
		const { templateId, oldId, draftId } = await withDraft(world);
		expect(await deleteDraft(admin(world), draftId)).toEqual({ templateLeft: true });
		await expect(deleteDraft(admin(world), oldId)).rejects.toEqual(refused("version_not_draft"));
		const only = await importTemplate(admin(world), smallForm());
		expect(await deleteDraft(admin(world), only.versionId)).toEqual({ templateLeft: false });
		await expect(readTemplate(admin(world), only.templateId)).rejects.toEqual(refused("not_found"));
		expect((await readTemplate(admin(world), templateId)).versions).toHaveLength(1);
	});

	test("the annex a version was compared with is kept with it, once; another unit's file is not there", async () => {
		const world = await buildWorld(engine);
		const { templateId, versionId } = await buildTemplate(world);
		const annex = { name: "Phụ lục.pdf", mediaType: "application/pdf", bytes: new Uint8Array([1]) };
		const { id } = await keepFile(admin(world), { ...annex, unitId: world.office.id });
		const stranger = await keepFile(as(world, world.province, "office_admin"), { ...annex, unitId: world.province.id });
		await expect(markChecked(admin(world), versionId, stranger.id)).rejects.toEqual(refused("not_found"));
		await markChecked(admin(world), versionId);
		await markChecked(admin(world), versionId, id);
		const { version, checkFile } = await readTemplate(admin(world), templateId);
		expect([version.checkedAt !== null, checkFile]).toEqual([true, { id, name: "Phụ lục.pdf" }]);
	});

	test("officers publish, retire and throw away nothing; another office's version is not there", async () => {
		const world = await buildWorld(engine);
		const { templateId, oldId, draftId } = await withDraft(world);
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const input = { seen: "", kinds: [], validFrom: null, validTo: null, legalBasis: [], confirmed: true };
		for (const [ctx, code] of [
			[as(world, world.office, "officer"), "forbidden"],
			[as(world, other, "office_admin"), "not_found"],
		] as const) {
			await expect(readForPublishing(ctx, templateId, draftId)).rejects.toEqual(refused(code));
			await expect(publishReviewed(ctx, templateId, draftId, input)).rejects.toEqual(refused(code));
			await expect(retireVersion(ctx, oldId, "x")).rejects.toEqual(refused(code));
			await expect(deleteDraft(ctx, draftId)).rejects.toEqual(refused(code));
		}
		await expect(readDifference(as(world, other, "office_admin"), oldId, draftId)).rejects.toEqual(
			refused("not_found"),
		);
		await expect(readDifference(as(world, world.office, "reader"), oldId, draftId)).rejects.toEqual(
			refused("forbidden"),
		);
		const { difference } = await readDifference(as(world, world.office, "officer"), oldId, draftId);
		expect(difference.items.map(({ code }) => code)).toEqual(["A.1", "A.2"]);
		// A version of another template does not pass for one of this.
		const strange = await importTemplate(admin(world), smallForm());
		await expect(readForPublishing(admin(world), templateId, strange.versionId)).rejects.toEqual(refused("not_found"));
	});
});
