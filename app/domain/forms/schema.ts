/**
 * The form language: what a template version may say. A version's `definition` column holds exactly this shape as JSON and
 * never changes once published. Pure data: the phone and the server read the same object.
 */
import { z } from "zod";

/** A sentence for people: Vietnamese is the source, English where somebody wrote it. */
export const words = z.object({ vi: z.string().min(1).max(4000), en: z.string().max(4000).optional() });
export type Words = z.infer<typeof words>;

/** An item's code: the name it keeps from the phone to the annex (`MN-C.3`). `#` is kept free: it joins code and roster row. */
const itemCode = z.string().regex(/^[\p{L}0-9][\p{L}0-9._-]{0,39}$/u);

/** Facts of the school that a condition may ask for. */
export const schoolField = z.enum(["kind", "ownership", "classrooms", "pupils", "staff", "sites"]);
export type SchoolField = z.infer<typeof schoolField>;

export type Outcome = "met" | "unmet" | "na";
const outcome = z.enum(["met", "unmet", "na"]);

/** Conditions, computed items and cross-item checks are this one expression tree; `evaluate` bounds its depth and size. */
export type Expression =
	| { op: "const"; value: string | number | boolean }
	| { op: "answer"; item: string }
	| { op: "school"; field: SchoolField }
	| { op: "answered"; item: string }
	| { op: "has"; item: string; value: string }
	| { op: "count"; outcome: Outcome; items: string[] }
	| { op: "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "sub" | "div"; left: Expression; right: Expression }
	| { op: "and" | "or" | "sum" | "mul"; args: Expression[] }
	| { op: "not"; arg: Expression };

export const expression: z.ZodType<Expression> = z.lazy(() =>
	z.union([
		z.object({ op: z.literal("const"), value: z.union([z.string().max(400), z.number(), z.boolean()]) }),
		z.object({ op: z.literal("answer"), item: itemCode }),
		z.object({ op: z.literal("school"), field: schoolField }),
		z.object({ op: z.literal("answered"), item: itemCode }),
		z.object({ op: z.literal("has"), item: itemCode, value: z.string().max(100) }),
		z.object({ op: z.literal("count"), outcome, items: z.array(itemCode).max(2000) }),
		z.object({
			op: z.enum(["eq", "ne", "lt", "le", "gt", "ge", "sub", "div"]),
			left: expression,
			right: expression,
		}),
		z.object({ op: z.enum(["and", "or", "sum", "mul"]), args: z.array(expression).min(1).max(200) }),
		z.object({ op: z.literal("not"), arg: expression }),
	]),
);

/** Where a criterion comes from. `verified` is true only when the document's own text was read. */
export const legalBasis = z.object({ text: z.string().min(1).max(600), verified: z.boolean() });

/** What an item marked *Chưa đạt* must bring along before the return can be sent. */
const failureDemands = z.object({
	remark: z.boolean(),
	/** A proposed measure with the person who does it and a due day. */
	measure: z.boolean(),
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
};

const option = z.object({ value: z.string().min(1).max(60), label: words });

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
	z.object({ ...itemBase, type: z.literal("text"), maxLength: z.number().int().min(1).max(1000).default(200) }),
	z.object({ ...itemBase, type: z.literal("longtext"), maxLength: z.number().int().min(1).max(20000).default(4000) }),
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

export const section = z.object({
	code: z.string().min(1).max(20),
	title: words,
	hint: words.optional(),
	visibleIf: expression.optional(),
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

/** How *Không áp dụng* enters the count: out of the denominator, or as met, or as unmet. The circulars do not say: the office chooses. */
export const naRule = z.enum(["leave_out", "counts_as_met", "counts_as_unmet"]);
export type NaRule = z.infer<typeof naRule>;

export const verdictRule = z.discriminatedUnion("type", [
	/** Status forms: figures without pass or fail. */
	z.object({ type: z.literal("none") }),
	/** Thông tư 18/2023 Đ11, Thông tư 13/2010: a share of the counted criteria, and every mandatory one when `allMandatory`. */
	z.object({
		type: z.literal("percent"),
		na: naRule,
		atLeast: z.number().min(0).max(100),
		allMandatory: z.boolean(),
	}),
	/**
	 * Thông tư 45/2021 Đ8.2: so many criteria met, among them so many mandatory ones, by kind of school. Until exactly
	 * `mandatory` items are flagged for that kind, nobody can be told a final *Đạt*: the verdict stays provisional.
	 */
	z.object({
		type: z.literal("count"),
		na: naRule,
		bands: z
			.array(
				z.object({
					/** Kinds of school this line is for; absent: every kind no other line names. */
					kinds: z.array(z.string()).min(1).optional(),
					atLeast: z.number().int().min(0),
					mandatory: z.number().int().min(0),
				}),
			)
			.min(1),
	}),
	/** Named levels from the best down; the first whose bounds hold is the school's level. */
	z.object({
		type: z.literal("levels"),
		na: naRule,
		by: z.enum(["percent", "count"]),
		levels: z
			.array(
				z.object({
					code: z.string().min(1).max(40),
					label: words,
					atLeast: z.number().min(0),
					/** Items that must be met for this level. */
					mustMeet: z.array(itemCode).default([]),
					/** Whether this level counts as *Đạt*. */
					pass: z.boolean(),
				}),
			)
			.min(1),
	}),
]);
export type VerdictRule = z.infer<typeof verdictRule>;

export const definition = z.object({
	sections: z.array(section).min(1).max(200),
	checks: z.array(crossCheck).max(500).default([]),
	rule: verdictRule,
	/** What a failed verdict item demands unless the item says otherwise. */
	failure: failureDemands.default({ remark: true, measure: false }),
});
export type Definition = z.infer<typeof definition>;

/** What the form needs to know of the school it is filled for. */
export type SchoolFacts = {
	kind: string;
	ownership: string;
	classrooms: number | null;
	pupils: number | null;
	staff: number | null;
	sites: number | null;
};

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

export type Answer = { value: AnswerValue; note: string; measure: Measure | null };

/** Answers of one return by `answerKey(item, row)` of `answers.ts`. An item nobody touched has no entry. */
export type Answers = Record<string, Answer>;

export type VerdictReason =
	| { code: "percent_below"; percent: number; atLeast: number }
	| { code: "count_below"; met: number; atLeast: number }
	| { code: "mandatory_unmet"; items: string[] }
	| { code: "knocked_out"; items: string[] }
	/** Nobody has said yet that these did not happen: no final *Đạt*. */
	| { code: "knockout_unanswered"; items: string[] }
	| { code: "mandatory_not_flagged"; flagged: number; wanted: number }
	| { code: "no_rule_for_kind"; kind: string }
	| { code: "nothing_counted" }
	| { code: "level"; level: string };

/** `provisional`: nothing speaks against *Đạt* but the version is not yet complete enough to say so finally. */
export type VerdictResult = "met" | "not_met" | "provisional" | "none";

export type Verdict = {
	result: VerdictResult;
	/** Code of the level reached, for rules with levels. */
	level: string | null;
	/** Counted criteria in the denominator. */
	counted: number;
	met: number;
	unmet: number;
	na: number;
	/** 0–100 with one decimal (weighted when weights differ from 1); null when nothing is counted. */
	percent: number | null;
	mandatoryTotal: number;
	mandatoryUnmet: string[];
	knockouts: string[];
	reasons: VerdictReason[];
};
