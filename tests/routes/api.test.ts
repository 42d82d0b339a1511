import { expect, test } from "vitest";
import { newId } from "#app/domain/id.ts";
import { revokeApiKey } from "#app/domain/people/api-tokens.ts";
import type { ApiRead } from "#app/domain/people/schema.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { as, buildNeighbour, buildSchool, buildWorld, ctxFor, NOW, type World } from "#tests/support/build.ts";
import { buildKey } from "#tests/support/build-api.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { answer, buildCampaign, complete } from "#tests/support/build-returns.ts";
import { ask } from "#tests/support/build-server.ts";
import { openSite } from "#tests/support/http.ts";
import { onEachEngine } from "#tests/support/stores.ts";

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString("base64")}` });

/** An office with three schools, two of which have sent, and its neighbour with a campaign of its own. */
async function office(engine: "sqlite" | "postgres") {
	const world = await buildWorld(engine);
	const schools = [await buildSchool(world), await buildSchool(world), await buildSchool(world, { kind: "TH" })];
	const campaign = await buildCampaign(world, { schools });
	for (const { principal, returnId } of campaign.returns.slice(0, 2)) {
		const operations = [...complete({ "A.2": "unmet" }), answer("B.3", 'Cần <b>sửa</b>, "gấp"\n=1+1')];
		await submitReturn(ctxFor(world, principal), returnId, { round: 1, operations });
	}
	const site = openSite(world);
	site.setNow(NOW);
	const get = (path: string, headers: Record<string, string> = {}) => site.request(path, { headers });
	return { world, site, campaign, get, key: await buildKey(world) };
}

async function neighbour(world: World) {
	const other = await buildNeighbour(world);
	const campaign = await buildCampaign(other, { schools: [await buildSchool(other)] });
	const [first] = campaign.returns;
	if (!first) throw new Error("a return");
	await submitReturn(ctxFor(other, first.principal), first.returnId, { round: 1, operations: complete() });
	return { other, campaign };
}

const lists = (id: string) =>
	["recipients", "results", "returns", "answers"].map((list) => `/api/v1/campaigns/${id}/${list}`);

onEachEngine("what programs read", (engine) => {
	test("a key as bearer or as password of any name; nothing else opens, whoever is signed in", async () => {
		const { world, site, get, key } = await office(engine);
		const path = "/api/v1/campaigns";
		for (const headers of [bearer(key), { authorization: `bearer ${key}` }, basic(`:${key}`), basic(`hoa:${key}`)])
			expect((await get(path, headers)).status).toBe(200);
		const id = newId();
		const [revoked, expired] = [await buildKey(world, { id }), await buildKey(world, { expiresOn: NOW.slice(0, 10) })];
		await revokeApiKey(as(world, world.office, "office_admin"), id);
		const told = async (headers: Record<string, string>) => {
			const answered = await get(path, headers);
			expect(answered.status).toBe(401);
			expect(answered.headers.get("www-authenticate")).toContain("Bearer");
			expect(answered.headers.get("www-authenticate")).toContain("Basic");
			expect(answered.headers.get("content-type")).toContain("application/problem+json");
			return ((await answered.json()) as { type: string }).type.split(":").at(-1);
		};
		expect(await told({})).toBe("key-missing");
		expect(await told(bearer(`${key}x`))).toBe("key-unknown");
		expect(await told(basic(key))).toBe("key-missing");
		expect(await told(basic(`${key}:`))).toBe("key-unknown");
		expect(await told({ authorization: "Basic %%%" })).toBe("key-missing");
		expect(await told({ authorization: `Digest ${key}` })).toBe("key-missing");
		expect(await told(bearer("a'--\u00e9"))).toBe("key-missing");
		expect(await told(bearer(revoked))).toBe("key-revoked");
		site.setNow("2026-11-27T00:00:00.000Z");
		expect(await told(bearer(expired))).toBe("key-expired");
		const admin = await buildPerson(world, world.office, "office_admin");
		expect((await site.request(path, { as: admin })).status).toBe(401);
		expect(site.logged()).not.toContain(key);
	});

	test("a key reads what was granted and nothing more", async () => {
		const { world, campaign, get } = await office(engine);
		const wanted: Record<string, ApiRead> = {
			"/api/v1/campaigns": "campaigns",
			[`/api/v1/campaigns/${campaign.id}`]: "campaigns",
			[`/api/v1/campaigns/${campaign.id}/recipients`]: "campaigns",
			[`/api/v1/campaigns/${campaign.id}/results`]: "results",
			[`/api/v1/campaigns/${campaign.id}/returns`]: "answers",
			[`/api/v1/campaigns/${campaign.id}/answers`]: "answers",
			"/api/v1/findings": "results",
			"/api/v1/units/schools": "units",
		};
		for (const read of ["campaigns", "results", "answers", "units"] as const) {
			const key = await buildKey(world, { reads: [read] });
			for (const [path, needed] of Object.entries(wanted)) {
				const answered = await get(path, bearer(key));
				expect([path, read, answered.status]).toEqual([path, read, needed === read ? 200 : 403]);
				if (needed !== read) expect(answered.headers.get("www-authenticate")).toContain(`scope="${needed}"`);
			}
		}
	});

	test("another office's campaign is not found, and its schools are in no list", async () => {
		const { world, campaign, get, key } = await office(engine);
		const { other, campaign: foreign } = await neighbour(world);
		const strange = await buildKey(other);
		const draft = await buildCampaign(world, { state: "draft" });
		for (const path of [foreign.id, draft.id].flatMap((id) => [`/api/v1/campaigns/${id}`, ...lists(id)]))
			expect((await get(path, bearer(key))).status).toBe(404);
		for (const path of lists(campaign.id)) expect((await get(path, bearer(strange))).status).toBe(404);
		const text = await (await get("/api/v1/campaigns", bearer(key))).text();
		expect(text).toContain(campaign.id);
		expect(text).not.toContain(foreign.id);
		expect(text).not.toContain(draft.id);
		const schools = await (await get("/api/v1/units/schools", bearer(key))).text();
		expect(schools).toContain(campaign.returns[0]?.school.code);
		expect(schools).not.toContain(foreign.returns[0]?.school.code);
		for (const rubbish of ["x", "%20", "__proto__", "..%2F..", "9".repeat(2_000), "campaigns/x/y/z"])
			expect((await get(`/api/v1/${rubbish}`, bearer(key))).status).toBe(404);
		expect((await get("/api/v1/campaigns/constructor/results", bearer(key))).status).toBe(404);
	});

	test("rows say what was sent: codes, words, notes as they were written", async () => {
		const { campaign, get, key } = await office(engine);
		const rows = async (list: string, query = "") => {
			const answered = await get(`/api/v1/campaigns/${campaign.id}/${list}${query}`, bearer(key));
			return ((await answered.json()) as { data: Record<string, unknown>[] }).data;
		};
		expect((await rows("recipients")).map(({ state }) => state).sort()).toEqual([
			"not_started",
			"submitted",
			"submitted",
		]);
		expect(await rows("results")).toHaveLength(2);
		const [wide] = await rows("returns");
		expect(wide).toMatchObject({
			round: 1,
			values: { "A.2": "unmet", "B.2": 12 },
			words: { "A.2": "Chưa đạt" },
			on_time: true,
		});
		const long = await rows("answers");
		expect(long.filter(({ item }) => item === "A.2")).toMatchObject(
			Array.from({ length: 2 }, () => ({ value: "unmet", words: "Chưa đạt", type: "verdict", row: null })),
		);
		expect(long.find(({ item }) => item === "B.3")?.value).toBe('Cần <b>sửa</b>, "gấp"\n=1+1');
		const [english] = await rows("answers", "?lang=en&limit=1");
		expect(english?.words).toBe("Met");
		const code = campaign.returns[0]?.school.code;
		expect(await rows("recipients", "?kind=TH")).toHaveLength(1);
		expect(await rows("recipients", "?state=not_started")).toHaveLength(1);
		expect(await rows("results", "?commune=14182")).toHaveLength(2);
		expect(await rows("results", "?commune=14197")).toHaveLength(0);
		expect(await rows("results", "?changed_since=2026-11-30")).toHaveLength(0);
		expect(await rows("results", `?changed_since=${NOW.slice(0, 10)}`)).toHaveLength(2);
		expect((await rows("results")).map(({ school_code }) => school_code)).toContain(code);
	});

	test("what is not understood is told, parameter by parameter, and never passed over", async () => {
		const { site, campaign, get, key } = await office(engine);
		const [recipients] = lists(campaign.id);
		const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString("base64url");
		const wrong: [string, string][] = [
			["?colour=red", "parameter-unknown"],
			["?limit=5&limit=6", "parameter-unknown"],
			["?Limit=5", "parameter-unknown"],
			...["0", "-1", "1001", "1.5", "x", "", "1e999"].map((n): [string, string] => [`?limit=${n}`, "parameter-wrong"]),
			["?kind=XX", "parameter-wrong"],
			["?state=open", "parameter-wrong"],
			["?lang=fr", "parameter-wrong"],
			["?changed_since=yesterday", "parameter-wrong"],
			["?changed_since=2026-02-30", "parameter-wrong"],
			["?commune=", "parameter-wrong"],
			...["x", "e30", "W10", "%F0%9F%92%A9", cursor(["results", "a", newId()]), cursor(["recipients", 1, newId()])].map(
				(text): [string, string] => [`?cursor=${text}`, "cursor-wrong"],
			),
			[`?cursor=${cursor(["recipients", "a", "' or 1=1--"])}`, "cursor-wrong"],
			[`?cursor=${cursor(["recipients", "a\0", newId()])}`, "cursor-wrong"],
			[`?cursor=${"9".repeat(3_000)}`, "parameter-wrong"],
		];
		for (const [query, type] of wrong) {
			const answered = await get(`${recipients}${query}`, bearer(key));
			const body = (await answered.json()) as { type: string; status: number; titles: object; errors?: object[] };
			expect([query.slice(0, 40), answered.status, body.type.split(":").at(-1)]).toEqual([
				query.slice(0, 40),
				400,
				type,
			]);
			expect(body.status).toBe(400);
			if (type !== "cursor-wrong") expect(body.errors).toHaveLength(1);
		}
		// A round that no database knows as a number.
		const round = cursor(["answers", "a", newId(), Number.MAX_SAFE_INTEGER, 1]);
		const answered = await get(`/api/v1/campaigns/${campaign.id}/answers?cursor=${round}`, bearer(key));
		expect([answered.status, ((await answered.json()) as { type: string }).type.split(":").at(-1)]).toEqual([
			400,
			"cursor-wrong",
		]);
		expect(site.logged()).not.toContain('"msg":"bug"');
	});

	test("more than the minute's requests are told to wait", async () => {
		const { world, get, key } = await office(engine);
		await world.store.read.updateTable("api_token").set({ window_at: NOW, window_count: 599 }).execute();
		const last = await get("/api/v1/campaigns", bearer(key));
		expect([last.status, last.headers.get("ratelimit-remaining")]).toEqual([200, "0"]);
		const over = await get("/api/v1/campaigns", bearer(key));
		expect([over.status, over.headers.get("retry-after")]).toEqual([429, "60"]);
	});

	test("over the wire: HEAD, marks of content, no writing, no sharing with other sites", async () => {
		const { world, site, key } = await office(engine);
		const { port } = await site.serve();
		const path = "/api/v1/units/schools?limit=2";
		const whole = await ask(port, path, { headers: bearer(key) });
		expect(whole.status).toBe(200);
		expect(whole.headers["access-control-allow-origin"]).toBeUndefined();
		expect(whole.headers["set-cookie"]).toBeUndefined();
		const { data, next } = JSON.parse(whole.text) as { data: object[]; next: string };
		expect(data).toHaveLength(2);
		expect(whole.headers.link).toBe(`<${next}>; rel="next"`);
		expect(next).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/api/v1/units/schools\\?limit=2&cursor=`));
		const head = await ask(port, path, { method: "HEAD", headers: bearer(key) });
		expect([head.status, head.text, head.headers.etag]).toEqual([200, "", whole.headers.etag]);
		const mark = { ...bearer(key), "if-none-match": String(whole.headers.etag) };
		const same = await ask(port, path, { headers: mark });
		expect([same.status, same.text]).toEqual([304, ""]);
		await world.store.read.updateTable("unit").set({ name: "Tên mới" }).where("level", "=", "truong").execute();
		expect((await ask(port, path, { headers: mark })).status).toBe(200);
		for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
			expect((await ask(port, path, { method, headers: bearer(key) })).status).toBe(405);
		const packed = await ask(port, path, { headers: { ...bearer(key), "accept-encoding": "gzip" } });
		expect(packed.status).toBe(200);
	});
});
