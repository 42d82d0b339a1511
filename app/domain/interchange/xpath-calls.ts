/** The functions that the form language answers to, ODK's by their names and its own. */
import { type Expression, type Outcome, type SchoolField, schoolField } from "../forms/expression-schema.ts";
import { Fault } from "./xpath-fault.ts";
import type { Parser, Part } from "./xpath-parse.ts";
import type { Token } from "./xpath-tokens.ts";

/** Reads what stands between the brackets of a function; its closing bracket is left to the parser. */
export type Call = (parser: Parser, name: Token) => Part;

/** Answers that only limits of a constraint ask for; no item can have such a code. */
export const ownLength = ".length";
export const ownChosen = ".chosen";

const outcomes: readonly string[] = ["met", "unmet", "na"];
const argsLimit = 200;
const itemsLimit = 2000;

const known: Record<string, Call> = {
	true: (parser) => parser.leaf({ op: "const", value: true }),
	false: (parser) => parser.leaf({ op: "const", value: false }),
	not: (parser, name) => {
		const arg = parser.expression();
		return parser.over({ op: "not", arg: arg.node }, [arg], name);
	},
	selected(parser) {
		const item = parser.code();
		comma(parser);
		return parser.leaf({ op: "has", item, value: literal(parser, 100) });
	},
	/** Texts side by side are one: XPath has no other way to write one with both kinds of quotes. */
	concat(parser, name) {
		let value = literal(parser, 400);
		while (parser.isSign(",")) {
			parser.take();
			value += literal(parser, 400, "function_without_equal", name);
		}
		if (value.length > 400) throw parser.fault("text_too_long", name);
		return parser.leaf({ op: "const", value });
	},
	/** A day is a text that sorts. */
	date: (parser) => parser.leaf({ op: "const", value: literal(parser, 400) }),
	number: (parser) => parser.expression(),
	if: choice,
	count: (parser, name) => {
		const { roster, where, item } = rowsNamed(parser);
		if (item !== null) throw parser.fault("arguments", name);
		return rowsPart(parser, name, roster, where);
	},
	sum: (parser, name) => {
		const { roster, where, item } = rowsNamed(parser);
		if (where !== null && item === null) throw parser.fault("arguments", name);
		return totalPart(parser, name, item ?? roster, where);
	},
	rows: (parser, name) => {
		const roster = parser.code();
		return rowsPart(parser, name, roster, optionalWhere(parser));
	},
	total: (parser, name) => {
		const item = parser.inRow(() => parser.leaf({ op: "answer", item: parser.code() }));
		return totalPart(parser, name, (item.node as { item: string }).item, optionalWhere(parser));
	},
	answered: (parser) => parser.leaf({ op: "answered", item: parser.code() }),
	school(parser) {
		const token = parser.next;
		const field = literal(parser, 60);
		if (!schoolField.options.includes(field as SchoolField)) throw parser.fault("field_unknown", token);
		return parser.leaf({ op: "school", field: field as SchoolField });
	},
	"count-outcome"(parser, name) {
		const token = parser.next;
		const outcome = literal(parser, 60);
		if (!outcomes.includes(outcome)) throw parser.fault("outcome_unknown", token);
		const items: string[] = [];
		while (parser.isSign(",")) {
			parser.take();
			items.push(parser.code());
		}
		if (items.length > itemsLimit) throw parser.fault("too_large", name);
		return parser.leaf({ op: "count", outcome: outcome as Outcome, items }, 1 + items.length);
	},
	"string-length": (parser, name) => own(parser, name, ownLength),
	"count-selected": (parser, name) => own(parser, name, ownChosen),
	"all-of": list("and"),
	"any-of": list("or"),
	plus: list("sum"),
	times: list("mul"),
	eq: pair("eq"),
	ne: pair("ne"),
};

/** A map, so that `constructor` is no function of ours. */
export const calls: ReadonlyMap<string, Call> = new Map(Object.entries(known));

