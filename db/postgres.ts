import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Schema } from "./schema.ts";
import type { Store } from "./store.ts";

// Counts arrive as numbers, as they do from SQLite: none of ours comes near 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Opens a pool on a PostgreSQL server; `schema` puts everything in one schema of it (tests, several offices on one server). */
export function openPostgres(url: string, options: { max?: number; schema?: string } = {}): Store {
	const pool = new pg.Pool({
		connectionString: url,
		max: options.max ?? 20,
		// A server that swallows packets is told at start and by /readyz, instead of holding requests for minutes.
		connectionTimeoutMillis: 10_000,
		...(options.schema ? { options: `-c search_path=${options.schema}` } : {}),
	});
	// A connection that the server closes, idle or between two queries of a transaction, must not end the process: what runs on it
	// fails by itself, and the next query takes a fresh one.
	pool.on("error", () => undefined);
	pool.on("connect", (client) => client.on("error", () => undefined));
	const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
	return {
		engine: "postgres",
		// A schema of its own is set by the connection, not by the address.
		address: options.schema ? null : { engine: "postgres", url },
		read: db,
		transaction: (work) => db.transaction().execute(work),
		close: () => db.destroy(),
	};
}
