import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { formatNumber } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { Notices } from "./notices.tsx";
import { Reminders } from "./reminders.tsx";
import type { action, loader } from "./route.ts";

export const meta = titled(noticesWords, (t) => t.campaign.title);

/** Everything that goes from the office to the schools of one campaign. */
export function Screen() {
	const { campaign, issued } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	const { campaign: t } = useWords(noticesWords);
	const { campaigns } = useWords(resultsWords);
	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/campaigns", label: campaigns },
					{ to: `/office/campaigns/${campaign.id}`, label: campaign.title },
				]}
				title={t.title}
				meta={t.meta}
			/>
			<div className="grid gap-4">
				<ProblemBanner problem={problem} />
				{issued && !problem && (
					<Notice tone="success" live>
						{t.done}
					</Notice>
				)}
				<List />
				<RemindCard />
				<Reminders />
				<ResultsCard />
				<Notices />
			</div>
		</>
	);
}

/** The list that the circular asks for, as a paper and as a workbook. */
function List() {
	const { campaign } = useLoaderData<typeof loader>();
	const { campaign: t } = useWords(noticesWords);
	const base = `/office/campaigns/${campaign.id}/letters/danh-sach`;
	return (
		<Card labelledBy="list">
			<CardHeader id="list" title={t.list} />
			{campaign.rated ? (
				<>
					<p className="mb-3 text-muted">{t.listText}</p>
					<p className="flex flex-wrap gap-2">
						<LinkButton to={`${base}.docx`} reloadDocument>
							{t.docx}
						</LinkButton>
						<LinkButton to={`${base}.pdf`} reloadDocument>
							{t.pdf}
						</LinkButton>
						<LinkButton to={`${base}.xlsx`} reloadDocument>
							{t.xlsx}
						</LinkButton>
					</p>
				</>
			) : (
				<p className="text-muted">{t.notRated}</p>
			)}
		</Card>
	);
}

function RemindCard() {
	const { campaign, late, drafts, may } = useLoaderData<typeof loader>();
	const { campaign: t } = useWords(noticesWords);
	const locale = useLocale();
	return (
		<Card labelledBy="remind">
			<CardHeader id="remind" title={t.remind} />
			<p>{late > 0 ? t.late(formatNumber(late, locale)) : t.nobodyLate}</p>
			{late > 0 && campaign.refusesLate && (
				<div className="mt-3">
					<Notice
						tone="warning"
						actions={
							may.write && <LinkButton to={`/office/campaigns/${campaign.id}/recipients`}>{t.extend}</LinkButton>
						}
					>
						{t.refusesLate}
					</Notice>
				</div>
			)}
			{may.write && drafts.reminder && (
				<p className="mt-3">
					<LinkButton variant="primary" to={`/office/letters/${drafts.reminder}`}>
						{t.carryOn}
					</LinkButton>
				</p>
			)}
			{may.write && !drafts.reminder && late > 0 && campaign.state === "issued" && (
				<Form method="post" className="mt-3">
					<Button type="submit" variant="primary" name="intent" value="remind">
						{t.writeReminder}
					</Button>
				</Form>
			)}
		</Card>
	);
}

function ResultsCard() {
	const { campaign, untold, counts, writing, may } = useLoaderData<typeof loader>();
	const { campaign: t } = useWords(noticesWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	if (!campaign.rated) return null;
	const left = counts.issued - counts.written;
	return (
		<Card labelledBy="results">
			<CardHeader
				id="results"
				title={t.results}
				actions={
					may.inspect &&
					counts.written > 0 && (
						<LinkButton to={`/office/campaigns/${campaign.id}/letters/thong-bao.zip`} reloadDocument>
							{t.zip}
						</LinkButton>
					)
				}
			/>
			<p>
				{untold > 0 ? t.waiting(n(untold)) : t.nobodyWaits} {counts.issued > 0 && t.issued(n(counts.issued))}
			</p>
			{left > 0 && (
				<div className="mt-3">
					<Notice
						tone={writing ? "info" : "warning"}
						title={t.progress(n(counts.written), n(counts.issued))}
						actions={
							writing ? (
								<LinkButton to={`/office/campaigns/${campaign.id}/letters#results`} reloadDocument>
									{t.refresh}
								</LinkButton>
							) : (
								may.write && (
									<Form method="post">
										<Button type="submit" name="intent" value="write">
											{t.resume}
										</Button>
									</Form>
								)
							)
						}
					>
						{writing ? t.running : t.stopped}
					</Notice>
				</div>
			)}
			{may.write && untold > 0 && (
				<Form method="post" className="mt-3">
					<Button type="submit" variant="primary" name="intent" value="notify">
						{t.writeNotices}
					</Button>
				</Form>
			)}
		</Card>
	);
}
