import { z } from "zod";
import { type ConductContent, conductContent } from "../conduct/content-schema.ts";
import { type Words, words } from "../forms/expression-schema.ts";
import { type Definition, definition, legalBasis } from "../forms/schema.ts";

/** What a version carries beside its definition. */
export const versionDraft = z.object({
	/** Kinds of school it fits; empty: every kind. */
	kinds: z.array(z.string().min(1).max(20)).max(50),
	/** Calendar days on which the rule behind it holds, both included. */
	validFrom: z.iso.date().nullable(),
	validTo: z.iso.date().nullable(),
	legalBasis: z.array(legalBasis).max(50),
	definition,
	/** The code of a conduct template; `definition` is then the return about it. Absent: a form. */
	conduct: conductContent.nullable().default(null),
});
export type VersionDraft = z.input<typeof versionDraft>;

export const templateDraft = versionDraft.extend({
	code: z.string().regex(/^[\p{L}0-9][\p{L}0-9._-]{0,39}$/u),
	title: words,
});
export type TemplateDraft = z.input<typeof templateDraft>;

/** What a template begins with; `from`: the version it is a copy of, which says its kind, else it has one section of that name. */
export const newTemplate = templateDraft.pick({ code: true, title: true, kinds: true }).extend({
	from: z.string().min(1).nullable(),
	firstSection: words,
	kind: z.enum(["form", "conduct"]).default("form"),
});
export type NewTemplate = z.input<typeof newTemplate>;

/** What is said when a draft is published. */
export const publishInput = versionDraft
	.pick({ kinds: true, validFrom: true, validTo: true, legalBasis: true })
	.extend({
		/** Fingerprint of the text that the person saw. */
		seen: z.string().max(100),
		/** By item code; what is not asked about is passed over. */
		comparisons: z.record(z.string().max(40), z.enum(["same", "other"])).default({}),
		/** The warnings were read. */
		confirmed: z.boolean(),
	})
	.refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, {
		path: ["validTo"],
		params: { vi: "Ngày hết hiệu lực phải sau ngày có hiệu lực", en: "It cannot end before it begins" },
	});
export type PublishInput = z.input<typeof publishInput>;

export type TemplateKind = "form" | "conduct";
export type VersionState = "draft" | "published" | "retired";

/** One line of legal basis; `verified` when the document's own text was read. */
export type BasisLine = z.infer<typeof legalBasis>;

/** What every page that shows a template needs to say of it. Days `2026-11-23`, times UTC. */
export type VersionHead = {
	id: string;
	templateId: string;
	code: string;
	kind: TemplateKind;
	title: Words;
	number: number;
	state: VersionState;
	kinds: string[];
	validFrom: string | null;
	validTo: string | null;
	/** Null: *bản làm việc, chưa đối chiếu phụ lục chính thức*, which the page has to say. */
	checkedAt: string | null;
	publishedAt: string | null;
	retiredAt: string | null;
};

/**
 * A version whole; `conduct` is the code of a conduct template. Definition and code of a published version are one object for all
 * callers: nobody may change them.
 */
export type Version = VersionHead & {
	legalBasis: BasisLine[];
	definition: Definition;
	conduct: ConductContent | null;
};
