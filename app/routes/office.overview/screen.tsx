import { useLoaderData } from "@remix-run/react";
import type { OverviewCampaign } from "#app/domain/reports/overview-queries.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { overviewWords } from "#app/i18n/overview.ts";
import { campaignPath } from "#app/i18n/overview-rows.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader, Tile, TileGrid } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import { OverviewCard } from "./overview-card.tsx";
import type { loader } from "./route.ts";

export const meta = titled(overviewWords, (t) => t.title);

/** What a head of office wants in one minute: how many returned, what is late, what is to be mended and by when, codes, cameras. */
export function Screen() {
	const { open, closed, pictures, unitName, may } = useLoaderData<typeof loader>();
	const t = useWords(overviewWords);
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
				<Tiles />
				{open.length === 0 && (
					<Card>
						<EmptyState
							title={t.emptyTitle}
							action={may.write && <LinkButton to="/office/directives">{t.emptyAction}</LinkButton>}
						>
							{may.write ? t.emptyText : t.emptyReader}
						</EmptyState>
					</Card>
				)}
				{pictures.length > 0 && may.lists && <p className="text-sm text-muted">{t.intro}</p>}
				{pictures.map((one) => (
					<div key={one.picture.kind} data-print="whole" className="min-w-0">
						<OverviewCard {...one} />
					</div>
				))}
				{closed.length > 0 && (
					<Card flush labelledBy="closed-campaigns">
						<CardHeader id="closed-campaigns" title={t.closed} ruled />
						<ClosedTable />
					</Card>
				)}
			</div>
		</>
	);
}

function Tiles() {
	const { open, late, findings, today, may } = useLoaderData<typeof loader>();
	const t = useWords(overviewWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const sum = (of: (campaign: OverviewCampaign) => number) => open.reduce((total, campaign) => total + of(campaign), 0);
	const next = open.find((campaign) => campaign.due_on >= today);
	return (
		<TileGrid>
			<Tile label={t.openCount} value={n(open.length)} note={next ? t.openNote(formatDay(next.due_on)) : t.noDue} />
			<Tile
				label={t.waiting}
				value={n(sum(({ figures }) => figures.submitted))}
				to={may.inspect ? "/office/returns" : undefined}
				note={may.inspect && t.waitingNote}
			/>
			<Tile
				label={t.missing}
				value={n(sum(({ figures: f }) => f.recipients - f.reported))}
				tone={late > 0 ? "bad" : "neutral"}
				note={t.missingNote(n(late))}
			/>
			<Tile
				label={t.findings}
				value={n(findings.open)}
				to={may.findings ? "/office/findings" : undefined}
				tone={findings.open > 0 ? "bad" : "neutral"}
				note={t.findingsNote(n(findings.overdue), n(findings.petitions))}
			/>
		</TileGrid>
	);
}

function ClosedTable() {
	const { closed, may } = useLoaderData<typeof loader>();
	const t = useWords(overviewWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const columns: Column<OverviewCampaign>[] = [
		{ key: "title", header: t.campaign, cell: (row) => row.title },
		{ key: "due", header: t.due, cell: (row) => formatDay(row.due_on) },
		{
			key: "returned",
			header: t.returned,
			numeric: true,
			cell: ({ figures: f }) => `${n(f.reported)}/${n(f.recipients)}`,
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
			caption={t.closed}
			rows={closed}
			rowKey={(row) => row.id}
			rowTo={(row) => campaignPath(row.id, may)}
			columns={columns}
		/>
	);
}
