import { type Kysely, sql } from "kysely";
import type { Engine } from "../engine.ts";

/** The code of conduct: its text in templates; versions, consultations, acknowledgements and reviews of schools. Frozen. */
export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
	const clustered = engine === "sqlite" ? " without rowid" : "";
	for (const statement of statements(clustered)) await sql.raw(statement).execute(db);
}

function statements(clustered: string): string[] {
	return [
		`alter table template_version add column conduct text`,
		// Some ten kilobytes of text a row: it stands last and the table has a rowid, so that lists on SQLite never read through it.
		`create table conduct_version (
			school_id text not null references unit (id), id text not null, number integer not null,
			template_version_id text not null references template_version (id), template_id text not null references template (id),
			state text not null check (state in ('draft', 'consulting', 'consulted', 'decided', 'published', 'superseded')),
			revision integer not null, sha256 text, modules text not null, "groups" text not null,
			outdated_from text, material integer not null, covers_from integer not null, change_note text not null,
			consultation_id text, decision_number text, decided_on text, signer text, decision_file_id text references file (id),
			decided_by text, decided_at text, published_on text, effective_on text, on_web text not null default '',
			on_board integer not null default 0, in_classrooms integer not null default 0, channels text,
			publication_file_id text references file (id), published_by text, published_at text, superseded_at text,
			created_by text not null, created_at text not null, updated_at text not null, content text not null,
			primary key (school_id, id), unique (school_id, number))`,
		`create unique index conduct_version_open on conduct_version (school_id)
			where state in ('draft', 'consulting', 'consulted', 'decided')`,
		`create unique index conduct_version_published on conduct_version (school_id) where state = 'published'`,
		`create table consultation (
			school_id text not null, id text not null, version_id text not null, round integer not null, opened_at text not null,
			opened_by text not null, closes_on text not null, closed_at text, closed_by text, "groups" text not null,
			sha256 text not null, result text check (result in ('majority', 'no_majority')), voices integer, agreed integer,
			primary key (school_id, id), unique (school_id, version_id, round))${clustered}`,
		`create table consultation_link (
			school_id text not null, id text not null, consultation_id text not null, token_hash text not null, "group" text not null,
			label text not null, created_by text not null, created_at text not null, used_at text,
			primary key (school_id, id), unique (school_id, token_hash))${clustered}`,
		`create index consultation_link_token on consultation_link (token_hash)`,
		`create index consultation_link_round on consultation_link (school_id, consultation_id)`,
		`create table consultation_voice (
			school_id text not null, consultation_id text not null, voter text not null, "group" text not null,
			agrees integer not null, comment text not null, remarks text not null, at text not null,
			primary key (school_id, consultation_id, voter))${clustered}`,
		`create table consultation_meeting (
			school_id text not null, id text not null, consultation_id text not null, "group" text not null, held_on text not null,
			present integer not null check (present > 0), agreed integer not null check (agreed >= 0 and agreed <= present),
			file_id text references file (id), created_by text not null, created_at text not null,
			primary key (school_id, id))${clustered}`,
		`create index consultation_meeting_round on consultation_meeting (school_id, consultation_id)`,
		`create table acknowledgement (
			school_id text not null, version_id text not null, person_id text not null references person (id), sha256 text not null,
			opened_at text not null, read_at text, signed_at text, signed_name text, receipt text,
			primary key (school_id, version_id, person_id))${clustered}`,
		`create index acknowledgement_person on acknowledgement (person_id)`,
		`create table conduct_review (
			school_id text not null references unit (id), school_year text not null, version_id text not null,
			reviewed_on text not null, outcome text not null check (outcome in ('keep', 'amend')), note text not null,
			reviewed_by text not null, reviewed_at text not null, primary key (school_id, school_year))${clustered}`,
		`create table conduct_notice (
			school_id text not null, version_id text not null, person_id text not null references person (id), sent_on text not null,
			sent_by text not null, sent_at text not null, primary key (school_id, version_id, person_id, sent_on))${clustered}`,
		`create index conduct_notice_person on conduct_notice (person_id, school_id)`,
	];
}
