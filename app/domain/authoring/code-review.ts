/** What is looked at before a code of conduct is published. An error stops it, a warning has to be confirmed, advice is for the author. Pure. */
import {
	type Clause,
	type ConductContent,
	type ConductGroup,
	type ConductModule,
	type ConductRelation,
	groupsWanted,
	hasPupils,
} from "../conduct/content-schema.ts";
import { addDays } from "../days.ts";
import { modulesInOrder } from "./code-make.ts";
import type { Grade } from "./review.ts";
import { wordingOf } from "./wording.ts";

type Fault =
	| "duplicate_module"
	| "duplicate_clause"
	| "module_ends_before_it_begins"
	| "code_kept_for_schools"
	| "part_without_clause"
	| "part_without_basis"
	| "clause_without_text"
	| "stance_contradicts"
	| "clause_too_long"
	| "long_sentence"
	| "double_negation"
	| "tone_marks_missing"
	| "basis_unverified"
	| "english_missing";

/** One thing to look at. `at`: codes of the clauses or parts it is about, in the order of the code. */
export type CodeRemark = { grade: Grade } & (
	| { code: Fault; of: "module" | "clause"; at: string[] }
	/** Two parts for the same people towards the same people hold on the same days, or none does on the days between them. */
	| {
			code: "days_overlap" | "days_gap";
			of: "module";
			at: [string, string];
			group: ConductGroup;
			relation: ConductRelation;
	  }
	/** The circular demands the group for schools of these kinds, and no part that still holds speaks to it. */
	| { code: "group_missing"; group: ConductGroup; kinds: string[] }
	| { code: "pupils_of_preschools"; of: "module"; at: string[] }
);

type ReviewedCode = {
	content: ConductContent;
	/** Kinds of school that the version is for; empty: every kind. */
	kinds: readonly string[];
	/** A calendar day: parts that have ended by then cover nothing. */
	today: string;
};

/** So many signs of a clause fill the screen of a phone in which it should be one of several. */
const SIGNS_AT_MOST = 320;
/** When a version is for every kind of school: one kind without pupils as a group, and one with. */
const eachKind = ["MN", "TH"];
const grades: readonly Grade[] = ["error", "warning", "advice"];

/** Everything to look at, the gravest first, in the order of the code within a grade. */
export function reviewCode({ content, kinds, today }: ReviewedCode): CodeRemark[] {
	const modules = modulesInOrder(content);
	const clauses = modules.flatMap((module) => module.clauses);
	const say = (grade: Grade, code: Fault, of: "module" | "clause", found: readonly { code: string }[]): CodeRemark[] =>
		found.length === 0 ? [] : [{ grade, code, of, at: [...new Set(found.map((one) => one.code))] }];
	const wordings = clauses.map((clause) => ({ clause, found: wordingOf(clause.text.vi) }));
	const worded = (code: string) =>
		wordings.flatMap(({ clause, found }) => (found.some((one) => one.code === code) ? [clause] : []));
	const remarks: CodeRemark[] = [
		...say("error", "duplicate_module", "module", twice(modules)),
		...say("error", "duplicate_clause", "clause", twice(clauses)),
		...say("error", "module_ends_before_it_begins", "module", modules.filter(endsTooSoon)),
		...say("error", "code_kept_for_schools", "module", modules.filter(isKept)),
		...say("error", "code_kept_for_schools", "clause", clauses.filter(isKept)),
		...say(
			"error",
			"part_without_clause",
			"module",
			modules.filter((module) => module.clauses.length === 0),
		),
		...say("error", "part_without_basis", "module", modules.filter(lacksBasis)),
		...say(
			"error",
			"clause_without_text",
			"clause",
			clauses.filter(({ text }) => text.vi.trim() === ""),
		),
		...say("warning", "stance_contradicts", "clause", clauses.filter(contradicts)),
		...daysRemarks(modules),
		...groupRemarks(modules, kinds, today),
		...say(
			"advice",
			"clause_too_long",
			"clause",
			clauses.filter(({ text }) => text.vi.length > SIGNS_AT_MOST),
		),
		...say("advice", "tone_marks_missing", "clause", worded("tone_marks_missing")),
		...say("advice", "double_negation", "clause", worded("double_negation")),
		...say("advice", "long_sentence", "clause", worded("long_sentence")),
		...say("advice", "basis_unverified", "module", modules.filter(isUnread)),
		...say(
			"advice",
			"english_missing",
			"clause",
			clauses.filter(({ text }) => text.vi !== "" && !text.en),
		),
	];
	return remarks.sort((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade));
}

