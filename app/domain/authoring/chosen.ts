/**
 * Conditions and figures as they are built by choosing. What is chosen writes one expression; an expression that choosing could not
 * have written, save for the order of its sides and needless brackets, is left to the expert's text.
 */
import type { Expression, Outcome, SchoolField } from "../forms/expression-schema.ts";
import { isComparison, plain, sameExpression } from "./plain.ts";

export type Comparison = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

/** A side of a comparison. An item "" is not chosen yet. */
export type Operand =
	| { kind: "value"; value: string | number | boolean }
	| { kind: "item"; item: string }
	| { kind: "fact"; field: SchoolField }
	| { kind: "count"; outcome: Outcome; items: string[] }
	| { kind: "sum"; items: string[] }
	/** Of the rows for which all of `where` holds. */
	| { kind: "rows"; roster: string; where: Test[] }
	| { kind: "total"; item: string; where: Test[] };

/** One line of a condition. */
export type Test =
	| { test: "answered" | "unanswered"; item: string }
	| { test: "has" | "lacks"; item: string; value: string }
	| { test: Comparison; left: Operand; right: Operand };

export type Join = "and" | "or";
export type Group = { join: Join; parts: Test[] };

/** Lines joined by *và* or *hoặc*; a group inside stands in brackets, one floor deep. */
export type Chosen = { join: Join; parts: (Test | Group)[] };

/** What a computed item may be. */
export type Figure =
	| Operand
	| { kind: "difference"; left: Operand; right: Operand }
	/** Per cent of `whole`. */
	| { kind: "share"; part: Operand; whole: Operand }
	/** Yes or no. */
	| { kind: "condition"; chosen: Chosen };

export function isGroup(part: Test | Group): part is Group {
	return "parts" in part;
}

/** The expression that the finished lines say; undefined while there is none. */
export function expressionFrom(chosen: Chosen): Expression | undefined {
	const { join, parts } = settled(chosen);
	const args = parts.map((part) => (isGroup(part) ? joined(part.join, part.parts.map(written)) : written(part)));
	return args.length === 0 ? undefined : joined(join, args);
}

/** What was chosen to write an expression; null when it was not written by choosing. */
export function chosenFrom(expression: Expression | undefined): Chosen | null {
	if (expression === undefined) return { join: "and", parts: [] };
	const asked = plain(expression);
	const chosen = readChosen(asked);
	return chosen !== null && sameExpression(expressionFrom(chosen), asked) ? chosen : null;
}

/** A check says what must be so, or (`never`) what must not. */
export type ChosenCheck = { never: boolean; chosen: Chosen };

export function checkExpression({ never, chosen }: ChosenCheck): Expression | undefined {
	const said = expressionFrom(chosen);
	return said && never ? { op: "not", arg: said } : said;
}

/** The inverse of `checkExpression`. One line that can be said the other way round is said as what must be so. */
export function checkFrom(expression: Expression): ChosenCheck | null {
	const must = chosenFrom(expression);
	if (must !== null) return { never: false, chosen: must };
	const mustNot = expression.op === "not" ? chosenFrom(expression.arg) : null;
	return mustNot && { never: true, chosen: mustNot };
}

export function figureExpression(figure: Figure): Expression | undefined {
	if (figure.kind === "condition") return expressionFrom(figure.chosen);
	if (figure.kind === "difference") {
		if (!isFinished(figure.left) || !isFinished(figure.right)) return undefined;
		return { op: "sub", left: side(figure.left), right: side(figure.right) };
	}
	if (figure.kind === "share") {
		if (!isFinished(figure.part) || !isFinished(figure.whole)) return undefined;
		const hundredfold: Expression = { op: "mul", args: [side(figure.part), { op: "const", value: 100 }] };
		return { op: "div", left: hundredfold, right: side(figure.whole) };
	}
	return isFinished(figure) ? side(figure) : undefined;
}

/** The inverse of `figureExpression`; null where nothing that can be chosen writes it. */
export function figureFrom(expression: Expression): Figure | null {
	const asked = plain(expression);
	const figure = readFigure(asked);
	return figure !== null && sameExpression(figureExpression(figure), asked) ? figure : null;
}

/** Without lines that are not finished, and without brackets that change nothing. */
export function settled({ join, parts }: Chosen): Chosen {
	const kept = parts.flatMap((part): (Test | Group)[] => {
		if (!isGroup(part)) return isFinishedTest(part) ? [part] : [];
		const inner = part.parts.filter(isFinishedTest);
		return inner.length > 1 ? [{ join: part.join, parts: inner }] : inner;
	});
	const [only] = kept;
	if (kept.length === 1 && only && isGroup(only)) return { join: only.join, parts: only.parts };
	if (kept.length < 2) return { join: "and", parts: kept };
	return { join, parts: kept.flatMap((part) => (isGroup(part) && part.join === join ? part.parts : [part])) };
}

