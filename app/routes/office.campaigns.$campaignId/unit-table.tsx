import { useLoaderData } from "@remix-run/react";
import type { VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import { formatNumber, formatTenths, formatTime } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { verdictName } from "#app/i18n/verdict.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { FilterChips } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { stateTone, verdictTone } from "#app/ui/tone.ts";
import type { loader } from "./route.ts";

/** Every recipient with its state and result; the chips choose a list, which travels in the URL. */
export function UnitTable() {
	const { campaign, results, rows, selection, next, may } = useLoaderData<typeof loader>();
	const t = useWords(resultsWords);
	const locale = useLocale();
	const { figures: f } = results;
	const n = (value: number) => formatNumber(value, locale);
	const rated = campaign.rule !== "none";
	return (
		<Card flush labelledBy="units">
			<CardHeader
				id="units"
				title={t.units}
				ruled
				note={
					<FilterChips
						label={t.units}
						param="list"
						current={selection === "all" ? "" : selection}
						chips={[
							{ value: "", label: t.all, count: n(f.recipients) },
							{ value: "not_returned", label: t.notReturned, count: n(f.recipients - f.reported), tone: "bad" },
							{ value: "late", label: t.lateReturned, count: n(f.late), tone: "warn" },
							...(rated
								? [
										{ value: "met", label: t.met, count: n(f.verdicts.met), tone: "good" as const },
										{ value: "not_met", label: t.notMet, count: n(f.verdicts.notMet), tone: "bad" as const },
										{
											value: "provisional",
											label: t.provisional,
											count: n(f.verdicts.provisional),
											tone: "warn" as const,
										},
									]
								: []),
						]}
					/>
				}
				actions={
					<LinkButton
						size="small"
						to={`/office/campaigns/${campaign.id}/export/ket-qua.csv?list=${selection}`}
						reloadDocument
					>
						{t.downloadCsv}
					</LinkButton>
				}
			/>
			<DataTable
				caption={t.tableOfSchools}
				rows={rows}
				rowKey={(row) => row.school_id}
				rowTo={(row) =>
					may.inspect && row.state !== "not_started" && row.first_submitted_at
						? `/office/returns/${row.return_id}`
						: null
				}
				empty={<p className="text-muted">{t.empty}</p>}
				columns={[
					{ key: "name", header: t.school, cell: (row) => row.name },
					{ key: "commune", header: t.commune, tight: true, cell: (row) => row.commune },
					{
						key: "state",
						header: t.state,
						cell: (row) => (
							<StatusBadge tone={stateTone[row.state]}>
								{row.state === "draft" ? t.draftAt(row.progress) : t.states[row.state]}
							</StatusBadge>
						),
					},
					...(rated
						? [
								{
									key: "counted",
									header: t.metOfCounted,
									numeric: true,
									cell: (row: (typeof rows)[number]) => (row.counted === null ? "" : `${row.met} / ${row.counted}`),
								},
								{
									key: "percent",
									header: t.percent,
									numeric: true,
									cell: (row: (typeof rows)[number]) =>
										row.percent_tenths === null ? "" : formatTenths(row.percent_tenths, locale),
								},
								{
									key: "verdict",
									header: t.result,
									cell: (row: (typeof rows)[number]) =>
										row.verdict === null ? (
											""
										) : (
											<StatusBadge tone={verdictTone[row.verdict]}>
												{verdictName(row.verdict as VerdictResult, locale)}
											</StatusBadge>
										),
								},
							]
						: []),
					{
						key: "at",
						header: t.submittedAt,
						tight: true,
						cell: (row) =>
							row.submitted_at && (
								<>
									{formatTime(row.submitted_at)}
									{row.on_time === 0 && <span className="block text-sm text-warn-ink">{t.late}</span>}
								</>
							),
					},
				]}
			/>
			<Pager next={next} />
		</Card>
	);
}
