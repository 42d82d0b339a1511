import { isCriterion, isMandatory, outcomeOf, verdictItems } from "./criteria.ts";
import type { Outcome } from "./expression-schema.ts";
import type { Answers, Definition, SchoolFacts, VerdictItem } from "./schema.ts";
import type { NaRule } from "./verdict-schema.ts";
import { visibleItems } from "./visibility.ts";

/** What the verdict items a school sees come to, before any threshold is asked. */
export type Count = {
	/** Answers as given; what is not answered is unmet, so the three add up to the criteria seen. */
	met: number;
	unmet: number;
	na: number;
	/** Criteria in the denominator, and those that stand as met, once the *Không áp dụng* rule has spoken. */
	counted: number;
	standing: number;
	share: Share;
	mandatoryTotal: number;
	mandatoryUnmet: string[];
	/** Knock-outs that happened, and those nobody has answered. */
	knockouts: string[];
	knockoutsOpen: string[];
	/** Those of the listed items that a school sees and that do not stand as met. */
	unmetAmong(codes: readonly string[]): string[];
};

/** A weighted share as an exact fraction: weights in millionths, so that no binary dust decides over a school. */
export type Share = { met: bigint; total: bigint };

const millionths = (value: number) => BigInt(Math.round(value * 1_000_000));

/** Whether a share is at least so many percent; an empty one never is. */
export function reachesPercent({ met, total }: Share, atLeast: number): boolean {
	return total > 0n && met * 100n * 1_000_000n >= millionths(atLeast) * total;
}

/** The share in percent with one decimal, cut off: 79.96 shows as 79.9, never as 80. Null when there is nothing to share. */
export function shownPercent({ met, total }: Share): number | null {
	return total > 0n ? Number((met * 1000n) / total) / 10 : null;
}

export function countOf(definition: Definition, answers: Answers, school: SchoolFacts): Count {
	const visible = visibleItems(definition, answers, school);
	const shown = verdictItems(definition).filter((item) => visible.items.has(item.code));
	const naRule = definition.rule.type === "none" ? "leave_out" : definition.rule.na;
	const outcomes = new Map(shown.map((item) => [item, outcomeOf(item, answers)]));
	const answered = (outcome: Outcome | null) => (item: VerdictItem) => outcomes.get(item) === outcome;
	const stands = (item: VerdictItem, standing: Standing) => standingOf(outcomes.get(item) ?? null, naRule) === standing;

	const criteria = shown.filter(isCriterion);
	const counted = criteria.filter((item) => !stands(item, "out"));
	const standing = counted.filter((item) => stands(item, "met"));
	const mandatory = criteria.filter((item) => isMandatory(item, school.kind));
	const met = criteria.filter(answered("met")).length;
	const na = criteria.filter(answered("na")).length;
	const knockouts = shown.filter((item) => item.knockout);
	return {
		met,
		unmet: criteria.length - met - na,
		na,
		counted: counted.length,
		standing: standing.length,
		share: { met: weigh(standing), total: weigh(counted) },
		mandatoryTotal: mandatory.length,
		mandatoryUnmet: codes(mandatory.filter((item) => stands(item, "unmet"))),
		knockouts: codes(knockouts.filter(answered("unmet"))),
		knockoutsOpen: codes(knockouts.filter(answered(null))),
		unmetAmong: (asked) => codes(shown.filter((item) => asked.includes(item.code) && stands(item, "unmet"))),
	};
}

/** How an item enters the count. */
type Standing = "met" | "unmet" | "out";

function standingOf(outcome: Outcome | null, naRule: NaRule): Standing {
	if (outcome !== "na") return outcome ?? "unmet";
	return naRule === "leave_out" ? "out" : naRule === "counts_as_met" ? "met" : "unmet";
}

/** The smallest weight a definition can mean is kept above zero, so that a criterion always counts for something. */
function weigh(items: readonly VerdictItem[]): bigint {
	return items.reduce((sum, item) => sum + (millionths(item.weight) || 1n), 0n);
}

function codes(items: readonly VerdictItem[]): string[] {
	return items.map((item) => item.code);
}
