import { useLoaderData } from "@remix-run/react";
import { resultsWords } from "#app/i18n/results.ts";
import { MandatoryMark } from "#app/ui/badge.tsx";
import { BarList } from "#app/ui/bar-list.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** Bars of the criteria that most schools failed; the whole list is one click away. */
export function FailedCriteria() {
	const { campaign, results } = useLoaderData<typeof loader>();
	const t = useWords(resultsWords);
	const worst = results.criteria.slice(0, 6);
	return (
		<Card labelledBy="most-failed">
			<CardHeader
				id="most-failed"
				title={t.mostFailed}
				actions={
					results.criteria.length > worst.length && (
						<TextLink to={`/office/campaigns/${campaign.id}/results?list=criteria`}>{t.allFailed}</TextLink>
					)
				}
			/>
			{worst.length === 0 ? (
				<p className="text-muted">{t.noFailed}</p>
			) : (
				<BarList
					label={t.mostFailed}
					rows={worst.map((criterion) => ({
						code: criterion.code,
						label: criterion.text,
						value: criterion.unmet,
						tone: criterion.mandatory || criterion.knockout ? "bad" : "warn",
						mark: criterion.mandatory && <MandatoryMark short />,
					}))}
				/>
			)}
		</Card>
	);
}
