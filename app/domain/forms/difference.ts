import { answerOf, isBlankMeasure, noAnswer, parseAnswerKey } from "./answers.ts";
import type { Answer, Answers, AnswerValue, Measure } from "./schema.ts";

/** One answer that changed; null where there was, or is, nothing. */
export type AnswerChange = { item: string; row: string; before: Answer | null; after: Answer | null };

/**
 * Which answers differ in value, remark or measure, for "what changed since" after a return was sent back. Sorted by item and row,
 * so that it does not hang on the order in which a device saved them; the reader puts it into form order.
 */
export function differenceOfAnswers(before: Answers, after: Answers): AnswerChange[] {
	const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
	return keys.flatMap((key) => {
		const { item, row } = parseAnswerKey(key);
		const old = answerOf(before, item, row);
		const fresh = answerOf(after, item, row);
		return sameAnswer(old, fresh) ? [] : [{ item, row, before: orNull(old), after: orNull(fresh) }];
	});
}

function orNull(answer: Answer): Answer | null {
	return sameAnswer(answer, noAnswer) ? null : answer;
}

function sameAnswer(a: Answer, b: Answer): boolean {
	return sameValue(a.value, b.value) && a.note === b.note && sameMeasure(a.measure, b.measure);
}

/** Ticking the same choices in another order changes nothing; a cleared answer is as good as none. */
function sameValue(a: AnswerValue, b: AnswerValue): boolean {
	if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value) => b.includes(value));
	return a === b;
}

function sameMeasure(a: Measure | null, b: Measure | null): boolean {
	if (a === null || b === null) return isBlankMeasure(a) && isBlankMeasure(b);
	return (["what", "who", "due", "superior", "request"] as const).every((part) => a[part] === b[part]);
}
