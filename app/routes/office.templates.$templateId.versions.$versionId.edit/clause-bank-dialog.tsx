import type { ClauseLine } from "#app/domain/templates/clause-bank.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { Clause } from "#app/ui/conduct-code.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { LibraryDialog } from "./library-dialog.tsx";
import { useInsertClauses } from "./use-insert-clauses.ts";

/** Clauses of every code in sight, found by their words and taken over. */
export function ClauseBankDialog() {
	const { bank: t } = useWords(codeBuilderWords);
	const { groups, relations } = useWords(conductWords);
	const insert = useInsertClauses();
	return (
		<LibraryDialog<ClauseLine>
			words={t}
			from="/office/templates/clauses"
			insert={(lines) => insert(lines.map(({ clause }) => clause))}
			draw={({ clause }) => <Clause clause={clause} />}
			place={({ group, relation }) => `${groups[group]} · ${relations[relation]} · `}
		/>
	);
}
