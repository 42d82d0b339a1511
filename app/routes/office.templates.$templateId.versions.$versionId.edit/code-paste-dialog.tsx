import { useMemo, useState } from "react";
import { clausesOfLines } from "#app/domain/authoring/code-make.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { Button } from "#app/ui/button.tsx";
import { Clause } from "#app/ui/conduct-code.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Dialog } from "./dialog.tsx";
import { useInsertClauses } from "./use-insert-clauses.ts";

/** Lines become clauses; what was recognised is shown before anything is added. */
export function CodePasteDialog() {
	const { paste: t } = useWords(codeBuilderWords);
	const [text, setText] = useState("");
	const insert = useInsertClauses();
	const clauses = useMemo(() => clausesOfLines(text), [text]);
	return (
		<Dialog
			title={t.title}
			text={t.text}
			close={t.close}
			foot={
				<Button variant="primary" onClick={() => clauses.length > 0 && insert(clauses)}>
					{t.insert(clauses.length)}
				</Button>
			}
		>
			<TextArea
				name="pasted"
				label={t.area}
				rows={8}
				value={text}
				autoFocus
				spellCheck={false}
				onChange={(event) => setText(event.target.value)}
			/>
			{text.trim() !== "" && (
				<p role="status" className="font-medium">
					{clauses.length > 0 ? t.found(clauses.length) : t.nothing}
				</p>
			)}
			<ul className="grid gap-2">
				{clauses.map((clause, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the list is read anew as a whole
					<li key={at}>
						<Clause clause={clause} />
					</li>
				))}
			</ul>
		</Dialog>
	);
}
