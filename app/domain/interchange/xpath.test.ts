import { expect, test } from "vitest";
import type { Expression } from "../forms/expression-schema.ts";
import { parseXPath } from "./xpath-parse.ts";
import { printXPath } from "./xpath-print.ts";

const answer = (item: string): Expression => ({ op: "answer", item });
const value = (value: string | number | boolean): Expression => ({ op: "const", value });

function read(text: string, scope = {}) {
	const parsed = parseXPath(text, scope);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
	return parsed.expression;
}

function faultOf(text: string, scope = {}) {
	const parsed = parseXPath(text, scope);
	return parsed.ok ? null : [parsed.fault.code, text.slice(parsed.fault.at, parsed.fault.at + parsed.fault.length)];
}

test("conditions as they stand in XLSForms", () => {
	const cases: [string, Expression][] = [
		["${a} = 'met'", { op: "eq", left: answer("a"), right: value("met") }],
		["selected(${a}, 'x')", { op: "has", item: "a", value: "x" }],
		["${a} != ''", { op: "answered", item: "a" }],
		['${a}=""', { op: "not", arg: { op: "answered", item: "a" } }],
		["count(${khu})", { op: "rows", roster: "khu" }],
		["sum(${so})", { op: "total", item: "so" }],
		["count(${khu}[so > 3])", { op: "rows", roster: "khu", where: { op: "gt", left: answer("so"), right: value(3) } }],
		["sum(${khu}[${x} = 1]/so)", { op: "total", item: "so", where: { op: "eq", left: answer("x"), right: value(1) } }],
		["sum(${khu}/so)", { op: "total", item: "so" }],
		["school('kind') = 'MN'", { op: "eq", left: { op: "school", field: "kind" }, right: value("MN") }],
		["count-outcome('unmet', ${a}, ${b})", { op: "count", outcome: "unmet", items: ["a", "b"] }],
		["not(true())", { op: "not", arg: value(true) }],
		["${a} >= date('2026-11-26')", { op: "ge", left: answer("a"), right: value("2026-11-26") }],
		["${a} = ‘met’", { op: "eq", left: answer("a"), right: value("met") }],
		["-${a}", { op: "sub", left: value(0), right: answer("a") }],
		["1 - 2 - -3", { op: "sub", left: { op: "sub", left: value(1), right: value(2) }, right: value(-3) }],
		["1 + 2 + 3 * 4", { op: "sum", args: [value(1), value(2), { op: "mul", args: [value(3), value(4)] }] }],
	];
	for (const [text, expected] of cases) expect(read(text), text).toEqual(expected);
});

test("`and` binds tighter than `or`, comparisons tighter than both; brackets are kept", () => {
	const [a, b, c] = [answer("a"), answer("b"), answer("c")];
	expect(read("${a} or ${b} and ${c}")).toEqual({ op: "or", args: [a, { op: "and", args: [b, c] }] });
	expect(read("(${a} and ${b}) and ${c}")).toEqual({ op: "and", args: [{ op: "and", args: [a, b] }, c] });
	expect(read("${a} and ${b} and ${c}")).toEqual({ op: "and", args: [a, b, c] });
	expect(read("if(${a} = 1, ${b} = 1, false())")).toMatchObject({ op: "or" });
});

test("what is printed is what an ODK author would write", () => {
	const texts = [
		"${a} = 'met' and (${b} > 3 or selected(${c}, 'x'))",
		"not(${a} = 'met')",
		"${dat} + ${chua} = ${tong}",
		"(${a} - ${b}) div ${c} * 100",
		"sum(${so}) <= count(${khu})",
		"${a} != '' and ${b} = ''",
	];
	for (const text of texts) expect(printXPath(read(text))).toBe(text);
	expect(printXPath(read(". >= 0", { self: "a" }), { self: "a" })).toBe(". >= 0");
});

