import type { Flag } from "./columns.ts";

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
