/** Whether several tests of the same answers can hold together: tried on every value that could tell them apart. Pure. */
import { addDays } from "../days.ts";
import type { SchoolField } from "../forms/expression-schema.ts";
import type { Item } from "../forms/schema.ts";
import { isDay } from "../forms/texts.ts";

type Of = { item: Item } | { school: SchoolField };
type Compare = { test: "compare"; op: "eq" | "ne" | "lt" | "le" | "gt" | "ge"; value: string | number | boolean };

/** A test of one answer or fact, and what it must come to. */
export type Test = { wanted: boolean } & (Compare | { test: "answered" } | { test: "has"; value: string });
export type Asked = Test & { of: Of };

/** What can be answered; null is no answer. */
type Candidate = string | number | string[] | null;

/** Whether answers exist for which every test comes to what is wanted. `kinds`: kinds of school there are; empty: any. */
export function holdsTogether(tests: readonly Asked[], kinds: readonly string[]): boolean {
	const byThing = new Map<string, Asked[]>();
	for (const test of tests) {
		const key = "item" in test.of ? `item ${test.of.item.code}` : `school ${test.of.school}`;
		byThing.set(key, [...(byThing.get(key) ?? []), test]);
	}
	return [...byThing.values()].every((own) => {
		const candidates = own[0] ? candidatesOf(own[0].of, own, kinds) : null;
		return candidates === null || candidates.some((value) => own.every((test) => comesTo(test, value)));
	});
}

function comesTo(asked: Asked, value: Candidate): boolean {
	return (truth(asked, value) ?? asked.wanted) === asked.wanted;
}

/** Null: not decided here, so it stands in nobody's way. */
function truth(asked: Asked, value: Candidate): boolean | null {
	if (asked.test === "answered") return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
	if (asked.test === "has") return Array.isArray(value) ? value.includes(asked.value) : value === asked.value;
	if (value === null) return false;
	if (Array.isArray(value)) return null;
	const { op, value: fixed } = asked;
	const alike = typeof value === typeof fixed;
	if (op === "eq") return alike && value === fixed;
	if (op === "ne") return !(alike && value === fixed);
	if (!alike || typeof fixed === "boolean") return false;
	if (value === fixed) return op === "le" || op === "ge";
	return value < fixed ? op === "lt" || op === "le" : op === "gt" || op === "ge";
}

/** Every value that could make a difference; null: not known, so anything goes. */
function candidatesOf(of: Of, tests: readonly Asked[], kinds: readonly string[]): Candidate[] | null {
	if ("school" in of) {
		if (of.school === "kind" && kinds.length > 0) return [...kinds];
		if (of.school === "kind" || of.school === "ownership") return [null, "", ...texts(tests)];
		if (["classrooms", "pupils", "staff", "sites"].includes(of.school)) return [null, ...numbers(tests, 0, 1)];
		return null;
	}
	const { item } = of;
	switch (item.type) {
		case "verdict":
			return [null, "met", "unmet", ...(item.allowNa ? ["na"] : [])];
		case "choice":
			return [null, ...item.options.filter(({ refused }) => !refused).map(({ value }) => value)];
		case "choices":
			return ticked(item, tests);
		case "integer":
			return [null, ...numbers(tests, item.min, 1, item.max)];
		case "decimal":
			return [null, ...numbers(tests, item.min, 10 ** -item.digits, item.max)];
		case "date":
			return [null, ...days(tests, item.min, item.max)];
		case "text":
		case "longtext":
			return [null, "\u0001", ...texts(tests)];
		case "computed":
			return null;
	}
}

/** The constants that tests compare with. */
function constants(tests: readonly Asked[]): (string | number | boolean)[] {
	return tests.flatMap((test) => (test.test === "answered" ? [] : [test.value]));
}

/** Each text, and one just behind it in order; the empty one stands before all. */
function texts(tests: readonly Asked[]): string[] {
	return constants(tests).flatMap((value) => (typeof value === "string" ? [value, `${value}\u0001`] : []));
}

/** Each constant, its neighbours, and the ends: between two constants every number does what their neighbours do. */
function numbers(tests: readonly Asked[], min: number | undefined, step: number, max?: number): number[] {
	const near = constants(tests).flatMap((value) => {
		if (typeof value !== "number") return [];
		const down = Math.floor(value / step) * step;
		return [down - step, down, down + step, down + 2 * step];
	});
	const all = [...near, min ?? -1e15, max ?? 1e15, ...(min === undefined ? [] : [min + step])];
	// Steps of a tenth carry binary dust: a constant is tried as it was written, too.
	const onStep = (value: number) => Math.abs(value / step - Math.round(value / step)) < 1e-6;
	const exact = constants(tests).filter((value) => typeof value === "number" && onStep(value)) as number[];
	return [...all, ...exact].filter((n) => (min === undefined || n >= min) && (max === undefined || n <= max));
}

function days(tests: readonly Asked[], min: string | undefined, max: string | undefined): string[] {
	const near = constants(tests).flatMap((value) =>
		typeof value === "string" && isDay(value) ? [addDays(value, -1), value, addDays(value, 1)] : [],
	);
	return [...near, min ?? "1900-01-01", max ?? "9999-12-31"].filter(
		(day) => (min === undefined || day >= min) && (max === undefined || day <= max),
	);
}

/** Ticks that tests ask for, with and without another one. Options that may not be chosen are never ticked. */
function ticked(item: Extract<Item, { type: "choices" }>, tests: readonly Asked[]): Candidate[] {
	const free = item.options.filter(({ refused }) => !refused).map(({ value }) => value);
	const wanted = tests.flatMap((test) => (test.test === "has" && test.wanted ? [test.value] : []));
	const unwanted = tests.flatMap((test) => (test.test === "has" && !test.wanted ? [test.value] : []));
	const must = free.filter((value) => wanted.includes(value));
	const rest = free.filter((value) => !wanted.includes(value) && !unwanted.includes(value));
	return [null, must, [...must, ...rest], ...rest.map((value) => [...must, value])];
}
