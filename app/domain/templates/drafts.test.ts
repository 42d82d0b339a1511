import { expect, test } from "vitest";
import { as, buildUnit, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { buildTemplate, smallForm } from "#tests/support/build-campaigns.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { Edit } from "../authoring/edit-schema.ts";
import { applyEdits, findItem } from "../authoring/edits.ts";
import { newItem } from "../authoring/make.ts";
import { newId } from "../id.ts";
import { searchBank } from "./bank.ts";
import { importTemplate, publishVersion } from "./commands.ts";
import { readDraft, saveEdits } from "./drafts.ts";
import { beginTemplate, beginVersion } from "./new-drafts.ts";
import { listTemplates, readTemplate, readVersion } from "./queries.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });
const storm = {
	code: "BK-BAO",
	title: { vi: "Phòng chống bão" },
	kinds: [],
	from: null,
	firstSection: { vi: "Nội dung kiểm tra" },
};
const text = (item: string, vi: string): Edit => ({ do: "set_item", item, field: "text", value: { vi } });
const batch = (base: number, ...edits: Edit[]) => ({ id: newId(), base, edits });

async function twoAuthors(world: World) {
	const [one, other] = [
		(await buildPerson(world, world.office, "office_admin", { name: "Lan" })).actor,
		(await buildPerson(world, world.office, "office_admin", { name: "Minh" })).actor,
	];
	return { one: ctxFor(world, one), other: ctxFor(world, other) };
}

onEachEngine("drafts of templates", (engine) => {
	test("an empty template is begun, written, and published once nothing is missing", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const { templateId, versionId } = await beginTemplate(ctx, storm);
		// Half written it stands in the library, and cannot be published.
		expect(await listTemplates(ctx)).toMatchObject([{ id: templateId, version: { state: "draft" } }]);
		await expect(publishVersion(ctx, versionId)).rejects.toEqual(refused("definition_faulty"));
		const section: Edit = { do: "set_section", section: "A", field: "title", value: { vi: "Trước bão" } };
		const head: Edit = { do: "set_head", field: "title", value: { vi: "Kiểm tra trước bão" } };
		const saved = await saveEdits(ctx, versionId, batch(0, text("A.1", "Cây đã cắt tỉa"), section, head));
		expect(saved).toMatchObject({ revision: 1, conflicts: [], others: [] });
		await publishVersion(ctx, versionId);
		const version = await readVersion(ctx, versionId);
		expect(version).toMatchObject({ state: "published", title: { vi: "Kiểm tra trước bão" } });
		await expect(saveEdits(ctx, versionId, batch(1, text("A.1", "Khác")))).rejects.toEqual(
			refused("version_not_draft"),
		);
		await expect(readDraft(ctx, templateId, versionId)).rejects.toEqual(refused("version_not_draft"));
	});

	test("two authors write at once: both find what the other did, and nothing is lost", async () => {
		const world = await buildWorld(engine);
		const { one, other } = await twoAuthors(world);
		const { templateId, versionId } = await beginTemplate(one, storm);
		const { draft } = await readDraft(one, templateId, versionId);
		await saveEdits(one, versionId, batch(0, text("A.1", "Cây đã cắt tỉa")));
		const late = await saveEdits(
			other,
			versionId,
			batch(
				0,
				{ do: "add_item", section: "A", after: "A.1", value: newItem("verdict", "A.2") },
				text("A.2", "Mái đã chằng"),
				text("A.1", "Cây đã chống đỡ"),
			),
		);
		expect(late).toMatchObject({
			revision: 2,
			others: ["Lan"],
			conflicts: [{ mine: text("A.1", "Cây đã chống đỡ"), why: "changed" }],
		});
		const stored = (await readDraft(one, templateId, versionId)).draft;
		expect(stored.definition.sections[0]?.items.map((item) => item.text.vi)).toEqual([
			"Cây đã cắt tỉa",
			"Mái đã chằng",
		]);
		// What the second author was told makes of the first draft exactly what is stored.
		expect(
			applyEdits(
				draft,
				late.batches.flatMap(({ edits }) => edits),
			),
		).toEqual(stored);
		expect(await saveEdits(one, versionId, batch(1))).toMatchObject({ revision: 2, others: ["Minh"] });
		await saveEdits(other, versionId, batch(2, text("A.1", "Cây đã chống đỡ")));
		const chosen = await readDraft(one, templateId, versionId);
		expect(findItem(chosen.draft.definition, "A.1")?.item.text.vi).toBe("Cây đã chống đỡ");
	});

	test("batches that come at the same moment are all done, one after the other", async () => {
		const world = await buildWorld(engine);
		const { one, other } = await twoAuthors(world);
		const { templateId, versionId } = await beginTemplate(one, storm);
		const add = (n: number): Edit => ({
			do: "add_item",
			section: "A",
			after: null,
			value: newItem("verdict", `N.${n}`),
		});
		const answers = await Promise.all(
			Array.from({ length: 8 }, (_, n) => saveEdits(n % 2 ? one : other, versionId, batch(0, add(n)))),
		);
		expect(answers.map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		const { draft, revision } = await readDraft(one, templateId, versionId);
		expect(revision).toBe(8);
		expect(draft.definition.sections[0]?.items).toHaveLength(9);
	});

	test("a batch that is sent again after a lost answer is done once, and answered as before", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const { templateId, versionId } = await beginTemplate(ctx, storm);
		const sent = batch(0, { do: "add_item", section: "A", after: null, value: newItem("text", "T") });
		const first = await saveEdits(ctx, versionId, sent);
		expect(await saveEdits(ctx, versionId, sent)).toEqual(first);
		// Also when part of it met what another author did.
		await saveEdits(ctx, versionId, batch(1, text("A.1", "Một")));
		const late = batch(1, text("A.1", "Hai"), text("T", "Ba"));
		const told = await saveEdits(ctx, versionId, late);
		expect(told.conflicts).toHaveLength(1);
		expect(await saveEdits(ctx, versionId, late)).toEqual(told);
		expect((await readDraft(ctx, templateId, versionId)).draft.definition.sections[0]?.items).toHaveLength(2);
	});

	test("a person who writes on is one line in the log, not one for each save", async () => {
		const world = await buildWorld(engine);
		const { one, other } = await twoAuthors(world);
		const { versionId } = await beginTemplate(one, storm);
		for (const [at, ctx] of [one, one, other, other, one, other].entries())
			await saveEdits(ctx, versionId, batch(at, text("A.1", `Lần ${at}`)));
		const rows = await world.store.read
			.selectFrom("audit_event")
			.select("event")
			.where("event", "=", "template.draft_edited")
			.execute();
		expect(rows).toHaveLength(2);
	});

	test("texts are stored composed, whatever the keyboard sends", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const { templateId, versionId } = await beginTemplate(ctx, storm);
		await saveEdits(ctx, versionId, batch(0, text("A.1", "Cây đã cắt tỉa".normalize("NFD"))));
		const { draft } = await readDraft(ctx, templateId, versionId);
		expect(findItem(draft.definition, "A.1")?.item.text.vi).toBe("Cây đã cắt tỉa".normalize("NFC"));
	});

	test("the next version is a copy of the newest; a second click finds it", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const { templateId, versionId } = await buildTemplate(world);
		const next = await beginVersion(ctx, templateId);
		expect(await beginVersion(ctx, templateId)).toBe(next);
		expect((await readDraft(ctx, templateId, next)).draft.definition).toEqual(
			(await readVersion(ctx, versionId)).definition,
		);
		await saveEdits(ctx, next, batch(0, text("A.2", "Đã đổi lời")));
		const before = findItem((await readVersion(ctx, versionId)).definition, "A.2")?.item.text.vi;
		expect(before).toBe("Tiêu chí A.2");
		expect((await readTemplate(ctx, templateId)).versions.map(({ number, state }) => [number, state])).toEqual([
			[2, "draft"],
			[1, "published"],
		]);
	});

	test("a template may begin as a copy of a superior's; the code is the office's own", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const superior = await buildTemplate(world, {}, world.province);
		const { templateId, versionId } = await beginTemplate(ctx, { ...storm, from: superior.versionId });
		expect((await readDraft(ctx, templateId, versionId)).draft.definition.sections.map(({ code }) => code)).toEqual([
			"A",
			"LT",
		]);
		await expect(beginTemplate(ctx, storm)).rejects.toEqual(refused("template_code_taken"));
		const draft = await importTemplate(as(world, world.province, "office_admin"), smallForm());
		await expect(beginTemplate(ctx, { ...storm, code: "X", from: draft.versionId })).rejects.toEqual(
			refused("not_found"),
		);
	});

	test("nobody writes what is not theirs to write", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const { templateId, versionId } = await beginTemplate(ctx, storm);
		const beside = await buildUnit(world.store, {
			level: "phong",
			code: "999",
			name: "Huyện khác",
			parent: world.province,
		});
		for (const stranger of [as(world, beside, "office_admin"), as(world, world.province, "office_admin")]) {
			await expect(saveEdits(stranger, versionId, batch(0))).rejects.toEqual(refused("not_found"));
			await expect(readDraft(stranger, templateId, versionId)).rejects.toEqual(refused("not_found"));
			await expect(beginVersion(stranger, templateId)).rejects.toEqual(refused("not_found"));
		}
		for (const role of ["officer", "reader", "principal"] as const) {
			const below = as(world, world.office, role);
			await expect(saveEdits(below, versionId, batch(0))).rejects.toEqual(refused("forbidden"));
			await expect(beginTemplate(below, storm)).rejects.toEqual(refused("forbidden"));
			await expect(beginVersion(below, templateId)).rejects.toEqual(refused("forbidden"));
			await expect(searchBank(below, { q: "" })).rejects.toEqual(refused("forbidden"));
		}
		await expect(saveEdits(ctx, versionId, batch(7))).rejects.toEqual(refused("invalid_input"));
	});
});

