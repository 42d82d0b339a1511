import { useActionData, useLoaderData } from "@remix-run/react";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { formatDay } from "#app/i18n/format.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { ConductPapers } from "#app/ui/conduct-papers.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import { PublicationForm } from "./publication-form.tsx";
import type { action, loader } from "./route.ts";

export const meta = titled(conductStepWords, (t) => t.publish.title);

/** Where the code is made public; then what hangs on the wall and stands in the binder. */
export function Screen() {
	const { version, mayDecide, done } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { publish: t, decide, crumb, version: versionOf, onlyHead } = useWords(conductStepWords);
	const { states } = useWords(conductWords);
	const { id, state, decision } = version;
	const undecided = state === "draft" || state === "consulting" || state === "consulted";
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/school/conduct", label: crumb }]}
				title={t.title}
				badge={<StatusBadge tone={state === "published" ? "good" : "neutral"}>{states[state]}</StatusBadge>}
				meta={
					<p>
						{versionOf(version.number)}
						{decision && ` · ${decide.line(decision.number, formatDay(decision.decidedOn), decision.signer)}`}
					</p>
				}
			/>
			<div className="grid gap-5">
				{done === "published" && (
					<Notice tone="success" live>
						{t.done}
					</Notice>
				)}
				{!mayDecide && state === "decided" && <Notice>{onlyHead}</Notice>}
				{state !== "decided" && <ProblemBanner problem={problemOf(answer)} />}
				{undecided && (
					<Notice
						actions={state === "consulted" && <LinkButton to={`/school/conduct/${id}/decide`}>{t.goDecide}</LinkButton>}
					>
						{t.wait}
					</Notice>
				)}
				{state === "decided" && mayDecide && <PublicationForm />}
				{state === "superseded" && <Notice>{t.replaced}</Notice>}
				{state === "published" && <Published />}
				{(state === "published" || state === "superseded") && <Papers />}
			</div>
		</>
	);
}

function Published() {
	const { version, code } = useLoaderData<typeof loader>();
	const { publish: t } = useWords(conductStepWords);
	const { publication } = version;
	if (!publication) return null;
	return (
		<Card labelledBy="next">
			<CardHeader id="next" title={t.next} />
			<p className="text-muted">
				{t.inForce(formatDay(publication.publishedOn))} · {t.effective(formatDay(publication.effectiveOn))}
			</p>
			<ul className="mt-1 grid gap-x-6 sm:grid-cols-2">
				<li>
					<TextLink
						to={`/public/schools/${encodeURIComponent(code)}`}
						reloadDocument
						className="inline-flex min-h-12 items-center"
					>
						{t.publicPage}
					</TextLink>
				</li>
				<li>
					<TextLink to="/school/conduct/staff" className="inline-flex min-h-12 items-center">
						{t.staff}
					</TextLink>
				</li>
			</ul>
		</Card>
	);
}

function Papers() {
	const { version } = useLoaderData<typeof loader>();
	const { papers } = useWords(conductStepWords);
	return (
		<Card labelledBy="papers">
			<CardHeader id="papers" title={papers.title} />
			<ConductPapers versionId={version.id} posters={version.state === "published"} />
		</Card>
	);
}
