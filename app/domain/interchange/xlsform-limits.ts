/** Limits of the own answer out of a constraint: `. >= 0 and . <= 10`. What is left is a check across items. */

import { references } from "../forms/evaluate.ts";
import type { Expression } from "../forms/expression-schema.ts";
import { isDay } from "../forms/texts.ts";
import { ownChosen, ownLength } from "./xpath-calls.ts";

export type Limits = { min?: number | string; max?: number | string; maxLength?: number };
export type Split = {
	limits: Limits;
	/** Conditions that no limit of the item says. */
	rest: Expression[];
	/** Whether one of them asks for the own length or number of choices, which no condition can. */
	beyond: boolean;
};

/** `type` is the item's. */
export function splitLimits(expression: Expression, self: string, type: string): Split {
	const split: Split = { limits: {}, rest: [], beyond: false };
	for (const part of conjuncts(expression)) {
		if (part.op === "const" && part.value === true) continue;
		if (taken(part, self, type, split.limits)) continue;
		split.rest.push(part);
		if (references(part).some((code) => code === ownLength || code === ownChosen)) split.beyond = true;
	}
	return split;
}

function conjuncts(expression: Expression): Expression[] {
	return expression.op === "and" ? expression.args.flatMap(conjuncts) : [expression];
}

const turned: Record<string, string> = { lt: "gt", le: "ge", gt: "lt", ge: "le", eq: "eq" };

/** Whether a condition is a limit; it is then put to the others. */
function taken(part: Expression, self: string, type: string, limits: Limits): boolean {
	if (!(part.op in turned) || !("left" in part)) return false;
	const straight = part.left.op === "answer";
	const [asked, bound] = straight ? [part.left, part.right] : [part.right, part.left];
	if (asked.op !== "answer" || bound.op !== "const") return false;
	const op = straight ? part.op : (turned[part.op] as string);
	const { value } = bound;
	if (asked.item === self && type === "date")
		return typeof value === "string" && isDay(value) && put(limits, op, value);
	if (typeof value !== "number") return false;
	if (asked.item === self && type === "decimal") return put(limits, op, value);
	if (asked.item === self && type === "integer") return put(limits, ...wholeLimit(op, value));
	if (asked.item === ownChosen && type === "choices") return putWhole(limits, op, value);
	if (asked.item !== ownLength || (type !== "text" && type !== "longtext")) return false;
	const most: Limits = {};
	if (!put(most, ...wholeLimit(op, value)) || typeof most.max !== "number" || most.max < 1) return false;
	limits.maxLength = Math.min(limits.maxLength ?? most.max, most.max);
	return true;
}

/** Among whole numbers `> 3` is `>= 4`. */
function wholeLimit(op: string, value: number): [string, number] {
	if (op === "gt") return ["ge", Math.floor(value) + 1];
	if (op === "lt") return ["le", Math.ceil(value) - 1];
	if (op === "ge") return ["ge", Math.ceil(value)];
	return [op, op === "le" ? Math.floor(value) : value];
}

function putWhole(limits: Limits, op: string, value: number): boolean {
	if (op === "eq") return Number.isInteger(value) && put(limits, "ge", value) && put(limits, "le", value);
	return put(limits, ...wholeLimit(op, value));
}

function put(limits: Limits, op: string, value: number | string): boolean {
	if (op === "ge") limits.min = limits.min === undefined || limits.min < value ? value : limits.min;
	else if (op === "le") limits.max = limits.max === undefined || limits.max > value ? value : limits.max;
	else return false;
	return true;
}
