import type { Item, Section } from "../forms/schema.ts";
import { type CodeRecoding, recodedInCode } from "./code-merge.ts";
import { isCodeEdit } from "./code-schema.ts";
import type { Edit } from "./edit-schema.ts";

/** Old codes and what they are now; of parts and clauses where a code of conduct is written. */
export type Recoding = { items: Record<string, string>; sections: Record<string, string> } & Partial<CodeRecoding>;

export const noRecoding: Recoding = { items: {}, sections: {} };

/** First the one, then the other. */
export function joined(first: Recoding, second: Recoding): Recoding {
	const follow = (a: Record<string, string>, b: Record<string, string>) => ({
		...b,
		...Object.fromEntries(Object.entries(a).map(([from, to]) => [from, codeIn(b, to)])),
	});
	const own = (part: keyof CodeRecoding) =>
		first[part] || second[part] ? { [part]: follow(first[part] ?? {}, second[part] ?? {}) } : {};
	return {
		items: follow(first.items, second.items),
		sections: follow(first.sections, second.sections),
		...own("modules"),
		...own("clauses"),
	};
}

/** An edit that was thought of under old codes, under those of now: what it is about, where it goes, and whom it speaks of. */
export function recoded(edit: Edit, recoding: Recoding): Edit {
	if (isCodeEdit(edit)) return recodedInCode(edit, recoding);
	if (Object.keys(recoding.items).length + Object.keys(recoding.sections).length === 0) return edit;
	const item = (code: string) => codeIn(recoding.items, code);
	const section = (code: string) => codeIn(recoding.sections, code);
	const after = (code: string | null) => (code === null ? null : item(code));
	switch (edit.do) {
		case "set_head":
		case "remove_part":
			return edit;
		case "set_form":
			return { ...edit, value: respoken(edit.value, item) };
		case "set_section":
			return {
				...edit,
				section: section(edit.section),
				value: edit.field === "roster" ? rosterRecoded(edit.value, item) : respoken(edit.value, item),
			};
		case "set_item":
			return { ...edit, item: item(edit.item), value: respoken(edit.value, item) };
		case "put_item":
			return { ...edit, value: itemRecoded(edit.value, item) };
		case "add_item":
			return {
				...edit,
				section: section(edit.section),
				after: after(edit.after),
				value: itemRecoded(edit.value, item),
			};
		case "remove_item":
			return { ...edit, item: item(edit.item) };
		case "move_item":
			return { ...edit, item: item(edit.item), section: section(edit.section), after: after(edit.after) };
		case "rename_item":
			return { ...edit, from: item(edit.from) };
		case "rename_section":
			return { ...edit, from: section(edit.from) };
		case "add_section": {
			const { roster, ...rest } = respoken(edit.value, item) as Section;
			const value = {
				...rest,
				code: section(rest.code),
				items: edit.value.items.map((found) => itemRecoded(found, item)),
				...(roster ? { roster: rosterRecoded(edit.value.roster, item) as NonNullable<Section["roster"]> } : {}),
			};
			return { ...edit, after: edit.after === null ? null : section(edit.after), value };
		}
		case "remove_section":
			return { ...edit, section: section(edit.section) };
		case "move_section":
			return { ...edit, section: section(edit.section), after: edit.after === null ? null : section(edit.after) };
		default:
			return { ...edit, value: respoken(edit.value, item) } as Edit;
	}
}

function codeIn(codes: Record<string, string>, code: string): string {
	return Object.hasOwn(codes, code) ? (codes[code] ?? code) : code;
}

function itemRecoded(found: Item, item: (code: string) => string): Item {
	return { ...(respoken(found, item) as Item), code: item(found.code) };
}

function rosterRecoded(roster: unknown, item: (code: string) => string): unknown {
	if (typeof roster !== "object" || roster === null) return roster;
	const { code, title, prefill, ...rest } = roster as NonNullable<Section["roster"]>;
	return {
		...rest,
		code: item(code),
		title: item(title),
		prefill: prefill.map((line) => ({
			...line,
			set: Object.fromEntries(Object.entries(line.set).map(([key, value]) => [item(key), value])),
		})),
	};
}

/** Where the form language names items and rosters: nowhere else do these fields hold text. */
const speaks = new Set(["item", "roster", "items", "mustMeet"]);

function respoken(value: unknown, item: (code: string) => string, field = ""): unknown {
	if (typeof value === "string") return speaks.has(field) ? item(value) : value;
	if (Array.isArray(value)) return value.map((inner) => respoken(inner, item, field));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, respoken(inner, item, key)]));
}
