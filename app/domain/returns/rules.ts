import type { CampaignTable, RecipientState } from "#db/tables/campaigns.ts";
import { answerKey, answerOf, isAnswered, noAnswer, parseAnswerKey } from "../forms/answers.ts";
import { differenceOfAnswers } from "../forms/difference.ts";
import { references } from "../forms/evaluate.ts";
import { prepare } from "../forms/prepare.ts";
import type { Answer, Answers, AnswerValue, Definition, PhotoMark, SchoolFacts } from "../forms/schema.ts";
import { computedAt, fieldsOf, situation } from "../forms/situation.ts";
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

/**
 * A return as it is frozen: what the school sees, in form order, computed values included; measures only where they apply. The
 * photographs are named with their hashes, so that the fingerprint of what was sent covers them.
 */
export function frozen(
	definition: Definition,
	answers: Answers,
	school: SchoolFacts,
	photos: readonly (PhotoMark & { item: string; row: string })[] = [],
): Answers {
	const state = situation(definition, answers, school);
	const kept: Answers = {};
	for (const [roster, rows] of state.rows) {
		for (const { id } of rows)
			kept[answerKey(roster, id)] = { ...noAnswer, value: answerOf(answers, roster, id).value };
	}
	for (const { item, row } of fieldsOf(definition, state)) {
		const key = answerKey(item.code, row);
		if (item.type === "computed") {
			kept[key] = { ...noAnswer, value: asAnswer(computedAt(state, item.code, row)) };
			continue;
		}
		const { value, note, measure } = answerOf(answers, item.code, row);
		const marks = photos.flatMap((photo) =>
			photo.item === item.code && photo.row === row ? { id: photo.id, sha256: photo.sha256 } : [],
		);
		if (!isAnswered(value) && note === "" && marks.length === 0) continue;
		kept[key] = {
			value,
			note,
			measure: value === "unmet" ? measure : null,
			...(marks.length > 0 && { photos: marks }),
		};
	}
	return kept;
}

/** A computed yes or no is kept as text: answers are texts, numbers and lists. */
export function asAnswer(value: AnswerValue | boolean): AnswerValue {
	return typeof value === "boolean" ? String(value) : value;
}

/** Share of the visible items that are answered, 0–100; 100 only when all are. */
export function answeredShare(definition: Definition, answers: Answers, school: SchoolFacts): number {
	const state = situation(definition, answers, school);
	const asked = fieldsOf(definition, state).filter(({ item }) => item.type !== "computed");
	if (asked.length === 0) return 0;
	const answered = asked.filter(({ item, row }) => isAnswered(answerOf(answers, item.code, row).value)).length;
	return Math.floor((answered * 100) / asked.length);
}

/**
 * Keys of the answers a school may change in a return that was sent back; null when all of them. Those the office marked, and those
 * that follow from mending them: newly shown, newly at fault, or already changed since. A roster that was marked as a whole is open
 * altogether (rows may be added and taken out), a marked row with all that it says.
 */
export function changeableItems(
	definition: Definition,
	school: SchoolFacts,
	marked: readonly MarkedItem[],
	sent: Answers,
	now: Answers,
): Set<string> | null {
	if (marked.length === 0) return null;
	const { rosters, rosterOf } = prepare(definition);
	const changeable = new Set(marked.map((mark) => answerKey(mark.item, mark.row)));
	const shownBefore = visibleItems(definition, sent, school).keys;
	const shownNow = visibleItems(definition, now, school).keys;
	for (const key of shownNow) if (!shownBefore.has(key)) changeable.add(key);
	for (const change of differenceOfAnswers(sent, frozen(definition, now, school))) {
		changeable.add(answerKey(change.item, change.row));
	}
	for (const fault of validateReturn(definition, now, school)) {
		if (fault.severity !== "error") continue;
		changeable.add(answerKey(fault.item, fault.row));
		if (fault.code !== "check_failed") continue;
		const check = definition.checks.find((candidate) => candidate.code === fault.check);
		for (const item of check ? [...check.items, ...references(check.holds)] : []) {
			if (rosterOf.has(item) === (fault.row !== "")) changeable.add(answerKey(item, fault.row));
		}
	}
	if (rosters.size === 0) return changeable;
	for (const key of [...shownNow, ...Object.keys(now)]) {
		const { item, row } = parseAnswerKey(key);
		const roster = rosterOf.get(item) ?? item;
		if (row !== "" && (changeable.has(roster) || changeable.has(answerKey(roster, row)))) changeable.add(key);
	}
	return changeable;
}

/** Whether an answer may be changed among those of `changeableItems`: of a roster that is open, new rows too. */
export function mayChange(
	changeable: ReadonlySet<string> | null,
	definition: Definition,
	item: string,
	row: string,
): boolean {
	if (changeable === null || changeable.has(answerKey(item, row))) return true;
	return row !== "" && changeable.has(prepare(definition).rosterOf.get(item) ?? item);
}

/** Whether two answers say the same. Both as they are stored. */
export function sameAnswer(a: Answer, b: Answer): boolean {
	if (a.value !== b.value && JSON.stringify(a.value) !== JSON.stringify(b.value)) return false;
	if (a.note !== b.note) return false;
	return a.measure === b.measure || JSON.stringify(a.measure) === JSON.stringify(b.measure);
}
