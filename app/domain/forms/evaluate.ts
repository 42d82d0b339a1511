import { isAnswered } from "./answers.ts";
import type { Expression, SchoolField } from "./expression-schema.ts";
import { ROWS_AT_MOST } from "./rows.ts";

/** What an expression can come to. `null`: not known (not answered, hidden, unknown item, impossible arithmetic). */
export type Value = string | number | boolean | string[] | null;

/** Where an expression finds its facts. `answer` is null for whatever is hidden, unanswered or unknown. */
export type Scope = {
	answer(item: string): Value;
	school(field: SchoolField): string | number | null;
	/** What an expression about one row sees, row by row; none for an unknown or hidden roster. */
	rows(roster: string): readonly Scope[];
	/** The roster that an item belongs to; null for an item outside rosters. */
	rosterOf(item: string): string | null;
};

/** A definition may be imported from anywhere; beyond these bounds an expression comes to null instead of holding up a phone. */
const depthLimit = 100;
const stepLimit = 20_000;

type Budget = { steps: number };

/**
 * The value of an expression. Total: it never throws and always ends.
 *
 * - Arithmetic with anything that is not a number, a division by zero and an overflow come to null.
 * - A comparison with null on either side is false, `ne` too: what is not known is neither equal nor different.
 * - `eq` and `ne` compare values of one type; lists without regard to order. `lt le gt ge` compare two numbers, or two texts
 *   (calendar days are texts that sort). Sums of decimals carry binary dust: numbers that differ by it alone are equal.
 * - For `and`, `or`, `not` only `true` is true, so `not` of an unknown is true.
 * - `count` counts the listed items answered with that outcome; `has` asks whether a choice was ticked.
 * - `rows` counts rows and `total` adds an item's numbers over them; a total of rows that none has answered is null, of no rows 0.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
	const budget: Budget = { steps: stepLimit };
	const value = step(expression, scope, budget, 0);
	return budget.steps < 0 ? null : value;
}

function step(node: Expression, scope: Scope, budget: Budget, depth: number): Value {
	budget.steps -= 1;
	if (depth > depthLimit) budget.steps = -1;
	if (budget.steps < 0) return null;
	const value = (child: Expression) => step(child, scope, budget, depth + 1);
	switch (node.op) {
		case "const":
			return typeof node.value === "number" ? finite(node.value) : node.value;
		case "answer":
			return scope.answer(node.item);
		case "school":
			return scope.school(node.field);
		case "answered":
			return isAnswered(scope.answer(node.item));
		case "has": {
			const answer = scope.answer(node.item);
			return Array.isArray(answer) ? answer.includes(node.value) : answer === node.value;
		}
		case "count":
			budget.steps -= node.items.length;
			if (budget.steps < 0) return null;
			return node.items.filter((item) => scope.answer(item) === node.outcome).length;
		case "rows":
			return rowsWhere(scope.rows(node.roster), node.where, budget, depth).length;
		case "total": {
			const rows = rowsWhere(scope.rows(scope.rosterOf(node.item) ?? ""), node.where, budget, depth);
			const numbers = rows.map((row) => row.answer(node.item)).filter((one) => typeof one === "number");
			return numbers.length === 0 && rows.length > 0 ? null : finite(numbers.reduce((sum, one) => sum + one, 0));
		}
		case "and":
			return node.args.every((child) => value(child) === true);
		case "or":
			return node.args.some((child) => value(child) === true);
		case "not":
			return value(node.arg) !== true;
		case "sum":
			return node.args.map(value).reduce((left, right) => arithmetic(left, right, (a, b) => a + b), 0);
		case "mul":
			return node.args.map(value).reduce((left, right) => arithmetic(left, right, (a, b) => a * b), 1);
		case "sub":
			return arithmetic(value(node.left), value(node.right), (a, b) => a - b);
		case "div":
			return arithmetic(value(node.left), value(node.right), (a, b) => a / b);
		default:
			return compare(node.op, value(node.left), value(node.right));
	}
}

/** The rows for which a condition holds, each asked in its own scope. */
function rowsWhere(
	rows: readonly Scope[],
	where: Expression | undefined,
	budget: Budget,
	depth: number,
): readonly Scope[] {
	budget.steps -= rows.length;
	if (where === undefined) return rows;
	return rows.filter((row) => step(where, row, budget, depth + 1) === true);
}

