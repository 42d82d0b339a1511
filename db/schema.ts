/**
 * Every table, as Kysely sees it. Times are UTC ISO-8601 text, calendar days `2026-11-23`, booleans 0 or 1, JSON columns text:
 * the same on SQLite and PostgreSQL. A table that belongs to a school starts its primary key with `school_id`.
 */

import type { Generated } from "kysely";

/** 0 or 1: better-sqlite3 binds no booleans. */
export type Flag = 0 | 1;
/** JSON kept as text; the room that owns the table parses it with its zod schema. */
export type JsonText = string;

export type UnitTable = {
	id: string;
	/** Where the unit sits in the tree; who manages a school is `school.managed_by`. */
	parent_id: string | null;
	/** Code of a row of `unit_level`. */
	level: string;
	/** Official code, unique and immutable (Thông tư 42/2021 Đ10). */
	code: string;
	name: string;
	/** Name and code without tone marks, lower case: what search looks in. */
	search: string;
	/** Ids from the root to this unit, each followed by `/`: `a/b/c/`. A unit below another starts with its path. */
	path: string;
	status: "active" | "closed";
	created_at: string;
	updated_at: string;
};

export type UnitLevelTable = { code: string; name_vi: string; name_en: string; position: number };

export type SchoolTable = {
	school_id: string;
	kind: string;
	ownership: string;
	/** Unit that manages the school: Phòng, Sở or UBND xã. */
	managed_by: string;
	classrooms: number | null;
	pupils: number | null;
	staff: number | null;
	/** Number of sites (điểm trường), the main one included. */
	sites: number | null;
	updated_at: string;
};

export type UnitImportTable = {
	id: string;
	office_id: string;
	file_id: string;
	/** Column mapping chosen by the person, or null for the one found. */
	mapping: JsonText | null;
	state: "previewed" | "confirmed";
	/** Counts by fate. */
	summary: JsonText;
	created_by: string;
	created_at: string;
	confirmed_at: string | null;
};

/** Borders as an office uploaded them, simplified and laid out to be drawn. */
export type UnitMapTable = {
	office_id: string;
	file_name: string;
	/** What the outlines are drawn in. */
	width: number;
	height: number;
	/** `units/map-schema.ts#MapOutline[]`. */
	areas: JsonText;
	uploaded_by: string;
	uploaded_at: string;
};

/** Uploaded files; the bytes are in the file store under `key`. */
export type FileTable = {
	id: string;
	/** Unit the file belongs to; reading it is granted by the room that links to it. */
	unit_id: string;
	key: string;
	name: string;
	media_type: string;
	bytes: number;
	sha256: string;
	created_by: string;
	created_at: string;
};

/** A photograph that shows an answer: told by the device, looked at and written anew by the server. */
export type AnswerPhotoTable = {
	school_id: string;
	/** UUIDv7 made by the device. */
	id: string;
	return_id: string;
	item: string;
	/** Stable id of the roster row; "" outside rosters. */
	row: string;
	/** In the file store: `key` and `key-thumb`. */
	key: string;
	/** Of the bytes as they came: the same id with other bytes is refused. */
	source_sha256: string;
	/** Of the picture that is kept. */
	sha256: string;
	width: number;
	height: number;
	bytes: number;
	/** The device's clock, UTC. Told, never trusted. */
	taken_at: string | null;
	received_at: string;
	added_by: string;
	/** The latest round that it was sent with; null while it never was. */
	sent_round: number | null;
	/** Taken out by the school: shown no more, and destroyed unless a sending holds it. */
	removed_at: string | null;
	removed_by: string | null;
};

export type PersonTable = {
	/** The same id as the better-auth `user`. */
	id: string;
	name: string;
	username: string;
	/** Name and username without tone marks: what search looks in. */
	search: Generated<string>;
	/** Invited: no password yet, a one-time code opens the account. */
	status: "invited" | "active" | "blocked";
	must_change_password: Flag;
	failed_sign_ins: number;
	locked_until: string | null;
	locale: "vi" | "en" | null;
	created_at: string;
	updated_at: string;
};

export type MembershipTable = {
	id: string;
	person_id: string;
	unit_id: string;
	role: string;
	created_at: string;
	ended_at: string | null;
};

