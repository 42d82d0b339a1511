import { expect, test } from "vitest";
import { as, buildSchool, buildWorld, NOW, type World } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { SYSTEM_CHAIN } from "../audit/commands.ts";
import type { AnonymousCtx } from "../ctx.ts";
import { blockPerson, unlockPerson } from "./accounts.ts";
import { ADDRESS_ATTEMPTS, LOCK_AFTER } from "./rules.ts";
import { isPasswordOf } from "./secrets.ts";
import { type Opening, signIn, signOutEverywhere } from "./sign-in.ts";

const PASSWORD = "bốn con ngựa xám";

function stranger(world: World, now = NOW): AnonymousCtx {
	return { ...as(world, world.office, "officer", now), actor: null };
}

function minutesLater(minutes: number): string {
	return new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
}

/** Judges passwords as better-auth would, against the stored hash. */
function opening(ctx: AnonymousCtx, personId: string, password: string): () => Promise<Opening<string>> {
	return async () => ((await isPasswordOf(ctx, personId, password)) ? { opened: "session" } : { refused: "wrong" });
}

const wrong = async (): Promise<Opening<string>> => ({ refused: "wrong" });
const right = async (): Promise<Opening<string>> => ({ opened: "session" });

async function outcome(work: Promise<unknown>): Promise<unknown> {
	return work.then(
		(value) => value,
		(error) => error.body ?? error,
	);
}

