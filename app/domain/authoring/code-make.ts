/** New parts and clauses of a code of conduct, and where they go. Pure. */
import {
	type Clause,
	type ConductContent,
	type ConductGroup,
	type ConductModule,
	type ConductRelation,
	conductGroup,
	conductRelation,
	hasPupils,
} from "../conduct/content-schema.ts";
import { addDays } from "../days.ts";
import { clauseCodes, findClause, findModule } from "./code-edits.ts";
import type { CodeEdit } from "./code-schema.ts";
import { freshCode, freshPartCode } from "./fresh-code.ts";

/** Groups of people and relations in the order in which codes are read. */
export const codeGroups = conductGroup.options;
export const codeRelations = conductRelation.options;

const shortGroup: Record<ConductGroup, string> = {
	everyone: "CHUNG",
	managers: "QL",
	teachers: "GV",
	staff: "NV",
	pupils: "HS",
	parents: "CM",
	visitors: "K",
};
const shortRelation: Record<ConductRelation, string> = {
	general: "TC",
	pupils: "HS",
	managers: "QL",
	teachers_staff: "GVNV",
	colleagues: "DN",
	parents: "CM",
	parents_visitors: "CMK",
	visitors: "K",
	school: "NT",
	community: "CD",
};

/** An empty clause. */
function newClause(code: string, text = "", stance: Clause["stance"] = "should"): Clause {
	return { code, stance, text: { vi: text }, demanded: false };
}

/** An empty part of a group: a free code in the manner of the library, one clause to write into. */
function newModule(content: ConductContent, group: ConductGroup, relation: ConductRelation): ConductModule {
	const codes = new Set(content.modules.map(({ code }) => code));
	const stem = `${shortGroup[group]}-${shortRelation[relation]}`;
	const code = codes.has(stem) ? freshPartCode(codes, stem) : stem;
	const first = newClause(freshCode(clauseCodes(content), `${code}.0`));
	return { code, group, relation, legalBasis: [], validFrom: null, validTo: null, clauses: [first] };
}

/** What an empty code begins with: the groups of people that the circular names, each with a part to write into. */
export function skeletonCode(kinds: readonly string[]): ConductContent {
	const pupils = kinds.length === 0 || kinds.some(hasPupils);
	const content: ConductContent = { modules: [] };
	for (const group of codeGroups) {
		if (group === "pupils" && !pupils) continue;
		content.modules.push(newModule(content, group, "general"));
	}
	return content;
}

/** Parts in the order of the outline: by group of people, in each as they stand. */
export function modulesInOrder({ modules }: ConductContent): ConductModule[] {
	return codeGroups.flatMap((group) => modules.filter((module) => module.group === group));
}

/** Adds an empty part at the end of a group. */
export function addModule(content: ConductContent, group: ConductGroup): CodeEdit & { do: "add_module" } {
	const own = content.modules.filter((module) => module.group === group);
	const free = codeRelations.find((relation) => !own.some((module) => module.relation === relation));
	return { do: "add_module", after: lastOf(content.modules), value: newModule(content, group, free ?? "general") };
}

/** A copy of a part right behind it, under codes of its own; it takes over on the day after the old one ends. */
export function duplicateModule(content: ConductContent, code: string): (CodeEdit & { do: "add_module" }) | null {
	const module = findModule(content, code);
	if (!module) return null;
	const own = freshPartCode(new Set(content.modules.map((other) => other.code)), code);
	const taken = clauseCodes(content);
	const value: ConductModule = {
		...module,
		code: own,
		...(module.validTo === null ? {} : { validFrom: addDays(module.validTo, 1), validTo: null }),
		clauses: module.clauses.map((clause) => {
			const fresh = freshCode(taken, `${own}.0`);
			taken.add(fresh);
			return { ...clause, code: fresh };
		}),
	};
	return { do: "add_module", after: code, value };
}

/** Moves a part one place up or down among those of its group; null: it cannot go further. */
export function moveModule(content: ConductContent, code: string, way: "up" | "down"): CodeEdit | null {
	const module = findModule(content, code);
	if (!module) return null;
	const own = content.modules.filter(({ group }) => group === module.group);
	const beside = own[own.indexOf(module) + (way === "up" ? -1 : 1)];
	if (!beside) return null;
	if (way === "down") return { do: "move_module", module: code, after: beside.code };
	const before = content.modules[content.modules.indexOf(beside) - 1];
	return { do: "move_module", module: code, after: before?.code ?? null };
}

