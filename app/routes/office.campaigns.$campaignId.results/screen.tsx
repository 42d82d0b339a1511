import { useLoaderData } from "@remix-run/react";
import type { VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import { formatDay, formatNumber, formatTenths, formatTime } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { verdictName } from "#app/i18n/verdict.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FilterChips } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";

export const meta = titled(resultsWords, (t) => t.listTitle);

/** Lists to read, print and download: who met the rules and who did not, with the reason of each (Thông tư 18/2023 Đ15). */
export function Screen() {
	const { campaign, list, results } = useLoaderData<typeof loader>();
	const t = useWords(resultsWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const { figures: f, criteria } = results;
	const base = `/office/campaigns/${campaign.id}`;
	const file = list === "criteria" ? "tieu-chi-chua-dat" : "ket-qua";
	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/campaigns", label: t.campaigns },
					{ to: base, label: campaign.title },
				]}
				title={campaign.rated ? t.listTitle : t.statusTitle}
				meta={campaign.rated ? t.listIntro : t.statusNote}
				actions={
					<>
						<LinkButton to={`${base}/export/${file}.csv?list=${list}`} reloadDocument>
							{t.downloadCsv}
						</LinkButton>
						<LinkButton variant="primary" to={`${base}/export/ket-qua.xlsx`} reloadDocument>
							{t.downloadXlsx}
						</LinkButton>
					</>
				}
			/>
			<div className="mb-4">
				<FilterChips
					label={t.lists}
					param="list"
					current={list}
					chips={[
						...(campaign.rated
							? [
									{ value: "not_met", label: t.notMet, count: n(f.verdicts.notMet), tone: "bad" as const },
									{ value: "met", label: t.met, count: n(f.verdicts.met), tone: "good" as const },
									{
										value: "provisional",
										label: t.provisional,
										count: n(f.verdicts.provisional),
										tone: "warn" as const,
									},
								]
							: []),
						{ value: "not_returned", label: t.notReturned, count: n(f.recipients - f.reported) },
						{ value: "late", label: t.lateReturned, count: n(f.late) },
						...(campaign.rated ? [{ value: "criteria", label: t.sheetCriteria, count: n(criteria.length) }] : []),
						{ value: "all", label: t.all, count: n(f.recipients) },
					]}
				/>
			</div>
			<Card flush>{list === "criteria" ? <Criteria /> : <Schools />}</Card>
		</>
	);
}

function Schools() {
	const { campaign, rows, next } = useLoaderData<typeof loader>();
	const t = useWords(resultsWords);
	const locale = useLocale();
	const judged: Column<(typeof rows)[number]>[] = [
		{
			key: "result",
			header: t.result,
			cell: (row) => row.verdict && verdictName(row.verdict as VerdictResult, locale),
		},
		{
			key: "percent",
			header: t.percent,
			numeric: true,
			cell: (row) => (row.percent_tenths === null ? "" : formatTenths(row.percent_tenths, locale)),
		},
		{
			key: "reasons",
			header: t.reasons,
			cell: (row) =>
				row.reasonText && <span className="block max-w-prose whitespace-pre-line lg:min-w-68">{row.reasonText}</span>,
		},
	];
	return (
		<>
			<DataTable
				caption={t.tableOfSchools}
				rows={rows}
				rowKey={(row) => row.school_id}
				empty={<p className="text-muted">{t.empty}</p>}
				columns={[
					{
						key: "name",
						header: t.school,
						cell: (row) => (
							<>
								{row.name}
								<span className="block text-sm font-normal text-muted">
									{row.code} · {row.commune}
								</span>
							</>
						),
					},
					{
						key: "state",
						header: t.state,
						tight: true,
						cell: (row) => (row.state === "draft" ? t.draftAt(row.progress) : t.states[row.state]),
					},
					...(campaign.rated ? judged : []),
					{ key: "due", header: t.dueOn, cell: (row) => formatDay(row.due_on) },
					{ key: "at", header: t.submittedAt, cell: (row) => row.submitted_at && formatTime(row.submitted_at) },
				]}
			/>
			<Pager next={next} />
		</>
	);
}

function Criteria() {
	const { results } = useLoaderData<typeof loader>();
	const t = useWords(resultsWords);
	const locale = useLocale();
	return (
		<DataTable
			caption={t.sheetCriteria}
			rows={results.criteria}
			rowKey={(row) => row.code}
			empty={<p className="text-muted">{t.noFailed}</p>}
			columns={[
				{ key: "code", header: t.criterionCode, tight: true, cell: (row) => row.code },
				{ key: "text", header: t.criterion, cell: (row) => <span className="block max-w-prose">{row.text}</span> },
				{ key: "mandatory", header: t.mandatory, cell: (row) => (row.mandatory ? t.yes : "") },
				{ key: "knockout", header: t.knockout, cell: (row) => (row.knockout ? t.yes : "") },
				{ key: "unmet", header: t.unmetCount, numeric: true, cell: (row) => formatNumber(row.unmet, locale) },
				{ key: "applicable", header: t.applicable, numeric: true, cell: (row) => formatNumber(row.applicable, locale) },
				{
					key: "rate",
					header: t.unmetRate,
					numeric: true,
					cell: (row) => (row.rate === null ? "" : formatTenths(row.rate, locale)),
				},
			]}
		/>
	);
}
