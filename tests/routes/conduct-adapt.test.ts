import { expect, test } from "vitest";
import { saveClause } from "#app/domain/conduct/adapt.ts";
import { readAdoption } from "#app/domain/conduct/queries.ts";
import { loadVersion } from "#app/domain/conduct/versions.ts";
import { newId } from "#app/domain/id.ts";
import { buildSchool, buildWorld, ctxFor, NOW } from "#tests/support/build.ts";
import { acknowledge, adopt, conductContent, issueAgain, issueConduct } from "#tests/support/build-conduct.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { openSite } from "#tests/support/http.ts";

async function scene(step?: "draft" | "consulting" | "published") {
	const world = await buildWorld("sqlite");
	const unit = await buildSchool(world, { kind: "TH" });
	const issued = await issueConduct(world);
	const site = openSite(world);
	site.setNow(NOW);
	const principal = await buildPerson(world, unit, "principal");
	const deputy = await buildPerson(world, unit, "deputy");
	const teacher = await buildPerson(world, unit, "teacher");
	const ctx = ctxFor(world, principal.actor);
	const id = step ? await adopt(ctx, step) : "";
	const told = async (response: Response) => ({
		status: response.status,
		to: response.headers.get("location"),
		html: await response.text(),
	});
	const get = async (path: string, as: typeof principal | null = principal) => told(await site.request(path, { as }));
	const post = async (path: string, form: Record<string, string>, as = principal) =>
		told(await site.request(path, { as, form }));
	const save = async (json: unknown, as: typeof principal | null = principal, version = id) =>
		told(await site.request(`/school/conduct/${version}/clauses`, { as, json }));
	const clause = async (code: string) => {
		const { content } = await loadVersion(ctx, id);
		return content.modules.flatMap(({ clauses }) => clauses).find((one) => one.code === code);
	};
	const order = async (module: string) => {
		const { content } = await loadVersion(ctx, id);
		return content.modules.find(({ code }) => code === module)?.clauses.map(({ code }) => code);
	};
	const adapt = `/school/conduct/${id}/adapt`;
	return { world, unit, issued, site, principal, deputy, teacher, ctx, id, get, post, save, clause, order, adapt };
}

test("the overview leads from the empty page to the draft with one button, pressed twice too", async () => {
	const { get, post, ctx } = await scene();
	const { html } = await get("/school/conduct");
	expect(html).toContain("Bắt đầu soạn");
	const both = await Promise.all([1, 2].map(() => post("/school/conduct", { intent: "begin" })));
	const { open } = await readAdoption(ctx);
	expect(both.map(({ status, to }) => [status, to])).toEqual([
		[302, `/school/conduct/${open?.id}/adapt`],
		[302, `/school/conduct/${open?.id}/adapt`],
	]);
	expect((await get("/school/conduct")).html).toContain("Soạn tiếp");
	expect((await post("/school/conduct", { intent: "khac" })).status).toBe(404);
});

test("before the office issued anything the page teaches, and beginning is refused with a sentence", async () => {
	const world = await buildWorld("sqlite");
	const principal = await buildPerson(world, await buildSchool(world), "principal");
	const site = openSite(world);
	expect(await (await site.request("/school/conduct", { as: principal })).text()).toContain("Phòng chưa ban hành mẫu");
	const refused = await site.request("/school/conduct", { as: principal, form: { intent: "begin" } });
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain("Phòng");
});

test("the offer is shown clause by clause with what the school made of it, and taken over once", async () => {
	const { world, issued, get, post, ctx, id } = await scene("draft");
	await saveClause(ctx, id, { code: "QL-NV.1", base: 0, status: "reworded", text: "Lời của trường mình." });
	const content = conductContent();
	content.modules
		.find(({ code }) => code === "QL-NV")
		?.clauses.splice(0, 1, {
			code: "QL-NV.1",
			stance: "should",
			text: { vi: "Gương mẫu, liêm chính." },
			demanded: false,
		});
	await issueAgain(world, issued, content);
	const { html } = await get("/school/conduct");
	for (const words of ["Mẫu mới của Phòng", "Gương mẫu, liêm chính.", "Gương mẫu, dân chủ", "Lời của trường mình."]) {
		expect(html).toContain(words);
	}
	expect((await post("/school/conduct", { intent: "accept" })).to).toBe(`/school/conduct/${id}/adapt?taken`);
	const again = await post("/school/conduct", { intent: "accept" });
	expect([again.status, again.html.includes("Không có cập nhật nào để nhận")]).toEqual([422, true]);
});

