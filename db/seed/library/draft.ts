/** What a library template is before it becomes a row: the form definition plus what the office is told about it. */
import type { z } from "zod";
import { type ConductContent, conductContent } from "../../../app/domain/conduct/content-schema.ts";
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
 * PTNC phổ thông nhiều cấp học · GDTX giáo dục thường xuyên · CB trường chuyên biệt.
 */
export type SchoolKind = "MN" | "NT" | "MG" | "NTDL" | "LMG" | "LMN" | "TH" | "THCS" | "PTNC" | "THPT" | "GDTX" | "CB";

export const preschoolKinds: SchoolKind[] = ["MN", "NT", "MG", "NTDL", "LMG", "LMN"];

/** A template for every kind of school names none. */
export const everyKind: SchoolKind[] = [];

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
	/** For a code of conduct: the form of its return to the office. */
	definition: Definition;
	/** The code itself. Only a template that has one is of kind `conduct`. */
	conduct?: ConductContent;
};

type Draft = Omit<LibraryTemplate, "definition" | "conduct" | "checkedAgainstAnnex"> & {
	definition: z.input<typeof definition>;
};

export function w(vi: string, en: string): Bilingual {
	return { vi, en };
}

/** Parsing while the module loads fills the defaults, and stops the seed before a malformed form can reach a database. */
export function template(draft: Draft): LibraryTemplate {
	return { ...draft, checkedAgainstAnnex: false, definition: definition.parse(draft.definition) };
}

/** A code of conduct with the form of its return. */
export function conductTemplate(draft: Draft & { conduct: z.input<typeof conductContent> }): LibraryTemplate {
	return { ...template(draft), conduct: conductContent.parse(draft.conduct) };
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

/** The letter whose tasks the library's number forms answer to. */
export function letter566(place: string): LegalBasis {
	return read(`Công văn 566-CV/HU ngày 04/11/2019 của Ban Thường vụ Huyện ủy Giao Thủy, ${place}`);
}

export function circular45(place: string): string {
	return `Thông tư 45/2021/TT-BGDĐT, ${place}`;
}

export function circular18(place: string): string {
	return `Thông tư 18/2023/TT-BGDĐT, ${place}`;
}
