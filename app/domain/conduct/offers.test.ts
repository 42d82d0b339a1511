import { expect, test } from "vitest";
import { as, buildSchool, buildWorld } from "#tests/support/build.ts";
import { adopt, conductContent, issueAgain, issueConduct } from "#tests/support/build-conduct.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { saveClause } from "./adapt.ts";
import { readConductFacts } from "./facts.ts";
import { acceptOffer, offeredChange } from "./offers.ts";
import { readConductVersion } from "./queries.ts";
import { loadVersion } from "./versions.ts";

const refused = (code: string, details?: object) =>
	expect.objectContaining({ body: { code, details: details ?? expect.anything() } });
const AUTUMN_2025 = "2025-10-06T03:00:00.000Z";
const LAST_DAY = "2026-01-29T03:00:00.000Z";
const FIRST_DAY = "2026-01-30T03:00:00.000Z";

onEachEngine("what a newer template offers", (engine) => {
	test("when the rule for teachers changes, schools that adopted are offered it with the difference, and taking it over drafts it", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world);
		await issueConduct(world, { now: AUTUMN_2025 });
		const before = as(world, unit, "principal", AUTUMN_2025);
		expect(await offeredChange(before)).toBeNull();
		const first = await adopt(before);
		expect(await offeredChange(as(world, unit, "principal", LAST_DAY))).toBeNull();
		const principal = as(world, unit, "principal", FIRST_DAY);
		const offer = await offeredChange(principal);
		expect(offer?.draftId).toBeNull();
		expect(offer?.modules.map(({ code, change }) => [code, change])).toEqual([
			["GV03-HS", "added"],
			["GV06-HS", "removed"],
		]);
		const drafts = await Promise.allSettled([1, 2, 3].map(() => acceptOffer(principal)));
		const taken = drafts.flatMap((draft) => (draft.status === "fulfilled" ? [draft.value] : []));
		const late = drafts.flatMap((draft) => (draft.status === "rejected" ? [draft.reason.body.code] : []));
		expect([taken.length, late]).toEqual([1, ["nothing_offered", "nothing_offered"]]);
		const [id = ""] = taken;
		expect(await offeredChange(principal)).toBeNull();
		expect((await loadVersion(principal, first)).state).toBe("published");
		await adopt(principal);
		const page = await readConductVersion(principal, id);
		expect(page).toMatchObject({ number: 2, state: "published", material: true });
		expect(page.changes.map(({ code, after }) => [code, after !== null])).toEqual([
			["GV03-HS.1", true],
			["GV03-HS.2", true],
			["GV03-HS.3", true],
			["GV06-HS.1", false],
			["GV06-HS.2", false],
		]);
	});

	test("a new template version is offered into an open draft too, and not between consultation and publication", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world);
		const issued = await issueConduct(world);
		const principal = as(world, unit, "principal");
		const id = await adopt(principal, "draft");
		await saveClause(principal, id, { code: "NV-HS.1", base: 0, status: "reworded", text: "Của trường." });
		const content = conductContent();
		for (const module of content.modules)
			for (const clause of module.clauses) if (/^(NV|CM)/.test(clause.code)) clause.text = { vi: "Của Phòng, mới." };
		const later = "2026-11-24T03:00:00.000Z";
		await issueAgain(world, issued, content, later);
		const next = as(world, unit, "principal", later);
		const offer = await offeredChange(next);
		expect(offer).toMatchObject({ draftId: id, template: { number: 2 } });
		expect(offer?.modules.flatMap(({ clauses }) => clauses)).toMatchObject([
			{ code: "NV-HS.1", yours: { status: "reworded", text: { vi: "Của trường." } } },
			{ code: "CM-NT.1", yours: null },
		]);
		await adopt(next, "consulted");
		await expect(acceptOffer(next)).rejects.toEqual(refused("conduct_state", { state: "consulted" }));
		await adopt(next);
		expect(await acceptOffer(next)).not.toBe(id);
		expect(await offeredChange(next)).toBeNull();
	});

	test("a rule that the newest template says has ended counts against codes made before anybody knew", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world);
		const ignorant = conductContent();
		ignorant.modules = ignorant.modules.filter(({ code }) => code !== "GV03-HS");
		for (const module of ignorant.modules) {
			module.validTo = null;
			module.legalBasis = [{ text: "Quy định của Sở", verified: false }];
		}
		const issued = await issueConduct(world, { content: ignorant, now: AUTUMN_2025 });
		await adopt(as(world, unit, "principal", AUTUMN_2025));
		const outdated = async () =>
			(await readConductFacts(as(world, unit, "principal", FIRST_DAY), unit.id)).conduct_outdated;
		expect(await outdated()).toBe(0);
		await issueAgain(world, issued, conductContent(), LAST_DAY);
		expect(await outdated()).toBe(1);
		expect((await readConductFacts(as(world, unit, "principal", LAST_DAY), unit.id)).conduct_outdated).toBe(0);
	});

	test("the newest campaign counts, not the newest template; a teacher is refused", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world);
		await issueConduct(world);
		const principal = as(world, unit, "principal");
		await adopt(principal);
		await expect(acceptOffer(principal)).rejects.toEqual(refused("nothing_offered"));
		const other = conductContent();
		other.modules = other.modules.filter(({ code }) => code !== "K-NT");
		await issueConduct(world, { content: other, now: "2026-11-24T03:00:00.000Z" });
		expect((await offeredChange(principal))?.modules).toMatchObject([{ code: "K-NT", change: "removed" }]);
		await expect(offeredChange(as(world, unit, "teacher"))).rejects.toEqual(refused("forbidden"));
		await expect(acceptOffer(as(world, unit, "teacher"))).rejects.toEqual(refused("forbidden"));
	});
});