function twice<T extends { code: string }>(list: readonly T[]): T[] {
	const seen = new Set<string>();
	return list.filter(({ code }) => seen.size === seen.add(code).size);
}

function endsTooSoon({ validFrom, validTo }: ConductModule): boolean {
	return validFrom !== null && validTo !== null && validTo < validFrom;
}

/** A clause of the school's own is called `DP.1`. */
function isKept({ code }: { code: string }): boolean {
	return /^DP[.-]/.test(code);
}

function lacksBasis({ legalBasis }: ConductModule): boolean {
	return legalBasis.length === 0 || legalBasis.some(({ text }) => text.trim() === "");
}

function isUnread({ legalBasis }: ConductModule): boolean {
	return legalBasis.some(({ text, verified }) => text !== "" && !verified);
}

/** *Nên: Không …* says the opposite of what is meant. */
function contradicts({ stance, text }: Clause): boolean {
	return stance === "should" && /^(không được|không|cấm|nghiêm cấm)\s/iu.test(text.vi);
}

/** Parts for the same people towards the same people, where one has a day on which it ends: the next should begin on the day after. */
function daysRemarks(modules: readonly ConductModule[]): CodeRemark[] {
	const remarks: CodeRemark[] = [];
	for (const [at, one] of modules.entries()) {
		const alike = modules.filter((other, place) => place !== at && isAlike(one, other));
		const { group, relation, validTo } = one;
		if (validTo === null || alike.length === 0 || endsTooSoon(one)) continue;
		const about = (code: "days_overlap" | "days_gap", other: ConductModule): CodeRemark => {
			return { grade: "warning", code, of: "module", at: [one.code, other.code], group, relation };
		};
		// A part that holds beside it all the time follows nothing; one that begins while it still holds was to follow it.
		const early = alike.find(({ validFrom }) => validFrom !== null && begins(one) < validFrom && validFrom <= validTo);
		if (early) remarks.push(about("days_overlap", early));
		if (early || alike.some((other) => begins(other) <= addDays(validTo, 1) && ends(other) > validTo)) continue;
		const [next] = alike.filter((other) => begins(other) > validTo).sort((a, b) => (begins(a) < begins(b) ? -1 : 1));
		if (next) remarks.push(about("days_gap", next));
	}
	return remarks;
}

function isAlike(one: ConductModule, other: ConductModule): boolean {
	const kinds = one.kinds && other.kinds ? one.kinds.some((kind) => other.kinds?.includes(kind)) : true;
	return one.group === other.group && one.relation === other.relation && kinds && !endsTooSoon(other);
}

function begins({ validFrom }: ConductModule): string {
	return validFrom ?? "0000-01-01";
}

function ends({ validTo }: ConductModule): string {
	return validTo ?? "9999-12-31";
}

function groupRemarks(modules: readonly ConductModule[], kinds: readonly string[], today: string): CodeRemark[] {
	const asked = kinds.length > 0 ? kinds : eachKind;
	const lacking = new Map<ConductGroup, string[]>();
	for (const kind of asked) {
		for (const group of groupsWanted(kind)) {
			const covered = modules.some(
				(module) =>
					module.group === group &&
					ends(module) >= today &&
					(module.kinds === undefined || module.kinds.includes(kind)),
			);
			if (!covered) lacking.set(group, [...(lacking.get(group) ?? []), kind]);
		}
	}
	const pupils = asked.some(hasPupils) ? [] : modules.filter(({ group }) => group === "pupils");
	return [
		...[...lacking].map(([group, of]): CodeRemark => {
			return { grade: "warning", code: "group_missing", group, kinds: of.length === asked.length ? [] : of };
		}),
		...(pupils.length > 0
			? [{ grade: "warning", code: "pupils_of_preschools", of: "module", at: pupils.map(({ code }) => code) } as const]
			: []),
	];
}
