import { expect, test } from "vitest";
import { as, buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { acknowledge, adopt, amend, issueConduct } from "#tests/support/build-conduct.ts";
import { buildMembership, buildPerson } from "#tests/support/build-people.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { codeToAcknowledge, waitingToSign } from "./own-queries.ts";

onEachEngine("what waits for a person's signature", (engine) => {
	test("every school they work for, until they signed there; a small change asks nobody again, a material one does", async () => {
		const world = await buildWorld(engine);
		const [first, second] = [await buildSchool(world), await buildSchool(world)];
		await issueConduct(world);
		const heads = [as(world, first, "principal"), as(world, second, "principal")] as const;
		const person = await buildPerson(world, first, "teacher");
		await buildMembership(world, person, second, "teacher");
		const ctx = ctxFor(world, person.actor);
		const waiting = async () => (await waitingToSign(ctx)).map(({ schoolId, number }) => [schoolId, number]);

		expect(await waiting()).toEqual([]);
		const codes = [await adopt(heads[0]), await adopt(heads[1])] as const;
		const both = [first, second].sort((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1));
		expect(await waiting()).toEqual(both.map(({ id }) => [id, 1]));
		await acknowledge(ctx, codes[0]);
		expect(await waiting()).toEqual([[second.id, 1]]);

		await amend(heads[0], "NV-HS.1", "Đúng mực, giúp đỡ!");
		expect((await codeToAcknowledge(ctx))?.standing).toBe("earlier");
		expect(await waiting()).toEqual([[second.id, 1]]);
		await amend(heads[0], "NV-HS.1", "Luôn kiên nhẫn với từng người học.");
		expect((await codeToAcknowledge(ctx))?.standing).toBe("missing");
		expect((await waiting()).find(([id]) => id === first.id)).toEqual([first.id, 3]);

		const stranger = ctxFor(world, (await buildPerson(world, await buildSchool(world), "teacher")).actor);
		expect(await waitingToSign(stranger)).toEqual([]);
	});

	test("nothing waits at a school that they left", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		await issueConduct(world);
		await adopt(as(world, school, "principal"));
		const { actor } = await buildPerson(world, school, "teacher");
		const ctx = ctxFor(world, actor);
		expect(await waitingToSign(ctx)).toHaveLength(1);
		await world.store.read
			.updateTable("membership")
			.set({ ended_at: ctx.now })
			.where("id", "=", actor.membershipId)
			.execute();
		expect(await waitingToSign(ctx)).toEqual([]);
	});
});
