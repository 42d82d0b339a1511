import { type Kysely, sql } from "kysely";

/**
 * The life of a template's version: which items compare with the version before, the file it was checked against, how it was retired; a
 * campaign that moves to a newer version while schools that have sent stay on theirs; templates offered to offices below. Frozen.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
	`alter table template_version add column comparisons text not null default '{}'`,
	`alter table template_version add column check_file_id text references file (id)`,
	`alter table template_version add column retired_at text`,
	`alter table template_version add column retired_by text`,
	`alter table template_version add column retired_reason text not null default ''`,
	`alter table template add column origin_version_id text references template_version (id)`,
	`alter table recipient add column version_id text references template_version (id)`,
	`create table campaign_move (
		campaign_id text not null references campaign (id), number integer not null,
		from_version_id text not null references template_version (id), to_version_id text not null references template_version (id),
		moved_by text not null, moved_at text not null, finished_at text, primary key (campaign_id, number))`,
	// Answers that did not go along to a newer version, as they were given.
	`create table answer_aside (
		school_id text not null references unit (id), return_id text not null, version_id text not null references template_version (id),
		item text not null, "row" text not null, value text not null, note text not null, measure text,
		answered_by text not null, answered_at text not null, primary key (school_id, return_id, version_id, item, "row"))`,
	`create table template_offer (
		template_id text primary key references template (id), note text not null, offered_by text not null, offered_at text not null)`,
	`create table template_follow (
		office_id text not null references unit (id), template_id text not null references template (id),
		seen_version_id text not null references template_version (id), copy_id text references template (id),
		followed_by text not null, followed_at text not null, primary key (office_id, template_id))`,
	`create index template_follow_template on template_follow (template_id)`,
];
