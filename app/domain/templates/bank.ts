import type { Ctx } from "../ctx.ts";
import type { Words } from "../forms/expression-schema.ts";
import type { Definition, Item } from "../forms/schema.ts";
import { searchKey } from "../text.ts";
import { type Keyed, type LibraryLine, type LibraryQuery, searchLibrary } from "./library.ts";
import { definitionOf } from "./queries.ts";

type Found = { item: Item; section: Words };

/** An item of the library, as the newest version that has it says it. */
export type BankLine = LibraryLine<Found>;

/**
 * Items of every template that the office can see whose code, text, origin or basis has all the words, without tone marks. The same
 * item (origin or code, and wording) comes once, from its newest version.
 */
export function searchBank(ctx: Ctx, query: LibraryQuery): Promise<{ lines: BankLine[]; next: string | null }> {
	return searchLibrary(ctx, { ...query, conduct: false }, async (id) => keysOf(await definitionOf(ctx, id)));
}

/** A published definition is one object as long as it is in memory: its keys are made once. */
const keys = new WeakMap<Definition, Keyed<Found>[]>();

function keysOf(definition: Definition): Keyed<Found>[] {
	const known = keys.get(definition);
	if (known) return known;
	const made = definition.sections.flatMap(({ title, items }) =>
		items
			.filter(({ text }) => text.vi !== "")
			.map((item) => {
				const { code, text, origin = "", legalBasis } = item;
				const key = searchKey([code, text.vi, text.en ?? "", origin, legalBasis?.text ?? ""].join(" "));
				return { line: { item, section: title }, code, key, same: `${origin || code} ${searchKey(text.vi)}` };
			}),
	);
	keys.set(definition, made);
	return made;
}
