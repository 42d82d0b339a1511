import { useLoaderData } from "@remix-run/react";
import { figuresOf } from "#app/domain/forms/figures.ts";
import { situation } from "#app/domain/forms/situation.ts";
import { formatTime } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { returnWords, textOf } from "#app/i18n/returns.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import { schoolPictureWords } from "#app/i18n/school-pictures.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PrintButtons } from "#app/ui/print-buttons.tsx";
import { Result } from "#app/ui/result.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** What became of the latest sending: the verdict and why, what happens next, the answers as they were sent. */
export function Outcome() {
	const { page } = useLoaderData<typeof loader>();
	const { page: t, home, figures: figureWords } = useWords(schoolPageWords);
	const { onTime, late } = useWords(returnWords);
	const { slip } = useWords(noticesWords);
	const { compare } = useWords(schoolPictureWords);
	const { submission, definition } = page;
	if (!submission) return null;
	return (
		<>
			<Card labelledBy="verdict">
				<CardHeader
					id="verdict"
					title={definition.rule.type === "none" ? figureWords.title : t.verdict}
					note={home.sentAt(formatTime(submission.submittedAt))}
				/>
				<Result
					definition={definition}
					verdict={submission.verdict}
					figures={figuresOf(definition, submission.answers, page.facts)}
				/>
				<p className="mt-3">
					<StatusBadge tone={submission.onTime ? "good" : "warn"}>{submission.onTime ? onTime : late}</StatusBadge>
				</p>
				{definition.rule.type !== "none" && (
					<p className="mt-3">
						<TextLink to={`/school/pictures?campaign=${page.campaignId}`}>{compare}</TextLink>
					</p>
				)}
				<h3 className="mt-4 font-semibold">{t.next}</h3>
				<p>{page.state === "accepted" ? t.nextAccepted : t.nextSubmitted}</p>
				<h3 className="mt-4 font-semibold">{slip.title}</h3>
				<p className="text-muted">{slip.text}</p>
				<div data-print="hide" className="mt-2 flex flex-wrap gap-2">
					<PrintButtons base={`/school/returns/${page.returnId}`} />
				</div>
				{page.review?.remark && (
					<>
						<h3 className="mt-4 font-semibold">{t.remark}</h3>
						<p className="whitespace-pre-line wrap-anywhere">{page.review.remark}</p>
					</>
				)}
			</Card>
			<SentAnswers />
		</>
	);
}

function SentAnswers() {
	const { page } = useLoaderData<typeof loader>();
	const { page: t } = useWords(schoolPageWords);
	const locale = useLocale();
	const { submission, definition, facts } = page;
	if (!submission) return null;
	const state = situation(definition, submission.answers, facts);
	return (
		<section aria-labelledby="sent-answers" className="grid gap-2">
			<h2 id="sent-answers" className="text-lg font-semibold">
				{t.answers}
			</h2>
			{definition.sections
				.filter((section) => state.sections.has(section.code))
				.map((section) => (
					<details key={section.code} className="rounded-md border border-line bg-surface px-4">
						<summary className="min-h-12 py-3 font-medium">
							{section.code}. {textOf(section.title, locale)}
						</summary>
						<div className="pb-4">
							<AnswerList
								definition={definition}
								section={section}
								answers={submission.answers}
								state={state}
								photos={page.photos}
							/>
						</div>
					</details>
				))}
		</section>
	);
}
