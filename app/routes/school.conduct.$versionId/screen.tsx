import { useLoaderData } from "@remix-run/react";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { ClauseChanges } from "#app/ui/clause-changes.tsx";
import { ConductCode } from "#app/ui/conduct-code.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";

export const meta = titled(conductSchoolWords, (t) => t.title);

export function Screen() {
	const { version } = useLoaderData<typeof loader>();
	const { version: t, title } = useWords(conductSchoolWords);
	const { states, versionLine } = useWords(conductWords);
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/school/conduct", label: title }]}
				title={t.title(versionLine(version.number))}
				badge={
					<StatusBadge tone={version.state === "published" ? "good" : "accent"}>{states[version.state]}</StatusBadge>
				}
				meta={
					<>
						{t.asRead}
						{version.sha256 && <span className="block text-sm">{t.hash(version.sha256.slice(0, 12))}</span>}
					</>
				}
				actions={
					version.state === "draft" && <LinkButton to={`/school/conduct/${version.id}/adapt`}>{t.edit}</LinkButton>
				}
			/>
			<div className="grid gap-6">
				<Changes />
				{version.code.groups.length > 0 ? <ConductCode code={version.code} /> : <Notice>{t.empty}</Notice>}
			</div>
		</>
	);
}

/** What this version changes; a first one changes nothing. */
function Changes() {
	const { version } = useLoaderData<typeof loader>();
	const { version: t } = useWords(conductSchoolWords);
	const { changes: c } = useWords(conductWords);
	if (version.number === 1) return null;
	return (
		<Card labelledBy="changes">
			<CardHeader id="changes" title={t.changes} note={version.changes.length > 0 && c.count(version.changes.length)} />
			{version.changeNote && (
				<p className="mb-3 whitespace-pre-line wrap-anywhere">
					<span className="font-medium">{t.note}:</span> {version.changeNote}
				</p>
			)}
			{version.changes.length > 0 ? <ClauseChanges changes={version.changes} /> : <p>{t.noChanges}</p>}
		</Card>
	);
}
