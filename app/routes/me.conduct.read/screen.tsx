import { useActionData, useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { conductWords } from "#app/i18n/conduct.ts";
import { ownConductWords } from "#app/i18n/conduct-public.ts";
import { formatDay } from "#app/i18n/format.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { ClauseChanges } from "#app/ui/clause-changes.tsx";
import { ConductCode } from "#app/ui/conduct-code.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { ProgressBar } from "./progress-bar.tsx";
import type { loader } from "./route.ts";
import { EndButton, SignForm } from "./sign-form.tsx";
import { useEndSeen } from "./use-end-seen.ts";

export const meta = titled(ownConductWords, (t) => t.reading.title);

/** What changed first, then the whole text with the reader's own part on top, then the signature: nothing else to press. */
export function Screen() {
	const { title, ofSchool, since, reading: t } = useWords(ownConductWords);
	const { versionLine } = useWords(conductWords);
	const { version, standing, school, first } = useLoaderData<typeof loader>();
	const { decision, publication } = version;
	const problem = problemOf(useActionData());
	const [text, end] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
	const asked = standing !== "earlier";
	const { read, replaced } = useEndSeen(end, version.id, standing === "read" || !asked);
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/me/conduct", label: title }]}
				title={ofSchool(school)}
				meta={
					<>
						{versionLine(version.number)}
						{decision && publication && <> · {since(decision.number, formatDay(publication.effectiveOn))}</>}
					</>
				}
			/>
			<ProgressBar text={text} />
			<div className="mt-4 grid gap-5">
				<ProblemBanner
					problem={
						replaced
							? { code: "conduct_changed", details: {} }
							: problem?.code === "invalid_input"
								? undefined
								: problem
					}
				/>
				{asked ? <p className="text-muted">{t.ownFirst}</p> : <Notice tone="success">{t.earlier}</Notice>}
				<Changes />
				<div ref={text}>
					<Card>
						<ConductCode code={version.code} first={first} />
					</Card>
					<div ref={end} />
				</div>
				{asked && (
					<Card labelledBy="sign" className="scroll-mt-16">
						<CardHeader id="sign" title={t.signTitle} />
						{read ? <SignForm key={version.id} /> : <EndButton />}
					</Card>
				)}
			</div>
		</>
	);
}

/** Against the wording that the reader signed last. */
function Changes() {
	const { reading: t } = useWords(ownConductWords);
	const { changes: c } = useWords(conductWords);
	const { changes, standing, version } = useLoaderData<typeof loader>();
	if (changes.length === 0) return null;
	return (
		<Card labelledBy="changes">
			<CardHeader id="changes" title={t.changed} note={c.count(changes.length)} />
			<p className="mb-4">{standing === "earlier" ? t.smallText : t.changedText}</p>
			{version.changeNote && <p className="mb-4 whitespace-pre-line wrap-anywhere">{version.changeNote}</p>}
			<ClauseChanges changes={changes} />
		</Card>
	);
}
