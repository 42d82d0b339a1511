import { type Kysely, sql } from "kysely";

/** Borders of communes as an office uploaded them, simplified and ready to draw: one map an office. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql
		.raw(
			`create table unit_map (
				office_id text primary key references unit (id), file_name text not null, width integer not null,
				height integer not null, areas text not null, uploaded_by text not null, uploaded_at text not null)`,
		)
		.execute(db);
}
