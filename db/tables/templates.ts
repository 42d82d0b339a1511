import type { Generated } from "kysely";
import type { JsonText } from "./columns.ts";

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
