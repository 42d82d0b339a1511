import { useLoaderData } from "@remix-run/react";
import type { Change, Fate } from "#app/domain/units/import-schema.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { importWords, mendSentence, reasonSentence } from "#app/i18n/unit-imports.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { loader } from "./route.ts";
import type { Loaded } from "./screen.tsx";

export const fateTones: Record<Fate, Tone> = {
	create: "accent",
	update: "accent",
	unchanged: "neutral",
	mended: "warn",
	refused: "bad",
};

type Row = Loaded["rows"][number];

/** Every row of the list with its fate and why. */
export function Rows() {
	const { preview: t, fates, actions } = useWords(importWords);
	const { rows } = useLoaderData<typeof loader>();
	return (
		<DataTable
			caption={t.caption}
			rows={rows}
			rowKey={(row) => String(row.line)}
			empty={<p className="text-muted">{t.none}</p>}
			columns={[
				{
					key: "name",
					header: t.columns.name,
					cell: (row) => (
						<>
							<span className="wrap-anywhere">{row.name || "–"}</span>
							<span className="block text-sm font-normal text-muted">{row.code || t.noCode}</span>
						</>
					),
				},
				{ key: "row", header: t.columns.row, cell: (row) => row.row, numeric: true },
				{ key: "line", header: t.columns.line, cell: (row) => row.line, numeric: true },
				{
					key: "fate",
					header: t.columns.fate,
					tight: true,
					cell: (row) => (
						<>
							<StatusBadge tone={fateTones[row.fate]}>{fates[row.fate]}</StatusBadge>
							{row.fate === "mended" && row.action && (
								<span className="block pt-0.5 text-sm text-muted">{actions[row.action]}</span>
							)}
						</>
					),
				},
				{ key: "why", header: t.columns.why, cell: (row) => <Why row={row} /> },
			]}
		/>
	);
}

function Why({ row }: { row: Row }) {
	const locale = useLocale();
	const describe = useChange();
	const lines = [
		...row.reasons.map((reason) => reasonSentence(reason, locale)),
		...row.mended.map((mend) => mendSentence(mend, locale)),
		...row.changes.map(describe),
	];
	if (lines.length === 0) return null;
	return (
		<ul className="grid max-w-prose gap-1">
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}

/** A change in words: closed lists by their names. */
function useChange() {
	const t = useWords(importWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const names: Record<string, string> = { ...kinds, ...ownerships };
	const shown = (change: Change, value: string | number | null) => {
		if (value === null || value === "") return t.preview.blank;
		const listed = change.field === "kind" || change.field === "ownership";
		return (listed && names[value]) || String(value);
	};
	return (change: Change) =>
		t.preview.change(t.fields[change.field], shown(change, change.from), shown(change, change.to));
}
