import {
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	Kysely,
	type QueryResult,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
} from "kysely";
import type { Schema } from "#db/schema.ts";
import type { Db, Store } from "#db/store.ts";

/**
 * The handle that better-auth gets. On SQLite its writes join the queue of the store: on a connection of their own they would
 * find the database locked by a group of ours and, the driver being synchronous, stop the very loop that has to commit it.
 */
export function authDatabase(store: Store): Db {
	return store.engine === "postgres" ? store.read : new Kysely<Schema>({ dialect: storeDialect(store) });
}

const writes = new Set(["InsertQueryNode", "UpdateQueryNode", "DeleteQueryNode"]);

function storeDialect(store: Store): Dialect {
	const connection: DatabaseConnection = {
		executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
			const run = (db: Db) => db.executeQuery<R>(CompiledQuery.raw(query.sql, [...query.parameters]));
			return writes.has(query.query.kind) ? store.transaction(run) : run(store.read);
		},
		streamQuery() {
			throw new Error("better-auth does not stream");
		},
	};
	const noTransaction = async () => {
		throw new Error("better-auth runs single statements here; what belongs together is written by the people room");
	};
	const driver: Driver = {
		init: async () => undefined,
		acquireConnection: async () => connection,
		releaseConnection: async () => undefined,
		beginTransaction: noTransaction,
		commitTransaction: noTransaction,
		rollbackTransaction: noTransaction,
		destroy: async () => undefined,
	};
	return {
		createDriver: () => driver,
		createAdapter: () => new SqliteAdapter(),
		createIntrospector: (db) => new SqliteIntrospector(db),
		createQueryCompiler: () => new SqliteQueryCompiler(),
	};
}
