import { expect, test } from "vitest";
import { as, buildUnit, buildWorld, type World } from "#tests/support/build.ts";
import { buildTemplate } from "#tests/support/build-campaigns.ts";
import { conductContent } from "#tests/support/build-conduct.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { findClause, findModule } from "../authoring/code-edits.ts";
import { insertClauses } from "../authoring/code-make.ts";
import type { Edit } from "../authoring/edit-schema.ts";
import { applyEdits } from "../authoring/edits.ts";
import { newId } from "../id.ts";
import { searchClauses } from "./clause-bank.ts";
import { publishVersion } from "./commands.ts";
import { readDraft, saveEdits } from "./drafts.ts";
import { publishReviewed } from "./life.ts";
import { beginTemplate, beginVersion } from "./new-drafts.ts";
import { readForPublishing } from "./publish-queries.ts";
import { readTemplate, readVersion } from "./queries.ts";

const refused = (code: string, details?: object) =>
	expect.objectContaining({ body: expect.objectContaining({ code, ...(details && { details }) }) });
const text = (clause: string, vi: string): Edit => ({ do: "set_clause", clause, field: "text", value: { vi } });
const batch = (base: number, ...edits: Edit[]) => ({ id: newId(), base, edits });
const admin = (world: World) => as(world, world.office, "office_admin");
const blank = {
	code: "BQT",
	title: { vi: "Bộ quy tắc ứng xử" },
	kinds: [],
	from: null,
	firstSection: { vi: "Nội dung" },
	kind: "conduct" as const,
};

/** The next version of a published code, as a draft. */
async function withDraft(world: World) {
	const { templateId } = await buildTemplate(world, { kinds: [], conduct: conductContent() });
	return { templateId, versionId: await beginVersion(admin(world), templateId) };
}

