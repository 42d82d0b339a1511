import { type Kysely, sql } from "kysely";

/** Photographs that show an answer. The bytes lie in the file store under `key` and `key-thumb`. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const statements = [
		`create table answer_photo (
			school_id text not null references unit (id), id text not null, return_id text not null, item text not null,
			"row" text not null, "key" text not null, source_sha256 text not null, sha256 text not null, width integer not null,
			height integer not null, bytes integer not null, taken_at text, received_at text not null, added_by text not null,
			sent_round integer, removed_at text, removed_by text, primary key (school_id, id))`,
		"create index answer_photo_return on answer_photo (school_id, return_id)",
		// An address names a photo by its id alone: no school may give out an id that another has.
		"create unique index answer_photo_id on answer_photo (id)",
	];
	for (const statement of statements) await sql.raw(statement).execute(db);
}
