import type { Answers, Definition, SchoolFacts } from "./schema.ts";
import { fieldKey, fieldsOf, situation } from "./situation.ts";

/** Codes of what is shown. An item is listed only when its section is shown too; those of rosters are told by `keys` alone. */
export type Visible = { sections: ReadonlySet<string>; items: ReadonlySet<string>; keys: ReadonlySet<string> };

/**
 * Which sections and items a school sees with the answers given so far; for the order take the definition's. `keys` are the answer
 * keys of everything shown, rows of rosters included.
 * What is hidden is neither asked nor judged: *Không áp dụng* by the form's own decision ("nếu có" in the annexes).
 */
export function visibleItems(definition: Definition, answers: Answers, school: SchoolFacts): Visible {
	const state = situation(definition, answers, school);
	const { sections, items } = state;
	return { sections, items, keys: new Set(fieldsOf(definition, state).map(fieldKey)) };
}
