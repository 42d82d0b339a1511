import { useActionData, useLoaderData } from "@remix-run/react";
import type { ProblemBody } from "#app/domain/problem.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { formatDay } from "#app/i18n/format.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { CloseForm } from "./close-form.tsx";
import { Comments } from "./comments.tsx";
import type { TypedConsult } from "./forms.ts";
import { LinksForm } from "./links-form.tsx";
import { MadeLinks } from "./made-links.tsx";
import { MeetingForm, Meetings } from "./meetings.tsx";
import { OpeningForm } from "./opening-form.tsx";
import { Progress } from "./progress.tsx";
import { Result } from "./result.tsx";
import type { action, loader } from "./route.ts";

export const meta = titled(conductStepWords, (t) => t.consult.title);

export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Answer = ReturnType<typeof useActionData<typeof action>>;
export type Made = Extract<Answer, { made: unknown }>;

/** What one of the page's forms is drawn with after a refusal; nothing for the others. */
export type Refused = { typed?: TypedConsult; problem?: ProblemBody };

/** A consultation from opening to result: what can be done at the version's step, and how it goes. */
export function Screen() {
	const { version, consultation, mayDecide, done, today } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { consult: t, crumb, version: versionOf, onlyHead } = useWords(conductStepWords);
	const { states } = useWords(conductWords);
	if (answer && "made" in answer) return <MadeLinks answer={answer as Made} />;
	const typed = answer && "typed" in answer ? (answer.typed as TypedConsult | undefined) : undefined;
	const refused = (intent: string): Refused => (typed?.intent === intent ? { typed, problem: problemOf(answer) } : {});
	const consulting = version.state === "consulting";
	const said = { opened: t.opened, counted: t.counted, closed: t.closed }[done ?? ""];
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/school/conduct", label: crumb }]}
				title={t.title}
				badge={<StatusBadge tone={consulting ? "accent" : "neutral"}>{states[version.state]}</StatusBadge>}
				meta={
					<p>
						{versionOf(version.number)}
						{consultation && ` · ${t.round(consultation.round)}`}
						{consulting && consultation && ` · ${t.until(formatDay(consultation.closesOn))}`}
					</p>
				}
			/>
			<div className="grid gap-5">
				{said && (
					<Notice tone="success" live>
						{said}
					</Notice>
				)}
				{!mayDecide && <Notice>{onlyHead}</Notice>}
				{consulting && consultation && consultation.closesOn < today && (
					<Notice tone="warning">{t.ended(formatDay(consultation.closesOn))}</Notice>
				)}
				{consultation?.result && <Result consultation={consultation} />}
				{version.state === "draft" && mayDecide && <OpeningForm {...refused("open")} />}
				{consultation && <Progress consultation={consultation} />}
				{consulting && mayDecide && consultation && (
					<>
						<LinksForm {...refused("links")} />
						<MeetingForm {...refused("meeting")} />
					</>
				)}
				{consultation && consultation.meetings.length > 0 && <Meetings meetings={consultation.meetings} />}
				{consulting && mayDecide && <CloseForm {...refused("close")} />}
				{consultation && <Comments consultation={consultation} />}
				{!consultation && version.state !== "draft" && <p>{t.notYet}</p>}
			</div>
		</>
	);
}
