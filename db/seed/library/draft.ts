/** What a library template is before it becomes a row: the form definition plus what the office is told about it. */
import type { z } from "zod";
import {
	type Definition,
	definition,
	type item,
	type legalBasis,
	type section,
} from "../../../app/domain/forms/schema.ts";

/** The library writes every sentence in both languages, so English is not optional here. */
export type Bilingual = { vi: string; en: string };
export type LegalBasis = z.infer<typeof legalBasis>;
export type DraftItem = z.input<typeof item>;
export type DraftVerdict = Extract<DraftItem, { type: "verdict" }>;
export type DraftSection = z.input<typeof section>;

/**
 * MN trường mầm non · NT nhà trẻ · MG trường mẫu giáo · NTDL, LMG, LMN nhóm trẻ, lớp mẫu giáo, lớp mầm non độc lập · TH, THCS, THPT ·
 * GDTX giáo dục thường xuyên · CB trường chuyên biệt.
 */
export type SchoolKind = "MN" | "NT" | "MG" | "NTDL" | "LMG" | "LMN" | "TH" | "THCS" | "THPT" | "GDTX" | "CB";

export type LibraryTemplate = {
	code: string;
	title: Bilingual;
	kinds: SchoolKind[];
	/** Calendar days of the rule behind the template; `validTo` is the last day it holds, null while it is in force. */
	validFrom: string;
	validTo: string | null;
	legalBasis: LegalBasis[];
	/** True only when a person has compared the items with the official annex. No template of this library has been. */
	checkedAgainstAnnex: false;
	/** What the office should know before it issues the template. */
	notes: Bilingual;
	definition: Definition;
};

export function w(vi: string, en: string): Bilingual {
	return { vi, en };
}

/** Parsing while the module loads fills the defaults, and stops the seed before a malformed form can reach a database. */
export function template(
	draft: Omit<LibraryTemplate, "definition" | "checkedAgainstAnnex"> & { definition: z.input<typeof definition> },
): LibraryTemplate {
	return { ...draft, checkedAgainstAnnex: false, definition: definition.parse(draft.definition) };
}

/** A basis whose own text was read. */
export function read(text: string): LegalBasis {
	return { text, verified: true };
}

/** A basis known at second hand, from memory, or not at all. */
export function unread(text: string): LegalBasis {
	return { text, verified: false };
}

export function decree80(place: string): string {
	return `Nghị định 80/2017/NĐ-CP, ${place}`;
}

export function circular45(place: string): string {
	return `Thông tư 45/2021/TT-BGDĐT, ${place}`;
}

export function circular18(place: string): string {
	return `Thông tư 18/2023/TT-BGDĐT, ${place}`;
}
