import { type Count, countOf, reachesPercent, shownPercent } from "./count.ts";
import { bandFor, flaggedMandatory } from "./criteria.ts";
import type { Answers, Definition, SchoolFacts } from "./schema.ts";
import type { Verdict, VerdictReason, VerdictResult, VerdictRule } from "./verdict-schema.ts";

type Judgement = { result: VerdictResult; level: string | null; reasons: VerdictReason[] };

type Rule<T extends VerdictRule["type"]> = Extract<VerdictRule, { type: T }>;

/**
 * Whether a school meets the standard, and why or why not: a pure function of definition, answers and school.
 *
 * - Counted are the criteria the school sees; knock-outs and additions (`counted: false`) are not among them. A criterion that
 *   is not answered is not met, so met + unmet + na is always the number of criteria seen.
 * - Mandatory ones are judged beside the share: a school at 95 % with one mandatory criterion unmet is not a safe school (Thông
 *   tư 18/2023 Đ11; Thông tư 45/2021 Đ8.2).
 * - A knock-out that happened fails the school whatever else holds (Thông tư 45/2021 Đ8.1; Thông tư 13/2010); as long as one
 *   is not answered nothing better than `provisional` is said.
 * - *Không áp dụng* counts as met, as unmet or not at all, as the rule says; left out, a mandatory criterion is not unmet.
 * - `percent` is 0–100, weighted, cut to one decimal; the threshold is compared on the exact fraction.
 */
export function verdict(definition: Definition, answers: Answers, school: SchoolFacts): Verdict {
	const count = countOf(definition, answers, school);
	return {
		...withKnockouts(judge(definition, count, school.kind), count),
		counted: count.counted,
		met: count.met,
		unmet: count.unmet,
		na: count.na,
		percent: shownPercent(count.share),
		mandatoryTotal: count.mandatoryTotal,
		mandatoryUnmet: count.mandatoryUnmet,
		knockouts: count.knockouts,
	};
}

function judge(definition: Definition, count: Count, kind: string): Judgement | null {
	const { rule } = definition;
	switch (rule.type) {
		case "none":
			return null;
		case "percent":
			return judgePercent(rule, count);
		case "count":
			return judgeCount(rule, count, kind, flaggedMandatory(definition, kind).length);
		case "levels":
			return judgeLevels(rule, count);
	}
}

/** Knock-outs stand above every rule; a status form (no judgement) has none to stand above. */
function withKnockouts(judged: Judgement | null, { knockouts, knockoutsOpen }: Count): Judgement {
	if (judged === null) return { result: "none", level: null, reasons: [] };
	if (knockouts.length > 0) {
		return { ...judged, result: "not_met", reasons: [{ code: "knocked_out", items: knockouts }, ...judged.reasons] };
	}
	if (judged.result !== "met" && judged.result !== "provisional") return judged;
	if (knockoutsOpen.length === 0) return judged;
	const open: VerdictReason = { code: "knockout_unanswered", items: knockoutsOpen };
	return { ...judged, result: "provisional", reasons: [...judged.reasons, open] };
}

/** Thông tư 18/2023 Đ11: at least 80 % of the criteria and all mandatory ones; Thông tư 13/2010: 80 %. */
function judgePercent(rule: Rule<"percent">, count: Count): Judgement {
	const percent = shownPercent(count.share);
	if (percent === null) return undecided({ code: "nothing_counted" });
	const reasons: VerdictReason[] = [];
	if (!reachesPercent(count.share, rule.atLeast)) {
		reasons.push({ code: "percent_below", percent, atLeast: rule.atLeast });
	}
	if (rule.allMandatory) reasons.push(...unmetMandatory(count.mandatoryUnmet));
	return { result: reasons.length === 0 ? "met" : "not_met", level: null, reasons };
}

/**
 * Thông tư 45/2021 Đ8.2: at least 40 criteria with all 20 mandatory ones, 30 with 15 for independent groups. The official stars
 * are not known to every version: with another number flagged, the flagged ones cannot fail a school, nor can it finally pass.
 */
function judgeCount(rule: Rule<"count">, count: Count, kind: string, flagged: number): Judgement {
	const band = bandFor(rule, kind);
	if (band === null) return undecided({ code: "no_rule_for_kind", kind });
	const reasons: VerdictReason[] = [];
	if (count.standing < band.atLeast) reasons.push({ code: "count_below", met: count.standing, atLeast: band.atLeast });
	if (flagged === band.mandatory) reasons.push(...unmetMandatory(count.mandatoryUnmet));
	if (reasons.length > 0) return { result: "not_met", level: null, reasons };
	if (flagged === band.mandatory) return { result: "met", level: null, reasons };
	const unfinished: VerdictReason = { code: "mandatory_not_flagged", flagged, wanted: band.mandatory };
	return { result: "provisional", level: null, reasons: [unfinished] };
}

/** The first level whose bounds hold; a school that was knocked out reaches none that counts as *Đạt*. */
function judgeLevels(rule: Rule<"levels">, count: Count): Judgement {
	const percent = shownPercent(count.share);
	if (rule.by === "percent" && percent === null) return undecided({ code: "nothing_counted" });
	const lacks = ({ atLeast, mustMeet }: Rule<"levels">["levels"][number]): VerdictReason[] => {
		const reached = rule.by === "percent" ? reachesPercent(count.share, atLeast) : count.standing >= atLeast;
		const short: VerdictReason =
			rule.by === "percent"
				? { code: "percent_below", percent: percent ?? 0, atLeast }
				: { code: "count_below", met: count.standing, atLeast };
		return [...(reached ? [] : [short]), ...unmetMandatory(count.unmetAmong(mustMeet))];
	};
	const open = rule.levels.filter((level) => !level.pass || count.knockouts.length === 0);
	const level = open.find((candidate) => lacks(candidate).length === 0);
	const reached: VerdictReason[] = level ? [{ code: "level", level: level.code }] : [];
	if (level?.pass) return { result: "met", level: level.code, reasons: reached };
	const lowestPass = rule.levels.findLast((candidate) => candidate.pass);
	const reasons = [...reached, ...(lowestPass ? lacks(lowestPass) : [])];
	return { result: "not_met", level: level?.code ?? null, reasons };
}

function unmetMandatory(items: string[]): VerdictReason[] {
	return items.length > 0 ? [{ code: "mandatory_unmet", items }] : [];
}

function undecided(reason: VerdictReason): Judgement {
	return { result: "none", level: null, reasons: [reason] };
}