test("items of a row stand bare in a condition about rows when the rosters are known", () => {
	const node = read("count(${khu}[so > ${least}])");
	const scope = { rosterOf: (item: string) => (item === "so" ? "khu" : undefined) };
	expect(printXPath(node, scope)).toBe("count(${khu}[so > ${least}])");
	expect(printXPath(node)).toBe("count(${khu}[${so} > ${least}])");
});

test("a form from elsewhere means ODK's `!=`, which holds for a missing answer as well", () => {
	const equal: Expression = { op: "eq", left: answer("a"), right: value("x") };
	expect(read("${a} != 'x'")).toEqual({ ...equal, op: "ne" });
	expect(read("${a} != 'x'", { foreign: true })).toEqual({ op: "not", arg: equal });
	expect(read("${a} != ''", { foreign: true })).toEqual({ op: "answered", item: "a" });
});

test("faults say what and where", () => {
	const cases: [string, string, string][] = [
		["", "empty", ""],
		["${a} = ", "operand_missing", ""],
		["${a} ${b}", "operator_missing", "${b}"],
		["(${a} = 1", "bracket_missing", ""],
		["${a = 1", "unclosed_reference", "${a = 1"],
		["${a} = 'met", "unclosed_text", "'met"],
		["${a b} = 1", "name_malformed", "${a b}"],
		["a = 1", "name_bare", "a"],
		[". > 1", "self_unknown", "."],
		["today() > 1", "function_without_equal", "today"],
		["${a} + coalesce(${b}, 0)", "function_without_equal", "coalesce"],
		["if(${a} = 1, 1, 0)", "function_without_equal", "if"],
		["concat('a', ${b})", "function_without_equal", "concat"],
		["string-length(${a}) > 3", "function_without_equal", "string-length"],
		["ngay()", "function_unknown", "ngay"],
		["constructor()", "function_unknown", "constructor"],
		["1 constructor 2", "operator_missing", "constructor"],
		["${a} mod 2", "operator_without_equal", "mod"],
		["/data/a = 1", "path_without_equal", "/"],
		["../a = 1", "path_without_equal", ".."],
		["count(${khu}[. > 1])", "path_without_equal", "."],
		["selected(${a})", "arguments", ")"],
		["not(${a}, ${b})", "arguments", ","],
		["school('colour')", "field_unknown", "'colour'"],
		["count-outcome('ok', ${a})", "outcome_unknown", "'ok'"],
		["${a} = 1; ${b}", "character", ";"],
		[`\${a} = '${"x".repeat(401)}'`, "text_too_long", `'${"x".repeat(401)}'`],
	];
	for (const [text, code, found] of cases) expect(faultOf(text), text).toEqual([code, found]);
	expect(faultOf("${b} = 1", { codeOf: (name: string) => (name === "a" ? "a" : null) })).toEqual([
		"name_unknown",
		"${b}",
	]);
});

test("depth and size are bounded: no text brings the reader down", () => {
	expect(faultOf("(".repeat(100_000))?.[0]).toBe("too_large");
	expect(faultOf("-".repeat(100_000))?.[0]).toBe("too_large");
	expect(faultOf("not(".repeat(100_000))?.[0]).toBe("too_large");
	expect(faultOf(Array(200).fill("1").join(" - "))?.[0]).toBe("too_large");
	expect(faultOf(`${"1 + ".repeat(30_000)}1`)?.[0]).toBe("too_large");
	expect(faultOf("x".repeat(1_000_001))?.[0]).toBe("too_long");
	expect(faultOf("9".repeat(400))?.[0]).toBe("too_large");
	const nested = `${"if(${a} = 1, ".repeat(30)}true()${", false())".repeat(30)}`;
	const doubled = `if(${"if(".repeat(30)}true()${", true(), false())".repeat(30)}, true(), false())`;
	expect(parseXPath(nested).ok).toBe(true);
	expect(faultOf(doubled)?.[0]).toBe("too_large");
	const long = read(Array(500).fill("${a}").join(" and "));
	expect(parseXPath(printXPath(long))).toEqual({ ok: true, expression: long });
});
