import { describe, expect, test } from "vitest";
import { as, type BuiltUnit, buildSchool, buildWorld, type World } from "#tests/support/build.ts";
import { adopt, amend, issueConduct, publication } from "#tests/support/build-conduct.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { Ctx } from "../ctx.ts";
import { keepFile } from "../evidence/commands.ts";
import { newId } from "../id.ts";
import { beginDraft, saveClause } from "./adapt.ts";
import { closeConsultation, openConsultation } from "./consult.ts";
import { decide, publish, reviseDraft } from "./decide.ts";
import { countMeeting, makeLinks, newLinkSeed } from "./hearings.ts";
import { readAdoption, readConductVersion } from "./queries.ts";
import { reviewCode } from "./review.ts";
import { type VersionState, versionStates } from "./schema.ts";
import { loadVersion } from "./versions.ts";

const refused = (code: string, details?: object) =>
	expect.objectContaining({ body: { code, details: details ?? expect.anything() } });
const decision = { number: "12/QĐ-MN", decidedOn: "2026-11-23", signer: "Trần Thị Bích" };

async function school(world: World, to?: Exclude<VersionState, "superseded">, now?: string) {
	const unit = await buildSchool(world);
	await issueConduct(world, { now });
	const principal = as(world, unit, "principal", now);
	return { unit, principal, id: to ? await adopt(principal, to) : "" };
}

