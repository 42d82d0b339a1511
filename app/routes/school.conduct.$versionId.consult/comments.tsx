import { useLoaderData } from "@remix-run/react";
import type { ConsultationPage } from "#app/domain/conduct/queries.ts";
import type { VoiceGroup } from "#app/domain/conduct/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { Clause } from "#app/ui/conduct-code.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

type Said = { group: VoiceGroup; agrees: boolean; text: string };

/** What was said, by clause and in general, with nobody's name. */
export function Comments({ consultation }: { consultation: ConsultationPage }) {
	const { consult: t } = useWords(conductStepWords);
	const { version } = useLoaderData<typeof loader>();
	const { comments } = consultation;
	const overall = comments.flatMap(({ group, agrees, comment }) =>
		comment === "" ? [] : [{ group, agrees, text: comment }],
	);
	const byClause = new Map<string, Said[]>();
	for (const { group, agrees, remarks } of comments)
		for (const { code, remark } of remarks)
			byClause.set(code, [...(byClause.get(code) ?? []), { group, agrees, text: remark }]);
	const clauses = version.code.groups.flatMap(({ relations }) => relations.flatMap((one) => one.clauses));
	const shown = clauses.filter(({ code }) => byClause.has(code));
	const gone = [...byClause.keys()].filter((code) => !clauses.some((clause) => clause.code === code));
	return (
		<Card labelledBy="comments">
			<CardHeader id="comments" title={t.comments} />
			<p className="text-sm text-muted">{t.commentsAbout}</p>
			{comments.length === 0 && <p className="mt-3">{t.noComments}</p>}
			{byClause.size > 0 && (
				<>
					<h3 className="mt-4 font-semibold">{t.byClause}</h3>
					<ul className="mt-2 grid gap-5">
						{shown.map((clause) => (
							<li key={clause.code}>
								<Clause clause={clause} />
								<Lines lines={byClause.get(clause.code) ?? []} />
							</li>
						))}
						{gone.map((code) => (
							<li key={code}>
								<p className="text-muted">{t.gone}</p>
								<Lines lines={byClause.get(code) ?? []} />
							</li>
						))}
					</ul>
				</>
			)}
			{overall.length > 0 && (
				<>
					<h3 className="mt-5 font-semibold">{t.overall}</h3>
					<Lines lines={overall} />
				</>
			)}
		</Card>
	);
}

function Lines({ lines }: { lines: Said[] }) {
	const { consult: t } = useWords(conductStepWords);
	const { voiceGroups } = useWords(conductWords);
	return (
		<ul className="mt-2 grid gap-3">
			{lines.map(({ group, agrees, text }, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: remarks bear no mark of their own, and the list is only read
				<li key={at} className="border-s-4 border-line ps-3" data-print="whole">
					<p className="whitespace-pre-line wrap-anywhere">{text}</p>
					<p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-muted">
						{voiceGroups[group]}
						<StatusBadge tone={agrees ? "good" : "bad"}>{agrees ? t.agrees : t.disagrees}</StatusBadge>
					</p>
				</li>
			))}
		</ul>
	);
}
