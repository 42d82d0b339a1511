import { expect, test } from "vitest";
import { as, buildSchool, buildWorld, NOW, type World } from "#tests/support/build.ts";
import { buildKey } from "#tests/support/build-api.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { AnonymousCtx, Role } from "../ctx.ts";
import { addDays, dayOf } from "../days.ts";
import { newId } from "../id.ts";
import { enterByKey } from "./api-entry.ts";
import { listApiKeys, makeApiKey, revokeApiKey } from "./api-tokens.ts";
import { API_REQUESTS_A_MINUTE } from "./schema.ts";

const today = dayOf(NOW);
const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1_000).toISOString();
const outside = (world: World, now = NOW): AnonymousCtx => ({ ...as(world, world.office, "reader", now), actor: null });
const input = (over: object = {}) => ({
	id: newId(),
	name: "Excel",
	reads: ["results" as const],
	expiresOn: addDays(today, 10),
	...over,
});

onEachEngine("keys of programs", (engine) => {
	test("a key lets a program in for its office, with what was granted; nothing that is kept opens anything", async () => {
		const world = await buildWorld(engine);
		const key = await buildKey(world, { reads: ["results", "units"] });
		const entry = await enterByKey(outside(world), key);
		expect(entry).toMatchObject({
			actor: { role: "officer", unitId: world.office.id, unitPath: world.office.path },
			reads: ["results", "units"],
		});
		const [row] = await world.store.read.selectFrom("api_token").selectAll().execute();
		const events = await world.store.read.selectFrom("audit_event").selectAll().execute();
		expect(JSON.stringify([row, events])).not.toContain(key);
		expect(key).toContain(row?.ending);
		for (const kept of [row?.token_hash ?? "", row?.id ?? "", key.slice(0, -1), `${key}A`, key.toLowerCase(), ""])
			expect(await enterByKey(outside(world), kept)).toEqual({ refused: "unknown" });
	});

	test("only an administrator makes, sees and revokes keys, and only those of the own office", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const id = newId();
		await buildKey(world, { id });
		const places: [Role, typeof school][] = [
			["officer", world.office],
			["reader", world.office],
			["principal", school],
			["deputy", school],
			["teacher", school],
		];
		for (const [role, unit] of places) {
			const ctx = as(world, unit, role);
			await expect(makeApiKey(ctx, input())).rejects.toMatchObject({ body: { code: "forbidden" } });
			await expect(listApiKeys(ctx)).rejects.toMatchObject({ body: { code: "forbidden" } });
			await expect(revokeApiKey(ctx, id)).rejects.toMatchObject({ body: { code: "forbidden" } });
		}
		// The office above has keys of its own and does not look after these.
		const above = as(world, world.province, "office_admin");
		await expect(revokeApiKey(above, id)).rejects.toMatchObject({ body: { code: "not_found" } });
		expect(await listApiKeys(above)).toEqual([]);
		for (const rubbish of [undefined, "", "x", newId()])
			await expect(revokeApiKey(as(world, world.office, "office_admin"), rubbish)).rejects.toMatchObject({
				body: { code: "not_found" },
			});
	});

	test("the same form sent twice makes one key; nobody gets it a second time", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const form = input();
		await makeApiKey(ctx, form);
		await expect(makeApiKey(ctx, form)).rejects.toMatchObject({ body: { code: "api_key_made" } });
		expect(await listApiKeys(ctx)).toHaveLength(1);
	});

	test("its last day is from today to a year ahead, and it opens until that day ends", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		for (const expiresOn of [addDays(today, -1), addDays(today, 366)])
			await expect(makeApiKey(ctx, input({ expiresOn }))).rejects.toMatchObject({ body: { code: "api_key_expiry" } });
		const key = await makeApiKey(ctx, input({ expiresOn: today }));
		const at = (now: string) => enterByKey({ ...outside(world, now), today: dayOf(now) }, key);
		expect(await at(`${today}T16:59:59.000Z`)).toMatchObject({ reads: ["results"] });
		expect(await at(`${today}T17:00:00.000Z`)).toEqual({ refused: "expired" });
	});

	test("a revoked key opens nothing from that moment on; revoking twice is told once", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const id = newId();
		const key = await buildKey(world, { id });
		await revokeApiKey(ctx, id);
		await revokeApiKey(ctx, id);
		expect(await enterByKey(outside(world), key)).toEqual({ refused: "revoked" });
		expect(await listApiKeys(ctx)).toMatchObject([{ id, state: "revoked", revokedAt: NOW }]);
		const events = await world.store.read
			.selectFrom("audit_event")
			.select("event")
			.where("subject", "=", `api/${id}`)
			.orderBy("seq")
			.execute();
		expect(events.map(({ event }) => event)).toEqual(["api.key_made", "api.key_revoked"]);
	});

	test("a key of an office that closed is unknown", async () => {
		const world = await buildWorld(engine);
		const key = await buildKey(world);
		await world.store.read.updateTable("unit").set({ status: "closed" }).where("id", "=", world.office.id).execute();
		expect(await enterByKey(outside(world), key)).toEqual({ refused: "unknown" });
	});

	test("so many requests a minute and no more, counted for each key apart, also when they come at once", async () => {
		const world = await buildWorld(engine);
		const [key, other] = [await buildKey(world), await buildKey(world)];
		await world.store.read.updateTable("api_token").set({ window_at: NOW, window_count: 595 }).execute();
		const together = await Promise.all(Array.from({ length: 10 }, () => enterByKey(outside(world, later(20)), key)));
		expect(together.filter((entry) => !("refused" in entry))).toHaveLength(API_REQUESTS_A_MINUTE - 595);
		expect(together.filter((entry) => "refused" in entry)).toEqual(
			Array.from({ length: 5 }, () => ({ refused: "too_often", retryAfterSeconds: 40 })),
		);
		expect(await enterByKey(outside(world, later(20)), other)).toMatchObject({ left: 4 });
		expect(await enterByKey(outside(world, later(60)), key)).toMatchObject({ left: API_REQUESTS_A_MINUTE - 1 });
		expect(await listApiKeys(as(world, world.office, "office_admin"))).toContainEqual(
			expect.objectContaining({ lastUsedAt: later(60) }),
		);
	});

	test("one that is in use stands on top, also behind five hundred that are over", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const id = newId();
		await buildKey(world, { id });
		const over = Array.from({ length: 500 }, () => ({
			...{ id: newId(), office_id: world.office.id, name: "Cũ", token_hash: newId(), ending: "xxxx", reads: "[]" },
			...{ expires_on: addDays(today, -1), created_by: ctx.actor.personId, created_at: later(60) },
		}));
		await world.store.read.insertInto("api_token").values(over).execute();
		const [first, second] = await listApiKeys(ctx);
		expect([first?.id, first?.state, second?.state]).toEqual([id, "in_use", "expired"]);
	});

	test("an office keeps fifty keys in use at most; what is over makes room", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const ids = Array.from({ length: 50 }, () => newId());
		for (const id of ids) await buildKey(world, { id });
		await expect(makeApiKey(ctx, input())).rejects.toMatchObject({ body: { code: "too_many_api_keys" } });
		await revokeApiKey(ctx, ids[0]);
		await makeApiKey(ctx, input());
		await expect(makeApiKey(ctx, input())).rejects.toMatchObject({ body: { code: "too_many_api_keys" } });
	});
});
