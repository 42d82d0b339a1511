import type { Clause, ConductContent, ConductGroup, ConductRelation } from "../conduct/content-schema.ts";
import type { Ctx } from "../ctx.ts";
import { searchKey } from "../text.ts";
import { type Keyed, type LibraryLine, type LibraryQuery, searchLibrary } from "./library.ts";
import { readVersion } from "./queries.ts";

type Found = { clause: Clause; group: ConductGroup; relation: ConductRelation };

/** A clause of the library, as the newest version that has it says it. */
export type ClauseLine = LibraryLine<Found>;

/**
 * Clauses of every code of conduct that the office can see whose code, text or basis has all the words, without tone marks. The same
 * sentence comes once, from its newest version.
 */
export function searchClauses(ctx: Ctx, query: LibraryQuery): Promise<{ lines: ClauseLine[]; next: string | null }> {
	return searchLibrary(ctx, { ...query, conduct: true }, async (id) => {
		const { conduct } = await readVersion(ctx, id);
		return conduct ? keysOf(conduct) : [];
	});
}

/** The content of a published version is one object as long as it is in memory: its keys are made once. */
const keys = new WeakMap<ConductContent, Keyed<Found>[]>();

function keysOf(content: ConductContent): Keyed<Found>[] {
	const known = keys.get(content);
	if (known) return known;
	const made = content.modules.flatMap(({ group, relation, legalBasis, clauses }) =>
		clauses
			.filter(({ text }) => text.vi !== "")
			.map((clause) => {
				const basis = legalBasis.map(({ text }) => text).join(" ");
				const key = searchKey([clause.code, clause.text.vi, clause.text.en ?? "", basis].join(" "));
				const same = `${clause.stance} ${searchKey(clause.text.vi)}`;
				return { line: { clause, group, relation }, code: clause.code, key, same };
			}),
	);
	keys.set(content, made);
	return made;
}
