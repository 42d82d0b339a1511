import { invertCodeEdit } from "./code-edits.ts";
import { isCodeEdit } from "./code-schema.ts";
import type { Draft } from "./draft-schema.ts";
import type { DraftPart, Edit } from "./edit-schema.ts";
import { applyEdit, findItem } from "./edits.ts";

/** What takes an edit back, given the draft before it; nothing when it did nothing. */
export function invertEdit(before: Draft, edit: Edit): Edit[] {
	if (isCodeEdit(edit)) return before.conduct ? invertCodeEdit(before.conduct, edit) : [];
	if (applyEdit(before, edit) === before) return [];
	const { definition } = before;
	const { sections } = definition;
	switch (edit.do) {
		case "set_head":
			return [{ ...edit, value: before[edit.field] }];
		case "set_form":
			return [{ ...edit, value: definition[edit.field] }];
		case "set_section": {
			const section = sections.find(({ code }) => code === edit.section);
			return [{ ...edit, value: section?.[edit.field] ?? null }];
		}
		case "set_item":
			return [{ ...edit, value: fieldOf(findItem(definition, edit.item)?.item, edit.field) }];
		case "put_item": {
			const found = findItem(definition, edit.value.code);
			return found ? [{ do: "put_item", value: found.item }] : [];
		}
		case "add_item":
			return [{ do: "remove_item", item: edit.value.code }];
		case "remove_item":
		case "move_item": {
			const found = findItem(definition, edit.item);
			if (!found) return [];
			const place = { section: found.section.code, after: found.section.items[found.at - 1]?.code ?? null };
			return edit.do === "move_item"
				? [{ do: "move_item", item: edit.item, ...place }]
				: [{ do: "add_item", value: found.item, ...place }];
		}
		case "add_section":
			return [{ do: "remove_section", section: edit.value.code }];
		case "remove_section":
		case "move_section": {
			const at = sections.findIndex(({ code }) => code === edit.section);
			const section = sections[at];
			const after = sections[at - 1]?.code ?? null;
			if (!section) return [];
			return [edit.do === "move_section" ? { ...edit, after } : { do: "add_section", after, value: section }];
		}
		case "rename_item":
		case "rename_section":
			return [{ ...edit, from: edit.to, to: edit.from }];
		case "remove_part":
			return putBack(before, edit.part, edit.code);
		default: {
			const part = edit.do.slice("put_".length) as DraftPart;
			const back = putBack(before, part, edit.value.code);
			return back.length > 0 ? back : [{ do: "remove_part", part, code: edit.value.code }];
		}
	}
}

/** What takes several edits back, last first. */
export function invertEdits(before: Draft, edits: readonly Edit[]): Edit[] {
	let draft = before;
	const back: Edit[][] = [];
	for (const edit of edits) {
		back.unshift(invertEdit(draft, edit));
		draft = applyEdit(draft, edit);
	}
	return back.flat();
}

/** A field of an item or section; null when it has none. */
export function fieldOf(value: object | undefined, field: string): unknown {
	return (value as Record<string, unknown> | undefined)?.[field] ?? null;
}

function putBack({ definition }: Draft, part: DraftPart, code: string): Edit[] {
	const list: readonly { code: string }[] = definition[part];
	const at = list.findIndex((found) => found.code === code);
	// The list's entries are of the part that its name says.
	return at < 0 ? [] : [{ do: `put_${part}`, after: list[at - 1]?.code ?? null, value: list[at] } as Edit];
}
