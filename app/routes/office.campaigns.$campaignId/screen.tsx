import { useLoaderData } from "@remix-run/react";
import { daysBetween } from "#app/domain/days.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { dataWords } from "#app/i18n/data.ts";
import { figuresWords } from "#app/i18n/figures.ts";
import { formatDay, formatNumber, formatTenths } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { picturesWords } from "#app/i18n/pictures.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Tile, TileGrid } from "#app/ui/card.tsx";
import { LightCards } from "#app/ui/lights.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import { CommuneTable } from "./commune-table.tsx";
import { FailedCriteria } from "./failed-criteria.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { Reminded } from "./reminded.tsx";
import type { loader } from "./route.ts";
import { UnitTable } from "./unit-table.tsx";

export const meta = titled(resultsWords, (t) => t.campaigns);

/** One campaign on one page, as in the picture `campaign.png`. */
export function Screen() {
	const { campaign, today, tasks, results, figures: rollUp, may, moves } = useLoaderData<typeof loader>();
	const t = useWords(resultsWords);
	const { title: figuresTitle } = useWords(figuresWords);
	const conduct = useWords(conductOfficeWords);
	const { title: dataTitle } = useWords(dataWords);
	const { title: picturesTitle } = useWords(picturesWords);
	const { campaign: letters } = useWords(noticesWords);
	const life = useWords(templateLifeWords);
	const locale = useLocale();
	const { figures, findings } = results;
	const n = (value: number) => formatNumber(value, locale);
	const rate = (tenths: number | null) => (tenths === null ? "–" : formatTenths(tenths, locale));
	const base = `/office/campaigns/${campaign.id}`;
	const rated = campaign.rule !== "none";
	const state = campaign.state === "issued" ? t.open : campaign.state === "closed" ? t.closed : t.draft;
	const title = JSON.parse(campaign.template_title) as { vi: string; en?: string };

	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/campaigns", label: t.campaigns },
					...tasks.slice(0, 1).map((task) => ({
						to: `/office/directives/${task.directiveId}`,
						label: t.task(task.directiveNumber, task.number),
					})),
				]}
				title={campaign.title}
				badge={<StatusBadge tone={campaign.state === "issued" ? "accent" : "neutral"}>{state}</StatusBadge>}
				meta={
					<>
						{t.templateLine((locale === "en" && title.en) || title.vi, campaign.version_number)}
						{campaign.checked_at === null && ` (${t.workingCopy})`} · {t.recipientsLine(n(campaign.recipients))} ·{" "}
						{t.dueLine(formatDay(campaign.due_on))}
						{campaign.state === "issued" && ` (${t.daysLeft(daysBetween(today, campaign.due_on))})`}
					</>
				}
				actions={
					<>
						{may.write && <LinkButton to={`${base}/recipients`}>{t.recipientsLink}</LinkButton>}
						{may.write && moves && <LinkButton to={`${base}/version`}>{life.move.title}</LinkButton>}
						{rated && <LinkButton to={`${base}/results`}>{t.lists}</LinkButton>}
						<LinkButton to={`${base}/letters`}>{letters.title}</LinkButton>
						{campaign.template_kind === "conduct" && (
							<LinkButton to={`/office/conduct?campaign=${campaign.id}`}>{conduct.campaignLink}</LinkButton>
						)}
						{may.inspect && <LinkButton to={`${base}/data`}>{dataTitle}</LinkButton>}
						<LinkButton to={`${base}/pictures`}>{picturesTitle}</LinkButton>
						{rollUp && <LinkButton to={`${base}/figures`}>{figuresTitle}</LinkButton>}
						<LinkButton
							variant="primary"
							to={rated || !rollUp ? `${base}/export/ket-qua.xlsx` : `${base}/figures/so-lieu.xlsx`}
							reloadDocument
						>
							{t.downloadXlsx}
						</LinkButton>
					</>
				}
			/>
			<div className="grid gap-4">
				<TileGrid>
					<Tile
						label={t.returned}
						value={n(figures.reported)}
						of={n(figures.recipients)}
						bar={{
							total: figures.recipients,
							segments: [
								{ label: t.onTime, value: figures.onTime, tone: "accent" },
								{ label: t.late, value: figures.late, tone: "accent", pale: true },
							],
						}}
						note={
							<>
								{t.rateNote(rate(figures.reportingRate), rate(figures.onTimeRate))}
								<br />
								{t.onTimeNote(n(figures.onTime), n(figures.sentBack))}
							</>
						}
					/>
					{rated && (
						<Tile
							label={t.safe}
							value={n(figures.verdicts.met)}
							of={n(figures.reported)}
							tone="good"
							bar={{
								total: figures.reported,
								segments: [
									{ label: t.met, value: figures.verdicts.met, tone: "good" },
									{ label: t.notMet, value: figures.verdicts.notMet, tone: "bad" },
									{ label: t.provisional, value: figures.verdicts.provisional, tone: "warn" },
								],
							}}
							note={t.safeNote(n(figures.verdicts.notMet), n(figures.verdicts.provisional))}
						/>
					)}
					{(rated || findings.open > 0) && (
						<Tile
							label={t.openFindings}
							value={n(findings.open)}
							tone={findings.open > 0 ? "bad" : "neutral"}
							note={t.findingsNote(n(findings.overdue), n(findings.petitions))}
						/>
					)}
					<Tile
						label={t.waiting}
						value={n(figures.submitted)}
						note={
							may.inspect && figures.submitted > 0 ? (
								<TextLink to={`/office/returns?campaign=${campaign.id}&state=submitted`}>{t.reviewNext}</TextLink>
							) : (
								t.waitingNote
							)
						}
					/>
				</TileGrid>
				{rollUp && <LightCards lights={rollUp.lights} line={rollUp.line} />}
				<div className="grid gap-4 lg:grid-cols-2">
					{rated && <FailedCriteria />}
					{rollUp && <KeyFigures />}
					<CommuneTable />
				</div>
				<Reminded />
				<UnitTable />
			</div>
		</>
	);
}
