import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockPerson } from "#app/domain/people/accounts.ts";
import { endMembership } from "#app/domain/people/memberships.ts";
import { localPath } from "#app/platform/local-path.ts";
import type { Engine } from "#db/engine.ts";
import { as, buildSchool, buildWorld } from "#tests/support/build.ts";
import { buildMembership, buildPerson } from "#tests/support/build-people.ts";
import { ask } from "#tests/support/build-server.ts";
import { ORIGIN, openSite, openTestSession } from "#tests/support/http.ts";
import { onEachEngine } from "#tests/support/stores.ts";

const PASSWORD = "bốn con ngựa xám";
const DAY = 86_400_000;

async function office(engine: Engine, over: Parameters<typeof buildPerson>[3] = {}) {
	const world = await buildWorld(engine);
	const site = openSite(world);
	const person = await buildPerson(world, world.office, "officer", over);
	return { world, site, person };
}

/** The `Cookie` header that a browser sends back. */
function cookiesOf(response: Response): string {
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(";")[0])
		.join("; ");
}

const days = (n: number) => new Date(Date.now() + n * DAY).toISOString();

onEachEngine("signing in over HTTP", (engine) => {
	test("a stranger is sent to sign in, and after that back to the page they wanted", async () => {
		const { site, person } = await office(engine, { password: PASSWORD });
		const turned = await site.request("/me?from=mail");
		expect([turned.status, turned.headers.get("location")]).toEqual([302, "/sign-in?next=%2Fme%3Ffrom%3Dmail"]);
		const form = { username: ` ${person.username.toUpperCase()} `, password: PASSWORD, next: "/me?from=mail" };
		const entered = await site.request("/sign-in", { form });
		expect([entered.status, entered.headers.get("location")]).toEqual([302, "/me?from=mail"]);
		const [cookie = ""] = entered.headers.getSetCookie();
		expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
		const me = await site.request("/me", { as: cookiesOf(entered) });
		expect(await me.text()).toContain(person.username);
	});

	test("a wrong password keeps the name, says what to do, sets no cookie and repeats no password", async () => {
		const { site, person } = await office(engine, { password: PASSWORD });
		const refused = await site.request("/sign-in", {
			form: { username: person.username, password: "bốn con ngựa đen" },
		});
		const page = await refused.text();
		expect(refused.status).toBe(422);
		expect(page).toContain(`value="${person.username}"`);
		expect(page).toContain("còn 4 lần thử");
		expect(page).not.toContain("ngựa đen");
		expect(refused.headers.getSetCookie()).toEqual([]);
		expect(site.logged()).not.toContain("ngựa");
	});

	test("rubbish in the form gets sentences, not errors", async () => {
		const { site } = await office(engine);
		const forms: Record<string, string | string[]>[] = [
			{},
			{ username: "", password: "" },
			{ username: "a\u0000b", password: "\u0000" },
			{ username: "x".repeat(5_000), password: "y".repeat(5_000) },
			{ username: ["a", "b"], password: ["c", "d"], next: ["//evil.example", "http://evil.example"] },
		];
		for (const form of forms) {
			const response = await site.request("/sign-in", { form });
			expect([422, 429]).toContain(response.status);
		}
		expect(site.logged()).not.toContain('"level":50');
	});

	test("an account that waits for its code, and a name nobody has, are refused alike", async () => {
		const { site, person } = await office(engine, { waiting: true });
		const answers = [];
		for (const username of [person.username, "khong.ai.ca"]) {
			const response = await site.request("/sign-in", { form: { username, password: "bất cứ gì cũng được" } });
			answers.push((await response.text()).replaceAll(username, "").replace(/nonce="[^"]*"|"reference","[^"]*"/g, ""));
		}
		expect(answers[0]?.replace(/[0-9a-f]{12}/g, "")).toBe(answers[1]?.replace(/[0-9a-f]{12}/g, ""));
	});

	test("a cookie changed anywhere is nobody's, never an error", async () => {
		const { site, person } = await office(engine);
		const cookie = await site.cookieOf(person);
		expect((await site.request("/me", { as: cookie })).status).toBe(200);
		const broken = [
			cookie.slice(0, -1),
			`${cookie}x`,
			cookie.replace("=", "=x"),
			cookie.replace(/\.|%2E/, "!"),
			cookie.replace(/=.*/, "="),
			cookie.replace(/=.*/, "=%"),
			cookie.replace(/=.*/, "=%ff.%00"),
			cookie.replace(/=.*/, "=a.b"),
			cookie.replace(/=.*/, `=${"a".repeat(4_000)}`),
		];
		for (const as of broken) expect((await site.request("/me", { as })).status, as).toBe(302);
		expect(site.logged()).not.toContain('"level":50');
	});

	test("a session ends with its time; in use it is prolonged, once a day", async () => {
		const { site, person } = await office(engine);
		const cookie = await openTestSession(site.app, person.personId);
		expect((await site.request("/me", { as: cookie })).headers.getSetCookie()).toEqual([]);
		const older = await openTestSession(site.app, person.personId, { expiresAt: days(12) });
		expect((await site.request("/me", { as: older })).headers.getSetCookie()[0]).toContain("Max-Age=1209600");
		expect((await site.request("/me", { as: older })).headers.getSetCookie()).toEqual([]);
		const over = await openTestSession(site.app, person.personId, { expiresAt: days(-1) });
		expect((await site.request("/me", { as: over })).status).toBe(302);
		site.setNow(days(13.9));
		expect((await site.request("/me", { as: older })).status).toBe(200);
		site.setNow(days(15));
		expect((await site.request("/me", { as: cookie })).status).toBe(302);
	});

	test("signing out ends this session, signing out everywhere all of them", async () => {
		const { site, person } = await office(engine);
		const [one, two, three] = await Promise.all([1, 2, 3].map(() => openTestSession(site.app, person.personId)));
		const open = async (as: string | undefined) => (await site.request("/me", { as })).status === 200;
		const out = await site.request("/sign-out", { as: one, form: {} });
		expect(out.headers.get("location")).toBe("/sign-in");
		expect(out.headers.getSetCookie().join()).toMatch(/session_token=; Max-Age=0/);
		expect([await open(one), await open(two), await open(three)]).toEqual([false, true, true]);
		await site.request("/me", { as: two, form: { intent: "everywhere" } });
		expect([await open(two), await open(three)]).toEqual([false, false]);
		expect((await site.request("/sign-out", { as: three })).headers.get("location")).toBe("/");
	});

	test("a first password has to be changed before anything else, and other devices are signed out", async () => {
		const { site, person } = await office(engine, { password: PASSWORD, mustChange: true });
		const other = await openTestSession(site.app, person.personId);
		const entered = await site.request("/sign-in", { form: { username: person.username, password: PASSWORD } });
		const as = cookiesOf(entered);
		for (const path of ["/me", "/office", "/"]) {
			expect((await site.request(path, { as })).headers.get("location"), path).toBe("/me/password");
		}
		const change = (current: string, password: string) =>
			site.request("/me/password", { as, form: { current, password } });
		expect(await (await change("sai mật khẩu rồi", "năm con ngựa đen")).text()).toContain(
			"Mật khẩu hiện tại chưa đúng",
		);
		expect(await (await change(PASSWORD, PASSWORD)).text()).toContain("trùng với mật khẩu hiện tại");
		expect(await (await change(PASSWORD, "ngắn")).text()).toContain("ít nhất 10 ký tự");
		expect(await (await change(PASSWORD, "matkhau123456")).text()).toContain("quá dễ đoán");
		const changed = await change(PASSWORD, "năm con ngựa đen");
		expect([changed.status, changed.headers.get("location")]).toEqual([302, "/"]);
		expect((await site.request("/me", { as: cookiesOf(changed) })).status).toBe(200);
		for (const gone of [as, other]) expect((await site.request("/me", { as: gone })).status).toBe(302);
		const old = await site.request("/sign-in", { form: { username: person.username, password: PASSWORD } });
		expect(old.status).toBe(422);
	});

	test("a blocked person and one whose roles have ended are out with the next request, and cannot come back", async () => {
		const { world, site } = await office(engine);
		const school = await buildSchool(world);
		const admin = as(world, world.office, "office_admin");
		const blocked = await buildPerson(world, school, "deputy", { password: PASSWORD });
		const gone = await buildPerson(world, school, "deputy", { password: PASSWORD });
		for (const person of [blocked, gone]) expect((await site.request("/me", { as: person })).status).toBe(200);
		await blockPerson(admin, blocked.personId);
		await endMembership(admin, { personId: gone.personId, membershipId: gone.actor.membershipId });
		for (const person of [blocked, gone]) {
			expect((await site.request("/me", { as: person })).status).toBe(302);
			const again = await site.request("/sign-in", { form: { username: person.username, password: PASSWORD } });
			expect(await again.text()).toContain("Tài khoản này đang bị khóa");
			expect(again.headers.getSetCookie()).toEqual([]);
		}
	});

	test("somebody with two schools works for the one they chose; a foreign choice is not believed", async () => {
		const { world, site } = await office(engine);
		const [first, second] = [await buildSchool(world), await buildSchool(world)];
		const person = await buildPerson(world, first, "principal");
		const membership = await buildMembership(world, person, second, "deputy");
		const cookie = await site.cookieOf(person);
		const unit = async (extra: string) => {
			const page = await (await site.request("/me", { as: `${cookie}; ${extra}` })).text();
			return page.includes(`Chuyển sang <!-- -->${second.name}`) || page.includes(`Chuyển sang ${second.name}`)
				? first
				: second;
		};
		expect(await unit("")).toBe(first);
		const chosen = await site.request("/me", { as: person, form: { intent: "membership", membership } });
		expect(chosen.headers.getSetCookie()[0]).toMatch(/^membership=[0-9a-f-]{36}; .*HttpOnly/);
		expect(await unit(`membership=${membership}`)).toBe(second);
		const stranger = await buildPerson(world, await buildSchool(world), "principal");
		expect(await unit(`membership=${stranger.actor.membershipId}`)).toBe(first);
		const foreign = { intent: "membership", membership: stranger.actor.membershipId };
		expect((await site.request("/me", { as: person, form: foreign })).status).toBe(404);
	});

	test("language and look are kept, and lead back to a page of ours only", async () => {
		const { world, site, person } = await office(engine);
		const english = await site.request("/me/locale", { as: person, form: { locale: "en", back: "/me" } });
		expect([english.headers.get("location"), english.headers.getSetCookie()[0]?.split(";")[0]]).toEqual([
			"/me",
			"locale=en",
		]);
		const kept = await world.store.read
			.selectFrom("person")
			.select("locale")
			.where("id", "=", person.personId)
			.executeTakeFirst();
		expect(kept?.locale).toBe("en");
		expect(await (await site.request("/me", { as: person })).text()).toContain("My account");
		const evil = await site.request("/me/theme", { form: { theme: "dark", back: "//evil.example" } });
		expect([evil.headers.get("location"), evil.headers.getSetCookie()[0]?.split(";")[0]]).toEqual(["/", "theme=dark"]);
		expect((await site.request("/me/locale", { form: { locale: "fr", back: "/" } })).status).toBe(404);
	});
});

