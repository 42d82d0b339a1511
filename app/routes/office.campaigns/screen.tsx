import { useLoaderData } from "@remix-run/react";
import Send from "lucide-react/icons/send";
import type { CampaignLine } from "#app/domain/campaigns/queries.ts";
import { daysBetween } from "#app/domain/days.ts";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { FilterChips, FilterForm, SearchBox } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { StatBar } from "#app/ui/stat-bar.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import { PhaseBadge } from "./phase-badge.tsx";
import type { loader } from "./route.ts";

export const meta = titled(campaignsWords, (t) => t.list.title);

/** Campaigns, newest first. */
export function Screen() {
	const { lines, next, search, mayWrite } = useLoaderData<typeof loader>();
	const { list: t } = useWords(campaignsWords);
	const create = mayWrite && (
		<LinkButton variant="primary" to="/office/campaigns/new">
			{t.create}
		</LinkButton>
	);
	const bare = search.q === "" && search.state === null && search.after === null;
	if (lines.length === 0 && bare) {
		return (
			<>
				<PageHeader title={t.title} meta={t.meta} />
				<Card>
					<EmptyState title={t.emptyTitle} icon={<Send />} action={create}>
						{t.emptyText}
					</EmptyState>
				</Card>
			</>
		);
	}
	return (
		<>
			<PageHeader title={t.title} meta={t.meta} actions={create} />
			<Card flush>
				<div className="flex flex-wrap items-end justify-between gap-3 border-b border-line px-4 py-3 sm:px-5">
					<FilterChips
						label={t.states}
						param="state"
						current={search.state ?? ""}
						chips={[
							{ value: "", label: t.all },
							{ value: "issued", label: t.stateNames.issued, tone: "accent" },
							{ value: "draft", label: t.stateNames.draft },
							{ value: "closed", label: t.stateNames.closed },
						]}
					/>
					<FilterForm keep={["state"]} clear={search.q !== ""}>
						<SearchBox value={search.q} label={t.search} />
					</FilterForm>
				</div>
				<CampaignTable />
				<Pager next={next} />
			</Card>
		</>
	);
}

function CampaignTable() {
	const { lines, today, mayWrite } = useLoaderData<typeof loader>();
	const { list: t, left } = useWords(campaignsWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const to = (line: CampaignLine) => {
		if (line.state !== "draft") return `/office/campaigns/${line.id}`;
		return mayWrite ? `/office/campaigns/new?draft=${line.id}` : null;
	};
	return (
		<DataTable
			caption={t.title}
			rows={lines}
			rowKey={(line) => line.id}
			rowTo={to}
			empty={<p className="text-muted">{t.none}</p>}
			columns={[
				{ key: "title", header: t.name, cell: (line) => line.title },
				{ key: "state", header: t.state, cell: (line) => <PhaseBadge phase={line.phase} />, tight: true },
				{
					key: "due",
					header: t.due,
					tight: true,
					cell: (line) => (
						<>
							{formatDay(line.dueOn)}
							{line.state === "issued" && (
								<span className="block text-sm text-muted">{left(daysBetween(today, line.dueOn))}</span>
							)}
						</>
					),
				},
				{
					key: "returned",
					header: t.returned,
					cell: (line) =>
						line.state === "draft" ? null : (
							<div className="flex min-w-40 items-center gap-3">
								<StatBar
									label={t.progress(line.title)}
									total={line.recipients}
									segments={[{ label: t.returned, value: line.reported, tone: "accent" }]}
								/>
								<span className="tabular font-medium whitespace-nowrap">
									{n(line.reported)}/{n(line.recipients)}
								</span>
							</div>
						),
				},
			]}
		/>
	);
}
