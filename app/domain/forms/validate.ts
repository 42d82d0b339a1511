import { searchKey } from "../text.ts";
import { answerKey, answerOf, isAnswered, isBlankMeasure } from "./answers.ts";
import { evaluate, references, type Scope, valuesRead } from "./evaluate.ts";
import type { ReturnFault } from "./fault.ts";
import { errorAt, type FaultDetail } from "./fault.ts";
import { personalIn } from "./personal.ts";
import type { PhotoCounts } from "./photos.ts";
import { prepare } from "./prepare.ts";
import type { Answer, Answers, AnswerValue, CrossCheck, Definition, Item, Roster, SchoolFacts } from "./schema.ts";
import { type Field, fieldKey, fieldsOf, type Situation, situation } from "./situation.ts";
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
			else yield* refusedOptions(item, [value]);
			return;
		case "choices":
			if (!Array.isArray(value) || !areOptions(value, item)) yield { code: "not_an_option" };
			else if (item.options.some((option) => option.refused && value.includes(option.value)))
				yield* refusedOptions(item, value);
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
			else if (item.refuses && says(value, item.refuses.words)) {
				yield { code: "not_allowed", message: item.refuses.message };
			}
	}
}

function* refusedOptions(
	item: Extract<Item, { type: "choice" | "choices" }>,
	chosen: readonly AnswerValue[],
): Generator<FaultDetail> {
	for (const { value, refused } of item.options) {
		if (refused && chosen.includes(value)) yield { code: "not_allowed", message: refused };
	}
}

/** Whether a text holds one of some words, whole, whatever its tone marks. */
function says(text: string, words: readonly string[]): boolean {
	const plain = ` ${searchKey(text).replace(/[^a-z0-9]+/g, " ")} `;
	return words.some((word) => plain.includes(` ${searchKey(word)} `));
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
 * Đ12 asks each *Chưa đạt* for a plan to mend it or a petition to the superior before the new school year. Demanded photographs are
 * judged where `photos` tells how many there are; who does not know them leaves it out.
 */
export function validateReturn(
	definition: Definition,
	answers: Answers,
	school: SchoolFacts,
	photos?: PhotoCounts,
): ReturnFault[] {
	const state = situation(definition, answers, school);
	const fields = fieldsOf(definition, state);
	const faults = new Map<string, ReturnFault[]>();
	for (const { code, roster } of definition.sections) {
		if (roster && state.sections.has(code)) faults.set(roster.code, rowFaults(roster, state));
	}
	for (const field of fields) faults.set(fieldKey(field), itemFaults(definition, field, answers, photos));
	const wrong = new Set([...faults].filter(([, found]) => found.some(isError)).map(([key]) => key));
	const places = new Map(fields.map((field, place) => [fieldKey(field), place]));
	for (const check of definition.checks) {
		for (const [row, scope] of placesOf(definition, check, state)) {
			// Shown at the first of its items in form order.
			const shown = check.items.flatMap((code) => places.get(answerKey(code, row)) ?? []);
			const at = shown.length === 0 ? undefined : fields[Math.min(...shown)];
			if (at === undefined || !canJudge(check.holds, row, wrong, scope)) continue;
			if (evaluate(check.holds, scope) !== false) continue;
			const failed = errorAt(at.item.code, row, { code: "check_failed", check: check.code, message: check.message });
			faults.get(fieldKey(at))?.push({ ...failed, severity: check.severity });
		}
	}
	return [
		...[...prepare(definition).rosterCodes].flatMap((code) => faults.get(code) ?? []),
		...fields.flatMap((field) => faults.get(fieldKey(field)) ?? []),
	];
}

const isError = (fault: ReturnFault) => fault.severity === "error";

function rowFaults(roster: Roster, state: Situation): ReturnFault[] {
	const rows = state.rows.get(roster.code)?.length ?? 0;
	if (rows < roster.min) return [errorAt(roster.code, "", { code: "too_few_rows", min: roster.min })];
	return rows > roster.max ? [errorAt(roster.code, "", { code: "too_many_rows", max: roster.max })] : [];
}

/** Where a check is asked: once for the return, or in each row of the roster that its first item stands in. */
function placesOf(definition: Definition, check: CrossCheck, state: Situation): [row: string, scope: Scope][] {
	const roster = prepare(definition).rosterOf.get(check.items[0] ?? "");
	if (roster === undefined) return [["", state.scope]];
	return (state.rows.get(roster) ?? []).map((row) => [row.id, row.scope]);
}

/** A check waits for its figures: one that is missing or wrong is told of once, at its own item. */
function canJudge(holds: CrossCheck["holds"], row: string, wrong: ReadonlySet<string>, scope: Scope): boolean {
	return (
		references(holds).every((code) => !wrong.has(code) && !wrong.has(answerKey(code, row))) &&
		valuesRead(holds).every((code) => isAnswered(scope.answer(code)))
	);
}

function itemFaults(
	definition: Definition,
	{ item, row }: Field,
	answers: Answers,
	photos: PhotoCounts | undefined,
): ReturnFault[] {
	if (item.type === "computed") return [];
	const answer = answerOf(answers, item.code, row);
	const missing = (detail: FaultDetail) => errorAt(item.code, row, detail);
	if (!isAnswered(answer.value)) return item.required ? [missing({ code: "answer_missing" })] : [];
	const faults = validateAnswer(item, answer, row);
	if (item.type === "choices" && Array.isArray(answer.value) && answer.value.length < (item.min ?? 0))
		faults.push(missing({ code: "too_few", min: item.min ?? 0 }));
	if (item.type === "verdict" && answer.value === "unmet") {
		const demands = item.failure ?? definition.failure;
		faults.push(...demanded(answer, demands).map(missing));
		if (demands.photo && photos && !photos.has(answerKey(item.code, row)))
			faults.push(missing({ code: "photo_missing" }));
	}
	const found = personalIn(item, answer);
	if (found) faults.push({ ...missing({ code: "looks_personal", found }), severity: "warning" });
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
