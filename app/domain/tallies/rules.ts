import type { RecipientState } from "#db/tables/campaigns.ts";
import { answerOf } from "../forms/answers.ts";
import { verdictItems } from "../forms/criteria.ts";
import type { LightColour } from "../forms/figures.ts";
import { prepare } from "../forms/prepare.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import type { VerdictResult } from "../forms/verdict-schema.ts";
import type { FigurePart, SchoolGroup } from "./figures.ts";

/** What is counted of returns, under `item` "". */
export const returnOutcomes = [
	"recipients",
	"not_started",
	"draft",
	"submitted",
	"sent_back",
	"accepted",
	"reported",
	"on_time",
	"late",
	"verdict_met",
	"verdict_not_met",
	"verdict_provisional",
	"verdict_none",
	// Not returns but what they left open: criteria not met, and those of them that ask a superior for help.
	"findings_open",
	"findings_petition",
] as const satisfies readonly (
	| RecipientState
	| `verdict_${VerdictResult}`
	| `findings_${"open" | "petition"}`
	| "recipients"
	| "reported"
	| "on_time"
	| "late"
)[];
export type ReturnOutcome = (typeof returnOutcomes)[number];

/** What is counted of a criterion; met is the rest of `reported`. */
export const itemOutcomes = ["unmet", "na", "blank"] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** One counter and by how much it moves. */
export type TallyChange = {
	item: string;
	outcome: ReturnOutcome | ItemOutcome | `${FigurePart | LightColour}_${SchoolGroup}`;
	by: number;
};

/**
 * What each criterion of a submission counts as, met ones left out. `answers` as frozen: hidden items have no entry. Criteria that only
 * `others` have, versions that the campaign was on, are left open: else they would pass for met.
 */
export function outcomesOf(
	definition: Definition,
	answers: Answers,
	others: readonly Definition[] = [],
): Map<string, ItemOutcome> {
	const outcomes = new Map<string, ItemOutcome>();
	const own = prepare(definition).itemByCode;
	for (const item of others.flatMap(verdictItems)) {
		if (own.get(item.code)?.type !== "verdict") outcomes.set(item.code, "blank");
	}
	for (const item of verdictItems(definition)) {
		const { value } = answerOf(answers, item.code);
		if (value !== "met") outcomes.set(item.code, value === "unmet" || value === "na" ? value : "blank");
	}
	return outcomes;
}

/** How the counters of criteria move from the previous submission (null: there was none) to this one. */
export function outcomeChanges(
	before: ReadonlyMap<string, ItemOutcome> | null,
	after: ReadonlyMap<string, ItemOutcome>,
): TallyChange[] {
	const changes: TallyChange[] = [];
	for (const [item, outcome] of after) {
		const old = before?.get(item);
		if (old === outcome) continue;
		changes.push({ item, outcome, by: 1 });
		if (old) changes.push({ item, outcome: old, by: -1 });
	}
	for (const [item, outcome] of before ?? []) if (!after.has(item)) changes.push({ item, outcome, by: -1 });
	return changes;
}

/** Ids of the units above a school, from the root down: `path` ends with the school's own id. */
export function unitsAbove(path: string, schoolId: string): string[] {
	return path.split("/").filter((id) => id !== "" && id !== schoolId);
}

/** Share in tenths of a percent, 0–1000, cut so that 999 of 1,000 is not yet all; null when there is nothing to share. */
export function rateTenths(part: number, whole: number): number | null {
	if (whole <= 0) return null;
	return Math.min(1000, Math.max(0, Math.floor((part * 1000) / whole)));
}
