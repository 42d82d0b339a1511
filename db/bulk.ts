import { CompiledQuery, type RawBuilder, sql } from "kysely";
import type { Engine } from "./engine.ts";
import type { Schema } from "./schema.ts";
import type { Db } from "./store.ts";

/** A column of a bulk insert and its type in SQL. With `same` every row gets that value, bound once instead of row by row. */
export type BulkColumn = {
	name: string;
	type: "text" | "integer" | "bigint" | "timestamptz" | "boolean";
	same?: string | number | null;
};

/**
 * Inserts many rows with one statement and one parameter for them all (the rows as JSON): a hundred answers cost one short
 * text instead of a thousand bound values. `conflict` is the SQL after the rows, such as `on conflict (…) do update set …`.
 */
export async function insertRows(
	db: Db,
	engine: Engine,
	table: keyof Schema,
	columns: readonly BulkColumn[],
	rows: readonly object[],
	conflict = "",
): Promise<void> {
	if (rows.length === 0) return;
	// The text is put together by hand and is the same each time, so that SQLite finds it prepared. Names are ours, never a person's.
	const shared = columns.filter((column) => column.same !== undefined);
	const values = columns.map((column) => {
		if (column.same === undefined) return engine === "sqlite" ? `value ->> '${column.name}'` : `"${column.name}"`;
		return engine === "sqlite" ? "?" : `cast($${shared.indexOf(column) + 1} as ${column.type})`;
	});
	const own = columns.filter((column) => column.same === undefined).map(({ name, type }) => `"${name}" ${type}`);
	const source =
		engine === "sqlite"
			? "json_each(?)"
			: `json_to_recordset(cast($${shared.length + 1} as json)) as rows(${own.join(", ")})`;
	const names = columns.map(({ name }) => `"${name}"`);
	await db.executeQuery(
		CompiledQuery.raw(
			`insert into "${table}" (${names.join(", ")}) select ${values.join(", ")} from ${source} where true ${conflict}`,
			[...shared.map((column) => column.same), JSON.stringify(rows)],
		),
	);
}

/** Many texts as the right side of `in`, bound as one value: `where id in ${textsIn(engine, ids)}`. */
export function textsIn(engine: Engine, texts: readonly string[]): RawBuilder<string[]> {
	const json = JSON.stringify(texts);
	return engine === "sqlite"
		? sql`(select value from json_each(${json}))`
		: sql`(select json_array_elements_text(cast(${json} as json)))`;
}

/** Whether `unit.path` lies at or below `path`: an index range, not a scan. `column` is such as `recipient.path`. */
export function pathBelow(column: string, path: string): RawBuilder<boolean> {
	return sql<boolean>`${sql.ref(column)} >= ${path} and ${sql.ref(column)} < ${`${path}~`}`;
}

/** A text column as UTF-8: SQLite keeps it so and need not make a string of it first; PostgreSQL's driver brings a string. */
export function bytesOf(engine: Engine, column: string): RawBuilder<Buffer | string> {
	return engine === "sqlite" ? sql`cast(${sql.ref(column)} as blob)` : sql`${sql.ref(column)}`;
}
