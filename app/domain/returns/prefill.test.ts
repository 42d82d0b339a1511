import { describe, expect, test } from "vitest";
import { buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { answer, buildCampaign, buildReturn, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { roomsForm } from "../forms/fixtures-rosters.ts";
import { prefillReturn } from "./prefill.ts";
import { readOwnReturn } from "./queries.ts";
import { saveOperations } from "./save.ts";
import { submitReturn } from "./submit.ts";

onEachEngine("prefilling", (engine) => {
	describe("a new round", () => {
		test("begins from the record, and the next from the last with the same rows", async () => {
			const world = await buildWorld(engine);
			const school = await buildSchool(world);
			const first = await buildCampaign(world, { form: manyRooms(), schools: [school] });
			const [own] = first.returns;
			if (!own) throw new Error("a return");
			const ctx = ctxFor(world, own.principal);
			expect((await readOwnReturn(ctx, own.returnId)).prefill).toEqual({ rows: 11, answers: 23, from: null });
			await prefillReturn(ctx, own.returnId);
			const begun = await readOwnReturn(ctx, own.returnId);
			expect(begun.answers.ROOMS?.value).toBe(10);
			const names = Object.entries(begun.answers).flatMap(([key, { value }]) =>
				key.startsWith("NAME#") ? [value] : [],
			);
			expect(names).toContain("Phòng 10");
			expect(names).toContain("Sân chơi");
			expect(begun.prefill).toBeNull();
			// Pressed twice, or on two devices: nothing is added a second time.
			expect(await prefillReturn(ctx, own.returnId)).toBeNull();
			const rest = Object.keys(begun.answers).flatMap((key) =>
				key.startsWith("R#") ? [answer("N", 1, { row: key.slice(2) }), answer("BROKEN", 0, { row: key.slice(2) })] : [],
			);
			expect((await submitReturn(ctx, own.returnId, { round: 1, operations: rest })).outcome).toBe("submitted");

			const second = await buildCampaign(world, { version: first.versionId, schools: [school] });
			const next = second.returns[0];
			if (!next) throw new Error("a return");
			const later = ctxFor(world, next.principal);
			const offer = (await readOwnReturn(later, next.returnId)).prefill;
			expect(offer).toMatchObject({ rows: 11, from: { title: "Rà soát cơ sở vật chất" } });
			await prefillReturn(later, next.returnId);
			const filled = await readOwnReturn(later, next.returnId);
			const rows = (answers: object) =>
				Object.keys(answers)
					.filter((key) => key.startsWith("R#"))
					.sort();
			expect(rows(filled.answers)).toEqual(rows(begun.answers));
			// What is carried over is there, what has to be looked at again is not.
			expect(Object.keys(filled.answers).filter((key) => key.startsWith("N#"))).toHaveLength(11);
			expect(Object.keys(filled.answers).filter((key) => key.startsWith("BROKEN#"))).toEqual([]);
			const one = rows(filled.answers)[0]?.slice(2) ?? "";
			const n = filled.answers[`N#${one}`]?.revision ?? 0;
			await saveOperations(later, next.returnId, [answer("N", 40, { row: one, base: n })]);
			expect((await readOwnReturn(later, next.returnId)).jumps).toMatchObject([{ before: 11, now: 50 }]);
		});

		test("of another school is not found", async () => {
			const world = await buildWorld(engine);
			const { returnId } = await buildReturn(world, { form: roomsForm });
			const stranger = await buildReturn(world, { form: roomsForm });
			await expect(prefillReturn(stranger.ctx, returnId)).rejects.toMatchObject({ body: { code: "not_found" } });
			await expect(prefillReturn(officerOf(world), returnId)).rejects.toMatchObject({ body: { code: "forbidden" } });
		});
	});
});

/** `roomsForm` for a school with ten classrooms. */
function manyRooms() {
	return {
		...roomsForm,
		sections: roomsForm.sections.map((section) =>
			section.roster ? { ...section, roster: { ...section.roster, max: 40 } } : section,
		),
	};
}
