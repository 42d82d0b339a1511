import type { Ctx } from "../ctx.ts";
import type { Words } from "../forms/expression-schema.ts";
import { demand } from "../people/policy.ts";
import { searchKey } from "../text.ts";
import { unitsOnPath } from "./rules.ts";

/** A line of the library and where it comes from. */
export type LibraryLine<L> = L & {
	/** Of the line: where the next page goes on. */
	id: string;
	template: { code: string; title: Words; number: number };
};

/** What somebody looks for in the library. `after`: id of the last line of the page before; `not`: the version that is being written. */
export type LibraryQuery = { q: string; after?: string; not?: string };

/** A line with the words it is found by, and what makes another line the same. */
export type Keyed<L> = { line: L; code: string; key: string; same: string };

const LINES = 30;

/**
 * Lines of every version that the office can see whose words contain all that are asked for, without tone marks. What is the same comes
 * once, from its newest version. `linesOf` reads a version's lines; it is asked no further than the page goes.
 */
export async function searchLibrary<L>(
	ctx: Ctx,
	{ q, after, not, conduct }: LibraryQuery & { conduct: boolean },
	linesOf: (versionId: string) => Promise<readonly Keyed<L>[]>,
): Promise<{ lines: LibraryLine<L>[]; next: string | null }> {
	demand(ctx.actor, "templates.write");
	const versions = await ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.select(["template_version.id", "number", "template.code", "template.title"])
		.$if(conduct, (query) => query.where("template.kind", "=", "conduct"))
		.where("template.office_id", "in", unitsOnPath(ctx.actor.unitPath))
		.where((eb) => eb.or([eb("state", "!=", "draft"), eb("template.office_id", "=", ctx.actor.unitId)]))
		.where("template_version.id", "!=", not ?? "")
		.orderBy("template.code")
		.orderBy("template.id")
		.orderBy("number", "desc")
		.execute();
	const wanted = searchKey(q).split(" ").filter(Boolean);
	const seen = new Set<string>();
	const lines: LibraryLine<L>[] = [];
	let passed = after === undefined;
	for (const { id: version, number, code, title } of versions) {
		for (const { line, code: own, key, same } of await linesOf(version)) {
			if (seen.has(same) || !wanted.every((word) => key.includes(word))) continue;
			seen.add(same);
			const id = `${version}/${own}`;
			if (passed) {
				lines.push({ ...line, id, template: { code, title: JSON.parse(title) as Words, number } });
				if (lines.length > LINES) return { lines: lines.slice(0, LINES), next: lines[LINES - 1]?.id ?? null };
			}
			if (id === after) passed = true;
		}
	}
	return { lines, next: null };
}
