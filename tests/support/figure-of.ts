import { evaluate, type Value } from "#app/domain/forms/evaluate.ts";
import type { Answers, AnswerValue, Definition, SchoolFacts } from "#app/domain/forms/schema.ts";
import { situation } from "#app/domain/forms/situation.ts";

/** What a figure of a form comes to, as the office's roll-up reads it. */
export function figureOf(definition: Definition, answers: Answers, school: SchoolFacts, code: string): Value {
	const figure = definition.figures.find((one) => one.code === code);
	if (!figure) throw new Error(`no figure ${code}`);
	return evaluate(figure.value, situation(definition, answers, school).scope);
}

/** Answers written down by key: `CAM-KV.5#a`. */
export function answersOf(values: Record<string, AnswerValue>): Answers {
	return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, note: "", measure: null }]));
}
