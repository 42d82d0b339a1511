import type { Generated } from "kysely";
import type { Flag, JsonText } from "./columns.ts";

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
