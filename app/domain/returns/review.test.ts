import { expect, test } from "vitest";
import { actorAt, as, buildUnit, buildWorld, ctxFor } from "#tests/support/build.ts";
import { answer, buildReturn, complete, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { readTallies } from "../tallies/queries.ts";
import { reviewReturn } from "./review.ts";
import { saveOperations } from "./save.ts";
import type { ReviewInput } from "./schema.ts";
import { submitReturn } from "./submit.ts";

const sendBack = (items: Record<string, string>, over: Partial<ReviewInput> = {}): ReviewInput => ({
	round: 1,
	decision: "sent_back",
	remark: "",
	items: Object.entries(items).map(([item, reason]) => ({ item, row: "", reason })),
	...over,
});
const accept = (round = 1): ReviewInput => ({ round, decision: "accepted", remark: "", items: [] });

onEachEngine("reviewing a return", (engine) => {
	async function sent(over: Parameters<typeof buildReturn>[1] = {}) {
		const world = await buildWorld(engine);
		const made = await buildReturn(world, over);
		await submitReturn(made.ctx, made.returnId, { round: 1, operations: complete({ "A.1": "unmet" }) });
		const recipient = () => world.store.read.selectFrom("recipient").selectAll().executeTakeFirstOrThrow();
		return { world, ...made, officer: officerOf(world), recipient };
	}

	test("sent back, mended, sent again, accepted: findings, counters and log follow", async () => {
		const { world, ctx, returnId, officer, recipient, campaign } = await sent();
		await reviewReturn(officer, returnId, sendBack({ "A.1": "Chụp lại lan can" }, { remark: "Cảm ơn trường" }));
		expect(await recipient()).toMatchObject({ state: "sent_back", verdict: "not_met" });
		const mended = await saveOperations(ctx, returnId, [answer("A.1", "met", { base: 5 })]);
		expect(mended.operations).toMatchObject([{ outcome: "applied" }]);
		const again = await submitReturn(ctx, returnId, { round: 2 });
		expect(again).toMatchObject({ outcome: "submitted", round: 2, verdict: { result: "met" } });
		expect(await recipient()).toMatchObject({ state: "submitted", verdict: "met", open_findings: 0, on_time: 1 });
		expect(await world.store.read.selectFrom("finding").select(["item", "state"]).execute()).toEqual([
			{ item: "A.1", state: "mended" },
		]);
		await reviewReturn(officer, returnId, accept(2));
		const tallies = await readTallies(officer, campaign.id, world.office.id);
		expect(tallies.returns).toMatchObject({
			accepted: 1,
			submitted: 0,
			sent_back: 0,
			reported: 1,
			verdict_met: 1,
			verdict_not_met: 0,
		});
		expect(tallies.items.has("A.1")).toBe(false);
		const log = await world.store.read
			.selectFrom("audit_event")
			.select(["event", "actor_name"])
			.orderBy("seq")
			.execute();
		expect(log.map(({ event }) => event)).toEqual([
			"return.submitted",
			"return.sent_back",
			"return.answered",
			"return.submitted",
			"return.accepted",
		]);
	});

	test("only what was marked, and what follows from mending it, may be changed", async () => {
		const { ctx, returnId, officer } = await sent();
		await reviewReturn(officer, returnId, sendBack({ "A.3": "Trường có bếp" }));
		const tried = await saveOperations(ctx, returnId, [
			answer("A.2", "unmet", { base: 9 }),
			answer("A.4", "met"),
			answer("A.3", "met", { base: 9 }),
			answer("A.4", "unmet"),
		]);
		expect(tried.operations.map((one) => (one.outcome === "refused" ? one.fault.code : one.outcome))).toEqual([
			"not_marked",
			"not_marked",
			"applied",
			"applied",
		]);
		expect(await submitReturn(ctx, returnId, { round: 2 })).toMatchObject({ problem: { code: "return_incomplete" } });
		await saveOperations(ctx, returnId, [answer("A.4", "unmet", { base: 9, note: "Đang sửa bếp" })]);
		expect(await submitReturn(ctx, returnId, { round: 2 })).toMatchObject({ outcome: "submitted" });
	});

	test("with a general remark alone, everything may be mended", async () => {
		const { ctx, returnId, officer } = await sent();
		await reviewReturn(officer, returnId, sendBack({}, { remark: "Xem lại toàn bộ" }));
		expect((await saveOperations(ctx, returnId, [answer("A.2", "unmet", { base: 9 })])).operations).toMatchObject([
			{ outcome: "applied" },
		]);
	});

	test("what is sent back after the due day may be sent again, and stays on time", async () => {
		const { at, returnId, officer } = await sent({ dueOn: "2026-11-23", late: "refuse" });
		await reviewReturn(officer, returnId, sendBack({ "A.1": "Ghi rõ" }));
		const again = await submitReturn(at("2026-12-01T03:00:00.000Z"), returnId, { round: 2 });
		expect(again).toMatchObject({ outcome: "submitted", onTime: true });
	});

	test("a failing once mended that fails again is the same finding, open again", async () => {
		const { world, ctx, returnId, officer } = await sent();
		for (const [round, value] of [
			[1, "met"],
			[2, "unmet"],
		] as const) {
			await reviewReturn(officer, returnId, sendBack({ "A.1": "Xem lại" }, { round }));
			await saveOperations(ctx, returnId, [answer("A.1", value, { base: 99, note: `Lần ${round}` })]);
			await submitReturn(ctx, returnId, { round: round + 1 });
		}
		const findings = await world.store.read.selectFrom("finding").select(["state", "remark", "mended_at"]).execute();
		expect(findings).toEqual([{ state: "open", remark: "Lần 2", mended_at: null }]);
	});

	test("two officers at once: one decides, the other is told who decided what", async () => {
		const { world, returnId, officer } = await sent();
		await world.store.read
			.insertInto("user" as never)
			.values(userOf(officer.actor) as never)
			.execute();
		await world.store.read.insertInto("person").values(personOf(officer.actor)).execute();
		await reviewReturn(officer, returnId, accept());
		const second = reviewReturn(officerOf(world), returnId, sendBack({ "A.1": "Chưa rõ" }));
		await expect(second).rejects.toMatchObject({
			body: { code: "review_decided", details: { decision: "accepted", by: officer.actor.name, at: officer.now } },
		});
		const reviews = await world.store.read.selectFrom("review").select("decision").execute();
		expect(reviews).toEqual([{ decision: "accepted" }]);
	});

	test("at the very same moment still only one decision stands", async () => {
		const { returnId, world, campaign } = await sent();
		const both = await Promise.allSettled([
			reviewReturn(officerOf(world), returnId, accept()),
			reviewReturn(officerOf(world), returnId, sendBack({ "A.1": "Chưa rõ" })),
		]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		const { returns } = await readTallies(officerOf(world), campaign.id, world.office.id);
		expect(returns.accepted + returns.sent_back).toBe(1);
		expect(returns.submitted).toBe(0);
	});

	test("a decision on a page older than the latest sending is not taken", async () => {
		const { ctx, returnId, officer } = await sent();
		await reviewReturn(officer, returnId, sendBack({ "A.1": "Ghi rõ" }));
		await submitReturn(ctx, returnId, { round: 2 });
		await expect(reviewReturn(officer, returnId, accept(1))).rejects.toMatchObject({
			body: { code: "review_decided" },
		});
		await expect(reviewReturn(officer, returnId, accept(3))).rejects.toMatchObject({
			body: { code: "return_changed" },
		});
	});

	test("sending back needs a reason that says something, about an item the form has", async () => {
		const { returnId, officer } = await sent();
		for (const [input, code] of [
			[sendBack({}), "nothing_marked"],
			[sendBack({}, { remark: " \u0000 " }), "nothing_marked"],
			[sendBack({ "A.1": "  " }), "reason_missing"],
			[sendBack({ "Z.9": "Không có" }), "invalid_input"],
			[sendBack({ "B.4": "Tính sai" }), "invalid_input"],
		] as const) {
			await expect(reviewReturn(officer, returnId, input)).rejects.toMatchObject({ body: { code } });
		}
	});

	test("in a closed campaign a return may be accepted, not sent back", async () => {
		const { world, returnId, officer, recipient } = await sent();
		await world.store.read.updateTable("campaign").set({ state: "closed" }).execute();
		const back = reviewReturn(officer, returnId, sendBack({ "A.1": "Ghi rõ" }));
		await expect(back).rejects.toMatchObject({ body: { code: "return_closed" } });
		await reviewReturn(officer, returnId, accept());
		expect(await recipient()).toMatchObject({ state: "accepted" });
	});

	test("not the reader, not the school, not another office, and nothing that was never sent", async () => {
		const { world, school, returnId, ctx } = await sent();
		for (const refused of [as(world, world.office, "reader"), ctx, as(world, school, "deputy")]) {
			await expect(reviewReturn(refused, returnId, accept())).rejects.toMatchObject({ body: { code: "forbidden" } });
		}
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const stranger = ctxFor(world, actorAt(other, "officer"));
		await expect(reviewReturn(stranger, returnId, accept())).rejects.toMatchObject({ body: { code: "not_found" } });
		const unsent = await buildReturn(world);
		await saveOperations(unsent.ctx, unsent.returnId, [answer("A.1", "met")]);
		await expect(reviewReturn(officerOf(world), unsent.returnId, accept())).rejects.toMatchObject({
			body: { code: "not_found" },
		});
	});
});

function userOf({ personId, username, name }: { personId: string; username: string; name: string }) {
	const at = "2026-11-23T03:00:00.000Z";
	return { id: personId, name, email: `${username}@truong.invalid`, emailVerified: 0, createdAt: at, updatedAt: at };
}

function personOf({ personId, username, name }: { personId: string; username: string; name: string }) {
	const at = "2026-11-23T03:00:00.000Z";
	return {
		id: personId,
		name,
		username,
		status: "active" as const,
		must_change_password: 0 as const,
		failed_sign_ins: 0,
		locked_until: null,
		locale: null,
		created_at: at,
		updated_at: at,
	};
}
