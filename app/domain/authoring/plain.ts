/** Expressions that are written otherwise and say the same. */
import type { Expression } from "../forms/expression-schema.ts";
import { mirrored } from "../forms/rules.ts";

const comparisons: ReadonlySet<string> = new Set(["eq", "ne", "lt", "le", "gt", "ge"]);

export function isComparison(op: string): boolean {
	return comparisons.has(op);
}

/**
 * The same expression with comparisons the way round they are chosen (`3 < A` is `A > 3`), and without brackets that change
 * nothing: around one condition, and of *và* inside *và*.
 */
export function plain(expression: Expression): Expression {
	return flattened(expression, 0);
}

/** Deeper than anything that can be chosen, which is then left alone. */
const FLOORS = 8;

function flattened(node: Expression, depth: number): Expression {
	if (depth > FLOORS) return node;
	const child = (one: Expression) => flattened(one, depth + 1);
	switch (node.op) {
		case "and":
		case "or": {
			const args = node.args.map(child).flatMap((arg) => (arg.op === node.op ? arg.args : [arg]));
			const [only] = args;
			return args.length === 1 && only && isTruth(only) ? only : { op: node.op, args };
		}
		case "eq":
		case "ne":
		case "lt":
		case "le":
		case "gt":
		case "ge": {
			const [left, right] = [child(node.left), child(node.right)];
			if (left.op === "const" && right.op !== "const") return { op: mirrored[node.op], left: right, right: left };
			return { op: node.op, left, right };
		}
		case "sub":
		case "div":
			return { op: node.op, left: child(node.left), right: child(node.right) };
		case "sum":
		case "mul":
			return { op: node.op, args: node.args.map(child) };
		case "not":
			return { op: "not", arg: child(node.arg) };
		case "rows":
		case "total":
			return node.where ? { ...node, where: child(node.where) } : node;
		default:
			return node;
	}
}

/** Comes to true or false and nothing else: standing alone it says what it says inside *và*. */
function isTruth(node: Expression): boolean {
	return isComparison(node.op) || ["and", "or", "not", "answered", "has"].includes(node.op);
}

/** Whether two expressions are written the same; they are plain data whose keys this file puts in one order. */
export function sameExpression(one: Expression | undefined, other: Expression | undefined): boolean {
	if (one === other) return true;
	if (one === undefined || other === undefined || one.op !== other.op) return false;
	const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
	const [left, right] = [one, other] as unknown as Record<string, unknown>[];
	return [...keys].every((key) => sameValue(left?.[key], right?.[key]));
}

function sameValue(one: unknown, other: unknown): boolean {
	if (Array.isArray(one) && Array.isArray(other))
		return one.length === other.length && one.every((part, at) => sameValue(part, other[at]));
	if (typeof one === "object" && typeof other === "object" && one !== null && other !== null)
		return sameExpression(one as Expression, other as Expression);
	return Object.is(one, other);
}
