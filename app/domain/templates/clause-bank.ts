import type { Clause, ConductContent, ConductGroup, ConductRelation } from "../conduct/content-schema.ts";
import type { Ctx } from "../ctx.ts";
import type { Words } from "../forms/expression-schema.ts";
import { demand } from "../people/policy.ts";
import { searchKey } from "../text.ts";
import { readVersion } from "./queries.ts";
import { unitsOnPath } from "./rules.ts";

/** A clause of the library, as the newest version that has it says it. */
export type ClauseLine = {
	/** Of the line: where the next page goes on. */
	id: string;
	clause: Clause;
	group: ConductGroup;
	relation: ConductRelation;
	template: { code: string; title: Words; number: number };
};

const LINES = 30;

/**
 * Clauses of every code of conduct that the office can see whose code, text or basis has all the words, without tone marks. The same
 * sentence comes once, from its newest version. `after`: id of the last line of the page before.
 */
export async function searchClauses(
	ctx: Ctx,
	{ q, after, not }: { q: string; after?: string; not?: string },
): Promise<{ lines: ClauseLine[]; next: string | null }> {
	demand(ctx.actor, "templates.write");
	const versions = await ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.select(["template_version.id", "number", "template.code", "template.title"])
		.where("template.kind", "=", "conduct")
		.where("template.office_id", "in", unitsOnPath(ctx.actor.unitPath))
		.where((eb) => eb.or([eb("state", "!=", "draft"), eb("template.office_id", "=", ctx.actor.unitId)]))
		.where("template_version.id", "!=", not ?? "")
		.orderBy("template.code")
		.orderBy("template.id")
		.orderBy("number", "desc")
		.execute();
	const wanted = searchKey(q).split(" ").filter(Boolean);
	const seen = new Set<string>();
	const lines: ClauseLine[] = [];
	let passed = after === undefined;
	for (const { id, number, code, title } of versions) {
		const { conduct } = await readVersion(ctx, id);
		for (const { clause, group, relation, key, same } of conduct ? keysOf(conduct) : []) {
			if (seen.has(same) || !wanted.every((word) => key.includes(word))) continue;
			seen.add(same);
			const line = `${id}/${clause.code}`;
			if (passed) {
				const template = { code, title: JSON.parse(title) as Words, number };
				lines.push({ id: line, clause, group, relation, template });
				if (lines.length > LINES) return { lines: lines.slice(0, LINES), next: lines[LINES - 1]?.id ?? null };
			}
			if (line === after) passed = true;
		}
	}
	return { lines, next: null };
}

type Keyed = Pick<ClauseLine, "clause" | "group" | "relation"> & { key: string; same: string };
/** The content of a published version is one object as long as it is in memory: its keys are made once. */
const keys = new WeakMap<ConductContent, Keyed[]>();

function keysOf(content: ConductContent): Keyed[] {
	const known = keys.get(content);
	if (known) return known;
	const made = content.modules.flatMap(({ group, relation, legalBasis, clauses }) =>
		clauses
			.filter(({ text }) => text.vi !== "")
			.map((clause) => {
				const basis = legalBasis.map(({ text }) => text).join(" ");
				const key = searchKey([clause.code, clause.text.vi, clause.text.en ?? "", basis].join(" "));
				return { clause, group, relation, key, same: `${clause.stance} ${searchKey(clause.text.vi)}` };
			}),
	);
	keys.set(content, made);
	return made;
}
