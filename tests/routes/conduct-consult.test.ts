import { expect, test } from "vitest";
import { loadVersion } from "#app/domain/conduct/versions.ts";
import { newId } from "#app/domain/id.ts";
import type { Engine } from "#db/engine.ts";
import { as, buildSchool, buildWorld, NOW } from "#tests/support/build.ts";
import { adopt, consulting, issueConduct } from "#tests/support/build-conduct.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { openSite } from "#tests/support/http.ts";
import { onEachEngine } from "#tests/support/stores.ts";

async function asking(engine: Engine) {
	const world = await buildWorld(engine);
	const site = openSite(world);
	site.setNow(NOW);
	const round = await consulting(world);
	const principal = await buildPerson(world, round.school, "principal", { name: "Trần Thị Hà" });
	return { world, site, ...round, head: principal, at: `/school/conduct/${round.id}` };
}

const links = { intent: "links", seed: "A".repeat(22), group: "parents", label: "Lớp 5 tuổi A", count: "3" };
const addresses = (html: string) => [...new Set(html.match(/http:\/\/localhost\/y-kien\/[\w-]{22}/g) ?? [])];

onEachEngine("a consultation over HTTP", (engine) => {
	test("links are in the answer that made them, the same for the same form, and nowhere else", async () => {
		const { site, head, at } = await asking(engine);
		const made = await (await site.request(`${at}/consult`, { as: head, form: links })).text();
		expect(addresses(made)).toHaveLength(3);
		expect(made.match(/<path d="M\d+ \d+h\d+v1h-\d+z/g)).toHaveLength(3);
		const again = await (await site.request(`${at}/consult`, { as: head, form: links })).text();
		expect(addresses(again)).toEqual(addresses(made));
		const page = await (await site.request(`${at}/consult`, { as: head })).text();
		expect(addresses(page)).toEqual([]);
		expect(page).toContain("0/3");
		for (const address of addresses(made)) expect(site.logged()).not.toContain(address.split("/").at(-1));
	});

	test("a reader by link: what was typed is kept, one voice, and the link is used", async () => {
		const { site, link } = await asking(engine);
		const path = `/y-kien/${await link()}`;
		const page = await site.request(path);
		expect(page.status).toBe(200);
		expect(page.headers.get("x-robots-tag")).toBe("noindex, nofollow");
		expect(page.headers.getSetCookie()).toEqual([]);
		const html = await page.text();
		expect(html).toContain('name="remark.TC.1"');
		expect(html).not.toContain("style=");
		const typed = { comment: "Ý kiến chung", "remark.TC.1": "Nên rõ hơn", "remark.TC.2": "x".repeat(1001) };
		const refused = await site.request(path, { form: typed });
		const shown = await refused.text();
		expect(refused.status).toBe(422);
		for (const said of ["Hãy chọn Đồng ý hoặc Chưa đồng ý.", "Ý kiến chung", "Nên rõ hơn", "tối đa 1000 ký tự"])
			expect(shown).toContain(said);
		expect(shown).toMatch(/href="#f-remark_TC_2"/);
		const sent = await site.request(path, { form: { ...typed, agrees: "yes", "remark.TC.2": "" } });
		expect(sent.headers.get("location")).toBe(`${path}?done=1`);
		expect(await (await site.request(`${path}?done=1`)).text()).toContain("Cảm ơn bạn đã góp ý");
		expect(await (await site.request(path)).text()).toContain("Đường dẫn này đã được dùng");
		const second = await site.request(path, { form: { agrees: "no" } });
		expect([second.status, (await second.text()).includes("Đường dẫn này đã được dùng")]).toEqual([422, true]);
	});

	test("a remark on a clause that is not there is nobody's page; rubbish is refused in words", async () => {
		const { site, link } = await asking(engine);
		const path = `/y-kien/${await link()}`;
		expect((await site.request(path, { form: { agrees: "yes", "remark.KHÔNG-CÓ": "x" } })).status).toBe(404);
		const rubbish: Record<string, string | string[]>[] = [
			{ agrees: "có" },
			{ agrees: ["yes", "x"] },
			{ agrees: "yes", "remark.": "x" },
			{},
		];
		for (const form of rubbish) expect((await site.request(path, { form })).status).toBe(422);
		const lines = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`remark.C${at}`, "x"]));
		expect((await site.request(path, { form: { agrees: "yes", ...lines } })).status).toBe(422);
		expect((await site.request(path)).status).toBe(200);
	});

	test("a closed consultation says so; guesses are told that they are wrong, then to wait", async () => {
		const { site, link } = await asking(engine);
		const path = `/y-kien/${await link()}`;
		site.setNow("2026-12-01T03:00:00.000Z");
		expect(await (await site.request(path)).text()).toContain("Đợt lấy ý kiến đã kết thúc");
		expect((await site.request(path, { form: { agrees: "yes" } })).status).toBe(422);
		const statuses: number[] = [];
		for (let n = 0; n < 60 && statuses.at(-1) !== 429; n++) {
			const wrong = await site.request(`/y-kien/doan-mo-${n}`, { address: "203.0.113.9" });
			statuses.push(wrong.status);
			const text = await wrong.text();
			if (wrong.status === 404) expect(text).toContain("Đường dẫn lấy ý kiến này không đúng");
			else expect(text).toContain("Hãy");
		}
		expect(new Set(statuses)).toEqual(new Set([404, 429]));
	});

	test("staff are heard by account once", async () => {
		const { world, site, school } = await asking(engine);
		const teacher = await buildPerson(world, school, "teacher");
		const path = "/me/conduct/consultation";
		expect(await (await site.request(path, { as: teacher })).text()).toContain('name="agrees"');
		const sent = await site.request(path, { as: teacher, form: { agrees: "no", comment: "Dài quá" } });
		expect(sent.headers.get("location")).toBe(`${path}?done=1`);
		expect(await (await site.request(path, { as: teacher })).text()).toContain("Bạn đã gửi ý kiến");
		expect((await site.request(path, { as: teacher, form: { agrees: "yes" } })).status).toBe(422);
	});

	test("meetings are counted, the round is closed, and the majority leads on", async () => {
		const { site, head, at } = await asking(engine);
		const meeting = { intent: "meeting", id: newId(), group: "parents", heldOn: "2026-11-23", fileId: "" };
		const wrong = await site.request(`${at}/consult`, { as: head, form: { ...meeting, present: "20", agreed: "30" } });
		const shown = await wrong.text();
		expect(wrong.status).toBe(422);
		expect(shown).toContain("Số người đồng ý không thể nhiều hơn");
		expect(shown).toContain('value="30"');
		const early = { ...meeting, heldOn: "2026-01-01", present: "20", agreed: "11" };
		expect(await (await site.request(`${at}/consult`, { as: head, form: early })).text()).toMatch(
			/id="meeting-heldOn-error".*Ngày họp phải trong thời gian lấy ý kiến/s,
		);
		const counted = { ...meeting, present: "20", agreed: "11" };
		for (const form of [counted, counted])
			expect((await site.request(`${at}/consult`, { as: head, form })).headers.get("location")).toContain("counted");
		await site.request(`${at}/consult`, { as: head, form: { intent: "close" } });
		const page = await (await site.request(`${at}/consult`, { as: head })).text();
		expect(page).toContain("11/20 ý kiến đồng ý, đạt 55 %");
		expect(page).toContain(`${at}/decide`);
		expect((await site.request(`${at}/consult`, { as: head, form: { intent: "x" } })).status).toBe(404);
	});
});

