import { expect, test } from "vitest";
import { as, type BuiltUnit, buildSchool, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { acknowledge, adopt, amend, issueConduct } from "#tests/support/build-conduct.ts";
import { type BuiltPerson, buildMembership, buildPerson } from "#tests/support/build-people.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { Ctx } from "../ctx.ts";
import { endMembership } from "../people/memberships.ts";
import { markRead, openCode, sign } from "./acknowledge.ts";
import { readConductFacts } from "./facts.ts";
import { listAdoptions } from "./office-queries.ts";
import { codeToAcknowledge, mySignatures, readSigned } from "./own-queries.ts";
import { staffStates } from "./queries.ts";
import { remindMissing } from "./remind.ts";
import { loadVersion } from "./versions.ts";

const refused = (code: string, details?: object) =>
	expect.objectContaining({ body: { code, details: details ?? expect.anything() } });

async function school(world: World, teachers: number) {
	const unit = await buildSchool(world);
	await issueConduct(world);
	const principal = await buildPerson(world, unit, "principal", { name: "Trần Thị Bích" });
	const people: BuiltPerson[] = [];
	for (let n = 1; n <= teachers; n += 1) people.push(await teacher(world, unit, `Nguyễn Thị Đào ${n}`));
	return { unit, principal: ctxFor(world, principal.actor), people: people.map(({ actor }) => ctxFor(world, actor)) };
}

const teacher = (world: World, unit: BuiltUnit, name: string) => buildPerson(world, unit, "teacher", { name });
const standing = async (ctx: Ctx) => (await codeToAcknowledge(ctx))?.standing;

onEachEngine("acknowledging the code", (engine) => {
	test("a person opens, reads to the end and signs with their name; twice is the same receipt", async () => {
		const world = await buildWorld(engine);
		const { principal, people } = await school(world, 1);
		const [ctx = principal] = people;
		expect(await codeToAcknowledge(ctx)).toBeNull();
		const id = await adopt(principal);
		const { sha256 } = await loadVersion(ctx, id);
		const signature = { name: "nguyen thi dao 1", sha256: sha256 ?? "" };
		expect(await standing(ctx)).toBe("missing");
		await expect(sign(ctx, id, signature)).rejects.toEqual(refused("conduct_unread"));
		await Promise.all([openCode(ctx, id), openCode(ctx, id)]);
		expect(await standing(ctx)).toBe("opened");
		await expect(sign(ctx, id, signature)).rejects.toEqual(refused("conduct_unread"));
		await Promise.all([markRead(ctx, id), markRead(ctx, id)]);
		expect(await standing(ctx)).toBe("read");
		await expect(sign(ctx, id, { ...signature, name: "Trần Thị Bích" })).rejects.toEqual(
			refused("name_differs", { name: "Nguyễn Thị Đào 1" }),
		);
		await expect(sign(ctx, id, { ...signature, sha256: "0".repeat(64) })).rejects.toEqual(refused("conduct_changed"));
		expect(await standing(ctx)).toBe("read");
		const receipts = await Promise.all([1, 2, 3].map(() => sign(ctx, id, signature)));
		expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
		expect(receipts[0]).toMatchObject({ versionId: id, sha256, signedName: "nguyen thi dao 1" });
		expect(receipts[0]?.receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
		expect(await standing(ctx)).toBe("signed");
		const audit = await world.store.read
			.selectFrom("audit_event")
			.select("event")
			.where("actor_id", "=", ctx.actor.personId)
			.orderBy("seq")
			.execute();
		expect(audit.map(({ event }) => event)).toEqual(["conduct.opened", "conduct.read", "conduct.signed"]);
	});

	test("thirty teachers acknowledge, one clause changes materially, thirty are asked again", async () => {
		const world = await buildWorld(engine);
		const { unit, principal, people } = await school(world, 30);
		const office = as(world, world.office, "reader");
		const figures = async () => {
			const facts = await readConductFacts(principal, unit.id);
			const [line] = (await listAdoptions(office)).lines;
			expect(line?.staff).toMatchObject({ asked: facts.conduct_asked, signed: facts.conduct_signed });
			return line?.staff;
		};
		const first = await adopt(principal);
		await Promise.all(people.map((ctx) => acknowledge(ctx, first)));
		await acknowledge(principal, first);
		expect(await figures()).toEqual({ members: 31, asked: 31, signed: 31, earlier: 0 });
		const second = await amend(principal, "NV-HS.1", "Đúng mực, giúp đỡ, báo ngay khi trẻ bị đau.");
		expect(await figures()).toEqual({ members: 31, asked: 31, signed: 0, earlier: 0 });
		expect(await Promise.all(people.map(standing))).toEqual(Array(30).fill("missing"));
		const [one = principal] = people;
		expect((await codeToAcknowledge(one))?.changes).toMatchObject([{ code: "NV-HS.1", small: false }]);
		const old = await loadVersion(one, first);
		await expect(openCode(one, first)).rejects.toEqual(refused("conduct_changed"));
		await openCode(one, second);
		await markRead(one, second);
		const signature = { name: one.actor.name, sha256: old.sha256 ?? "" };
		await expect(sign(one, second, signature)).rejects.toEqual(refused("conduct_changed"));
		await Promise.all(people.map((ctx) => acknowledge(ctx, second)));
		expect(await figures()).toEqual({ members: 31, asked: 31, signed: 30, earlier: 0 });
	});

	test("a small change spares who signed the wording before, without counting them as signed", async () => {
		const world = await buildWorld(engine);
		const { principal, people } = await school(world, 3);
		const [one = principal, two = principal, three = principal] = people;
		const first = await adopt(principal);
		await acknowledge(one, first);
		const second = await amend(principal, "NV-HS.1", "đúng mực,  giúp đỡ");
		expect(await loadVersion(one, second)).toMatchObject({ material: 0, covers_from: 1 });
		await acknowledge(two, second);
		const third = await amend(principal, "NV-HS.1", "Đúng mực; giúp đỡ.");
		expect(await Promise.all([one, two, three, principal].map(standing))).toEqual([
			"earlier",
			"earlier",
			"missing",
			"missing",
		]);
		expect((await staffStates(principal)).counts).toEqual({
			members: 4,
			asked: 2,
			signed: 0,
			earlier: 2,
			opened: 0,
			read: 0,
			missing: 2,
		});
		await acknowledge(one, third);
		expect(await standing(one)).toBe("signed");
		await amend(principal, "NV-HS.1", "Nghiêm khắc.");
		expect(await Promise.all([one, two].map(standing))).toEqual(["missing", "missing"]);
	});

	test("a principal may ask everybody again after a small change, and never spare anybody", async () => {
		const world = await buildWorld(engine);
		const { principal, people } = await school(world, 1);
		const [one = principal] = people;
		await acknowledge(one, await adopt(principal));
		await amend(principal, "NV-HS.1", "Đúng mực giúp đỡ", "decided");
		const asked = await adopt(principal, "published", { publication: { askAgain: true } });
		expect(await loadVersion(one, asked)).toMatchObject({ material: 1, covers_from: 2 });
		expect(await standing(one)).toBe("missing");
		await amend(principal, "NV-HS.1", "Khác hẳn.", "decided");
		await adopt(principal, "published", { publication: { askAgain: false } });
		expect(await standing(one)).toBe("missing");
	});

	test("new staff are asked by themselves, who left and who is blocked counts no more", async () => {
		const world = await buildWorld(engine);
		const { unit, principal, people } = await school(world, 2);
		const id = await adopt(principal);
		for (const ctx of people) await acknowledge(ctx, id);
		const counts = async () => (await staffStates(principal)).counts;
		expect(await counts()).toMatchObject({ members: 3, signed: 2, missing: 1 });
		const fresh = ctxFor(world, (await teacher(world, unit, "Lê Văn Mới")).actor);
		expect(await standing(fresh)).toBe("missing");
		expect(await counts()).toMatchObject({ members: 4, signed: 2, missing: 2 });
		const [gone = principal, blocked = principal] = people;
		const { personId, membershipId } = gone.actor;
		await endMembership(as(world, world.province, "office_admin"), { personId, membershipId });
		await world.store.read
			.updateTable("person")
			.set({ status: "blocked" })
			.where("id", "=", blocked.actor.personId)
			.execute();
		expect(await counts()).toMatchObject({ members: 2, signed: 0, missing: 2 });
		// What they signed stays theirs to read.
		expect(await mySignatures(gone)).toMatchObject([{ versionId: id, school: unit.name }]);
	});

	test("each person rereads exactly what they signed, and nobody else's", async () => {
		const world = await buildWorld(engine);
		const { unit, principal, people } = await school(world, 2);
		const [one = principal, two = principal] = people;
		const first = await adopt(principal);
		const { receipt } = await acknowledge(one, first);
		const second = await amend(principal, "NV-HS.1", "Nghiêm khắc.");
		await acknowledge(one, second);
		const wanted = { schoolId: unit.id, versionId: first };
		const reread = await readSigned(one, wanted);
		expect(reread).toMatchObject({ receipt, school: unit.name, version: { number: 1, state: "superseded" } });
		expect(JSON.stringify(reread.code)).toContain("Đúng mực, giúp đỡ.");
		expect(JSON.stringify(reread.code)).not.toContain("Nghiêm khắc.");
		expect((await mySignatures(one)).map(({ version }) => version.number)).toEqual([2, 1]);
		await expect(readSigned(two, wanted)).rejects.toEqual(refused("not_found"));
		await expect(readSigned(principal, wanted)).rejects.toEqual(refused("not_found"));
		await expect(readSigned(one, { ...wanted, versionId: "x" })).rejects.toEqual(refused("not_found"));
	});

	test("a person in two schools acknowledges at each", async () => {
		const world = await buildWorld(engine);
		const [here, there] = [await school(world, 0), await school(world, 0)];
		const person = await teacher(world, here.unit, "Phạm Thị Hai");
		const membershipId = await buildMembership(world, person, there.unit, "teacher");
		const atHome = ctxFor(world, person.actor);
		const { id: unitId, name: unitName, path: unitPath } = there.unit;
		const atOther = ctxFor(world, { ...person.actor, membershipId, unitId, unitName, unitPath });
		const [first, second] = [await adopt(here.principal), await adopt(there.principal)];
		await acknowledge(atHome, first);
		expect([await standing(atHome), await standing(atOther)]).toEqual(["signed", "missing"]);
		await expect(openCode(atHome, second)).rejects.toEqual(refused("not_found"));
		await acknowledge(atOther, second);
		expect((await staffStates(here.principal)).counts).toMatchObject({ members: 2, signed: 1 });
		expect((await staffStates(there.principal)).counts).toMatchObject({ members: 2, signed: 1 });
		expect((await mySignatures(atHome)).map(({ schoolId }) => schoolId).sort()).toEqual(
			[here.unit.id, there.unit.id].sort(),
		);
	});

	test("reminders go only to those missing, once a day, and show in their own pages", async () => {
		const world = await buildWorld(engine);
		const { unit, principal, people } = await school(world, 3);
		const [signed = principal, opened = principal] = people;
		await expect(remindMissing(principal)).rejects.toEqual(refused("conduct_not_published"));
		const id = await adopt(principal);
		await acknowledge(signed, id);
		await openCode(opened, id);
		expect((await Promise.all([1, 2, 3].map(() => remindMissing(principal)))).sort()).toEqual([0, 0, 3]);
		expect((await codeToAcknowledge(opened))?.remindedOn).toBe("2026-11-23");
		expect((await codeToAcknowledge(signed))?.remindedOn).toBeNull();
		await acknowledge(opened, id);
		expect((await codeToAcknowledge(opened))?.remindedOn).toBeNull();
		const tomorrow = as(world, unit, "deputy", "2026-11-24T03:00:00.000Z");
		expect(await remindMissing(tomorrow)).toBe(2);
		const states = await staffStates(principal);
		expect(states.members.map(({ name, standing, remindedOn }) => [name, standing, remindedOn])).toEqual([
			["Nguyễn Thị Đào 1", "signed", null],
			["Nguyễn Thị Đào 2", "signed", "2026-11-23"],
			["Nguyễn Thị Đào 3", "missing", "2026-11-24"],
			["Trần Thị Bích", "missing", "2026-11-24"],
		]);
	});

	test("other staff see only themselves; offices, drafts and strangers are refused", async () => {
		const world = await buildWorld(engine);
		const { principal, people } = await school(world, 1);
		const [one = principal] = people;
		const id = await adopt(principal, "decided");
		await expect(openCode(one, id)).rejects.toEqual(refused("not_found"));
		await expect(markRead(one, id)).rejects.toEqual(refused("not_found"));
		await expect(sign(one, id, { name: one.actor.name, sha256: "a".repeat(64) })).rejects.toEqual(refused("not_found"));
		await adopt(principal);
		await expect(staffStates(one)).rejects.toEqual(refused("forbidden"));
		await expect(remindMissing(one)).rejects.toEqual(refused("forbidden"));
		const officer = as(world, world.office, "office_admin");
		await expect(staffStates(officer)).rejects.toEqual(refused("forbidden"));
		await expect(openCode(officer, id)).rejects.toEqual(refused("forbidden"));
		await expect(codeToAcknowledge(officer)).rejects.toEqual(refused("forbidden"));
		const stranger = as(world, await buildSchool(world), "teacher");
		await expect(openCode(stranger, id)).rejects.toEqual(refused("not_found"));
		await expect(markRead(stranger, id)).rejects.toEqual(refused("not_found"));
		const own = JSON.stringify(await codeToAcknowledge(one));
		expect(own).not.toContain(principal.actor.name);
		expect(own).not.toContain(principal.actor.personId);
	});
});
