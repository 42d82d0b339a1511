import { useLoaderData } from "@remix-run/react";
import { conductStages } from "#app/domain/conduct/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { StatBar } from "#app/ui/stat-bar.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { stageTone } from "#app/ui/tone.ts";
import type { loader } from "./route.ts";

/** Where the codes of conduct stand, once one was issued. */
export function ConductCard() {
	const { conduct: totals } = useLoaderData<typeof loader>();
	const { overview, tiles: t } = useWords(conductOfficeWords);
	const { stages: names } = useWords(conductWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	if (!totals) return null;
	const { stages, staff } = totals;
	// What is furthest stands first, so that the bar fills from the start.
	const shown = conductStages.filter((stage) => stage !== "none").reverse();
	const lines = [
		{ key: "adopted", term: t.adopted, value: `${n(stages.published)}/${n(totals.schools)}` },
		{ key: "signed", term: t.signed, value: `${n(staff.signed)}/${n(staff.asked)}` },
		{ key: "consulting", term: names.consulting, value: n(stages.consulting) },
	];
	return (
		<Card labelledBy="conduct">
			<CardHeader
				id="conduct"
				title={overview.title}
				actions={
					<LinkButton size="small" to="/office/conduct">
						{overview.more}
					</LinkButton>
				}
			/>
			<StatBar
				label={t.adopted}
				total={totals.schools}
				segments={shown.map((stage) => ({
					label: names[stage],
					value: stages[stage],
					tone: stageTone[stage],
					pale: stage !== "published",
				}))}
			/>
			<dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
				{lines.map(({ key, term, value }) => (
					<div key={key}>
						<dt className="text-sm text-muted">{term}</dt>
						<dd className="tabular text-lg font-semibold">{value}</dd>
					</div>
				))}
				{totals.outdated > 0 && (
					<div>
						<dt className="text-sm text-muted">{t.outdated}</dt>
						<dd className="tabular text-lg">
							<TextLink to="/office/conduct?outdated=1">{n(totals.outdated)}</TextLink>
						</dd>
					</div>
				)}
			</dl>
		</Card>
	);
}
