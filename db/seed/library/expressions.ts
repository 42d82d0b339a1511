/** The words in which the library's conditions, checks and figures are written. */
import type { Expression, SchoolField } from "../../../app/domain/forms/expression-schema.ts";

export function answer(item: string): Expression {
	return { op: "answer", item };
}

export function answered(item: string): Expression {
	return { op: "answered", item };
}

export function value(constant: string | number | boolean): Expression {
	return { op: "const", value: constant };
}

export function school(field: SchoolField): Expression {
	return { op: "school", field };
}

/** One option of a choice, or one of several ticked. */
export function has(item: string, option: string): Expression {
	return { op: "has", item, value: option };
}

export function hasAny(item: string, options: readonly string[]): Expression {
	return or(...options.map((option) => has(item, option)));
}

export function and(...args: Expression[]): Expression {
	return { op: "and", args };
}

export function or(...args: Expression[]): Expression {
	return { op: "or", args };
}

export function not(arg: Expression): Expression {
	return { op: "not", arg };
}

export function eq(left: Expression, right: Expression): Expression {
	return { op: "eq", left, right };
}

export function le(left: Expression, right: Expression): Expression {
	return { op: "le", left, right };
}

function lt(left: Expression, right: Expression): Expression {
	return { op: "lt", left, right };
}

export function ge(left: Expression, right: Expression): Expression {
	return { op: "ge", left, right };
}

export function sum(...args: Expression[]): Expression {
	return { op: "sum", args };
}

export function mul(...args: Expression[]): Expression {
	return { op: "mul", args };
}

export function div(left: Expression, right: Expression): Expression {
	return { op: "div", left, right };
}

export function percent(part: Expression, whole: Expression): Expression {
	return div(mul(part, value(100)), whole);
}

export function positive(number: Expression): Expression {
	return lt(value(0), number);
}

/** How many rows of a roster there are for which the condition holds. */
export function rows(roster: string, where?: Expression): Expression {
	return { op: "rows", roster, ...(where && { where }) };
}

/** What an item of a roster adds up to over the rows for which the condition holds. */
export function total(item: string, where?: Expression): Expression {
	return { op: "total", item, ...(where && { where }) };
}

export function kindIs(...kinds: readonly string[]): Expression {
	return or(...kinds.map((kind) => eq(school("kind"), value(kind))));
}
