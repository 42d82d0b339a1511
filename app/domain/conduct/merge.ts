/** From what the office issued to a school's own text, and what a newer issue would change in it. Pure. */
import { cleanText } from "../text.ts";
import type { Clause, ConductGroup, ConductModule, ConductRelation } from "./content-schema.ts";
import type { SchoolClause, SchoolContent, SchoolModule } from "./schema.ts";

/** One clause that a newer issue adds, changes or takes away. `yours`: what the school made of it, null where it kept it. */
export type OfferedClause = {
	code: string;
	before: Pick<Clause, "stance" | "text"> | null;
	after: Pick<Clause, "stance" | "text" | "demanded"> | null;
	yours: Pick<SchoolClause, "status" | "text"> | null;
};

export type OfferedModule = {
	code: string;
	group: ConductGroup;
	relation: ConductRelation;
	change: "added" | "removed" | "changed";
	/** Legal basis before and after, where it differs or the module comes or goes. */
	basisBefore: string[];
	basisAfter: string[];
	clauses: OfferedClause[];
};

/** A clause of the office as a school starts from it. */
function kept(clause: Clause, revision: number): SchoolClause {
	const text = { vi: cleanText(clause.text.vi), ...(clause.text.en ? { en: cleanText(clause.text.en) } : {}) };
	return { ...clause, text, origin: text, status: "kept", revision };
}

function moduleOf(module: ConductModule, clauses: SchoolClause[]): SchoolModule {
	const legalBasis = module.legalBasis.map(({ text, verified }) => ({ text: cleanText(text), verified }));
	return { ...module, legalBasis, clauses, local: false };
}

/** A school's first text: everything that the office issued, kept. */
export function firstContent(modules: readonly ConductModule[]): SchoolContent {
	return {
		modules: modules.map((module) =>
			moduleOf(
				module,
				module.clauses.map((clause) => kept(clause, 0)),
			),
		),
		basis: [],
		basisRevision: 0,
		nextLocal: 1,
	};
}

/** The module for the school's own clauses of a group and relation that no module of the office holds. */
export function localModule(group: ConductGroup, relation: ConductRelation): SchoolModule {
	const code = `DP-${group}-${relation}`;
	return { code, group, relation, legalBasis: [], validFrom: null, validTo: null, clauses: [], local: true };
}

const sameText = (a: Clause["text"], b: Clause["text"]) => a.vi === b.vi && (a.en ?? "") === (b.en ?? "");

/**
 * What accepting would change of `base`, module by module, in the order of the issue; what it takes away stands last. The
 * school's own wordings are compared by what they come from, and local clauses are nobody's but the school's.
 */
export function offeredModules(base: SchoolContent, issued: readonly ConductModule[]): OfferedModule[] {
	const target = firstContent(issued).modules;
	const offered: OfferedModule[] = [];
	for (const module of target) {
		const own = base.modules.find(({ code, local }) => code === module.code && !local);
		const clauses = offeredClauses(own?.clauses ?? [], module.clauses);
		const [basisBefore, basisAfter] = [basisOf(own), basisOf(module)];
		if (own && clauses.length === 0 && basisBefore.join("\n") === basisAfter.join("\n")) continue;
		const { code, group, relation } = module;
		offered.push({ code, group, relation, change: own ? "changed" : "added", basisBefore, basisAfter, clauses });
	}
	for (const own of base.modules) {
		if (own.local || target.some(({ code }) => code === own.code)) continue;
		const { code, group, relation } = own;
		const clauses = offeredClauses(own.clauses, []);
		offered.push({ code, group, relation, change: "removed", basisBefore: basisOf(own), basisAfter: [], clauses });
	}
	return offered;
}

function basisOf(module: SchoolModule | undefined): string[] {
	return module?.legalBasis.map(({ text }) => text) ?? [];
}

