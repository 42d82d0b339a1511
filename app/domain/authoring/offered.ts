/** What is offered where a line of a condition is chosen: comparisons that fit, and a first choice that is already a whole line. */
import type { Expression } from "../forms/expression-schema.ts";
import { prepare } from "../forms/prepare.ts";
import { factKind } from "../forms/rules.ts";
import type { Definition, Item } from "../forms/schema.ts";
import type { Comparison, Operand, Test } from "./chosen.ts";

/** How the left side of a comparison reads, and so with what it may be compared. */
export type Likeness =
	| { like: "figure" }
	| { like: "day" }
	| { like: "text" }
	| { like: "truth" }
	| { like: "flag" }
	| { like: "kind" | "ownership" | "stage" }
	| { like: "choices"; item: Extract<Item, { type: "choices" }> }
	| { like: "options"; item: Extract<Item, { type: "choice" | "verdict" }> };

export function likenessOf(definition: Definition, operand: Operand): Likeness {
	if (operand.kind === "fact") return { like: factKind(operand.field) };
	if (operand.kind === "value") return { like: typeof operand.value === "number" ? "figure" : "text" };
	if (operand.kind !== "item") return { like: "figure" };
	const item = prepare(definition).itemByCode.get(operand.item);
	switch (item?.type) {
		case "verdict":
		case "choice":
			return { like: "options", item };
		case "choices":
			return { like: "choices", item };
		case "date":
			return { like: "day" };
		case "text":
		case "longtext":
			return { like: "text" };
		case "computed":
			return { like: saysTruth(item.expression) ? "truth" : "figure" };
		default:
			return { like: "figure" };
	}
}

/** Comes to yes or no. */
function saysTruth(expression: Expression): boolean {
	return !["answer", "school", "count", "rows", "total", "sum", "mul", "sub", "div", "const"].includes(expression.op);
}

/** The tests that make sense of a left side, the likeliest first. */
export function testsFor(definition: Definition, left: Operand): Test["test"][] {
	const ordered: Comparison[] = ["ge", "gt", "le", "lt", "eq", "ne"];
	const given: Test["test"][] = left.kind === "item" ? ["answered", "unanswered"] : [];
	switch (likenessOf(definition, left).like) {
		case "figure":
		case "day":
			return [...ordered, ...given];
		case "choices":
			return ["has", "lacks", ...given];
		case "truth":
		case "options":
		case "text":
		case "flag":
		case "kind":
		case "ownership":
		case "stage":
			return ["eq", "ne", ...given];
	}
}

/** A whole line about a left side that was just chosen. */
export function firstTest(definition: Definition, left: Operand): Test {
	const likeness = likenessOf(definition, left);
	const compared = (test: Comparison, value: string | number | boolean): Test => ({
		test,
		left,
		right: { kind: "value", value },
	});
	switch (likeness.like) {
		case "figure":
			return compared("ge", 1);
		case "day":
		case "text":
			// A fact has no `answered`: the line waits for its day or words.
			return left.kind === "item"
				? { test: "answered", item: left.item }
				: compared(likeness.like === "day" ? "ge" : "eq", "");
		case "choices":
			return { test: "has", item: likeness.item.code, value: likeness.item.options[0]?.value ?? "" };
		case "options":
			return compared("eq", optionValues(likeness.item)[0] ?? "");
		case "truth":
			return compared("eq", true);
		case "flag":
			return compared("eq", 1);
		case "kind":
			return compared("eq", "MN");
		case "ownership":
			return compared("eq", "cong_lap");
		case "stage":
			return compared("eq", "published");
	}
}

/** The values an item with options may be compared with. */
export function optionValues(item: Extract<Item, { type: "choice" | "choices" | "verdict" }>): string[] {
	if (item.type === "verdict") return item.allowNa ? ["met", "unmet", "na"] : ["met", "unmet"];
	return item.options.map(({ value }) => value);
}

/** The left side that a line is about. */
export function subjectOf(test: Test): Operand {
	return "item" in test ? { kind: "item", item: test.item } : test.left;
}

/** The same subject tested otherwise, with as much of the value as fits. */
export function retested(definition: Definition, line: Test, test: Test["test"]): Test {
	const left = subjectOf(line);
	const item = left.kind === "item" ? left.item : "";
	if (test === "answered" || test === "unanswered") return { test, item };
	if (test === "has" || test === "lacks") {
		const first = firstTest(definition, left);
		const value = "value" in line ? line.value : "value" in first ? first.value : "";
		return { test, item, value };
	}
	const first = firstTest(definition, left);
	const right = "right" in line ? line.right : "right" in first ? first.right : fallback(definition, left);
	return { test, left, right };
}

function fallback(definition: Definition, left: Operand): Operand {
	return { kind: "value", value: likenessOf(definition, left).like === "figure" ? 1 : "" };
}