function arithmetic(left: Value, right: Value, work: (a: number, b: number) => number): number | null {
	return typeof left === "number" && typeof right === "number" ? finite(work(left, right)) : null;
}

/** Adding zero turns -0, which JSON does not keep, into 0. */
function finite(value: number): number | null {
	return Number.isFinite(value) ? value + 0 : null;
}

function compare(op: "eq" | "ne" | "lt" | "le" | "gt" | "ge", left: Value, right: Value): boolean {
	if (left === null || right === null) return false;
	if (op === "eq") return same(left, right);
	if (op === "ne") return !same(left, right);
	const comparable =
		(typeof left === "number" && typeof right === "number") || (typeof left === "string" && typeof right === "string");
	if (!comparable) return false;
	if (same(left, right)) return op === "le" || op === "ge";
	return left < right ? op === "lt" || op === "le" : op === "gt" || op === "ge";
}

/** Amounts in đồng reach 10^12, answers have at most six digits after the comma: the tolerance lies between dust and both. */
function same(left: Value, right: Value): boolean {
	if (typeof left === "number" && typeof right === "number")
		return Math.abs(left - right) <= 1e-9 + 1e-13 * Math.max(Math.abs(left), Math.abs(right));
	if (Array.isArray(left) && Array.isArray(right))
		return left.length === right.length && left.every((part) => right.includes(part));
	return left === right;
}

/** Codes of the items (and rosters) an expression asks for, each once. */
export function references(expression: Expression): string[] {
	const found = new Set<string>();
	for (const { node } of nodes(expression)) {
		if (node.op === "answer" || node.op === "answered" || node.op === "has" || node.op === "total")
			found.add(node.item);
		if (node.op === "rows") found.add(node.roster);
		if (node.op === "count") for (const item of node.items) found.add(item);
	}
	return [...found];
}

/** The items whose very value an expression takes; one that only asks `answered`, `has`, `count` or for rows copes with a missing answer. */
export function valuesRead(expression: Expression): string[] {
	const found = new Set<string>();
	for (const { node, inRows } of nodes(expression)) if (node.op === "answer" && !inRows) found.add(node.item);
	return [...found];
}

/** Whether `evaluate` can finish this expression whatever the answers are, with as many rows as a roster may have. */
export function isWithinBounds(expression: Expression): boolean {
	let steps = 0;
	for (const { node, depth, inRows } of nodes(expression)) {
		const own =
			1 + (node.op === "count" ? node.items.length : node.op === "rows" || node.op === "total" ? ROWS_AT_MOST : 0);
		steps += inRows ? own * ROWS_AT_MOST : own;
		if (depth > depthLimit || steps > stepLimit) return false;
	}
	return true;
}

/** Every node, without recursion and without end only up to one step beyond the bound: the tree itself is not trusted. */
function* nodes(expression: Expression): Generator<{ node: Expression; depth: number; inRows: boolean }> {
	const waiting = [{ node: expression, depth: 0, inRows: false }];
	for (let steps = 0; steps <= stepLimit; steps += 1) {
		const next = waiting.pop();
		if (next === undefined) return;
		yield next;
		const inRows = next.inRows || next.node.op === "rows" || next.node.op === "total";
		for (const node of childrenOf(next.node)) waiting.push({ node, depth: next.depth + 1, inRows });
	}
}

function childrenOf(node: Expression): Expression[] {
	if ("args" in node) return node.args;
	if ("arg" in node) return [node.arg];
	if ("where" in node && node.where) return [node.where];
	return "left" in node ? [node.left, node.right] : [];
}
