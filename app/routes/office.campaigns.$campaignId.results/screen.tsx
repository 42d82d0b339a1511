import { Link, useLoaderData, useLocation } from "@remix-run/react";
import X from "lucide-react/icons/x";
import type { VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import { filterNames, listQuery } from "#app/domain/reports/rules.ts";
import { formatDay, formatNumber, formatTenths, formatTime } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { verdictName } from "#app/i18n/verdict.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FilterChips } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import { withParam } from "#app/ui/url.ts";
import type { loader } from "./route.ts";

export const meta = titled(resultsWords, (t) => t.listTitle);

/** Lists to read, print and download: who met the rules and who did not, with the reason of each (Thông tư 18/2023 Đ15). */
export function Screen() {
	const { campaign, list, filter, results } = useLoaderData<typeof loader>();
	const t = useWords(resultsWords);
	const { campaign: letters } = useWords(noticesWords);
	const locale = useLocale();
	const narrowed = filterNames.some((name) => filter[name] !== "");
	// Counts are those of the whole campaign: beside a narrowed list they would say something else than it shows.
	const count = (value: number) => (narrowed ? undefined : formatNumber(value, locale));
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
						<LinkButton
							to={`${base}/export/${file}.csv?${list === "criteria" ? "" : listQuery(list, filter)}`}
							reloadDocument
						>
							{t.downloadCsv}
						</LinkButton>
						{campaign.rated && (
							<>
								<LinkButton to={`${base}/letters/danh-sach.docx`} reloadDocument>
									{letters.listDocx}
								</LinkButton>
								<LinkButton to={`${base}/letters/danh-sach.pdf`} reloadDocument>
									{letters.listPdf}
								</LinkButton>
							</>
						)}
						<LinkButton variant="primary" to={`${base}/export/ket-qua.xlsx`} reloadDocument>
							{t.downloadXlsx}
						</LinkButton>
					</>
				}
			/>
			<div className="mb-4 grid gap-3">
				<FilterChips
					label={t.lists}
					param="list"
					current={list}
					chips={[
						...(campaign.rated
							? [
									{ value: "not_met", label: t.notMet, count: count(f.verdicts.notMet), tone: "bad" as const },
									{ value: "met", label: t.met, count: count(f.verdicts.met), tone: "good" as const },
									{
										value: "provisional",
										label: t.provisional,
										count: count(f.verdicts.provisional),
										tone: "warn" as const,
									},
								]
							: []),
						{ value: "not_returned", label: t.notReturned, count: count(f.recipients - f.reported) },
						{ value: "late", label: t.lateReturned, count: count(f.late) },
						...(campaign.rated ? [{ value: "criteria", label: t.sheetCriteria, count: count(criteria.length) }] : []),
						{ value: "all", label: t.all, count: count(f.recipients) },
					]}
				/>
				{narrowed && list !== "criteria" && <Narrowed />}
			</div>
			<Card flush>{list === "criteria" ? <Criteria /> : <Schools />}</Card>
		</>
	);
}

/** What the list is narrowed to, each with a link that takes it away. */
function Narrowed() {
	const { filter, filtered } = useLoaderData<typeof loader>();
	const t = useWords(resultsWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const location = useLocation();
	const said: Record<keyof typeof filter, string> = {
		commune: filtered.commune,
		kind: kinds[filter.kind as keyof typeof kinds] ?? filter.kind,
		ownership: ownerships[filter.ownership as keyof typeof ownerships] ?? filter.ownership,
		day: filter.day && t.narrowed.day(formatDay(filter.day)),
		item: filtered.item && t.narrowed.item(filtered.item),
	};
	return (
		<ul aria-label={t.narrowed.label} className="flex flex-wrap items-center gap-2">
			<li className="text-sm text-muted">{t.narrowed.label}:</li>
			{filterNames.flatMap((name) =>
				said[name] ? (
					<li key={name}>
						<Link
							to={withParam(location, name, "")}
							className="inline-flex min-h-8 items-center gap-2 rounded-md border border-line bg-surface px-3 py-1 text-sm font-medium pointer-coarse:min-h-12"
						>
							{said[name]}
							<X aria-hidden="true" className="size-4 shrink-0" />
							<span className="sr-only">{t.narrowed.remove}</span>
						</Link>
					</li>
				) : (
					[]
				),
			)}
		</ul>
	);
}

function Schools() {
	const { campaign, rows, next } = useLoaderData<typeof loader>();
	const t = useWords(resultsWords);
	const locale = useLocale();
	const judged: Column<(typeof rows)[number]>[] = [
		{
			key: "result",
			header: t.resultShort,
			label: t.result,
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
				row.reasonText && <span className="block max-w-prose whitespace-pre-line lg:min-w-60">{row.reasonText}</span>,
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
