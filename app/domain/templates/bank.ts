import type { Ctx } from "../ctx.ts";
import type { Words } from "../forms/expression-schema.ts";
import type { Definition, Item } from "../forms/schema.ts";
import { demand } from "../people/policy.ts";
import { searchKey } from "../text.ts";
import { definitionOf } from "./queries.ts";
import { unitsOnPath } from "./rules.ts";

/** An item of the library, as the newest version that has it says it. */
export type BankLine = {
	/** Of the line: where the next page goes on. */
	id: string;
	item: Item;
	section: Words;
	template: { code: string; title: Words; number: number };
};

const LINES = 30;

/**
 * Items of every template that the office can see whose code, text, origin or basis has all the words, without tone marks. The same
 * item (origin or code, and wording) comes once, from its newest version. `after`: id of the last line of the page before.
 */
export async function searchBank(
	ctx: Ctx,
	{ q, after, not }: { q: string; after?: string; not?: string },
): Promise<{ lines: BankLine[]; next: string | null }> {
	demand(ctx.actor, "templates.write");
	const versions = await ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.select(["template_version.id", "number", "template.code", "template.title"])
		.where("template.office_id", "in", unitsOnPath(ctx.actor.unitPath))
		.where((eb) => eb.or([eb("state", "!=", "draft"), eb("template.office_id", "=", ctx.actor.unitId)]))
		.where("template_version.id", "!=", not ?? "")
		.orderBy("template.code")
		.orderBy("template.id")
		.orderBy("number", "desc")
		.execute();
	const wanted = searchKey(q).split(" ").filter(Boolean);
	const seen = new Set<string>();
	const lines: BankLine[] = [];
	let passed = after === undefined;
	for (const { id, number, code, title } of versions) {
		for (const { item, section, key, same } of keysOf(await definitionOf(ctx, id))) {
			if (seen.has(same) || !wanted.every((word) => key.includes(word))) continue;
			seen.add(same);
			const line = `${id}/${item.code}`;
			if (passed) {
				const template = { code, title: JSON.parse(title) as Words, number };
				lines.push({ id: line, item, section, template });
				if (lines.length > LINES) return { lines: lines.slice(0, LINES), next: lines[LINES - 1]?.id ?? null };
			}
			if (line === after) passed = true;
		}
	}
	return { lines, next: null };
}

type Keyed = { item: Item; section: Words; key: string; same: string };
/** A published definition is one object as long as it is in memory: its keys are made once. */
const keys = new WeakMap<Definition, Keyed[]>();

function keysOf(definition: Definition): Keyed[] {
	const known = keys.get(definition);
	if (known) return known;
	const made = definition.sections.flatMap(({ title, items }) =>
		items
			.filter(({ text }) => text.vi !== "")
			.map((item) => {
				const { code, text, origin = "", legalBasis } = item;
				const key = searchKey([code, text.vi, text.en ?? "", origin, legalBasis?.text ?? ""].join(" "));
				return { item, section: title, key, same: `${origin || code} ${searchKey(text.vi)}` };
			}),
	);
	keys.set(definition, made);
	return made;
}
