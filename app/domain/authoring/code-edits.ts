/** What an edit makes of a code of conduct, and what takes it back. Pure and total, like `edits.ts`. */
import type { z } from "zod";
import type { Clause, ConductContent, ConductModule } from "../conduct/content-schema.ts";
import { type CodeEdit, codeShapes, MOST } from "./code-schema.ts";
import { insertedAfter } from "./inserted.ts";

/** The code after an edit; what cannot be done leaves the very same object. Codes of parts and of clauses stay unique. */
export function applyCodeEdit(content: ConductContent, edit: CodeEdit): ConductContent {
	const modules = modulesAfter(content.modules, edit);
	return modules === null ? content : { ...content, modules };
}

/** The part of a code that holds a clause, the clause, and its place. */
export function findClause(
	{ modules }: ConductContent,
	code: string,
): { module: ConductModule; clause: Clause; at: number } | null {
	for (const module of modules) {
		const at = module.clauses.findIndex((clause) => clause.code === code);
		const clause = module.clauses[at];
		if (clause) return { module, clause, at };
	}
	return null;
}

/** The part of that code. */
export function findModule({ modules }: ConductContent, code: string): ConductModule | null {
	return modules.find((module) => module.code === code) ?? null;
}

/** Codes that clauses have. */
export function clauseCodes({ modules }: ConductContent): Set<string> {
	return new Set(modules.flatMap(({ clauses }) => clauses.map(({ code }) => code)));
}

/** What takes an edit of a code back, given the code before it; nothing when it did nothing. */
export function invertCodeEdit(before: ConductContent, edit: CodeEdit): CodeEdit[] {
	if (applyCodeEdit(before, edit) === before) return [];
	const { modules } = before;
	switch (edit.do) {
		case "set_module":
			return [{ ...edit, value: findModule(before, edit.module)?.[edit.field] ?? null }];
		case "set_clause":
			return [{ ...edit, value: findClause(before, edit.clause)?.clause[edit.field] ?? null }];
		case "add_module":
			return [{ do: "remove_module", module: edit.value.code }];
		case "add_clause":
			return [{ do: "remove_clause", clause: edit.value.code }];
		case "remove_module":
		case "move_module": {
			const at = modules.findIndex(({ code }) => code === edit.module);
			const value = modules[at];
			const after = modules[at - 1]?.code ?? null;
			if (!value) return [];
			return [edit.do === "move_module" ? { ...edit, after } : { do: "add_module", after, value }];
		}
		case "remove_clause":
		case "move_clause": {
			const found = findClause(before, edit.clause);
			if (!found) return [];
			const place = { module: found.module.code, after: found.module.clauses[found.at - 1]?.code ?? null };
			return edit.do === "move_clause"
				? [{ do: "move_clause", clause: edit.clause, ...place }]
				: [{ do: "add_clause", value: found.clause, ...place }];
		}
	}
}

/** null: the edit does nothing. */
function modulesAfter(modules: readonly ConductModule[], edit: CodeEdit): ConductModule[] | null {
	switch (edit.do) {
		case "set_module": {
			const module = modules.find(({ code }) => code === edit.module);
			const value = module && fitting(codeShapes.module, { ...module, clauses: [], [edit.field]: given(edit) });
			if (!module || !value) return null;
			return modules.map((other) => (other === module ? { ...value, clauses: module.clauses } : other));
		}
		case "add_module": {
			const codes = edit.value.clauses.map(({ code }) => code);
			const taken = clauseCodes({ modules: [...modules] });
			const clash = codes.some((code, at) => taken.has(code) || codes.indexOf(code) !== at);
			if (clash || modules.length >= MOST.modules || modules.some(({ code }) => code === edit.value.code)) return null;
			return insertedAfter(modules, edit.after, edit.value);
		}
		case "remove_module": {
			const left = modules.filter(({ code }) => code !== edit.module);
			return left.length === modules.length ? null : left;
		}
		case "move_module": {
			const module = modules.find(({ code }) => code === edit.module);
			if (!module || edit.after === edit.module) return null;
			return insertedAfter(
				modules.filter((other) => other !== module),
				edit.after,
				module,
			);
		}
		default:
			return clausesAfter(modules, edit);
	}
}

type OfClauses = Extract<CodeEdit, { do: `${string}_clause` }>;

function clausesAfter(modules: readonly ConductModule[], edit: OfClauses): ConductModule[] | null {
	const content = { modules: [...modules] };
	switch (edit.do) {
		case "set_clause": {
			const found = findClause(content, edit.clause);
			const value = found && fitting(codeShapes.clause, { ...found.clause, [edit.field]: given(edit) });
			if (!found || !value) return null;
			return withClauses(modules, found.module.code, (all) => all.map((one) => (one === found.clause ? value : one)));
		}
		case "add_clause": {
			const module = findModule(content, edit.module) ?? modules.at(-1);
			if (!module || module.clauses.length >= MOST.clauses || clauseCodes(content).has(edit.value.code)) return null;
			return withClauses(modules, module.code, (all) => insertedAfter(all, edit.after, edit.value));
		}
		case "remove_clause": {
			const found = findClause(content, edit.clause);
			return found && withClauses(modules, found.module.code, (all) => all.filter((one) => one !== found.clause));
		}
		case "move_clause": {
			const found = findClause(content, edit.clause);
			const target = findModule(content, edit.module);
			if (!found || !target || edit.after === edit.clause) return null;
			if (target !== found.module && target.clauses.length >= MOST.clauses) return null;
			const without = withClauses(modules, found.module.code, (all) => all.filter((one) => one !== found.clause));
			return withClauses(without, edit.module, (all) => insertedAfter(all, edit.after, found.clause));
		}
	}
}

function withClauses(
	modules: readonly ConductModule[],
	code: string,
	change: (clauses: readonly Clause[]) => Clause[],
): ConductModule[] {
	return modules.map((module) => (module.code === code ? { ...module, clauses: change(module.clauses) } : module));
}

/** An open day is null; what a part may be without is taken away by null. */
function given({ field, value }: { field: string; value: unknown }): unknown {
	return value === null && field !== "validFrom" && field !== "validTo" ? undefined : value;
}

/** The value as its schema reads it, without what is not there; null when it is no value of it. */
function fitting<T extends object>(schema: z.ZodType<T>, value: object): T | null {
	const known = Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
	const parsed = schema.safeParse(known);
	return parsed.success ? parsed.data : null;
}
