import type { Generated } from "kysely";
import type { RecipientState } from "./campaigns.ts";
import type { Flag, JsonText } from "./columns.ts";

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

/** An accepted result that its school made public; taken back, the row is gone and the audit tells. */
export type PublicResultTable = { school_id: string; return_id: string; published_by: string; published_at: string };
