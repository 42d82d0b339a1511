import type { Ctx } from "#app/domain/ctx.ts";
import { problem } from "#app/domain/problem.ts";
import type { DataFilter } from "#app/domain/reports/data-queries.ts";
import type { Campaign } from "../tables/campaign-sheets.ts";
import type { DataFile } from "../tables/data-files.ts";
import { runWorker } from "./run-worker.ts";
import type { FileJob } from "./serve-files.ts";

/** Files made at once: each takes a processor and some 100 MB. */
const AT_ONCE = 4;
/** Millions of answers take seconds; whoever reads them over a slow line may take an hour. One that stands still is cut by the server. */
const LONGEST_MS = 2 * 3_600_000;

let running = 0;

/**
 * A file of the whole data, made in a thread of its own while it is read, so that nobody else waits for it. Nothing starts before
 * the first byte is wanted; when the reader leaves, the thread ends. Where it is known when a piece has left the process (`flushed`), its
 * memory goes back to the thread for the next one: a gigabyte of new pieces would keep this thread clearing up. Throws `too_many_requests`.
 */
export function dataStream(
	ctx: Ctx,
	campaign: Campaign,
	file: DataFile,
	filter: DataFilter,
	fail: (error: unknown) => void,
	flushed?: () => Promise<void>,
): ReadableStream<Uint8Array> {
	if (running >= AT_ONCE) throw problem("too_many_requests", { retryAfterSeconds: 20 });
	return pulled(async (take) => {
		running += 1;
		try {
			if (!ctx.store.address) return await here(ctx, campaign, file, filter, take);
			await inWorker(ctx, campaign, file, filter, async (piece) => {
				await take(piece);
				await flushed?.();
				return flushed ? piece : null;
			});
		} catch (error) {
			if (!(error instanceof ReaderLeft)) fail(error);
			throw error;
		} finally {
			running -= 1;
		}
	});
}

type Take = (piece: Uint8Array) => Promise<void>;

async function inWorker(
	ctx: Ctx,
	campaign: Campaign,
	file: DataFile,
	filter: DataFilter,
	take: (piece: Uint8Array) => Promise<Uint8Array | null>,
): Promise<void> {
	const { actor, now, today, locale, store } = ctx;
	const { address } = store;
	if (!address) throw new Error("this database is in no file and on no server");
	const data: FileJob = { address, actor, now, today, locale, campaignId: campaign.id, file, filter };
	await runWorker({
		name: file.endsWith(".csv") ? "data-csv" : "data-xlsx",
		data,
		answer: (piece) => take(piece as Uint8Array),
		timeoutMs: LONGEST_MS,
		youngMb: 8,
		tooBig: { code: "paper_too_big", details: {} },
	});
}

/** A database in memory is this thread's alone. */
async function here(ctx: Ctx, campaign: Campaign, file: DataFile, filter: DataFilter, take: Take): Promise<void> {
	const make = file.endsWith(".csv")
		? (await import("../tables/data-files.ts")).csvFileOf
		: (await import("../tables/data-workbooks.ts")).workbookOf;
	for await (const piece of make(ctx, campaign, file, filter)) await take(piece);
}

/** Whoever read the file closed it: no fault of anybody. */
class ReaderLeft extends Error {}

/** A stream of what `run` hands to `take`, one piece at a time: `take` is done when the next one is wanted. */
function pulled(run: (take: Take) => Promise<void>): ReadableStream<Uint8Array> {
	let started = false;
	let left = false;
	let filled: () => void = () => undefined;
	let goOn: () => void = () => undefined;
	let stop: (reason: Error) => void = () => undefined;
	const start = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
		const take: Take = (piece) => {
			if (left) return Promise.reject(new ReaderLeft());
			controller.enqueue(piece);
			const wanted = new Promise<void>((resolve, reject) => {
				[goOn, stop] = [resolve, reject];
			});
			filled();
			return wanted;
		};
		try {
			await run(take);
			controller.close();
		} catch (error) {
			if (!left) controller.error(error);
		}
		filled();
	};
	return new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				const full = new Promise<void>((resolve) => {
					filled = resolve;
				});
				if (started) goOn();
				else void start(controller);
				started = true;
				return full;
			},
			cancel() {
				left = true;
				stop(new ReaderLeft());
			},
		},
		{ highWaterMark: 0 },
	);
}