onEachEngine("deciding and publishing", (engine) => {
	describe("each step from each state", () => {
		const commands: Record<
			string,
			{ run: (ctx: Ctx, id: string) => Promise<unknown>; leads: Partial<Record<VersionState, VersionState>> }
		> = {
			change: {
				run: (ctx, id) => saveClause(ctx, id, { code: "K-NT.1", base: 0, status: "dropped" }),
				leads: { draft: "draft" },
			},
			"open the consultation": {
				run: (ctx, id) => openConsultation(ctx, id, { closesOn: "2026-11-30", groups: [{ group: "staff" }] }),
				leads: { draft: "consulting", consulting: "consulting" },
			},
			"make links": {
				run: (ctx, id) => makeLinks(ctx, id, { seed: newLinkSeed(), group: "parents", count: 1 }),
				leads: { consulting: "consulting" },
			},
			"count a meeting": {
				run: (ctx, id) =>
					countMeeting(ctx, id, { id: newId(), group: "parents", heldOn: "2026-11-23", present: 9, agreed: 8 }),
				leads: { consulting: "consulting" },
			},
			"close the consultation": {
				run: (ctx, id) => closeConsultation(ctx, id),
				// Nobody was heard. Closed already: the same result again.
				leads: { consulting: "draft", consulted: "consulted" },
			},
			"take up again": {
				run: (ctx, id) => reviseDraft(ctx, id),
				leads: { draft: "draft", consulted: "draft" },
			},
			decide: {
				run: (ctx, id) => decide(ctx, id, decision),
				leads: { consulted: "decided", decided: "decided" },
			},
			publish: {
				run: (ctx, id) => publish(ctx, id, publication(ctx)),
				leads: { decided: "published", published: "published" },
			},
		};

		test.each(versionStates)("from %s", async (state) => {
			const world = await buildWorld(engine);
			const units: BuiltUnit[] = [];
			for (const _ of Object.keys(commands)) units.push(await buildSchool(world));
			await issueConduct(world);
			for (const [name, { run, leads }] of Object.entries(commands)) {
				const principal = as(world, units.pop() ?? world.office, "principal");
				const id = await adopt(principal, state === "superseded" ? "published" : state);
				if (state === "superseded") await amend(principal, "NV-HS.1", "Tận tình.");
				expect((await loadVersion(principal, id)).state).toBe(state);
				const to = leads[state];
				if (to === undefined)
					await expect(run(principal, id), name).rejects.toEqual(refused("conduct_state", { state }));
				else await run(principal, id);
				expect((await loadVersion(principal, id)).state, name).toBe(to ?? state);
			}
		});
	});

	test("a decision is not dated before the consultation ended, nor in the future", async () => {
		const world = await buildWorld(engine);
		const { principal, id } = await school(world, "consulted");
		await expect(decide(principal, id, { ...decision, decidedOn: "2026-11-22" })).rejects.toEqual(
			refused("decided_too_early", { closedOn: "2026-11-23", decidedOn: "2026-11-22" }),
		);
		await expect(decide(principal, id, { ...decision, decidedOn: "2026-11-24" })).rejects.toEqual(
			refused("day_in_future", { day: "2026-11-24", today: "2026-11-23" }),
		);
		await decide(principal, id, decision);
	});

	test("a round that was closed late ended on its last day", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world);
		await issueConduct(world);
		const principal = as(world, unit, "principal");
		const opening = { closesOn: "2026-11-25", groups: [{ group: "parents" as const }] };
		const id = await adopt(principal, "consulting", { opening });
		await countMeeting(principal, id, { id: newId(), group: "parents", heldOn: "2026-11-23", present: 9, agreed: 9 });
		const later = as(world, unit, "principal", "2026-12-05T03:00:00.000Z");
		await closeConsultation(later, id);
		await expect(decide(later, id, { ...decision, decidedOn: "2026-11-24" })).rejects.toEqual(
			refused("decided_too_early", { closedOn: "2026-11-25", decidedOn: "2026-11-24" }),
		);
		await decide(later, id, { ...decision, decidedOn: "2026-11-25" });
	});

	test("a double click decides and publishes once; a wrong number is corrected until publication", async () => {
		const world = await buildWorld(engine);
		const { unit, principal, id } = await school(world, "consulted");
		await Promise.all([1, 2, 3].map(() => decide(principal, id, decision)));
		await decide(principal, id, { ...decision, number: "13/QĐ-MN" });
		await Promise.all([1, 2, 3].map(() => publish(principal, id, publication(principal))));
		const rows = await world.store.read
			.selectFrom("audit_event")
			.select(["event", "before"])
			.where("unit_id", "=", unit.id)
			.where("event", "in", ["conduct.decided", "conduct.published"])
			.orderBy("seq")
			.execute();
		expect(rows.map(({ event }) => event)).toEqual(["conduct.decided", "conduct.decided", "conduct.published"]);
		expect(rows[1]?.before).toContain("12/QĐ-MN");
		expect((await readConductVersion(principal, id)).decision?.number).toBe("13/QĐ-MN");
	});

	test("publishing says where it is read and where one may report, and supersedes the version before", async () => {
		const world = await buildWorld(engine);
		const { principal, id } = await school(world, "decided");
		const nowhere = publication(principal, { onWeb: "", onBoard: false });
		await expect(publish(principal, id, nowhere)).rejects.toThrow();
		await expect(publish(principal, id, publication(principal, { channels: {} }))).rejects.toThrow();
		await expect(publish(principal, id, publication(principal, { onWeb: "javascript:alert(1)" }))).rejects.toThrow();
		await expect(publish(principal, id, publication(principal, { effectiveOn: "2026-11-22" }))).rejects.toEqual(
			refused("effective_too_early", { decidedOn: "2026-11-23", effectiveOn: "2026-11-22" }),
		);
		await publish(principal, id, publication(principal, { onWeb: "", effectiveOn: "2026-12-01" }));
		const next = await amend(principal, "NV-HS.1", "Tận tình.");
		const page = await readAdoption(principal);
		expect(page).toMatchObject({
			stage: "published",
			open: null,
			published: { id: next, number: 2, material: true },
			earlier: [{ id, number: 1, state: "superseded", publication: { effectiveOn: "2026-12-01", onWeb: "" } }],
			consultation: { voices: 25, percent: 80, result: "majority" },
			staff: { members: 0 },
		});
		expect((await readConductVersion(principal, next)).changes).toMatchObject([{ code: "NV-HS.1", small: false }]);
	});

	test("never more than one version on its way and one in force", async () => {
		const world = await buildWorld(engine);
		const { unit, principal } = await school(world, "published");
		const ids = await Promise.all(Array.from({ length: 6 }, () => beginDraft(principal)));
		expect(new Set(ids).size).toBe(1);
		await adopt(principal);
		await beginDraft(principal);
		const rows = await world.store.read
			.selectFrom("conduct_version")
			.select(["number", "state"])
			.where("school_id", "=", unit.id)
			.orderBy("number")
			.execute();
		expect(rows.map(({ state }) => state)).toEqual(["superseded", "published", "draft"]);
	});

	test("evidence is the school's own file, and a correction does not lose it", async () => {
		const world = await buildWorld(engine);
		const { unit, principal, id } = await school(world, "consulted");
		const bytes = new Uint8Array([1]);
		const file = { name: "qd.pdf", mediaType: "application/pdf", bytes };
		const own = await keepFile(principal, { ...file, unitId: unit.id });
		const other = await buildSchool(world);
		const foreign = await keepFile(as(world, other, "principal"), { ...file, unitId: other.id });
		await expect(decide(principal, id, { ...decision, fileId: foreign.id })).rejects.toEqual(refused("not_found"));
		await decide(principal, id, { ...decision, fileId: own.id });
		await decide(principal, id, { ...decision, number: "14/QĐ-MN" });
		expect((await readConductVersion(principal, id)).decision?.fileId).toBe(own.id);
		await expect(publish(principal, id, publication(principal, { fileId: foreign.id }))).rejects.toEqual(
			refused("not_found"),
		);
		await publish(principal, id, publication(principal, { fileId: own.id }));
	});

	test("the review is written once a school year and may be corrected", async () => {
		const world = await buildWorld(engine);
		const { unit, principal } = await school(world, "decided");
		const review = { reviewedOn: "2026-11-23", outcome: "keep" as const, note: "Phù hợp." };
		await expect(reviewCode(principal, review)).rejects.toEqual(refused("conduct_not_published"));
		await adopt(principal);
		await expect(reviewCode(principal, { ...review, reviewedOn: "2026-11-22" })).rejects.toEqual(
			refused("reviewed_too_early"),
		);
		await expect(reviewCode(principal, { ...review, reviewedOn: "2026-11-24" })).rejects.toEqual(
			refused("day_in_future"),
		);
		await Promise.all([reviewCode(principal, review), reviewCode(principal, review)]);
		const next = as(world, unit, "principal", "2027-08-20T03:00:00.000Z");
		await reviewCode(next, { reviewedOn: "2027-08-20", outcome: "amend" });
		await reviewCode(principal, { ...review, note: "Phù hợp, rõ ràng." });
		expect((await readAdoption(principal)).reviews).toEqual([
			{ schoolYear: "2027-2028", reviewedOn: "2027-08-20", outcome: "amend", note: "" },
			{ schoolYear: "2026-2027", reviewedOn: "2026-11-23", outcome: "keep", note: "Phù hợp, rõ ràng." },
		]);
		const audit = await world.store.read
			.selectFrom("audit_event")
			.select("seq")
			.where("event", "=", "conduct.reviewed")
			.execute();
		expect(audit).toHaveLength(3);
	});

	test("only the principal decides, publishes and reviews; another school's version is not found", async () => {
		const world = await buildWorld(engine);
		const { unit, principal, id } = await school(world, "consulted");
		const review = { reviewedOn: "2026-11-23", outcome: "keep" as const };
		for (const role of ["deputy", "teacher"] as const) {
			const other = as(world, unit, role);
			await expect(decide(other, id, decision)).rejects.toEqual(refused("forbidden"));
			await expect(publish(other, id, publication(other))).rejects.toEqual(refused("forbidden"));
			await expect(reviseDraft(other, id)).rejects.toEqual(refused("forbidden"));
			await expect(reviewCode(other, review)).rejects.toEqual(refused("forbidden"));
		}
		const stranger = as(world, await buildSchool(world), "principal");
		await expect(decide(stranger, id, decision)).rejects.toEqual(refused("not_found"));
		await expect(publish(stranger, id, publication(stranger))).rejects.toEqual(refused("not_found"));
		await expect(reviseDraft(stranger, id)).rejects.toEqual(refused("not_found"));
		await expect(readConductVersion(stranger, id)).rejects.toEqual(refused("not_found"));
		await expect(readAdoption(as(world, unit, "teacher"))).rejects.toEqual(refused("forbidden"));
		expect((await readAdoption(principal)).stage).toBe("consulted");
	});
});