onEachEngine("the bank of items", (engine) => {
	test("items are found without tone marks, each once from its newest version, page by page", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const item = (code: string, vi: string, origin?: string) => ({
			...newItem("verdict", code),
			text: { vi },
			...(origin ? { origin } : {}),
		});
		const form = (items: object[]) => ({
			sections: [{ code: "A", title: { vi: "Phần" }, items: items as never }],
			rule: { type: "none" as const },
		});
		const { templateId, versionId } = await buildTemplate(world, {
			code: "BK-A",
			definition: form([item("MN-C.3", "Cửa bếp mở ra ngoài")]),
		});
		await buildTemplate(world, {
			code: "BK-B",
			definition: form([item("Z.1", "Cửa bếp mở ra ngoài", "MN-C.3"), item("Z.2", "Bếp có hai lối")]),
		});
		await publishVersion(ctx, await beginVersion(ctx, templateId));
		const found = await searchBank(ctx, { q: "cua BEP" });
		expect(found.lines.map((line) => [line.item.code, line.template.code, line.template.number])).toEqual([
			["MN-C.3", "BK-A", 2],
		]);
		expect((await searchBank(ctx, { q: "mn-c.3" })).lines).toHaveLength(1);
		expect((await searchBank(ctx, { q: "bếp" })).lines.map((line) => line.item.code)).toEqual(["MN-C.3", "Z.2"]);
		const many = form(Array.from({ length: 70 }, (_, at) => item(`N.${at}`, `Mục số ${at}`)));
		await buildTemplate(world, { code: "BK-C", definition: many });
		const codes: string[] = [];
		let after: string | undefined;
		do {
			const page = await searchBank(ctx, { q: "muc so", after });
			codes.push(...page.lines.map((line) => line.item.code));
			after = page.next ?? undefined;
		} while (after);
		expect(codes).toEqual(Array.from({ length: 70 }, (_, at) => `N.${at}`));
		// The version that is being written offers nothing to itself.
		expect((await searchBank(ctx, { q: "cua bep", not: versionId })).lines).toHaveLength(1);
	});

	test("drafts of a superior and templates of another branch are not offered", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const beside = await buildUnit(world.store, {
			level: "phong",
			code: "999",
			name: "Huyện khác",
			parent: world.province,
		});
		await buildTemplate(world, {}, beside);
		await importTemplate(as(world, world.province, "office_admin"), smallForm());
		expect((await searchBank(ctx, { q: "tieu chi" })).lines).toEqual([]);
		await importTemplate(ctx, smallForm());
		expect((await searchBank(ctx, { q: "tieu chi" })).lines).toHaveLength(5);
	});
});
