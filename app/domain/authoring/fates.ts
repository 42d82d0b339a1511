/** What becomes of an answer when its return moves to another version of the form. Pure. */

import { isAnswered, parseAnswerKey } from "../forms/answers.ts";
import { prepare } from "../forms/prepare.ts";
import type { Answer, Answers, AnswerValue, Definition, Item } from "../forms/schema.ts";
import { validateAnswer } from "../forms/validate.ts";
import { meaningKey } from "../text.ts";

/**
 * `kept` as it is. `partly`: some of the ticked options are gone. `aside`: the item asks something else now, so its new answer is
 * open and the old one is kept beside. `gone`: the item is gone, and its answer stays as it was given.
 */
export type Fate = "kept" | "partly" | "aside" | "gone";

/** `value` is what stands in the return afterwards. */
export type FateOfAnswer = { key: string; fate: Fate; value: AnswerValue };

/** The limits of a value are the school's to mend; a value of another kind is none. */
const unfit = new Set([
	"not_an_option",
	"na_not_allowed",
	"not_allowed",
	"not_a_number",
	"not_whole",
	"not_a_date",
	"not_text",
]);

/** Fates of all answers of a return. `incomparable`: items that were declared to ask something else. */
export function fatesOf(
	old: Definition,
	fresh: Definition,
	incomparable: ReadonlySet<string>,
	answers: Answers,
): FateOfAnswer[] {
	return Object.entries(answers).map(([key, answer]) => ({
		key,
		...fateOf(old, fresh, incomparable, parseAnswerKey(key).item, answer),
	}));
}

function fateOf(
	old: Definition,
	fresh: Definition,
	incomparable: ReadonlySet<string>,
	code: string,
	answer: Answer,
): Omit<FateOfAnswer, "key"> {
	const { value } = answer;
	const [was, is] = [prepare(old), prepare(fresh)];
	if (was.rosters.has(code) || is.rosters.has(code)) {
		return { fate: was.rosters.has(code) && is.rosters.has(code) ? "kept" : "gone", value };
	}
	const [before, after] = [was.itemByCode.get(code), is.itemByCode.get(code)];
	// An answer whose item the old version had not is from a still older one: nothing new becomes of it.
	if (!before || !after || after.type === "computed" || was.rosterOf.get(code) !== is.rosterOf.get(code)) {
		return { fate: "gone", value };
	}
	if (!isAnswered(value)) return { fate: "kept", value };
	if (before.type === after.type ? incomparable.has(code) : !carriesOver(before, after)) {
		return { fate: "aside", value: null };
	}
	if (fits(after, value)) return { fate: "kept", value };
	if (after.type !== "choices" || !Array.isArray(value)) return { fate: "aside", value: null };
	const left = value.filter((one) => fits(after, [one]));
	return left.length > 0 ? { fate: "partly", value: left } : { fate: "aside", value: null };
}

function fits(item: Item, value: AnswerValue): boolean {
	return validateAnswer(item, { value, note: "", measure: null }).every(({ code }) => !unfit.has(code));
}

/** Nothing is lost in a wider type that asks the same. */
function carriesOver(before: Item, after: Item): boolean {
	const wider = { integer: "decimal", text: "longtext" } as Partial<Record<Item["type"], Item["type"]>>;
	return wider[before.type] === after.type && meaningKey(before.text.vi) === meaningKey(after.text.vi);
}
