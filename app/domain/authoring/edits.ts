import type { z } from "zod";
import type { Definition, Item, Section } from "../forms/schema.ts";
import { applyCodeEdit } from "./code-edits.ts";
import { type CodeEdit, isCodeEdit } from "./code-schema.ts";
import { type Draft, draftItem, draftSection, draft as draftShape, formFields, MOST } from "./draft-schema.ts";
import type { DraftPart, Edit, PutPart } from "./edit-schema.ts";
import { insertedAfter } from "./inserted.ts";
import { codesIn, renamed } from "./rename.ts";

/**
 * The draft after an edit. Pure and total: what cannot be done (its target is gone, its code is taken, its value is no value of that
 * field, its list is full) leaves the draft as it is, the very same object. Codes stay unique.
 */
export function applyEdit(draft: Draft, edit: Edit): Draft {
	const next = after(draft, edit);
	return next === draft || hasRoom(next) ? next : draft;
}

function after(draft: Draft, edit: Edit): Draft {
	if (isCodeEdit(edit)) {
		const conduct = draft.conduct && applyCodeEdit(draft.conduct, edit);
		return conduct === draft.conduct ? draft : { ...draft, conduct };
	}
	switch (edit.do) {
		case "set_head": {
			const value = fitting(draftShape.shape[edit.field] as z.ZodType, edit.value);
			return value === refused ? draft : { ...draft, [edit.field]: value };
		}
		case "set_form": {
			const value = fitting(formFields[edit.field] as z.ZodType, edit.value);
			return value === refused ? draft : withForm(draft, { [edit.field]: value });
		}
		case "put_checks":
		case "put_figures":
		case "put_lights":
		case "put_lists":
			return putPart(draft, edit);
		case "remove_part": {
			const list: readonly { code: string }[] = draft.definition[edit.part];
			const left = list.filter(({ code }) => code !== edit.code);
			return left.length === list.length ? draft : withForm(draft, { [edit.part]: left });
		}
		case "rename_item": {
			const { definition } = draft;
			if (!codesOf(definition).has(edit.from) || codesIn(definition).has(edit.to)) return draft;
			return { ...draft, definition: renamed(definition, edit.from, edit.to) };
		}
		default: {
			const sections = sectionsAfter(draft.definition, edit);
			return sections === null ? draft : withForm(draft, { sections });
		}
	}
}

/** The draft after edits, one after the other. */
export function applyEdits(draft: Draft, edits: readonly Edit[]): Draft {
	return edits.reduce(applyEdit, draft);
}

/** A list that grew beyond its bound would be stored and never be read again. */
function hasRoom({ definition }: Draft): boolean {
	const { sections, checks, figures, lights, lists } = definition;
	return (
		sections.length <= MOST.sections &&
		sections.every(({ items }) => items.length <= MOST.items) &&
		checks.length <= MOST.checks &&
		figures.length <= MOST.figures &&
		lights.length <= MOST.lights &&
		lists.length <= MOST.lists
	);
}

/** Codes that items and rosters of a definition have. */
export function codesOf({ sections }: Definition): Set<string> {
	return new Set(sections.flatMap(codesOfSection));
}

/** The section that holds an item, and the item. */
export function findItem({ sections }: Definition, code: string): { section: Section; item: Item; at: number } | null {
	for (const section of sections) {
		const at = section.items.findIndex((item) => item.code === code);
		const item = section.items[at];
		if (item) return { section, item, at };
	}
	return null;
}

type OfSections = Exclude<Edit, CodeEdit | PutPart | { do: "set_head" | "set_form" | "remove_part" | "rename_item" }>;

