/** Which items are criteria, which of them are mandatory, and what was answered: shared by verdict, progress and checking. */
import { answeredValue } from "./answers.ts";
import type { Outcome } from "./expression-schema.ts";
import { prepare } from "./prepare.ts";
import type { Answers, Definition, Item, VerdictItem } from "./schema.ts";
import type { VerdictRule } from "./verdict-schema.ts";

export type CountRule = Extract<VerdictRule, { type: "count" }>;
export type Band = CountRule["bands"][number];

/** Items answered *Đạt / Chưa đạt / Không áp dụng*, in form order. */
export function verdictItems(definition: Definition): VerdictItem[] {
	return prepare(definition).items.filter((item): item is VerdictItem => item.type === "verdict");
}

/** A criterion enters the count. Knock-outs and the district's own additions do not: the circulars count their annex only. */
export function isCriterion(item: Item): item is VerdictItem {
	return item.type === "verdict" && item.counted && !item.knockout;
}

/** Whether a criterion is mandatory (★) for a kind of school; nothing outside the count is. */
export function isMandatory(item: Item, kind: string): boolean {
	if (!isCriterion(item)) return false;
	return Array.isArray(item.mandatory) ? item.mandatory.includes(kind) : item.mandatory;
}

/** Every criterion flagged mandatory for a kind of school, shown or not: how complete the version itself is. */
export function flaggedMandatory(definition: Definition, kind: string): VerdictItem[] {
	return verdictItems(definition).filter((item) => isMandatory(item, kind));
}

/** The outcome answered; null when there is none, or *Không áp dụng* where the item does not allow it. */
export function outcomeOf(item: VerdictItem, answers: Answers): Outcome | null {
	const value = answeredValue(answers, item.code);
	if (value === "met" || value === "unmet") return value;
	return value === "na" && item.allowNa ? "na" : null;
}

/** The line of a count rule for a kind of school: the one that names it, else the one that names none. */
export function bandFor(rule: CountRule, kind: string): Band | null {
	const named = rule.bands.find((band) => band.kinds?.includes(kind));
	return named ?? rule.bands.find((band) => band.kinds === undefined) ?? null;
}
