import { useActionData, useLoaderData } from "@remix-run/react";
import { daysBetween } from "#app/domain/days.ts";
import { directivesWords } from "#app/i18n/directives.ts";
import { formatDay } from "#app/i18n/format.ts";
import { Tag } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { LetterForm } from "../office.directives.new/letter-form.tsx";
import { letterAsTyped } from "../office.directives.new/typed-letter.ts";
import type { action, loader } from "./route.ts";
import { TaskCard } from "./task-card.tsx";

export const meta = titled(directivesWords, (t) => t.form.letter);

/** One letter, as in the picture `directive.png`; with `?edit=1` its form. */
export function Screen() {
	const { editing } = useLoaderData<typeof loader>();
	return editing ? <Editing /> : <Letter />;
}

function Letter() {
	const { directive, saved, today, may } = useLoaderData<typeof loader>();
	const { page: t } = useWords(directivesWords);
	const { reportDueOn } = directive;
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/office/directives", label: t.crumb }]}
				title={directive.number}
				badge={
					<>
						<Tag>{formatDay(directive.issuedOn)}</Tag>
						{reportDueOn && (
							<Tag tone="warn">{t.reportDue(formatDay(reportDueOn), t.left(daysBetween(today, reportDueOn)))}</Tag>
						)}
					</>
				}
				meta={
					<>
						<p>
							{directive.issuer} · {directive.abstract}
						</p>
						<p className="text-sm">
							{[
								directive.signer && t.signer(directive.signer),
								directive.receivedOn && t.received(formatDay(directive.receivedOn)),
								!reportDueOn && t.noReportDue,
							]
								.filter(Boolean)
								.join(" · ")}
						</p>
					</>
				}
				actions={
					<>
						{directive.file && (
							<LinkButton to={`/files/${directive.file.id}`} reloadDocument>
								{t.file}
							</LinkButton>
						)}
						{may.write && <LinkButton to="?edit=1">{t.edit}</LinkButton>}
						{may.report && (
							<LinkButton variant="primary" to={`/office/reports?letter=${directive.id}`}>
								{t.report}
							</LinkButton>
						)}
					</>
				}
			/>
			<div className="grid gap-4">
				{saved && (
					<Notice tone="success" live>
						{t.saved}
					</Notice>
				)}
				<TaskCard />
			</div>
		</>
	);
}

function Editing() {
	const { directive } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { form: t, page } = useWords(directivesWords);
	const to = `/office/directives/${directive.id}`;
	const typed = answer?.typed ?? letterAsTyped(directive);
	const own = typed.fileId === directive.file?.id;
	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/directives", label: page.crumb },
					{ to, label: directive.number },
				]}
				title={t.editTitle(directive.number)}
			/>
			<LetterForm
				id={directive.id}
				letter={typed}
				problem={problemOf(answer)}
				keptName={typed.fileId === "" ? null : own ? (directive.file?.name ?? "") : ""}
				cancelTo={to}
			/>
		</>
	);
}
