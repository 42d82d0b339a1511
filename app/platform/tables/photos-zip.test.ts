import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse/sync";
import JSZip from "jszip";
import { describe, expect, test, vi } from "vitest";
import type { Ctx } from "#app/domain/ctx.ts";
import { newId } from "#app/domain/id.ts";
import { dataFilterFrom } from "#app/domain/reports/data-queries.ts";
import { countSentPhotos } from "#app/domain/reports/photo-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { saveOperations } from "#app/domain/returns/save.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { buildSchool, buildWorld, ctxFor, NOW } from "#tests/support/build.ts";
import { cameraForm, cameras } from "#tests/support/build-figures.ts";
import { photograph } from "#tests/support/build-photos.ts";
import { buildCampaign, complete, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { pathPart } from "./photo-names.ts";
import { photosZip } from "./photos-zip.ts";

const everything = dataFilterFrom(new URLSearchParams());
const counted = (n: number) => `Tổng số dòng: ${n}`;
const never = (error: unknown) => {
	throw error;
};

async function archive(ctx: Ctx, campaignId: string, filter = everything) {
	const campaign = await reportedCampaign(ctx, campaignId);
	const zip = await JSZip.loadAsync(await buffer(photosZip(ctx, campaign, filter, counted, never)), {
		checkCRC32: true,
	});
	const list = parse((await zip.file("danh-sach.csv")?.async("nodebuffer")) ?? "", { bom: true }) as string[][];
	const pictures = Object.keys(zip.files).filter((name) => name.endsWith(".jpg"));
	return { zip, pictures, rows: list.slice(1, -1), footer: list.at(-1)?.[0] };
}

onEachEngine("the archive of photographs", (engine) => {
	test("holds what was sent, by commune, school and item, each with the hash that the list tells", async () => {
		const world = await buildWorld(engine);
		const [, second] = world.communes;
		const schools = [
			await buildSchool(world, { name: "Trường Mầm non A/B: <số 1>" }),
			await buildSchool(world, { commune: second, name: "=1+1" }),
		];
		const built = await buildCampaign(world, { schools });
		const [a, b] = built.returns.map(({ principal, returnId }) => ({ ctx: ctxFor(world, principal), returnId }));
		if (!a || !b) throw new Error("two schools");
		for (const item of ["A.1", "A.1", "A.2"]) await photograph(a.ctx, a.returnId, item);
		await photograph(b.ctx, b.returnId, "A.1", { takenAt: NOW });
		const ctx = officerOf(world);
		// Nothing is the office's before it is sent.
		expect(await countSentPhotos(ctx, built.id, everything)).toBe(0);
		expect(await archive(ctx, built.id)).toMatchObject({ pictures: [], rows: [], footer: counted(0) });

		for (const { ctx, returnId } of [a, b]) await submitReturn(ctx, returnId, { round: 1, operations: complete() });
		const { zip, pictures, rows, footer } = await archive(ctx, built.id);
		const first = `Xã Giao An/${schools[0]?.code} Trường Mầm non A B số 1`;
		expect([...pictures].sort()).toEqual(
			[
				`${first}/A.1-1.jpg`,
				`${first}/A.1-2.jpg`,
				`${first}/A.2-1.jpg`,
				`Xã Giao Xuân/${schools[1]?.code} =1+1/A.1-1.jpg`,
			].sort(),
		);
		expect(footer).toBe(counted(4));
		expect(await countSentPhotos(ctx, built.id, everything)).toBe(4);
		expect(rows.map(([name]) => name).sort()).toEqual([...pictures].sort());
		for (const row of rows) {
			const bytes = (await zip.file(row[0] ?? "")?.async("nodebuffer")) ?? Buffer.alloc(0);
			expect(createHash("sha256").update(bytes).digest("hex")).toBe(row.at(-1));
			expect(String(bytes.byteLength)).toBe(row.at(-2));
		}
		// No formula for a spreadsheet to run.
		expect(rows.map((row) => row[2])).toContain("'=1+1");

		const filtered = dataFilterFrom(new URLSearchParams({ commune: second.id }));
		expect((await archive(ctx, built.id, filtered)).pictures).toHaveLength(1);
		expect(await countSentPhotos(ctx, built.id, filtered)).toBe(1);
	});

	test("rows of a roster bear their place and name, and two of one name stay apart", async () => {
		const world = await buildWorld(engine);
		const form = structuredClone(cameraForm);
		for (const section of form.sections) {
			if ("roster" in section) for (const item of section.items) Object.assign(item, { photos: 2 });
		}
		const built = await buildCampaign(world, { form });
		const [own] = built.returns;
		if (!own) throw new Error("a school");
		const ctx = ctxFor(world, own.principal);
		const room = { area: "lop" as const, eyes: 1, broken: 0 };
		const answers = cameras([
			{ ...room, name: "Phòng 3A" },
			{ ...room, name: "Phòng 3A" },
		]);
		await saveOperations(ctx, own.returnId, answers);
		const titled = answers.filter(({ value }) => value === "Phòng 3A");
		for (const { item, row } of titled) await photograph(ctx, own.returnId, item, { row });
		await submitReturn(ctx, own.returnId, { round: 1 });
		const { pictures } = await archive(officerOf(world), built.id);
		const item = titled[0]?.item;
		expect(pictures.map((name) => name.split("/").at(-1)).sort()).toEqual([
			`${item}-dòng 1 Phòng 3A-1.jpg`,
			`${item}-dòng 2 Phòng 3A-1.jpg`,
		]);
	});
});

describe("many photographs", () => {
	/** A sent return with pictures that are made when they are asked for. */
	async function many(count: number, bytes: Buffer) {
		const world = await buildWorld("sqlite");
		const built = await buildCampaign(world);
		const [own] = built.returns;
		if (!own) throw new Error("a school");
		await submitReturn(ctxFor(world, own.principal), own.returnId, { round: 1, operations: complete() });
		const rows = Array.from({ length: count }, (_, at) => ({
			...{ school_id: own.school.id, id: newId(), return_id: own.returnId, item: "A.1", row: "", key: `k${at}` },
			...{ source_sha256: "", sha256: "", width: 1, height: 1, bytes: bytes.byteLength, taken_at: null },
			...{ received_at: NOW, added_by: "x", sent_round: 1, removed_at: null, removed_by: null },
		}));
		for (let at = 0; at < count; at += 200)
			await world.store.read
				.insertInto("answer_photo")
				.values(rows.slice(at, at + 200))
				.execute();
		const ctx = { ...officerOf(world), files: { ...world.files, get: async (_key: string) => Buffer.from(bytes) } };
		return { ctx, campaign: await reportedCampaign(ctx, built.id) };
	}

	test("go through memory one by one", { timeout: 60_000 }, async () => {
		const { ctx, campaign } = await many(800, randomBytes(300_000));
		let [read, most] = [0, 0];
		const before = process.memoryUsage();
		const out = new Writable({
			write(chunk: Buffer, _encoding, done) {
				read += chunk.byteLength;
				const now = process.memoryUsage();
				most = Math.max(most, now.external + now.heapUsed - before.external - before.heapUsed);
				setImmediate(done);
			},
		});
		await pipeline(photosZip(ctx, campaign, everything, counted, never), out);
		expect(read).toBeGreaterThan(800 * 300_000);
		// 240 MB went through; what is not collected yet and the directory at the end are some tens.
		expect(most).toBeLessThan(100_000_000);
	});

	test("a reader who goes away ends the work, and leaves no file behind", async () => {
		const folder = mkdtempSync(join(tmpdir(), "toolkit-photos-"));
		vi.stubEnv("TMPDIR", folder);
		const { ctx, campaign } = await many(50, randomBytes(300_000));
		let asked = 0;
		const get = ctx.files.get;
		const asking = (key: string) => {
			asked += 1;
			return get(key);
		};
		const counting = { ...ctx, files: { ...ctx.files, get: asking } };
		const stream = photosZip(counting, campaign, everything, counted, never);
		for await (const _ of stream) break;
		await expect.poll(() => readdirSync(folder)).toEqual([]);
		vi.unstubAllEnvs();
		rmSync(folder, { recursive: true });
		expect(asked).toBeLessThan(10);
	});

	test("a picture that is gone from the store is told in the list, and the others are there", async () => {
		const { ctx, campaign } = await many(3, Buffer.from("ảnh"));
		const get = (key: string) => (key === "k1" ? Promise.reject(new Error("gone")) : ctx.files.get(key));
		const { pictures, rows } = await archive({ ...ctx, files: { ...ctx.files, get } }, campaign.id);
		expect(pictures).toHaveLength(2);
		expect(rows.filter(([name]) => name?.includes("Không có tệp trong kho"))).toHaveLength(1);
	});
});

test("parts of a path are plain names on every system", () => {
	const parts = [
		"../../etc",
		"con",
		"a/b\\c",
		" . ",
		"Trường\u0000MN\u202egpj",
		"x".repeat(300),
		"Ti\u00ea\u0301ng",
		"nul.txt",
	];
	expect(parts.map(pathPart)).toEqual([
		...["etc", "_con", "a b c", "_", "Trường MN gpj", "x".repeat(80), "Ti\u1ebfng", "_nul.txt"],
	]);
});
