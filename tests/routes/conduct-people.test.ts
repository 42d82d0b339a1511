import { expect, test } from "vitest";
import type { Engine } from "#db/engine.ts";
import { as, buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { acknowledge, adopt, amend, issueConduct } from "#tests/support/build-conduct.ts";
import { buildMembership, buildPerson } from "#tests/support/build-people.ts";
import { openSite } from "#tests/support/http.ts";
import { onEachEngine } from "#tests/support/stores.ts";

async function school(engine: Engine) {
	const world = await buildWorld(engine);
	const site = openSite(world);
	const unit = await buildSchool(world, { name: "Trường Mầm non Giao An" });
	await issueConduct(world);
	const principal = as(world, unit, "principal");
	const teacher = await buildPerson(world, unit, "teacher", { name: "Nguyễn Thị Đào" });
	const open = async (path: string, who = teacher) => (await site.request(path, { as: who })).text();
	const post = (form: Record<string, string>, who = teacher) => site.request("/me/conduct/read", { as: who, form });
	const hidden = (html: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]+)"`).exec(html)?.[1] ?? "";
	return { world, site, unit, principal, teacher, open, post, hidden };
}

const READ = "/me/conduct/read";

onEachEngine("reading and signing over HTTP, without script", (engine) => {
	test("asked on the school's page, read to the end, signed with the name, led to the receipt, never asked again", async () => {
		const { site, unit, principal, teacher, open, post, hidden } = await school(engine);
		const nothing = await open("/me/conduct");
		expect(nothing).toContain("Trường chưa công khai Bộ Quy tắc ứng xử");
		expect((await site.request(READ, { as: teacher })).headers.get("location")).toBe("/me/conduct");
		const version = await adopt(principal);
		expect(await open("/school")).toContain('href="/me/conduct/read"');

		const page = await open(READ);
		expect(page.indexOf('id="teachers"')).toBeGreaterThan(0);
		expect(page.indexOf('id="teachers"')).toBeLessThan(page.indexOf('id="managers"'));
		expect([page.includes("Tôi đã đọc hết"), page.includes("Gõ họ và tên")]).toEqual([true, false]);
		expect(page).not.toContain("style=");
		expect(await open("/me/conduct")).toContain("Đã mở, chưa đọc hết");

		const read = await post({ intent: "read", version: hidden(page, "version") });
		expect(read.headers.get("location")).toBe("/me/conduct/read#sign");
		const signing = await open(READ);
		const form = { intent: "sign", version, sha256: hidden(signing, "sha256") };
		const wrong = await post({ ...form, name: "Trần Thị Bích" });
		const told = await wrong.text();
		expect(wrong.status).toBe(422);
		expect(told).toContain('value="Trần Thị Bích"');
		expect(told).toMatch(/id="f-name-error"[^>]*>.*Nguyễn Thị Đào/s);

		const done = await post({ ...form, name: "nguyen thi dao" });
		const receipt = `/me/conduct/signed/${unit.id}/${version}`;
		expect(done.headers.get("location")).toBe(`${receipt}?done`);
		const shown = await open(receipt);
		const [code = ""] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(shown) ?? [];
		expect(shown).toContain("Báo cáo kịp thời khi phát hiện người học bị bạo lực.");
		expect(shown).toContain(form.sha256.slice(0, 8));
		expect(code).not.toBe("");
		expect(await open("/me/conduct")).toContain(code);
		expect((await site.request(READ, { as: teacher })).headers.get("location")).toBe(receipt);
		expect((await post({ ...form, name: "nguyen thi dao" })).headers.get("location")).toBe(`${receipt}?done`);
		expect(await open("/school")).not.toContain('href="/me/conduct/read"');
		expect(site.logged()).not.toContain('"msg":"bug"');
	});

	test("a material change asks again and shows itself first; a small one does not; what was signed stays as it was", async () => {
		const { world, unit, principal, teacher, open, post, hidden } = await school(engine);
		const first = await adopt(principal);
		await acknowledge(ctxFor(world, teacher.actor), first);
		await amend(principal, "NV-HS.1", "Đúng mực, giúp đỡ!");
		const spared = await open(READ);
		expect(spared).toContain("không phải ký lại");
		expect([spared.includes("Tôi đã đọc hết"), spared.includes("Gõ họ và tên")]).toEqual([false, false]);

		const second = await amend(principal, "NV-HS.1", "Luôn kiên nhẫn với từng người học.");
		const asked = await open(READ);
		expect(asked.indexOf("Luôn kiên nhẫn")).toBeLessThan(asked.indexOf('id="teachers"'));
		expect(asked).toContain("Đúng mực, giúp đỡ");
		// Somebody publishes another while this page is open.
		await post({ intent: "read", version: second });
		const sha256 = hidden(await open(READ), "sha256");
		await amend(principal, "NV-HS.1", "Không bao giờ lớn tiếng.");
		const late = await post({ intent: "sign", version: second, sha256, name: "Nguyễn Thị Đào" });
		expect(late.status).toBe(422);
		const again = await late.text();
		expect(again).toContain("Không bao giờ lớn tiếng.");
		expect(again).toContain("Tôi đã đọc hết");
		expect((await post({ intent: "read", version: second })).status).toBe(422);

		const kept = await open(`/me/conduct/signed/${unit.id}/${first}`);
		expect(kept).toContain("Đúng mực, giúp đỡ.");
		expect(kept).not.toContain("lớn tiếng");
		expect(kept).toContain("đã được bản khác thay thế");
	});

	test("a person of two schools signs for each; whoever works at an office now keeps the receipt, and nobody else gets it", async () => {
		const { world, site, unit, principal, teacher, open } = await school(engine);
		const other = await buildSchool(world, { name: "Trường Mầm non Giao Hải" });
		await issueConduct(world);
		const code = await adopt(principal);
		await acknowledge(ctxFor(world, teacher.actor), code);
		await adopt(as(world, other, "principal"));
		const membership = await buildMembership(world, teacher, other, "teacher");
		const here = await open("/me/conduct");
		expect(here).toContain("Chuyển sang Trường Mầm non Giao Hải");
		const form = { intent: "membership", membership, back: "/me/conduct" };
		const moved = await site.request("/me", { as: teacher, form });
		expect(moved.headers.get("location")).toBe("/me/conduct");
		const cookies = [await site.cookieOf(teacher), moved.headers.getSetCookie()[0]?.split(";")[0]].join("; ");
		const there = await (await site.request(READ, { as: cookies })).text();
		expect(there).toContain("Trường Mầm non Giao Hải");
		const away = await site.request("/me", { as: teacher, form: { ...form, back: "//evil.example" } });
		expect(away.headers.get("location")).toBe("/");

		await buildMembership(world, teacher, world.office, "reader");
		await world.store.read
			.updateTable("membership")
			.set({ ended_at: principal.now })
			.where("person_id", "=", teacher.personId)
			.where("role", "=", "teacher")
			.execute();
		const receipt = `/me/conduct/signed/${unit.id}/${code}`;
		expect(await open("/me/conduct")).toContain(receipt);
		expect((await site.request(receipt, { as: teacher })).status).toBe(200);
		expect((await site.request(READ, { as: teacher })).status).toBe(403);
		const colleague = await buildPerson(world, unit, "principal");
		expect((await site.request(receipt, { as: colleague })).status).toBe(404);
		expect((await site.request(`${receipt}/receipt.pdf`, { as: colleague })).status).toBe(404);
		const pdf = await site.request(`${receipt}/receipt.pdf`, { as: teacher });
		expect(pdf.headers.get("content-disposition")).toMatch(
			/^attachment; filename="phieu-xac-nhan-[0-9A-Z-]{14}\.pdf"$/,
		);
		expect((await pdf.text()).startsWith("%PDF")).toBe(true);
	});
});
