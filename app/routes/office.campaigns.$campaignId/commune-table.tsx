import { useLoaderData } from "@remix-run/react";
import { formatNumber, formatTenths } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** The same figures commune by commune. */
export function CommuneTable() {
	const { communes, count, campaign } = useLoaderData<typeof loader>();
	const t = useWords(resultsWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const few = communes.length < count;
	return (
		<Card flush labelledBy="by-commune" className="max-h-[34rem] overflow-y-auto">
			<CardHeader
				id="by-commune"
				title={t.byCommune}
				note={few && t.slowestCommunes(n(communes.length), n(count))}
				ruled
			/>
			<DataTable
				caption={t.byCommune}
				rows={communes}
				rowKey={(row) => row.id}
				columns={[
					{ key: "name", header: t.commune, cell: (row) => row.name },
					{
						key: "n",
						header: t.reported,
						numeric: true,
						cell: ({ figures: f }) => `${n(f.reported)}/${n(f.recipients)}`,
					},
					{
						key: "rate",
						header: t.rate,
						numeric: true,
						cell: ({ figures: f }) => (f.reportingRate === null ? "" : formatTenths(f.reportingRate, locale)),
					},
					...(campaign.rule === "none"
						? []
						: [
								{
									key: "met",
									header: t.met,
									numeric: true,
									cell: (row: (typeof communes)[number]) => n(row.figures.verdicts.met),
								},
								{
									key: "not",
									header: t.notMet,
									numeric: true,
									cell: (row: (typeof communes)[number]) => n(row.figures.verdicts.notMet),
								},
							]),
				]}
			/>
			{few && (
				<p className="border-t border-line px-4 py-3">
					<TextLink to="?communes=all#by-commune">{t.allCommunes(n(count))}</TextLink>
				</p>
			)}
		</Card>
	);
}
