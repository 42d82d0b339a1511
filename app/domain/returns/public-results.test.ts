import { expect, test } from "vitest";
import { actorAt, as, buildSchool, buildWorld, ctxFor, NOW, type World } from "#tests/support/build.ts";
import { cameraForm } from "#tests/support/build-figures.ts";
import { answer, buildCampaign, buildReturn, complete, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { makePublic, publicSince, readPublicResults, takeBack } from "./public-results.ts";
import { reviewReturn } from "./review.ts";
import { readReturnForReview } from "./review-queries.ts";
import type { Operation, ReviewInput } from "./schema.ts";
import { submitReturn } from "./submit.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });
const accept: ReviewInput = { decision: "accepted", round: 1, remark: "", items: [] };
const measure = (what: string) => ({ what, who: "Cô Nguyễn Thị Hoa", due: "2026-12-20", superior: false, request: "" });

/** A return that fails A.1 and A.2, sent and accepted. */
async function accepted(world: World, operations: Operation[] = []) {
	const built = await buildReturn(world);
	const replaced = new Set(operations.map(({ item }) => item));
	const others = complete().filter(({ item }) => !replaced.has(item));
	await submitReturn(built.ctx, built.returnId, { round: 1, operations: [...others, ...operations] });
	await reviewReturn(officerOf(world), built.returnId, accept);
	return built;
}

onEachEngine("results made public", (engine) => {
	test("the head makes an accepted result public and takes it back; the log tells both, the office sees it", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId, school } = await accepted(world, [
			answer("A.1", "unmet", { note: "Cô Hoa để cửa mở", measure: measure("Hàn lại lan can tầng 2") }),
		]);
		expect(await readPublicResults(ctx, school.code)).toEqual([]);
		const officer = officerOf(world);
		expect((await readReturnForReview(officer, returnId)).publicSince).toBeNull();
		await makePublic(ctx, returnId);
		await makePublic(ctxFor(world, ctx.actor, "2026-11-25T03:00:00.000Z"), returnId);
		expect(await publicSince(ctx, school.id, returnId)).toBe(NOW);
		expect((await readReturnForReview(officer, returnId)).publicSince).toBe(NOW);
		const [shown, ...others] = await readPublicResults({ db: world.store.read }, school.code);
		expect(others).toEqual([]);
		expect(shown).toMatchObject({ title: "Rà soát cơ sở vật chất", result: "not_met", met: 1, counted: 2 });
		expect(shown?.unmet).toEqual([
			{
				code: "A.1",
				text: { vi: "Lan can chắc chắn" },
				mandatory: true,
				knockout: false,
				measure: "Hàn lại lan can tầng 2",
				dueOn: "2026-12-20",
			},
		]);
		expect(JSON.stringify(shown)).not.toMatch(/Hoa|để cửa mở/);
		await takeBack(ctx, returnId);
		await takeBack(ctx, returnId);
		expect(await readPublicResults(ctx, school.code)).toEqual([]);
		const events = await world.store.read
			.selectFrom("audit_event")
			.select("event")
			.where("unit_id", "=", school.id)
			.where("event", "like", "return.%ac%")
			.orderBy("seq")
			.execute();
		expect(events.map(({ event }) => event)).toEqual(["return.accepted", "return.taken_back"]);
		const made = await world.store.read
			.selectFrom("audit_event")
			.select("event")
			.where("event", "=", "return.made_public")
			.execute();
		expect(made).toHaveLength(1);
	});

	test("what names somebody, and whatever is written about an incident, stays with the office", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId, school } = await accepted(world, [
			answer("A.1", "unmet", { note: "Hỏng", measure: measure("Giao anh Trần Văn Nam 0912 345 678 sửa") }),
			answer("A.2", "unmet", { note: "Hỏng" }),
			answer("B.1", "unmet", { note: "Có vụ việc", measure: measure("Hỗ trợ tâm lý cho trẻ ở điểm trường") }),
		]);
		await makePublic(ctx, returnId);
		const [shown] = await readPublicResults(ctx, school.code);
		expect(shown?.unmet.map(({ code, measure, dueOn }) => [code, measure, dueOn])).toEqual([
			["A.1", null, "2026-12-20"],
			["A.2", "", null],
			["B.1", null, null],
		]);
		expect(JSON.stringify(shown)).not.toMatch(/Nam|0912|tâm lý|vụ việc/);
	});

	test.each([
		["Giao cô Hoa sửa lan can trong tháng", null],
		["Thầy Nam phụ trách", null],
		["Sửa ngay.\nBác sĩ Hà kiểm tra; chú Tư bảo vệ cổng", null],
		["Mời đ/c Tuấn công an xã", null],
		["Việc này giao Cô Hoa", null],
		["Giáo viên tiếng Anh Khối 3, cô giáo chủ nhiệm cùng kiểm tra", "as written"],
		["Thay bóng đèn ở hành lang nhà A; Ban giám hiệu theo dõi", "as written"],
	])("adults that staff call by title and given name stay within the school: %s", async (what, shown) => {
		const world = await buildWorld(engine);
		const { ctx, returnId, school } = await accepted(world, [
			answer("A.1", "unmet", { note: "Hỏng", measure: measure(what) }),
		]);
		await makePublic(ctx, returnId);
		const [result] = await readPublicResults(ctx, school.code);
		expect(result?.unmet.map((item) => item.measure)).toEqual([shown === null ? null : what]);
	});

	test("nobody else may, and nothing that is not accepted, judges nobody, or is another school's", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId, school } = await accepted(world);
		for (const role of ["deputy", "teacher"] as const) {
			await expect(makePublic(as(world, school, role), returnId)).rejects.toEqual(refused("forbidden"));
			await expect(takeBack(as(world, school, role), returnId)).rejects.toEqual(refused("forbidden"));
		}
		for (const role of ["office_admin", "officer", "reader"] as const) {
			await expect(makePublic(as(world, world.office, role), returnId)).rejects.toEqual(refused("forbidden"));
		}
		const neighbour = ctxFor(world, actorAt(await buildSchool(world), "principal"));
		await expect(makePublic(neighbour, returnId)).rejects.toEqual(refused("not_found"));
		await makePublic(ctx, returnId);
		await expect(takeBack(neighbour, returnId)).rejects.toEqual(refused("not_found"));
		expect(await readPublicResults(ctx, school.code)).toHaveLength(1);

		const waiting = await buildReturn(world);
		await expect(makePublic(waiting.ctx, waiting.returnId)).rejects.toEqual(refused("result_not_final"));
		await submitReturn(waiting.ctx, waiting.returnId, { round: 1, operations: complete() });
		await expect(makePublic(waiting.ctx, waiting.returnId)).rejects.toEqual(refused("result_not_final"));
		const status = await buildCampaign(world, { form: cameraForm });
		const [camera] = status.returns;
		if (!camera) throw new Error("a school");
		await world.store.read
			.updateTable("recipient")
			.set({ state: "accepted" })
			.where("campaign_id", "=", status.id)
			.execute();
		await expect(makePublic(ctxFor(world, camera.principal), camera.returnId)).rejects.toEqual(
			refused("result_not_final"),
		);
	});

	test("a closed school, and a code of none, show nothing", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId, school } = await accepted(world);
		await makePublic(ctx, returnId);
		for (const code of ["", "99999999", world.office.code, "' or 1=1"]) {
			expect(await readPublicResults(ctx, code)).toEqual([]);
		}
		await world.store.read.updateTable("unit").set({ status: "closed" }).where("id", "=", school.id).execute();
		expect(await readPublicResults(ctx, school.code)).toEqual([]);
	});
});
