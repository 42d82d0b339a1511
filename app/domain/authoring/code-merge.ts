/** What two authors' edits of a code of conduct have to do with one another: the part of `merge.ts` that is about the code. */
import type { ConductContent } from "../conduct/content-schema.ts";
import { clauseCodes, findClause, findModule } from "./code-edits.ts";
import type { CodeEdit } from "./code-schema.ts";
import { freshCode, freshPartCode } from "./fresh-code.ts";
import { same } from "./same.ts";

/** Old codes of parts and clauses, and what they are now. */
export type CodeRecoding = { modules: Record<string, string>; clauses: Record<string, string> };

/** Things that an edit changes, from the wide to the narrow, as `thingsOf` in `merge.ts` says them. */
export function thingsOfCode(edit: CodeEdit, content?: ConductContent): string[][] {
	switch (edit.do) {
		case "set_module":
			return [["module", edit.module, edit.field]];
		case "add_module":
			return [["module", edit.value.code], ...edit.value.clauses.map(({ code }) => ["clause", code])];
		case "remove_module": {
			const clauses = (content && findModule(content, edit.module)?.clauses) ?? [];
			return [["module", edit.module], ...clauses.map(({ code }) => ["clause", code])];
		}
		case "set_clause":
			return [["clause", edit.clause, edit.field]];
		case "add_clause":
			return [["clause", edit.value.code]];
		case "remove_clause":
			return [["clause", edit.clause]];
		case "move_clause":
		case "move_module":
			return [];
	}
}

/** Whether an edit cannot be done because what it is about is not there any more, and something would be lost with it. */
export function isGoneFromCode(content: ConductContent, edit: CodeEdit): boolean {
	switch (edit.do) {
		case "set_module":
			return findModule(content, edit.module) === null;
		case "set_clause":
			return findClause(content, edit.clause) === null;
		case "add_clause":
			return content.modules.length === 0;
		default:
			return false;
	}
}

/** New codes for what an edit adds, where another author was first; null when all are free, or when the very same was added. */
export function freshCodesOf(content: ConductContent, edit: CodeEdit): CodeRecoding | null {
	if (edit.do !== "add_module" && edit.do !== "add_clause") return null;
	const taken = clauseCodes(content);
	const clauses: Record<string, string> = {};
	for (const { code } of edit.do === "add_clause" ? [edit.value] : edit.value.clauses) {
		const there = findClause(content, code)?.clause;
		if (!taken.has(code) || (edit.do === "add_clause" && same(there, edit.value))) continue;
		clauses[code] = freshCode(taken, code);
		taken.add(clauses[code]);
	}
	const modules: Record<string, string> = {};
	if (edit.do === "add_module" && findModule(content, edit.value.code)) {
		const codes = new Set(content.modules.map(({ code }) => code));
		modules[edit.value.code] = freshPartCode(codes, edit.value.code);
	}
	return Object.keys(clauses).length + Object.keys(modules).length > 0 ? { modules, clauses } : null;
}

/** An edit that was thought of under old codes, under those of now. */
export function recodedInCode(edit: CodeEdit, codes: Partial<CodeRecoding>): CodeEdit {
	const module = (code: string) => codeIn(codes.modules, code);
	const clause = (code: string) => codeIn(codes.clauses, code);
	switch (edit.do) {
		case "set_module":
		case "remove_module":
			return { ...edit, module: module(edit.module) };
		case "move_module":
			return { ...edit, module: module(edit.module), after: edit.after && module(edit.after) };
		case "add_module": {
			const clauses = edit.value.clauses.map((one) => ({ ...one, code: clause(one.code) }));
			const value = { ...edit.value, code: module(edit.value.code), clauses };
			return { ...edit, after: edit.after && module(edit.after), value };
		}
		case "set_clause":
		case "remove_clause":
			return { ...edit, clause: clause(edit.clause) };
		case "add_clause": {
			const value = { ...edit.value, code: clause(edit.value.code) };
			return { ...edit, module: module(edit.module), after: edit.after && clause(edit.after), value };
		}
		case "move_clause":
			return {
				...edit,
				clause: clause(edit.clause),
				module: module(edit.module),
				after: edit.after && clause(edit.after),
			};
	}
}

/** What puts back what was removed under an author's hands, as they have it, and does the edit on it. */
export function restoredInCode(mine: ConductContent, server: ConductContent, edit: CodeEdit): CodeEdit[] {
	if (edit.do === "set_module") {
		const value = findModule(mine, edit.module);
		return value ? [{ do: "add_module", after: null, value: withFree(server, value) }, edit] : [];
	}
	const found = edit.do === "set_clause" ? findClause(mine, edit.clause) : null;
	if (!found) return [edit];
	const after = found.module.clauses[found.at - 1]?.code ?? null;
	return [{ do: "add_clause", module: found.module.code, after, value: found.clause }, edit];
}

/** Without clauses that stand elsewhere by now: a part is not kept from coming back by one that was moved out of it. */
function withFree(server: ConductContent, module: ConductContent["modules"][number]) {
	const taken = clauseCodes(server);
	return { ...module, clauses: module.clauses.filter(({ code }) => !taken.has(code)) };
}

function codeIn(codes: Record<string, string> | undefined, code: string): string {
	return codes && Object.hasOwn(codes, code) ? (codes[code] ?? code) : code;
}
