import type { Flag, JsonText } from "./columns.ts";

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
