import { type Kysely, sql } from "kysely";

/** Letters of an office about a campaign (reminders, notices of results), the schools they are for, and codes of printed returns. Frozen. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
	`create table letter (
		id text primary key, office_id text not null references unit (id), campaign_id text not null references campaign (id),
		kind text not null check (kind in ('reminder', 'result')), state text not null check (state in ('draft', 'issued')),
		revision integer not null, content text not null,
		sign text, document_number integer, number_year text, issued_on text, capacity text, signer text, issued_by text, issued_at text,
		paper text, docx_file_id text references file (id), docx_sha256 text, pdf_file_id text references file (id), pdf_sha256 text,
		created_by text not null, created_at text not null, updated_at text not null)`,
	// One of a kind is being written at a time; a number is given once a year among those of one sign.
	`create unique index letter_open on letter (campaign_id, kind) where state = 'draft'`,
	`create unique index letter_document on letter (office_id, number_year, sign, document_number)`,
	`create index letter_campaign on letter (campaign_id, kind, state, number_year, document_number)`,
	`create table letter_school (
		school_id text not null references unit (id), letter_id text not null references letter (id),
		campaign_id text not null references campaign (id), kind text not null, return_id text not null, position integer not null,
		due_on text not null, primary key (school_id, letter_id))`,
	`create index letter_school_letter on letter_school (letter_id, position)`,
	// A result is told once.
	`create unique index letter_school_result on letter_school (return_id) where kind = 'result'`,
	`create table return_code (
		school_id text not null references unit (id), return_id text not null, round integer not null, code text not null,
		made_by text not null, made_at text not null, primary key (school_id, return_id, round))`,
	`create unique index return_code_code on return_code (code)`,
];
