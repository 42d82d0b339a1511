import { findClause, findModule } from "#app/domain/authoring/code-edits.ts";
import { insertClauses } from "#app/domain/authoring/code-make.ts";
import type { Clause } from "#app/domain/conduct/content-schema.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { codeNow } from "./use-code.ts";

/** Puts clauses behind the one that is selected, or at the end of its part, or of the code; shows the first and closes the dialog. */
export function useInsertClauses(): (clauses: readonly Clause[]) => void {
	const { selected, actions } = useBuilderParts();
	const { said } = useWords(codeBuilderWords);
	return (clauses) => {
		const content = codeNow(actions);
		const found = selected.kind === "clause" ? findClause(content, selected.code) : null;
		const module = found?.module ?? findModule(content, selected.code) ?? content.modules.at(-1);
		if (!module) return;
		const after = found?.clause.code ?? module.clauses.at(-1)?.code ?? null;
		const edits = insertClauses(content, module.code, after, clauses);
		actions.perform(edits);
		actions.say(said.inserted(edits.length));
		actions.open(null);
		const [first] = edits;
		if (first) actions.select({ kind: "clause", code: first.value.code });
	};
}
