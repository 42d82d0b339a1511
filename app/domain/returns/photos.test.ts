import { createHash } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { encodePhoto } from "#app/platform/pictures/photo.ts";
import { actorAt, as, buildSchool, buildUnit, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { drawnPhoto, newPhoto, photograph } from "#tests/support/build-photos.ts";
import { answer, buildReturn, complete, officerOf, smallForm } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { Ctx } from "../ctx.ts";
import { livingPhotos, photosOf, readPhoto } from "../evidence/photos.ts";
import type { Answers } from "../forms/schema.ts";
import { newId } from "../id.ts";
import { addPhoto, removePhoto } from "./photos.ts";
import { reviewReturn } from "./review.ts";
import { readReturnForReview } from "./review-queries.ts";
import { saveOperations } from "./save.ts";
import { submitReturn } from "./submit.ts";

const problemOf = (code: string, details: object = {}) => ({ body: { code, details } });
const demanding = { ...smallForm, failure: { remark: false, measure: false, photo: true } };
const bytesOf = async (ctx: Ctx, id: string) => (await readPhoto(ctx, id, "whole")).bytes();
const send = (ctx: Ctx, returnId: string, round: number, operations = complete()) =>
	submitReturn(ctx, returnId, { round, operations });

onEachEngine("photos", (engine) => {
	test("one is kept beside its answer, with its hash and an entry in the school's chain", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId, school } = await buildReturn(world);
		const takenAt = "2026-11-22T09:30:00.000Z";
		const id = await photograph(ctx, returnId, "A.1", { takenAt });
		const image = await bytesOf(ctx, id);
		const sha256 = createHash("sha256").update(image).digest("hex");
		expect(await livingPhotos(ctx, { schoolId: school.id, returnId })).toEqual([
			{
				id,
				item: "A.1",
				row: "",
				sha256,
				width: 64,
				height: 64,
				bytes: image.byteLength,
				takenAt,
				receivedAt: ctx.now,
			},
		]);
		expect((await sharp(image).metadata()).format).toBe("jpeg");
		const events = await ctx.db.selectFrom("audit_event").select(["event", "unit_id", "after"]).execute();
		expect(events.map(({ event, unit_id }) => [event, unit_id])).toContainEqual(["photo.kept", school.id]);
		expect(events.at(-1)?.after).toContain(sha256);
		// A photograph opens a return as an answer does.
		const { state } = await ctx.db.selectFrom("recipient").select("state").executeTakeFirstOrThrow();
		expect(state).toBe("draft");
	});

	test("the same one brought twice counts once, even after the sending; with other bytes or elsewhere it is refused", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId, school } = await buildReturn(world);
		const photo = await newPhoto("A.1");
		expect(await addPhoto(ctx, returnId, photo, encodePhoto)).toEqual({ id: photo.id, outcome: "kept" });
		await send(ctx, returnId, 1);
		const never = () => Promise.reject(new Error("no work for what is known"));
		expect(await addPhoto(ctx, returnId, photo, never)).toEqual({ id: photo.id, outcome: "already" });
		for (const other of [
			{ ...photo, item: "A.2" },
			{ ...photo, bytes: await drawnPhoto(1, 32) },
		]) {
			await expect(addPhoto(ctx, returnId, other, never)).rejects.toMatchObject(problemOf("photo_id_reused"));
		}
		const next = await buildReturn(world);
		await expect(addPhoto(next.ctx, next.returnId, photo, never)).rejects.toMatchObject(problemOf("photo_id_reused"));
		expect(await livingPhotos(ctx, { schoolId: school.id, returnId })).toHaveLength(1);
	});

	test("two at once with the same id are one, and two at once for the last place are not both kept", async () => {
		const world = await buildWorld(engine);
		const form = structuredClone<Parameters<typeof buildReturn>[1]>({ form: smallForm });
		(form?.form?.sections[0]?.items[0] as { photos?: number }).photos = 1;
		const { ctx, returnId, school } = await buildReturn(world, form);
		const photo = await newPhoto("A.1");
		const outcomes = await Promise.allSettled([
			addPhoto(ctx, returnId, photo, encodePhoto),
			addPhoto(ctx, returnId, photo, encodePhoto),
		]);
		expect(outcomes.flatMap((one) => (one.status === "fulfilled" ? one.value.outcome : [])).sort()).toEqual([
			"already",
			"kept",
		]);
		await removePhoto(ctx, returnId, photo.id);
		const both = await Promise.allSettled([photograph(ctx, returnId, "A.1"), photograph(ctx, returnId, "A.1")]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(await livingPhotos(ctx, { schoolId: school.id, returnId })).toHaveLength(1);
	});

	test("an upload that loses a race or is refused late takes its bytes away again, and leaves the winner's", async () => {
		const world = await buildWorld(engine);
		const { ctx: own, returnId } = await buildReturn(world);
		const stored = new Set<string>();
		const ctx: Ctx = {
			...own,
			files: {
				...own.files,
				put: async (key, bytes) => {
					await own.files.put(key, bytes);
					stored.add(key);
				},
				remove: async (key) => {
					await own.files.remove(key);
					stored.delete(key);
				},
			},
		};
		const photo = await newPhoto("A.1");
		/** Encodes; by then `first` has happened. */
		const after = (first: () => Promise<unknown>) => async (bytes: Uint8Array) => {
			await first();
			return encodePhoto(bytes);
		};
		const twin = after(() => addPhoto(ctx, returnId, photo, encodePhoto));
		expect(await addPhoto(ctx, returnId, photo, twin)).toEqual({ id: photo.id, outcome: "already" });
		expect(stored.size).toBe(2);
		// The same picture, told to belong elsewhere.
		const moved = await newPhoto("A.1");
		const elsewhere = after(() => addPhoto(ctx, returnId, moved, encodePhoto));
		await expect(addPhoto(ctx, returnId, { ...moved, item: "A.2" }, elsewhere)).rejects.toMatchObject(
			problemOf("photo_id_reused"),
		);
		const sent = after(() => send(own, returnId, 1));
		await expect(addPhoto(ctx, returnId, await newPhoto("A.1"), sent)).rejects.toMatchObject(
			problemOf("return_closed", { why: "submitted" }),
		);
		expect(stored.size).toBe(4);
		for (const id of [photo.id, moved.id]) expect((await bytesOf(ctx, id)).byteLength).toBeGreaterThan(0);
	});

	test("who may not fill is refused, another school's return is not found, and nothing is kept of either", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId, school } = await buildReturn(world);
		const photo = await newPhoto("A.1");
		const teacher = as(world, school, "teacher");
		await expect(addPhoto(teacher, returnId, photo, encodePhoto)).rejects.toMatchObject(problemOf("forbidden"));
		await expect(addPhoto(officerOf(world), returnId, photo, encodePhoto)).rejects.toMatchObject(
			problemOf("forbidden"),
		);
		const stranger = as(world, await buildSchool(world), "principal");
		await expect(addPhoto(stranger, returnId, photo, encodePhoto)).rejects.toMatchObject(problemOf("not_found"));
		const { id } = await addPhoto(as(world, school, "deputy"), returnId, photo, encodePhoto);
		await expect(removePhoto(teacher, returnId, id)).rejects.toMatchObject(problemOf("forbidden"));
		await expect(removePhoto(stranger, returnId, id)).rejects.toMatchObject(problemOf("not_found"));
		const other = await buildReturn(world, { schools: [school] });
		await expect(removePhoto(other.ctx, other.returnId, id)).rejects.toMatchObject(problemOf("not_found"));
		for (const rubbish of [newId(), "x", ""]) {
			await expect(removePhoto(ctx, returnId, rubbish)).rejects.toMatchObject(problemOf("not_found"));
		}
		expect(await livingPhotos(ctx, { schoolId: school.id, returnId })).toHaveLength(1);
	});

	test("where it belongs: only items that take photographs, rows that are there, no more than allowed", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId } = await buildReturn(world);
		for (const [item, row] of [
			["B.2", ""],
			["B.4", ""],
			["Z.9", ""],
			["constructor", ""],
			["A.1", "row-1"],
		] as const) {
			await expect(photograph(ctx, returnId, item, { row })).rejects.toMatchObject(problemOf("photo_place", { item }));
		}
		for (let at = 0; at < 5; at += 1) await photograph(ctx, returnId, "A.2");
		await expect(photograph(ctx, returnId, "A.2")).rejects.toMatchObject(problemOf("photos_full", { limit: 5 }));
		// Another answer has its own.
		await photograph(ctx, returnId, "A.1");
	});

	test("a demanded photograph: the return is not sent without, whatever order photograph and answer come in", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId } = await buildReturn(world, { form: demanding });
		const unmet = complete({ "A.2": "unmet" });
		const stopped = await send(ctx, returnId, 1, unmet);
		expect(stopped).toMatchObject({
			outcome: "stopped",
			problem: {
				code: "return_incomplete",
				details: { faults: [{ item: "A.2", row: "", severity: "error", code: "photo_missing" }] },
			},
		});
		const id = await photograph(ctx, returnId, "A.2");
		await removePhoto(ctx, returnId, id);
		expect(await send(ctx, returnId, 1, [])).toMatchObject({ outcome: "stopped" });
		await photograph(ctx, returnId, "A.2");
		expect(await send(ctx, returnId, 1, [])).toMatchObject({ outcome: "submitted" });

		const early = await buildReturn(world, { form: demanding });
		// A.4 is hidden until its answer shows it: the photograph may be there first.
		for (const item of ["A.4", "A.2"]) await photograph(early.ctx, early.returnId, item);
		const answers = [...complete({ "A.2": "unmet", "A.3": "met" }), answer("A.4", "unmet")];
		expect(await send(early.ctx, early.returnId, 1, answers)).toMatchObject({ outcome: "submitted" });
	});

	test("what was sent names its photographs and its fingerprint covers them; what is hidden is not sent", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId, school } = await buildReturn(world);
		const [first, second] = [await photograph(ctx, returnId, "A.1"), await photograph(ctx, returnId, "A.1")];
		const hidden = await photograph(ctx, returnId, "A.4");
		await send(ctx, returnId, 1);
		const of = { schoolId: school.id, returnId };
		const photos = await photosOf(ctx, of);
		expect(photos.map(({ id }) => id)).toEqual([first, second]);
		const row = await ctx.db.selectFrom("submission").select(["answers", "sha256"]).executeTakeFirstOrThrow();
		const marks = photos.map(({ id, sha256 }) => ({ id, sha256 }));
		expect((JSON.parse(row.answers) as Answers)["A.1"]?.photos).toEqual(marks);
		expect(row.answers).not.toContain(hidden);
		expect(createHash("sha256").update(row.answers).digest("hex")).toBe(row.sha256);
		expect((await readReturnForReview(officerOf(world), returnId)).photos).toEqual(photos);
		await expect(bytesOf(officerOf(world), hidden)).rejects.toMatchObject(problemOf("not_found"));
	});

	test("sent, nothing is added or taken out; sent back, only where the office marked; what was sent stays for the office", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId, school } = await buildReturn(world);
		const of = { schoolId: school.id, returnId };
		const [first, other] = [await photograph(ctx, returnId, "A.1"), await photograph(ctx, returnId, "A.2")];
		await send(ctx, returnId, 1);
		const closed = problemOf("return_closed", { why: "submitted" });
		await expect(photograph(ctx, returnId, "A.1")).rejects.toMatchObject(closed);
		await expect(removePhoto(ctx, returnId, first)).rejects.toMatchObject(closed);

		const officer = officerOf(world);
		const items = [{ item: "A.1", row: "", reason: "Ảnh mờ" }];
		await reviewReturn(officer, returnId, { round: 1, decision: "sent_back", remark: "", items });
		const notMarked = problemOf("photo_not_marked", { item: "A.2" });
		await expect(photograph(ctx, returnId, "A.2")).rejects.toMatchObject(notMarked);
		await expect(removePhoto(ctx, returnId, other)).rejects.toMatchObject(notMarked);
		await removePhoto(ctx, returnId, first);
		const second = await photograph(ctx, returnId, "A.1");
		expect((await livingPhotos(ctx, of)).map(({ id }) => id)).toEqual([other, second].sort());
		expect((await photosOf(ctx, of)).map(({ id }) => id)).toEqual([first, other]);
		await expect(bytesOf(officer, second)).rejects.toMatchObject(problemOf("not_found"));

		await send(ctx, returnId, 2, []);
		expect((await photosOf(ctx, of)).map(({ id }) => id).sort()).toEqual([other, second].sort());
		expect((await bytesOf(officer, first)).byteLength).toBeGreaterThan(0);
		const [round] = await ctx.db.selectFrom("submission").select("answers").where("round", "=", 1).execute();
		expect(round?.answers).toContain(first);
	});

	test("taken out before it was ever sent, a photograph is destroyed; again changes nothing", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId } = await buildReturn(world);
		const id = await photograph(ctx, returnId, "A.1");
		const { key } = await ctx.db.selectFrom("answer_photo").select("key").executeTakeFirstOrThrow();
		await removePhoto(ctx, returnId, id);
		await removePhoto(ctx, returnId, id);
		await expect(bytesOf(ctx, id)).rejects.toMatchObject(problemOf("not_found"));
		for (const kept of [key, `${key}-thumb`]) await expect(ctx.files.get(kept)).rejects.toThrow("no file");
		const events = await ctx.db.selectFrom("audit_event").select("event").execute();
		expect(events.filter(({ event }) => event === "photo.removed")).toHaveLength(1);
	});

	test("who sees it: the school, the office that issued and those above; no reader, no teacher, no stranger", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId, school } = await buildReturn(world);
		const id = await photograph(ctx, returnId, "A.1");
		const officer = officerOf(world);
		await expect(bytesOf(officer, id)).rejects.toMatchObject(problemOf("not_found"));
		await send(ctx, returnId, 1);
		for (const reader of [ctx, as(world, school, "deputy"), officer, officerAt(world, world.province)]) {
			expect((await bytesOf(reader, id)).byteLength).toBeGreaterThan(0);
		}
		const beside = await buildUnit(world.store, {
			level: "phong",
			code: "9",
			name: "Phòng khác",
			parent: world.province,
		});
		for (const stranger of [officerAt(world, beside), as(world, await buildSchool(world), "principal")]) {
			await expect(bytesOf(stranger, id)).rejects.toMatchObject(problemOf("not_found"));
		}
		for (const refused of [as(world, world.office, "reader"), as(world, school, "teacher")]) {
			await expect(bytesOf(refused, id)).rejects.toMatchObject(problemOf("forbidden"));
		}
		await expect(bytesOf(officer, "rubbish")).rejects.toMatchObject(problemOf("not_found"));
	});

	test("a picture that cannot be read leaves nothing behind", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId } = await buildReturn(world);
		await saveOperations(ctx, returnId, [answer("A.1", "met")]);
		const bytes = new TextEncoder().encode("không phải ảnh");
		await expect(photograph(ctx, returnId, "A.1", { bytes })).rejects.toMatchObject({ body: { code: "photo_kind" } });
		expect(await ctx.db.selectFrom("answer_photo").selectAll().execute()).toEqual([]);
	});
});

const officerAt = (world: World, unit: World["office"]) => ctxFor(world, actorAt(unit, "officer"));
