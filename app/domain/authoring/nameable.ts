/** What a condition or computation at one place of a form may speak of. */
import { references } from "../forms/evaluate.ts";
import type { Expression } from "../forms/expression-schema.ts";
import { prepare } from "../forms/prepare.ts";
import type { Definition, Item } from "../forms/schema.ts";

/** Where an expression stands: in a section, or at an item of it; nowhere for checks across the whole form. */
export type Home = { section?: string; item?: string };

/** Items that may be named at a place, in form order: none of rows elsewhere, and none that would lead back to the place. */
export function itemsInReach(definition: Definition, home: Home): Item[] {
	const prepared = prepare(definition);
	const own = definition.sections.find(({ code }) => code === home.section);
	const roster = home.item === undefined ? undefined : own?.roster?.code;
	const barred = leadingBack(definition, home);
	return [...prepared.itemByCode.values()].filter((item) => {
		const home = prepared.rosterOf.get(item.code);
		return (home === undefined || home === roster) && !barred.has(item.code);
	});
}

/** Items of a roster and all that stand outside rosters: what a condition on its rows may name. */
export function itemsOfRows(definition: Definition, roster: string, home: Home): Item[] {
	const prepared = prepare(definition);
	const barred = leadingBack(definition, home);
	return [...prepared.itemByCode.values()].filter((item) => {
		const home = prepared.rosterOf.get(item.code);
		return (home === undefined || home === roster) && !barred.has(item.code);
	});
}

/** The place itself, and every item whose condition or computation asks for it, however far round. */
function leadingBack(definition: Definition, home: Home): ReadonlySet<string> {
	const asking = askingFor(definition);
	const own = definition.sections.find(({ code }) => code === home.section);
	const waiting = home.item !== undefined ? [home.item] : (own?.items ?? []).map(({ code }) => code);
	if (home.item === undefined && own?.roster) waiting.push(own.roster.code);
	const found = new Set(waiting);
	for (const code of waiting) {
		for (const next of asking.get(code) ?? []) {
			if (found.has(next)) continue;
			found.add(next);
			waiting.push(next);
		}
	}
	return found;
}

const known = new WeakMap<Definition, ReadonlyMap<string, readonly string[]>>();

/** By the code of an item or roster, the codes of what asks for it; a section's condition is asked for by all in it. */
function askingFor(definition: Definition): ReadonlyMap<string, readonly string[]> {
	const cached = known.get(definition);
	if (cached) return cached;
	const asking = new Map<string, string[]>();
	const note = (expression: Expression | undefined, by: readonly string[]) => {
		for (const code of expression ? references(expression) : []) {
			const list = asking.get(code) ?? [];
			list.push(...by);
			asking.set(code, list);
		}
	};
	for (const section of definition.sections) {
		if (section.visibleIf)
			note(section.visibleIf, [
				...section.items.map(({ code }) => code),
				...(section.roster ? [section.roster.code] : []),
			]);
		for (const item of section.items) {
			note(item.visibleIf, [item.code]);
			if (item.type === "computed") note(item.expression, [item.code]);
		}
	}
	known.set(definition, asking);
	return asking;
}
