import { useLoaderData } from "@remix-run/react";
import { conductStages } from "#app/domain/conduct/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { FilterChips } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { stageTone } from "#app/ui/tone.ts";
import { useColumns } from "./columns.tsx";
import { Filters } from "./filters.tsx";
import type { loader } from "./route.ts";

/** School by school in the columns of annex IV; a line opens the code in force, else the school's page. */
export function AdoptionTable() {
	const { lines, next, search, totals, may } = useLoaderData<typeof loader>();
	const t = useWords(conductOfficeWords);
	const { stages } = useWords(conductWords);
	const locale = useLocale();
	const columns = useColumns();
	return (
		<Card flush labelledBy="schools">
			<CardHeader
				id="schools"
				title={t.list}
				ruled
				note={
					<FilterChips
						label={t.stages}
						param="stage"
						current={search.stage ?? ""}
						chips={[
							{ value: "", label: t.all, count: formatNumber(totals.schools, locale) },
							...conductStages.map((stage) => ({
								value: stage,
								label: stages[stage],
								count: formatNumber(totals.stages[stage], locale),
								tone: stageTone[stage],
							})),
						]}
					/>
				}
			/>
			<div className="grid gap-3 border-b border-line px-4 py-3 sm:px-5">
				<Filters />
				{may.figures && (
					<p>
						<TextLink to={`/office/campaigns/${search.campaign}/figures`}>{t.returnsOf}</TextLink>
					</p>
				)}
			</div>
			<DataTable
				caption={t.table}
				rows={lines}
				rowKey={({ schoolId }) => schoolId}
				rowTo={(line) =>
					line.stage === "published"
						? `/public/schools/${encodeURIComponent(line.code)}`
						: may.units
							? `/office/units/${line.schoolId}`
							: null
				}
				empty={<p className="text-muted">{t.none}</p>}
				columns={columns}
			/>
			<Pager next={next} />
		</Card>
	);
}
