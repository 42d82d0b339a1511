/**
 * The form language: what a template version may say. A version's `definition` column holds exactly this shape as JSON and
 * never changes once published. Pure data: the phone and the server read the same object.
 */
import { z } from "zod";
import { type ConductField, expression, itemCode, words } from "./expression-schema.ts";
import { drawnList, figure, light } from "./figure-schema.ts";
import { ROWS_AT_MOST } from "./rows.ts";
import { verdictRule } from "./verdict-schema.ts";

/** Where a criterion comes from. `verified` is true only when the document's own text was read. */
export const legalBasis = z.object({ text: z.string().min(1).max(600), verified: z.boolean() });

/** What an item marked *Chưa đạt* must bring along before the return can be sent. */
const failureDemands = z.object({
	remark: z.boolean(),
	/** A proposed measure with the person who does it and a due day. */
	measure: z.boolean(),
	/** At least one photograph. */
	photo: z.boolean().optional(),
});

const itemBase = {
	code: itemCode,
	text: words,
	hint: words.optional(),
	required: z.boolean().default(true),
	visibleIf: expression.optional(),
	legalBasis: legalBasis.optional(),
	/** Which item of the bank it came from, when its code here differs; the same criterion compares across templates. */
	origin: z.string().max(80).optional(),
	/** Whether the answer of the last round is put in when the next return is prefilled. */
	carry: z.boolean().optional(),
	/** The figure of the school's record that prefills a whole number. */
	record: z.enum(["classrooms", "pupils", "staff", "sites"]).optional(),
	/** How many photographs may come with the answer; `photosAllowed` says how many when it is left out. */
	photos: z.number().int().min(0).max(10).optional(),
};

const option = z.object({
	value: z.string().min(1).max(60),
	label: words,
	/** Why nobody may choose it: the choice is refused with this sentence (a camera in a toilet). */
	refused: words.optional(),
});

/** What a text may not say, in words without tone marks; what holds one is refused with the sentence. */
const refusedWords = z.object({ words: z.array(z.string().min(2).max(60)).min(1).max(50), message: words });

export const item = z.discriminatedUnion("type", [
	z.object({
		...itemBase,
		type: z.literal("verdict"),
		/** Mandatory criterion (★): for every kind of school, or only for those named. */
		mandatory: z.union([z.boolean(), z.array(z.string()).min(1)]).default(false),
		/** Knock-out condition: *unmet* fails the school whatever else holds; never counted among the criteria. */
		knockout: z.boolean().default(false),
		/** Outside the counted criteria (the district's own additions) when false. */
		counted: z.boolean().default(true),
		weight: z.number().positive().max(100).default(1),
		allowNa: z.boolean().default(true),
		/** Other words on the buttons, for example *Không xảy ra / Có xảy ra*. */
		labels: z.object({ met: words, unmet: words }).partial().optional(),
		failure: failureDemands.optional(),
	}),
	z.object({ ...itemBase, type: z.literal("choice"), options: z.array(option).min(2).max(100) }),
	z.object({
		...itemBase,
		type: z.literal("choices"),
		options: z.array(option).min(2).max(100),
		min: z.number().int().min(0).optional(),
		max: z.number().int().min(1).optional(),
	}),
	z.object({
		...itemBase,
		type: z.literal("integer"),
		min: z.number().int().optional(),
		max: z.number().int().optional(),
		unit: words.optional(),
	}),
	z.object({
		...itemBase,
		type: z.literal("decimal"),
		min: z.number().optional(),
		max: z.number().optional(),
		/** Digits after the comma that are kept. */
		digits: z.number().int().min(0).max(6).default(2),
		unit: words.optional(),
	}),
	/** Calendar days, `2026-11-23`. */
	z.object({ ...itemBase, type: z.literal("date"), min: z.iso.date().optional(), max: z.iso.date().optional() }),
	z.object({
		...itemBase,
		type: z.literal("text"),
		maxLength: z.number().int().min(1).max(1000).default(200),
		refuses: refusedWords.optional(),
		/** Counts only: warns when the text looks like a name, a class, a birthday or a telephone number (NĐ 56/2017 Đ33). */
		anonymous: z.boolean().optional(),
	}),
	z.object({
		...itemBase,
		type: z.literal("longtext"),
		maxLength: z.number().int().min(1).max(20000).default(4000),
		refuses: refusedWords.optional(),
		anonymous: z.boolean().optional(),
	}),
	/** Never answered: worked out from the others, on the phone and on the server alike. */
	z.object({
		...itemBase,
		type: z.literal("computed"),
		expression,
		digits: z.number().int().min(0).max(6).default(0),
		unit: words.optional(),
	}),
]);
export type Item = z.infer<typeof item>;
export type VerdictItem = Extract<Item, { type: "verdict" }>;