export type AccessCodeTable = {
	person_id: string;
	/** SHA-256 of the one-time code on the printed slip. */
	code_hash: string;
	expires_at: string;
	used_at: string | null;
	created_by: string;
	created_at: string;
};

/** A key with which a program outside reads an office's data. The key itself is nowhere. */
export type ApiTokenTable = {
	id: string;
	office_id: string;
	name: string;
	/** SHA-256 of the key. */
	token_hash: string;
	/** Its last characters, to tell keys apart. */
	ending: string;
	/** `people/schema.ts#ApiRead[]`. */
	reads: JsonText;
	/** Last calendar day on which it opens anything. */
	expires_on: string;
	created_by: string;
	created_at: string;
	revoked_by: string | null;
	revoked_at: string | null;
	last_used_at: string | null;
	/** Requests in the minute that began at `window_at`. */
	window_at: string | null;
	window_count: Generated<number>;
};

export type TemplateTable = {
	id: string;
	office_id: string;
	code: string;
	kind: "form" | "conduct";
	/** Words as JSON `{vi,en}`. */
	title: JsonText;
	/** The superior's version that it was copied from; null: the office's own from the start. */
	origin_version_id: string | null;
	created_at: string;
};

export type TemplateVersionTable = {
	id: string;
	template_id: string;
	number: number;
	state: "draft" | "published" | "retired";
	/** `forms/schema.ts#Definition`. */
	definition: JsonText;
	/** `conduct/content-schema.ts#ConductContent` of a conduct template; null of a form. */
	conduct: JsonText | null;
	/** Kinds of school it fits, JSON array. */
	kinds: JsonText;
	valid_from: string | null;
	valid_to: string | null;
	/** Lines of legal basis, JSON array of `{text, verified}`. */
	legal_basis: JsonText;
	/** Who compared it with the official annex, and when; null: it says *bản làm việc, chưa đối chiếu*. */
	checked_by: string | null;
	checked_at: string | null;
	/** The annex it was compared with, as it was uploaded. */
	check_file_id: string | null;
	published_at: string | null;
	/** Of a draft: grows with every batch of edits. */
	revision: Generated<number>;
	edited_by: Generated<string | null>;
	edited_at: Generated<string | null>;
	/** Items that the officer was asked about at publishing, by code: `same` compares with the version before, `other` does not. */
	comparisons: Generated<JsonText>;
	/** When it was taken out of use: by hand with a reason, or by the next version. */
	retired_at: string | null;
	retired_by: string | null;
	retired_reason: Generated<string>;
};

/** A template that an office offers to the offices below it. */
export type TemplateOfferTable = { template_id: string; note: string; offered_by: string; offered_at: string };

/** An office that is told of new versions of a superior's template. */
export type TemplateFollowTable = {
	office_id: string;
	template_id: string;
	/** The version it works with: a newer one is announced. */
	seen_version_id: string;
	/** Its own copy that takes over what changes; null: it issues the superior's template as it is. */
	copy_id: string | null;
	followed_by: string;
	followed_at: string;
};

export type TemplateEditTable = {
	version_id: string;
	/** Of the version once it was done. */
	revision: number;
	/** Given by the page: the same batch is done once. */
	batch_id: string;
	/** `authoring/edit-schema.ts#Edit[]` as they were done. */
	edits: JsonText;
	/** What its author was told of it, in case the answer is lost: `{conflicts, recoding}`. */
	told: JsonText;
	person_id: string;
	at: string;
};

export type DirectiveTable = {
	id: string;
	office_id: string;
	number: string;
	issued_on: string;
	issuer: string;
	abstract: string;
	signer: string;
	received_on: string | null;
	report_due_on: string | null;
	file_id: string | null;
	search: string;
	created_by: string;
	created_at: string;
};

export type DirectiveTaskTable = {
	id: string;
	directive_id: string;
	/** As the letter numbers it: `4b`. */
	number: string;
	position: number;
	title: string;
	detail: string;
	/** 1 when the education sector carries it out. */
	ours: Flag;
};

