/**
 * How answers are addressed and read. Apart from `schema.ts`, because that module builds its zod schemas when it is loaded:
 * a phone that asked it for `answerKey` would download zod as well.
 */
import type { Answer, Answers, AnswerValue, Measure } from "./schema.ts";

/** Key of an answer: the item's code, with `#row` for a roster row (`row` is "" elsewhere). */
export function answerKey(item: string, row = ""): string {
	return row === "" ? item : `${item}#${row}`;
}

/** The inverse of `answerKey`. An item code never holds `#`, so the first one ends it. */
export function parseAnswerKey(key: string): { item: string; row: string } {
	const end = key.indexOf("#");
	return end === -1 ? { item: key, row: "" } : { item: key.slice(0, end), row: key.slice(end + 1) };
}

/** What an item nobody touched reads as. */
export const noAnswer: Answer = { value: null, note: "", measure: null };

/**
 * The answer given to an item, `noAnswer` where there is none. Answers come from devices of any age: whatever does not have
 * an answer's shape reads as missing, so that every function of this room can be total. Only own keys are read, because
 * `constructor` is a legal item code.
 */
export function answerOf(answers: Answers, item: string, row = ""): Answer {
	return readAnswer(entryOf(answers, item, row));
}

/** An entry of `Answers` that was found already, read as `answerOf` reads it. */
export function readAnswer(entry: unknown): Answer {
	if (typeof entry !== "object" || entry === null) return noAnswer;
	const { value, note, measure } = entry as Partial<Record<keyof Answer, unknown>>;
	return { value: readValue(value), note: readText(note), measure: readMeasure(measure) };
}

/** Only the value of `answerOf`: conditions and counts ask for it thousands of times while a thumb waits. */
export function answeredValue(answers: Answers, item: string, row = ""): AnswerValue {
	return readValue(entryOf(answers, item, row)?.value);
}

/** Whether a value says anything: null, blank text and an empty choice do not. */
export function isAnswered(value: unknown): boolean {
	if (value === null || value === undefined) return false;
	if (typeof value === "string") return value.trim() !== "";
	return !Array.isArray(value) || value.length > 0;
}

/** Whether a measure says anything; an empty one is what a screen leaves behind when nothing was typed into it. */
export function isBlankMeasure(measure: Measure | null): boolean {
	if (measure === null) return true;
	const { what, who, due, superior, request } = measure;
	return !superior && [what, who, due, request].every((part) => part.trim() === "");
}

function entryOf(answers: Answers, item: string, row: string): Partial<Record<keyof Answer, unknown>> | null {
	const key = answerKey(item, row);
	const found: unknown = Object.hasOwn(answers, key) ? answers[key] : null;
	return typeof found === "object" ? found : null;
}

function readValue(value: unknown): AnswerValue {
	if (typeof value === "string" || typeof value === "number") return value;
	return Array.isArray(value) && value.every((part) => typeof part === "string") ? value : null;
}

function readText(value: unknown): string {
	return typeof value === "string" ? value : "";
}

function readMeasure(value: unknown): Measure | null {
	if (typeof value !== "object" || value === null) return null;
	const { what, who, due, superior, request } = value as Partial<Record<keyof Measure, unknown>>;
	return {
		what: readText(what),
		who: readText(who),
		due: readText(due),
		superior: superior === true,
		request: readText(request),
	};
}
