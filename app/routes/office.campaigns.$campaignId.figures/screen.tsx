import { useLoaderData } from "@remix-run/react";
import { figuresWords } from "#app/i18n/figures.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { textOf } from "#app/i18n/returns.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { FilterChips } from "#app/ui/filters.tsx";
import { LightCards } from "#app/ui/lights.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titled } from "#app/ui/titled.ts";
import { ChangeView } from "./change-view.tsx";
import { CommuneView } from "./commune-view.tsx";
import { ListView } from "./list-view.tsx";
import type { loader } from "./route.ts";
import { SchoolView } from "./school-view.tsx";

export const meta = titled(figuresWords, (t) => t.title);

/** What the returns of a campaign come to: lights, one view of the figures at a time, downloads. */
export function Screen() {
	const { campaign, rollUp, lights, nothing } = useLoaderData<typeof loader>();
	const t = useWords(figuresWords);
	const { campaigns } = useWords(resultsWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const base = `/office/campaigns/${campaign.id}`;
	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/campaigns", label: campaigns },
					{ to: base, label: campaign.title },
				]}
				title={t.title}
				meta={!nothing && t.meta(n(rollUp.all.reported), n(rollUp.all.recipients))}
				actions={!nothing && <Downloads />}
			/>
			{nothing ? (
				<Card>
					<EmptyState title={t.none} action={<LinkButton to={base}>{t.back}</LinkButton>}>
						{t.noneText}
					</EmptyState>
				</Card>
			) : (
				<div className="grid gap-4">
					<LightCards lights={lights} line={rollUp.all} />
					<Views />
				</div>
			)}
		</>
	);
}

function Views() {
	const { view, lists } = useLoaderData<typeof loader>();
	const { views } = useWords(figuresWords);
	const locale = useLocale();
	return (
		<>
			<FilterChips
				label={views.label}
				param="view"
				current={view}
				chips={[
					{ value: "", label: views.schools },
					{ value: "communes", label: views.communes },
					{ value: "change", label: views.change },
					...lists.map(({ code, title }) => ({ value: `list.${code}`, label: textOf(title, locale) })),
				]}
			/>
			{view === "" && <SchoolView />}
			{view === "communes" && <CommuneView />}
			{view === "change" && <ChangeView />}
			{view.startsWith("list.") && <ListView />}
		</>
	);
}

/** The whole workbook; each view has its own CSV beside it. */
function Downloads() {
	const { campaign, rosters } = useLoaderData<typeof loader>();
	const t = useWords(figuresWords);
	const { downloadXlsx } = useWords(resultsWords);
	const locale = useLocale();
	const base = `/office/campaigns/${campaign.id}/figures`;
	return (
		<>
			{rosters.map(({ code, row }) => (
				<LinkButton key={code} to={`${base}/dong.xlsx?roster=${encodeURIComponent(code)}`} reloadDocument>
					{t.allRows(textOf(row, locale))}
				</LinkButton>
			))}
			<LinkButton variant="primary" to={`${base}/so-lieu.xlsx`} reloadDocument>
				{downloadXlsx}
			</LinkButton>
		</>
	);
}
