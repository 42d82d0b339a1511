import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, inject, onTestFinished, test } from "vitest";
import type { Ctx } from "#app/domain/ctx.ts";
import { dataFilterFrom } from "#app/domain/reports/data-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { openSqlite } from "#db/sqlite.ts";
import { buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { answer, buildCampaign, complete, officerOf } from "#tests/support/build-returns.ts";
import { freshFolder } from "#tests/support/build-server.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { csvFileOf, type DataFile } from "../tables/data-files.ts";
import { dataStream } from "./data-stream.ts";

const everything = dataFilterFrom(new URLSearchParams());

async function read(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
	return Buffer.from(await new Response(stream).arrayBuffer());
}

onEachEngine("files of the whole data", (engine) => {
	/** A database that a thread can open for itself, with some returns in it. */
	async function reported(schools: number) {
		const path = join(freshFolder(), "toolkit.sqlite");
		if (engine === "sqlite") copyFileSync(inject("sqliteTemplate"), path);
		const own = engine === "sqlite" ? openSqlite(path) : undefined;
		if (own) onTestFinished(() => own.close());
		const world = await buildWorld(engine, own);
		const units = [];
		for (let n = 0; n < schools; n++) units.push(await buildSchool(world));
		const { id, returns } = await buildCampaign(world, { schools: units });
		for (const { principal, returnId } of returns) {
			const operations = [...complete({ "A.2": "unmet" }), answer("B.3", "Cần sửa; “gấp”\n=1+1")];
			await submitReturn(ctxFor(world, principal), returnId, { round: 1, operations });
		}
		const ctx = officerOf(world);
		return { ctx, campaign: await reportedCampaign(ctx, id) };
	}

	const inThisThread = async (ctx: Ctx, campaign: Awaited<ReturnType<typeof reportedCampaign>>, file: DataFile) => {
		const pieces: Uint8Array[] = [];
		for await (const piece of csvFileOf(ctx, campaign, file, everything)) pieces.push(piece);
		return Buffer.concat(pieces);
	};

	test("another thread writes the same bytes, of all portions", { timeout: 120_000 }, async () => {
		const { ctx, campaign } = await reported(60);
		const failures: unknown[] = [];
		for (const file of ["dai.csv", "rong.csv"] as const) {
			const made = await read(dataStream(ctx, campaign, file, everything, (error) => failures.push(error)));
			expect(made.equals(await inThisThread(ctx, campaign, file))).toBe(true);
			expect(made.toString().split("\r\n").length).toBeGreaterThan(60);
		}
		const workbook = await read(dataStream(ctx, campaign, "rong.xlsx", everything, (error) => failures.push(error)));
		expect(workbook.toString("latin1", 0, 2)).toBe("PK");
		expect(failures).toEqual([]);
	});

	test("nothing is made before it is wanted, and a reader who leaves is no failure", { timeout: 120_000 }, async () => {
		const { ctx, campaign } = await reported(60);
		const failures: unknown[] = [];
		const open = () => dataStream(ctx, campaign, "dai.csv", everything, (error) => failures.push(error));
		// More than may be made at once: none of them is begun.
		for (let n = 0; n < 6; n++) await open().cancel();
		const readers = Array.from({ length: 4 }, () => open().getReader());
		for (const reader of readers) expect((await reader.read()).done).toBe(false);
		expect(open).toThrow(expect.objectContaining({ body: expect.objectContaining({ code: "too_many_requests" }) }));
		for (const reader of readers) await reader.cancel();
		// Their threads are told, and make room.
		for (let n = 0; n < 100; n++) {
			try {
				expect((await read(open())).length).toBeGreaterThan(1_000);
				break;
			} catch (error) {
				if (n === 99) throw error;
				await pause(50);
			}
		}
		expect(failures).toEqual([]);
	});

	test("a campaign that is not the actor's is not found in the other thread either", { timeout: 120_000 }, async () => {
		const { ctx, campaign } = await reported(1);
		const stranger = { ...ctx, actor: { ...ctx.actor, unitId: campaign.id } };
		const failures: unknown[] = [];
		const stream = dataStream(stranger, campaign, "dai.csv", everything, (error) => failures.push(error));
		await expect(read(stream)).rejects.toMatchObject({ body: { code: "not_found" } });
		expect(failures).toHaveLength(1);
	});
});
