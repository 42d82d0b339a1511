/**
 * What is looked at before a version is published, beyond its being well formed. An error stops the publishing, a warning has to be
 * confirmed, advice is for whoever writes. Only what is certain is called an error. Pure.
 */
import { checkDefinition, type DefinitionFault, type Place } from "../forms/check-definition.ts";
import { isCriterion, isMandatory, verdictItems } from "../forms/criteria.ts";
import type { Definition, Item } from "../forms/schema.ts";
import { type Reach, reachOf } from "./reach.ts";
import { offlineRemarks, textRemarks } from "./review-texts.ts";
import { type FormSize, sizeOf } from "./size.ts";
import type { WordingCode } from "./wording.ts";

export type Grade = "error" | "warning" | "advice";

/** One thing to look at. `items`: codes it is about, in form order; where to go is `placeOf`. */
export type ReviewRemark = { grade: Grade } & (
	| { code: "fault"; fault: DefinitionFault }
	/** A condition that can never be true: nobody is ever asked. */
	| { code: "never_shown"; part: "section" | "item"; items: string[] }
	| { code: "check_never_holds"; check: string; items: string[] }
	/** Criteria, or mandatory ones, that a school of this kind can ever see are fewer than the rule wants. `kind` "": any other. */
	| { code: "rule_out_of_reach"; kind: string; of: "criteria" | "mandatory"; wanted: number; have: number }
	| { code: "no_basis" }
	| { code: "basis_missing"; items: string[]; mandatory: boolean }
	| { code: "basis_unverified"; items: string[] }
	| { code: "weight_without_effect"; items: string[]; why: "rule" | "outside_count" }
	/** The same sentence under another code: nothing compares with the years before. */
	| { code: "code_changed"; items: string[]; from: string }
	| { code: WordingCode; items: string[]; syllables: number }
	| { code: "needs_network"; items: string[]; of: "conduct" | "record" }
	| { code: "english_missing"; items: string[] }
	| { code: "too_long_a_form"; size: FormSize }
);

export type Review = { remarks: ReviewRemark[]; size: FormSize };

export type Reviewed = {
	definition: Definition;
	/** Kinds of school that the version is for; empty: every kind. */
	kinds: readonly string[];
	legalBasis: readonly { verified: boolean }[];
	/** The version before, where there is one. */
	before?: Definition | null;
};

/** Beyond this a principal does not finish in one go. */
const MINUTES_AT_MOST = 60;

const grades: readonly Grade[] = ["error", "warning", "advice"];

/** Everything to look at, the gravest first, in form order within a grade. */
export function reviewOf({ definition, kinds, legalBasis, before = null }: Reviewed): Review {
	const reach = reachOf(definition, kinds);
	const size = sizeOf(definition);
	const remarks: ReviewRemark[] = [
		...checkDefinition(definition).map((fault): ReviewRemark => ({ grade: fault.severity, code: "fault", fault })),
		...neverShown(definition, reach),
		...ruleOutOfReach(definition, reach),
		...basisRemarks(definition, legalBasis),
		...weights(definition),
		...(before ? codesChanged(before, definition) : []),
		...textRemarks(definition),
		...offlineRemarks(definition),
		...(size.minutes > MINUTES_AT_MOST ? [{ grade: "advice", code: "too_long_a_form", size } as const] : []),
	];
	remarks.sort((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade));
	return { remarks, size };
}

/** Where in the builder a remark is mended; null: in what stands around the form. */
export function placeOf(remark: ReviewRemark): Place | null {
	if (remark.code === "fault") return placeOfFault(remark.fault);
	if (remark.code === "check_never_holds") return { part: "check", code: remark.check };
	if (remark.code === "never_shown") return { part: remark.part, code: remark.items[0] ?? "" };
	if (remark.code === "rule_out_of_reach") return { part: "rule", code: "" };
	return "items" in remark ? { part: "item", code: remark.items[0] ?? "" } : null;
}

function placeOfFault(fault: DefinitionFault): Place {
	if ("place" in fault) return fault.place;
	if (fault.code === "duplicate") return { part: fault.part === "level" ? "rule" : fault.part, code: fault.duplicate };
	if ("item" in fault) return { part: "item", code: fault.item };
	if (fault.code === "circular") return { part: "item", code: fault.codes[0] ?? "" };
	if (fault.code === "figure_incomplete") return { part: "figure", code: fault.figure };
	if (fault.code === "roster_without_title") return { part: "item", code: fault.roster };
	return { part: "rule", code: "" };
}

