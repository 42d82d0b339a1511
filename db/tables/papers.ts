import type { JsonText } from "./columns.ts";

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
