import { useLoaderData } from "@remix-run/react";
import { figuresWords, ownText } from "#app/i18n/figures.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { FilterChips } from "#app/ui/filters.tsx";
import { LightBadge } from "#app/ui/lights.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { FigureTable, type TableLine } from "./figure-table.tsx";
import { useTotalLine } from "./lines.tsx";
import type { loader } from "./route.ts";

const groups = ["public", "private", "independent"] as const;

/** One line a school, reported or not, below the total and the sub-totals by group. */
export function SchoolView() {
	const { campaign, columns, lights, rollUp, schools = [], selection, next, may } = useLoaderData<typeof loader>();
	const t = useWords(figuresWords);
	const r = useWords(resultsWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const total = useTotalLine(columns, lights);
	const { all } = rollUp;
	const lines: TableLine[] = schools.map((row) => ({
		key: row.schoolId,
		name: may.inspect && row.values ? <TextLink to={`/office/returns/${row.returnId}`}>{row.name}</TextLink> : row.name,
		note: row.commune,
		instead: row.state === "draft" ? `${t.notReported} (${r.draftAt(row.progress)})` : t.notReported,
		cells: row.values && [
			...columns.map((column) => ownText(column, row.values?.[column.code] ?? null, locale)),
			...lights.map((light) => <LightBadge key={light.code} light={light} colour={row.lights[light.code]} />),
		],
	}));
	return (
		<Card flush labelledBy="by-school">
			<CardHeader
				id="by-school"
				title={t.views.schools}
				ruled
				note={
					<FilterChips
						label={r.units}
						param="list"
						current={selection === "all" ? "" : selection}
						chips={[
							{ value: "", label: r.all, count: n(all.recipients) },
							{
								value: "not_returned",
								label: r.notReturned,
								count: n(all.recipients - all.reported),
								tone: "bad",
							},
							{ value: "late", label: r.lateReturned, tone: "warn" },
							...(campaign.rated
								? [
										{ value: "met", label: r.met, tone: "good" as const },
										{ value: "not_met", label: r.notMet, tone: "bad" as const },
										{ value: "provisional", label: r.provisional, tone: "warn" as const },
									]
								: []),
						]}
					/>
				}
				actions={
					<LinkButton
						size="small"
						to={`/office/campaigns/${campaign.id}/figures/so-lieu.csv?list=${selection}`}
						reloadDocument
					>
						{r.downloadCsv}
					</LinkButton>
				}
			/>
			<FigureTable
				caption={t.schoolTable}
				first={t.unit}
				columns={columns}
				lights={lights}
				lines={[
					total("total", t.total, all),
					...groups
						.filter((group) => rollUp.groups[group].recipients > 0)
						.map((group) => total(group, t.totalOf(t.groups[group]), rollUp.groups[group])),
					...lines,
				]}
			/>
			{schools.length === 0 && <p className="px-5 py-4 text-muted">{t.empty}</p>}
			<Pager next={next} />
		</Card>
	);
}
