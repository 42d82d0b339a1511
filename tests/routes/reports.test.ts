import { expect, test } from "vitest";
import { loadReport } from "#app/domain/papers/versions.ts";
import { as, buildWorld } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { reportedLetter, writtenReport } from "#tests/support/build-reports.ts";
import { openSite } from "#tests/support/http.ts";

const text = async (answer: Promise<Response>) => (await answer).text();

async function office() {
	const world = await buildWorld("sqlite");
	const site = openSite(world);
	const officer = await buildPerson(world, world.office, "officer");
	const { directiveId } = await reportedLetter(world);
	const ctx = { ...as(world, world.office, "officer"), files: site.app.files };
	const id = await writtenReport(ctx, directiveId);
	const post = (form: Record<string, string>) => site.request(`/office/reports/${id}`, { as: officer, form });
	return { site, officer, directiveId, ctx, id, post };
}

test("a part is saved by a plain form; what is refused comes back as it was typed, with the reason", async () => {
	const { ctx, id, post } = await office();
	expect((await post({ intent: "block", blockId: "next", base: "1", text: "Nộp {{d1.da-nop}}" })).status).toBe(302);
	const unknown = await text(post({ intent: "block", blockId: "next", base: "2", text: "Riêng tôi viết {{d9.la}}" }));
	expect(unknown).toContain("Không có số liệu nào mang mã {{d9.la}}");
	expect(unknown).toContain("Riêng tôi viết {{d9.la}}</textarea>");
	const late = await text(post({ intent: "block", blockId: "next", base: "1", text: "Câu của người đến sau" }));
	expect(late).toContain("đã được người khác sửa");
	expect(late).toContain("Câu của người đến sau</textarea>");
	const next = (await loadReport(ctx, id)).content.blocks.find((block) => block.id === "next");
	expect(next?.text).toBe("Nộp {{d1.da-nop}}");
});

test("the door for scripts saves, tells what stands there, why not, and who is signed out; rubbish changes nothing", async () => {
	const { site, officer, ctx, id } = await office();
	const door = `/office/reports/${id}/blocks`;
	const say = async (json: unknown, as?: typeof officer) => {
		const answer = await site.request(door, { ...(as ? { as } : {}), json });
		return [answer.status, await answer.json()];
	};
	const mine = { blockId: "next", base: 1, text: "Đã nộp {{d1.da-nop}}" };
	expect(await say(mine)).toEqual([401, { signedOut: true }]);
	expect(await say(mine, officer)).toEqual([200, { saved: { text: mine.text, revision: 2 } }]);
	expect(await say({ ...mine, text: "Khác" }, officer)).toEqual([200, { conflict: { text: mine.text, revision: 2 } }]);
	expect(await say({ ...mine, base: 2, text: "{{d9.la}}" }, officer)).toMatchObject([
		422,
		{ problem: { code: "report_unknown_figures" } },
	]);
	for (const rubbish of [
		null,
		[],
		"x",
		{},
		{ ...mine, text: 5 },
		{ ...mine, base: "hai" },
		{ ...mine, text: "a".repeat(20_001) },
	])
		expect(await say(rubbish, officer)).toMatchObject([422, { problem: { code: "invalid_input" } }]);
	expect(await say({ ...mine, text: "a".repeat(140_000) }, officer)).toMatchObject([
		413,
		{ problem: { code: "too_large" } },
	]);
	expect((await loadReport(ctx, id)).content.blocks.find((block) => block.id === "next")?.text).toBe(mine.text);
});

test("markup in a text is shown as text", async () => {
	const { site, officer, id, post } = await office();
	await post({ intent: "block", blockId: "next", base: "1", text: "<script>alert(1)</script>" });
	const page = await text(site.request(`/office/reports/${id}`, { as: officer }));
	expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
	expect(page).not.toContain("<script>alert(1)");
});

test("a number that cannot be one is told beside its field, and the signer stays", async () => {
	const { post } = await office();
	expect((await post({ intent: "check" })).status).toBe(302);
	const form = {
		intent: "issue",
		number: "năm",
		issuedOn: "2026-11-23",
		capacity: "Trưởng phòng",
		signer: "Lê Thị Bình",
	};
	const page = await text(post(form));
	expect(page).toContain('value="Lê Thị Bình"');
	expect(page).toContain('id="f-number-error"');
});

test("a period that ends before it begins is refused, with what was typed", async () => {
	const { site, officer, directiveId } = await office();
	const form = { directiveId, periodFrom: "2026-12-01", periodTo: "2026-11-01" };
	const page = await text(site.request("/office/reports?new=1", { as: officer, form }));
	expect(page).toContain("Kỳ báo cáo bắt đầu ngày 01/12/2026 lại sau ngày kết thúc 01/11/2026");
	expect(page).toContain('value="2026-12-01"');
});
