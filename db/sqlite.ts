import Database from "better-sqlite3";
import { Kysely, type KyselyPlugin, SqliteDialect, sql } from "kysely";
import type { Schema } from "./schema.ts";
import type { Db, Store, StoreAddress } from "./store.ts";

/** A waiting transaction of the current batch. */
type Job = { work: (db: Db) => Promise<unknown>; resolve: (value: unknown) => void; reject: (reason: unknown) => void };

/** As many transactions as one commit may carry: keeps a batch, and so every reader's wait in tests, under some 50 ms. */
const BATCH = 64;

/** Opens a database file: one connection that writes, one that reads beside it (WAL). */
export function openSqlite(path: string): Store {
	const writer = new Database(path);
	prepare(writer);
	const reader = new Database(path);
	prepare(reader);
	// What pages ask for again and again fits; of what lists walk through, the system keeps a copy anyway.
	reader.pragma("cache_size = -16384");
	const turns = givingTurns();
	return storeOver(kyselyOver(writer, turns), kyselyOver(reader, turns), { engine: "sqlite", path });
}

/** A database file for a thread that only reads: a transaction is refused. It walks through much and comes back to little. */
export function openSqliteReader(path: string): Store {
	const reader = new Database(path, { readonly: true });
	reader.pragma("busy_timeout = 10000");
	reader.pragma("cache_size = -4096");
	const db = kyselyOver(reader);
	return {
		engine: "sqlite",
		address: { engine: "sqlite", path },
		read: db,
		transaction: () => Promise.reject(new Error("this connection only reads")),
		close: () => db.destroy(),
	};
}

/** A database in memory, from the bytes of a migrated one: what each test gets. One connection, so reads and writes share it. */
export function openSqliteCopy(bytes: Buffer): Store {
	const both = new Database(bytes);
	both.pragma("foreign_keys = on");
	const db = kyselyOver(both);
	return storeOver(db, db, null);
}

/** An empty database in memory, and the bytes of what was made in it. */
export function openSqliteTemplate(): { db: Db; bytes(): Buffer } {
	const raw = new Database(":memory:");
	raw.pragma("foreign_keys = on");
	return { db: kyselyOver(raw), bytes: () => raw.serialize() };
}

function prepare(database: Database.Database): void {
	database.pragma("journal_mode = wal");
	// FULL: a return that was answered with "sent" survives a power cut.
	database.pragma("synchronous = full");
	database.pragma("foreign_keys = on");
	database.pragma("busy_timeout = 10000");
	database.pragma("cache_size = -65536");
	// 32 MB of log before it is folded into the file: under load that costs two flushes, which every 4 MB would be too often.
	database.pragma("wal_autocheckpoint = 8000");
	database.pragma("temp_store = memory");
}

function kyselyOver(database: Database.Database, ...plugins: KyselyPlugin[]): Db {
	return new Kysely<Schema>({ dialect: new SqliteDialect({ database: rememberingStatements(database) }), plugins });
}

/** As long as questions that follow each other may keep everybody else waiting, in milliseconds. */
const TURN = 10;

/**
 * SQLite answers at once, so that whoever asks a hundred questions in a row never gives the turn away: after so long, the others are let in
 * between two of them. Not for a database in memory, where they would see what a transaction has not committed yet.
 */
function givingTurns(): KyselyPlugin {
	let since: number | null = null;
	const begin = () => {
		if (since !== null) return;
		since = performance.now();
		setImmediate(() => {
			since = null;
		});
	};
	return {
		transformQuery({ node }) {
			begin();
			return node;
		},
		async transformResult({ result }) {
			begin();
			if (performance.now() - (since ?? 0) > TURN) await new Promise((resolve) => setImmediate(resolve));
			return result;
		},
	};
}

/** As many prepared statements as one connection keeps; the ones used longest ago go first. */
const STATEMENTS = 300;

/** Preparing a statement costs more than running most of ours, so each is prepared once for each text. */
function rememberingStatements(database: Database.Database): Pick<Database.Database, "prepare" | "close"> {
	const known = new Map<string, Database.Statement>();
	return {
		prepare(text: string) {
			const found = known.get(text);
			// A statement that is being streamed cannot run a second time meanwhile.
			const statement = found && !found.busy ? found : database.prepare(text);
			known.delete(text);
			known.set(text, statement);
			if (known.size > STATEMENTS) for (const oldest of known.keys()) if (known.delete(oldest)) break;
			return statement;
		},
		close: () => database.close(),
	} as Pick<Database.Database, "prepare" | "close">;
}

/**
 * Transactions wait in one queue and are committed in groups: with `synchronous=FULL` the flush to disk costs more than the
 * work, and a group pays it once. Each runs under a savepoint, so one that fails takes nothing of the others with it.
 */
function storeOver(write: Db, read: Db, address: StoreAddress | null): Store {
	let queue: Job[] = [];
	let running: Promise<void> | null = null;

	async function drain(): Promise<void> {
		while (queue.length > 0) {
			// Requests that arrive in the same turn of the event loop share a commit; and a caller that writes in a loop lets others in.
			await new Promise((resolve) => setImmediate(resolve));
			const batch = queue.slice(0, BATCH);
			queue = queue.slice(BATCH);
			await write.connection().execute((db) => commitTogether(db, batch));
		}
		running = null;
	}

	return {
		engine: "sqlite",
		address,
		read,
		transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
			return new Promise<T>((resolve, reject) => {
				queue.push({ work, resolve: resolve as (value: unknown) => void, reject });
				running ??= drain();
			});
		},
		async close() {
			await running;
			await write.destroy();
			if (read !== write) await read.destroy();
		},
	};
}

/**
 * Takes back the work of one transaction. False when SQLite has taken back all of them already, as it does when the disk is full or
 * fails: then nothing that shared the commit is there any more.
 */
async function undone(db: Db): Promise<boolean> {
	try {
		await sql`rollback to work`.execute(db);
		await sql`release work`.execute(db);
		return true;
	} catch {
		await sql`rollback`.execute(db).catch(() => undefined);
		return false;
	}
}

async function commitTogether(db: Db, batch: Job[]): Promise<void> {
	const done: { job: Job; value: unknown }[] = [];
	try {
		await sql`begin immediate`.execute(db);
	} catch (error) {
		for (const job of batch) job.reject(error);
		return;
	}
	for (const [i, job] of batch.entries()) {
		try {
			await sql`savepoint work`.execute(db);
			const value = await job.work(db);
			await sql`release work`.execute(db);
			done.push({ job, value });
		} catch (error) {
			job.reject(error);
			if (await undone(db)) continue;
			for (const { job } of done) job.reject(error);
			return commitTogether(db, batch.slice(i + 1));
		}
	}
	try {
		await sql`commit`.execute(db);
	} catch (error) {
		await sql`rollback`.execute(db).catch(() => undefined);
		for (const { job } of done) job.reject(error);
		return;
	}
	for (const { job, value } of done) job.resolve(value);
}
