import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCode, anyExpression } from "#tests/support/any-expression.ts";
import { expression } from "../forms/expression-schema.ts";
import { parseXPath } from "./xpath-parse.ts";
import { printXPath } from "./xpath-print.ts";

test("every expression is read back from its print as it was", () => {
	fc.assert(
		fc.property(anyExpression(), (node) => {
			expect(parseXPath(printXPath(node))).toEqual({ ok: true, expression: node });
		}),
		{ numRuns: 2000 },
	);
});

test("so it is with an own answer, with other names in the file, and with rosters told apart", () => {
	fc.assert(
		fc.property(anyExpression(), anyCode, (node, self) => {
			const nameOf = (code: string) => `_${code}`;
			const codeOf = (name: string) => name.slice(1);
			const rosterOf = (item: string) => (item.length % 2 === 0 ? "khu" : undefined);
			const text = printXPath(node, { self, nameOf, rosterOf });
			expect(parseXPath(text, { self, codeOf })).toEqual({ ok: true, expression: node });
		}),
		{ numRuns: 2000 },
	);
});

test("whatever text is read comes to an expression that the schema allows or to a fault within the text", () => {
	const piece = fc.constantFrom(
		..."${a} ${ } . ( ) [ ] , = != < >= + - * div mod and or not( count( sum( selected( if( 'met' 1 .5 “x” / // .. @ | x".split(
			" ",
		),
	);
	const text = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.array(piece).map((pieces) => pieces.join(" ")),
	);
	fc.assert(
		fc.property(text, (text) => {
			const parsed = parseXPath(text, { self: "me" });
			if (parsed.ok) expect(expression.safeParse(parsed.expression).success).toBe(true);
			else {
				expect(parsed.fault.at).toBeGreaterThanOrEqual(0);
				expect(parsed.fault.at + parsed.fault.length).toBeLessThanOrEqual(text.length);
			}
		}),
		{ numRuns: 3000 },
	);
});