export type CampaignTable = {
	id: string;
	office_id: string;
	title: string;
	version_id: string;
	instruction: string;
	file_id: string | null;
	/** Calendar days in the office's time zone. */
	opens_on: string;
	due_on: string;
	/** What happens to a return after the due day: refused, or taken and marked late. */
	late: "refuse" | "mark";
	state: "draft" | "issued" | "closed";
	/** Recipient filter as chosen: `{kinds, communes, ownerships, managers}`. */
	filter: JsonText;
	/** Frozen at issue: the denominator of every rate. */
	recipients: number;
	search: string;
	issued_at: string | null;
	issued_by: string | null;
	closed_at: string | null;
	closed_by: string | null;
	created_by: string;
	created_at: string;
	updated_at: string;
};

/** A campaign that was moved to a newer version of its template while it was open. */
export type CampaignMoveTable = {
	campaign_id: string;
	/** 1, 2, … of the campaign. */
	number: number;
	from_version_id: string;
	to_version_id: string;
	moved_by: string;
	moved_at: string;
	/** Null while returns are still being moved. */
	finished_at: string | null;
};

export type CampaignTaskTable = { campaign_id: string; task_id: string };

export type RecipientState = "not_started" | "draft" | "submitted" | "sent_back" | "accepted";

/** One school in one campaign, frozen as it was at issue, with the progress of its return beside it. */
export type RecipientTable = {
	school_id: string;
	campaign_id: string;
	return_id: string;
	/** The version its return stays on; null: the campaign's. */
	version_id: string | null;
	code: string;
	name: string;
	search: string;
	kind: string;
	ownership: string;
	managed_by: string;
	commune_id: string;
	commune: string;
	/** Path of the school's ancestors at issue, the school itself included. */
	path: string;
	due_on: string;
	/** Why `due_on` differs from the campaign's; empty when it does not. */
	extension_reason: string;
	state: RecipientState;
	/** Share of visible items answered, 0–100, while filling. */
	progress: number;
	opened_at: string | null;
	/** First and latest submission. */
	first_submitted_at: string | null;
	submitted_at: string | null;
	/** Judged by the first submission against `due_on`. */
	on_time: Flag | null;
	reviewed_at: string | null;
	/** Result of the latest submission: met, not_met, provisional, none; null before the first. */
	verdict: string | null;
	met: number | null;
	counted: number | null;
	/** One decimal, kept as tenths (925 = 92.5 %) so that both engines compare alike. */
	percent_tenths: number | null;
	/** `forms/schema.ts#Verdict["reasons"]`. */
	reasons: JsonText | null;
	open_findings: number;
};

/** Counters of a campaign under one unit. `item` "" holds counts of returns, otherwise of that item's outcomes. */
export type TallyTable = {
	campaign_id: string;
	unit_id: string;
	item: string;
	outcome: string;
	/** Spreads hot counters over rows on PostgreSQL; always 0 on SQLite. Readers sum over shards. */
	shard: number;
	n: number;
};

export type ReturnTable = {
	school_id: string;
	id: string;
	campaign_id: string;
	version_id: string;
	state: Exclude<RecipientState, "not_started">;
	/** Grows with every applied operation: the base that the next one must know. */
	revision: number;
	/** Number of submissions so far. */
	round: number;
	opened_at: string;
	updated_at: string;
};

export type AnswerTable = {
	school_id: string;
	return_id: string;
	item: string;
	/** Stable id of the roster row; "" for an item outside rosters. */
	row: string;
	/** `AnswerValue` as JSON. */
	value: JsonText;
	note: string;
	/** `Measure` as JSON or null. */
	measure: JsonText | null;
	/** The return's revision at which this answer was last changed. */
	revision: number;
	operation_id: string;
	answered_by: string;
	answered_at: string;
};

/** An answer that did not go along when its return moved to a newer version, as it was given on `version_id`. */
export type AnswerAsideTable = {
	school_id: string;
	return_id: string;
	version_id: string;
	item: string;
	row: string;
	value: JsonText;
	note: string;
	measure: JsonText | null;
	answered_by: string;
	answered_at: string;
};

export type AnswerEventTable = {
	school_id: string;
	/** Operation id, made by the device. */
	id: string;
	return_id: string;
	/** SHA-256 of the operation's content: the same id with other content is refused. */
	content_hash: string;
	/** The operation as JSON. */
	operation: JsonText;
	/** Revision it produced, or null when it met another answer and nothing was changed. */
	revision: number | null;
	actor_id: string;
	received_at: string;
};

