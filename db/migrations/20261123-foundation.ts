import { type Kysely, sql } from "kysely";
import type { Engine } from "../engine.ts";

/**
 * The first turn of the chain: units, people, templates, directives, campaigns, returns, findings, audit. Frozen: a later
 * change is a later migration.
 */
export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
	// School-owned tables are clustered by school on SQLite; PostgreSQL has no such clause.
	const clustered = engine === "sqlite" ? " without rowid" : "";
	const auth = engine === "sqlite" ? { date: "date", bool: "integer" } : { date: "timestamptz", bool: "boolean" };
	// Paths and search keys compare byte by byte on both engines, whatever the server's locale.
	const bytewise = engine === "sqlite" ? "text" : 'text collate "C"';
	for (const statement of statements(clustered, auth, bytewise)) await sql.raw(statement).execute(db);
}

function statements(clustered: string, auth: { date: string; bool: string }, bytewise: string): string[] {
	return [
		`create table unit_level (code text primary key, name_vi text not null, name_en text not null, position integer not null)`,
		`create table unit (
			id text primary key, parent_id text references unit (id), level text not null references unit_level (code),
			code text not null unique, name text not null, search ${bytewise} not null, path ${bytewise} not null unique,
			status text not null check (status in ('active', 'closed')), created_at text not null, updated_at text not null)`,
		`create index unit_parent on unit (parent_id)`,
		`create index unit_level_search on unit (level, search, id)`,
		`create table school (
			school_id text primary key references unit (id), kind text not null, ownership text not null,
			managed_by text not null references unit (id), classrooms integer check (classrooms >= 0),
			pupils integer check (pupils >= 0), staff integer check (staff >= 0), sites integer check (sites >= 0),
			updated_at text not null)`,
		`create table file (
			id text primary key, unit_id text not null references unit (id), key text not null unique, name text not null,
			media_type text not null, bytes integer not null, sha256 text not null, created_by text not null, created_at text not null)`,
		`create table unit_import (
			id text primary key, office_id text not null references unit (id), file_id text not null references file (id),
			mapping text, state text not null check (state in ('previewed', 'confirmed')), summary text not null,
			created_by text not null, created_at text not null, confirmed_at text)`,

		// better-auth's own tables: its names, its types.
		`create table "user" (
			id text primary key, name text not null, email text not null unique, "emailVerified" ${auth.bool} not null, image text,
			"createdAt" ${auth.date} not null, "updatedAt" ${auth.date} not null, username text unique, "displayUsername" text)`,
		`create table session (
			id text primary key, "expiresAt" ${auth.date} not null, token text not null unique, "createdAt" ${auth.date} not null,
			"updatedAt" ${auth.date} not null, "ipAddress" text, "userAgent" text,
			"userId" text not null references "user" (id) on delete cascade)`,
		`create index session_of_user on session ("userId")`,
		`create table account (
			id text primary key, "accountId" text not null, "providerId" text not null,
			"userId" text not null references "user" (id) on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text,
			"accessTokenExpiresAt" ${auth.date}, "refreshTokenExpiresAt" ${auth.date}, scope text, password text,
			"createdAt" ${auth.date} not null, "updatedAt" ${auth.date} not null)`,
		`create index account_of_user on account ("userId")`,
		`create table verification (
			id text primary key, identifier text not null, value text not null, "expiresAt" ${auth.date} not null,
			"createdAt" ${auth.date} not null, "updatedAt" ${auth.date} not null)`,
		`create index verification_identifier on verification (identifier)`,
		`create table "rateLimit" (id text primary key, key text not null unique, count integer not null, "lastRequest" bigint not null)`,

		`create table person (
			id text primary key references "user" (id), name text not null, username text not null unique,
			search ${bytewise} not null default '',
			status text not null check (status in ('invited', 'active', 'blocked')),
			must_change_password integer not null default 0, failed_sign_ins integer not null default 0, locked_until text,
			locale text, created_at text not null, updated_at text not null)`,
		`create index person_search on person (search, id)`,
		`create table membership (
			id text primary key, person_id text not null references person (id), unit_id text not null references unit (id),
			role text not null, created_at text not null, ended_at text)`,
		`create index membership_person on membership (person_id)`,
		`create index membership_unit on membership (unit_id)`,
		`create table access_code (
			person_id text primary key references person (id), code_hash text not null unique, expires_at text not null,
			used_at text, created_by text not null, created_at text not null)`,

		`create table template (
			id text primary key, office_id text not null references unit (id), code text not null,
			kind text not null check (kind in ('form', 'conduct')), title text not null, created_at text not null,
			unique (office_id, code))`,
		`create table template_version (
			id text primary key, template_id text not null references template (id), number integer not null,
			state text not null check (state in ('draft', 'published', 'retired')), definition text not null, kinds text not null,
			valid_from text, valid_to text, legal_basis text not null, checked_by text, checked_at text, published_at text,
			unique (template_id, number))`,

		`create table directive (
			id text primary key, office_id text not null references unit (id), number text not null, issued_on text not null,
			issuer text not null, abstract text not null, signer text not null, received_on text, report_due_on text,
			file_id text references file (id), search ${bytewise} not null, created_by text not null, created_at text not null)`,
		`create unique index directive_number on directive (office_id, number, issued_on)`,
		`create table directive_task (
			id text primary key, directive_id text not null references directive (id), number text not null, position integer not null,
			title text not null, detail text not null, ours integer not null, unique (directive_id, number))`,

		`create table campaign (
			id text primary key, office_id text not null references unit (id), title text not null,
			version_id text not null references template_version (id), instruction text not null, file_id text references file (id),
			opens_on text not null, due_on text not null, late text not null check (late in ('refuse', 'mark')),
			state text not null check (state in ('draft', 'issued', 'closed')), filter text not null, recipients integer not null,
			search text not null, issued_at text, issued_by text, closed_at text, closed_by text, created_by text not null,
			created_at text not null, updated_at text not null)`,
		`create index campaign_office on campaign (office_id, created_at, id)`,
		`create table campaign_task (
			campaign_id text not null references campaign (id), task_id text not null references directive_task (id),
			primary key (campaign_id, task_id))${clustered}`,
		`create index campaign_task_task on campaign_task (task_id)`,
		`create table recipient (
			school_id text not null references unit (id), campaign_id text not null references campaign (id), return_id text not null,
			code text not null, name text not null, search ${bytewise} not null, kind text not null, ownership text not null,
			managed_by text not null, commune_id text not null, commune text not null, path ${bytewise} not null, due_on text not null,
			extension_reason text not null default '',
			state text not null check (state in ('not_started', 'draft', 'submitted', 'sent_back', 'accepted')),
			progress integer not null default 0, opened_at text, first_submitted_at text, submitted_at text, on_time integer,
			reviewed_at text, verdict text, met integer, counted integer, percent_tenths integer, reasons text,
			open_findings integer not null default 0,
			primary key (school_id, campaign_id))${clustered}`,
		`create unique index recipient_return on recipient (return_id)`,
		`create index recipient_name on recipient (campaign_id, search, school_id)`,
		`create index recipient_state on recipient (campaign_id, state, search, school_id)`,
		`create table tally (
			campaign_id text not null, unit_id text not null, item text not null, outcome text not null, shard integer not null,
			n integer not null, primary key (campaign_id, unit_id, item, outcome, shard))${clustered}`,

		`create table return (
			school_id text not null references unit (id), id text not null, campaign_id text not null references campaign (id),
			version_id text not null references template_version (id),
			state text not null check (state in ('draft', 'submitted', 'sent_back', 'accepted')), revision integer not null,
			round integer not null, opened_at text not null, updated_at text not null, primary key (school_id, id))${clustered}`,
		`create table answer (
			school_id text not null, return_id text not null, item text not null, "row" text not null, value text not null,
			note text not null, measure text, revision integer not null, operation_id text not null, answered_by text not null,
			answered_at text not null, primary key (school_id, return_id, item, "row"))${clustered}`,
		`create table answer_event (
			school_id text not null, id text not null, return_id text not null, content_hash text not null, operation text not null,
			revision integer, actor_id text not null, received_at text not null, primary key (school_id, id))${clustered}`,
		`create table submission (
			school_id text not null, return_id text not null, round integer not null, campaign_id text not null, answers text not null,
			verdict text not null, sha256 text not null, on_time integer not null, device_at text, submitted_by text not null,
			submitted_at text not null, primary key (school_id, return_id, round))`,
		`create index submission_campaign on submission (campaign_id, school_id, round)`,
		`create table review (
			school_id text not null, return_id text not null, round integer not null,
			decision text not null check (decision in ('accepted', 'sent_back')), remark text not null, items text not null,
			reviewed_by text not null, reviewed_at text not null, primary key (school_id, return_id, round))${clustered}`,
		`create table finding (
			school_id text not null, id text not null, campaign_id text not null, return_id text not null, item text not null,
			"row" text not null, knockout integer not null, mandatory integer not null, remark text not null, measure text not null,
			owner text not null, due_on text, superior integer not null, request text not null,
			state text not null check (state in ('open', 'mended')), raised_at text not null, mended_at text,
			primary key (school_id, id), unique (school_id, return_id, item, "row"))${clustered}`,
		`create index finding_item on finding (campaign_id, item, state)`,
		`create index finding_open on finding (campaign_id, state, due_on, superior)`,

		`create table audit_event (
			unit_id text not null, seq integer not null, at text not null, actor_id text, actor_name text not null, event text not null,
			subject text not null, before text, after text, prev_hash text not null, hash text not null, primary key (unit_id, seq))`,
		`create index audit_event_at on audit_event (at)`,
		`create table audit_head (unit_id text primary key, seq integer not null, hash text not null)${clustered}`,
	];
}
