import type { Change } from "#app/domain/audit/rules.ts";
import { auditWords } from "#app/i18n/audit.ts";
import { useWords } from "#app/ui/locale.tsx";

/** As many as stand open in a row of the list. */
const OPEN = 3;

/** What an event changed: each field with its new value and, struck out, the one before. */
export function Changes({ changes }: { changes: Change[] }) {
	const t = useWords(auditWords);
	if (changes.length === 0) return null;
	const list = (
		<dl className="space-y-1 text-sm">
			{changes.map((change) => (
				<ChangeLine key={change.field} change={change} />
			))}
		</dl>
	);
	if (changes.length <= OPEN) return list;
	return (
		<details>
			<summary className="text-sm font-medium text-accent-ink underline underline-offset-4">
				{t.more(changes.length)}
			</summary>
			<div className="mt-2">{list}</div>
		</details>
	);
}

function ChangeLine({ change: { field, before, after } }: { change: Change }) {
	const t = useWords(auditWords);
	return (
		<div>
			<dt className="inline text-muted">{field === "" ? "" : `${t.fields[field] ?? field}: `}</dt>
			<dd className="inline break-words">
				{before !== null && (
					<>
						<del>
							<span className="sr-only">{t.was} </span>
							{before}
						</del>{" "}
						→{" "}
					</>
				)}
				{after ?? t.nothing}
			</dd>
		</div>
	);
}