/** A submitted return, frozen whole: exports, reports, differences and reviews read this, never the living answers. */
export type SubmissionTable = {
	school_id: string;
	return_id: string;
	round: number;
	campaign_id: string;
	/** `Answers` as JSON, visible items only, computed items included. */
	answers: JsonText;
	/** `Verdict` as JSON. */
	verdict: JsonText;
	/** `Figures` as JSON, `{}` where the form has none. */
	figures: Generated<JsonText>;
	sha256: string;
	on_time: Flag;
	/** When the person pressed send, by the device's clock; the server's receipt decides. */
	device_at: string | null;
	submitted_by: string;
	submitted_at: string;
};

export type ReviewTable = {
	school_id: string;
	return_id: string;
	round: number;
	decision: "accepted" | "sent_back";
	remark: string;
	/** `[{item,row,reason}]` for what was sent back. */
	items: JsonText;
	reviewed_by: string;
	reviewed_at: string;
};

export type FindingTable = {
	school_id: string;
	id: string;
	campaign_id: string;
	return_id: string;
	item: string;
	row: string;
	knockout: Flag;
	mandatory: Flag;
	remark: string;
	measure: string;
	owner: string;
	due_on: string | null;
	/** Whether the superior must help, and how. */
	superior: Flag;
	request: string;
	state: "open" | "mended";
	raised_at: string;
	mended_at: string | null;
};

/** An accepted result that its school made public; taken back, the row is gone and the audit tells. */
export type PublicResultTable = { school_id: string; return_id: string; published_by: string; published_at: string };

/** One version of a school's code of conduct. */
export type ConductVersionTable = {
	school_id: string;
	id: string;
	/** 1, 2, … at the school. */
	number: number;
	template_version_id: string;
	/** Template of that version: what is repealed in its newest version is repealed here. */
	template_id: string;
	state: "draft" | "consulting" | "consulted" | "decided" | "published" | "superseded";
	/** `conduct/schema.ts#SchoolContent`. */
	content: JsonText;
	/** Grows with every change of the text: the base that the next one must know. */
	revision: number;
	/** Of what people read, frozen when a consultation opens; null while the text may change. */
	sha256: string | null;
	/** Codes of the modules with a clause in force, and groups they cover, each between spaces: ` a b `. Frozen with the text. */
	modules: string;
	groups: string;
	/** First day on which something that the text cites is repealed, as far as its own text tells; null: none known. */
	outdated_from: string | null;
	/** Whether the meaning may have changed against the version before: everybody is asked again. */
	material: Flag;
	/** Number of the oldest version whose signatures spare a person from being asked about this one. */
	covers_from: number;
	change_note: string;
	/** Round of consultation that was closed with a majority. */
	consultation_id: string | null;
	decision_number: string | null;
	decided_on: string | null;
	signer: string | null;
	decision_file_id: string | null;
	decided_by: string | null;
	decided_at: string | null;
	published_on: string | null;
	effective_on: string | null;
	/** Address on the web; "" when it only hangs on the notice board. */
	on_web: string;
	on_board: Flag;
	in_classrooms: Flag;
	/** `conduct/schema.ts#Channels`. */
	channels: JsonText | null;
	publication_file_id: string | null;
	published_by: string | null;
	published_at: string | null;
	superseded_at: string | null;
	created_by: string;
	created_at: string;
	updated_at: string;
};

/** One round of asking about one version. */
export type ConsultationTable = {
	school_id: string;
	id: string;
	version_id: string;
	round: number;
	opened_at: string;
	opened_by: string;
	/** Last calendar day on which a voice counts. */
	closes_on: string;
	closed_at: string | null;
	closed_by: string | null;
	/** `conduct/schema.ts#AskedGroup[]`. */
	groups: JsonText;
	/** What was read in this round. */
	sha256: string;
	/** Counted at closing. */
	result: "majority" | "no_majority" | null;
	voices: number | null;
	agreed: number | null;
};

