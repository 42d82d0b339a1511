/**
 * Whether a condition can ever be true. Only what is certain is said: what is not understood, or would take too long, counts as
 * possible. Pure.
 */
import type { Expression } from "../forms/expression-schema.ts";
import { prepare } from "../forms/prepare.ts";
import type { Definition } from "../forms/schema.ts";
import { type Asked, holdsTogether, type Test } from "./values.ts";

type Compared = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

/** What must hold together: tests by what they ask of. */
type Conjunction = Asked[];

/** Beyond so many ways to be true nobody counts them: possible. */
const WAYS_AT_MOST = 256;
const DEPTH_AT_MOST = 40;

export type Reach = {
	/** Whether an item, or a section by its code, can ever be shown; `kind`: to a school of that kind. */
	shown(part: "section" | "item", code: string, kind?: string): boolean;
	/** Whether an expression can ever be true, with the items it reads shown. */
	canHold(expression: Expression, kind?: string): boolean;
};

/** Answers about one definition. `kinds`: kinds of school that the form is for; empty: all. */
export function reachOf(definition: Definition, kinds: readonly string[] = []): Reach {
	const { itemByCode, sectionOf, circular } = prepare(definition);
	const sections = new Map(definition.sections.map((section) => [section.code, section]));

	/** Ways in which an expression is true (`wanted`) or not; null: too many, or not understood, so possible. */
	function ways(node: Expression, wanted: boolean, path: readonly string[]): Conjunction[] | null {
		if (path.length > DEPTH_AT_MOST) return null;
		switch (node.op) {
			case "const":
				return (node.value === true) === wanted ? [[]] : [];
			case "not":
				return ways(node.arg, !wanted, path);
			case "and":
			case "or":
				return (node.op === "and") === wanted
					? together(node.args.map((arg) => ways(arg, wanted, path)))
					: anyOf(node.args.map((arg) => ways(arg, wanted, path)));
			case "eq":
			case "ne":
			case "lt":
			case "le":
			case "gt":
			case "ge":
				return compared({ op: node.op, left: node.left, right: node.right }, wanted, path);
			case "answered":
				return itemTest(node.item, { test: "answered", wanted }, wanted, path);
			case "has":
				return itemTest(node.item, { test: "has", value: node.value, wanted }, wanted, path);
			case "answer":
				// True by itself it is only where an item computes to yes or no.
				return wanted && itemByCode.has(node.item) && itemByCode.get(node.item)?.type !== "computed" ? [] : null;
			default:
				return null;
		}
	}

	function compared(
		node: { op: Compared; left: Expression; right: Expression },
		wanted: boolean,
		path: readonly string[],
	): Conjunction[] | null {
		const turned = { lt: "gt", le: "ge", gt: "lt", ge: "le", eq: "eq", ne: "ne" } as const;
		const [side, fixed, op] =
			node.right.op === "const"
				? [node.left, node.right, node.op]
				: node.left.op === "const"
					? [node.right, node.left, turned[node.op]]
					: [null, null, node.op];
		if (!side || !fixed) return null;
		const test = { test: "compare", op, value: fixed.value, wanted } as const;
		if (side.op === "answer") return itemTest(side.item, test, wanted, path);
		return side.op === "school" ? [[{ of: { school: side.field }, ...test }]] : null;
	}

	/** A test of an item that is true only of a given answer asks that the item be shown, too. */
	function itemTest(code: string, test: Test, needsAnswer: boolean, path: readonly string[]): Conjunction[] | null {
		const item = itemByCode.get(code);
		if (!item) return null;
		const own: Conjunction[] = [[{ of: { item }, ...test }]];
		if (!needsAnswer || path.includes(code)) return own;
		return together([own, shownWays("item", code, [...path, code])]);
	}

	// Asked once for each: a chain of items, each asking twice for the one before, would else be walked 2ⁿ times.
	const ofShown = new Map<string, Conjunction[] | null>();

	function shownWays(part: "section" | "item", code: string, path: readonly string[]): Conjunction[] | null {
		if (circular.includes(code)) return null;
		const known = ofShown.get(`${part} ${code}`);
		if (known !== undefined) return known;
		const found = waysToShow(part, code, path);
		ofShown.set(`${part} ${code}`, found);
		return found;
	}

	function waysToShow(part: "section" | "item", code: string, path: readonly string[]): Conjunction[] | null {
		const section = part === "section" ? sections.get(code) : sectionOf.get(code);
		const own = part === "item" ? itemByCode.get(code)?.visibleIf : undefined;
		const conditions = [section?.visibleIf, own].filter((one) => one !== undefined);
		return together(conditions.map((one) => ways(one, true, path)));
	}

	function possible(found: Conjunction[] | null, kind: string | undefined): boolean {
		if (found === null) return true;
		const kindsHere = kind === undefined ? kinds : [kind];
		return found.some((tests) => holdsTogether(tests, kindsHere));
	}

	return {
		shown: (part, code, kind) => possible(shownWays(part, code, [code]), kind),
		canHold: (expression, kind) => possible(ways(expression, true, []), kind),
	};
}

/** All of several: a part that is not understood restricts nothing, so it is left out. */
function together(parts: readonly (Conjunction[] | null)[]): Conjunction[] | null {
	let all: Conjunction[] = [[]];
	let understood = parts.length === 0;
	for (const part of parts) {
		if (part === null) continue;
		understood = true;
		if (all.length * part.length > WAYS_AT_MOST) return null;
		all = all.flatMap((left) => part.map((right) => [...left, ...right]));
	}
	return understood ? all : null;
}

/** One of several: possible as soon as one is not understood. */
function anyOf(parts: readonly (Conjunction[] | null)[]): Conjunction[] | null {
	const all: Conjunction[] = [];
	for (const part of parts) {
		if (part === null) return null;
		all.push(...part);
		if (all.length > WAYS_AT_MOST) return null;
	}
	return all;
}
