import { expect, test } from "vitest";
import type { Engine } from "#db/engine.ts";
import { as, buildSchool, buildWorld, NOW } from "#tests/support/build.ts";
import { adopt, amend, issueConduct, publication } from "#tests/support/build-conduct.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { openSite } from "#tests/support/http.ts";
import { onEachEngine } from "#tests/support/stores.ts";

async function school(engine: Engine) {
	const world = await buildWorld(engine);
	const site = openSite(world);
	site.setNow(NOW);
	const unit = await buildSchool(world, { name: "Trường Mầm non Giao An" });
	await issueConduct(world);
	const principal = as(world, unit, "principal");
	return { world, site, unit, principal, path: `/public/schools/${unit.code}` };
}

onEachEngine("the public page over HTTP", (engine) => {
	test("anybody reads the code in force: no script, no cookie, the same for all, in either language", async () => {
		const { world, site, unit, principal, path } = await school(engine);
		const before = await site.request(path);
		expect(before.status).toBe(200);
		expect(await before.text()).toContain("Trường chưa công khai Bộ Quy tắc ứng xử.");
		await adopt(principal, "published", {
			publication: publication(principal, {
				channels: { phone: "0228 3895 123", email: "<b>x", web: "javascript:alert(1)", box: "Cổng trường" },
			}),
		});
		await amend(principal, "NV-HS.1", "Bản nháp không ai được đọc.", "draft");
		const answer = await site.request(path);
		const html = await answer.text();
		expect(html).toContain("Trường Mầm non Giao An");
		expect(html).toContain("Báo cáo kịp thời khi phát hiện người học bị bạo lực.");
		expect(html).toContain('href="tel:02283895123"');
		expect(html).toContain('href="tel:111"');
		expect(html).toContain("12/QĐ-MN");
		expect(html).not.toMatch(/<script|modulepreload|style=|<form|Bản nháp|href="javascript|<b>x/i);
		expect(answer.headers.get("cache-control")).toBe("public, max-age=300");

		const person = await buildPerson(world, unit, "teacher");
		const cookie = `${await site.cookieOf(person)}; locale=en; theme=dark`;
		// A session so old that any other page would prolong it.
		site.setNow("2026-12-04T03:00:00.000Z");
		const known = await site.request(path, { as: cookie });
		expect(known.headers.getSetCookie()).toEqual([]);
		expect(await known.text()).toBe(html);
		expect((await site.request("/me", { as: cookie })).headers.getSetCookie()).not.toEqual([]);

		const english = await (await site.request(`${path}?lang=en`)).text();
		expect(english).toMatch(/<html lang="en"/);
		expect(english).toContain("Code of conduct");
	});

	test("a code of no school and a closed school are not found, without script either", async () => {
		const { world, site, unit, principal, path } = await school(engine);
		await adopt(principal);
		for (const code of ["99999999", world.office.code, "%27%20or%201"]) {
			const lost = await site.request(`/public/schools/${code}`);
			expect(lost.status).toBe(404);
			expect(lost.headers.get("cache-control")).toBeNull();
			expect(await lost.text()).not.toContain("<script");
			expect((await site.request(`/public/schools/${code}/poster-a4.pdf`)).status).toBe(404);
		}
		expect((await site.request(`${path}/poster-a5.pdf`)).status).toBe(404);
		expect((await site.request(`${path}/constructor`)).status).toBe(404);
		await world.store.read.updateTable("unit").set({ status: "closed" }).where("id", "=", unit.id).execute();
		expect((await site.request(path)).status).toBe(404);
	});
});

onEachEngine("the posters", (engine) => {
	test("are drawn once for what they say; whoever asks for many new ones waits, whoever asks for a drawn one does not", async () => {
		const { world, site, principal, path } = await school(engine);
		expect((await site.request(`${path}/poster-a4.pdf`)).status).toBe(404);
		await adopt(principal);
		const counted = () =>
			world.store.read.selectFrom("rateLimit").select("count").where("key", "like", "poster:%").executeTakeFirst();
		const all = await Promise.all([1, 2, 3].map(() => site.request(`${path}/poster-a4.pdf`)));
		const [first, ...others] = await Promise.all(all.map(async (one) => Buffer.from(await one.arrayBuffer())));
		expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(first?.subarray(0, 4).toString()).toBe("%PDF");
		expect(others.every((one) => first && one.equals(first))).toBe(true);
		const drawn = Number((await counted())?.count);
		await site.request(`${path}/poster-a4.pdf`);
		expect(Number((await counted())?.count)).toBe(drawn);

		await world.store.read.updateTable("rateLimit").set({ count: 30 }).where("key", "like", "poster:%").execute();
		expect((await site.request(`${path}/poster-a4.pdf`)).status).toBe(200);
		const many = await site.request(`${path}/poster-a3.pdf`);
		expect(many.status).toBe(429);
		expect(await many.text()).toBe("Bạn thao tác quá nhanh. Hãy thử lại sau 600 giây.");
		expect(many.headers.get("retry-after")).toBe("600");
		expect((await site.request(`${path}/poster-a3.pdf`, { address: "203.0.113.9" })).status).toBe(200);
	});
});

test("over the wire: a mark of the content, and 304 for whoever has it", async () => {
	const { site, principal, path } = await school("sqlite");
	await adopt(principal);
	const { origin } = await site.serve();
	const first = await fetch(origin + path);
	const mark = first.headers.get("etag") ?? "";
	expect(mark).toMatch(/^W\/"[\w-]{22}"$/);
	expect(first.headers.get("cache-control")).toBe("public, max-age=300");
	expect(first.headers.get("set-cookie")).toBeNull();
	expect(await first.text()).toContain("Trường Mầm non Giao An");
	const again = await fetch(origin + path, { headers: { "If-None-Match": mark } });
	expect([again.status, await again.text()]).toEqual([304, ""]);
	expect(again.headers.get("etag")).toBe(mark);
	await amend(principal, "NV-HS.1", "Luôn kiên nhẫn với từng người học.");
	const changed = await fetch(origin + path, { headers: { "If-None-Match": mark } });
	expect(changed.status).toBe(200);
	expect(changed.headers.get("etag")).not.toBe(mark);
	// What is for one person only bears no mark.
	expect((await fetch(`${origin}/sign-in`)).headers.get("etag")).toBeNull();
});