/** A link to be heard without an account. The token itself is nowhere. */
export type ConsultationLinkTable = {
	school_id: string;
	id: string;
	consultation_id: string;
	token_hash: string;
	group: string;
	label: string;
	created_by: string;
	created_at: string;
	used_at: string | null;
};

/** One voice. The key holds who it is of, so that nobody has two. */
export type ConsultationVoiceTable = {
	school_id: string;
	consultation_id: string;
	/** `person/<id>` or `link/<id>`. Never shown beside what was said. */
	voter: string;
	group: string;
	agrees: Flag;
	comment: string;
	/** `conduct/schema.ts#ClauseRemark[]`. */
	remarks: JsonText;
	at: string;
};

/** Voices counted by hand at a meeting. */
export type ConsultationMeetingTable = {
	school_id: string;
	id: string;
	consultation_id: string;
	group: string;
	held_on: string;
	present: number;
	agreed: number;
	file_id: string | null;
	created_by: string;
	created_at: string;
};

/** What a person has done with one version. */
export type AcknowledgementTable = {
	school_id: string;
	version_id: string;
	person_id: string;
	/** Of what the person was shown. */
	sha256: string;
	opened_at: string;
	read_at: string | null;
	signed_at: string | null;
	signed_name: string | null;
	receipt: string | null;
};

export type ConductReviewTable = {
	school_id: string;
	/** `2026-2027`. */
	school_year: string;
	version_id: string;
	reviewed_on: string;
	outcome: "keep" | "amend";
	note: string;
	reviewed_by: string;
	reviewed_at: string;
};

/** A reminder to acknowledge, shown in the person's own pages; one a day at most. */
export type ConductNoticeTable = {
	school_id: string;
	version_id: string;
	person_id: string;
	sent_on: string;
	sent_by: string;
	sent_at: string;
};

/** A report of an office on a letter; what it says is in its versions. */
export type ReportTable = {
	id: string;
	office_id: string;
	directive_id: string;
	created_by: string;
	created_at: string;
};

/** One version of a report: the first, or a later correction. Issued ones never change. */
export type ReportVersionTable = {
	report_id: string;
	/** 1, 2, … */
	number: number;
	/** Of the report, so that document numbers are unique within an office. */
	office_id: string;
	state: "draft" | "checked" | "issued";
	/** Grows with every change: a change knows the one before. */
	revision: number;
	period_from: string;
	period_to: string;
	/** `papers/schema.ts#Content`. */
	content: JsonText;
	/** `papers/schema.ts#KeptFigures`: values as drafted, or as last accepted. */
	figures: JsonText;
	/** What a correction changes; "" in the first version. */
	change_note: string;
	checked_by: string | null;
	checked_at: string | null;
	document_number: number | null;
	/** Numbers begin anew each year. */
	number_year: string | null;
	issued_on: string | null;
	/** `TRƯỞNG PHÒNG` in lower case, a line each; and the name under it: text, so that it outlives every account. */
	capacity: string | null;
	signer: string | null;
	issued_by: string | null;
	issued_at: string | null;
	/** `Paper` as JSON, as it was issued. */
	paper: JsonText | null;
	docx_file_id: string | null;
	docx_sha256: string | null;
	pdf_file_id: string | null;
	pdf_sha256: string | null;
	xlsx_file_id: string | null;
	xlsx_sha256: string | null;
	created_by: string;
	created_at: string;
	updated_at: string;
};

/** What an office writes to schools about a campaign: a reminder to many, or the notice of a result to one. Issued ones never change. */
export type LetterTable = {
	id: string;
	office_id: string;
	campaign_id: string;
	kind: "reminder" | "result";
	/** The draft of notices is what each of them is written from, and stays a draft. */
	state: "draft" | "issued";
	revision: number;
	/** `papers/letter-schema.ts#LetterContent`. */
	content: JsonText;
	/** `TB-PGDĐT`; numbers begin anew each year and are counted apart for each sign. */
	sign: string | null;
	document_number: number | null;
	number_year: string | null;
	issued_on: string | null;
	/** A line each; and the name under them: text, so that it outlives every account. */
	capacity: string | null;
	signer: string | null;
	issued_by: string | null;
	issued_at: string | null;
	/** `Paper` as JSON, as it was issued. */
	paper: JsonText | null;
	/** Null while the files of an issued notice are still to be written. */
	docx_file_id: string | null;
	docx_sha256: string | null;
	pdf_file_id: string | null;
	pdf_sha256: string | null;
	created_by: string;
	created_at: string;
	updated_at: string;
};

