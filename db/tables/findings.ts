import type { Flag } from "./columns.ts";

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
