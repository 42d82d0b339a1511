import { useMemo, useState } from "react";
import { clausesOfLines } from "#app/domain/authoring/code-make.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { Clause } from "#app/ui/conduct-code.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Pasting } from "./pasting.tsx";
import { useInsertClauses } from "./use-insert-clauses.ts";

/** Lines become clauses. */
export function CodePasteDialog() {
	const { paste: t } = useWords(codeBuilderWords);
	const [text, setText] = useState("");
	const insert = useInsertClauses();
	const clauses = useMemo(() => clausesOfLines(text), [text]);
	const count = clauses.length;
	return (
		<Pasting
			words={t}
			rows={8}
			text={text}
			onText={setText}
			count={count}
			found={t.found(count)}
			insert={() => insert(clauses)}
		>
			<ul className="grid gap-2">
				{clauses.map((clause, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the list is read anew as a whole
					<li key={at}>
						<Clause clause={clause} />
					</li>
				))}
			</ul>
		</Pasting>
	);
}
