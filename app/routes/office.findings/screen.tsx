import { useLoaderData } from "@remix-run/react";
import { daysBetween } from "#app/domain/days.ts";
import type { FindingLine } from "#app/domain/reports/finding-queries.ts";
import { findingsWords } from "#app/i18n/findings.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { overviewWords } from "#app/i18n/overview.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { FilterChips, FilterForm, FilterSelect } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";

export const meta = titled(findingsWords, (t) => t.title);

/** What is to be mended, by when and by whom; a row opens the return that says so. */
export function Screen() {
	const { search, counts, campaigns, lines, next } = useLoaderData<typeof loader>();
	const t = useWords(findingsWords);
	const { title: overview, dues } = useWords(overviewWords);
	const locale = useLocale();
	const narrowed = search.campaign !== "" || search.superior !== "";
	// Counts are those of the whole office: beside a narrowed list they would say something else than it shows.
	const count = (value: number) => (narrowed ? undefined : formatNumber(value, locale));
	return (
		<>
			<PageHeader crumbs={[{ to: "/office", label: overview }]} title={t.title} meta={t.meta} />
			<div className="mb-4">
				<FilterChips
					label={t.due}
					param="due"
					current={search.due}
					chips={[
						{ value: "", label: t.all, count: count(counts.reduce((sum, { open }) => sum + open, 0)) },
						...counts.map(({ due, open }) => ({
							value: due,
							label: dues[due],
							count: count(open),
							tone: due === "overdue" ? ("bad" as const) : undefined,
						})),
					]}
				/>
			</div>
			<Card flush>
				<div className="border-b border-line px-4 py-3 sm:px-5">
					<FilterForm keep={["due"]} clear={narrowed || search.due !== ""}>
						<FilterSelect
							name="campaign"
							label={t.campaign}
							value={search.campaign}
							options={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
						/>
						<FilterSelect
							name="superior"
							label={t.superior}
							value={search.superior}
							options={[
								{ value: "yes", label: t.yes },
								{ value: "no", label: t.no },
							]}
						/>
					</FilterForm>
				</div>
				<DataTable
					caption={t.caption}
					rows={lines}
					rowKey={(row) => row.id}
					rowTo={(row) => `/office/returns/${row.returnId}`}
					empty={<EmptyState title={t.none}>{t.noneText}</EmptyState>}
					columns={useColumns()}
				/>
				<Pager next={next} />
			</Card>
		</>
	);
}

function useColumns(): Column<FindingLine>[] {
	const { today } = useLoaderData<typeof loader>();
	const t = useWords(findingsWords);
	const { mandatory, knockout } = useWords(resultsWords);
	const locale = useLocale();
	return [
		{
			key: "school",
			header: t.school,
			cell: (row) => (
				<>
					{row.school}
					<span className="block text-sm font-normal text-muted">
						{row.commune} · {row.campaign}
					</span>
				</>
			),
		},
		{
			key: "criterion",
			header: t.criterion,
			cell: (row) => (
				<span className="block max-w-prose wrap-anywhere lg:min-w-56">
					{row.item} {row.text}
					{(row.knockout || row.mandatory) && (
						<span className="block text-sm text-muted">{row.knockout ? knockout : mandatory}</span>
					)}
				</span>
			),
		},
		{
			key: "measure",
			header: t.measure,
			cell: (row) => (
				<span className="block max-w-prose whitespace-pre-line wrap-anywhere lg:min-w-56">
					{row.measure || row.remark || <span className="text-muted">{t.noMeasure}</span>}
					{row.owner && <span className="block text-sm text-muted">{t.owner(row.owner)}</span>}
					{row.request !== null && <span className="block text-sm">{t.request(row.request)}</span>}
				</span>
			),
		},
		{
			key: "due",
			header: t.due,
			cell: (row) =>
				row.dueOn === null ? (
					<span className="text-muted">{t.noDay}</span>
				) : (
					<>
						<span className="whitespace-nowrap">{formatDay(row.dueOn)}</span>
						{row.dueOn < today && (
							<span className="block">
								<StatusBadge tone="bad">{t.overdue(formatNumber(daysBetween(row.dueOn, today), locale))}</StatusBadge>
							</span>
						)}
					</>
				),
		},
	];
}