test("without script a clause is reworded, dropped and kept by its own form; what the law demands is not dropped", async () => {
	const { adapt, get, post, clause } = await scene("draft");
	const path = `${adapt}?group=managers`;
	const { html } = await get(path);
	expect(html).toContain('name="base" value="0"');
	const form = { intent: "clause", code: "QL-NV.1", base: "0", status: "reworded", text: "Gương mẫu,\r\ncông bằng." };
	expect((await post(path, form)).to).toBe(`${path}&done=saved#clause-QL-NV.1`);
	expect(await clause("QL-NV.1")).toMatchObject({ status: "reworded", text: { vi: "Gương mẫu,\ncông bằng." } });
	await post(path, { ...form, code: "QL-NV.2", status: "dropped", text: "" });
	expect(await clause("QL-NV.2")).toMatchObject({ status: "dropped" });
	const refused = await post(`${adapt}?group=everyone`, { ...form, code: "TC.1", status: "dropped" });
	expect([refused.status, refused.html.includes("Pháp luật yêu cầu điều khoản này nên không bỏ được")]).toEqual([
		422,
		true,
	]);
	const empty = await post(path, { ...form, text: "   " });
	expect(empty.status).toBe(422);
});

test("a stale page shows both wordings and keeps the one that is chosen", async () => {
	const { adapt, ctx, id, post, clause } = await scene("draft");
	await saveClause(ctx, id, { code: "QL-NV.1", base: 0, status: "reworded", text: "Máy kia." });
	const path = `${adapt}?group=managers`;
	const form = { intent: "clause", code: "QL-NV.1", base: "0", status: "reworded", text: "Máy này." };
	const met = await post(path, form);
	expect(met.status).toBe(409);
	for (const words of ["vừa được người khác sửa", "Máy kia.", "Máy này."]) expect(met.html).toContain(words);
	const { revision = 0 } = (await clause("QL-NV.1")) ?? {};
	expect(met.html).toContain(`name="base" value="${revision}"`);
	expect((await clause("QL-NV.1"))?.text.vi).toBe("Máy kia.");
	await post(path, { ...form, base: String(revision) });
	expect((await clause("QL-NV.1"))?.text.vi).toBe("Máy này.");
});

test("the school's own clauses are added once, moved, taken out; nothing typed is lost on a refusal", async () => {
	const { adapt, get, post, order, clause } = await scene("draft");
	const path = `${adapt}?group=managers`;
	const add = { intent: "add", group: "managers", relation: "teachers_staff", stance: "should", text: "Lắng nghe." };
	expect((await post(path, add)).to).toBe(`${path}&done=added#clause-DP.1`);
	await post(path, add);
	expect(await order("QL-NV")).toEqual(["QL-NV.1", "QL-NV.2", "DP.1"]);
	expect((await get(path)).html).toContain("Chuyển điều khoản DP.1 lên trên");
	await post(path, { intent: "move", code: "DP.1", before: "QL-NV.2" });
	expect(await order("QL-NV")).toEqual(["QL-NV.1", "DP.1", "QL-NV.2"]);
	const { revision } = (await clause("DP.1")) ?? {};
	await post(path, { intent: "clause", code: "DP.1", base: String(revision), status: "dropped" });
	expect(await order("QL-NV")).toEqual(["QL-NV.1", "QL-NV.2"]);
	const refused = await post(path, { ...add, stance: "khac", text: "Còn nguyên lời này." });
	expect([refused.status, refused.html.includes("Còn nguyên lời này.")]).toEqual([422, true]);
	expect((await post(path, { intent: "constructor" })).status).toBe(404);
});

test("the legal basis is saved; a stale page shows both and writes on the second press", async () => {
	const { adapt, get, post, ctx, id } = await scene("draft");
	const basis = async () => (await loadVersion(ctx, id)).content.basis;
	expect((await post(adapt, { intent: "basis", base: "0", lines: "Quy chế A\r\n\r\nQuy chế B" })).status).toBe(302);
	expect(await basis()).toEqual(["Quy chế A", "Quy chế B"]);
	const stale = await post(adapt, { intent: "basis", base: "0", lines: "Quy chế C" });
	expect(stale.status).toBe(409);
	expect(stale.html).toContain("Quy chế A");
	expect(stale.html).toContain("Quy chế C");
	const base = /id="basis"[\s\S]*?name="base" value="(\d+)"/.exec(stale.html)?.[1] ?? "";
	expect((await post(adapt, { intent: "basis", base, lines: "Quy chế C" })).status).toBe(302);
	expect(await basis()).toEqual(["Quy chế C"]);
	expect((await get(adapt)).html).toContain("Quy chế C");
});