function comma(parser: Parser): void {
	if (!parser.isSign(",")) throw parser.fault("arguments", parser.next);
	parser.take();
}

/** A text, or a number written as one would be: `selected(${a}, 1)` is usual. */
function literal(
	parser: Parser,
	most: number,
	code: "arguments" | "function_without_equal" = "arguments",
	at?: Token,
): string {
	const token = parser.next;
	if (token.kind === "name" && token.value === "concat") {
		const { node } = parser.expression(100);
		if (node.op === "const" && typeof node.value === "string" && node.value.length <= most) return node.value;
		throw parser.fault("text_too_long", token);
	}
	if (token.kind !== "text" && token.kind !== "number") throw parser.fault(code, at ?? token);
	return parser.boundedText(parser.take(), most);
}

/** `${khu}`, `${khu}[…]`, `${khu}[…]/so`, `${khu}/so`. */
function rowsNamed(parser: Parser): { roster: string; where: Part | null; item: string | null } {
	const roster = parser.code();
	let where: Part | null = null;
	if (parser.isSign("[")) {
		parser.take();
		where = parser.inRow(() => parser.expression());
		parser.expect("]");
	}
	if (!parser.isSign("/")) return { roster, where, item: null };
	parser.take();
	const token = parser.take();
	if (token.kind !== "name" && token.kind !== "reference") throw parser.fault("path_without_equal", token);
	return { roster, where, item: parser.codeNamed(token, token.value) };
}

function optionalWhere(parser: Parser): Part | null {
	if (!parser.isSign(",")) return null;
	parser.take();
	return parser.inRow(() => parser.expression());
}

function rowsPart(parser: Parser, name: Token, roster: string, where: Part | null): Part {
	if (where === null) return parser.leaf({ op: "rows", roster });
	return parser.over({ op: "rows", roster, where: where.node }, [where], name);
}

function totalPart(parser: Parser, name: Token, item: string, where: Part | null): Part {
	if (where === null) return parser.leaf({ op: "total", item });
	return parser.over({ op: "total", item, where: where.node }, [where], name);
}

/** Only of the own answer, and only where a constraint's limits are read. */
function own(parser: Parser, name: Token, item: string): Part {
	if (!parser.scope.limits || !parser.isSign(".")) throw parser.fault("function_without_equal", name);
	parser.take();
	return parser.leaf({ op: "answer", item });
}

function list(op: "and" | "or" | "sum" | "mul"): Call {
	return (parser, name) => {
		const parts = [parser.expression()];
		while (parser.isSign(",")) {
			parser.take();
			parts.push(parser.expression());
		}
		if (parts.length > argsLimit) throw parser.fault("too_large", name);
		return parser.over({ op, args: parts.map(({ node }) => node) }, parts, name);
	};
}

function pair(op: "eq" | "ne"): Call {
	return (parser, name) => {
		const left = parser.expression();
		comma(parser);
		const right = parser.expression();
		return parser.over({ op, left: left.node, right: right.node }, [left, right], name);
	};
}

const truths: readonly string[] = ["and", "or", "not", "answered", "has", "eq", "ne", "lt", "le", "gt", "ge"];

/** `if` of two conditions is a condition; of two values the language has none. */
function choice(parser: Parser, name: Token): Part {
	const condition = parser.expression();
	comma(parser);
	const then = parser.expression();
	comma(parser);
	const other = parser.expression();
	const isTruth = ({ node }: Part) =>
		truths.includes(node.op) || (node.op === "const" && typeof node.value === "boolean");
	if (!isTruth(then) || !isTruth(other)) throw new Fault("function_without_equal", name, "if");
	const yes = parser.over({ op: "and", args: [condition.node, then.node] }, [condition, then], name);
	const no: Expression = { op: "not", arg: condition.node };
	const opposite = parser.over(no, [condition], name);
	const otherwise = parser.over({ op: "and", args: [opposite.node, other.node] }, [opposite, other], name);
	return parser.over({ op: "or", args: [yes.node, otherwise.node] }, [yes, otherwise], name);
}
