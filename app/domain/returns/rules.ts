import type { CampaignTable, RecipientState } from "#db/schema.ts";
import { answerKey, answerOf, isAnswered, noAnswer } from "../forms/answers.ts";
import { differenceOfAnswers } from "../forms/difference.ts";
import { references } from "../forms/evaluate.ts";
import { prepare } from "../forms/prepare.ts";
import type { Answer, Answers, AnswerValue, Definition, SchoolFacts } from "../forms/schema.ts";
import { situation } from "../forms/situation.ts";
import { validateReturn } from "../forms/validate.ts";
import { visibleItems } from "../forms/visibility.ts";
import type { ClosedBecause, MarkedItem } from "./schema.ts";

/** Why a return takes no answers on this day; null while it does. After the due day it still does: an extension may come. */
export function closedBecause(
	state: RecipientState,
	campaign: Pick<CampaignTable, "state" | "opens_on">,
	today: string,
): ClosedBecause | null {
	if (state === "submitted" || state === "accepted") return state;
	if (campaign.state === "closed") return "campaign_closed";
	return today < campaign.opens_on ? "not_open_yet" : null;
}

/** A return as it is frozen: what the school sees, in form order, computed values included; measures only where they apply. */
export function frozen(definition: Definition, answers: Answers, school: SchoolFacts): Answers {
	const { items: visible, computed } = situation(definition, answers, school);
	const kept: Answers = {};
	for (const item of prepare(definition).items) {
		if (!visible.has(item.code)) continue;
		if (item.type === "computed") {
			kept[answerKey(item.code)] = { ...noAnswer, value: asAnswer(computed.get(item.code) ?? null) };
			continue;
		}
		const { value, note, measure } = answerOf(answers, item.code);
		if (!isAnswered(value) && note === "") continue;
		kept[answerKey(item.code)] = { value, note, measure: value === "unmet" ? measure : null };
	}
	return kept;
}

/** A computed yes or no is kept as text: answers are texts, numbers and lists. */
export function asAnswer(value: AnswerValue | boolean): AnswerValue {
	return typeof value === "boolean" ? String(value) : value;
}

/** Share of the visible items that are answered, 0–100; 100 only when all are. */
export function answeredShare(definition: Definition, answers: Answers, school: SchoolFacts): number {
	const visible = visibleItems(definition, answers, school).items;
	const asked = prepare(definition).items.filter((item) => item.type !== "computed" && visible.has(item.code));
	if (asked.length === 0) return 0;
	const answered = asked.filter((item) => isAnswered(answerOf(answers, item.code).value)).length;
	return Math.floor((answered * 100) / asked.length);
}

/**
 * Items a school may change in a return that was sent back; null when all of them. Those the office marked, and those that follow
 * from mending them: newly shown, newly at fault, or already changed since.
 */
export function changeableItems(
	definition: Definition,
	school: SchoolFacts,
	marked: readonly MarkedItem[],
	sent: Answers,
	now: Answers,
): Set<string> | null {
	if (marked.length === 0) return null;
	const changeable = new Set(marked.map((mark) => mark.item));
	const shownBefore = visibleItems(definition, sent, school).items;
	for (const item of visibleItems(definition, now, school).items) if (!shownBefore.has(item)) changeable.add(item);
	for (const change of differenceOfAnswers(sent, frozen(definition, now, school))) changeable.add(change.item);
	for (const fault of validateReturn(definition, now, school)) {
		if (fault.severity !== "error") continue;
		changeable.add(fault.item);
		if (fault.code !== "check_failed") continue;
		const check = definition.checks.find((candidate) => candidate.code === fault.check);
		for (const item of check ? [...check.items, ...references(check.holds)] : []) changeable.add(item);
	}
	return changeable;
}

/** Whether two answers say the same. Both as they are stored. */
export function sameAnswer(a: Answer, b: Answer): boolean {
	if (a.value !== b.value && JSON.stringify(a.value) !== JSON.stringify(b.value)) return false;
	if (a.note !== b.note) return false;
	return a.measure === b.measure || JSON.stringify(a.measure) === JSON.stringify(b.measure);
}
