import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { formWith, randomAnswers, randomExpression, randomForm } from "#tests/support/random-forms.ts";
import { evaluate, isWithinBounds, type Scope } from "./evaluate.ts";
import type { Expression } from "./expression-schema.ts";
import { preschool } from "./fixtures.ts";
import { fieldKey, fieldsOf, situation } from "./situation.ts";
import { validateReturn } from "./validate.ts";
import { verdict } from "./verdict.ts";

/** Everything a return comes to, as plain data. */
type Come = (definition: unknown, answers: unknown, school: unknown) => string;

const here: Come = (definition, answers, school) => {
	const [form, given, facts] = [definition, answers, school] as Parameters<typeof situation>;
	const state = situation(form, given, facts);
	return JSON.stringify([
		fieldsOf(form, state).map(fieldKey),
		[...state.computed],
		[...state.rows].map(([code, rows]) => [code, rows.map((row) => [row.id, [...row.computed]])]),
		verdict(form, given, facts),
		validateReturn(form, given, facts),
	]);
};

/** The same modules as the browser gets them: bundled for it, minified, and run where there is no Node. */
async function browserBundle(): Promise<Come> {
	const contents = `
		import { fieldKey, fieldsOf, situation } from "./situation.ts";
		import { validateReturn } from "./validate.ts";
		import { verdict } from "./verdict.ts";
		globalThis.come = (form, given, facts) => {
			const state = situation(form, given, facts);
			return JSON.stringify([
				fieldsOf(form, state).map(fieldKey),
				[...state.computed],
				[...state.rows].map(([code, rows]) => [code, rows.map((row) => [row.id, [...row.computed]])]),
				verdict(form, given, facts),
				validateReturn(form, given, facts),
			]);
		};`;
	const built = await build({
		stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
		bundle: true,
		write: false,
		minify: true,
		platform: "browser",
		target: "es2022",
	});
	const browser: { come?: Come } = {};
	runInNewContext(built.outputFiles[0]?.text ?? "", browser);
	if (!browser.come) throw new Error("the bundle gave nothing");
	return browser.come;
}

describe("any form, any answers", () => {
	let there: Come;
	beforeAll(async () => {
		there = await browserBundle();
	});

	test("browser and server come to the same: what is shown, what is computed, verdict and faults", () => {
		fc.assert(
			fc.property(randomForm, randomAnswers, (definition, answers) => {
				// By way of JSON, as the page's data travels.
				const travelled = JSON.parse(JSON.stringify([definition, answers, preschool]));
				expect(there(travelled[0], travelled[1], travelled[2])).toBe(here(definition, answers, preschool));
			}),
			{ numRuns: 200 },
		);
	});

	test("an expression comes to a value, or to null, whatever it is asked", () => {
		const truth: Expression = { op: "const", value: true };
		const definition = formWith({}, { figure: truth, yes: truth });
		fc.assert(
			fc.property(randomExpression, randomAnswers, (expression, answers) => {
				const value = evaluate(expression, situation(definition, answers, preschool).scope);
				const kind = Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
				expect(["string", "number", "boolean", "list", "null"]).toContain(kind);
				if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe("bounds", () => {
	/** A scope that counts how often it is asked. */
	function counted(rows: number): { scope: Scope; asked(): number } {
		let asked = 0;
		const scope: Scope = {
			answer() {
				asked += 1;
				return 1;
			},
			school: () => null,
			rows: () => Array.from({ length: rows }, () => scope),
			rosterOf: () => "R",
		};
		return { scope, asked: () => asked };
	}
	const leaf: Expression = { op: "eq", left: { op: "answer", item: "A" }, right: { op: "const", value: 1 } };
	const wide = (size: number): Expression => ({ op: "and", args: Array.from({ length: size }, () => leaf) });

	test.each<[string, Expression, number]>([
		["too wide", { op: "or", args: Array.from({ length: 200 }, () => ({ op: "not", arg: wide(200) }) as const) }, 0],
		[
			"rows of rows of rows",
			{ op: "rows", roster: "R", where: { op: "rows", roster: "R", where: { op: "rows", roster: "R", where: leaf } } },
			500,
		],
		["too deep", Array.from({ length: 150 }).reduce<Expression>((arg) => ({ op: "not", arg }), leaf), 0],
	])("%s: comes to null before it has cost anything", (_, expression, rows) => {
		const { scope, asked } = counted(rows);
		expect(isWithinBounds(expression)).toBe(false);
		expect(evaluate(expression, scope)).toBeNull();
		expect(asked()).toBeLessThan(25_000);
	});

	test("what is within bounds is worked out, with as many rows as a roster may have", () => {
		fc.assert(
			fc.property(randomExpression, (expression) => {
				const { scope, asked } = counted(500);
				if (!isWithinBounds(expression)) return;
				evaluate(expression, scope);
				expect(asked()).toBeLessThan(25_000);
			}),
			{ numRuns: 300 },
		);
	});
});
