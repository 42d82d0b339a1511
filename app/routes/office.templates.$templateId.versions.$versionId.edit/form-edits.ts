import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import type { Edit } from "#app/domain/authoring/edit-schema.ts";
import { findItem } from "#app/domain/authoring/edits.ts";
import {
	addItem,
	codeForSection,
	duplicateItem,
	moveItem,
	moveSection,
	newSection,
} from "#app/domain/authoring/make.ts";
import type { Words } from "#app/domain/forms/expression-schema.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { cleanText } from "#app/domain/text.ts";

type Fields = Record<string, string | string[]>;

/** What a posted form of the builder asks for, where no script runs: the edits, and where the page goes on. */
export function formEdits(draft: Draft, fields: Fields): { edits: Edit[]; to: string } {
	const text = (name: string) => (typeof fields[name] === "string" ? cleanText(fields[name]) : "");
	const item = text("item");
	const section = text("section");
	const at = item ? `item=${encodeURIComponent(item)}` : section ? `section=${encodeURIComponent(section)}` : "";
	const one = (edit: Edit | null, to = at) => ({ edits: edit ? [edit] : [], to });
	const found = findItem(draft.definition, item);
	switch (text("intent")) {
		case "save_item":
			return { edits: found ? itemEdits(found.item, fields, text) : [], to: at };
		case "add_item": {
			const edit = addItem(draft, section || (found?.section.code ?? ""), item || lastOf(draft, section));
			return one(edit, `item=${encodeURIComponent(edit.value.code)}`);
		}
		case "duplicate": {
			const edit = duplicateItem(draft, item);
			return one(edit, edit ? `item=${encodeURIComponent(edit.value.code)}` : at);
		}
		case "remove_item":
			return one({ do: "remove_item", item }, "");
		case "up":
		case "down":
			return one(
				item ? moveItem(draft, item, text("intent") as "up") : moveSection(draft, section, text("intent") as "up"),
			);
		case "move_to": {
			const target = text("to");
			return one({ do: "move_item", item, section: target, after: lastOf(draft, target) });
		}
		case "add_section": {
			const code = codeForSection(draft);
			const after = draft.definition.sections.at(-1)?.code ?? null;
			return one({ do: "add_section", after, value: newSection(code) }, `section=${encodeURIComponent(code)}`);
		}
		case "remove_section":
			return one({ do: "remove_section", section }, "");
		case "save_section":
			return {
				edits: [
					{ do: "set_section", section, field: "title", value: wordsOf(text("title"), text("title_en")) },
					{ do: "set_section", section, field: "hint", value: text("hint") ? wordsOf(text("hint"), "") : null },
				],
				to: at,
			};
		case "save_head":
			return {
				edits: [
					{ do: "set_head", field: "title", value: wordsOf(text("title"), text("title_en")) },
					{ do: "set_head", field: "kinds", value: Array.isArray(fields.kinds) ? fields.kinds : [] },
					{ do: "set_head", field: "validFrom", value: text("validFrom") || null },
					{ do: "set_head", field: "validTo", value: text("validTo") || null },
				],
				to: "part=head",
			};
		default:
			return { edits: [], to: at };
	}
}

function itemEdits(item: Item, fields: Fields, text: (name: string) => string): Edit[] {
	const set = (field: Extract<Edit, { do: "set_item" }>["field"], value: unknown): Edit => ({
		do: "set_item",
		item: item.code,
		field,
		value,
	});
	const kinds = Array.isArray(fields.mandatory_kinds) ? fields.mandatory_kinds : [];
	const mandatory = { all: true, kinds: kinds.length > 0 ? kinds : false }[text("mandatory")] ?? false;
	return [
		set("text", wordsOf(text("text"), text("text_en"))),
		set("hint", text("hint") ? wordsOf(text("hint"), text("hint_en")) : null),
		set("required", fields.required !== undefined),
		...(item.type === "verdict"
			? [
					set("mandatory", mandatory),
					set("knockout", fields.knockout !== undefined),
					set("counted", fields.counted !== undefined),
					set("allowNa", fields.allowNa !== undefined),
				]
			: []),
	];
}

function wordsOf(vi: string, en: string): Words {
	return en ? { vi, en } : { vi };
}

function lastOf({ definition }: Draft, section: string): string | null {
	return definition.sections.find(({ code }) => code === section)?.items.at(-1)?.code ?? null;
}
