/**
 * XLSForm's XPath into the form language's expression tree: a tokenizer and an operator-precedence parser. Nothing is executed,
 * nothing is thrown: what the language has not is named with its place. `xpath-print.ts` is the way back.
 */
import type { Expression } from "../forms/expression-schema.ts";
import { calls } from "./xpath-calls.ts";
import { Fault, odkFunctions, type XPathFault, type XPathFaultCode } from "./xpath-fault.ts";
import { type Token, tokensOf } from "./xpath-tokens.ts";

export type { XPathFault, XPathFaultCode };

export type ParseScope = {
	/** The item whose own answer `.` is. */
	self?: string;
	/** Code of the item or roster of this name; null when there is none. Absent: names are codes. */
	codeOf?: (name: string) => string | null;
	/**
	 * ODK's reading of `!=`: true as well while one side is not answered. The form language's own `ne` is false then, so a form made
	 * elsewhere reads `a != b` as `not(a = b)`.
	 */
	foreign?: boolean;
	/** Takes `string-length(.)` and `count-selected(.)`, as `ownLength` and `ownChosen`: limits of a constraint. */
	limits?: boolean;
};

export type Parsed = { ok: true; expression: Expression } | { ok: false; fault: XPathFault };

/** Bounds of what is read. `evaluate` goes no deeper and takes no more steps. */
const textLimit = 1_000_000;
const depthLimit = 100;
const sizeLimit = 20_000;
/** Brackets cost stack and make no tree. */
const bracketLimit = 400;
const argsLimit = 200;
const codePattern = /^[\p{L}0-9][\p{L}0-9._-]{0,39}$/u;

/** Reads an expression. Total: every text comes to an expression or to a fault with its place. */
export function parseXPath(text: string, scope: ParseScope = {}): Parsed {
	try {
		if (text.length > textLimit) throw new Fault("too_long", { at: 0, length: text.length }, text);
		return { ok: true, expression: new Parser(tokensOf(text), text, scope).whole() };
	} catch (error) {
		if (error instanceof Fault) return { ok: false, fault: error.fault };
		throw error;
	}
}

/** A tree with what bounds it: built bottom-up, so that no reading of a large text goes over it again. */
export type Part = { node: Expression; depth: number; size: number; open: boolean };

/** A map, so that `constructor` is no operator. */
const binary = new Map([
	["or", { power: 1, op: "or" }],
	["and", { power: 2, op: "and" }],
	["=", { power: 3, op: "eq" }],
	["!=", { power: 3, op: "ne" }],
	["<", { power: 4, op: "lt" }],
	["<=", { power: 4, op: "le" }],
	[">", { power: 4, op: "gt" }],
	[">=", { power: 4, op: "ge" }],
	["+", { power: 5, op: "sum" }],
	["-", { power: 5, op: "sub" }],
	["*", { power: 6, op: "mul" }],
	["div", { power: 6, op: "div" }],
]);
const unaryPower = 7;

export class Parser {
	private at = 0;
	private brackets = 0;
	/** How many rows of rosters the reading stands in: there bare names are items of the row. */
	private rows = 0;

	constructor(
		private readonly tokens: readonly Token[],
		private readonly text: string,
		readonly scope: ParseScope,
	) {}

	whole(): Expression {
		if (this.tokens.length === 1) throw new Fault("empty", this.next, "");
		const { node } = this.expression();
		if (this.next.kind !== "end") throw this.unexpected("operator_missing");
		return node;
	}

	get next(): Token {
		return this.tokens[this.at] as Token;
	}

	take(): Token {
		const token = this.next;
		if (token.kind !== "end") this.at += 1;
		return token;
	}

	isSign(value: string): boolean {
		return this.next.kind === "sign" && this.next.value === value;
	}

	expect(value: string): void {
		if (!this.isSign(value)) throw this.unexpected("bracket_missing");
		this.take();
	}

	fault(code: XPathFaultCode, token: Token): Fault {
		return new Fault(code, token, this.text.slice(token.at, token.at + token.length));
	}

	/** Something else than wanted stands here: known signs of paths and operators are called by their name. */
	private unexpected(code: XPathFaultCode): Fault {
		const { kind, value } = this.next;
		if (kind === "sign" && ["/", "//", "..", "@", "::", "["].includes(value)) {
			return this.fault("path_without_equal", this.next);
		}
		if (code === "operator_missing" && (value === "|" || (kind === "name" && value === "mod"))) {
			return this.fault("operator_without_equal", this.next);
		}
		if (kind === "sign" && value === "*" && code === "operand_missing")
			return this.fault("path_without_equal", this.next);
		return this.fault(code, this.next);
	}

	/** Operators that bind tighter than `floor`; a chain grows to the left in a loop, not in the stack. */
	expression(floor = 0): Part {
		let left = this.operand();
		for (;;) {
			const token = this.next;
			const found = token.kind === "sign" || token.kind === "name" ? binary.get(token.value) : undefined;
			if (found === undefined || found.power <= floor) return left;
			this.take();
			left = this.joined(found.op, left, this.expression(found.power), token);
		}
	}

