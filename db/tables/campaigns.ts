import type { Flag, JsonText } from "./columns.ts";

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