function neverShown(definition: Definition, reach: Reach): ReviewRemark[] {
	const remarks: ReviewRemark[] = [];
	for (const section of definition.sections) {
		if (!reach.shown("section", section.code)) {
			remarks.push({ grade: "error", code: "never_shown", part: "section", items: [section.code] });
			continue;
		}
		for (const { code } of section.items) {
			if (!reach.shown("item", code))
				remarks.push({ grade: "error", code: "never_shown", part: "item", items: [code] });
		}
	}
	for (const { code, holds, items, severity } of definition.checks) {
		if (reach.canHold(holds)) continue;
		const grade = severity === "error" ? "error" : "warning";
		remarks.push({ grade, code: "check_never_holds", check: code, items });
	}
	return remarks;
}

/** A line of the rule that asks more than a school of its kind is ever shown. What is missing altogether `checkDefinition` has said. */
function ruleOutOfReach(definition: Definition, reach: Reach): ReviewRemark[] {
	const { rule } = definition;
	if (rule.type !== "count") return [];
	const criteria = verdictItems(definition).filter(isCriterion);
	return rule.bands.flatMap(({ kinds, atLeast, mandatory }) =>
		(kinds ?? []).flatMap((kind): ReviewRemark[] => {
			const shown = criteria.filter(({ code }) => reach.shown("item", code, kind));
			const flagged = criteria.filter((item) => isMandatory(item, kind));
			const seen = shown.filter((item) => isMandatory(item, kind));
			const remark = { grade: "error", code: "rule_out_of_reach", kind } as const;
			return [
				...(shown.length < atLeast && criteria.length >= atLeast
					? [{ ...remark, of: "criteria", wanted: atLeast, have: shown.length } as const]
					: []),
				...(seen.length < mandatory && flagged.length >= mandatory
					? [{ ...remark, of: "mandatory", wanted: mandatory, have: seen.length } as const]
					: []),
			];
		}),
	);
}

function basisRemarks(definition: Definition, legalBasis: Reviewed["legalBasis"]): ReviewRemark[] {
	const judged = verdictItems(definition);
	const bare = judged.filter((item) => !item.legalBasis);
	const starred = bare.filter((item) => item.mandatory !== false || item.knockout);
	const rest = bare.filter((item) => !starred.includes(item));
	const unread = judged.filter((item) => item.legalBasis && !item.legalBasis.verified);
	const missing = (items: readonly Item[], mandatory: boolean): ReviewRemark[] =>
		items.length === 0
			? []
			: [{ grade: mandatory ? "warning" : "advice", code: "basis_missing", items: codesOf(items), mandatory }];
	return [
		...(legalBasis.length === 0 ? [{ grade: "warning", code: "no_basis" } as const] : []),
		...missing(starred, true),
		...missing(rest, false),
		...(unread.length > 0 ? [{ grade: "advice", code: "basis_unverified", items: codesOf(unread) } as const] : []),
	];
}

/** Only a share weighs: a count of criteria takes each as one. */
function weights(definition: Definition): ReviewRemark[] {
	const { rule } = definition;
	const weighed = verdictItems(definition).filter(({ weight }) => weight !== 1);
	const weighs = rule.type === "percent" || (rule.type === "levels" && rule.by === "percent");
	const outside = weighs ? weighed.filter((item) => !isCriterion(item)) : [];
	const remark = (items: readonly Item[], why: "rule" | "outside_count"): ReviewRemark[] =>
		items.length === 0 ? [] : [{ grade: "warning", code: "weight_without_effect", items: codesOf(items), why }];
	return [...remark(weighs ? [] : weighed, "rule"), ...remark(outside, "outside_count")];
}

function codesChanged(before: Definition, after: Definition): ReviewRemark[] {
	const all = (definition: Definition) => definition.sections.flatMap((section) => section.items);
	const [old, now] = [all(before), all(after)];
	const [had, has] = [new Set(codesOf(old)), new Set(codesOf(now))];
	const gone = new Map(old.filter(({ code }) => !has.has(code)).map((item) => [item.text.vi, item.code]));
	return now.flatMap((item): ReviewRemark[] => {
		const from = had.has(item.code) ? undefined : gone.get(item.text.vi);
		return from === undefined ? [] : [{ grade: "warning", code: "code_changed", items: [item.code], from }];
	});
}

function codesOf(items: readonly { code: string }[]): string[] {
	return items.map(({ code }) => code);
}