test("scripts save a clause, are told of a conflict, and of an ended session", async () => {
	const { save, clause, world, teacher } = await scene("draft");
	const json = { code: "QL-NV.1", base: 0, status: "reworded", text: "Một." };
	const saved = await save(json);
	expect(JSON.parse(saved.html)).toMatchObject({ saved: { text: { vi: "Một." }, status: "reworded" } });
	expect(JSON.parse((await save({ ...json, text: "Hai." })).html)).toMatchObject({
		conflict: { text: { vi: "Một." } },
	});
	expect((await clause("QL-NV.1"))?.text.vi).toBe("Một.");
	expect((await save(json, null)).status).toBe(401);
	expect((await save(json, teacher)).status).toBe(403);
	const stranger = await buildPerson(world, await buildSchool(world), "principal");
	expect((await save(json, stranger)).status).toBe(404);
	for (const rubbish of [null, [], { code: "QL-NV.1" }, { ...json, status: "khac" }, { ...json, base: -1 }]) {
		expect((await save(rubbish)).status).toBe(422);
	}
	expect((await save({ ...json, text: "x".repeat(100_000) })).status).toBe(413);
});

test("a version that is being read cannot be changed, and its page says so", async () => {
	const { adapt, get, post, save } = await scene("consulting");
	expect((await get(adapt)).html).toContain("Bản này không sửa được lúc này");
	const form = { intent: "clause", code: "QL-NV.1", base: "0", status: "kept", text: "" };
	expect((await post(adapt, { ...form, status: "dropped" })).status).toBe(422);
	expect((await save({ code: "QL-NV.1", base: 0, status: "dropped", text: "" })).status).toBe(422);
});

test("strangers, rubbish and teachers get nothing of the text", async () => {
	const { world, get, id, adapt, teacher } = await scene("draft");
	const stranger = await buildPerson(world, await buildSchool(world), "principal");
	for (const path of [`/school/conduct/${id}`, adapt]) {
		expect((await get(path, stranger)).status).toBe(404);
		expect((await get(path, teacher)).status).toBe(403);
	}
	for (const path of ["/school/conduct/rac", `/school/conduct/${newId()}/adapt`]) {
		expect((await get(path)).status).toBe(404);
	}
});

test("signatures are seen by name at the school alone, and only those missing are reminded, once a day", async () => {
	const { get, post, principal, deputy, teacher, id, ctx, world } = await scene("published");
	await acknowledge(ctx, id);
	const { html } = await get("/school/conduct/staff", deputy);
	for (const { actor } of [principal, deputy, teacher]) expect(html).toContain(actor.name);
	expect(html).toContain("Nhắc 2 người chưa ký");
	const stranger = await buildPerson(world, await buildSchool(world), "principal");
	expect((await get("/school/conduct/staff", stranger)).html).not.toContain(teacher.actor.name);
	expect((await post("/school/conduct/staff", {})).to).toBe("/school/conduct/staff?reminded=2");
	expect((await post("/school/conduct/staff", {})).to).toBe("/school/conduct/staff?reminded=0");
	expect((await get("/school/conduct/staff?reminded=0")).html).toContain("không ai bị nhắc lần nữa");
	expect((await post("/school/conduct/staff", {}, teacher)).status).toBe(403);
	const reminded = await world.store.read.selectFrom("conduct_notice").select("person_id").execute();
	expect(reminded.map((row) => row.person_id).sort()).toEqual([deputy.personId, teacher.personId].sort());
});

test("the review is written by the principal; a wrong day comes back with what was typed", async () => {
	const { get, post, deputy, ctx } = await scene("published");
	const form = { reviewedOn: "2099-01-01", outcome: "amend", note: "Sửa phần khách." };
	const late = await post("/school/conduct/review", form);
	expect(late.status).toBe(422);
	expect(late.html).toContain("Sửa phần khách.");
	expect((await post("/school/conduct/review", { ...form, reviewedOn: ctx.today })).to).toBe(
		"/school/conduct?reviewed",
	);
	expect((await get("/school/conduct")).html).toContain("cần sửa đổi, bổ sung");
	expect((await post("/school/conduct/review", form, deputy)).status).toBe(403);
});

test("the home page says what there is to do about the code, to each their own", async () => {
	const { get, teacher } = await scene("consulting");
	const head = (await get("/school")).html;
	expect(head).toContain("Lấy ý kiến đến hết ngày");
	expect(head).toContain('href="/school/conduct"');
	const own = (await get("/school", teacher)).html;
	expect(own).toContain('href="/me/conduct/consultation"');
	expect(own).not.toContain('href="/school/conduct"');
});
