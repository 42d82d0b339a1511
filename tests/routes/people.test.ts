import { expect, test } from "vitest";
import type { Engine } from "#db/engine.ts";
import { buildSchool, buildWorld } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { openSite } from "#tests/support/http.ts";
import { onEachEngine } from "#tests/support/stores.ts";

const PASSWORD = "bốn con ngựa xám";

async function district(engine: Engine) {
	const world = await buildWorld(engine);
	const site = openSite(world);
	const school = await buildSchool(world, { name: "Trường Mầm non Giao Hương" });
	const officer = await buildPerson(world, world.office, "officer", { name: "Phạm Văn Chuyên" });
	return { world, site, school, officer };
}

onEachEngine("accounts over HTTP", (engine) => {
	test("from a school without an account to its head at work: created in bulk, printed, redeemed by phone", async () => {
		const { site, school, officer } = await district(engine);
		const panel = await (await site.request("/office/people?do=schools", { as: officer })).text();
		expect(panel).toContain("1 trường chưa có tài khoản");
		expect(panel).toContain(school.name);
		const made = await site.request("/office/people", { as: officer, form: { intent: "schools" } });
		expect(made.headers.get("location")).toBe("/office/people?state=invited&do=slips&made=1");
		const printed = await site.request("/office/people/slips", { as: officer, form: { fresh: "1" } });
		const slip = await printed.text();
		expect(slip).toContain(school.code);
		const [code = ""] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(slip) ?? [];
		expect(slip).toMatch(/<path d="M\d+ \d+h\d+v1h-\d+z/);
		expect(slip).not.toContain("style=");
		const none = await site.request("/office/people/slips", { as: officer, form: { fresh: "1" } });
		expect([none.status, (await none.text()).includes(code)]).toEqual([422, false]);
		expect(await (await site.request("/office/people/slips", { as: officer })).text()).not.toContain(code);

		const shown = await (await site.request(`/activate?code=${code}`)).text();
		expect(shown).toContain(school.name);
		const short = await site.request("/activate", { form: { code, password: "ngắn" } });
		expect(short.status).toBe(422);
		const opened = await site.request("/activate", { form: { code, password: PASSWORD } });
		expect(opened.headers.get("location")).toBe("/");
		const [cookie = ""] = opened.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
		expect((await site.request("/", { as: cookie })).headers.get("location")).toBe("/school");
		const again = await site.request("/activate", { form: { code, password: PASSWORD } });
		expect(await again.text()).toContain("Mã này đã được dùng");
		expect(await (await site.request(`/activate?code=${code}`)).text()).toContain("Mã này đã được dùng");
		expect(site.logged()).not.toContain(code);
	});

	test("a code that cannot be one is told on the page, to be typed again", async () => {
		const { site } = await district(engine);
		for (const code of ["", "x", "%00", "đ".repeat(200), "AAAA-AAAA-AAAA"]) {
			const page = await site.request(`/activate?code=${encodeURIComponent(code)}`);
			expect(page.status).toBe(200);
			const text = await page.text();
			expect(text).toContain('name="code"');
			expect(text.includes("Mã kích hoạt chưa đúng")).toBe(code !== "");
		}
	});

	test("one person: created, found, reset, blocked; each with its entry in the chain", async () => {
		const { world, site, school, officer } = await district(engine);
		const form = { intent: "create", name: "Trần Thị Bưởi", username: "buoitt", role: "deputy", unitId: school.id };
		const bad = await site.request("/office/people?do=create", { as: officer, form: { ...form, username: "bưởi" } });
		const page = await bad.text();
		expect(bad.status).toBe(422);
		expect(page).toContain('value="Trần Thị Bưởi"');
		expect(page).toContain("Chỉ dùng chữ cái không dấu");
		const created = await site.request("/office/people?do=create", { as: officer, form });
		const path = created.headers.get("location")?.split("?")[0] ?? "";
		expect(await (await site.request(path, { as: officer })).text()).toContain("buoitt");
		expect(await (await site.request("/office/people?q=buoi", { as: officer })).text()).toContain(path);
		for (const intent of ["block", "unblock", "unlock"]) {
			const done = await site.request(path, { as: officer, form: { intent } });
			expect(done.headers.get("location"), intent).toBe(`${path}?done=saved`);
		}
		await site.request(path, { as: officer, form: { intent: "rename", name: "Trần Thị Bưởi Nhỏ" } });
		await site.request("/office/people/slips", { as: officer, form: { person: path.split("/").at(-1) ?? "" } });
		const events = await world.store.read
			.selectFrom("audit_event")
			.select("event")
			.where("unit_id", "=", school.id)
			.orderBy("seq")
			.execute();
		expect(events.map((event) => event.event)).toEqual([
			"person.created",
			"person.blocked",
			"person.unblocked",
			"person.unlocked",
			"person.renamed",
			"person.code_issued",
		]);
		expect((await site.request(path, { as: officer, form: { intent: "rubbish" } })).status).toBe(404);
	});

	test("an officer sees the administrators of the office and may not open their accounts", async () => {
		const { world, site, officer } = await district(engine);
		const admin = await buildPerson(world, world.office, "office_admin", { name: "Bùi Quản Trị" });
		expect(await (await site.request("/office/people", { as: officer })).text()).toContain("Bùi Quản Trị");
		const path = `/office/people/${admin.personId}`;
		expect((await site.request(path, { as: officer })).status).toBe(403);
		expect((await site.request(path, { as: officer, form: { intent: "block" } })).status).toBe(403);
		const slip = await site.request("/office/people/slips", { as: officer, form: { person: admin.personId } });
		expect(slip.status).toBe(403);
		expect((await site.request(path, { as: admin })).status).toBe(200);
	});

	test("a head looks after their own staff; another school's people and rubbish ids are not found", async () => {
		const { world, site, school } = await district(engine);
		const head = await buildPerson(world, school, "principal");
		const form = { intent: "create", name: "Lê Văn Cam", username: "camlv", role: "teacher" };
		const created = await site.request("/school/people", { as: head, form });
		const personId = created.headers.get("location")?.split("created=")[1] ?? "";
		const page = await (await site.request(`/school/people?created=${personId}`, { as: head })).text();
		expect(page).toContain("Lê Văn Cam");
		const slip = await site.request("/office/people/slips", { as: head, form: { person: personId } });
		expect(await slip.text()).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
		const sneaky = await site.request("/school/people", {
			as: head,
			form: { ...form, username: "b", role: "principal" },
		});
		expect(sneaky.status).toBe(422);
		const foreign = await buildPerson(world, await buildSchool(world), "teacher");
		for (const id of [foreign.personId, "rác", "00000000-0000-7000-8000-000000000000"]) {
			for (const intent of ["block", "unblock", "unlock", "end_role"]) {
				const answer = await site.request("/school/people", { as: head, form: { intent, personId: id } });
				expect(answer.status, `${intent} ${id}`).toBe(404);
			}
			expect((await site.request("/office/people/slips", { as: head, form: { person: id } })).status).toBe(404);
		}
		await site.request("/school/people", { as: head, form: { intent: "block", personId } });
		const state = await world.store.read
			.selectFrom("person")
			.select("status")
			.where("id", "=", personId)
			.executeTakeFirst();
		expect(state?.status).toBe("blocked");
	});

	test("who may open which page", async () => {
		const { world, site, school, officer } = await district(engine);
		const people = {
			office_admin: await buildPerson(world, world.office, "office_admin"),
			officer,
			reader: await buildPerson(world, world.office, "reader"),
			principal: await buildPerson(world, school, "principal"),
			deputy: await buildPerson(world, school, "deputy"),
			teacher: await buildPerson(world, school, "teacher"),
		};
		const seen: Record<string, Record<string, number>> = {};
		for (const path of ["/me", "/office/people", "/office/people/rubbish", "/office/people/slips", "/school/people"]) {
			for (const [role, as] of Object.entries(people)) {
				seen[path] = { ...seen[path], [role]: (await site.request(path, { as })).status };
			}
			seen[path] = { ...seen[path], nobody: (await site.request(path)).status };
		}
		const office = {
			office_admin: 200,
			officer: 200,
			reader: 403,
			principal: 403,
			deputy: 403,
			teacher: 403,
			nobody: 302,
		};
		expect(seen).toEqual({
			"/me": { ...office, reader: 200, principal: 200, deputy: 200, teacher: 200 },
			"/office/people": office,
			"/office/people/rubbish": { ...office, office_admin: 404, officer: 404 },
			"/office/people/slips": { ...office, principal: 200 },
			"/school/people": { ...office, office_admin: 403, officer: 403, principal: 200 },
		});
	});
});