/** null: the edit does nothing. */
function sectionsAfter(definition: Definition, edit: OfSections): Section[] | null {
	const { sections } = definition;
	switch (edit.do) {
		case "set_section": {
			const section = sections.find(({ code }) => code === edit.section);
			if (!section) return null;
			const value = fitting(draftSection, withField({ ...section, items: [] }, edit.field, edit.value));
			if (value === refused) return null;
			const next: Section = { ...value, items: section.items };
			const taken = codesOf({ ...definition, sections: sections.filter((other) => other !== section) });
			return codesOfSection(next).some((code, at, all) => taken.has(code) || all.indexOf(code) !== at)
				? null
				: sections.map((other) => (other === section ? next : other));
		}
		case "set_item": {
			const found = findItem(definition, edit.item);
			const value = found ? fitting(draftItem, withField(found.item, edit.field, edit.value)) : refused;
			return value === refused || found === null || !(edit.field in value || edit.value === null)
				? null
				: withItems(sections, found.section, (items) => items.map((item) => (item === found.item ? value : item)));
		}
		case "put_item": {
			const found = findItem(definition, edit.value.code);
			return found
				? withItems(sections, found.section, (items) => items.map((item) => (item === found.item ? edit.value : item)))
				: null;
		}
		case "add_item": {
			const section = sections.find(({ code }) => code === edit.section) ?? sections.at(-1);
			if (!section || codesOf(definition).has(edit.value.code)) return null;
			return withItems(sections, section, (items) => insertedAfter(items, edit.after, edit.value));
		}
		case "remove_item": {
			const found = findItem(definition, edit.item);
			return found && withItems(sections, found.section, (items) => items.filter((item) => item !== found.item));
		}
		case "move_item": {
			const found = findItem(definition, edit.item);
			const target = sections.find(({ code }) => code === edit.section);
			if (!found || !target || edit.after === edit.item) return null;
			const without = withItems(sections, found.section, (items) => items.filter((item) => item !== found.item));
			return without.map((section) =>
				section.code === target.code
					? { ...section, items: insertedAfter(section.items, edit.after, found.item) }
					: section,
			);
		}
		case "add_section": {
			const taken = codesOf(definition);
			const clash = codesOfSection(edit.value).some((code, at, all) => taken.has(code) || all.indexOf(code) !== at);
			if (clash || sections.some(({ code }) => code === edit.value.code)) return null;
			return insertedAfter(sections, edit.after, edit.value);
		}
		case "remove_section": {
			const left = sections.filter(({ code }) => code !== edit.section);
			return left.length === sections.length ? null : left;
		}
		case "move_section": {
			const section = sections.find(({ code }) => code === edit.section);
			if (!section || edit.after === edit.section) return null;
			return insertedAfter(
				sections.filter((other) => other !== section),
				edit.after,
				section,
			);
		}
		case "rename_section": {
			if (sections.some(({ code }) => code === edit.to)) return null;
			const section = sections.find(({ code }) => code === edit.from);
			return section ? sections.map((other) => (other === section ? { ...section, code: edit.to } : other)) : null;
		}
	}
}

function putPart(draft: Draft, edit: PutPart): Draft {
	const part = edit.do.slice("put_".length) as DraftPart;
	const list: readonly { code: string }[] = draft.definition[part];
	const known = list.some(({ code }) => code === edit.value.code);
	const next = known
		? list.map((other) => (other.code === edit.value.code ? edit.value : other))
		: insertedAfter(list, edit.after, edit.value);
	return withForm(draft, { [part]: next });
}

function codesOfSection({ roster, items }: Section): string[] {
	return [...(roster ? [roster.code] : []), ...items.map(({ code }) => code)];
}

function withForm(draft: Draft, part: Partial<Definition>): Draft {
	return { ...draft, definition: { ...draft.definition, ...part } };
}

function withItems(sections: readonly Section[], section: Section, change: (items: Item[]) => Item[]): Section[] {
	return sections.map((other) => (other === section ? { ...section, items: change(section.items) } : other));
}

/** The object with a field set; null takes it away. */
function withField(value: object, field: string, set: unknown): object {
	const { [field]: _, ...rest } = value as Record<string, unknown>;
	return set === null || set === undefined ? rest : { ...rest, [field]: set };
}

const refused = Symbol("refused");

/** The value as its schema reads it; a value it does not know changes nothing. */
function fitting<T>(schema: z.ZodType<T>, value: unknown): T | typeof refused {
	const parsed = schema.safeParse(value);
	return parsed.success ? parsed.data : refused;
}
