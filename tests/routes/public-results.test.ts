import { expect, test } from "vitest";
import { reviewReturn } from "#app/domain/returns/review.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import type { Engine } from "#db/engine.ts";
import { buildWorld, ctxFor, NOW } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { answer, buildReturn, complete, officerOf } from "#tests/support/build-returns.ts";
import { openSite } from "#tests/support/http.ts";
import { onEachEngine } from "#tests/support/stores.ts";

async function acceptedReturn(engine: Engine) {
	const world = await buildWorld(engine);
	const site = openSite(world);
	site.setNow(NOW);
	const { ctx, returnId, school } = await buildReturn(world);
	const measure = { what: "Hàn lại <b>lan can</b>", who: "Bảo vệ Tư", due: "2026-12-20", superior: false, request: "" };
	const operations = [
		...complete().filter(({ item }) => item !== "A.1"),
		answer("A.1", "unmet", { note: "Cháu Lan ngã", measure }),
	];
	await submitReturn(ctx, returnId, { round: 1, operations });
	await reviewReturn(officerOf(world), returnId, { decision: "accepted", round: 1, remark: "", items: [] });
	const head = await buildPerson(world, school, "principal");
	const deputy = await buildPerson(world, school, "deputy");
	const page = () => site.request(`/public/schools/${school.code}`);
	const press = (as: typeof head, what: string) =>
		site.request(`/school/returns/${returnId}`, { as, method: "POST", form: { do: what } });
	return { world, site, school, returnId, head, deputy, page, press, ctx: ctxFor(world, head.actor) };
}

onEachEngine("the public result over HTTP", (engine) => {
	test("pressed by the head it stands on the public page, plain and without a name; taken back it is gone", async () => {
		const { site, returnId, head, deputy, page, press } = await acceptedReturn(engine);
		const before = await page();
		expect(await before.text()).not.toContain("Kết quả tự đánh giá");
		const own = async (as: typeof head) => (await site.request(`/school/returns/${returnId}`, { as })).text();
		expect(await own(head)).toContain("Công khai kết quả");
		expect(await own(deputy)).not.toContain('value="publish"');
		expect((await press(deputy, "publish")).status).toBe(403);
		expect(await (await page()).text()).not.toContain("Kết quả tự đánh giá");
		const pressed = await press(head, "publish");
		expect([pressed.status, pressed.headers.get("location")]).toEqual([302, `/school/returns/${returnId}#publish`]);
		const answer = await page();
		const html = await answer.text();
		expect(html).toContain("Kết quả tự đánh giá trường học an toàn");
		expect(html).toContain("Lan can chắc chắn");
		expect(html).toContain("Hàn lại &lt;b&gt;lan can&lt;/b&gt;");
		expect(html).toContain("Hạn 20/12/2026");
		expect(html).not.toMatch(/<script|modulepreload|style=|<form|Cháu Lan|Bảo vệ Tư/);
		expect(answer.headers.getSetCookie()).toEqual([]);
		expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
		expect((await press(head, "take_back")).status).toBe(302);
		expect(await (await page()).text()).not.toContain("Lan can chắc chắn");
		expect((await press(head, "<script>")).status).toBe(302);
	});
});
