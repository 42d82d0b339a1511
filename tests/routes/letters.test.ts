import { expect, test } from "vitest";
import { codeText } from "#app/domain/papers/slip-code.ts";
import { makeSlipCode } from "#app/domain/papers/slips.ts";
import { as, buildWorld } from "#tests/support/build.ts";
import { lateCampaign } from "#tests/support/build-letters.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { openSite } from "#tests/support/http.ts";

const text = async (answer: Promise<Response>) => (await answer).text();
const signing = { issuedOn: "2026-11-23", capacity: "Trưởng phòng", signer: "Lê Thị Bình" };

async function office() {
	const world = await buildWorld("sqlite");
	const site = openSite(world);
	const officer = await buildPerson(world, world.office, "officer");
	const { campaign } = await lateCampaign(world, ["An", "Bình", "Châu", "<b>Dương</b>", "Én"]);
	const letters = `/office/campaigns/${campaign.id}/letters`;
	const post = (path: string, form: Record<string, string>) => site.request(path, { as: officer, form });
	const begin = async (intent: string) => (await post(letters, { intent })).headers.get("Location") ?? "";
	const principal = (at: number) => buildPerson(world, campaign.returns[at]?.school ?? world.office, "principal");
	return { world, site, officer, campaign, letters, post, begin, principal };
}

test("a reminder from draft to the late school's home, by plain forms; a refusal keeps what was typed", async () => {
	const { site, officer, letters, post, begin, principal, campaign } = await office();
	const draft = await begin("remind");
	const page = await text(site.request(draft, { as: officer }));
	expect(page).toContain("&lt;b&gt;Dương&lt;/b&gt;");
	const listed = /name="listed" value="(\w+)"/.exec(page)?.[1] ?? "";
	const refused = await text(post(draft, { intent: "issue", ...signing, number: "mười hai", listed }));
	expect(refused).toContain('value="Lê Thị Bình"');
	expect(refused).toContain('id="f-number-error"');
	expect(await text(post(draft, { intent: "issue", ...signing, number: "12", listed: "other" }))).toContain(
		"Danh sách đơn vị quá hạn đã thay đổi",
	);
	const done = await post(draft, { intent: "issue", ...signing, number: "12", listed });
	expect(done.headers.get("Location")).toBe(`${letters}?issued=1`);
	expect(await text(site.request(letters, { as: officer }))).toContain("12/PGDĐT · 23/11/2026");
	expect(await text(site.request(`/office/campaigns/${campaign.id}`, { as: officer }))).toContain(
		"12/PGDĐT · 23/11/2026",
	);
	const late = await principal(3);
	expect(await text(site.request("/school", { as: late }))).toContain("Công văn số 12/PGDĐT ngày 23/11/2026");
	const own = `/school/letters/${draft.split("/").at(-1)}`;
	const file = await site.request(`${own}/cong-van-nhac-nop.pdf`, { as: late });
	expect(file.headers.get("Content-Type")).toBe("application/pdf");
	expect(
		Buffer.from(await file.arrayBuffer())
			.subarray(0, 5)
			.toString(),
	).toBe("%PDF-");
	expect((await site.request(`${own}/thong-bao-ket-qua.pdf`, { as: late })).status).toBe(404);
	expect((await site.request(`${own}/cong-van-nhac-nop.pdf`, { as: await principal(0) })).status).toBe(404);
});

test("notices are issued, written and downloaded by their schools; nothing else is done by rubbish", async () => {
	const { site, officer, letters, post, begin, principal } = await office();
	const draft = await begin("notify");
	const unknown = await text(
		post(draft, {
			intent: "save",
			revision: "1",
			issuer: "P",
			sign: "TB-P",
			place: "X",
			abstract: "A",
			opening: "{{la}}",
			closing: "Giữ",
		}),
	);
	expect(unknown).toContain("{{la}}");
	expect(unknown).toContain("Giữ</textarea>");
	const done = await post(draft, { intent: "issue", ...signing, number: "7", returnId: "", listed: "" });
	expect(done.headers.get("Location")).toBe(`${letters}?issued=1#results`);
	const page = await text(site.request(letters, { as: officer }));
	expect(page).toContain("08/TB-PGDĐT · 23/11/2026");
	expect(page).not.toContain("đang lập tệp");
	const home = await text(site.request("/school", { as: await principal(1) }));
	expect(home).toContain("Thông báo kết quả số 08/TB-PGDĐT");
	const zip = await site.request(`${letters}/thong-bao.zip`, { as: officer });
	expect(
		Buffer.from(await zip.arrayBuffer())
			.subarray(0, 2)
			.toString(),
	).toBe("PK");
	for (const path of [`${letters}/khac.zip`, `${draft}/khac.pdf`, "/office/letters/rubbish"])
		expect((await site.request(path, { as: officer })).status).toBe(404);
	expect((await post(letters, { intent: "khac" })).status).toBe(404);
	expect((await post(draft, { intent: "khac" })).status).toBe(404);
});

test("a print is verified by anybody, without script and cookie; what nobody made is not found", async () => {
	const { world, site, campaign, officer } = await office();
	const returnId = campaign.returns[1]?.returnId ?? "";
	const made = await site.request(`/office/returns/${returnId}/slip/phieu-ket-qua.pdf`, { as: officer, form: {} });
	expect(made.headers.get("Location")).toBe(`/office/returns/${returnId}/slip/phieu-ket-qua.pdf`);
	const code = codeText(await makeSlipCode(as(world, world.office, "officer"), "office", returnId));
	const found = await site.request(`/xac-minh/${code.toLowerCase()}`);
	expect(found.status).toBe(200);
	expect(found.headers.get("Cache-Control")).toBe("public, max-age=300");
	expect(found.headers.get("Set-Cookie")).toBeNull();
	const page = await found.text();
	expect(page).toContain("Phiếu có thật");
	expect(page).toContain("Trường Mầm non Bình");
	expect(page).not.toContain("<script");
	expect(page).not.toContain("Lan can");
	const { origin } = await site.serve();
	const served = await fetch(`${origin}/xac-minh/${code}`);
	const again = await fetch(`${origin}/xac-minh/${code}`, {
		headers: { "If-None-Match": served.headers.get("etag") ?? "" },
	});
	expect(again.status).toBe(304);
	const unknown = await site.request("/xac-minh/0000-0000-0000-0000");
	expect(unknown.status).toBe(404);
	expect(unknown.headers.get("Cache-Control")).toBe("no-store");
	expect(await unknown.text()).toContain("Không có phiếu nào mang mã này");
	expect((await site.request("/xac-minh/%3Cscript%3E")).status).toBe(404);
	const typed = await site.request(`/xac-minh?ma=${code}`);
	expect(typed.headers.get("Location")).toBe(`/xac-minh/${code}`);
});
