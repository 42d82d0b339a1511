import { expect, test } from "vitest";
import { as, buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { acknowledge, adopt, amend, conductContent, issueAgain, issueConduct } from "#tests/support/build-conduct.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { saveClause } from "./adapt.ts";
import { closeConsultation } from "./consult.ts";
import { readAdoption, readConductVersion } from "./queries.ts";
import { reviewCode } from "./review.ts";
import { summarise } from "./steps.ts";

onEachEngine("what a school has to do next", (engine) => {
	test("leads from waiting for the office through every step to nothing left, and to the review a year later", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world, { kind: "MN" });
		const head = await buildPerson(world, unit, "principal");
		const principal = ctxFor(world, head.actor);
		const now = async (ctx = principal) => {
			const { next, steps, stage } = summarise(await readAdoption(ctx), ctx.today);
			const current = Object.entries(steps).flatMap(([step, status]) => (status === "now" ? [step] : []));
			return [next, current.join(), stage];
		};
		expect(await now()).toEqual(["wait", "adapt", "none"]);
		await issueConduct(world);
		expect(await now()).toEqual(["begin", "adapt", "none"]);
		await adopt(principal, "draft");
		expect(await now()).toEqual(["adapt", "adapt", "adapting"]);
		const id = await adopt(principal, "consulting");
		expect(await now()).toEqual(["consult", "consult", "consulting"]);
		await adopt(principal, "consulted");
		expect(await now()).toEqual(["decide", "decide", "consulted"]);
		await adopt(principal, "decided");
		expect(await now()).toEqual(["publish", "publish", "decided"]);
		await adopt(principal);
		expect(await now()).toEqual(["acknowledge", "acknowledge", "published"]);
		await acknowledge(principal, id);
		expect(await now()).toEqual([null, "", "published"]);

		const nextYear = ctxFor(world, head.actor, "2027-08-20T03:00:00.000Z");
		expect(await now(nextYear)).toEqual(["review", "review", "published"]);
		await reviewCode(nextYear, { reviewedOn: "2027-08-20", outcome: "keep" });
		expect(await now(nextYear)).toEqual([null, "", "published"]);
	});

	test("without a majority the draft is worked on again", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world);
		await issueConduct(world);
		const principal = as(world, unit, "principal");
		await closeConsultation(principal, await adopt(principal, "consulting"));
		const { next, consultation } = summarise(await readAdoption(principal), principal.today);
		expect([next, consultation?.result]).toEqual(["adapt", "no_majority"]);
	});

	test("an offer comes before signatures, and is not taken over between consultation and publication", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world);
		const issued = await issueConduct(world);
		const principal = as(world, unit, "principal");
		await adopt(principal);
		const content = conductContent();
		content.modules = content.modules.filter(({ code }) => code !== "K-NT");
		await issueAgain(world, issued, content);
		const offered = summarise(await readAdoption(principal), principal.today);
		expect([offered.next, offered.mayAccept]).toEqual(["accept", true]);
		await amend(principal, "NV-HS.1", "Đúng mực, tận tình.", "consulting");
		const asking = summarise(await readAdoption(principal), principal.today);
		expect([asking.next, asking.mayAccept, asking.offer?.modules.length]).toEqual(["consult", false, 1]);
	});

	test("the summary counts clauses and names the school and the template, without texts", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world, { kind: "MN" });
		await issueConduct(world);
		const principal = as(world, unit, "principal");
		const id = await adopt(principal, "draft");
		await saveClause(principal, id, { code: "QL-NV.2", base: 0, status: "dropped" });
		await saveClause(principal, id, { code: "QL-NV.1", base: 0, status: "reworded", text: "Gương mẫu." });
		const summary = summarise(await readAdoption(principal), principal.today);
		expect(summary.clauses).toMatchObject({ reworded: 1, dropped: 1, local: 0 });
		expect(summary.schoolCode).toBe(unit.code);
		expect(summary.issued?.vi).toBeTruthy();
		expect(JSON.stringify(summary.open)).not.toContain("Gương mẫu");
		expect((await readConductVersion(principal, id)).groupsWanted).not.toContain("pupils");
	});
});
