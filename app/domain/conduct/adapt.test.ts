import { expect, test } from "vitest";
import { as, buildSchool, buildWorld, type World } from "#tests/support/build.ts";
import { adopt, issueConduct } from "#tests/support/build-conduct.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { addLocalClause, beginDraft, moveClause, saveBasis, saveClause } from "./adapt.ts";
import { codeToRead } from "./rules.ts";
import { loadVersion } from "./versions.ts";

const refused = (code: string, details?: object) =>
	expect.objectContaining({ body: { code, details: details ?? expect.anything() } });

async function begun(world: World, kind = "MN") {
	const school = await buildSchool(world, { kind });
	await issueConduct(world);
	const ctx = as(world, school, "principal");
	const id = await beginDraft(ctx);
	const clauses = async () => (await loadVersion(ctx, id)).content.modules.flatMap((module) => module.clauses);
	const clause = async (code: string) => (await clauses()).find((one) => one.code === code);
	return { ctx, school, id, clauses, clause };
}

onEachEngine("adapting the code", (engine) => {
	test("a school starts from what its newest conduct campaign issued, with the modules for its kind today", async () => {
		const world = await buildWorld(engine);
		const preschool = await begun(world);
		expect((await loadVersion(preschool.ctx, preschool.id)).content.modules.map(({ code }) => code)).toEqual([
			"TC",
			"QL-NV",
			"GV03-HS",
			"NV-HS",
			"CM-NT",
			"K-NT",
		]);
		const primary = await begun(world, "TH");
		expect((await primary.clauses()).map(({ code }) => code)).toContain("HS-TC.1");
		expect((await primary.clauses()).every(({ status, revision }) => status === "kept" && revision === 0)).toBe(true);
	});

	test("a school that was issued none cannot begin", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		await expect(beginDraft(as(world, school, "principal"))).rejects.toEqual(refused("conduct_not_issued"));
	});

	test("many clicks at once begin one draft", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		await issueConduct(world);
		const ctx = as(world, school, "deputy");
		const ids = await Promise.all(Array.from({ length: 8 }, () => beginDraft(ctx)));
		expect(new Set(ids).size).toBe(1);
		const { events } = await audit(world, school.id);
		expect(events).toEqual(["conduct.draft_begun"]);
	});

	test("a clause is kept, reworded and dropped; the same words as the office's are its clause", async () => {
		const world = await buildWorld(engine);
		const { ctx, id, clause } = await begun(world);
		const first = await saveClause(ctx, id, { code: "QL-NV.1", base: 0, status: "reworded", text: "Gương mẫu." });
		expect(first).toMatchObject({ saved: { status: "reworded", text: { vi: "Gương mẫu." } }, revision: 1 });
		expect(await clause("QL-NV.1")).toMatchObject({
			origin: { vi: "Gương mẫu, dân chủ, minh bạch." },
			revision: 1,
		});
		const origin = "Gương mẫu, dân chủ, minh bạch.";
		const back = await saveClause(ctx, id, { code: "QL-NV.1", base: 1, status: "reworded", text: origin });
		expect(back).toMatchObject({ saved: { status: "kept" }, revision: 2 });
		await saveClause(ctx, id, { code: "QL-NV.1", base: 2, status: "dropped" });
		const { content } = await loadVersion(ctx, id);
		expect(JSON.stringify(codeToRead(content))).not.toContain(origin);
		expect(JSON.stringify(content)).toContain(origin);
	});

	test("what the law demands may be reworded, never dropped", async () => {
		const world = await buildWorld(engine);
		const { ctx, id, clause } = await begun(world);
		await expect(saveClause(ctx, id, { code: "TC.2", base: 0, status: "dropped" })).rejects.toEqual(
			refused("clause_demanded", { code: "TC.2", text: "Hút thuốc lá trong trường." }),
		);
		await saveClause(ctx, id, {
			code: "TC.2",
			base: 0,
			status: "reworded",
			text: "Hút thuốc trong và trước cổng trường.",
		});
		expect(await clause("TC.2")).toMatchObject({ status: "reworded", demanded: true });
		await expect(saveClause(ctx, id, { code: "TC.2", base: 1, status: "reworded", text: "  " })).rejects.toThrow();
	});

	test("a stale page changes nothing and gets both wordings; the same wording again is no conflict", async () => {
		const world = await buildWorld(engine);
		const { ctx, id, clause } = await begun(world);
		await saveClause(ctx, id, { code: "NV-HS.1", base: 0, status: "reworded", text: "Của người thứ nhất." });
		const second = { code: "NV-HS.1", base: 0, status: "reworded" as const };
		expect(await saveClause(ctx, id, { ...second, text: "Của người thứ hai." })).toMatchObject({
			conflict: { text: { vi: "Của người thứ nhất." }, revision: 1 },
		});
		expect(await clause("NV-HS.1")).toMatchObject({ text: { vi: "Của người thứ nhất." }, revision: 1 });
		expect(await saveClause(ctx, id, { ...second, text: "Của người thứ nhất." })).toMatchObject({ revision: 1 });
		// Another clause is not stale because of it.
		expect(await saveClause(ctx, id, { code: "K-NT.1", base: 0, status: "dropped" })).toMatchObject({ revision: 2 });
	});

	test("of two that save the same clause at once one is kept and the other told", async () => {
		const world = await buildWorld(engine);
		const { ctx, id } = await begun(world);
		const saves = ["một", "hai", "ba", "bốn"].map((text) =>
			saveClause(ctx, id, { code: "NV-HS.1", base: 0, status: "reworded", text }),
		);
		const results = await Promise.all(saves);
		expect(results.filter((result) => "saved" in result)).toHaveLength(1);
		expect(results.filter((result) => "conflict" in result)).toHaveLength(3);
	});

	test("local clauses are added once, moved, reworded and taken out; their codes are never given again", async () => {
		const world = await buildWorld(engine);
		const { ctx, id, clauses } = await begun(world);
		const greet = { group: "teachers", relation: "pupils", stance: "should", text: "Đón trẻ tận cửa lớp." } as const;
		expect(await addLocalClause(ctx, id, greet)).toEqual({ code: "DP.1", revision: 1 });
		expect(await addLocalClause(ctx, id, greet)).toEqual({ code: "DP.1", revision: 1 });
		await moveClause(ctx, id, { code: "DP.1", before: "GV03-HS.1" });
		await moveClause(ctx, id, { code: "DP.1", before: "GV03-HS.1" });
		await moveClause(ctx, id, { code: "GV03-HS.2", before: "" });
		const order = async () => (await clauses()).map(({ code }) => code).filter((code) => /GV|DP/.test(code));
		expect(await order()).toEqual(["DP.1", "GV03-HS.1", "GV03-HS.3", "GV03-HS.2"]);
		await expect(moveClause(ctx, id, { code: "DP.1", before: "TC.1" })).rejects.toEqual(refused("not_found"));
		await saveClause(ctx, id, { code: "DP.1", base: 1, status: "local", text: "Chào trẻ." });
		await saveClause(ctx, id, { code: "DP.1", base: 4, status: "dropped" });
		expect(await order()).toEqual(["GV03-HS.1", "GV03-HS.3", "GV03-HS.2"]);
		const next = await addLocalClause(ctx, id, { ...greet, group: "visitors", relation: "pupils", text: "Đeo thẻ." });
		expect(next.code).toBe("DP.2");
		const { content } = await loadVersion(ctx, id);
		expect(content.modules.at(-1)).toMatchObject({ code: "DP-visitors-pupils", local: true, legalBasis: [] });
		const { events } = await audit(world, ctx.actor.unitId);
		expect(events.slice(1)).toEqual([
			"conduct.clause_added",
			"conduct.clause_moved",
			"conduct.clause_moved",
			"conduct.clause_changed",
			"conduct.clause_removed",
			"conduct.clause_added",
		]);
	});

	test("the school's own legal basis is kept line by line, and a stale page is told", async () => {
		const world = await buildWorld(engine);
		const { ctx, id } = await begun(world);
		const lines = "Điều lệ trường mầm non\n\n  Quyết định 16/2008/QĐ-BGDĐT ";
		expect(await saveBasis(ctx, id, { base: 0, lines })).toEqual({
			saved: ["Điều lệ trường mầm non", "Quyết định 16/2008/QĐ-BGDĐT"],
			revision: 1,
		});
		expect(await saveBasis(ctx, id, { base: 0, lines })).toMatchObject({ revision: 1 });
		expect(await saveBasis(ctx, id, { base: 0, lines: "Khác" })).toMatchObject({
			conflict: ["Điều lệ trường mầm non", "Quyết định 16/2008/QĐ-BGDĐT"],
		});
		expect(await saveBasis(ctx, id, { base: 1, lines: "" })).toEqual({ saved: [], revision: 2 });
	});

	test("text is stored in one Unicode form, without control characters", async () => {
		const world = await buildWorld(engine);
		const { ctx, id, clause } = await begun(world);
		const text = "Hoà nhã\u0007 với trẻ.".normalize("NFD");
		await saveClause(ctx, id, { code: "NV-HS.1", base: 0, status: "reworded", text });
		expect((await clause("NV-HS.1"))?.text.vi).toBe("Hoà nhã với trẻ.".normalize("NFC"));
	});

	test("teachers and offices change nothing, another school's draft is not found, a frozen text stands", async () => {
		const world = await buildWorld(engine);
		const { ctx, school, id } = await begun(world);
		const save = { code: "NV-HS.1", base: 0, status: "dropped" as const };
		for (const role of ["teacher", "officer"] as const) {
			const other = as(world, role === "teacher" ? school : world.office, role);
			await expect(beginDraft(other)).rejects.toEqual(refused("forbidden"));
			await expect(saveClause(other, id, save)).rejects.toEqual(refused("forbidden"));
			await expect(saveBasis(other, id, { base: 0, lines: "" })).rejects.toEqual(refused("forbidden"));
		}
		const stranger = as(world, await buildSchool(world), "principal");
		await expect(saveClause(stranger, id, save)).rejects.toEqual(refused("not_found"));
		await expect(moveClause(stranger, id, { code: "TC.1", before: "" })).rejects.toEqual(refused("not_found"));
		await expect(saveClause(ctx, "rubbish", save)).rejects.toEqual(refused("not_found"));
		await expect(saveClause(ctx, id, { ...save, code: "XX" })).rejects.toEqual(refused("not_found"));
		await adopt(ctx, "consulting");
		const local = { group: "staff", relation: "pupils", stance: "should", text: "Mới" } as const;
		const attempts = [
			() => saveClause(ctx, id, save),
			() => addLocalClause(ctx, id, local),
			() => moveClause(ctx, id, { code: "TC.1", before: "" }),
			() => saveBasis(ctx, id, { base: 0, lines: "x" }),
		];
		for (const attempt of attempts)
			await expect(attempt()).rejects.toEqual(refused("conduct_state", { state: "consulting" }));
	});
});

async function audit(world: World, unitId: string) {
	const rows = await world.store.read
		.selectFrom("audit_event")
		.select("event")
		.where("unit_id", "=", unitId)
		.orderBy("seq")
		.execute();
	return { events: rows.map(({ event }) => event) };
}
