import { expect, test } from "vitest";
import { as, buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { buildCampaign } from "#tests/support/build-campaigns.ts";
import { acknowledge, adopt, conductContent, issueConduct } from "#tests/support/build-conduct.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { allAdoptions, conductCampaigns } from "./office-queries.ts";
import { adoptionGroups } from "./office-totals.ts";

onEachEngine("sub-totals and files", (engine) => {
	test("sub-totals tell public schools, private ones and independent groups apart", async () => {
		const world = await buildWorld(engine);
		const schools = [
			await buildSchool(world, { kind: "TH", ownership: "cong_lap" }),
			await buildSchool(world, { kind: "MN", ownership: "tu_thuc" }),
			await buildSchool(world, { kind: "MN", ownership: "dan_lap" }),
			await buildSchool(world, { kind: "LMG", ownership: "tu_thuc" }),
		] as const;
		await issueConduct(world);
		await adopt(as(world, schools[0], "principal"));
		const principal = ctxFor(world, (await buildPerson(world, schools[2], "principal")).actor);
		await buildPerson(world, schools[2], "teacher");
		await acknowledge(principal, await adopt(principal));
		const office = as(world, world.office, "reader");
		const none = { published: 0, outdated: 0, asked: 0, signed: 0 };
		expect(await adoptionGroups(office)).toEqual([
			{ ...none, group: "public", schools: 1, published: 1 },
			{ ...none, group: "private", schools: 2, published: 1, asked: 2, signed: 1 },
			{ ...none, group: "independent", schools: 1 },
		]);
		expect((await adoptionGroups(office, { kind: "LMG" })).map(({ group }) => group)).toEqual(["independent"]);
	});

	test("campaigns of codes are known by their template; a file reads every school once", async () => {
		const world = await buildWorld(engine);
		for (let n = 0; n < 52; n += 1) await buildSchool(world, { name: `Trường ${n % 5}` });
		await buildCampaign(world, { title: "Bảng kiểm" });
		await buildCampaign(world, { state: "draft", template: { kinds: [], conduct: conductContent() } });
		const { id } = await issueConduct(world);
		const office = as(world, world.office, "reader");
		expect((await conductCampaigns(office)).map((campaign) => campaign.id)).toEqual([id]);
		expect((await conductCampaigns(as(world, world.province, "reader"))).map((campaign) => campaign.id)).toEqual([id]);
		const read: string[] = [];
		for await (const portion of allAdoptions(office)) read.push(...portion.map(({ schoolId }) => schoolId));
		expect([read.length, new Set(read).size]).toEqual([52, 52]);
	});
});