onEachEngine("signing in", (engine) => {
	test("the right password opens, and both are in the chain of the person's unit", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const { personId, username } = await buildPerson(world, school, "principal", { password: PASSWORD });
		const ctx = stranger(world);
		const given = { username, address: "10.0.0.1" };
		expect(await outcome(signIn(ctx, given, opening(ctx, personId, "bốn con ngựa đen")))).toEqual({
			code: "wrong_credentials",
			details: { attemptsLeft: LOCK_AFTER - 1 },
		});
		expect(await signIn(ctx, given, opening(ctx, personId, PASSWORD))).toBe("session");
		const events = await world.store.read
			.selectFrom("audit_event")
			.select(["event", "actor_id", "after"])
			.where("unit_id", "=", school.id)
			.where("event", "like", "person.sign%")
			.orderBy("seq")
			.execute();
		expect(events).toMatchObject([
			{ event: "person.sign_in_failed", actor_id: null },
			{ event: "person.signed_in", actor_id: personId },
		]);
		expect(JSON.stringify(events)).not.toContain("ngựa");
	});

	test("five wrong passwords lock the account for 15 minutes, whatever is typed meanwhile", async () => {
		const world = await buildWorld(engine);
		const { username } = await buildPerson(world, world.office, "officer");
		const given = { username, address: "10.0.0.1" };
		for (let left = LOCK_AFTER - 1; left > 0; left--) {
			expect(await outcome(signIn(stranger(world), given, wrong))).toMatchObject({ details: { attemptsLeft: left } });
		}
		const locked = { code: "account_locked", details: { until: minutesLater(15) } };
		expect(await outcome(signIn(stranger(world), given, wrong))).toEqual(locked);
		expect(await outcome(signIn(stranger(world, minutesLater(14)), given, right))).toEqual(locked);
		expect(await signIn(stranger(world, minutesLater(15)), given, right)).toBe("session");
		expect(await outcome(signIn(stranger(world, minutesLater(15)), given, wrong))).toMatchObject({
			details: { attemptsLeft: LOCK_AFTER - 1 },
		});
	});

	test("at the end of a lock the count starts anew", async () => {
		const world = await buildWorld(engine);
		const { username } = await buildPerson(world, world.office, "officer");
		const given = { username, address: "10.0.0.1" };
		for (let i = 0; i < LOCK_AFTER; i++) await outcome(signIn(stranger(world), given, wrong));
		expect(await outcome(signIn(stranger(world, minutesLater(16)), given, wrong))).toMatchObject({
			details: { attemptsLeft: LOCK_AFTER - 1 },
		});
	});

	test("guesses made all at once get no more tries than one after the other", async () => {
		const world = await buildWorld(engine);
		const { username } = await buildPerson(world, world.office, "officer");
		let judged = 0;
		const count = async (): Promise<Opening<string>> => {
			judged += 1;
			return { refused: "wrong" };
		};
		const tries = Array.from({ length: 20 }, () =>
			outcome(signIn(stranger(world), { username, address: "10.0.0.1" }, count)),
		);
		await Promise.all(tries);
		expect(judged).toBe(LOCK_AFTER);
	});

	test("a name nobody has answers as a wrong password does, up to the lock and after it", async () => {
		const world = await buildWorld(engine);
		const { username } = await buildPerson(world, world.office, "officer");
		const answers = async (name: string) => {
			const seen = [];
			for (const minutes of [0, 0, 0, 0, 0, 1, 16]) {
				const given = { username: name, address: "10.0.0.1" };
				seen.push(await outcome(signIn(stranger(world, minutesLater(minutes)), given, wrong)));
			}
			return seen;
		};
		expect(await answers("khong.ai.ca")).toEqual(await answers(username));
	});

	test("what was typed as an unknown name is kept nowhere: it may be a password", async () => {
		const world = await buildWorld(engine);
		await outcome(signIn(stranger(world), { username: "matkhaucuatoi99", address: "10.0.0.1" }, wrong));
		const events = await world.store.read
			.selectFrom("audit_event")
			.selectAll()
			.where("unit_id", "=", SYSTEM_CHAIN)
			.execute();
		expect(events).toHaveLength(1);
		const counters = await world.store.read.selectFrom("rateLimit").selectAll().execute();
		expect(JSON.stringify([events, counters])).not.toContain("matkhaucuatoi99");
	});

	test("an address has 30 wrong attempts in 10 minutes, over all names; right ones do not count", async () => {
		const world = await buildWorld(engine);
		const { username } = await buildPerson(world, world.office, "officer");
		const from = (name: string, how: typeof wrong, minutes = 0) =>
			outcome(signIn(stranger(world, minutesLater(minutes)), { username: name, address: "2001:db8:1:2::9" }, how));
		for (let i = 0; i < 40; i++) expect(await from(username, right)).toBe("session");
		for (let i = 0; i < ADDRESS_ATTEMPTS; i++) await from(`ten.${i}`, wrong);
		expect(await from(username, right, 5)).toEqual({ code: "too_many_attempts", details: { until: minutesLater(10) } });
		expect(await from(username, right, 10)).toBe("session");
	});

	test("a blocked account is told so only with the right password, and its sessions are gone", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const { personId, username } = await buildPerson(world, school, "principal");
		await blockPerson(as(world, world.office, "officer"), personId);
		const closed = async (): Promise<Opening<string>> => ({ refused: "closed" });
		const given = { username, address: "10.0.0.1" };
		expect(await outcome(signIn(stranger(world), given, wrong))).toMatchObject({ code: "wrong_credentials" });
		expect(await outcome(signIn(stranger(world), given, closed))).toMatchObject({ code: "account_blocked" });
	});

	test("the office opens a lock; an officer cannot open that of an administrator", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const principal = await buildPerson(world, school, "principal");
		const admin = await buildPerson(world, world.office, "office_admin");
		for (const { username } of [principal, admin]) {
			for (let i = 0; i < LOCK_AFTER; i++)
				await outcome(signIn(stranger(world), { username, address: "10.0.0.1" }, wrong));
		}
		const officer = as(world, world.office, "officer");
		await unlockPerson(officer, principal.personId);
		const given = { username: principal.username, address: "10.0.0.1" };
		expect(await signIn(stranger(world), given, right)).toBe("session");
		expect(await outcome(unlockPerson(officer, admin.personId))).toMatchObject({ code: "forbidden" });
	});

	test("signing out everywhere ends the sessions of this person and of nobody else", async () => {
		const world = await buildWorld(engine);
		const one = await buildPerson(world, world.office, "officer");
		const two = await buildPerson(world, world.office, "officer");
		for (const [at, userId] of [one.personId, one.personId, two.personId].entries()) {
			const stamps = { createdAt: NOW, updatedAt: NOW, expiresAt: minutesLater(60) };
			await world.store.read
				.insertInto("session")
				.values({ id: `s${at}`, token: `t${at}`, userId, ipAddress: "", userAgent: "", ...stamps })
				.execute();
		}
		await signOutEverywhere({ ...as(world, world.office, "officer"), actor: one.actor });
		const left = await world.store.read.selectFrom("session").select("userId").execute();
		expect(left).toEqual([{ userId: two.personId }]);
	});
});
