import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { actorAt, as, buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { answer, buildReturn, complete } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { readTallies } from "../tallies/queries.ts";
import { saveOperations } from "./save.ts";
import { submitReturn } from "./submit.ts";

onEachEngine("sending a return", (engine) => {
	async function built(over: Parameters<typeof buildReturn>[1] = {}) {
		const world = await buildWorld(engine);
		const made = await buildReturn(world, over);
		const recipient = () => world.store.read.selectFrom("recipient").selectAll().executeTakeFirstOrThrow();
		const tallies = async () => (await readTallies(made.ctx, made.campaign.id, world.office.id)).returns;
		return { world, ...made, recipient, tallies };
	}

	test("is frozen, judged, counted and logged in one go", async () => {
		const { world, ctx, returnId, recipient, tallies, school, campaign } = await built();
		const operations = [...complete({ "A.1": "unmet" }), answer("A.4", "unmet", { note: "câu trả lời bị ẩn" })];
		const sent = await submitReturn(ctx, returnId, { round: 1, operations, deviceAt: "2026-11-23T02:59:00.000Z" });
		expect(sent).toMatchObject({
			outcome: "submitted",
			round: 1,
			onTime: true,
			verdict: { result: "not_met", met: 1, counted: 2 },
		});
		expect(await recipient()).toMatchObject({
			state: "submitted",
			progress: 100,
			on_time: 1,
			verdict: "not_met",
			met: 1,
			counted: 2,
			percent_tenths: 500,
			open_findings: 1,
		});
		const submission = await world.store.read.selectFrom("submission").selectAll().executeTakeFirstOrThrow();
		const answers = JSON.parse(submission.answers);
		expect(Object.keys(answers)).toEqual(["A.1", "A.2", "A.3", "B.1", "B.2", "B.4"]);
		expect(answers["B.4"].value).toBe(24);
		expect(submission.sha256).toBe(createHash("sha256").update(submission.answers).digest("hex"));
		expect(submission.device_at).toBe("2026-11-23T02:59:00.000Z");
		const findings = await world.store.read.selectFrom("finding").selectAll().execute();
		expect(findings).toMatchObject([
			{ item: "A.1", mandatory: 1, knockout: 0, state: "open", remark: "Chưa có, sẽ làm" },
		]);
		expect(await tallies()).toMatchObject({
			recipients: 1,
			not_started: 0,
			draft: 0,
			submitted: 1,
			reported: 1,
			on_time: 1,
			late: 0,
			verdict_not_met: 1,
		});
		for (const unit of [world.province, world.communes[0]]) {
			expect((await readTallies(ctx, campaign.id, unit.id)).items).toEqual(
				new Map([
					["A.1", { unmet: 1, na: 0, blank: 0 }],
					["A.3", { unmet: 0, na: 1, blank: 0 }],
					["A.4", { unmet: 0, na: 0, blank: 1 }],
				]),
			);
		}
		const log = await world.store.read.selectFrom("audit_event").select(["event", "unit_id"]).execute();
		expect(log).toEqual([{ event: "return.submitted", unit_id: school.id }]);
	});

	test("a double click sends once and both clicks hear the same", async () => {
		const { world, ctx, returnId, tallies } = await built();
		const operations = complete();
		const both = await Promise.all([1, 2].map(() => submitReturn(ctx, returnId, { round: 1, operations })));
		expect(both.map(({ outcome }) => outcome).sort()).toEqual(["already", "submitted"]);
		const [first, second] = both.map((sent) =>
			sent.outcome === "stopped" ? null : [sent.verdict, sent.submittedAt, sent.onTime],
		);
		expect(first).toEqual(second);
		expect(await world.store.read.selectFrom("submission").select("round").execute()).toEqual([{ round: 1 }]);
		expect(await tallies()).toMatchObject({ submitted: 1, reported: 1 });
	});

	test("tells exactly what is missing, and keeps what came along", async () => {
		const { world, ctx, returnId, recipient, tallies } = await built();
		const sent = await submitReturn(ctx, returnId, {
			round: 1,
			operations: [answer("A.1", "unmet"), answer("A.2", "met")],
		});
		expect(sent).toMatchObject({ outcome: "stopped", problem: { code: "return_incomplete" } });
		const faults =
			sent.outcome === "stopped" && sent.problem.code === "return_incomplete" ? sent.problem.details.faults : [];
		expect(faults.map(({ item, code }) => [item, code])).toEqual([
			["A.1", "remark_missing"],
			["A.3", "answer_missing"],
			["B.1", "answer_missing"],
			["B.2", "answer_missing"],
		]);
		expect(await world.store.read.selectFrom("answer").select("item").execute()).toHaveLength(2);
		expect(await recipient()).toMatchObject({ state: "draft", first_submitted_at: null });
		expect(await tallies()).toMatchObject({ draft: 1, not_started: 0, reported: 0 });
	});

	test("an answer that met another one stops the sending until a person has chosen", async () => {
		const { ctx, returnId } = await built();
		await saveOperations(ctx, returnId, [answer("A.1", "met")]);
		const sent = await submitReturn(ctx, returnId, { round: 1, operations: complete({ "A.1": "unmet" }) });
		expect(sent).toMatchObject({ outcome: "stopped", problem: { code: "answers_not_saved", details: { count: 1 } } });
	});

	test("on time is the server's day of the first sending, to the last minute of the due day in Việt Nam", async () => {
		const { at, returnId, recipient } = await built({ dueOn: "2026-11-23" });
		const sent = await submitReturn(at("2026-11-23T16:59:59.000Z"), returnId, { round: 1, operations: complete() });
		expect(sent).toMatchObject({ onTime: true });
		expect(await recipient()).toMatchObject({ on_time: 1 });
	});

	test("a minute later it is late: marked where the campaign takes it, refused where not, and the answers stay", async () => {
		const late = await built({ dueOn: "2026-11-23", late: "mark" });
		const sent = await submitReturn(late.at("2026-11-23T17:00:00.000Z"), late.returnId, {
			round: 1,
			operations: complete(),
		});
		expect(sent).toMatchObject({ outcome: "submitted", onTime: false });
		expect(await late.tallies()).toMatchObject({ late: 1, on_time: 0 });
		const { at, returnId, world, recipient } = await built({ dueOn: "2026-11-23", late: "refuse" });
		const refused = await submitReturn(at("2026-11-23T17:00:00.000Z"), returnId, { round: 1, operations: complete() });
		expect(refused).toMatchObject({
			outcome: "stopped",
			problem: { code: "return_too_late", details: { dueOn: "2026-11-23" } },
		});
		expect(await recipient()).toMatchObject({ state: "draft" });
		expect(await world.store.read.selectFrom("answer").select("item").execute()).toHaveLength(5);
	});

	test("what was sent takes no more answers and no other round", async () => {
		const { ctx, returnId } = await built();
		await submitReturn(ctx, returnId, { round: 1, operations: complete() });
		const saved = await saveOperations(ctx, returnId, [answer("A.1", "unmet", { base: 99 })]);
		expect(saved.operations).toMatchObject([
			{ outcome: "refused", fault: { code: "return_closed", why: "submitted" } },
		]);
		expect(await submitReturn(ctx, returnId, { round: 2 })).toMatchObject({
			outcome: "stopped",
			problem: { code: "return_closed", details: { why: "submitted" } },
		});
	});

	test("a closed campaign takes no return; a round that skips one is stale", async () => {
		const closed = await built({ state: "closed" });
		expect(await submitReturn(closed.ctx, closed.returnId, { round: 1 })).toMatchObject({
			problem: { code: "return_closed", details: { why: "campaign_closed" } },
		});
		const open = await built();
		expect(await submitReturn(open.ctx, open.returnId, { round: 2, operations: complete() })).toMatchObject({
			problem: { code: "return_changed" },
		});
	});

	test("only the head sends, and only for the own school", async () => {
		const { world, school, returnId } = await built();
		for (const role of ["deputy", "teacher", "officer", "reader"] as const) {
			const refused = submitReturn(as(world, school, role), returnId, { round: 1, operations: complete() });
			await expect(refused).rejects.toMatchObject({ body: { code: "forbidden" } });
		}
		const stranger = ctxFor(world, actorAt(await buildSchool(world), "principal"));
		await expect(submitReturn(stranger, returnId, { round: 1 })).rejects.toMatchObject({ body: { code: "not_found" } });
		expect(await world.store.read.selectFrom("answer").select("item").execute()).toEqual([]);
	});
});
