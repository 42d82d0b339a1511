import { type Kysely, sql } from "kysely";

/** Reports of an office to whoever sent it a letter, and their versions: drafts, and issued ones with their files. Frozen. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
	`create table report (
		id text primary key, office_id text not null references unit (id), directive_id text not null references directive (id),
		created_by text not null, created_at text not null)`,
	`create index report_office on report (office_id, created_at, id)`,
	`create index report_directive on report (directive_id)`,
	`create table report_version (
		report_id text not null references report (id), number integer not null, office_id text not null references unit (id),
		state text not null check (state in ('draft', 'checked', 'issued')), revision integer not null,
		period_from text not null, period_to text not null, content text not null, figures text not null,
		change_note text not null default '', checked_by text, checked_at text,
		document_number integer, number_year text, issued_on text, capacity text, signer text, issued_by text, issued_at text, paper text,
		docx_file_id text references file (id), docx_sha256 text, pdf_file_id text references file (id), pdf_sha256 text,
		xlsx_file_id text references file (id), xlsx_sha256 text,
		created_by text not null, created_at text not null, updated_at text not null,
		primary key (report_id, number))`,
	// One version is being written at a time; a number is given once a year.
	`create unique index report_version_open on report_version (report_id) where state <> 'issued'`,
	`create unique index report_version_document on report_version (office_id, number_year, document_number)`,
];
