import { expect, test } from "vitest";
import { as, buildSchool, buildWorld } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { createSchoolAccounts, schoolsWithoutAccount } from "./school-accounts.ts";

const all = { kind: "", ownership: "", commune: "" };

onEachEngine("accounts of all schools", (engine) => {
	test("every school without a head's account gets one, named by its code; again makes none", async () => {
		const world = await buildWorld(engine);
		const schools = [];
		for (let i = 0; i < 103; i++) schools.push(await buildSchool(world));
		const [first, second] = schools;
		if (!first || !second) throw new Error("no schools");
		await buildPerson(world, first, "principal");
		await buildPerson(world, world.office, "reader", { username: second.code });
		const officer = as(world, world.office, "officer");
		expect((await schoolsWithoutAccount(officer, all)).count).toBe(102);
		expect(await createSchoolAccounts(officer, all)).toBe(102);
		expect(await createSchoolAccounts(officer, all)).toBe(0);
		const made = await world.store.read
			.selectFrom("person")
			.innerJoin("membership", "membership.person_id", "person.id")
			.innerJoin("unit", "unit.id", "membership.unit_id")
			.select(["person.username", "person.status", "membership.role", "unit.code"])
			.where("person.status", "=", "invited")
			.execute();
		expect(made).toHaveLength(102);
		for (const { username, code, role } of made) {
			expect(username).toBe(code === second.code ? `${code}.2` : code);
			expect(role).toBe("principal");
		}
		const entries = await world.store.read
			.selectFrom("audit_event")
			.select("unit_id")
			.where("event", "=", "person.created")
			.execute();
		expect(new Set(entries.map((entry) => entry.unit_id)).size).toBe(104);
	});

	test("only those chosen, only below the actor's unit, only by who may", async () => {
		const world = await buildWorld(engine);
		await buildSchool(world, { kind: "MN" });
		await buildSchool(world, { kind: "TH", ownership: "tu_thuc" });
		await buildSchool(world, { kind: "TH", commune: world.communes[1] });
		const count = async (unit: typeof world.office, filter: object) =>
			(await schoolsWithoutAccount(as(world, unit, "officer"), { ...all, ...filter })).count;
		expect(await count(world.office, { kind: "TH" })).toBe(2);
		expect(await count(world.office, { kind: "TH", ownership: "tu_thuc" })).toBe(1);
		expect(await count(world.office, { commune: world.communes[1].id })).toBe(1);
		expect(await count(world.communes[0], {})).toBe(2);
		for (const role of ["reader", "principal"] as const) {
			await expect(createSchoolAccounts(as(world, world.office, role), all)).rejects.toThrow("forbidden");
		}
	});
});
