import { useLoaderData } from "@remix-run/react";
import { columnName, figuresWords, totalText } from "#app/i18n/figures.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** As many as stand beside the communes; the rest is one click away. */
const SHOWN = 10;

/** The first totals of the roll-up, of those that have reported. */
export function KeyFigures() {
	const { campaign, figures } = useLoaderData<typeof loader>();
	const t = useWords(figuresWords);
	const locale = useLocale();
	if (!figures) return null;
	const { columns, line } = figures;
	const n = (value: number) => formatNumber(value, locale);
	const shown = columns.filter(({ type }) => type !== "text").slice(0, SHOWN);
	return (
		<Card labelledBy="key-figures">
			<CardHeader
				id="key-figures"
				title={t.key}
				note={t.reportedOf(n(line.reported), n(line.recipients))}
				actions={<TextLink to={`/office/campaigns/${campaign.id}/figures`}>{t.more}</TextLink>}
			/>
			<dl className="divide-y divide-line">
				{shown.map((column) => (
					<div key={column.code} className="flex items-baseline justify-between gap-4 py-1.5">
						<dt className="min-w-0">{columnName(column, locale)}</dt>
						<dd className="tabular font-medium whitespace-nowrap">
							{totalText(column, line.totals[column.code], locale) || (
								<span className="font-normal text-muted">– {line.reported === 0 && t.nobodyReported}</span>
							)}
						</dd>
					</div>
				))}
			</dl>
		</Card>
	);
}