	private operand(): Part {
		const token = this.next;
		if (token.kind === "sign" && token.value === "-") {
			this.take();
			if (this.next.kind === "number") return this.leaf({ op: "const", value: -this.number() });
			return this.nested(token, () =>
				this.joined("sub", this.leaf({ op: "const", value: 0 }), this.expression(unaryPower), token),
			);
		}
		if (token.kind === "sign" && token.value === "(") {
			this.take();
			const inner = this.nested(token, () => this.expression());
			this.expect(")");
			return { ...inner, open: false };
		}
		if (token.kind === "sign" && token.value === ".") {
			this.take();
			// Within a row `.` is the row itself.
			if (this.rows > 0) throw this.fault("path_without_equal", token);
			if (this.scope.self === undefined) throw this.fault("self_unknown", token);
			return this.leaf({ op: "answer", item: this.scope.self });
		}
		if (token.kind === "number") return this.leaf({ op: "const", value: this.number() });
		if (token.kind === "text") return this.leaf({ op: "const", value: this.boundedText(this.take(), 400) });
		if (token.kind === "reference") return this.leaf({ op: "answer", item: this.code() });
		if (token.kind === "name") return this.named(this.take());
		throw this.unexpected("operand_missing");
	}

	private number(): number {
		const token = this.take();
		const value = Number(token.value);
		if (!Number.isFinite(value)) throw this.fault("too_large", token);
		return value;
	}

	private named(token: Token): Part {
		if (!this.isSign("(")) {
			if (this.isSign("::")) throw this.fault("path_without_equal", token);
			if (this.rows === 0) throw this.fault("name_bare", token);
			return this.leaf({ op: "answer", item: this.codeNamed(token, token.value) });
		}
		const call = calls.get(token.value);
		if (call === undefined) {
			throw this.fault(odkFunctions.has(token.value) ? "function_without_equal" : "function_unknown", token);
		}
		this.take();
		const part = this.nested(token, () => call(this, token));
		if (!this.isSign(")")) throw this.unexpected(this.isSign(",") ? "arguments" : "bracket_missing");
		this.take();
		return { ...part, open: false };
	}

	/** Deeper brackets than any tree has are a fault, not a fall. */
	private nested(token: Token, read: () => Part): Part {
		this.brackets += 1;
		if (this.brackets > bracketLimit) throw this.fault("too_large", token);
		const part = read();
		this.brackets -= 1;
		return part;
	}

	inRow(read: () => Part): Part {
		this.rows += 1;
		const part = read();
		this.rows -= 1;
		return part;
	}

	/** The code of the item or roster that is named here with `${…}`, or with `.`, or barely within a row. */
	code(): string {
		const token = this.take();
		if (token.kind === "reference") return this.codeNamed(token, token.value);
		if (token.kind === "sign" && token.value === "." && this.scope.self !== undefined) return this.scope.self;
		if (token.kind === "name" && this.rows > 0 && !this.isSign("(")) return this.codeNamed(token, token.value);
		throw this.fault("arguments", token);
	}

	codeNamed(token: Token, name: string): string {
		if (this.scope.codeOf) {
			const code = this.scope.codeOf(name);
			if (code === null) throw this.fault("name_unknown", token);
			return code;
		}
		if (!codePattern.test(name)) throw this.fault("name_malformed", token);
		return name;
	}

	boundedText(token: Token, most: number): string {
		if (token.value.length > most) throw this.fault("text_too_long", token);
		return token.value;
	}

	leaf(node: Expression, size = 1): Part {
		return { node, depth: 0, size, open: false };
	}

	/** A node over others, within bounds. */
	over(node: Expression, parts: readonly Part[], token: Token, open = false): Part {
		const depth = 1 + parts.reduce((most, part) => Math.max(most, part.depth), 0);
		const size = 1 + parts.reduce((sum, part) => sum + part.size, 0);
		if (depth > depthLimit || size > sizeLimit) throw this.fault("too_large", token);
		return { node, depth, size, open };
	}

	/** `open` chains of one operator (not in brackets) are one node: `a and b and c`. */
	private joined(op: string, left: Part, right: Part, token: Token): Part {
		if (op === "and" || op === "or" || op === "sum" || op === "mul") {
			const chain = left.open && left.node.op === op && left.node.args.length < argsLimit ? left.node.args : null;
			if (chain === null) return this.over({ op, args: [left.node, right.node] }, [left, right], token, true);
			// The chain belongs to nobody else yet: growing it in place keeps long chains linear.
			chain.push(right.node);
			const grown = { ...left, depth: Math.max(left.depth, right.depth + 1), size: left.size + right.size };
			if (grown.depth > depthLimit || grown.size > sizeLimit) throw this.fault("too_large", token);
			return grown;
		}
		const asked =
			left.node.op === "answer" && right.node.op === "const" && right.node.value === "" ? left.node.item : null;
		if (asked !== null && (op === "eq" || op === "ne")) return this.answered(asked, op === "ne", token);
		const node = { op, left: left.node, right: right.node } as Expression;
		if (op === "ne" && this.scope.foreign) {
			const same = this.over({ op: "eq", left: left.node, right: right.node }, [left, right], token);
			return this.over({ op: "not", arg: same.node }, [same], token);
		}
		return this.over(node, [left, right], token);
	}

	/** `${a} != ''` is how ODK asks whether there is an answer. */
	private answered(item: string, yes: boolean, token: Token): Part {
		const part = this.leaf({ op: "answered", item });
		return yes ? part : this.over({ op: "not", arg: part.node }, [part], token);
	}
}
