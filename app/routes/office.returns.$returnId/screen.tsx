import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { prepare } from "#app/domain/forms/prepare.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import { publicResultWords } from "#app/i18n/public-results.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { reviewWords } from "#app/i18n/review.ts";
import { AsideAnswers } from "#app/ui/aside-answers.tsx";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import { stateTone } from "#app/ui/tone.ts";
import { AnswerSections } from "./answer-sections.tsx";
import { Changes } from "./changes.tsx";
import { Decision } from "./decision.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { History } from "./history.tsx";
import { Papers } from "./papers.tsx";
import type { action, loader } from "./route.ts";
import { VerdictCard } from "./verdict-card.tsx";

export const meta = titled(reviewWords, (t) => t.page.returns);

/** One school's return: result and why, what changed, every answer, and the office's decision. A plain form. */
export function Screen() {
	const found = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const [params] = useSearchParams();
	const { page: t, form } = useWords(reviewWords);
	const { states } = useWords(resultsWords);
	const { reviewLink } = useWords(conductOfficeWords);
	const problem = problemOf(answer);
	const decided = params.get("decided");
	const mayDecide = found.may.review && found.state === "submitted";

	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/returns", label: t.returns },
					{ to: `/office/campaigns/${found.campaign.id}`, label: found.campaign.title },
				]}
				title={found.school.name}
				badge={<StatusBadge tone={stateTone[found.state]}>{states[found.state]}</StatusBadge>}
				meta={
					<>
						{found.school.commune} · {t.round(found.round)} ·{" "}
						{t.sentBy(found.submittedBy, formatTime(found.submittedAt))} · {found.onTime ? t.onTime : t.late} (
						{t.due(formatDay(found.dueOn))})
					</>
				}
				actions={
					<>
						{prepare(found.definition).asksConduct && (
							<LinkButton
								to={`/office/conduct?campaign=${found.campaign.id}&q=${encodeURIComponent(found.school.code)}`}
							>
								{reviewLink}
							</LinkButton>
						)}
						{found.nextWaiting && <LinkButton to={`/office/returns/${found.nextWaiting}`}>{t.next}</LinkButton>}
					</>
				}
			/>
			<Papers />
			<Form method="post" noValidate className="grid gap-4">
				<input type="hidden" name="round" value={found.round} />
				{!problem && (decided === "accepted" || decided === "sent_back") && found.state === decided && (
					<Notice tone="success" live>
						{t.done[decided]}
					</Notice>
				)}
				<ProblemBanner problem={problem} />
				{found.definition.rule.type === "none" ? <FiguresCard /> : <VerdictCard />}
				<PublicState />
				{found.round > 1 && <Changes />}
				{found.reviews.length > 0 && <History />}
				<AsideAnswers answers={found.aside} />
				<Card flush labelledBy="answers">
					<CardHeader
						id="answers"
						title={t.answers}
						ruled
						actions={
							<LinkButton size="small" to={found.onlyUnmet ? "?" : "?show=unmet"} preventScrollReset>
								{found.onlyUnmet ? t.everything : t.onlyFailed}
							</LinkButton>
						}
					/>
					<AnswerSections mayMark={mayDecide} />
				</Card>
				{mayDecide ? <Decision /> : found.may.review && found.state === "accepted" && <Notice>{form.decided}</Notice>}
			</Form>
		</>
	);
}

/** Of an accepted result: whether the school has made it public. */
function PublicState() {
	const { state, definition, publicSince, school } = useLoaderData<typeof loader>();
	const { office: t } = useWords(publicResultWords);
	if (state !== "accepted" || definition.rule.type === "none") return null;
	return (
		<p className="flex flex-wrap items-center gap-x-4 gap-y-1">
			<StatusBadge tone={publicSince ? "good" : "neutral"}>
				{publicSince ? t.on(formatTime(publicSince)) : t.off}
			</StatusBadge>
			{publicSince && (
				<TextLink reloadDocument to={`/public/schools/${school.code}#result`}>
					{t.see}
				</TextLink>
			)}
		</p>
	);
}
