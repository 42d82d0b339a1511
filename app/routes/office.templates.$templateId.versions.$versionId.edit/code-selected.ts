import { modulesInOrder } from "#app/domain/authoring/code-make.ts";
import type { ConductContent } from "#app/domain/conduct/content-schema.ts";
import type { Selected } from "./builder-context.ts";

/** What of a code of conduct an address asks for; null: it asks for something of the form about it. */
export function selectedInCode(asked: URLSearchParams, content: ConductContent): Selected | null {
	for (const kind of ["clause", "module", "code"] as const) {
		const code = asked.get(kind);
		if (code) return { kind, code };
	}
	return ["item", "section", "part"].some((kind) => asked.has(kind)) ? null : firstOf(content);
}

/** Where writing a code begins: its first clause. */
export function firstOf(content: ConductContent): Selected {
	const [module] = modulesInOrder(content);
	const clause = module?.clauses[0];
	if (clause) return { kind: "clause", code: clause.code };
	return module ? { kind: "module", code: module.code } : { kind: "code", code: "head" };
}

/** Whether something selected is of the code, and not of the form about it. */
export function isOfCode({ kind }: Selected): boolean {
	return kind === "module" || kind === "clause" || kind === "code";
}

/** How a chosen part or clause is called among what is chosen: no item has a code with a slash. */
export function markOf(kind: "module" | "clause", code: string): string {
	return `${kind}/${code}`;
}

/** Codes of the chosen parts or clauses. */
export function markedOf(kind: "module" | "clause", marked: ReadonlySet<string>): string[] {
	const start = markOf(kind, "");
	return [...marked].flatMap((mark) => (mark.startsWith(start) ? [mark.slice(start.length)] : []));
}
