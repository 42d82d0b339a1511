import type { JsonText } from "./columns.ts";

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
