import { type Kysely, sql } from "kysely";

/** Drafts of templates that people write together: every batch of edits is kept, and a version knows its revision. Frozen. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
	`alter table template_version add column revision integer not null default 0`,
	`alter table template_version add column edited_by text`,
	`alter table template_version add column edited_at text`,
	`create table template_edit (
		version_id text not null references template_version (id), revision integer not null, batch_id text not null,
		edits text not null, told text not null, person_id text not null, at text not null,
		primary key (version_id, revision))`,
	// A batch that is sent again after a lost answer is found by the id that the page gave it.
	`create unique index template_edit_batch on template_edit (version_id, batch_id)`,
];
