import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { answer, buildCampaign, buildReturn, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { roomsForm } from "../forms/fixtures-rosters.ts";
import { newId } from "../id.ts";
import { readTallies } from "../tallies/queries.ts";
import { recount } from "../tallies/recount.ts";
import { readOwnReturn } from "./queries.ts";
import { reviewReturn } from "./review.ts";
import { readReturnForReview } from "./review-queries.ts";
import { saveOperations } from "./save.ts";
import type { Operation } from "./schema.ts";
import { submitReturn } from "./submit.ts";

/** A row with all that it is asked. */
function row(id: string, name: string, n: number, broken: number, place = 1): Operation[] {
	return [
		answer("R", place, { row: id }),
		answer("NAME", name, { row: id }),
		answer("AREA", "class", { row: id }),
		answer("N", n, { row: id }),
		...(n > 0 ? [answer("BROKEN", broken, { row: id })] : []),
	];
}

const outcomes = (results: { outcome: string }[]) => results.map(({ outcome }) => outcome);

onEachEngine("rosters", (engine) => {
	describe("rows", () => {
		test("are added, answered, taken out and brought back; their answers wait for them", async () => {
			const world = await buildWorld(engine);
			const { ctx, returnId } = await buildReturn(world, { form: roomsForm });
			await saveOperations(ctx, returnId, [
				answer("ROOMS", 2),
				...row("a", "Phòng A", 2, 0),
				...row("b", "Phòng B", 1, 1, 2),
			]);
			const keys = async () =>
				Object.entries((await readOwnReturn(ctx, returnId)).answers).flatMap(([key, { value }]) =>
					key.startsWith("R#") && value !== null ? [key] : [],
				);
			expect(await keys()).toEqual(["R#a", "R#b"]);
			const { answers } = await readOwnReturn(ctx, returnId);
			const base = answers["R#a"]?.revision ?? 0;
			await saveOperations(ctx, returnId, [answer("R", null, { row: "a", base })]);
			expect(await keys()).toEqual(["R#b"]);
			// Another device still answers in the row that was taken out: kept for when it comes back.
			const late = await saveOperations(ctx, returnId, [answer("N", 5, { row: "a", base: answers["N#a"]?.revision })]);
			expect(outcomes(late.operations)).toEqual(["applied"]);
			const gone = (await readOwnReturn(ctx, returnId)).answers["R#a"]?.revision ?? 0;
			await saveOperations(ctx, returnId, [answer("R", 3, { row: "a", base: gone })]);
			expect((await readOwnReturn(ctx, returnId)).answers["N#a"]?.value).toBe(5);
		});

		test("that nobody made, ids of rubbish, rows outside rosters and items of rows without a row are refused alone", async () => {
			const world = await buildWorld(engine);
			const { ctx, returnId } = await buildReturn(world, { form: roomsForm });
			const { operations } = await saveOperations(ctx, returnId, [
				answer("N", 1, { row: "nowhere" }),
				answer("R", 1, { row: "../x" }),
				answer("R", 1),
				answer("ROOMS", 1, { row: "a" }),
				answer("N", 1),
				answer("R", -1, { row: "a" }),
				answer("R", "x", { row: "a" }),
				answer("ROOMS", 3),
			]);
			expect(operations.map((one) => (one.outcome === "refused" ? one.fault.code : one.outcome))).toEqual([
				"unknown_row",
				"unknown_row",
				"unknown_row",
				"unknown_row",
				"unknown_row",
				"not_a_number",
				"not_a_number",
				"applied",
			]);
		});

		test("beyond the most that the roster takes are refused with how many it takes; the others stay", async () => {
			const world = await buildWorld(engine);
			const { ctx, returnId } = await buildReturn(world, { form: roomsForm });
			const { operations } = await saveOperations(
				ctx,
				returnId,
				Array.from({ length: 500 }, (_, n) => answer("R", n + 1, { row: `r${n}` })),
			);
			expect(outcomes(operations.slice(0, 5))).toEqual(["applied", "applied", "applied", "applied", "refused"]);
			expect(operations[4]).toMatchObject({ fault: { code: "too_many_rows", max: 4 } });
			expect(operations.filter(({ outcome }) => outcome === "applied")).toHaveLength(4);
		});

		test("a camera in a toilet is not saved, and the reason is told", async () => {
			const world = await buildWorld(engine);
			const { ctx, returnId } = await buildReturn(world, { form: roomsForm });
			const { operations } = await saveOperations(ctx, returnId, [
				answer("R", 1, { row: "a" }),
				answer("AREA", "toilet", { row: "a" }),
				answer("NAME", "Nhà vệ sinh", { row: "a" }),
			]);
			expect(operations.slice(1)).toMatchObject([
				{ outcome: "refused", fault: { code: "not_allowed" } },
				{ outcome: "refused", fault: { code: "not_allowed" } },
			]);
		});
	});

	test("a row may be sent back, and only that row then changes", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId } = await buildReturn(world, { form: roomsForm });
		const sent = await submitReturn(ctx, returnId, {
			round: 1,
			operations: [answer("ROOMS", 2), ...row("a", "Phòng A", 2, 0), ...row("b", "Phòng B", 1, 1, 2)],
		});
		expect(sent.outcome).toBe("submitted");
		const mark = (item: string, row: string) => ({ item, row, reason: "Xem lại" });
		const review = { round: 1, decision: "sent_back" as const, remark: "" };
		await expect(reviewReturn(officerOf(world), returnId, { ...review, items: [mark("N", "")] })).rejects.toMatchObject(
			{ body: { code: "invalid_input" } },
		);
		await reviewReturn(officerOf(world), returnId, { ...review, items: [mark("N", "a")] });
		const { answers } = await readOwnReturn(ctx, returnId);
		const again = (item: string, row: string, value: unknown) =>
			answer(item, value, { row, base: answers[`${item}#${row}`]?.revision ?? 0 });
		const { operations } = await saveOperations(ctx, returnId, [
			again("N", "a", 3),
			again("N", "b", 3),
			again("R", "b", null),
			again("R", "c", 3),
		]);
		expect(operations.map((one) => (one.outcome === "refused" ? one.fault.code : one.outcome))).toEqual([
			"applied",
			"not_marked",
			"not_marked",
			"not_marked",
		]);
		expect((await submitReturn(ctx, returnId, { round: 2 })).outcome).toBe("submitted");
		const { changes } = await readReturnForReview(officerOf(world), returnId);
		expect(changes).toMatchObject([
			{ row: "", changes: [{ item: "ALL" }] },
			{
				row: "a",
				title: "Phòng A",
				fate: "changed",
				changes: [{ item: "N", after: { value: 3 } }, { item: "WORKING" }],
			},
		]);

		// The roster as a whole: rows may come and go.
		await reviewReturn(officerOf(world), returnId, { ...review, round: 2, items: [mark("R", "")] });
		const whole = await saveOperations(ctx, returnId, [
			...row("c", "Phòng C", 1, 0, 3),
			answer("R", null, { row: "b", base: answers["R#b"]?.revision }),
		]);
		expect(new Set(outcomes(whole.operations))).toEqual(new Set(["applied"]));
		expect((await submitReturn(ctx, returnId, { round: 3 })).outcome).toBe("submitted");
		const last = await readOwnReturn(ctx, returnId);
		expect(last.submission?.answers["N#c"]?.value).toBe(1);
		expect(last.submission?.answers["N#b"]).toBeUndefined();
	});

	test("two devices that add rows at once, in whatever order they come, end with the same rows and answers", {
		timeout: 120_000,
	}, async () => {
		const mine = row("a", "Phòng A", 2, 1);
		const theirs = [...row("b", "Phòng B", 3, 0), answer("ROOMS", 2)];
		/** Each device sends its own in order; the two interleave as the network likes. */
		const interleaved = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(interleaved, async (turns) => {
				const world = await buildWorld(engine);
				const { ctx, returnId } = await buildReturn(world, { form: roomsForm });
				const [first, second] = [[...mine], [...theirs]];
				for (const turn of turns) {
					const next = (turn ? first : second).shift() ?? (turn ? second : first).shift();
					// Sent twice, since the answer to the first may be lost.
					if (next) await saveOperations(ctx, returnId, [next, { ...next }]);
				}
				await saveOperations(ctx, returnId, [...first, ...second]);
				const { answers } = await readOwnReturn(ctx, returnId);
				expect(Object.fromEntries(Object.entries(answers).map(([key, { value }]) => [key, value]))).toEqual({
					ROOMS: 2,
					"R#a": 1,
					"NAME#a": "Phòng A",
					"AREA#a": "class",
					"N#a": 2,
					"BROKEN#a": 1,
					"R#b": 1,
					"NAME#b": "Phòng B",
					"AREA#b": "class",
					"N#b": 3,
					"BROKEN#b": 0,
				});
			}),
			{ numRuns: engine === "sqlite" ? 25 : 5 },
		);
	});

	test("figures of each sending move the counters, as a recount has them", async () => {
		const world = await buildWorld(engine);
		const schools = [
			await buildSchool(world),
			await buildSchool(world, { ownership: "tu_thuc", commune: world.communes[1] }),
			await buildSchool(world, { kind: "NTDL", ownership: "tu_thuc" }),
		];
		const campaign = await buildCampaign(world, { form: roomsForm, schools });
		for (const [n, { returnId, principal }] of campaign.returns.slice(0, 2).entries()) {
			const operations = [answer("ROOMS", 2), ...row(newId(), "Phòng A", 4, n)];
			expect((await submitReturn(ctxFor(world, principal), returnId, { round: 1, operations })).outcome).toBe(
				"submitted",
			);
		}
		const { figures } = await readTallies(officerOf(world), campaign.id, world.office.id);
		expect(Object.fromEntries(figures)).toEqual({
			"=#known_public": 1,
			"=#known_private": 1,
			"=F-ALL#value_public": 4,
			"=F-ALL#known_public": 1,
			"=F-ALL#value_private": 4,
			"=F-ALL#known_private": 1,
			"=F-OK#value_public": 4,
			"=F-OK#of_public": 4,
			"=F-OK#known_public": 1,
			"=F-OK#value_private": 3,
			"=F-OK#of_private": 4,
			"=F-OK#known_private": 1,
			"=F-CLASS#value_public": 1,
			"=F-CLASS#known_public": 1,
			"=F-CLASS#value_private": 1,
			"=F-CLASS#known_private": 1,
			"*L#green_public": 1,
			"*L#amber_private": 1,
		});
		const counted = await recount(officerOf(world), campaign.id);
		expect(counted.get(world.office.id)?.figures).toEqual(figures);
	});
});
