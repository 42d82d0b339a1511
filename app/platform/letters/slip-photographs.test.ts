import JSZip from "jszip";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Ctx } from "#app/domain/ctx.ts";
import { photoKey } from "#app/domain/evidence/photos.ts";
import { makeSlipCode, readSlip } from "#app/domain/papers/slips.ts";
import { removePhoto } from "#app/domain/returns/photos.ts";
import { reviewReturn } from "#app/domain/returns/review.ts";
import { saveOperations } from "#app/domain/returns/save.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { as, buildSchool, buildWorld } from "#tests/support/build.ts";
import { cameraForm, cameras } from "#tests/support/build-figures.ts";
import { drawnPhoto, photograph } from "#tests/support/build-photos.ts";
import { buildReturn, complete, officerOf } from "#tests/support/build-returns.ts";
import { canLookAtPapers, lookAt, printed } from "#tests/support/on-paper.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { slipFile } from "./slip-files.ts";
import { slipPhotographs } from "./slip-photographs.ts";

const origin = "https://antoan.example.vn";
const takenAt = "2026-11-22T07:05:00.000Z";

async function fileOf(ctx: Ctx, side: "school" | "office", returnId: string, file: "docx" | "pdf") {
	const response = await slipFile(ctx, { side, returnId, file, origin });
	return new Uint8Array(await response.arrayBuffer());
}

async function send(ctx: Ctx, returnId: string, operations = complete()) {
	await submitReturn(ctx, returnId, { round: 1, operations });
	await makeSlipCode(ctx, "school", returnId);
}

onEachEngine("photographs of a print", (engine) => {
	test("those that were sent, by section, each with its item and the time when it was taken, for the school and its office", async () => {
		const world = await buildWorld(engine);
		const { ctx, returnId } = await buildReturn(world);
		// Brought in another order than the form has.
		await photograph(ctx, returnId, "B.1", { takenAt });
		const kept = await photograph(ctx, returnId, "A.1", { takenAt });
		const mistaken = await photograph(ctx, returnId, "A.1", { takenAt });
		await removePhoto(ctx, returnId, mistaken);
		await send(ctx, returnId);
		const review = { round: 1, decision: "sent_back", remark: "Chụp rõ hơn", items: [] } as const;
		await reviewReturn(officerOf(world), returnId, { ...review, items: [] });
		// What was sent stands, whatever is taken out or added afterwards.
		await removePhoto(ctx, returnId, kept);
		await photograph(ctx, returnId, "A.2");
		const found = await slipPhotographs(ctx, await readSlip(ctx, "school", returnId));
		expect(found.left).toBe(0);
		expect(found.sections.map(({ heading, pictures }) => [heading, ...pictures.map(({ caption }) => caption)])).toEqual(
			[
				["A. Cơ sở vật chất", "A.1 · Lan can chắc chắn · 14:05 22/11/2026"],
				["B. Số liệu", "B.1 · Trẻ bị bạo hành · 14:05 22/11/2026"],
			],
		);
		for (const [reader, side] of [
			[ctx, "school"],
			[officerOf(world), "office"],
		] as const) {
			const zip = await JSZip.loadAsync(await fileOf(reader, side, returnId, "docx"));
			expect(Object.keys(zip.files).filter((name) => name.endsWith(".jpg"))).toHaveLength(2);
			const document = (await zip.file("word/document.xml")?.async("string")) ?? "";
			expect(document).toContain('descr="A.1 · Lan can chắc chắn · 14:05 22/11/2026"');
		}
		const stranger = as(world, await buildSchool(world), "principal");
		await expect(fileOf(stranger, "school", returnId, "docx")).rejects.toMatchObject({ body: { code: "not_found" } });
	});

	test("in rows by the name of the row; one that is gone from the store is told as left out", async () => {
		const world = await buildWorld(engine);
		const form = structuredClone(cameraForm);
		Object.assign(form.sections[1]?.items[0] ?? {}, { photos: 3 });
		const { ctx, returnId } = await buildReturn(world, { form });
		const rooms = [
			{ name: "Lớp 5 tuổi A", area: "lop", eyes: 2, broken: 0 },
			{ name: "Sân sau", area: "san", eyes: 4, broken: 1, why: "Hỏng nguồn" },
		] as const;
		await saveOperations(ctx, returnId, cameras(rooms));
		await photograph(ctx, returnId, "K.1", { row: "r2", takenAt });
		const lost = await photograph(ctx, returnId, "K.1", { row: "r1", takenAt });
		await send(ctx, returnId, []);
		const { key } = await ctx.db
			.selectFrom("answer_photo")
			.select("key")
			.where("id", "=", lost)
			.executeTakeFirstOrThrow();
		await ctx.files.remove(photoKey(key, "whole"));
		const { sections, left } = await slipPhotographs(ctx, await readSlip(ctx, "school", returnId));
		expect(left).toBe(1);
		expect(sections.flatMap(({ pictures }) => pictures.map(({ caption }) => caption))).toEqual([
			"K.1 · Sân sau · Tên khu vực · 14:05 22/11/2026",
		]);
	});
});

test("many are made smaller, and what does not fit into a file that can be mailed is told as left out", async () => {
	const world = await buildWorld("sqlite");
	const many = await buildReturn(world);
	for (const item of ["A.1", "A.2", "B.1"])
		for (let at = 0; at < 5; at++)
			await photograph(many.ctx, many.returnId, item, { bytes: await drawnPhoto(at, 1000) });
	await send(many.ctx, many.returnId);
	const small = await slipPhotographs(many.ctx, await readSlip(many.ctx, "school", many.returnId));
	const pictures = small.sections.flatMap(({ pictures }) => pictures);
	expect(pictures).toHaveLength(15);
	for (const { jpeg } of pictures) expect((await sharp(jpeg).metadata()).width).toBe(900);

	const slip = await readSlip(many.ctx, "school", many.returnId);
	const room = 4.5 * (pictures[0]?.jpeg.byteLength ?? 0);
	const some = await slipPhotographs(many.ctx, slip, room);
	const printed = some.sections.flatMap(({ pictures }) => pictures);
	expect(printed.map(({ caption }) => caption)).toEqual(
		pictures.slice(0, printed.length).map(({ caption }) => caption),
	);
	expect(printed.length).toBeGreaterThan(2);
	expect(printed.length + some.left).toBe(15);
	expect(printed.reduce((sum, { jpeg }) => sum + jpeg.byteLength, 0)).toBeLessThanOrEqual(room);
}, 60_000);

describe.skipIf(!canLookAtPapers)("on paper", () => {
	test("photographs stand under their section with their captions, in both files", async () => {
		const world = await buildWorld("sqlite");
		const { ctx, returnId } = await buildReturn(world);
		for (const item of ["A.1", "A.1", "A.1", "B.1"]) await photograph(ctx, returnId, item, { takenAt });
		await send(ctx, returnId);
		const [word] = printed([await fileOf(ctx, "school", returnId, "docx")]);
		for (const bytes of [word as Uint8Array, await fileOf(ctx, "school", returnId, "pdf")]) {
			const text = lookAt(bytes)
				.pages.map(({ text }) => text)
				.join("\n")
				.replace(/\s+/g, " ");
			const places = ["ẢNH KÈM THEO", "A.1 · Lan can chắc chắn · 14:05 22/11/2026", "B.1 · Trẻ bị bạo hành · 14:05"];
			expect(places.map((place) => text.indexOf(place)).filter((at) => at < 0)).toEqual([]);
			expect(text.split("A.1 · Lan can chắc chắn")).toHaveLength(4);
		}
	});
});