function offeredClauses(own: readonly SchoolClause[], target: readonly SchoolClause[]): OfferedClause[] {
	const changes: OfferedClause[] = [];
	for (const { code, stance, text, demanded } of target) {
		const mine = own.find((clause) => clause.code === code);
		const same = mine?.origin && mine.stance === stance && sameText(mine.origin, text);
		// A clause that the school dropped comes back when the law now demands it.
		if (same && (mine.status !== "dropped" || !demanded)) continue;
		changes.push({ code, before: beforeOf(mine), after: { stance, text, demanded }, yours: yoursOf(mine) });
	}
	for (const mine of own) {
		if (mine.status === "local" || target.some(({ code }) => code === mine.code)) continue;
		changes.push({ code: mine.code, before: beforeOf(mine), after: null, yours: yoursOf(mine) });
	}
	return changes;
}

function beforeOf(mine: SchoolClause | undefined): OfferedClause["before"] {
	return mine?.origin ? { stance: mine.stance, text: mine.origin } : null;
}

function yoursOf(mine: SchoolClause | undefined): OfferedClause["yours"] {
	return mine && mine.status !== "kept" ? { status: mine.status, text: mine.text } : null;
}

/**
 * `base` brought to what was issued: texts that were kept follow the office, wordings of the school stay with their new origin,
 * dropped clauses stay dropped unless the law now demands them, and a local clause whose module goes moves to the same group and
 * relation. `revision` is the one that changed clauses get.
 */
export function mergeIssued(base: SchoolContent, issued: readonly ConductModule[], revision: number): SchoolContent {
	const own = new Map(base.modules.filter(({ local }) => !local).map((module) => [module.code, module]));
	const modules = issued.map((module) => {
		const mine = own.get(module.code)?.clauses ?? [];
		const merged = module.clauses.map((clause) => mergeClause(mine, clause, revision));
		return moduleOf(module, inOwnOrder(mine, merged));
	});
	const locals = base.modules.filter(({ local }) => local).map((module) => ({ ...module }));
	for (const module of own.values()) {
		const homeless = module.clauses.filter(({ status }) => status === "local");
		if (homeless.length === 0 || modules.some(({ code }) => code === module.code)) continue;
		const fits = ({ group, relation }: SchoolModule) => group === module.group && relation === module.relation;
		const home = modules.find(fits) ?? locals.find(fits);
		if (home) home.clauses = [...home.clauses, ...homeless];
		else locals.push({ ...localModule(module.group, module.relation), clauses: homeless });
	}
	return { ...base, modules: [...modules, ...locals] };
}

function mergeClause(mine: readonly SchoolClause[], clause: Clause, revision: number): SchoolClause {
	const fresh = kept(clause, revision);
	const was = mine.find(({ code }) => code === clause.code);
	if (!was?.origin || was.status === "local") return fresh;
	const same = was.stance === fresh.stance && sameText(was.origin, fresh.text) && was.demanded === fresh.demanded;
	if (was.status === "kept") return same ? was : fresh;
	if (was.status === "dropped" && fresh.demanded) return fresh;
	return same ? was : { ...fresh, status: was.status, text: was.status === "dropped" ? fresh.text : was.text };
}

/** The order that the school gave its clauses, as far as they remain; new ones of the office follow what they follow there. */
function inOwnOrder(mine: readonly SchoolClause[], merged: readonly SchoolClause[]): SchoolClause[] {
	const byCode = new Map(merged.map((clause) => [clause.code, clause]));
	const ordered = mine.flatMap((clause) => {
		if (clause.status === "local") return [clause];
		const found = byCode.get(clause.code);
		return found ? [found] : [];
	});
	for (const [index, clause] of merged.entries()) {
		if (ordered.includes(clause)) continue;
		const after = merged
			.slice(0, index)
			.reverse()
			.find((earlier) => ordered.includes(earlier));
		ordered.splice(after ? ordered.indexOf(after) + 1 : 0, 0, clause);
	}
	return ordered;
}
