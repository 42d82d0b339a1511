import { answeredValue } from "./answers.ts";
import { evaluate, type Scope, type Value } from "./evaluate.ts";
import { roundHalfUp } from "./numbers.ts";
import { prepare, type Step } from "./prepare.ts";
import type { Answers, Definition, Item, SchoolFacts } from "./schema.ts";

/** A form as it stands for one school with the answers given so far. */
export type Situation = {
	/** Codes of the sections and of the items that are shown. */
	sections: ReadonlySet<string>;
	items: ReadonlySet<string>;
	/** Values of the computed items that are shown. */
	computed: ReadonlyMap<string, Value>;
	/** What an expression about the whole return sees: the answers to shown items only. */
	scope: Scope;
};

/**
 * Works out in one pass what is shown and what the computed items come to; the two may hang on each other in any order.
 * A condition that is not true hides; a hidden section hides its items; a hidden item counts as unanswered wherever it is
 * asked for, so that an answer given before it was hidden has no effect.
 */
export function situation(definition: Definition, answers: Answers, school: SchoolFacts): Situation {
	const { steps, itemByCode } = prepare(definition);
	const sections = new Set<string>();
	const items = new Set<string>();
	const computed = new Map<string, Value>();
	const scope: Scope = {
		answer(code) {
			if (!items.has(code)) return null;
			return itemByCode.get(code)?.type === "computed" ? (computed.get(code) ?? null) : answeredValue(answers, code);
		},
		school: (field) => school[field],
	};
	for (const step of steps) {
		if (!isShown(step, sections, scope)) continue;
		if (step.item === null) {
			sections.add(step.section.code);
			continue;
		}
		items.add(step.item.code);
		if (step.item.type === "computed" && step.judged) computed.set(step.item.code, compute(step.item, scope));
	}
	return { sections, items, computed, scope };
}

function isShown({ section, item, judged }: Step, sections: ReadonlySet<string>, scope: Scope): boolean {
	if (item !== null && !sections.has(section.code)) return false;
	const condition = item === null ? section.visibleIf : item.visibleIf;
	return condition === undefined || !judged || evaluate(condition, scope) === true;
}

/** Other items see the rounded value: what a person reads on the form is what the form reckons with. */
function compute(item: Extract<Item, { type: "computed" }>, scope: Scope): Value {
	const value = evaluate(item.expression, scope);
	return typeof value === "number" ? roundHalfUp(value, item.digits) : value;
}
