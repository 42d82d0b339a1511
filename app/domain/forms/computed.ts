import type { Value } from "./evaluate.ts";
import type { Answers, Definition, SchoolFacts } from "./schema.ts";
import { situation } from "./situation.ts";

/**
 * Values of the computed items that are shown, by item code, rounded to each item's `digits` (half away from zero); null
 * while something they need is not answered.
 */
export function computedValues(
	definition: Definition,
	answers: Answers,
	school: SchoolFacts,
): ReadonlyMap<string, Value> {
	return situation(definition, answers, school).computed;
}
