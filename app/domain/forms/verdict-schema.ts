/** Verdict rules as data of a version, and what they come to. */
import { z } from "zod";
import { itemCode, words } from "./expression-schema.ts";

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
