/** What differs between two texts of a code, and whether it may mean something else. Pure. */
import { meaningKey } from "../text.ts";
import type { ConductGroup, ConductRelation } from "./content-schema.ts";
import { clausesInForce, modulesInForce } from "./rules.ts";
import type { ReadableClause, SchoolContent } from "./schema.ts";

/** One clause that differs. `small`: only case, punctuation, spaces or the place of a tone mark. */
export type ClauseChange = {
	code: string;
	group: ConductGroup;
	relation: ConductRelation;
	before: ReadableClause | null;
	after: ReadableClause | null;
	small: boolean;
};

type Placed = ReadableClause & { group: ConductGroup; relation: ConductRelation };

function placed(content: Pick<SchoolContent, "modules">): Map<string, Placed> {
	const clauses = modulesInForce(content).flatMap((module) =>
		clausesInForce(module).map(({ code, stance, text }) => ({
			code,
			stance,
			text,
			group: module.group,
			relation: module.relation,
		})),
	);
	return new Map(clauses.map((clause) => [clause.code, clause]));
}

/** Clauses that people read differently in `after`, by code; the order in which clauses stand is no difference. */
export function changesBetween(
	before: Pick<SchoolContent, "modules">,
	after: Pick<SchoolContent, "modules">,
): ClauseChange[] {
	const [old, now] = [placed(before), placed(after)];
	const changes: ClauseChange[] = [];
	for (const [code, is] of now) {
		const was = old.get(code);
		const { group, relation } = is;
		const moved = was !== undefined && (was.group !== group || was.relation !== relation);
		if (!was || moved) changes.push({ code, group, relation, before: was ?? null, after: is, small: false });
		else if (was.stance !== is.stance || was.text.vi !== is.text.vi || was.text.en !== is.text.en) {
			const small = was.stance === is.stance && meaningKey(was.text.vi) === meaningKey(is.text.vi);
			changes.push({ code, group, relation, before: was, after: is, small });
		}
	}
	for (const [code, was] of old) {
		const { group, relation } = was;
		if (!now.has(code)) changes.push({ code, group, relation, before: was, after: null, small: false });
	}
	return changes;
}

/** Whether the meaning may have changed: everybody is asked to acknowledge again. A first version always asks. */
export function isMaterial(
	before: Pick<SchoolContent, "modules"> | null,
	after: Pick<SchoolContent, "modules">,
): boolean {
	return before === null || changesBetween(before, after).some((change) => !change.small);
}
