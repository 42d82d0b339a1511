import type { Actor, Ctx } from "#app/domain/ctx.ts";
import type { DataFilter } from "#app/domain/reports/data-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { openPostgres } from "#db/postgres.ts";
import { openSqliteReader } from "#db/sqlite.ts";
import type { Store, StoreAddress } from "#db/store.ts";
import type { DataFile, MakeFile } from "../tables/data-files.ts";
import { type Ask, given, serveJobs } from "./serve-job.ts";

/** A file of a campaign's whole data, for whoever asked for it. */
export type FileJob = Pick<Ctx, "now" | "today" | "locale"> & {
	address: StoreAddress;
	actor: Actor;
	campaignId: string;
	file: DataFile;
	filter: DataFilter;
};

/** In a worker: makes files on a connection of its own, and brings them piece by piece, each when the one before was taken. */
export function serveFiles(make: MakeFile): void {
	serveJobs(async (job: FileJob, ask) => {
		const store = open(job.address);
		try {
			const ctx = ctxOf(job, store);
			const campaign = await reportedCampaign(ctx, job.campaignId);
			await bring(make(ctx, campaign, job.file, job.filter), ask);
		} finally {
			await store.close();
		}
	});
}

/** The next piece is made while the one before is on its way: neither thread waits for the other. */
async function bring(pieces: AsyncIterable<Uint8Array>, ask: Ask): Promise<void> {
	let taken: Promise<unknown> = Promise.resolve();
	for await (const piece of pieces) {
		await taken;
		taken = ask(piece, given(piece));
	}
	await taken;
}

function open(address: StoreAddress): Store {
	return address.engine === "sqlite" ? openSqliteReader(address.path) : openPostgres(address.url, { max: 1 });
}

function ctxOf({ actor, now, today, locale }: FileJob, store: Store): Ctx {
	const noFiles = () => Promise.reject(new Error("whole data has no files of its own"));
	return {
		db: store.read,
		engine: store.engine,
		store,
		files: { put: noFiles, get: noFiles, remove: noFiles },
		actor,
		now,
		today,
		locale,
		inTransaction: false,
	};
}
