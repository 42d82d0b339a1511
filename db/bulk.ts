import { type RawBuilder, sql } from "kysely";
import type { Engine } from "./engine.ts";
import type { Schema } from "./schema.ts";
import type { Db } from "./store.ts";

/** A column of a bulk insert and its type in SQL. */
export type BulkColumn = { name: string; type: "text" | "integer" | "timestamptz" | "boolean" };

/**
 * Inserts many rows with one statement and one parameter (the rows as JSON): a hundred answers cost one compile instead of a
 * thousand bound values. `conflict` is the SQL after the rows, such as `on conflict (…) do update set …`.
 */
export async function insertRows(
	db: Db,
	engine: Engine,
	table: keyof Schema,
	columns: readonly BulkColumn[],
	rows: readonly object[],
	conflict: RawBuilder<unknown> = sql``,
): Promise<void> {
	if (rows.length === 0) return;
	const names = sql.join(columns.map((column) => sql.ref(column.name)));
	const json = JSON.stringify(rows);
	const source =
		engine === "sqlite"
			? sql`select ${sql.join(
					columns.map((column) => sql`value ->> ${sql.lit(column.name)}`),
				)} from json_each(${json}) where true`
			: sql`select ${names} from json_to_recordset(${json}::json) as rows(${sql.join(
					columns.map((column) => sql`${sql.ref(column.name)} ${sql.raw(column.type)}`),
				)}) where true`;
	await sql`insert into ${sql.table(table)} (${names}) ${source} ${conflict}`.execute(db);
}

/** Whether `unit.path` lies at or below `path`: an index range, not a scan. `column` is such as `recipient.path`. */
export function pathBelow(column: string, path: string): RawBuilder<boolean> {
	return sql<boolean>`${sql.ref(column)} >= ${path} and ${sql.ref(column)} < ${`${path}~`}`;
}
