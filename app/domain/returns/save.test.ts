import { expect, test } from "vitest";
import { actorAt, as, buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { answer, buildReturn } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { newId } from "../id.ts";
import { openReturn, saveOperations } from "./save.ts";

onEachEngine("saving answers", (engine) => {
	async function built() {
		const world = await buildWorld(engine);
		const { ctx, returnId, campaign, school } = await buildReturn(world);
		const save = (...operations: ReturnType<typeof answer>[]) => saveOperations(ctx, returnId, operations);
		const stored = () =>
			world.store.read
				.selectFrom("answer")
				.select(["item", "value", "note", "measure", "revision"])
				.orderBy("item")
				.execute();
		const recipient = () => world.store.read.selectFrom("recipient").selectAll().executeTakeFirstOrThrow();
		return { world, ctx, returnId, campaign, school, save, stored, recipient };
	}

	test("the first answer opens the return and each is kept with a revision of its own", async () => {
		const { save, stored, recipient } = await built();
		const saved = await save(answer("A.1", "met"), answer("B.2", "12"));
		expect(saved.operations.map(({ outcome, revision }) => [outcome, revision])).toEqual([
			["applied", 1],
			["applied", 2],
		]);
		expect(await stored()).toMatchObject([
			{ item: "A.1", value: '"met"' },
			{ item: "B.2", value: "12" },
		]);
		expect(await recipient()).toMatchObject({ state: "draft", progress: 33 });
	});

	test("the same operation counts once, whenever it comes again", async () => {
		const { save, world } = await built();
		const first = answer("A.1", "met");
		await save(first);
		await save(answer("A.1", "unmet", { base: 1 }));
		const again = await save(first, first);
		expect(again.operations.map(({ outcome, revision }) => [outcome, revision])).toEqual([
			["already", 1],
			["already", 1],
		]);
		expect(await world.store.read.selectFrom("answer_event").select("id").execute()).toHaveLength(2);
	});

	test("the same id with other content is refused", async () => {
		const { save, stored } = await built();
		const first = answer("A.1", "met");
		await save(first);
		const result = await save({ ...first, value: "unmet" }, { ...first, note: "khác" }, { ...first, item: "A.2" });
		expect(result.operations.map((one) => one.outcome === "refused" && one.fault)).toEqual(
			Array(3).fill({ code: "id_reused" }),
		);
		expect(await stored()).toHaveLength(1);
	});

	test("a stale page meets the newer answer: both are told, neither is lost, the person chooses", async () => {
		const { save, stored, world } = await built();
		await save(answer("A.1", "met", { note: "máy thứ nhất" }));
		const mine = answer("A.1", "unmet", { note: "máy thứ hai" });
		const met = await save(mine, answer("A.2", "met"));
		expect(met.operations).toMatchObject([
			{ outcome: "conflict", current: { value: "met", note: "máy thứ nhất", revision: 1 } },
			{ outcome: "applied" },
		]);
		expect((await save(mine)).operations).toMatchObject([{ outcome: "conflict" }]);
		const event = await world.store.read
			.selectFrom("answer_event")
			.selectAll()
			.where("id", "=", mine.id)
			.executeTakeFirstOrThrow();
		expect(event.revision).toBeNull();
		expect(event.operation).toContain("máy thứ hai");
		const chosen = await save({ ...mine, id: newId(), base: 1 });
		expect(chosen.operations).toMatchObject([{ outcome: "applied", revision: 3 }]);
		expect((await stored())[0]).toMatchObject({ value: '"unmet"', note: "máy thứ hai" });
	});

	test("two devices that say the same do not quarrel", async () => {
		const { save } = await built();
		await save(answer("A.1", "met"));
		expect((await save(answer("A.1", "met"))).operations).toMatchObject([{ outcome: "applied", revision: 1 }]);
	});

	test("what cannot be an answer is refused alone, the rest of the batch is saved", async () => {
		const { save, stored } = await built();
		const result = await save(
			answer("A.1", "met", { note: "x".repeat(100_000) }),
			answer("B.3", "y".repeat(100_000)),
			answer("A.2", { met: true }),
			answer("A.2", "maybe"),
			answer("B.1", "na"),
			answer("B.2", "mười"),
			answer("B.2", 999),
			answer("Z.9", "met"),
			answer("B.4", 5),
			answer("A.3", "met", { row: "r1" }),
			answer("A.3", "unmet", { measure: { what: "w".repeat(5000) } }),
			answer("A.3", "unmet", { measure: { due: "2026-02-30" } }),
			answer("A.4", "met"),
		);
		expect(result.operations.map((one) => (one.outcome === "refused" ? one.fault : one.outcome))).toEqual([
			{ code: "too_long", max: 4000, part: "note" },
			{ code: "too_long", max: 4000, part: "value" },
			{ code: "not_an_option", part: "value" },
			{ code: "not_an_option", part: "value" },
			{ code: "na_not_allowed", part: "value" },
			{ code: "not_a_number", part: "value" },
			{ code: "too_large", max: 200, part: "value" },
			{ code: "unknown_item" },
			{ code: "unknown_item" },
			{ code: "unknown_row" },
			{ code: "too_long", max: 4000, part: "what" },
			{ code: "not_a_date", part: "due" },
			"applied",
		]);
		expect(await stored()).toMatchObject([{ item: "A.4" }]);
	});

	test("text is kept as it was meant: NFC, emoji, formulas as text, no control characters", async () => {
		const { save, stored } = await built();
		await save(
			answer("A.1", "unmet", { note: "Lan can gãy \u0000\u0007🚸".normalize("NFD") }),
			answer("B.3", "=1+1\u202e|cmd"),
		);
		expect(await stored()).toMatchObject([
			{ item: "A.1", note: "Lan can gãy 🚸".normalize("NFC") },
			{ item: "B.3", value: '"=1+1|cmd"' },
		]);
	});

	test("a measure is kept while it is being typed, and an empty one is none", async () => {
		const { save, stored } = await built();
		await save(
			answer("A.1", "unmet", { measure: { what: "Hàn lại", superior: true } }),
			answer("A.2", "unmet", { measure: { what: " " } }),
		);
		const [first, second] = await stored();
		expect(JSON.parse(first?.measure ?? "null")).toEqual({
			what: "Hàn lại",
			who: "",
			due: "",
			superior: true,
			request: "",
		});
		expect(second?.measure).toBeNull();
	});

	test("another school's return, and rubbish, are not found; who may not fill is refused", async () => {
		const { world, returnId, school } = await built();
		const stranger = ctxFor(world, actorAt(await buildSchool(world), "principal"));
		await expect(saveOperations(stranger, returnId, [answer("A.1", "met")])).rejects.toMatchObject({
			body: { code: "not_found" },
		});
		await expect(saveOperations(stranger, "rubbish'--", [])).rejects.toMatchObject({ body: { code: "not_found" } });
		for (const role of ["teacher", "reader", "officer"] as const) {
			const refused = saveOperations(as(world, school, role), returnId, [answer("A.1", "met")]);
			await expect(refused).rejects.toMatchObject({ body: { code: "forbidden" } });
		}
		expect(await world.store.read.selectFrom("answer_event").select("id").execute()).toEqual([]);
	});

	test("a campaign that is closed or not open yet takes no answers, and says so", async () => {
		const world = await buildWorld(engine);
		for (const [over, why] of [
			[{ state: "closed" }, "campaign_closed"],
			[{ opensOn: "2026-11-24" }, "not_open_yet"],
		] as const) {
			const { ctx, returnId } = await buildReturn(world, over);
			const result = await saveOperations(ctx, returnId, [answer("A.1", "met")]);
			expect(result.operations).toMatchObject([{ outcome: "refused", fault: { code: "return_closed", why } }]);
			await openReturn(ctx, returnId);
			const [recipient] = await world.store.read
				.selectFrom("recipient")
				.select("state")
				.where("return_id", "=", returnId)
				.execute();
			expect(recipient?.state).toBe("not_started");
		}
	});

	test("the first visit opens the return once, and every answer leaves a trace in the log", async () => {
		const { ctx, returnId, save, world, recipient } = await built();
		await openReturn(ctx, returnId);
		await openReturn(ctx, returnId);
		await save(answer("A.1", "met"));
		expect(await recipient()).toMatchObject({ state: "draft" });
		const log = await world.store.read.selectFrom("audit_event").select(["event", "after"]).orderBy("seq").execute();
		expect(log).toEqual([
			{ event: "return.opened", after: null },
			{ event: "return.answered", after: '{"A.1":{"value":"met"}}' },
		]);
	});

	test("devices that save at once lose nothing", async () => {
		const { save, stored } = await built();
		const items = ["A.1", "A.2", "A.3", "A.4"];
		await Promise.all(items.map((item) => save(answer(item, "met"))));
		expect((await stored()).map(({ item }) => item)).toEqual(items);
		expect(new Set((await stored()).map(({ revision }) => revision)).size).toBe(4);
	});
});
