import type { Change } from "#app/domain/audit/rules.ts";
import { auditWords } from "#app/i18n/audit.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
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
			<dt className="inline text-muted">{field === "" ? "" : `${fieldName(field, t.fields)}: `}</dt>
			<dd className="inline break-words">
				{before !== null && (
					<>
						<del>
							<span className="sr-only">{t.was} </span>
							{readable(before, t.values)}
						</del>{" "}
						→{" "}
					</>
				)}
				{after === null ? t.nothing : readable(after, t.values)}
			</dd>
		</div>
	);
}

/** `tasks.0.title` as “Nhiệm vụ 1 · Tiêu đề”; parts without a name, such as the code of an item, stay as they are. */
function fieldName(field: string, names: Record<string, string>): string {
	const parts = field.split(".");
	const last = parts.pop() ?? "";
	const path = parts.map((part) =>
		/^\d+$/.test(part) && names[parts[0] ?? ""] ? ` ${Number(part) + 1}` : `.${names[part] ?? part}`,
	);
	const where = path.join("").slice(1);
	return [where, names[last] ?? last].filter((part) => part !== "").join(" · ");
}

/** Codes in words, days and times in the reader's form, ids and hashes by their end. */
function readable(value: string, words: Record<string, string>): string {
	if (words[value]) return words[value];
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
	if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatTime(value);
	return value.replace(/\b([0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f-]{27})\b/g, (id) => `…${id.slice(-6)}`);
}