onEachEngine("codes of conduct that are written", (engine) => {
	test("two authors write at once: other clauses are put together, the same sentence is asked about", async () => {
		const world = await buildWorld(engine);
		const { templateId, versionId } = await withDraft(world);
		const [one, other] = [admin(world), as(world, world.office, "office_admin")];
		const { draft } = await readDraft(one, templateId, versionId);
		await saveEdits(one, versionId, batch(0, text("CM-NT.1", "Của Lan."), text("K-NT.1", "Của Lan.")));
		const again = batch(0, text("CM-NT.1", "Của Minh."), text("NV-HS.1", "Của Minh."));
		const saved = await saveEdits(other, versionId, again);
		expect(saved.conflicts).toMatchObject([{ mine: { clause: "CM-NT.1" }, why: "changed" }]);
		// The same batch again is done once.
		expect(await saveEdits(other, versionId, again)).toMatchObject({ revision: 2, conflicts: saved.conflicts });
		const { draft: stored } = await readDraft(one, templateId, versionId);
		const said = (code: string) => stored.conduct && findClause(stored.conduct, code)?.clause.text.vi;
		expect([said("CM-NT.1"), said("K-NT.1"), said("NV-HS.1")]).toEqual(["Của Lan.", "Của Lan.", "Của Minh."]);
		const edits = saved.batches.flatMap((done) => done.edits);
		expect(applyEdits(draft, edits)).toEqual(stored);
	});

	test("an empty code begins with the groups of the circular and the newest return; half written it is kept and shown, not published", async () => {
		const world = await buildWorld(engine);
		const ctx = admin(world);
		const library = await buildTemplate(world, { code: "BQT-CU", kinds: [], conduct: conductContent() });
		const { templateId, versionId } = await beginTemplate(ctx, blank);
		const { draft, kind } = await readDraft(ctx, templateId, versionId);
		expect(kind).toBe("conduct");
		expect(draft.conduct?.modules.map(({ group }) => group)).toEqual([
			"everyone",
			"managers",
			"teachers",
			"staff",
			"pupils",
			"parents",
			"visitors",
		]);
		expect(draft.definition).toEqual((await readVersion(ctx, library.versionId)).definition);
		expect((await readTemplate(ctx, templateId, versionId)).version.conduct?.modules).toHaveLength(7);
		await expect(publishVersion(ctx, versionId)).rejects.toEqual(
			refused("definition_faulty", { faults: ["unfinished"] }),
		);
		const page = await readForPublishing(ctx, templateId, versionId);
		const { kinds, validFrom, validTo, legalBasis } = draft;
		const input = { kinds, validFrom, validTo, legalBasis, seen: page.seen, confirmed: true };
		await expect(publishReviewed(ctx, templateId, versionId, input)).rejects.toEqual(refused("version_faulty"));
		const nursery = await beginTemplate(ctx, { ...blank, code: "BQT-MN", kinds: ["MN"] });
		const { draft: small } = await readDraft(ctx, nursery.templateId, nursery.versionId);
		expect(small.conduct?.modules.some(({ group }) => group === "pupils")).toBe(false);
		const edits = (small.conduct?.modules ?? []).flatMap(({ code, clauses }): Edit[] => [
			{
				do: "set_module",
				module: code,
				field: "legalBasis",
				value: [{ text: "Thông tư 06/2019/TT-BGDĐT", verified: true }],
			},
			...clauses.map((clause) => text(clause.code, "Tôn trọng mọi người.")),
		]);
		await saveEdits(ctx, nursery.versionId, batch(0, ...edits));
		const ready = await readForPublishing(ctx, nursery.templateId, nursery.versionId);
		await publishReviewed(ctx, nursery.templateId, nursery.versionId, { ...input, kinds: ["MN"], seen: ready.seen });
		expect((await readVersion(ctx, nursery.versionId)).state).toBe("published");
	});

	test("who may not write templates is refused, and another office finds nothing", async () => {
		const world = await buildWorld(engine);
		const { versionId } = await withDraft(world);
		const beside = await buildUnit(world.store, {
			level: "phong",
			code: "999",
			name: "Huyện khác",
			parent: world.province,
		});
		const edits = batch(0, text("CM-NT.1", "Khác."));
		await expect(saveEdits(as(world, beside, "office_admin"), versionId, edits)).rejects.toEqual(refused("not_found"));
		expect((await searchClauses(as(world, beside, "office_admin"), { q: "ton trong" })).lines).toEqual([]);
		for (const role of ["officer", "reader", "principal"] as const) {
			const below = as(world, world.office, role);
			await expect(saveEdits(below, versionId, edits)).rejects.toEqual(refused("forbidden"));
			await expect(beginTemplate(below, blank)).rejects.toEqual(refused("forbidden"));
			await expect(searchClauses(below, { q: "" })).rejects.toEqual(refused("forbidden"));
		}
	});

	test("clauses are found without tone marks, each once from its newest version, page by page, and come in under free codes", async () => {
		const world = await buildWorld(engine);
		const ctx = admin(world);
		const { templateId, versionId } = await withDraft(world);
		const { lines } = await searchClauses(ctx, { q: "THONG TIN nguoi hoc" });
		expect(lines.map(({ clause, group, template }) => [clause.code, group, template.number])).toEqual([
			["GV03-HS.2", "teachers", 2],
		]);
		expect((await searchClauses(ctx, { q: "thong tin nguoi hoc", not: versionId })).lines[0]?.template.number).toBe(1);
		const { draft } = await readDraft(ctx, templateId, versionId);
		if (!draft.conduct || !lines[0]) throw new Error("nothing to insert");
		const edits = insertClauses(draft.conduct, "NV-HS", "NV-HS.1", [lines[0].clause]);
		await saveEdits(ctx, versionId, batch(0, ...edits));
		const { conduct } = await readVersion(ctx, versionId);
		expect(conduct && findModule(conduct, "NV-HS")?.clauses.map(({ code }) => code)).toEqual(["NV-HS.1", "NV-HS.2"]);
		const many = Array.from({ length: 70 }, (_, at) => ({
			code: `NH.${at + 1}`,
			stance: "should" as const,
			text: { vi: `Điều thứ ${at + 1}` },
			demanded: false,
		}));
		const content = conductContent();
		for (const module of content.modules) if (module.code === "K-NT") module.clauses = many;
		await buildTemplate(world, { code: "BQT-NHIEU", kinds: [], conduct: content });
		const codes: string[] = [];
		let after: string | undefined;
		do {
			const page = await searchClauses(ctx, { q: "dieu thu", after });
			codes.push(...page.lines.map(({ clause }) => clause.code));
			after = page.next ?? undefined;
		} while (after);
		expect(codes).toEqual(many.map(({ code }) => code));
	});
});
