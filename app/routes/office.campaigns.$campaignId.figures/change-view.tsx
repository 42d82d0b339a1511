import { useLoaderData } from "@remix-run/react";
import { changesOf } from "#app/domain/reports/rules.ts";
import type { FigureColumn } from "#app/domain/reports/schema.ts";
import { changeText, columnName, figuresWords, totalText } from "#app/i18n/figures.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { FilterForm, FilterSelect } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** Each total beside the one of the round before, then one figure commune by commune. */
export function ChangeView() {
	const { campaign, columns, rollUp } = useLoaderData<typeof loader>();
	const { change: t } = useWords(figuresWords);
	const { downloadCsv } = useWords(resultsWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const { previous, all } = rollUp;
	if (!previous) {
		return (
			<Card>
				<EmptyState title={t.none}>{t.noneText}</EmptyState>
			</Card>
		);
	}
	const shared = columns.filter(({ code }) => previous.codes.includes(code));
	const changes = new Map(changesOf(previous.codes, previous.all, all).map((change) => [change.code, change]));
	const share = (line: typeof all) => `${n(line.reported)}/${n(line.recipients)}`;
	return (
		<>
			<Card flush labelledBy="change">
				<CardHeader
					id="change"
					title={t.title}
					ruled
					note={
						<TextLink to={`/office/campaigns/${previous.id}`}>
							{t.intro(previous.title, formatDay(previous.dueOn))}
						</TextLink>
					}
					actions={
						<LinkButton
							size="small"
							to={`/office/campaigns/${campaign.id}/figures/so-lieu-thay-doi.csv`}
							reloadDocument
						>
							{downloadCsv}
						</LinkButton>
					}
				/>
				{previous.all.reported !== all.reported && (
					<p className="border-b border-line bg-warn-soft px-4 py-2 text-warn-ink sm:px-5">
						{t.uneven(share(previous.all), share(all))}
					</p>
				)}
				<DataTable
					caption={t.title}
					rows={shared}
					rowKey={({ code }) => code}
					columns={[
						{ key: "figure", header: t.figure, cell: (column) => columnName(column, locale) },
						{
							key: "before",
							header: t.before,
							numeric: true,
							cell: (column) => totalText(column, previous.all.totals[column.code], locale),
						},
						{
							key: "now",
							header: t.now,
							numeric: true,
							cell: (column) => totalText(column, all.totals[column.code], locale),
						},
						{
							key: "by",
							header: t.by,
							numeric: true,
							cell: (column) => changeText(column, changes.get(column.code)?.by ?? null, locale),
						},
					]}
				/>
			</Card>
			{shared.length > 0 && <ByCommune shared={shared} />}
		</>
	);
}

/** Where one figure moved. */
function ByCommune({ shared }: { shared: FigureColumn[] }) {
	const { rollUp, figure } = useLoaderData<typeof loader>();
	const t = useWords(figuresWords);
	const locale = useLocale();
	const chosen = shared.find(({ code }) => code === figure) ?? shared[0];
	const { previous, communes } = rollUp;
	if (!chosen || !previous) return null;
	const rows = communes.map((commune) => {
		const before = previous.communes.find(({ id }) => id === commune.id)?.line;
		const [change] = before ? changesOf([chosen.code], before, commune.line) : [];
		return { ...commune, before, by: change?.by ?? null };
	});
	const n = (value: number) => formatNumber(value, locale);
	return (
		<Card flush labelledBy="change-by-commune">
			<CardHeader id="change-by-commune" title={t.change.byCommune} ruled />
			<div className="border-b border-line px-4 py-3 sm:px-5">
				<FilterForm keep={["view"]}>
					<FilterSelect
						name="figure"
						label={t.change.of}
						value={chosen === shared[0] ? "" : chosen.code}
						all={shared[0] && columnName(shared[0], locale)}
						options={shared.slice(1).map((column) => ({ value: column.code, label: columnName(column, locale) }))}
					/>
				</FilterForm>
			</div>
			<DataTable
				caption={`${t.change.byCommune}: ${columnName(chosen, locale)}`}
				rows={rows}
				rowKey={({ id }) => id}
				columns={[
					{ key: "name", header: t.commune, cell: ({ name }) => name },
					{
						key: "reported",
						header: t.reported,
						numeric: true,
						cell: ({ line }) => `${n(line.reported)}/${n(line.recipients)}`,
					},
					{
						key: "before",
						header: t.change.before,
						numeric: true,
						cell: ({ before }) => totalText(chosen, before?.totals[chosen.code], locale),
					},
					{
						key: "now",
						header: t.change.now,
						numeric: true,
						cell: ({ line }) => totalText(chosen, line.totals[chosen.code], locale) || t.nobodyReported,
					},
					{ key: "by", header: t.change.by, numeric: true, cell: ({ by }) => changeText(chosen, by, locale) },
				]}
			/>
		</Card>
	);
}
