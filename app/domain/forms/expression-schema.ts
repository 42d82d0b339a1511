/** Words, codes and expressions: what everything else of the form language is written in. */
import { z } from "zod";

/** A sentence for people: Vietnamese is the source, English where somebody wrote it. */
export const words = z.object({ vi: z.string().min(1).max(4000), en: z.string().max(4000).optional() });
export type Words = z.infer<typeof words>;

/** An item's code: the name it keeps from the phone to the annex (`MN-C.3`). `#` is kept free: it joins code and roster row. */
export const itemCode = z.string().regex(/^[\p{L}0-9][\p{L}0-9._-]{0,39}$/u);

/** Facts of the school's own record that a condition may ask for. */
const recordField = z.enum(["kind", "ownership", "classrooms", "pupils", "staff", "sites"]);

/**
 * Facts of the code of conduct in force at the school (`conduct/facts.ts`), which its return is derived from: nobody types them a
 * second time. Yes and no are 1 and 0, days `2026-11-23`, shares 0–100.
 */
export const conductField = z.enum([
	/** none, adapting, consulting, consulted, decided, published. */
	"conduct_stage",
	"conduct_decision",
	"conduct_decided_on",
	"conduct_published_on",
	"conduct_on_web",
	"conduct_on_board",
	/** Groups of people that the code covers, and those that a school of this kind must cover. */
	"conduct_groups",
	"conduct_groups_wanted",
	/** Voices heard in the consultation, and the share that agreed. */
	"conduct_voices",
	"conduct_agreed_percent",
	/** Staff who are asked to acknowledge the code in force, and those who have. */
	"conduct_asked",
	"conduct_signed",
	"conduct_channel",
	"conduct_reviewed_on",
	/** The code cites a rule that is no longer in force. */
	"conduct_outdated",
]);
export type ConductField = z.infer<typeof conductField>;

export const schoolField = z.enum([...recordField.options, ...conductField.options]);
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
	/** Rows of a roster for which `where` holds, all without it; inside, the row's own answers stand beside those of the return. */
	| { op: "rows"; roster: string; where?: Expression }
	/** Sum of a roster item over such rows, unanswered ones left out; null when there are rows and none has an answer. */
	| { op: "total"; item: string; where?: Expression }
	| { op: "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "sub" | "div"; left: Expression; right: Expression }
	| { op: "and" | "or" | "sum" | "mul"; args: Expression[] }
	| { op: "not"; arg: Expression };

/** Told apart by `op`, so that none but the right shape is tried: a form of 5,000 conditions is parsed six times as fast. */
export const expression: z.ZodType<Expression> = z.lazy(() =>
	z.discriminatedUnion("op", [
		z.object({ op: z.literal("const"), value: z.union([z.string().max(400), z.number(), z.boolean()]) }),
		z.object({ op: z.literal("answer"), item: itemCode }),
		z.object({ op: z.literal("school"), field: schoolField }),
		z.object({ op: z.literal("answered"), item: itemCode }),
		z.object({ op: z.literal("has"), item: itemCode, value: z.string().max(100) }),
		z.object({ op: z.literal("count"), outcome, items: z.array(itemCode).max(2000) }),
		z.object({ op: z.literal("rows"), roster: itemCode, where: expression.optional() }),
		z.object({ op: z.literal("total"), item: itemCode, where: expression.optional() }),
		z.object({
			op: z.enum(["eq", "ne", "lt", "le", "gt", "ge", "sub", "div"]),
			left: expression,
			right: expression,
		}),
		z.object({ op: z.enum(["and", "or", "sum", "mul"]), args: z.array(expression).min(1).max(200) }),
		z.object({ op: z.literal("not"), arg: expression }),
	]),
);
