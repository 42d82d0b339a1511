/** Between an answer as it is kept and the text that stands in its fields. */
import { isBlankMeasure } from "#app/domain/forms/answers.ts";
import { normaliseAnswer } from "#app/domain/forms/normalise.ts";
import { typedNumber } from "#app/domain/forms/numbers.ts";
import type { Answer, AnswerValue, Item, Measure } from "#app/domain/forms/schema.ts";
import { validateAnswer } from "#app/domain/forms/validate.ts";
import type { ItemFault, Typed } from "./fill-state.ts";

export const noMeasure: Measure = { what: "", who: "", due: "", superior: false, request: "" };

/** An answer as it is put into its fields; `readTyped` reads it back. */
export function typedAnswer(answer: { value: AnswerValue; note: string; measure: Measure | null }): Typed {
	const { value, note, measure } = answer;
	return { value: typeof value === "number" ? typedNumber(value) : value, note, measure: measure ?? noMeasure };
}

type Read = { ok: true; answer: Answer } | { ok: false; fault: ItemFault };

/** What the fields say, judged as the server will: an answer that it would refuse is not sent. */
export function readTyped(item: Item, { value, note, measure }: Typed): Read {
	const normal = normaliseAnswer(item, value);
	if (!normal.ok) return { ok: false, fault: { sentence: normal.fault, part: "value" } };
	const answer = { value: normal.value, note, measure: isBlankMeasure(measure) ? null : measure };
	const [wrong] = validateAnswer(item, { ...answer, note: "", measure: null });
	if (wrong) return { ok: false, fault: { sentence: wrong, part: "value" } };
	const [long] = validateAnswer(item, { ...answer, measure: null });
	return long ? { ok: false, fault: { sentence: long, part: "note" } } : { ok: true, answer };
}