describe("around cookies", () => {
	test("on https the session cookie is Secure and has the prefix that browsers hold to it", async () => {
		const world = await buildWorld("sqlite");
		const site = openSite(world, { origin: "https://antoan.example" });
		const { username } = await buildPerson(world, world.office, "officer", { password: PASSWORD });
		const { port } = await site.serve();
		const host = "antoan.example";
		const headers = { host, origin: `https://${host}`, "content-type": "application/x-www-form-urlencoded" };
		const body = [new URLSearchParams({ username, password: PASSWORD }).toString()];
		const answer = await ask(port, "/sign-in", { method: "POST", headers, body });
		expect(answer.status).toBe(302);
		expect(answer.headers["set-cookie"]?.[0]).toMatch(/^__Secure-better-auth\.session_token=[^;]+;.*HttpOnly;.*Secure/);
		const cookie = String(answer.headers["set-cookie"]?.[0]).split(";")[0] ?? "";
		expect((await ask(port, "/me", { headers: { host, cookie } })).status).toBe(200);
		const foreign = await ask(port, "/sign-in", { method: "POST", headers: { ...headers, origin: ORIGIN }, body });
		expect(foreign.status).toBe(403);
	});

	test("where to go next is a path of this site, whatever is given", () => {
		for (const good of ["/", "/office?q=a#b", "/school/returns/1"]) expect(localPath(good, "/x")).toBe(good);
		for (const bad of [
			"",
			"//evil",
			"/\\evil",
			"/.//evil",
			"http://evil",
			"javascript:alert(1)",
			"evil",
			undefined,
			["/a"],
		]) {
			expect(localPath(bad, "/x"), String(bad)).toBe("/x");
		}
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(..."/\\.:@ab?#%\t\n ") }), (text) => {
				expect(new URL(localPath(text, "/x"), ORIGIN).origin).toBe(ORIGIN);
			}),
		);
	});
});
