import { expect, test } from "vitest";
import { newId } from "#app/domain/id.ts";
import { saveOperations } from "#app/domain/returns/save.ts";
import { buildWorld, ctxFor, NOW } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { answer, buildReturn, complete } from "#tests/support/build-returns.ts";
import { openSite } from "#tests/support/http.ts";

async function scene() {
	const world = await buildWorld("sqlite");
	const made = await buildReturn(world);
	const site = openSite(world);
	site.setNow(NOW);
	const principal = await buildPerson(world, made.school, "principal");
	const deputy = await buildPerson(world, made.school, "deputy");
	const page = `/school/returns/${made.returnId}`;
	const get = async (path: string, as: typeof principal | null = principal) => {
		const response = await site.request(path, { as });
		return { status: response.status, to: response.headers.get("location"), html: await response.text() };
	};
	const post = async (path: string, form: Record<string, string | string[]>, as = principal) => {
		const response = await site.request(path, { as, form });
		return { status: response.status, to: response.headers.get("location"), html: await response.text() };
	};
	const sync = async (json: unknown, as: typeof principal | null = principal) => {
		const response = await site.request("/sync", { as, json });
		return { status: response.status, to: response.headers.get("location"), text: await response.text() };
	};
	const stored = () =>
		world.store.read.selectFrom("answer").select(["item", "value", "note"]).orderBy("item").execute();
	return { world, ...made, site, principal, deputy, page, get, post, sync, stored };
}

/** The fields of a page's form as a browser without script would post them untouched. */
function fieldsOf(html: string): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
		const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
		const name = read("name");
		if (!name || !/^[vnbwm]\./.test(name)) continue;
		const type = read("type");
		if ((type === "radio" || type === "checkbox") && !/ checked(=|\s|\/|>)/.test(tag)) continue;
		fields[name] = read("value") ?? "on";
	}
	for (const [, name = "", text = ""] of html.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)/g))
		fields[name] = text;
	return fields;
}

test("without script a section is filled, saved and left with one button", async () => {
	const { page, get, post, stored } = await scene();
	const { html } = await get(`${page}/sections/A`);
	expect(html).toContain("Lan can chắc chắn");
	const fields = { ...fieldsOf(html), "v.A.1": "unmet", "n.A.1": "Lan can gãy\r\nba thanh", "v.A.2": "met", go: "B" };
	const saved = await post(`${page}/sections/A`, fields);
	expect([saved.status, saved.to]).toEqual([302, `${page}/sections/B`]);
	expect(await stored()).toEqual([
		{ item: "A.1", value: '"unmet"', note: "Lan can gãy\nba thanh" },
		{ item: "A.2", value: '"met"', note: "" },
	]);
});

test("a page sent again untouched changes nothing", async () => {
	const { world, page, get, post, ctx, returnId } = await scene();
	await saveOperations(ctx, returnId, [
		answer("A.1", "unmet", { note: "Gãy, đang sửa", measure: { what: "Hàn", superior: true } }),
	]);
	const events = () => world.store.read.selectFrom("answer_event").select("id").execute();
	const fields = fieldsOf((await get(`${page}/sections/A`)).html);
	expect((await post(`${page}/sections/A`, { ...fields, go: "check" })).to).toBe(`${page}/check`);
	expect(await events()).toHaveLength(1);
});

test("a stale page shows both answers and keeps the one that is chosen", async () => {
	const { page, get, post, ctx, returnId, stored } = await scene();
	const stale = fieldsOf((await get(`${page}/sections/A`)).html);
	await saveOperations(ctx, returnId, [answer("A.1", "met", { note: "máy kia" })]);
	const met = await post(`${page}/sections/A`, { ...stale, "v.A.1": "unmet", "n.A.1": "máy này", "v.A.2": "met" });
	expect(met.status).toBe(422);
	expect(met.html).toContain("Mục này vừa được trả lời ở máy khác");
	expect(met.html).toContain("máy kia");
	expect(met.html).toContain("máy này");
	expect(await stored()).toMatchObject([
		{ item: "A.1", note: "máy kia" },
		{ item: "A.2", value: '"met"' },
	]);
	const both = { ...fieldsOf(met.html), "v.A.1": "unmet" };
	expect((await post(`${page}/sections/A`, { ...both, theirs: "A.1" })).status).toBe(302);
	expect((await stored())[0]).toMatchObject({ note: "máy kia" });
	expect((await post(`${page}/sections/A`, { ...both, go: "A" })).status).toBe(302);
	expect((await stored())[0]).toMatchObject({ value: '"unmet"', note: "máy này" });
});

test("what cannot be saved comes back as it was typed, with the reason; the rest is saved", async () => {
	const { page, get, post, stored } = await scene();
	const fields = fieldsOf((await get(`${page}/sections/B`)).html);
	const long = "x".repeat(100_000);
	const answered = await post(`${page}/sections/B`, { ...fields, "v.B.1": "met", "v.B.2": "1.2.3", "v.B.3": long });
	expect(answered.status).toBe(422);
	expect(answered.html).toContain('value="1.2.3"');
	expect(answered.html).toContain(long.slice(0, 5000));
	expect(answered.html).toContain("Hãy nhập một số");
	expect(answered.html).toContain("4.000");
	expect(await stored()).toMatchObject([{ item: "B.1" }]);
});

