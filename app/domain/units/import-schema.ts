import { z } from "zod";
import type { SchoolForm, SchoolKind, UnitChoice } from "./schema.ts";

/** One cell as read from a file. A formula keeps what the program last showed for it; `other` is a date, an error, a yes or no. */
export type Cell = null | string | number | { formula: string; result: string | number | null } | { other: string };

/** A row of a sheet, numbered as the spreadsheet shows it. */
export type SheetRow = { line: number; cells: Cell[] };

export type RawSheet = { name: string; rows: SheetRow[] };

/** What a column may mean, in the order of the template. */
export const fields = [
	"code",
	"name",
	"kind",
	"ownership",
	"commune",
	"manager",
	"classrooms",
	"pupils",
	"staff",
	"sites",
] as const;
export type Field = (typeof fields)[number];
export const figureFields = ["classrooms", "pupils", "staff", "sites"] as const satisfies readonly Field[];

/** Which column (0 is A) holds a field. */
export const mapping = z.partialRecord(z.enum(fields), z.number().int().min(0).max(200));
export type Mapping = z.output<typeof mapping>;

/** A column of the table as a person sees it when they correct the mapping. */
export type ColumnSeen = { index: number; header: string; sample: string };

/** The table found in a sheet: header rows above `from`, data from there on. */
export type Header = { sheet: string; from: number; lines: [number, number]; columns: ColumnSeen[]; mapping: Mapping };

/** Why a row is refused. */
export type RefusalCode =
	| "code_missing"
	| "code_malformed"
	| "code_repeated"
	| "code_of_other_unit"
	| "school_closed"
	| "name_missing"
	| "name_too_long"
	| "formula_text"
	| "formula_unread"
	| "cell_unread"
	| "kind_missing"
	| "kind_unknown"
	| "ownership_missing"
	| "ownership_unknown"
	| "commune_missing"
	| "commune_unknown"
	| "commune_ambiguous"
	| "manager_unknown"
	| "number_in_words"
	| "number_unclear"
	| "number_negative"
	| "number_not_whole"
	| "number_too_large";

/** What a person should know of a row that is imported all the same. */
export type NoteCode = "code_repeated_below";

/** One reason, with what its sentence needs: the field, what stood there, the other row. */
export type Reason = { code: RefusalCode | NoteCode; field?: Field; value?: string; row?: number; line?: number };

/** What was mended, from what to what. */
export type MendCode =
	| "unicode"
	| "spaces"
	| "hidden_characters"
	| "formula_result"
	| "digits_grouped"
	| "dash_as_blank"
	| "kind_from_name"
	| "spelling";
export type Mend = { code: MendCode; field: Field; from: string; to: string };

export type Change = { field: Field; from: string | number | null; to: string | number | null };

export const fates = ["create", "update", "unchanged", "mended", "refused"] as const;
export type Fate = (typeof fates)[number];

/** One row of the list and what becomes of it. */
export type JudgedRow = {
	/** Its place in the list: 1 is the first school, as the STT column counts. */
	row: number;
	/** Its row in the spreadsheet. */
	line: number;
	code: string;
	name: string;
	/** `mended` says that something was mended on the way; what the row then does is its `action`. */
	fate: Fate;
	action: "create" | "update" | "unchanged" | null;
	reasons: Reason[];
	mended: Mend[];
	/** What an update changes. */
	changes: Change[];
};

/** A row of the sheet that is no school: a heading of a block, a total, a note. */
export type SkippedRow = { line: number; why: "block" | "total" | "numbering" | "note"; text: string };

/** Rows by fate; `writes` is how many of all would be written. */
export type Counts = Record<Fate, number> & { rows: number; writes: number };

/** What is written for a row that is not refused. */
export type PlannedRow = { code: string; form: SchoolForm };

/** What a school is today, for a code of the list. */
export type KnownUnit = {
	code: string;
	/** The unit is a school at or below the actor's unit. */
	mine: boolean;
	closed: boolean;
	form: SchoolForm | null;
};

/** What the list is judged against: where schools may sit, and who may manage them. */
export type Surroundings = {
	communes: (UnitChoice & { path: string })[];
	managers: UnitChoice[];
};

export type Judgement = { rows: JudgedRow[]; planned: PlannedRow[]; counts: Counts };

export type KindReading = { kind: SchoolKind; certain: boolean };

/** The whole reading of a file, as the preview keeps it. */
export type ListReading = {
	header: Header;
	rows: JudgedRow[];
	skipped: SkippedRow[];
	counts: Counts;
};
