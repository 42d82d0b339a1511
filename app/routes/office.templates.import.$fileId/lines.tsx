import { useLoaderData } from "@remix-run/react";
import type { Fate } from "#app/domain/interchange/lines.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { interchangeWords } from "#app/i18n/interchange.ts";
import { noteSentence } from "#app/i18n/interchange-notes.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { FilterChips } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { loader } from "./route.ts";

const tones: Record<Fate, Tone> = { left: "bad", partly: "warn", whole: "accent", noted: "neutral" };

/** Every row of the file with what became of it, and why. */
export function Lines() {
	const { preview: t, fates } = useWords(interchangeWords);
	const locale = useLocale();
	const { lines, counts, fate, place } = useLoaderData<typeof loader>();
	if (counts.all === 0) return null;
	const last = Math.min(place.from + place.shown, place.of);
	const shown = (["left", "partly", "whole", "noted"] as const).filter((one) => counts[one] > 0);
	return (
		<Card flush labelledBy="rows">
			<CardHeader id="rows" title={t.rows} ruled />
			<div className="border-b border-line px-4 py-3 sm:px-5">
				<FilterChips
					label={t.filter}
					param="fate"
					current={fate ?? ""}
					chips={[
						{ value: "", label: t.all, count: formatNumber(counts.all, locale) },
						...shown.map((value) => ({
							value,
							label: fates[value],
							count: formatNumber(counts[value], locale),
							tone: tones[value],
						})),
					]}
				/>
			</div>
			<DataTable
				caption={t.rows}
				rows={lines}
				rowKey={(line) => `${line.sheet} ${line.line} ${line.became} ${line.text}`}
				empty={<p className="text-muted">{t.none}</p>}
				columns={[
					{
						key: "text",
						header: t.columns.text,
						cell: (line) => (
							<>
								<span className="wrap-anywhere">{line.text || line.notes[0]?.found || "–"}</span>
								<span className="block text-sm font-normal text-muted">{t.wholeNote(line.sheet)}</span>
							</>
						),
					},
					{ key: "line", header: t.columns.line, cell: (line) => (line.line > 0 ? line.line : null), numeric: true },
					{ key: "became", header: t.columns.became, cell: (line) => line.became || null },
					{
						key: "fate",
						header: t.columns.fate,
						cell: (line) => <StatusBadge tone={tones[line.fate]}>{fates[line.fate]}</StatusBadge>,
					},
					{
						key: "why",
						header: t.columns.why,
						cell: (line) =>
							line.notes.length === 0 ? null : (
								<ul className="grid max-w-prose gap-1">
									{line.notes.map((note) => (
										<li key={`${note.code} ${note.found}`} className="wrap-anywhere">
											{noteSentence(note, locale)}
										</li>
									))}
								</ul>
							),
					},
				]}
			/>
			{place.of > place.shown && (
				<Pager
					next={last < place.of ? String(last) : null}
					previous={place.from > 0 ? String(Math.max(0, place.from - place.shown)) : null}
					summary={t.shown(place.from + 1, last, place.of)}
				/>
			)}
		</Card>
	);
}