/** A school that an issued letter is for, as it stood then. */
export type LetterSchoolTable = {
	school_id: string;
	letter_id: string;
	campaign_id: string;
	kind: LetterTable["kind"];
	return_id: string;
	/** Its line in the list of the letter. */
	position: number;
	due_on: string;
};

/** By which anybody tells a printed return from a made-up one. */
export type ReturnCodeTable = {
	school_id: string;
	return_id: string;
	round: number;
	/** 80 random bits: sixteen signs. */
	code: string;
	made_by: string;
	made_at: string;
};

export type AuditEventTable = {
	/** Unit whose chain this is. */
	unit_id: string;
	seq: number;
	at: string;
	actor_id: string | null;
	actor_name: string;
	event: string;
	subject: string;
	before: JsonText | null;
	after: JsonText | null;
	prev_hash: string;
	hash: string;
};

/** Last link of each chain, and how many rows there must be. */
export type AuditHeadTable = { unit_id: string; seq: number; hash: string };

/**
 * better-auth's own tables, in its names and types (dates: text on SQLite, timestamptz on PostgreSQL). Sessions are opened and
 * renewed by better-auth; the people room writes accounts and passwords, and ends sessions, in its own transactions.
 */
export type SessionTable = {
	id: string;
	token: string;
	userId: string;
	expiresAt: string | Date;
	createdAt: string | Date;
	updatedAt: string | Date;
	ipAddress: string | null;
	userAgent: string | null;
};

export type UserTable = {
	id: string;
	name: string;
	email: string;
	emailVerified: Flag | boolean;
	image: string | null;
	createdAt: string | Date;
	updatedAt: string | Date;
	username: string | null;
	displayUsername: string | null;
};

export type AccountTable = {
	id: string;
	accountId: string;
	providerId: string;
	userId: string;
	password: string | null;
	createdAt: string | Date;
	updatedAt: string | Date;
};

/** Attempts per key (address, unknown username) in the window that began, or was last touched, at `lastRequest` (ms). */
export type RateLimitTable = { id: string; key: string; count: number; lastRequest: number };

export type Schema = {
	unit_level: UnitLevelTable;
	unit: UnitTable;
	school: SchoolTable;
	unit_import: UnitImportTable;
	unit_map: UnitMapTable;
	file: FileTable;
	answer_photo: AnswerPhotoTable;
	person: PersonTable;
	membership: MembershipTable;
	access_code: AccessCodeTable;
	api_token: ApiTokenTable;
	template: TemplateTable;
	template_version: TemplateVersionTable;
	template_edit: TemplateEditTable;
	template_offer: TemplateOfferTable;
	template_follow: TemplateFollowTable;
	directive: DirectiveTable;
	directive_task: DirectiveTaskTable;
	campaign: CampaignTable;
	campaign_task: CampaignTaskTable;
	campaign_move: CampaignMoveTable;
	recipient: RecipientTable;
	tally: TallyTable;
	return: ReturnTable;
	answer: AnswerTable;
	answer_event: AnswerEventTable;
	answer_aside: AnswerAsideTable;
	submission: SubmissionTable;
	review: ReviewTable;
	finding: FindingTable;
	public_result: PublicResultTable;
	conduct_version: ConductVersionTable;
	consultation: ConsultationTable;
	consultation_link: ConsultationLinkTable;
	consultation_voice: ConsultationVoiceTable;
	consultation_meeting: ConsultationMeetingTable;
	acknowledgement: AcknowledgementTable;
	conduct_review: ConductReviewTable;
	conduct_notice: ConductNoticeTable;
	report: ReportTable;
	report_version: ReportVersionTable;
	letter: LetterTable;
	letter_school: LetterSchoolTable;
	return_code: ReturnCodeTable;
	audit_event: AuditEventTable;
	audit_head: AuditHeadTable;
	session: SessionTable;
	user: UserTable;
	account: AccountTable;
	rateLimit: RateLimitTable;
};
