import type { Actor, Ctx } from "#app/domain/ctx.ts";
import type { DataFilter } from "#app/domain/reports/data-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { openPostgres } from "#db/postgres.ts";
import { openSqliteReader } from "#db/sqlite.ts";
import type { Store, StoreAddress } from "#db/store.ts";
import type { DataFile, MakeFile } from "../tables/data-files.ts";
import { given } from "./run-worker.ts";
import { type Ask, serveJobs } from "./serve-job.ts";

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

/** The next piece is made while the one before is on its way: neither thread waits for the other. Its memory then comes back to the maker. */
async function bring(made: ReturnType<MakeFile>, ask: Ask): Promise<void> {
	const pieces: AsyncIterator<Uint8Array, void, Uint8Array | null> = made[Symbol.asyncIterator]();
	let taken: Promise<unknown> = Promise.resolve(null);
	let spare: unknown = null;
	for (;;) {
		const { done, value } = await pieces.next(spare instanceof Uint8Array ? spare : null);
		spare = await taken;
		if (done) return;
		taken = ask(value, given(value));
	}
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
