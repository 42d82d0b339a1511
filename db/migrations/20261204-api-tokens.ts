import { type Kysely, sql } from "kysely";

/** Keys with which programs outside (Excel, Power BI) read an office's data. Frozen. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of [
		`create table api_token (
			id text primary key, office_id text not null references unit (id), name text not null, token_hash text not null unique,
			ending text not null, reads text not null, expires_on text not null, created_by text not null, created_at text not null,
			revoked_by text, revoked_at text, last_used_at text, window_at text, window_count integer not null default 0)`,
		`create index api_token_office on api_token (office_id, created_at, id)`,
	]) {
		await sql.raw(statement).execute(db);
	}
}
