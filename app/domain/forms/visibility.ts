import type { Answers, Definition, SchoolFacts } from "./schema.ts";
import { situation } from "./situation.ts";

/** Codes of what is shown. An item is listed only when its section is shown too. */
export type Visible = { sections: ReadonlySet<string>; items: ReadonlySet<string> };

/**
 * Which sections and items a school sees with the answers given so far; for the order take the definition's.
 * What is hidden is neither asked nor judged: *Không áp dụng* by the form's own decision ("nếu có" in the annexes).
 */
export function visibleItems(definition: Definition, answers: Answers, school: SchoolFacts): Visible {
	const { sections, items } = situation(definition, answers, school);
	return { sections, items };
}
