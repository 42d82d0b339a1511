import type { VersionState, VoiceGroup } from "./conduct/schema.ts";
import type { ReturnFault } from "./forms/fault.ts";

/**
 * Expected problems: a closed, typed list. A room throws `problem("code", details)`; the door answers with its status and the
 * sentence of `i18n/problems.ts`, which says how to mend it. Everything else that is thrown is a bug and is logged as one.
 */
export type Problems = {
	// anybody
	not_found: object;
	forbidden: object;
	invalid_input: { fields: { field: string; message: string }[] };
	too_large: { limitBytes: number };
	wrong_file_type: { wanted: string };
	wrong_origin: object;
	too_many_requests: { retryAfterSeconds: number };
	// units
	unit_code_taken: { code: string };
	unit_closed: { name: string };
	unit_open: { name: string };
	file_missing: object;
	workbook_encrypted: object;
	workbook_old: object;
	workbook_broken: object;
	workbook_too_big: object;
	not_utf8: { found: string };
	sheet_empty: object;
	header_not_found: object;
	too_many_rows: { limit: number };
	import_confirmed: object;
	nothing_to_import: object;
	map_broken: object;
	map_without_units: object;
	// templates
	template_code_taken: { code: string };
	definition_faulty: { faults: string[] };
	version_not_published: object;
	version_not_draft: object;
	version_draft_changed: object;
	version_faulty: { count: number };
	warnings_unconfirmed: { count: number };
	comparisons_missing: { items: string[] };
	template_offered: object;
	template_not_offered: object;
	template_nothing_new: object;
	campaign_not_open: object;
	campaign_on_version: object;
	// directives
	directive_taken: { number: string; issuedOn: string };
	task_number_taken: { number: string };
	task_in_use: { number: string };
	// campaigns
	no_recipients: object;
	due_before_opening: { opensOn: string; dueOn: string };
	opening_in_past: { opensOn: string; today: string };
	campaign_not_draft: object;
	campaign_not_issued: object;
	extension_not_later: { dueOn: string };
	already_submitted: { names: string[] };
	// returns
	return_incomplete: { faults: ReturnFault[] };
	answers_not_saved: { count: number };
	return_closed: { why: "submitted" | "accepted" | "campaign_closed" | "not_open_yet" };
	return_too_late: { dueOn: string };
	return_changed: { round: number };
	review_decided: { decision: "accepted" | "sent_back"; by: string; at: string };
	nothing_marked: object;
	photo_place: { item: string };
	photo_not_marked: { item: string };
	photo_id_reused: object;
	photos_full: { limit: number };
	photo_kind: { found: "heic" | "svg" | "gif" | "pdf" | "other" };
	photo_broken: object;
	photo_too_many_pixels: { megapixels: number };
	result_not_final: object;
	reason_missing: { items: string[] };
	// conduct
	conduct_not_issued: object;
	conduct_state: { state: VersionState };
	conduct_empty: object;
	conduct_changed: object;
	conduct_unread: object;
	conduct_not_published: object;
	nothing_offered: object;
	clause_demanded: { code: string; text: string };
	too_many_clauses: { limit: number };
	consultation_group: { group: VoiceGroup };
	consultation_ends_past: { closesOn: string; today: string };
	consultation_closed: { closesOn: string };
	too_many_links: { limit: number };
	meeting_day: { from: string; to: string };
	voice_given: object;
	link_unknown: object;
	link_used: { at: string };
	day_in_future: { day: string; today: string };
	decided_too_early: { closedOn: string; decidedOn: string };
	effective_too_early: { decidedOn: string; effectiveOn: string };
	reviewed_too_early: { publishedOn: string; reviewedOn: string };
	name_differs: { name: string };
	// people
	wrong_credentials: { attemptsLeft: number };
	account_locked: { until: string };
	account_blocked: object;
	too_many_attempts: { until: string };
	wrong_password: { attemptsLeft: number };
	same_password: object;
	password_too_close: object;
	code_unknown: object;
	code_used: object;
	code_expired: { on: string };
	username_taken: { username: string };
	role_does_not_fit: object;
	person_elsewhere: object;
	not_yourself: object;
	membership_exists: object;
	nothing_to_print: object;
	api_key_made: object;
	api_key_expiry: { from: string; to: string };
	too_many_api_keys: { limit: number };
	// papers
	report_without_tasks: { number: string };
	report_period: { from: string; to: string };
	report_state: { state: "draft" | "checked" | "issued" };
	report_changed: object;
	report_unknown_figures: { tokens: string[] };
	report_figures_moved: { count: number };
	report_parts_empty: { headings: string[] };
	report_number_taken: { number: number; year: string };
	report_too_early: { from: string };
	report_before_figures: { on: string };
	report_note_missing: object;
	report_open: object;
	letter_nobody_late: object;
	letter_nobody_accepted: object;
	letter_list_changed: { count: number };
	letter_changed: object;
	letter_issued: object;
	letter_number_taken: { number: number; sign: string; year: string };
	letter_too_early: { from: string };
	slip_code_unknown: object;
	paper_too_big: object;
	poster_too_long: object;
};

export type ProblemCode = keyof Problems;

const status: Partial<Record<ProblemCode, number>> = {
	not_found: 404,
	link_unknown: 404,
	slip_code_unknown: 404,
	forbidden: 403,
	wrong_origin: 403,
	too_large: 413,
	wrong_file_type: 415,
	photo_kind: 415,
	too_many_requests: 429,
	too_many_attempts: 429,
};

export type ProblemBody<C extends ProblemCode = ProblemCode> = { [K in C]: { code: K; details: Problems[K] } }[C];

export class Problem extends Error {
	readonly body: ProblemBody;
	readonly status: number;
	constructor(body: ProblemBody) {
		super(body.code);
		this.name = "Problem";
		this.body = body;
		this.status = status[body.code] ?? 422;
	}
}

/** Makes the problem to throw. HTTP status: the table above, 422 otherwise. */
export function problem<C extends ProblemCode>(code: C, details: Problems[C]): Problem {
	return new Problem({ code, details } as ProblemBody);
}