/** Whether everything that a line needs is chosen. */
export function isFinishedTest(test: Test): boolean {
	if ("item" in test) return test.item !== "" && ("value" in test ? test.value !== "" : true);
	return isFinished(test.left) && isFinished(test.right);
}

function isFinished(operand: Operand): boolean {
	switch (operand.kind) {
		case "value":
			return operand.value !== "" && (typeof operand.value !== "number" || Number.isFinite(operand.value));
		case "item":
			return operand.item !== "";
		case "fact":
			return true;
		case "count":
		case "sum":
			return operand.items.length > 0;
		case "rows":
			return operand.roster !== "" && operand.where.every(isFinishedTest);
		case "total":
			return operand.item !== "" && operand.where.every(isFinishedTest);
	}
}

function joined(join: Join, args: Expression[]): Expression {
	const [only] = args;
	return args.length === 1 && only ? only : { op: join, args };
}

function written(test: Test): Expression {
	switch (test.test) {
		case "answered":
			return { op: "answered", item: test.item };
		case "unanswered":
			return { op: "not", arg: { op: "answered", item: test.item } };
		case "has":
			return { op: "has", item: test.item, value: test.value };
		case "lacks":
			return { op: "not", arg: { op: "has", item: test.item, value: test.value } };
		default:
			return { op: test.test, left: side(test.left), right: side(test.right) };
	}
}

function side(operand: Operand): Expression {
	const lines = "where" in operand ? operand.where.map(written) : [];
	const where = lines.length > 0 ? { where: joined("and", lines) } : {};
	switch (operand.kind) {
		case "value":
			return { op: "const", value: operand.value };
		case "item":
			return { op: "answer", item: operand.item };
		case "fact":
			return { op: "school", field: operand.field };
		case "count":
			return { op: "count", outcome: operand.outcome, items: operand.items };
		case "sum":
			return { op: "sum", args: operand.items.map((item) => ({ op: "answer", item })) };
		case "rows":
			return { op: "rows", roster: operand.roster, ...where };
		case "total":
			return { op: "total", item: operand.item, ...where };
	}
}

function readChosen(expression: Expression): Chosen | null {
	if (expression.op !== "and" && expression.op !== "or") {
		const test = readTest(expression);
		return test && { join: "and", parts: [test] };
	}
	const parts = expression.args.map((arg): Test | Group | null => {
		if (arg.op !== "and" && arg.op !== "or") return readTest(arg);
		const inner = all(arg.args.map(readTest));
		return inner && { join: arg.op, parts: inner };
	});
	const known = all(parts);
	return known && { join: expression.op, parts: known };
}

function readTest(node: Expression): Test | null {
	if (node.op === "answered") return { test: "answered", item: node.item };
	if (node.op === "has") return { test: "has", item: node.item, value: node.value };
	if (node.op === "not") {
		if (node.arg.op === "answered") return { test: "unanswered", item: node.arg.item };
		return node.arg.op === "has" ? { test: "lacks", item: node.arg.item, value: node.arg.value } : null;
	}
	if (!isComparison(node.op) || !("left" in node)) return null;
	const [left, right] = [readOperand(node.left), readOperand(node.right)];
	return left && right && left.kind !== "value" ? { test: node.op as Comparison, left, right } : null;
}

function readOperand(node: Expression): Operand | null {
	switch (node.op) {
		case "const":
			return { kind: "value", value: node.value };
		case "answer":
			return { kind: "item", item: node.item };
		case "school":
			return { kind: "fact", field: node.field };
		case "count":
			return { kind: "count", outcome: node.outcome, items: node.items };
		case "sum": {
			const items = all(node.args.map((arg) => (arg.op === "answer" ? arg.item : null)));
			return items && { kind: "sum", items };
		}
		case "rows":
		case "total": {
			const lines = node.where?.op === "and" ? node.where.args : node.where ? [node.where] : [];
			const where = all(lines.map(readTest));
			if (where === null) return null;
			return node.op === "rows"
				? { kind: "rows", roster: node.roster, where }
				: { kind: "total", item: node.item, where };
		}
		default:
			return null;
	}
}

function readFigure(node: Expression): Figure | null {
	const operand = readOperand(node);
	if (operand !== null) return operand;
	if (node.op === "sub") {
		const [left, right] = [readOperand(node.left), readOperand(node.right)];
		return left && right && { kind: "difference", left, right };
	}
	if (node.op === "div" && node.left.op === "mul" && node.left.args[0]) {
		const [part, whole] = [readOperand(node.left.args[0]), readOperand(node.right)];
		return part && whole && { kind: "share", part, whole };
	}
	const chosen = readChosen(node);
	return chosen && { kind: "condition", chosen };
}

function all<T>(list: readonly (T | null)[]): T[] | null {
	return list.every((one) => one !== null) ? [...(list as readonly T[])] : null;
}
