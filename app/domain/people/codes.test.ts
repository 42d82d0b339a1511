import { expect, test } from "vitest";
import { as, buildSchool, buildWorld, NOW, type World } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { SYSTEM_CHAIN } from "../audit/commands.ts";
import type { AnonymousCtx } from "../ctx.ts";
import { blockPerson } from "./accounts.ts";
import { issueAccessCode, readCode, redeemCode } from "./codes.ts";
import { ADDRESS_ATTEMPTS, CODE_DAYS } from "./rules.ts";
import { isPasswordOf } from "./secrets.ts";
import { issueSlips } from "./slips.ts";

const PASSWORD = "hai cái ghế xanh";
const address = "10.0.0.1";

function stranger(world: World, days = 0): AnonymousCtx {
	const now = new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
	return { ...as(world, world.office, "officer", now), actor: null };
}

async function waiting(engine: Parameters<typeof buildWorld>[0]) {
	const world = await buildWorld(engine);
	const school = await buildSchool(world);
	const person = await buildPerson(world, school, "principal", { waiting: true });
	const officer = as(world, world.office, "officer");
	return { world, school, person, officer };
}

onEachEngine("one-time codes", (engine) => {
	test("a code as read from paper opens the account once", async () => {
		const { world, school, person, officer } = await waiting(engine);
		const { code } = await issueAccessCode(officer, person.personId);
		expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
		const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
		expect(await readCode(stranger(world), typed, address)).toMatchObject({ unitName: school.name });
		const redeemed = await redeemCode(stranger(world), { code: typed, password: PASSWORD, address });
		expect(redeemed.username).toBe(person.username);
		expect(await isPasswordOf(stranger(world), person.personId, PASSWORD)).toBe(true);
		const again = redeemCode(stranger(world), { code, password: "ba cái ghế đỏ", address });
		await expect(again).rejects.toMatchObject({ body: { code: "code_used" } });
		expect(await isPasswordOf(stranger(world), person.personId, PASSWORD)).toBe(true);
	});

	test("of two who redeem it at the same moment one wins", async () => {
		const { world, person, officer } = await waiting(engine);
		const { code } = await issueAccessCode(officer, person.personId);
		const both = await Promise.allSettled([
			redeemCode(stranger(world), { code, password: PASSWORD, address }),
			redeemCode(stranger(world), { code, password: "ba cái ghế đỏ", address }),
		]);
		expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
	});

	test("it can be used through the last day and not on the next; a newer one ends it", async () => {
		const { world, person, officer } = await waiting(engine);
		const { code } = await issueAccessCode(officer, person.personId);
		await readCode(stranger(world, CODE_DAYS), code, address);
		await expect(readCode(stranger(world, CODE_DAYS + 1), code, address)).rejects.toMatchObject({
			body: { code: "code_expired", details: { on: "2026-12-23" } },
		});
		await issueAccessCode(officer, person.personId);
		await expect(readCode(stranger(world), code, address)).rejects.toMatchObject({ body: { code: "code_unknown" } });
	});

	test("for an account in use it is the reset: the password no longer fits and the sessions end", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const { personId } = await buildPerson(world, school, "principal", { password: PASSWORD });
		const stamps = { createdAt: NOW, updatedAt: NOW, expiresAt: "2027-01-01T00:00:00.000Z" };
		const row = { id: "s", token: "t", userId: personId, ipAddress: "", userAgent: "", ...stamps };
		await world.store.read.insertInto("session").values(row).execute();
		await issueAccessCode(as(world, world.office, "officer"), personId);
		expect(await isPasswordOf(stranger(world), personId, PASSWORD)).toBe(false);
		expect(await world.store.read.selectFrom("session").selectAll().execute()).toEqual([]);
	});

	test("codes tried from one address come to an end, and right ones do not count", async () => {
		const { world, person, officer } = await waiting(engine);
		const { code } = await issueAccessCode(officer, person.personId);
		for (let i = 0; i < 40; i++) await readCode(stranger(world), code, address);
		for (let i = 0; i < ADDRESS_ATTEMPTS; i++) {
			await expect(readCode(stranger(world), `AAAA-AAAA-AA${String(i).padStart(2, "0")}`, address)).rejects.toThrow(
				"code_unknown",
			);
		}
		await expect(readCode(stranger(world), code, address)).rejects.toThrow("too_many_attempts");
		await readCode(stranger(world), code, "10.0.0.2");
		const refused = await world.store.read
			.selectFrom("audit_event")
			.select("event")
			.where("unit_id", "=", SYSTEM_CHAIN)
			.execute();
		expect(refused).toHaveLength(ADDRESS_ATTEMPTS);
	});

	test("a password that is little more than the username is refused, and the code stays good", async () => {
		const { world, person, officer } = await waiting(engine);
		const { code } = await issueAccessCode(officer, person.personId);
		const tooClose = redeemCode(stranger(world), { code, password: `${person.username}123`, address });
		await expect(tooClose).rejects.toMatchObject({ body: { code: "password_too_close" } });
		await redeemCode(stranger(world), { code, password: PASSWORD, address });
	});

	test("a blocked account gets no code and opens with none", async () => {
		const { world, person, officer } = await waiting(engine);
		const { code } = await issueAccessCode(officer, person.personId);
		await blockPerson(officer, person.personId);
		await expect(issueAccessCode(officer, person.personId)).rejects.toThrow("account_blocked");
		await expect(redeemCode(stranger(world), { code, password: PASSWORD, address })).rejects.toThrow("account_blocked");
	});

	test("nothing of a code or a password is in the chains", async () => {
		const { world, person, officer } = await waiting(engine);
		const { code } = await issueAccessCode(officer, person.personId);
		await redeemCode(stranger(world), { code, password: PASSWORD, address });
		const events = await world.store.read.selectFrom("audit_event").selectAll().execute();
		expect(events.map((event) => event.event)).toEqual(["person.created", "person.code_issued", "person.activated"]);
		const kept = JSON.stringify(events);
		for (const secret of [code, code.replaceAll("-", ""), PASSWORD]) expect(kept).not.toContain(secret);
		const hashes = await world.store.read.selectFrom("account").select("password").execute();
		for (const { password } of hashes) expect(kept).not.toContain(password);
	});

	test("slips are for those who wait, within the actor's units; the first print leaves out who has one", async () => {
		const { world, school, person, officer } = await waiting(engine);
		const other = await buildSchool(world, { commune: world.communes[1] });
		const second = await buildPerson(world, other, "principal", { waiting: true });
		await buildPerson(world, other, "deputy");
		await buildPerson(world, world.office, "reader", { waiting: true });
		const one = await issueSlips(officer, { unitId: school.id });
		expect(one.map((slip) => slip.personId)).toEqual([person.personId]);
		const rest = await issueSlips(officer, { freshOnly: true });
		expect(rest.map((slip) => slip.personId)).toEqual([second.personId]);
		const commune = as(world, world.communes[0], "officer");
		expect((await issueSlips(commune, {})).map((slip) => slip.personId)).toEqual([person.personId]);
		await expect(issueSlips(commune, { unitId: other.id })).rejects.toThrow("nothing_to_print");
		await expect(issueSlips(as(world, world.office, "reader"), {})).rejects.toThrow("forbidden");
	});
});
