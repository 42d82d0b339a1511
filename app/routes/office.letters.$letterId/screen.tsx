import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { documentNumber } from "#app/domain/paper.ts";
import { formatDay } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { StatusBadge, Tag } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { IssueForm } from "./issue-form.tsx";
import type { action, loader } from "./route.ts";
import { Schools } from "./schools.tsx";
import { TextForm } from "./text-form.tsx";

export const meta = titled(noticesWords, (t) => t.campaign.title);

/** A letter: its text with a form, whom it goes to, and beside them preview and issue; once issued, its files. */
export function Screen() {
	const { letter, campaign, issued, saved, mayWrite } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	const { letter: t, campaign: c } = useWords(noticesWords);
	const { campaigns } = useWords(resultsWords);
	const base = `/office/campaigns/${campaign.id}`;
	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/campaigns", label: campaigns },
					{ to: base, label: campaign.title },
					{ to: `${base}/letters`, label: c.title },
				]}
				title={t[letter.kind]}
				badge={
					<>
						<StatusBadge tone={issued ? "good" : "warn"}>{issued ? t.issued : t.draft}</StatusBadge>
						{issued && <Tag>{`${documentNumber(issued)} · ${formatDay(issued.issuedOn)}`}</Tag>}
					</>
				}
				meta={campaign.title}
			/>
			<div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
				<div className="grid min-w-0 gap-4">
					<ProblemBanner problem={problem} />
					{saved && !problem && (
						<Notice tone="success" live>
							{t.saved}
						</Notice>
					)}
					{!issued && mayWrite && <TextForm />}
					<Schools />
				</div>
				<div className="grid min-w-0 gap-4 lg:sticky lg:top-6">
					<Files />
					{!issued && mayWrite && <IssueForm />}
					{!issued && mayWrite && (
						<Form method="post" className="grid">
							<Button type="submit" name="intent" value="discard">
								{t.discard}
							</Button>
						</Form>
					)}
				</div>
			</div>
		</>
	);
}

/** The draft as it would look, or the files as they were issued with their hashes. */
function Files() {
	const { letter, issued, count } = useLoaderData<typeof loader>();
	const { letter: t, campaign: c } = useWords(noticesWords);
	const base = `/office/letters/${letter.id}/${letter.name}`;
	if (!issued && count === 0) return null;
	return (
		<Card labelledBy="files">
			<CardHeader id="files" title={issued ? t.files : t.preview} />
			{!issued && (
				<p className="mb-3 text-sm text-muted">{letter.kind === "result" ? t.previewResult : t.previewText}</p>
			)}
			<ul className="grid gap-3">
				{(["pdf", "docx"] as const).map((file) => (
					<li key={file} className="grid gap-1">
						<LinkButton to={`${base}.${file}`} reloadDocument>
							{c[file]}
						</LinkButton>
						{issued?.hashes[file] && (
							<p className="text-xs break-all text-muted">
								{t.hash}: <code>{issued.hashes[file]}</code>
							</p>
						)}
					</li>
				))}
			</ul>
			{issued && (
				<dl className="mt-4">
					<dt className="text-sm text-muted">{t.signedBy}</dt>
					<dd className="whitespace-pre-line">{`${issued.capacity}\n${issued.signer}`}</dd>
				</dl>
			)}
		</Card>
	);
}
