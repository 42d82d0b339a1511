/** What differs between two versions of a code-of-conduct template, clause by clause. Pure. */
import type { Clause, ConductContent, ConductModule } from "../conduct/content-schema.ts";
import { meaningKey } from "../text.ts";
import { sameJson } from "./version-difference.ts";

/** `wording`: case, punctuation, spaces. `duty`: whether a school may leave it out. */
export type ClauseAspect = "text" | "wording" | "english" | "stance" | "duty";

export type ModuleAspect = "basis" | "validity" | "kinds";

type Home = Pick<ConductModule, "code" | "group" | "relation">;

/** A clause that differs. Null before: added; null after: removed. `moved`: it speaks to other people, or of other people, now. */
export type ClauseDifference = {
	code: string;
	module: Home;
	before: Clause | null;
	after: Clause | null;
	moved: boolean;
	aspects: ClauseAspect[];
};

/** A part of the code whose basis, days or kinds of school differ. */
export type ModuleDifference = { module: Home; change: "added" | "removed" | "changed"; aspects: ModuleAspect[] };

/** The order in which clauses and parts stand is no difference: codes are read by group and relation. */
export function clauseDifference(
	before: ConductContent,
	after: ConductContent,
): { clauses: ClauseDifference[]; modules: ModuleDifference[] } {
	const [old, now] = [clausesOf(before), clausesOf(after)];
	const clauses: ClauseDifference[] = [];
	for (const [code, { clause, module }] of now) {
		const was = old.get(code);
		const moved = was !== undefined && (was.module.group !== module.group || was.module.relation !== module.relation);
		const aspects = was ? aspectsOf(was.clause, clause) : [];
		if (was && !moved && aspects.length === 0) continue;
		clauses.push({ code, module, before: was?.clause ?? null, after: clause, moved, aspects });
	}
	for (const [code, { clause, module }] of old) {
		if (!now.has(code)) clauses.push({ code, module, before: clause, after: null, moved: false, aspects: [] });
	}
	return { clauses, modules: modulesOf(before, after) };
}

function clausesOf({ modules }: ConductContent): Map<string, { clause: Clause; module: Home }> {
	return new Map(
		modules.flatMap((module) =>
			module.clauses.map((clause): [string, { clause: Clause; module: Home }] => [
				clause.code,
				{ clause, module: homeOf(module) },
			]),
		),
	);
}

function homeOf({ code, group, relation }: ConductModule): Home {
	return { code, group, relation };
}

function aspectsOf(before: Clause, after: Clause): ClauseAspect[] {
	const aspects: ClauseAspect[] = [];
	if (before.text.vi !== after.text.vi)
		aspects.push(meaningKey(before.text.vi) === meaningKey(after.text.vi) ? "wording" : "text");
	if ((before.text.en ?? "") !== (after.text.en ?? "")) aspects.push("english");
	if (before.stance !== after.stance) aspects.push("stance");
	if (before.demanded !== after.demanded) aspects.push("duty");
	return aspects;
}

function modulesOf(before: ConductContent, after: ConductContent): ModuleDifference[] {
	const [old, now] = [before, after].map(({ modules }) => new Map(modules.map((module) => [module.code, module])));
	const changes: ModuleDifference[] = [];
	for (const module of after.modules) {
		const was = old?.get(module.code);
		if (!was) {
			changes.push({ module: homeOf(module), change: "added", aspects: [] });
			continue;
		}
		const aspects: ModuleAspect[] = [];
		if (!sameJson(was.legalBasis, module.legalBasis)) aspects.push("basis");
		if (was.validFrom !== module.validFrom || was.validTo !== module.validTo) aspects.push("validity");
		if (!sameJson(was.kinds, module.kinds)) aspects.push("kinds");
		if (aspects.length > 0) changes.push({ module: homeOf(module), change: "changed", aspects });
	}
	for (const module of before.modules) {
		if (!now?.has(module.code)) changes.push({ module: homeOf(module), change: "removed", aspects: [] });
	}
	return changes;
}
