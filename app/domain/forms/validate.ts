import { answerOf, isAnswered, isBlankMeasure } from "./answers.ts";
import { evaluate, references, valuesRead } from "./evaluate.ts";
import type { ReturnFault } from "./fault.ts";
import { errorAt, type FaultDetail } from "./fault.ts";
import { prepare } from "./prepare.ts";
import type { Answer, Answers, AnswerValue, Definition, Item, SchoolFacts } from "./schema.ts";
import { type Situation, situation } from "./situation.ts";
import { isDay } from "./texts.ts";

/** Longest remark to an answer, in characters as a browser's `maxlength` counts them (UTF-16 units, like the texts' limits). */
export const noteLimit = 4000;

/**
 * What is wrong with one answer as it stands: its shape, its options, its limits. Made for every saved answer of a draft, so
 * what is only missing (no value, too few choices, no remark yet) is no fault here. Expects a normalised answer.
 */
export function validateAnswer(item: Item, answer: Answer, row = ""): ReturnFault[] {
	const found = isAnswered(answer.value) ? [...valueFaults(item, answer.value)] : [];
	if (answer.note.length > noteLimit) found.push({ code: "too_long", max: noteLimit });
	if (answer.measure !== null && answer.measure.due !== "" && !isDay(answer.measure.due))
		found.push({ code: "not_a_date" });
	return found.map((detail) => errorAt(item.code, row, detail));
}

function* valueFaults(item: Item, value: AnswerValue): Generator<FaultDetail> {
	switch (item.type) {
		case "verdict":
			if (value === "na" && !item.allowNa) yield { code: "na_not_allowed" };
			else if (value !== "met" && value !== "unmet" && value !== "na") yield { code: "not_an_option" };
			return;
		case "choice":
			if (!item.options.some((option) => option.value === value)) yield { code: "not_an_option" };
			return;
		case "choices":
			if (!Array.isArray(value) || !areOptions(value, item)) yield { code: "not_an_option" };
			else if (item.max !== undefined && value.length > item.max) yield { code: "too_many", max: item.max };
			return;
		case "integer":
		case "decimal":
			if (typeof value !== "number" || !Number.isFinite(value)) yield { code: "not_a_number" };
			else if (item.type === "integer" && !Number.isInteger(value)) yield { code: "not_whole" };
			else yield* beyond(value, item.min ?? -Number.MAX_SAFE_INTEGER, item.max ?? Number.MAX_SAFE_INTEGER);
			return;
		case "date":
			if (typeof value !== "string" || !isDay(value)) yield { code: "not_a_date" };
			else yield* beyond(value, item.min ?? value, item.max ?? value);
			return;
		case "text":
		case "longtext":
			if (typeof value !== "string") yield { code: "not_text" };
			else if (value.length > item.maxLength) yield { code: "too_long", max: item.maxLength };
	}
}

function areOptions(values: string[], item: Extract<Item, { type: "choices" }>): boolean {
	const options = new Set(item.options.map((option) => option.value));
	return new Set(values).size === values.length && values.every((value) => options.has(value));
}

/** Days compare as texts. */
function* beyond<T extends number | string>(value: T, min: T, max: T): Generator<FaultDetail> {
	if (value < min) yield { code: "too_small", min };
	else if (value > max) yield { code: "too_large", max };
}

/**
 * Everything that is wrong with a whole return, in form order; it can be sent when no fault has severity `error`. Judges what
 * the school sees: answers to hidden and unknown items are ignored. A criterion not met brings what it demands: Thông tư 18/2023
 * Đ12 asks each *Chưa đạt* for a plan to mend it or a petition to the superior before the new school year.
 */
export function validateReturn(definition: Definition, answers: Answers, school: SchoolFacts): ReturnFault[] {
	const state = situation(definition, answers, school);
	const shown = prepare(definition).items.filter((item) => state.items.has(item.code));
	const faults = new Map(shown.map((item) => [item.code, itemFaults(definition, item, answers)]));
	const wrong = new Set(shown.map((item) => item.code).filter((code) => (faults.get(code) ?? []).length > 0));
	for (const check of definition.checks) {
		const at = shown.find((item) => check.items.includes(item.code));
		if (at === undefined || !canJudge(check.holds, wrong, state)) continue;
		if (evaluate(check.holds, state.scope) !== false) continue;
		const failed = errorAt(at.code, "", { code: "check_failed", check: check.code, message: check.message });
		faults.get(at.code)?.push({ ...failed, severity: check.severity });
	}
	return [...faults.values()].flat();
}

/** A check waits for its figures: one that is missing or wrong is told of once, at its own item. */
function canJudge(
	holds: Definition["checks"][number]["holds"],
	wrong: ReadonlySet<string>,
	{ scope }: Situation,
): boolean {
	return (
		references(holds).every((code) => !wrong.has(code)) &&
		valuesRead(holds).every((code) => isAnswered(scope.answer(code)))
	);
}

function itemFaults(definition: Definition, item: Item, answers: Answers): ReturnFault[] {
	if (item.type === "computed") return [];
	const answer = answerOf(answers, item.code);
	const missing = (detail: FaultDetail) => errorAt(item.code, "", detail);
	if (!isAnswered(answer.value)) return item.required ? [missing({ code: "answer_missing" })] : [];
	const faults = validateAnswer(item, answer);
	if (item.type === "choices" && Array.isArray(answer.value) && answer.value.length < (item.min ?? 0))
		faults.push(missing({ code: "too_few", min: item.min ?? 0 }));
	if (item.type === "verdict" && answer.value === "unmet")
		faults.push(...demanded(answer, item.failure ?? definition.failure).map(missing));
	return faults;
}

/** What a failed criterion still lacks. A measure nobody began is one fault, a begun one tells each part that is missing. */
function demanded({ note, measure }: Answer, demands: Definition["failure"]): FaultDetail[] {
	const faults: FaultDetail[] = [];
	if (demands.remark && note.trim() === "") faults.push({ code: "remark_missing" });
	if (demands.measure) {
		if (measure === null || isBlankMeasure(measure)) faults.push({ code: "measure_missing" });
		else {
			if (measure.what.trim() === "") faults.push({ code: "measure_missing" });
			if (measure.who.trim() === "") faults.push({ code: "measure_owner_missing" });
			if (measure.due === "") faults.push({ code: "measure_due_missing" });
		}
	}
	if (measure?.superior && measure.request.trim() === "") faults.push({ code: "request_missing" });
	return faults;
}
