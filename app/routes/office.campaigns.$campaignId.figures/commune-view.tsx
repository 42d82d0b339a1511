import { useLoaderData } from "@remix-run/react";
import { figuresWords } from "#app/i18n/figures.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { FigureTable } from "./figure-table.tsx";
import { useTotalLine } from "./lines.tsx";
import type { loader } from "./route.ts";

/** The same columns commune by commune. */
export function CommuneView() {
	const { campaign, columns, lights, rollUp } = useLoaderData<typeof loader>();
	const t = useWords(figuresWords);
	const { downloadCsv } = useWords(resultsWords);
	const total = useTotalLine(columns, lights);
	return (
		<Card flush labelledBy="by-commune">
			<CardHeader
				id="by-commune"
				title={t.views.communes}
				ruled
				actions={
					<LinkButton size="small" to={`/office/campaigns/${campaign.id}/figures/so-lieu-xa.csv`} reloadDocument>
						{downloadCsv}
					</LinkButton>
				}
			/>
			<FigureTable
				caption={t.communeTable}
				first={t.commune}
				columns={columns}
				lights={lights}
				lines={[
					total("total", t.total, rollUp.all),
					...rollUp.communes.map(({ id, name, line }) => total(id, name, line, false)),
				]}
			/>
		</Card>
	);
}
