/** Expressions of a file, read with its names and fitted to the types of our items. */
import type { Expression } from "../forms/expression-schema.ts";
import type { Report } from "./report.ts";
import type { NoteCode } from "./schema.ts";
import { codeOfName } from "./xlsform-names.ts";
import type { Group, Tree, TreeNode } from "./xlsform-tree.ts";
import { parseXPath } from "./xpath-parse.ts";

/** What fitting needs to know of an item: how its answers are kept, and where it stands. */
type Known = {
	kept: "number" | "text" | "unknown";
	options: readonly string[];
	roster: string | null;
	isRoster: boolean;
};

export type ReadExpression = (
	line: number,
	text: string,
	left: NoteCode,
	more?: { self?: string; limits?: boolean; severity?: "error" | "warning" },
) => Expression | undefined;

/**
 * Reads expressions of a file; what cannot be read is said with `left` and its place. `foreign`: the file is not of our making, so
 * that values compare as XPath compares them, whatever their types.
 */
export function expressionReader(
	tree: Tree,
	options: (list: string) => readonly string[],
	foreign: boolean,
	report: Report,
): ReadExpression {
	const known = new Map<string, Known>();
	learn(tree.children, null);
	return (line, text, left, { self, limits, severity = "warning" } = {}) => {
		if (text.trim() === "") return undefined;
		const scope = { foreign, codeOf: (name: string) => tree.codes.get(name.normalize("NFC")) ?? missing(name) };
		const parsed = parseXPath(text, { ...scope, ...(self ? { self } : {}), ...(limits ? { limits } : {}) });
		if (!parsed.ok) {
			report.add(line, severity, left, text, parsed.fault);
			return undefined;
		}
		return foreign ? fitted(parsed.expression, known) : parsed.expression;
	};

	/** A draft of ours may ask for an item that is not there; `checkDefinition` says so, before and after. */
	function missing(name: string): string | null {
		return foreign ? null : codeOfName(name);
	}

	function learn(nodes: readonly TreeNode[], roster: string | null): void {
		for (const node of nodes) {
			if (node.kind === "question") {
				const { type, code } = node;
				const numbers = type.kind === "integer" || type.kind === "decimal" || type.kind === "range";
				const computed = type.kind === "calculate" || node.row.cell("calculation") !== "";
				known.set(code, {
					kept: computed ? "unknown" : numbers ? "number" : "text",
					options: type.kind === "select" ? options(type.list) : [],
					...{ roster, isRoster: false },
				});
			} else {
				if (node.kind === "repeat")
					known.set(node.code, { kept: "unknown", options: [], roster: null, isRoster: true });
				learn(node.children, rosterIn(node, roster));
			}
		}
	}
}

function rosterIn(group: Group, roster: string | null): string | null {
	return roster ?? (group.kind === "repeat" ? group.code : null);
}

/** XPath turns texts into numbers and back as it needs; here an answer is one or the other, and so is what it is compared with. */
function fitted(node: Expression, known: ReadonlyMap<string, Known>): Expression {
	const suited = (child: Expression) => fitted(child, known);
	switch (node.op) {
		case "and":
		case "or":
		case "sum":
		case "mul":
			return { ...node, args: node.args.map(suited) };
		case "not":
			return { ...node, arg: suited(node.arg) };
		case "total":
			return node.where ? { ...node, where: suited(node.where) } : node;
		case "rows": {
			// `count(${so})` counts the rows in which the question stands.
			const roster = known.get(node.roster)?.roster ?? node.roster;
			return node.where ? { ...node, roster, where: suited(node.where) } : { ...node, roster };
		}
		case "sub":
		case "div":
			return { ...node, left: suited(node.left), right: suited(node.right) };
		case "eq":
		case "ne":
		case "lt":
		case "le":
		case "gt":
		case "ge":
			return compared({ ...node, left: suited(node.left), right: suited(node.right) }, known);
		default:
			return node;
	}
}

type Comparison = Extract<Expression, { left: Expression }>;

function compared(node: Comparison, known: ReadonlyMap<string, Known>): Expression {
	const left = node.left.op === "answer" ? known.get(node.left.item) : undefined;
	const right = node.right.op === "answer" ? known.get(node.right.item) : undefined;
	const ordered = node.op !== "eq" && node.op !== "ne";
	if (left && left.options.length > 0 && ordered && node.right.op === "const" && node.left.op === "answer") {
		return chosenAmong(node, node.left.item, left.options, Number(node.right.value));
	}
	return { ...node, left: sideFor(node.left, right), right: sideFor(node.right, left) };
}

function sideFor(side: Expression, other: Known | undefined): Expression {
	if (side.op !== "const" || other === undefined) return side;
	if (other.kept === "text" && typeof side.value === "number") return { op: "const", value: String(side.value) };
	const number = typeof side.value === "string" && side.value.trim() !== "" ? Number(side.value) : Number.NaN;
	return other.kept === "number" && Number.isFinite(number) ? { op: "const", value: number } : side;
}

/** Choices named by numbers are kept as texts: `${q} > 3` asks for those of them that are above three. */
function chosenAmong(node: Comparison, item: string, options: readonly string[], bound: number): Expression {
	const holds: Record<string, (value: number) => boolean> = {
		lt: (value) => value < bound,
		le: (value) => value <= bound,
		gt: (value) => value > bound,
		ge: (value) => value >= bound,
	};
	const fitting = options.filter((value) => holds[node.op]?.(Number(value)));
	if (fitting.length === 0) return { op: "const", value: false };
	return {
		op: "or",
		args: fitting
			.slice(0, 200)
			.map((value) => ({ op: "eq", left: { op: "answer", item }, right: { op: "const", value } })),
	};
}
