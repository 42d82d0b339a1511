/** Shapes that the ways in and out share. */
import type { Words } from "../forms/expression-schema.ts";
import type { Definition } from "../forms/schema.ts";
import type { XPathFault } from "./xpath-fault.ts";

/** A sheet as texts: formulas by their result, a merged cell's text in each of its places, empty cells "". `line` is Excel's row. */
export type CellTable = { name: string; rows: { line: number; cells: string[] }[] };

/** A form as it travels: what a template's version says of itself, and its definition. */
export type FormFile = {
	code: string;
	title: Words;
	/** Kinds of school it fits; empty: every kind. */
	kinds: string[];
	validFrom: string | null;
	validTo: string | null;
	legalBasis: { text: string; verified: boolean }[];
	definition: Definition;
};

export type NoteCode =
	// of the file
	| "file_empty"
	| "format_unknown"
	| "json_broken"
	| "json_shape"
	| "sheet_left"
	| "column_left"
	| "language_left"
	| "vietnamese_missing"
	| "items_missing"
	| "rule_missing"
	| "form_invalid"
	| "too_many_rows"
	// of a row
	| "type_missing"
	| "type_unknown"
	| "type_without_equal"
	| "metadata_left"
	| "disabled_left"
	| "name_missing"
	| "name_changed"
	| "name_twice"
	| "name_case"
	| "label_missing"
	| "label_names_items"
	| "text_cut"
	| "list_missing"
	| "list_short"
	| "list_long"
	| "option_twice"
	| "option_nameless"
	| "option_long"
	| "or_other"
	| "choice_filter_left"
	| "default_left"
	| "media_left"
	| "appearance_left"
	| "parameters_left"
	| "read_only_left"
	| "trigger_left"
	| "repeat_count_left"
	| "required_unclear"
	| "relevant_left"
	| "constraint_left"
	| "constraint_message_left"
	| "calculation_left"
	| "calculation_missing"
	| "required_left"
	| "became_computed"
	| "became_choice"
	| "became_text"
	| "photo_joined"
	| "photo_free"
	| "calculate_shown"
	| "note_moved"
	| "note_at_end"
	| "note_left"
	| "group_flattened"
	| "group_unclosed"
	| "group_unopened"
	| "group_empty"
	| "group_too_deep"
	| "repeat_in_repeat"
	| "verdict_in_repeat"
	| "expression_left"
	// of a plain list
	| "heading_read"
	| "row_left"
	| "row_unclear";

/** What a person should know of a row (`line` 0: of the whole sheet or file). */
export type Note = {
	sheet: string;
	line: number;
	/** error: it did not come in · warning: it came in with something left out or changed · info: nothing is lost. */
	severity: "error" | "warning" | "info";
	code: NoteCode;
	/** What stood there, as far as it is needed to find it. */
	found: string;
	/** Where an expression cannot be read. */
	fault?: XPathFault;
};

/** A row of the file and what became of it. */
export type RowFate = { sheet: string; line: number; text: string; fate: "whole" | "partly" | "left"; became: string };

/** What a file came to. `form` is null when nothing could be made of it; it is whole or not there, never half. */
export type Reading = {
	format: "xlsform" | "plain" | "json" | null;
	form: FormFile | null;
	notes: Note[];
	rows: RowFate[];
};
