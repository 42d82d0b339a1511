import { useLoaderData } from "@remix-run/react";
import { daysBetween } from "#app/domain/days.ts";
import type { OverviewCampaign } from "#app/domain/reports/overview-queries.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { overviewWords } from "#app/i18n/overview.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader, Tile, TileGrid } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatBar } from "#app/ui/stat-bar.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import { ConductCard } from "./conduct-card.tsx";
import type { loader } from "./route.ts";

export const meta = titled(overviewWords, (t) => t.title);

/** What a head of office wants in one minute: how many returned, how many safe, what waits, what is late. */
export function Screen() {
	const { open, closed, findings, today, unitName, may } = useLoaderData<typeof loader>();
	const t = useWords(overviewWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const sum = (of: (campaign: OverviewCampaign) => number) => open.reduce((total, campaign) => total + of(campaign), 0);
	const missing = ({ figures: f }: OverviewCampaign) => f.recipients - f.reported;
	const overdue = sum((campaign) => (campaign.due_on < today ? missing(campaign) : 0));
	const next = open.find((campaign) => campaign.due_on >= today);

	return (
		<>
			<PageHeader
				title={t.title}
				meta={unitName}
				actions={
					may.write && (
						<LinkButton variant="primary" to="/office/campaigns/new">
							{t.create}
						</LinkButton>
					)
				}
			/>
			<div className="grid gap-4">
				<TileGrid>
					<Tile label={t.openCount} value={n(open.length)} note={next ? t.openNote(formatDay(next.due_on)) : t.noDue} />
					<Tile
						label={t.waiting}
						value={n(sum(({ figures }) => figures.submitted))}
						to={may.inspect ? "/office/returns" : undefined}
						note={t.waitingNote}
					/>
					<Tile
						label={t.missing}
						value={n(sum(missing))}
						tone={overdue > 0 ? "bad" : "neutral"}
						note={t.missingNote(n(overdue))}
					/>
					<Tile
						label={t.findings}
						value={n(findings.open)}
						tone={findings.open > 0 ? "bad" : "neutral"}
						note={t.findingsNote(n(findings.overdue), n(findings.petitions))}
					/>
				</TileGrid>
				<Card flush labelledBy="open-campaigns">
					<CardHeader
						id="open-campaigns"
						title={t.open}
						ruled
						actions={
							<LinkButton size="small" to="/office/campaigns">
								{t.all}
							</LinkButton>
						}
					/>
					{open.length === 0 ? (
						<EmptyState title={t.emptyTitle} action={<LinkButton to="/office/directives">{t.emptyAction}</LinkButton>}>
							{t.emptyText}
						</EmptyState>
					) : (
						<CampaignTable caption={t.open} rows={open} />
					)}
				</Card>
				<ConductCard />
				{closed.length > 0 && (
					<Card flush labelledBy="closed-campaigns">
						<CardHeader id="closed-campaigns" title={t.closed} ruled />
						<CampaignTable caption={t.closed} rows={closed} />
					</Card>
				)}
			</div>
		</>
	);
}

function CampaignTable({ caption, rows }: { caption: string; rows: OverviewCampaign[] }) {
	const { today } = useLoaderData<typeof loader>();
	const t = useWords(overviewWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const columns: Column<OverviewCampaign>[] = [
		{ key: "title", header: t.campaign, cell: (row) => row.title },
		{
			key: "due",
			header: t.due,
			cell: (row) => (
				<>
					{formatDay(row.due_on)}
					{row.state === "issued" && (
						<span className="block text-sm text-muted">{t.left(daysBetween(today, row.due_on))}</span>
					)}
				</>
			),
		},
		{
			key: "returned",
			header: t.returned,
			cell: ({ figures: f }) => (
				<span className="flex min-w-40 items-center gap-3">
					<StatBar
						label={t.returned}
						total={f.recipients}
						segments={[
							{ label: t.onTime, value: f.onTime, tone: "accent" },
							{ label: t.returned, value: f.late, tone: "accent", pale: true },
						]}
					/>
					<span className="tabular whitespace-nowrap">
						{n(f.reported)}/{n(f.recipients)}
					</span>
				</span>
			),
		},
		{ key: "met", header: t.met, numeric: true, cell: ({ figures: f, rated }) => (rated ? n(f.verdicts.met) : "") },
		{
			key: "notMet",
			header: t.notMet,
			numeric: true,
			cell: ({ figures: f, rated }) => (rated ? n(f.verdicts.notMet) : ""),
		},
		{ key: "review", header: t.toReview, numeric: true, cell: ({ figures: f }) => n(f.submitted) },
	];
	return (
		<DataTable
			caption={caption}
			rows={rows}
			rowKey={(row) => row.id}
			rowTo={(row) => `/office/campaigns/${row.id}`}
			columns={columns}
		/>
	);
}