/**
 * Makes the items of a section repeat, once a row (a room, an area, a site). A row has a stable id made by whoever adds it; an
 * operation on the roster's own code with that row gives its place among the rows, or null takes it out.
 */
export const roster = z.object({
	code: itemCode,
	/** What one row is, as it stands in a sentence: *khu vực*. */
	row: words,
	/** The item whose answer names a row: sync, review and lists speak of *phòng 3 tuổi A*, not of *row 4*. */
	title: itemCode,
	min: z.number().int().min(0).max(ROWS_AT_MOST).default(0),
	max: z.number().int().min(1).max(ROWS_AT_MOST).default(200),
	/** Rows made from the school's record when there is no last round: one for each classroom, or each site. */
	prefill: z
		.array(
			z.object({
				from: z.enum(["classrooms", "sites"]),
				/** Text of the title item, `{n}` being the row's number; with one site the number is left out. */
				name: z.string().min(1).max(100),
				/** Answers the rows begin with. */
				set: z.record(itemCode, z.union([z.string().max(200), z.number()])).default({}),
			}),
		)
		.max(10)
		.default([]),
});
export type Roster = z.infer<typeof roster>;

export const section = z.object({
	code: z.string().min(1).max(20),
	title: words,
	hint: words.optional(),
	visibleIf: expression.optional(),
	roster: roster.optional(),
	/** *Gọi 111 · Công an · UBND xã ngay* stands above it. */
	hotline: z.boolean().optional(),
	items: z.array(item).min(1).max(1000),
});
export type Section = z.infer<typeof section>;

/** A sentence that must be true of the whole return, as *đạt + chưa đạt = tổng*. A warning is shown and does not stop the sending. */
export const crossCheck = z.object({
	code: z.string().min(1).max(40),
	holds: expression,
	message: words,
	/** The items the message is shown at; at least one, so that the error summary can link somewhere. */
	items: z.array(itemCode).min(1).max(50),
	severity: z.enum(["error", "warning"]).default("error"),
});
export type CrossCheck = z.infer<typeof crossCheck>;

export const definition = z.object({
	sections: z.array(section).min(1).max(200),
	checks: z.array(crossCheck).max(500).default([]),
	figures: z.array(figure).max(100).default([]),
	lights: z.array(light).max(10).default([]),
	lists: z.array(drawnList).max(10).default([]),
	rule: verdictRule,
	/** What a failed verdict item demands unless the item says otherwise. */
	failure: failureDemands.default({ remark: true, measure: false }),
});
export type Definition = z.infer<typeof definition>;

/** What the form needs to know of the school it is filled for. Facts of conduct only where the form asks for them. */
export type SchoolFacts = {
	kind: string;
	ownership: string;
	classrooms: number | null;
	pupils: number | null;
	staff: number | null;
	sites: number | null;
} & Partial<Record<ConductField, string | number | null>>;

/** The measure proposed for a failed item: what, who, until when, and whether the superior must help (and how). */
export const measure = z.object({
	what: z.string().max(4000).default(""),
	who: z.string().max(200).default(""),
	/** Calendar day or empty while it is being typed. */
	due: z.union([z.iso.date(), z.literal("")]).default(""),
	superior: z.boolean().default(false),
	request: z.string().max(4000).default(""),
});
export type Measure = z.infer<typeof measure>;

/** verdict: `met|unmet|na` · choice: option value · choices: option values · numbers: number · date, texts: string · cleared: null. */
export const answerValue = z.union([
	z.string().max(20_000),
	z.number(),
	z.array(z.string().max(60)).max(100),
	z.null(),
]);
export type AnswerValue = z.infer<typeof answerValue>;

/** A photograph as a sending names it: the fingerprint of the sending then covers the picture. */
export type PhotoMark = { id: string; sha256: string };

/** `photos` only in what was sent; living ones stand in a table of their own. */
export type Answer = { value: AnswerValue; note: string; measure: Measure | null; photos?: readonly PhotoMark[] };

/** Answers of one return by `answerKey(item, row)` of `answers.ts`. An item nobody touched has no entry. */
export type Answers = Record<string, Answer>;
