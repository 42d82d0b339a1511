import { type Kysely, sql } from "kysely";
import type { Engine } from "../engine.ts";

/** Results that schools made public, and indexes for the overview: those who have not returned by commune, findings that ask for help. */
export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
	const clustered = engine === "sqlite" ? " without rowid" : "";
	const statements = [
		`create table public_result (
			school_id text not null references unit (id), return_id text not null, published_by text not null,
			published_at text not null, primary key (school_id, return_id))${clustered}`,
		// With the column of its own condition at the end, or SQLite would look into the table for it.
		`create index recipient_late on recipient (campaign_id, commune_id, commune, due_on, first_submitted_at)
			where first_submitted_at is null`,
		// Few findings ask a superior for help: their list must not walk past all the others.
		`create index finding_petition on finding (campaign_id, due_on, school_id, id) where state = 'open' and superior = 1`,
	];
	for (const statement of statements) await sql.raw(statement).execute(db);
}
