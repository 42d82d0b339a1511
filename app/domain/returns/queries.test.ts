import { expect, test } from "vitest";
import { actorAt, as, buildSchool, buildUnit, buildWorld, ctxFor } from "#tests/support/build.ts";
import { answer, buildCampaign, buildReturn, complete, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { listReturns, returnFilters } from "./office-queries.ts";
import { listOwnReturns, readOwnReturn } from "./queries.ts";
import { reviewReturn } from "./review.ts";
import { readReturnForReview } from "./review-queries.ts";
import { openReturn, saveOperations } from "./save.ts";
import { type ReturnSearch, returnSearch } from "./schema.ts";
import { submitReturn } from "./submit.ts";

const search = (over: Partial<Record<keyof ReturnSearch, string>> = {}) => returnSearch.parse(over);
const sendBack = (item: string) => ({
	round: 1,
	decision: "sent_back" as const,
	remark: "Cảm ơn",
	items: [{ item, row: "", reason: "Ghi rõ hơn" }],
});

onEachEngine("reading returns", (engine) => {
	/** Four schools: the second sent first, then the first; the third is filling; the fourth has not begun. */
	async function district() {
		const world = await buildWorld(engine);
		const [a, b] = world.communes;
		const schools = [
			await buildSchool(world, { name: "Trường Mầm non Giao Hà", commune: a }),
			await buildSchool(world, { name: "Trường Mầm non Đông Bình", commune: b }),
			await buildSchool(world, { name: "Trường Tiểu học Giao Hải", commune: b, kind: "TH" }),
			await buildSchool(world, { name: "Trường Mầm non Giao Lạc", commune: a }),
		];
		const campaign = await buildCampaign(world, { schools });
		const [first, second, third] = campaign.returns;
		if (!first || !second || !third) throw new Error("four schools");
		const send = (one: typeof first, now: string, a1: string) =>
			submitReturn(ctxFor(world, one.principal, now), one.returnId, { round: 1, operations: complete({ "A.1": a1 }) });
		await send(second, "2026-11-23T02:00:00.000Z", "met");
		await send(first, "2026-11-23T04:00:00.000Z", "unmet");
		await saveOperations(ctxFor(world, third.principal), third.returnId, [answer("A.1", "met")]);
		const list = async (over?: Parameters<typeof search>[0]) =>
			(await listReturns(officerOf(world), search(over))).lines.map(({ school }) =>
				school.replace(/^Trường \S+ \S+ /, ""),
			);
		return { world, campaign, first, second, list };
	}

	test("what waits for review comes first, the oldest on top", async () => {
		const { list } = await district();
		expect(await list()).toEqual(["Đông Bình", "Giao Hà"]);
	});

	test("filters narrow the list and search needs no tone marks, in either Unicode form", async () => {
		const { list, world, campaign } = await district();
		expect(await list({ state: "all" })).toEqual(["Đông Bình", "Giao Hà", "Giao Lạc", "Giao Hải"]);
		expect(await list({ state: "draft" })).toEqual(["Giao Hải"]);
		expect(await list({ state: "all", verdict: "not_met" })).toEqual(["Giao Hà"]);
		expect(await list({ state: "all", commune: world.communes[1].id })).toEqual(["Đông Bình", "Giao Hải"]);
		expect(await list({ state: "all", kind: "TH" })).toEqual(["Giao Hải"]);
		expect(await list({ state: "all", q: "dong binh" })).toEqual(["Đông Bình"]);
		expect(await list({ state: "all", q: "GIAO hà".normalize("NFD") })).toEqual(["Giao Hà", "Giao Hải"]);
		expect(await list({ state: "all", campaign: campaign.id })).toHaveLength(4);
		expect(await list({ state: "nonsense", campaign: "rubbish", after: "x~y" })).toHaveLength(2);
	});

	test("pages follow each other without gap or repetition, by name and by time", async () => {
		const world = await buildWorld(engine);
		const schools = [];
		for (let n = 0; n < 60; n++) schools.push(await buildSchool(world, { name: "Trường Mầm non Trùng Tên" }));
		const campaign = await buildCampaign(world, { schools });
		for (const state of ["all", "submitted"]) {
			if (state === "submitted") {
				await Promise.all(
					campaign.returns.map(({ principal, returnId }) =>
						submitReturn(ctxFor(world, principal), returnId, { round: 1, operations: complete() }),
					),
				);
			}
			const one = await listReturns(officerOf(world), search({ state }));
			const two = await listReturns(officerOf(world), search({ state, after: one.next ?? "" }));
			expect([one.lines.length, two.lines.length, two.next]).toEqual([50, 10, null]);
			expect(new Set([...one.lines, ...two.lines].map(({ returnId }) => returnId)).size).toBe(60);
		}
	});

	test("the review page shows the latest sending, what changed, what was said, and what waits next", async () => {
		const { world, first, second } = await district();
		const officer = officerOf(world);
		expect((await readReturnForReview(officer, second.returnId)).nextWaiting).toBe(first.returnId);
		await reviewReturn(officer, first.returnId, sendBack("A.1"));
		const ctx = ctxFor(world, first.principal);
		await saveOperations(ctx, first.returnId, [answer("A.1", "met", { base: 99, note: "Đã hàn lại" })]);
		await submitReturn(ctx, first.returnId, { round: 2 });
		const page = await readReturnForReview(officer, first.returnId);
		expect(page).toMatchObject({
			round: 2,
			state: "submitted",
			verdict: { result: "met" },
			nextWaiting: second.returnId,
		});
		expect(page.changes).toMatchObject([
			{
				row: "",
				fate: "changed",
				changes: [{ item: "A.1", before: { value: "unmet" }, after: { value: "met", note: "Đã hàn lại" } }],
			},
		]);
		expect(page.reviews).toMatchObject([
			{ round: 1, decision: "sent_back", items: [{ item: "A.1", reason: "Ghi rõ hơn" }] },
		]);
	});

	test("single answers are for officers of the issuing office; unsent returns are not there", async () => {
		const { world, first, campaign } = await district();
		const reader = as(world, world.office, "reader");
		for (const refused of [
			listReturns(reader, search()),
			readReturnForReview(reader, first.returnId),
			returnFilters(reader),
		]) {
			await expect(refused).rejects.toMatchObject({ body: { code: "forbidden" } });
		}
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const stranger = ctxFor(world, actorAt(other, "officer"));
		expect((await listReturns(stranger, search({ state: "all" }))).lines).toEqual([]);
		await expect(readReturnForReview(stranger, first.returnId)).rejects.toMatchObject({ body: { code: "not_found" } });
		const unsent = campaign.returns[2]?.returnId ?? "";
		await expect(readReturnForReview(officerOf(world), unsent)).rejects.toMatchObject({ body: { code: "not_found" } });
	});

	test("a school sees its own returns, whoever of its people asks, and never a draft campaign", async () => {
		const { world, first } = await district();
		await buildCampaign(world, { schools: [first.school], state: "draft" });
		for (const role of ["principal", "deputy", "teacher"] as const) {
			const own = await listOwnReturns(as(world, first.school, role));
			expect(own).toMatchObject([
				{ returnId: first.returnId, state: "submitted", verdict: "not_met", openFindings: 1 },
			]);
		}
		await expect(listOwnReturns(officerOf(world))).rejects.toMatchObject({ body: { code: "forbidden" } });
	});

	test("a return that came back tells what was said and what may be changed", async () => {
		const { world, first } = await district();
		await reviewReturn(officerOf(world), first.returnId, sendBack("A.3"));
		const ctx = ctxFor(world, first.principal);
		expect(await listOwnReturns(ctx)).toMatchObject([{ sentBack: { remark: "Cảm ơn", items: 1 } }]);
		expect(await readOwnReturn(ctx, first.returnId)).toMatchObject({
			changeable: ["A.3"],
			closed: null,
			maySend: true,
		});
		await saveOperations(ctx, first.returnId, [answer("A.3", "met", { base: 99 })]);
		expect((await readOwnReturn(ctx, first.returnId)).changeable?.sort()).toEqual(["A.3", "A.4"]);
	});

	test("another school's return is not found, and a teacher may not open one", async () => {
		const { world, first, second } = await district();
		await expect(readOwnReturn(ctxFor(world, first.principal), second.returnId)).rejects.toMatchObject({
			body: { code: "not_found" },
		});
		await expect(openReturn(ctxFor(world, first.principal), second.returnId)).rejects.toMatchObject({
			body: { code: "not_found" },
		});
		const teacher = as(world, first.school, "teacher");
		await expect(readOwnReturn(teacher, first.returnId)).rejects.toMatchObject({ body: { code: "forbidden" } });
		await expect(openReturn(teacher, first.returnId)).rejects.toMatchObject({ body: { code: "forbidden" } });
		const { ctx, returnId } = await buildReturn(world, { opensOn: "2026-12-01" });
		expect(await readOwnReturn(ctx, returnId)).toMatchObject({ closed: "not_open_yet", phase: "scheduled" });
	});
});
