import type { Kysely } from "kysely";
import type { Engine } from "./engine.ts";
import type { Schema } from "./schema.ts";

/** A handle to read with, or inside a transaction to write with. */
export type Db = Kysely<Schema>;

/** Where a database is, so that a thread may open it for itself. */
export type StoreAddress = { engine: "sqlite"; path: string } | { engine: "postgres"; url: string };

/** One open database: `read` for queries, `transaction` for everything that writes. */
export type Store = {
	engine: Engine;
	/** Null for one that lives in this thread's memory only. */
	address: StoreAddress | null;
	read: Db;
	/**
	 * Runs `work` in a transaction: durable when the promise resolves, nothing written when it rejects. `work` may use only the
	 * handle it is given (the outer one would wait for itself) and may await nothing but that handle: others wait for it.
	 */
	transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
	close(): Promise<void>;
};
