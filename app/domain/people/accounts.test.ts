import { expect, test } from "vitest";
import { as, buildSchool, buildWorld } from "#tests/support/build.ts";
import { buildMembership, buildPerson } from "#tests/support/build-people.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { newId } from "../id.ts";
import { blockPerson, createPerson, renamePerson, unblockPerson } from "./accounts.ts";
import { issueAccessCode } from "./codes.ts";
import { addMembership, changeRole, endMembership } from "./memberships.ts";
import { countAccounts, listAccounts, readAccount } from "./queries.ts";
import { accountFilter, type PersonInput, personForm } from "./schema.ts";

const nobody = newId();

function input(unitId: string, over: Partial<PersonInput> = {}): PersonInput {
	return { name: "Nguyễn Thị Đào", username: "daont", role: "principal", unitId, ...over };
}

onEachEngine("accounts", (engine) => {
	test("officers create those of schools below them, not those of offices, not beyond their units", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const officer = as(world, world.office, "officer");
		await createPerson(officer, input(school.id));
		const office = input(world.office.id, { username: "moi", role: "officer" });
		await expect(createPerson(officer, office)).rejects.toThrow("forbidden");
		await createPerson(as(world, world.office, "office_admin"), office);
		const elsewhere = as(world, world.communes[1], "officer");
		await expect(createPerson(elsewhere, input(school.id, { username: "khac" }))).rejects.toThrow("not_found");
		const above = input(world.province.id, { username: "tren", role: "reader" });
		await expect(createPerson(as(world, world.office, "office_admin"), above)).rejects.toThrow("not_found");
		await expect(
			createPerson(as(world, world.office, "reader"), input(school.id, { username: "xem" })),
		).rejects.toThrow("forbidden");
	});

	test("a head creates their own staff and nobody else's, and no second head", async () => {
		const world = await buildWorld(engine);
		const [own, other] = [await buildSchool(world), await buildSchool(world)];
		const head = as(world, own, "principal");
		const teacher = await createPerson(head, input(own.id, { role: "teacher" }));
		await expect(createPerson(head, input(own.id, { username: "hai" }))).rejects.toThrow("forbidden");
		await expect(createPerson(head, input(other.id, { username: "ba", role: "teacher" }))).rejects.toThrow("not_found");
		await expect(createPerson(as(world, own, "deputy"), input(own.id, { role: "teacher" }))).rejects.toThrow(
			"forbidden",
		);
		const stranger = await buildPerson(world, other, "teacher");
		for (const act of [blockPerson, unblockPerson, issueAccessCode, readAccount]) {
			await expect(act(head, stranger.personId)).rejects.toThrow("not_found");
			await expect(act(head, nobody)).rejects.toThrow("not_found");
			await act(head, teacher.personId);
			if (act === blockPerson) await unblockPerson(head, teacher.personId);
		}
	});

	test("a role that does not belong to the kind of unit, and a name that is taken, are refused", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const admin = as(world, world.office, "office_admin");
		await expect(createPerson(admin, input(world.office.id))).rejects.toThrow("role_does_not_fit");
		await expect(createPerson(admin, input(school.id, { role: "reader" }))).rejects.toThrow("role_does_not_fit");
		await createPerson(admin, input(school.id));
		await expect(createPerson(admin, input(school.id, { role: "deputy" }))).rejects.toMatchObject({
			body: { code: "username_taken", details: { username: "daont" } },
		});
	});

	test("what a person fills in is brought to one form, and odd usernames are refused", () => {
		const unitId = newId();
		const given = { name: "  Nguyễn\u0000 Văn   An ", username: " AnNV.36 ", role: "teacher", unitId };
		expect(personForm.parse(given)).toEqual({ name: "Nguyễn Văn An", username: "annv.36", role: "teacher", unitId });
		for (const username of ["ab", "đào", "a b c", ".abc", "abc@x", "a".repeat(41)]) {
			expect(personForm.safeParse({ ...given, username }).success, username).toBe(false);
		}
	});

	test("somebody with a role elsewhere: here it can be ended, the account as such is not ours", async () => {
		const world = await buildWorld(engine);
		const [own, other] = [await buildSchool(world), await buildSchool(world)];
		const person = await buildPerson(world, own, "deputy");
		await buildMembership(world, person, other, "deputy");
		const head = as(world, own, "principal");
		await expect(blockPerson(head, person.personId)).rejects.toThrow("person_elsewhere");
		await expect(issueAccessCode(head, person.personId)).rejects.toThrow("person_elsewhere");
		await endMembership(head, { personId: person.personId, membershipId: person.actor.membershipId });
		await expect(readAccount(head, person.personId)).rejects.toThrow("not_found");
		await blockPerson(as(world, world.office, "officer"), person.personId);
	});

	test("roles change with an entry in the chain of the unit; nobody changes their own", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const person = await buildPerson(world, school, "deputy");
		const given = { personId: person.personId, membershipId: person.actor.membershipId };
		await changeRole(as(world, world.office, "officer"), { ...given, role: "principal" });
		const last = await world.store.read
			.selectFrom("audit_event")
			.select(["event", "before", "after"])
			.where("unit_id", "=", school.id)
			.orderBy("seq", "desc")
			.executeTakeFirstOrThrow();
		expect(last.event).toBe("person.role_changed");
		expect([last.before, last.after].map((text) => JSON.parse(text ?? "").role)).toEqual(["deputy", "principal"]);
		const self = {
			...as(world, world.office, "office_admin"),
			actor: { ...person.actor, role: "office_admin" as const },
		};
		await expect(changeRole(self, { ...given, role: "teacher" })).rejects.toThrow("not_yourself");
		await expect(blockPerson(self, person.personId)).rejects.toThrow("not_yourself");
		const twice = { personId: person.personId, unitId: school.id, role: "teacher" as const };
		await expect(addMembership(as(world, world.office, "officer"), twice)).rejects.toThrow("membership_exists");
	});

	test("an unblocked account waits for its code again if it never had a password", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const waiting = await buildPerson(world, school, "deputy", { waiting: true });
		const open = await buildPerson(world, school, "deputy", { password: "một hai ba bốn" });
		const officer = as(world, world.office, "officer");
		for (const { personId } of [waiting, open]) {
			await blockPerson(officer, personId);
			expect((await readAccount(officer, personId)).state).toBe("blocked");
			await unblockPerson(officer, personId);
		}
		expect((await readAccount(officer, waiting.personId)).state).toBe("invited");
		expect((await readAccount(officer, open.personId)).state).toBe("active");
	});

	test("the list finds names without tone marks, schools, states, and pages without loss", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world, { name: "Trường Mầm non Giao Hương" });
		const officer = as(world, world.office, "officer");
		for (let i = 0; i < 60; i++)
			await buildPerson(world, school, "teacher", { name: `Đặng Thị ${i % 7}`, waiting: i < 5 });
		await buildPerson(world, await buildSchool(world, { commune: world.communes[1] }), "principal", { name: "Lê Ánh" });
		const list = (over: object) => listAccounts(officer, accountFilter.parse(over));
		expect((await list({ q: "le anh" })).rows.map((row) => row.name)).toEqual(["Lê Ánh"]);
		expect((await list({ q: "giao huong", state: "invited" })).rows).toHaveLength(5);
		expect((await list({ unit: world.communes[1].id })).rows).toHaveLength(1);
		expect((await list({ state: "rác", role: "x", unit: "y", after: "z" })).rows).toHaveLength(50);
		const seen: string[] = [];
		for (let after: string | null | undefined; after !== null; ) {
			const page = await list(after ? { after } : {});
			seen.push(...page.rows.map((row) => row.membershipId));
			after = page.next;
		}
		expect(new Set(seen).size).toBe(61);
		expect(await countAccounts(officer, accountFilter.parse({ q: "dang" }))).toEqual({
			invited: 5,
			active: 55,
			locked: 0,
			blocked: 0,
		});
		await expect(listAccounts(as(world, school, "teacher"), accountFilter.parse({}))).rejects.toThrow("forbidden");
	});

	test("a corrected name is found by its new letters", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const { personId } = await buildPerson(world, school, "teacher", { name: "Tran B" });
		const officer = as(world, world.office, "officer");
		await renamePerson(officer, personId, "Trần Thị Bưởi");
		expect((await listAccounts(officer, accountFilter.parse({ q: "buoi" }))).rows).toHaveLength(1);
	});
});
