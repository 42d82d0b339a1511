import type { Item } from "../forms/schema.ts";
import { type Draft, MOST } from "./draft-schema.ts";
import type { Edit } from "./edit-schema.ts";
import { applyEdits } from "./edits.ts";
import { codeForItem, codeForSection, insertItems, newItem, newSection } from "./make.ts";

/** A criterion of a list that was read: what the list says of it, and nothing else. */
type Read = { code: string } & Partial<Extract<Item, { type: "verdict" }>>;

/** Criteria of a list under their headings; `title` "" for those above the first one. */
export type ReadSection = { code: string; title: string; items: readonly Read[] };

/**
 * Criteria that were read from a list, put into a draft: each heading becomes a section at the end, what stands above the first one
 * goes behind the target, and what is more than a section holds into one behind it. A code of the list's own stays where it is free; one that only counts the rows of its section goes on from
 * the items that stand where it goes.
 */
export function insertSections(
	draft: Draft,
	target: { section: string; after: string | null },
	sections: readonly ReadSection[],
): Edit[] {
	const edits: Edit[] = [];
	let now = draft;
	const take = (more: readonly Edit[]) => {
		edits.push(...more);
		now = applyEdits(now, more);
	};
	for (const { code: wanted, title, items } of sections) {
		let { section, after } = target;
		if (title !== "" || section === "") {
			const taken = now.definition.sections.some(({ code }) => code === wanted);
			section = taken ? codeForSection(now) : wanted;
			after = null;
			const last = now.definition.sections.at(-1)?.code ?? null;
			take([{ do: "add_section", after: last, value: { ...newSection(section), title: { vi: title } } }]);
		}
		for (const item of items) {
			const full = now.definition.sections.find(({ code }) => code === section)?.items.length === MOST.items;
			if (full) {
				const before = section;
				section = codeForSection(now);
				after = null;
				take([{ do: "add_section", after: before, value: { ...newSection(section), title: { vi: title } } }]);
			}
			const counted = item.code.startsWith(`${wanted}.`) && section !== wanted;
			const code = counted ? codeForItem(now, section, after) : item.code;
			const [edit] = insertItems(now, section, after, [{ ...newItem("verdict", code), ...item, code }]);
			if (edit?.do !== "add_item") continue;
			take([edit]);
			after = edit.value.code;
		}
	}
	return edits;
}
