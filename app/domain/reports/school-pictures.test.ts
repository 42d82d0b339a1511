import fc from "fast-check";
import { expect, test } from "vitest";
import { as, buildSchool, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { cameraForm } from "#tests/support/build-figures.ts";
import { type BuiltCampaign, buildCampaign, complete, smallForm } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { type Answers, type AnswerValue, definition } from "../forms/schema.ts";
import { submitReturn } from "../returns/submit.ts";
import { readSchoolPicture, type SchoolPicture } from "./school-pictures.ts";
import { median, PEERS_AT_LEAST, sectionShares } from "./section-shares.ts";

async function send(world: World, campaign: BuiltCampaign, at: number, over: Record<string, AnswerValue> = {}) {
	const target = campaign.returns[at];
	if (!target) throw new Error("no such school");
	await submitReturn(ctxFor(world, target.principal), target.returnId, { round: 1, operations: complete(over) });
	return ctxFor(world, target.principal);
}

/** Eight schools: the first a preschool that looks, then five preschools, a sixth that has not returned, a primary school. */
async function eightSchools(world: World, names = "Trường láng giềng") {
	const schools = [await buildSchool(world, { name: "Trường mình" })];
	for (let n = 1; n <= 6; n++) schools.push(await buildSchool(world, { name: `${names} ${n}` }));
	schools.push(await buildSchool(world, { name: `${names} tiểu học`, kind: "TH" }));
	return schools;
}

function sectionsOf(picture: SchoolPicture | null) {
	if (picture?.kind !== "sections") throw new Error("a picture of sections");
	return picture.sections;
}

onEachEngine("a school's own picture", (engine) => {
	test("its shares stand beside the median of at least five others of its kind, and nothing of theirs comes along", async () => {
		const world = await buildWorld(engine);
		const schools = await eightSchools(world);
		const campaign = await buildCampaign(world, { schools });
		const own = await send(world, campaign, 0, { "A.1": "unmet" });
		for (const at of [1, 2, 3, 4]) await send(world, campaign, at, { "A.1": "unmet", "A.2": "unmet" });
		await send(world, campaign, 7, { "A.1": "unmet", "A.2": "unmet" });
		// Four others of its kind: a fifth would be one too few to hide among, and the primary school is no peer.
		expect(sectionsOf(await readSchoolPicture(own, "sections", null))).toEqual([
			{ code: "A", title: "Cơ sở vật chất", own: 500, median: null, before: null },
			{ code: "B", title: "Số liệu", own: 1000, median: null, before: null },
		]);
		await send(world, campaign, 5);
		const picture = await readSchoolPicture(own, "sections", null);
		expect(sectionsOf(picture).map(({ own, median }) => [own, median])).toEqual([
			[500, 0],
			[1000, 1000],
		]);
		const rounds = await readSchoolPicture(own, "rounds", null);
		expect(rounds).toMatchObject({ rounds: [{ title: "Rà soát cơ sở vật chất", own: 500, median: 0 }] });
		const told = JSON.stringify([picture, rounds]);
		for (const { id, name, code } of schools.slice(1)) {
			for (const secret of [id, name, code]) expect(told).not.toContain(secret);
		}
		for (const { returnId } of campaign.returns.slice(1)) expect(told).not.toContain(returnId);
	});

	test("in a campaign of very many, one reading serves everybody for ten minutes, each without its own school", async () => {
		const world = await buildWorld(engine);
		const campaign = await buildCampaign(world, { schools: await eightSchools(world) });
		await world.store.read.updateTable("campaign").set({ recipients: 40_000 }).where("id", "=", campaign.id).execute();
		for (const at of [0, 1, 2, 3, 4]) await send(world, campaign, at, { "A.1": "unmet" });
		const at = async (school: number, now: string) => {
			const own = campaign.returns[school];
			if (!own) throw new Error("no such school");
			return sectionsOf(await readSchoolPicture(ctxFor(world, own.principal, now), "sections", null))[0]?.median;
		};
		expect(await at(0, "2026-11-24T03:00:00.000Z")).toBeNull();
		await send(world, campaign, 5, { "A.1": "unmet" });
		await send(world, campaign, 6, { "A.1": "unmet" });
		expect(await at(0, "2026-11-24T03:09:00.000Z")).toBeNull();
		expect(await at(0, "2026-11-24T03:11:00.000Z")).toBe(500);
	});

	test("round stands against round on the same form; a status form and a campaign of others are no rounds", async () => {
		const world = await buildWorld(engine);
		const schools = await eightSchools(world);
		const first = await buildCampaign(world, { schools, title: "Đợt 1", dueOn: "2026-11-24" });
		const own = await send(world, first, 0, { "A.1": "unmet", "A.2": "unmet" });
		await world.store.read.updateTable("campaign").set({ state: "closed" }).where("id", "=", first.id).execute();
		const second = await buildCampaign(world, {
			schools,
			title: "Đợt 2",
			version: first.versionId,
			dueOn: "2026-12-24",
		});
		await send(world, second, 0, { "A.1": "unmet" });
		const other = await buildCampaign(world, { schools: schools.slice(1), title: "Đợt khác" });
		await send(world, other, 0);
		await buildCampaign(world, { schools, form: cameraForm, title: "Camera" });
		expect(await readSchoolPicture(own, "rounds", null)).toMatchObject({
			rounds: [
				{ title: "Đợt 2", own: 500, median: null },
				{ title: "Đợt 1", own: 0, median: null },
			],
		});
		const newest = await readSchoolPicture(own, "sections", null);
		expect(newest).toMatchObject({ campaign: { title: "Đợt 2" }, before: { title: "Đợt 1" } });
		expect(sectionsOf(newest)[0]).toMatchObject({ own: 500, before: 0 });
		expect(await readSchoolPicture(own, "sections", first.id)).toMatchObject({
			campaign: { title: "Đợt 1" },
			before: null,
		});
		// Another's campaign, or rubbish, is not chosen.
		for (const asked of [other.id, "x", ""]) expect(await readSchoolPicture(own, "sections", asked)).toEqual(newest);
	});

	test("a school that was judged nowhere has none; a teacher and an office are refused", async () => {
		const world = await buildWorld(engine);
		const [school] = await eightSchools(world);
		if (!school) throw new Error("a school");
		for (const kind of ["sections", "rounds"] as const) {
			expect(await readSchoolPicture(as(world, school, "principal"), kind, null)).toBeNull();
			for (const refused of [
				as(world, school, "teacher"),
				as(world, world.office, "officer"),
				as(world, world.office, "reader"),
			]) {
				await expect(readSchoolPicture(refused, kind, null)).rejects.toMatchObject({ body: { code: "forbidden" } });
			}
		}
		await buildCampaign(world, { schools: [school] });
		expect(await readSchoolPicture(as(world, school, "deputy"), "rounds", null)).toBeNull();
	});

	test("shares of sections are those of the answers, and the median lies in the middle of the others", async () => {
		const verdict = fc.constantFrom("met", "unmet");
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(verdict, verdict), { minLength: 8, maxLength: 8 }), async (given) => {
				const world = await buildWorld(engine);
				const schools = [];
				for (let n = 0; n < given.length; n++) schools.push(await buildSchool(world));
				const campaign = await buildCampaign(world, { schools });
				const contexts = [];
				for (const [at, [first, second]] of given.entries()) {
					contexts.push(await send(world, campaign, at, { "A.1": first, "A.2": second }));
				}
				const shareOf = ([first, second]: (typeof given)[number]) =>
					(Number(first === "met") + Number(second === "met")) * 500;
				for (const [at, ctx] of contexts.entries()) {
					const others = given.filter((_, other) => other !== at).map(shareOf);
					const picture = sectionsOf(await readSchoolPicture(ctx, "sections", null));
					expect(picture[0]).toMatchObject({ own: shareOf(given[at] ?? ["met", "met"]), median: median(others) });
				}
			}),
			{ numRuns: engine === "sqlite" ? 8 : 3 },
		);
	});
});

test("a median has as many values below as above it, and needs enough of them", () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 30 }), (values) => {
			const middle = median(values);
			expect(middle === null).toBe(values.length < PEERS_AT_LEAST);
			if (middle === null) return;
			expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
			expect(values.filter((value) => value > middle + 1).length).toBeLessThanOrEqual(values.length / 2);
		}),
	);
	expect(median([1, 2, 3, 4, 5])).toBe(3);
	expect(median([0, 0, 100, 200, 1000, 1000])).toBe(150);
});

test("a section whose criteria do not apply has no share; only its criteria make one a section", () => {
	const form = definition.parse(smallForm);
	const answers = (value: string): Answers => ({
		"A.1": { value: "na", note: "", measure: null },
		"A.3": { value, note: "", measure: null },
	});
	expect([...sectionShares(form, answers("na"))]).toEqual([
		["A", null],
		["B", null],
	]);
	expect(sectionShares(form, answers("met")).get("A")).toBe(1000);
	expect(sectionShares(definition.parse(cameraForm), {}).size).toBe(0);
});
