/** One form for reading returns of several versions beside one another. Pure. */
import { prepare } from "../forms/prepare.ts";
import type { Definition, Section } from "../forms/schema.ts";

/**
 * The newest version with the items that only older ones have, each at the end of the section it stood in. For lists and columns:
 * nobody fills it, and it judges as the newest does. `older`: the newest of them first.
 */
export function unionOf(newest: Definition, older: readonly Definition[]): Definition {
	const known = new Set([...prepare(newest).itemByCode.keys(), ...prepare(newest).rosterCodes]);
	const sections: Section[] = [...newest.sections];
	for (const definition of older) {
		for (const section of definition.sections) {
			const items = section.items.filter(({ code }) => !known.has(code));
			if (items.length === 0) continue;
			for (const { code } of items) known.add(code);
			// Rows of a roster go on only where the roster does.
			const at = sections.findIndex(
				({ code, roster }) => code === section.code && roster?.code === section.roster?.code,
			);
			const home = sections[at];
			if (home) sections[at] = { ...home, items: [...home.items, ...items] };
			else if (section.roster === undefined || !known.has(section.roster.code)) sections.push({ ...section, items });
		}
	}
	return sections.length === newest.sections.length && sections.every((one, at) => one === newest.sections[at])
		? newest
		: { ...newest, sections };
}
