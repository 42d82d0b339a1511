import { answeredValue, answerKey } from "./answers.ts";
import { evaluate, type Scope, type Value } from "./evaluate.ts";
import type { Expression } from "./expression-schema.ts";
import { roundHalfUp } from "./numbers.ts";
import { type Prepared, prepare, type Step } from "./prepare.ts";
import { rowsOf } from "./rows.ts";
import type { Answers, Definition, Item, SchoolFacts } from "./schema.ts";

/** One row of a roster as it stands. `scope` sees the row's answers beside those of the return. */
export type RowSituation = {
	id: string;
	items: ReadonlySet<string>;
	computed: ReadonlyMap<string, Value>;
	scope: Scope;
};

/** A form as it stands for one school with the answers given so far. */
export type Situation = {
	/** Codes of the sections, and of the items outside rosters, that are shown. */
	sections: ReadonlySet<string>;
	items: ReadonlySet<string>;
	/** Rows of the rosters that are shown, by the roster's code, in order. */
	rows: ReadonlyMap<string, readonly RowSituation[]>;
	/** Values of the computed items outside rosters that are shown. */
	computed: ReadonlyMap<string, Value>;
	/** What an expression about the whole return sees: the answers to shown items only. */
	scope: Scope;
};

/** An item that is shown, with the row it stands in; "" outside rosters. */
export type Field = { item: Item; row: string };

type OpenRow = { id: string; items: Set<string>; computed: Map<string, Value>; scope: Scope };

/**
 * Works out in one pass what is shown and what the computed items come to; the two may hang on each other in any order.
 * A condition that is not true hides; a hidden section hides its items and its rows; a hidden item counts as unanswered wherever
 * it is asked for, so that an answer given before it was hidden has no effect.
 */
export function situation(definition: Definition, answers: Answers, school: SchoolFacts): Situation {
	const prepared = prepare(definition);
	const sections = new Set<string>();
	const items = new Set<string>();
	const computed = new Map<string, Value>();
	const rows = new Map<string, OpenRow[]>();
	const present = rowsOf(answers, prepared.rosterCodes);
	const scope: Scope = {
		answer(code) {
			if (!items.has(code)) return null;
			return prepared.itemByCode.get(code)?.type === "computed"
				? (computed.get(code) ?? null)
				: answeredValue(answers, code);
		},
		school: (field) => school[field] ?? null,
		rows: (roster) => (rows.get(roster) ?? []).map((row) => row.scope),
		rosterOf: (code) => prepared.rosterOf.get(code) ?? null,
	};
	for (const { section, item, judged } of prepared.steps) {
		if (item === null) {
			if (!holds(section.visibleIf, judged, scope)) continue;
			sections.add(section.code);
			const roster = section.roster?.code;
			if (roster === undefined) continue;
			rows.set(
				roster,
				(present.get(roster) ?? []).map((id) => openRow(prepared, answers, roster, id, scope)),
			);
			continue;
		}
		if (!sections.has(section.code)) continue;
		if (section.roster === undefined) show(item, judged, { items, computed, scope });
		else for (const row of rows.get(section.roster.code) ?? []) show(item, judged, row);
	}
	return { sections, items, rows, computed, scope };
}

function openRow(prepared: Prepared, answers: Answers, roster: string, id: string, outside: Scope): OpenRow {
	const items = new Set<string>();
	const computed = new Map<string, Value>();
	const scope: Scope = {
		...outside,
		answer(code) {
			const home = prepared.rosterOf.get(code);
			if (home === undefined) return outside.answer(code);
			if (home !== roster || !items.has(code)) return null;
			return prepared.itemByCode.get(code)?.type === "computed"
				? (computed.get(code) ?? null)
				: answeredValue(answers, code, id);
		},
	};
	return { id, items, computed, scope };
}

function show(item: Item, judged: boolean, into: Pick<OpenRow, "items" | "computed" | "scope">): void {
	if (!holds(item.visibleIf, judged, into.scope)) return;
	into.items.add(item.code);
	if (item.type === "computed" && judged) into.computed.set(item.code, compute(item, into.scope));
}

function holds(condition: Expression | undefined, judged: Step["judged"], scope: Scope): boolean {
	return condition === undefined || !judged || evaluate(condition, scope) === true;
}

/** Other items see the rounded value: what a person reads on the form is what the form reckons with. */
function compute(item: Extract<Item, { type: "computed" }>, scope: Scope): Value {
	const value = evaluate(item.expression, scope);
	return typeof value === "number" ? roundHalfUp(value, item.digits) : value;
}

/** Everything that is shown, in form order, rosters row by row. */
export function fieldsOf(definition: Definition, state: Situation): Field[] {
	return definition.sections.flatMap((section) => sectionFields(section, state));
}

/** What is shown of one section. */
export function sectionFields(section: Definition["sections"][number], state: Situation): Field[] {
	if (!state.sections.has(section.code)) return [];
	if (section.roster === undefined) {
		return section.items.filter((item) => state.items.has(item.code)).map((item) => ({ item, row: "" }));
	}
	return (state.rows.get(section.roster.code) ?? []).flatMap((row) =>
		section.items.filter((item) => row.items.has(item.code)).map((item) => ({ item, row: row.id })),
	);
}

/** The key of a field's answer. */
export function fieldKey({ item, row }: Field): string {
	return answerKey(item.code, row);
}

/** What a computed item comes to where it stands. */
export function computedAt(state: Situation, item: string, row: string): Value {
	if (row === "") return state.computed.get(item) ?? null;
	for (const rows of state.rows.values()) {
		const found = rows.find((one) => one.id === row && one.items.has(item));
		if (found) return found.computed.get(item) ?? null;
	}
	return null;
}
