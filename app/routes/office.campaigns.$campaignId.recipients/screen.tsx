import { useLoaderData } from "@remix-run/react";
import { recipientStates } from "#app/domain/campaigns/schema.ts";
import { daysBetween } from "#app/domain/days.ts";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FilterChips, FilterForm, FilterSelect, SearchBox } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titled } from "#app/ui/titled.ts";
import { PhaseBadge } from "../office.campaigns/phase-badge.tsx";
import { CloseCard } from "./close-card.tsx";
import { Extending } from "./extending.tsx";
import { RecipientTable } from "./recipient-table.tsx";
import type { loader } from "./route.ts";

export const meta = titled(campaignsWords, (t) => t.recipients.title);

/** Who received the campaign, how each stands, and the two things an office can still do: give more time, and close. */
export function Screen() {
	const { campaign, rows, today, mayWrite, done } = useLoaderData<typeof loader>();
	const { recipients: t, left, list } = useWords(campaignsWords);
	const locale = useLocale();
	const said = { issued: t.issued, extended: t.extend.done, closed: t.close.done };
	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/campaigns", label: list.title },
					{ to: `/office/campaigns/${campaign.id}`, label: campaign.title },
				]}
				title={t.title}
				badge={<PhaseBadge phase={campaign.phase} />}
				meta={
					<>
						{t.meta(formatNumber(campaign.recipients, locale))} ·{" "}
						{t.due(formatDay(campaign.dueOn), left(daysBetween(today, campaign.dueOn)))}
						{!campaign.own && ` · ${t.readOnly}`}
					</>
				}
				actions={<LinkButton to={`/office/campaigns/${campaign.id}`}>{t.results}</LinkButton>}
			/>
			<div className="grid grid-cols-1 gap-4">
				{done && (
					<Notice tone="success" live>
						{said[done]}
					</Notice>
				)}
				<Card flush>
					<Filters />
				</Card>
				{mayWrite ? (
					// New due days draw the form anew, with nothing chosen.
					<Extending key={rows.map((row) => row.dueOn).join()}>
						<Card flush>
							<RecipientTable selectable />
						</Card>
					</Extending>
				) : (
					<Card flush>
						<RecipientTable />
					</Card>
				)}
				{mayWrite && <CloseCard />}
			</div>
		</>
	);
}

function Filters() {
	const { search, facets, campaign } = useLoaderData<typeof loader>();
	const { recipients: t } = useWords(campaignsWords);
	const { kinds } = useWords(schoolWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const tones = { submitted: "accent", sent_back: "warn", accepted: "good" } as const;
	const filtered = Boolean(search.q || search.state || search.kind || search.commune || search.late);
	return (
		<div className="grid gap-4 px-4 py-4 sm:px-5">
			<FilterChips
				label={t.chips}
				param="state"
				current={search.state ?? ""}
				chips={[
					{ value: "", label: t.all, count: n(campaign.recipients) },
					...recipientStates.map((state) => ({
						value: state,
						label: t.states[state],
						count: n(facets.states[state]),
						tone: state in tones ? tones[state as keyof typeof tones] : undefined,
					})),
				]}
			/>
			<FilterForm keep={["state"]} clear={filtered}>
				<SearchBox value={search.q} label={t.search} />
				<FilterSelect
					name="commune"
					label={t.commune}
					value={search.commune ?? ""}
					options={facets.communes.map(({ id, name }) => ({ value: id, label: name }))}
				/>
				{facets.kinds.length > 1 && (
					<FilterSelect
						name="kind"
						label={t.kind}
						value={search.kind ?? ""}
						options={facets.kinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
					/>
				)}
				<FilterSelect
					name="late"
					label={t.timeliness}
					value={search.late ?? ""}
					options={[
						{ value: "overdue", label: `${t.overdue} (${n(facets.overdue)})` },
						{ value: "waiting", label: t.waiting },
						{ value: "late", label: `${t.late} (${n(facets.late)})` },
						{ value: "on_time", label: t.onTime },
					]}
				/>
			</FilterForm>
		</div>
	);
}
