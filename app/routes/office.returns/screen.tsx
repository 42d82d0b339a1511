import { useLoaderData } from "@remix-run/react";
import { dayOf, daysBetween } from "#app/domain/days.ts";
import { formatTenths, formatTime } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { reviewWords } from "#app/i18n/review.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { verdictNames } from "#app/i18n/verdict.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { FilterForm, FilterSelect, SearchBox } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import { stateTone, verdictTone } from "#app/ui/tone.ts";
import type { loader } from "./route.ts";

export const meta = titled(reviewWords, (t) => t.list.title);

/** The officer's tray: filters in the URL, a row opens the return. */
export function Screen() {
	const { search, lines, next, filters, today } = useLoaderData<typeof loader>();
	const { list: t, page } = useWords(reviewWords);
	const { states, late, draftAt } = useWords(resultsWords);
	const verdicts = useWords(verdictNames);
	const kinds: Record<string, string> = useWords(schoolWords).kinds;
	const locale = useLocale();
	const filtered =
		search.campaign || search.verdict || search.commune || search.kind || search.q || search.state !== "submitted";
	return (
		<>
			<PageHeader title={t.title} />
			<Card flush>
				<div className="border-b border-line px-4 py-3 sm:px-5">
					<FilterForm clear={Boolean(filtered)}>
						<FilterSelect
							name="campaign"
							label={t.campaign}
							value={search.campaign}
							options={filters.campaigns.map(({ id, title }) => ({ value: id, label: title }))}
						/>
						<FilterSelect
							name="state"
							label={t.state}
							value={search.state === "submitted" ? "" : search.state}
							all={states.submitted}
							options={[
								...(["sent_back", "accepted", "draft", "not_started"] as const).map((value) => ({
									value,
									label: states[value],
								})),
								{ value: "all", label: t.allStates },
							]}
						/>
						<FilterSelect
							name="verdict"
							label={t.verdict}
							value={search.verdict}
							options={Object.entries(verdicts).map(([value, label]) => ({ value, label }))}
						/>
						<FilterSelect
							name="commune"
							label={t.commune}
							value={search.commune}
							options={filters.communes.map(({ id, name }) => ({ value: id, label: name }))}
						/>
						<FilterSelect
							name="kind"
							label={t.kind}
							value={search.kind}
							options={filters.kinds.map((value) => ({ value, label: kinds[value] ?? value }))}
						/>
						<SearchBox value={search.q} label={t.search} hint={t.searchHint} />
					</FilterForm>
				</div>
				<DataTable
					caption={t.caption}
					rows={lines}
					rowKey={(row) => row.returnId}
					rowTo={(row) => (row.submittedAt ? `/office/returns/${row.returnId}` : null)}
					empty={
						filtered ? (
							<EmptyState title={t.noneFound}>{t.noneFoundText}</EmptyState>
						) : (
							<EmptyState title={t.noneWaiting} action={<LinkButton to="?state=all">{t.allStates}</LinkButton>}>
								{t.noneWaitingText}
							</EmptyState>
						)
					}
					columns={[
						{
							key: "school",
							header: t.school,
							cell: (row) => (
								<>
									{row.school}
									<span className="block text-sm font-normal text-muted">{row.campaign}</span>
								</>
							),
						},
						{ key: "commune", header: t.commune, tight: true, cell: (row) => row.commune },
						{
							key: "state",
							header: t.state,
							cell: (row) => (
								<StatusBadge tone={stateTone[row.state]}>
									{row.state === "draft" ? draftAt(row.progress) : states[row.state]}
								</StatusBadge>
							),
						},
						{
							key: "met",
							header: t.result,
							numeric: true,
							cell: (row) =>
								row.counted ? (
									<>
										{`${row.met} / ${row.counted}`}
										{row.percentTenths !== null && (
											<span className="block text-sm text-muted">{formatTenths(row.percentTenths, locale)}</span>
										)}
									</>
								) : null,
						},
						{
							key: "verdict",
							header: t.verdict,
							cell: (row) =>
								row.verdict && <StatusBadge tone={verdictTone[row.verdict]}>{verdicts[row.verdict]}</StatusBadge>,
						},
						{
							key: "at",
							header: t.submitted,
							cell: (row) =>
								row.submittedAt && (
									<>
										<span className="whitespace-nowrap">{formatTime(row.submittedAt)}</span>
										<span className="block text-sm text-muted">
											{[
												row.onTime === false ? late : "",
												row.state === "submitted" ? page.waited(daysBetween(dayOf(row.submittedAt), today)) : "",
											]
												.filter(Boolean)
												.join(" · ")}
										</span>
									</>
								),
						},
					]}
				/>
				<Pager next={next} />
			</Card>
		</>
	);
}
