/** The form language's expressions as XPath: ODK's own words where ODK has any. `parseXPath` reads every one back as it was. */
import type { Expression } from "../forms/expression-schema.ts";

export type PrintScope = {
	/** The item that `.` stands for. */
	self?: string;
	/** Name of an item or roster in the file; absent: its code. */
	nameOf?: (code: string) => string;
	/** The roster that an item belongs to. ODK finds items of the row in a condition about rows by their bare names only. */
	rosterOf?: (item: string) => string | undefined;
};

const signs = { eq: "=", ne: "!=", lt: "<", le: "<=", gt: ">", ge: ">=", sub: "-", div: "div" } as const;
const joins = { and: "and", or: "or", sum: "+", mul: "*" } as const;
const lists = { and: "all-of", or: "any-of", sum: "plus", mul: "times" } as const;
const powers = { or: 1, and: 2, eq: 3, ne: 3, lt: 4, le: 4, gt: 4, ge: 4, sum: 5, sub: 5, mul: 6, div: 6 } as const;
const whole = 9;

/** A text of XPath that `parseXPath` with the same scope reads back as the same expression. */
export function printXPath(expression: Expression, scope: PrintScope = {}): string {
	return printed(expression, scope, "").text;
}

type Printed = { text: string; power: number };

/** `row` is the roster whose rows are asked, "" outside of any. */
function printed(node: Expression, scope: PrintScope, row: string): Printed {
	const name = (code: string) => scope.nameOf?.(code) ?? code;
	const reference = (code: string) => {
		if (code === scope.self && row === "") return ".";
		const bare = row !== "" && scope.rosterOf?.(code) === row && barely.test(name(code));
		return bare ? name(code) : `\${${name(code)}}`;
	};
	const call = (text: string): Printed => ({ text, power: whole });
	const sub = (child: Expression) => printed(child, scope, row).text;
	const within = (child: Expression, power: number) => {
		const part = printed(child, scope, row);
		return part.power > power ? part.text : `(${part.text})`;
	};
	switch (node.op) {
		case "const":
			return call(constant(node.value));
		case "answer":
			return call(reference(node.item));
		case "school":
			return call(`school('${node.field}')`);
		case "answered":
			return { text: `${reference(node.item)} != ''`, power: powers.ne };
		case "has":
			return call(`selected(${reference(node.item)}, ${constant(node.value)})`);
		case "count":
			return call(`count-outcome(${[`'${node.outcome}'`, ...node.items.map(reference)].join(", ")})`);
		case "rows": {
			const where = node.where ? `[${printed(node.where, scope, node.roster).text}]` : "";
			return call(`count(\${${name(node.roster)}}${where})`);
		}
		case "total": {
			const item = name(node.item);
			if (!node.where) return call(`sum(\${${item}})`);
			const roster = scope.rosterOf?.(node.item);
			const where = printed(node.where, scope, roster ?? "?").text;
			if (roster === undefined || !barely.test(item)) return call(`total(\${${item}}, ${where})`);
			return call(`sum(\${${name(roster)}}[${where}]/${item})`);
		}
		case "not":
			if (node.arg.op !== "answered") return call(`not(${sub(node.arg)})`);
			return { text: `${reference(node.arg.item)} = ''`, power: powers.eq };
		case "and":
		case "or":
		case "sum":
		case "mul": {
			const [first, ...rest] = node.args;
			if (first === undefined || rest.length === 0) return call(`${lists[node.op]}(${node.args.map(sub).join(", ")})`);
			const power = powers[node.op];
			// `a - b + c` is read from the left: only the same operator at the head needs brackets to stay a part of its own.
			const head = printed(first, scope, row);
			const plain = first.op !== node.op && head.power >= power;
			return {
				text: [plain ? head.text : `(${head.text})`, ...rest.map((arg) => within(arg, power))].join(
					` ${joins[node.op]} `,
				),
				power,
			};
		}
		default: {
			const power = powers[node.op];
			const empty = node.right.op === "const" && node.right.value === "" && node.left.op === "answer";
			if (empty && (node.op === "eq" || node.op === "ne")) return call(`${node.op}(${sub(node.left)}, '')`);
			const arithmetic = node.op === "sub" || node.op === "div";
			const left = printed(node.left, scope, row);
			const plain = arithmetic ? left.power >= power : left.power > power;
			return {
				text: `${plain ? left.text : `(${left.text})`} ${signs[node.op]} ${within(node.right, power)}`,
				power,
			};
		}
	}
}

/** Names that stand in a condition about rows without `${…}`. */
const barely = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u;

function constant(value: string | number | boolean): string {
	if (typeof value === "boolean") return value ? "true()" : "false()";
	if (typeof value === "number") return plainNumber(value);
	if (!value.includes("'")) return `'${value}'`;
	if (!value.includes('"')) return `"${value}"`;
	// XPath has no sign for a quote within quotes.
	const parts = value.split("'").map((part) => (part === "" ? [] : [`'${part}'`]));
	return `concat(${parts.flatMap((part, at) => (at === 0 ? part : [`"'"`, ...part])).join(", ")})`;
}

/** Without an exponent, which XPath has not. */
function plainNumber(value: number): string {
	if (Object.is(value, -0)) return "-0";
	const text = String(value);
	const [, sign = "", head = "", tail = "", exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
	if (exponent === undefined) return text;
	const places = Number(exponent);
	if (places < 0) return `${sign}0.${"0".repeat(-places - 1)}${head}${tail}`;
	return `${sign}${head}${tail.padEnd(places, "0")}`;
}
