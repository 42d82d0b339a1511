import { references } from "../forms/evaluate.ts";
import type { Item, Section } from "../forms/schema.ts";
import type { Draft } from "./draft-schema.ts";
import type { Edit } from "./edit-schema.ts";
import { codesOf, findItem } from "./edits.ts";
import { freshCode } from "./fresh-code.ts";
import { recoded } from "./recode.ts";

/** The code that a new item of a section gets: it goes on from the last one, or begins with the section's own. */
export function codeForItem(draft: Draft, sectionCode: string, after: string | null): string {
	const { definition } = draft;
	const taken = codesOf(definition);
	const section = definition.sections.find(({ code }) => code === sectionCode);
	const last = section?.items.at(-1)?.code;
	const like = (after !== null && findItem(definition, after)?.item.code) || last;
	if (like) return freshCode(taken, last && !/\d$/.test(like) ? last : like);
	const stem = sectionCode.replace(/[^\p{L}0-9._-]/gu, "").replace(/^[^\p{L}0-9]+/u, "");
	return freshCode(taken, `${stem || "M"}.0`);
}

/** The code of a new section: the next letter while there are letters. */
export function codeForSection({ definition }: Draft): string {
	const taken = new Set(definition.sections.map(({ code }) => code));
	for (let letter = 65; letter <= 90; letter++) {
		const code = String.fromCharCode(letter);
		if (!taken.has(code)) return code;
	}
	return freshCode(taken, "P1");
}

const common = { text: { vi: "" }, required: true };

/** An empty item of a type, with what the form language says of it by default. */
export function newItem<T extends Item["type"]>(type: T, code: string): Extract<Item, { type: T }> {
	return blankItem(type, code) as Extract<Item, { type: T }>;
}

function blankItem(type: Item["type"], code: string): Item {
	switch (type) {
		case "verdict":
			return { ...common, type, code, mandatory: false, knockout: false, counted: true, weight: 1, allowNa: true };
		case "choice":
		case "choices":
			return { ...common, type, code, options: [1, 2].map((n) => ({ value: String(n), label: { vi: "" } })) };
		case "decimal":
			return { ...common, type, code, digits: 2 };
		case "text":
			return { ...common, type, code, maxLength: 200 };
		case "longtext":
			return { ...common, type, code, maxLength: 4000 };
		case "computed":
			return { ...common, type, code, digits: 0, expression: { op: "const", value: 0 } };
		default:
			return { ...common, type, code };
	}
}

/** The same item with another way to answer: what both ways know is kept. */
export function retyped(item: Item, type: Item["type"]): Item {
	const { code, text, hint, required, visibleIf, legalBasis, origin, carry, record, photos } = item;
	const kept = { hint, visibleIf, legalBasis, origin, carry, record, photos };
	const known = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
	const options = "options" in item && (type === "choice" || type === "choices") ? { options: item.options } : {};
	const unit =
		"unit" in item && item.unit && ["integer", "decimal", "computed"].includes(type) ? { unit: item.unit } : {};
	return { ...newItem(type, code), text, required, ...known, ...options, ...unit } as Item;
}

/** An empty section. */
export function newSection(code: string): Section {
	return { code, title: { vi: "" }, items: [] };
}

/** Adds an empty item behind another one, or at the end of a section: the edit, and the code it gets. */
export function addItem(
	draft: Draft,
	section: string,
	after: string | null,
	type: Item["type"] = "verdict",
): Edit & { do: "add_item" } {
	return { do: "add_item", section, after, value: newItem(type, codeForItem(draft, section, after)) };
}

/** A copy of an item right behind it, under a code of its own; where it came from is kept. */
export function duplicateItem(draft: Draft, code: string): (Edit & { do: "add_item" }) | null {
	const found = findItem(draft.definition, code);
	if (!found) return null;
	const value = { ...found.item, code: freshCode(codesOf(draft.definition), code) };
	return { do: "add_item", section: found.section.code, after: code, value };
}

/**
 * Items from elsewhere, behind one of a section: each keeps its code where that is free, and always where it came from. A condition
 * on what neither comes along nor stands here would hide the item for ever: it stays behind.
 */
export function insertItems(draft: Draft, section: string, after: string | null, items: readonly Item[]): Edit[] {
	const taken = codesOf(draft.definition);
	const here = new Set([...taken, ...items.map(({ code }) => code)]);
	const codes: Record<string, string> = {};
	for (const { code } of items) {
		codes[code] = taken.has(code) ? freshCode(taken, code) : code;
		taken.add(codes[code]);
	}
	let behind = after;
	return items.map(({ visibleIf, ...item }) => {
		const code = codes[item.code] ?? item.code;
		const origin = item.origin ?? (code === item.code ? undefined : item.code);
		const condition = visibleIf && references(visibleIf).every((asked) => here.has(asked)) ? { visibleIf } : {};
		const value = { ...item, ...condition, ...(origin ? { origin } : {}) };
		const edit: Edit = recoded({ do: "add_item", section, after: null, value }, { items: codes, sections: {} });
		const placed = { ...edit, after: behind };
		behind = code;
		return placed;
	});
}

/** Moves an item one place up or down; at the edge of its section into the one beside it. Null: it cannot go further. */
export function moveItem({ definition }: Draft, code: string, way: "up" | "down", whole = false): Edit | null {
	const found = findItem(definition, code);
	if (!found) return null;
	const { section, at } = found;
	const here = definition.sections.indexOf(section);
	const step = way === "up" ? -1 : 1;
	const inside = at + step >= 0 && at + step < section.items.length;
	if (!whole && inside) {
		const after = section.items[way === "up" ? at - 2 : at + 1]?.code ?? null;
		return { do: "move_item", item: code, section: section.code, after };
	}
	const beside = definition.sections[here + step];
	if (!beside) return null;
	const after = way === "up" ? (beside.items.at(-1)?.code ?? null) : null;
	return { do: "move_item", item: code, section: beside.code, after };
}

/** Moves a section one place up or down; null: it cannot go further. */
export function moveSection({ definition: { sections } }: Draft, code: string, way: "up" | "down"): Edit | null {
	const at = sections.findIndex((section) => section.code === code);
	const to = at + (way === "up" ? -1 : 1);
	if (at < 0 || to < 0 || to >= sections.length) return null;
	return { do: "move_section", section: code, after: sections[way === "up" ? at - 2 : at + 1]?.code ?? null };
}