test("the check page names what is missing with links, takes no sending without the declaration, then sends once", async () => {
	const { world, page, get, post, ctx, returnId } = await scene();
	const { html } = await get(`${page}/check`);
	expect(html).toContain(`${page}/sections/A#f-v_A_1`);
	expect((await post(`${page}/check`, { round: "1", declared: "yes" })).status).toBe(422);
	await saveOperations(ctx, returnId, complete());
	const undeclared = await post(`${page}/check`, { round: "1" });
	expect(undeclared.html).toContain("Hãy đánh dấu cam đoan");
	const both = await Promise.all([1, 2].map(() => post(`${page}/check`, { round: "1", declared: "yes" })));
	expect(both.map(({ status, to }) => [status, to])).toEqual([
		[302, `${page}?sent`],
		[302, `${page}?sent`],
	]);
	expect(await world.store.read.selectFrom("submission").select("round").execute()).toEqual([{ round: 1 }]);
	const result = await get(`${page}?sent`);
	expect(result.html).toContain("Báo cáo đã được gửi");
	expect((await get(`${page}/sections/A`)).to).toBe(page);
});

test("a deputy fills and is told who sends", async () => {
	const { page, get, post, deputy, ctx, returnId } = await scene();
	await saveOperations(ctx, returnId, complete());
	expect((await get(`${page}/check`, deputy)).html).toContain("Chỉ hiệu trưởng hoặc chủ cơ sở được gửi");
	expect((await post(`${page}/check`, { round: "1", declared: "yes" }, deputy)).status).toBe(403);
});

test("sent back, only what was marked is on the page, with the reason", async () => {
	const { world, page, get, post, ctx, returnId } = await scene();
	await saveOperations(ctx, returnId, complete({ "A.1": "unmet" }));
	await post(`${page}/check`, { round: "1", declared: "yes" });
	const officer = await buildPerson(world, world.office, "officer");
	const { reviewReturn } = await import("#app/domain/returns/review.ts");
	const items = [{ item: "A.1", row: "", reason: "Chụp lại lan can" }];
	await reviewReturn(ctxFor(world, officer.actor), returnId, { round: 1, decision: "sent_back", remark: "", items });
	const home = await get("/school");
	expect(home.html).toContain("1 mục cần bổ sung");
	const { html } = await get(`${page}/sections/A`);
	expect(html).toContain("Chụp lại lan can");
	expect(html).toContain("Lan can chắc chắn");
	expect(html).toContain('name="b.A.1"');
	expect(html).not.toContain('name="b.A.2"');
});

test("sync answers each operation, whatever becomes of the others, and sends a whole return", async () => {
	const { sync, returnId } = await scene();
	const first = answer("A.1", "met");
	const saved = await sync({ returnId, operations: [first, answer("Z.9", "met")] });
	expect(saved.status).toBe(200);
	expect(JSON.parse(saved.text).operations).toMatchObject([
		{ id: first.id, outcome: "applied", revision: 1 },
		{ outcome: "refused", fault: { code: "unknown_item" } },
	]);
	const whole = await sync({ returnId, operations: complete({}, 1), submit: { round: 1, deviceAt: NOW } });
	expect(JSON.parse(whole.text)).toMatchObject({ outcome: "submitted", round: 1 });
});

test("sync refuses rubbish, strangers and an ended session, each in its own way", async () => {
	const { sync, returnId, deputy, world } = await scene();
	const stranger = await buildReturn(world);
	expect((await sync({ returnId: stranger.returnId, operations: [answer("A.1", "met")] })).status).toBe(404);
	for (const body of [null, [], { returnId: "x", operations: [] }, { returnId, operations: [{ id: newId() }] }]) {
		expect((await sync(body)).status).toBe(422);
	}
	expect((await sync({ returnId, operations: [answer("A.1", "met", { note: "x".repeat(5_000_000) })] })).status).toBe(
		413,
	);
	const asDeputy = await sync({ returnId, operations: complete(), submit: { round: 1 } }, deputy);
	expect(asDeputy.status).toBe(403);
	const ended = await sync({ returnId, operations: [answer("A.1", "met")] }, null);
	expect(ended.status).toBe(401);
});

test("other schools' returns and rubbish are not found", async () => {
	const { world, get, page } = await scene();
	const stranger = await buildReturn(world);
	for (const path of [
		`/school/returns/${stranger.returnId}`,
		`/school/returns/${stranger.returnId}/check`,
		`/school/returns/${stranger.returnId}/sections/A`,
		"/school/returns/rubbish",
		`${page}/sections/khong-co`,
	]) {
		expect((await get(path)).status, path).toBe(404);
	}
});