/** Adds an empty clause behind another one, or at the end of a part. */
export function addClause(
	content: ConductContent,
	module: string,
	after: string | null,
): CodeEdit & { do: "add_clause" } {
	const stance = (after && findClause(content, after)?.clause.stance) || "should";
	return { do: "add_clause", module, after, value: newClause(codeForClause(content, module), "", stance) };
}

/** A copy of a clause right behind it, under a code of its own. */
export function duplicateClause(content: ConductContent, code: string): (CodeEdit & { do: "add_clause" }) | null {
	const found = findClause(content, code);
	if (!found) return null;
	const value = { ...found.clause, code: codeForClause(content, found.module.code) };
	return { do: "add_clause", module: found.module.code, after: code, value };
}

/** Moves a clause one place up or down; at the edge of its part, or with `whole`, into the part beside it. Null: no further. */
export function moveClause(
	content: ConductContent,
	code: string,
	way: "up" | "down",
	whole = false,
): (CodeEdit & { do: "move_clause" }) | null {
	const found = findClause(content, code);
	if (!found) return null;
	const { module, at } = found;
	const to = at + (way === "up" ? -1 : 1);
	if (!whole && to >= 0 && to < module.clauses.length) {
		const after = module.clauses[way === "up" ? at - 2 : at + 1]?.code ?? null;
		return { do: "move_clause", clause: code, module: module.code, after };
	}
	const parts = modulesInOrder(content);
	const beside = parts[parts.indexOf(module) + (way === "up" ? -1 : 1)];
	if (!beside) return null;
	return { do: "move_clause", clause: code, module: beside.code, after: way === "up" ? lastOf(beside.clauses) : null };
}

/** Clauses from elsewhere behind one of a part: each keeps its code where that is free. */
export function insertClauses(
	content: ConductContent,
	module: string,
	after: string | null,
	clauses: readonly Clause[],
): (CodeEdit & { do: "add_clause" })[] {
	const taken = clauseCodes(content);
	let behind = after;
	return clauses.map((clause) => {
		const code = clause.code !== "" && !taken.has(clause.code) ? clause.code : codeAfter(taken, content, module);
		taken.add(code);
		const edit = { do: "add_clause" as const, module, after: behind, value: { ...clause, code } };
		behind = code;
		return edit;
	});
}

const leading = /^\s*(?:[-–—•*+]|\(?(?:\d{1,3}|[a-zđ])[.)](?=\s)|\d{1,3}\.\d{1,3}\.?)\s*/iu;
const forbids = /^(không|nghiêm cấm|cấm|do not|never)(?![\p{L}\p{M}])/iu;

/** Pasted lines as clauses without a code: one a line, without its number or dot; *Không* at the beginning is what must not be done. */
export function clausesOfLines(text: string): Clause[] {
	return text
		.normalize("NFC")
		.split(/\r?\n/)
		.map((line) =>
			line
				.replace(leading, "")
				.replace(/^nên\s+/iu, "")
				.replace(/\s+/g, " ")
				.trim(),
		)
		.filter((line) => /\p{L}/u.test(line))
		.slice(0, 100)
		.map((line) => {
			const said = `${line[0]?.toLocaleUpperCase("vi")}${line.slice(1)}`.slice(0, 4000);
			return newClause("", said, forbids.test(said) ? "must_not" : "should");
		});
}

function codeForClause(content: ConductContent, module: string): string {
	return codeAfter(clauseCodes(content), content, module);
}

/** Behind the highest number of the part, so that a code that was just given up does not come back as another clause. */
function codeAfter(taken: ReadonlySet<string>, content: ConductContent, module: string): string {
	const own = findModule(content, module)?.clauses ?? [];
	const numbers = own.flatMap(({ code }) =>
		code.startsWith(`${module}.`) ? Number(code.slice(module.length + 1)) || 0 : 0,
	);
	return freshCode(taken, `${module}.${Math.max(0, ...numbers)}`);
}

function lastOf(list: readonly { code: string }[]): string | null {
	return list.at(-1)?.code ?? null;
}