onEachEngine("deciding and publishing over HTTP", (engine) => {
	async function consulted() {
		const world = await buildWorld(engine);
		const site = openSite(world);
		site.setNow(NOW);
		const school = await buildSchool(world, { name: "Trường Mầm non Giao An" });
		await issueConduct(world);
		const ctx = as(world, school, "principal");
		const id = await adopt(ctx, "consulted");
		return { site, school, ctx, head: await buildPerson(world, school, "principal"), at: `/school/conduct/${id}`, id };
	}

	test("a decision of before the consultation ended is refused beside what was typed; publishing without one, too", async () => {
		const { site, head, at, ctx, id } = await consulted();
		const decision = { number: "05/QĐ-MNGA", decidedOn: "2026-11-01", signer: "Nguyễn Thị Thắm" };
		const refused = await site.request(`${at}/decide`, { as: head, form: decision });
		const shown = await refused.text();
		expect(refused.status).toBe(422);
		expect(shown).toContain('value="05/QĐ-MNGA"');
		expect(shown).toMatch(/id="f-decidedOn-error"[^>]*>.*sớm hơn ngày kết thúc lấy ý kiến/s);
		const publication = { onBoard: "on", "channels.phone": "0228 000 0123", effectiveOn: "2026-11-24" };
		const early = await site.request(`${at}/publish`, { as: head, form: publication });
		expect([early.status, (await early.text()).includes("Hãy ghi quyết định ban hành trước")]).toEqual([422, true]);
		await site.request(`${at}/decide`, { as: head, form: { ...decision, decidedOn: "2026-11-23" } });
		expect((await loadVersion(ctx, id)).state).toBe("decided");
		const bare = await site.request(`${at}/publish`, { as: head, form: { onWeb: "truong.vn", effectiveOn: "" } });
		const complaints = await bare.text();
		expect(bare.status).toBe(422);
		expect(complaints).toContain('value="truong.vn"');
		expect(complaints).toContain("bắt đầu bằng https://");
		const done = await site.request(`${at}/publish`, { as: head, form: publication });
		expect(done.headers.get("location")).toBe(`${at}/publish?done=published`);
		const page = await (await site.request(`${at}/publish`, { as: head })).text();
		for (const link of ["/public/schools/", "poster-a3.pdf", "quyet-dinh.docx"]) expect(page).toContain(link);
	});

	test("papers are files of their kind; posters only of the code in force; a version goes back to be written", async () => {
		const { site, head, at, ctx, id } = await consulted();
		const paper = async (file: string) => {
			const response = await site.request(`${at}/papers/${file}`, { as: head });
			return { status: response.status, start: Buffer.from(await response.arrayBuffer()).toString("latin1", 0, 4) };
		};
		expect(await paper("quyet-dinh.docx")).toEqual({ status: 200, start: "PK\u0003\u0004" });
		expect(await paper("bo-quy-tac.pdf")).toEqual({ status: 200, start: "%PDF" });
		expect((await paper("poster-a3.pdf")).status).toBe(422);
		expect((await paper("quyet-dinh.xlsx")).status).toBe(404);
		const revised = await site.request(`${at}/decide`, { as: head, form: { intent: "revise" } });
		expect(revised.headers.get("location")).toBe("/school/conduct");
		expect((await loadVersion(ctx, id)).state).toBe("draft");
	});
});
