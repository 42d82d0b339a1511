import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { USUAL_CAPACITY } from "#app/domain/papers/rules.ts";
import { formatDay } from "#app/i18n/format.ts";
import { reportsWords } from "#app/i18n/reports.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { DateField, NumberField, TextArea, TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { fieldProblem, problemOf } from "#app/ui/problem-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { action, loader } from "./route.ts";

/** What comes next: check, issue, correct. */
export function Steps() {
	const { state, mayWrite, issued } = useLoaderData<typeof loader>();
	const { side: t } = useWords(reportsWords);
	if (!mayWrite && !issued) return null;
	return (
		<Card labelledBy="steps">
			<CardHeader id="steps" title={t.status} />
			{state === "draft" && mayWrite && (
				<Form method="post" className="grid gap-3">
					<p className="text-muted">{t.draftText}</p>
					<SubmitButton name="intent" value="check">
						{t.check}
					</SubmitButton>
				</Form>
			)}
			{state === "checked" && mayWrite && <IssueForm />}
			{issued && (
				<dl className="grid gap-1">
					<dt className="text-sm text-muted">{t.signedBy}</dt>
					<dd className="whitespace-pre-line">{`${issued.capacity}\n${issued.signer}`}</dd>
					{issued.changeNote && (
						<>
							<dt className="mt-2 text-sm text-muted">{t.changeNote}</dt>
							<dd className="whitespace-pre-line">{issued.changeNote}</dd>
						</>
					)}
				</dl>
			)}
			{state === "issued" && mayWrite && (
				<Form method="post" className="mt-4 grid gap-2">
					<p className="text-sm text-muted">{t.correctNote}</p>
					<SubmitButton variant="secondary" name="intent" value="correct">
						{t.correct}
					</SubmitButton>
				</Form>
			)}
		</Card>
	);
}

function IssueForm() {
	const { number, today } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { side: t } = useWords(reportsWords);
	const mine = answer?.typed?.intent === "issue" ? answer : undefined;
	const field = (name: string, first = "") => ({
		name,
		defaultValue: mine?.typed?.[name] ?? first,
		error: fieldProblem(problemOf(mine), name),
	});
	return (
		<>
			<Form method="post" className="grid gap-4">
				<p className="text-muted">{t.checkedText}</p>
				<NumberField {...field("number")} label={t.number} />
				<DateField {...field("issuedOn", today)} label={t.issuedOn} />
				<TextArea {...field("capacity", USUAL_CAPACITY)} label={t.capacity} hint={t.capacityHint} rows={2} />
				<TextField {...field("signer")} label={t.signer} hint={t.signerHint} autoComplete="off" />
				{number > 1 && <TextArea {...field("changeNote")} label={t.changeNote} />}
				<p className="text-sm text-muted">{t.issueNote}</p>
				<SubmitButton name="intent" value="issue">
					{t.issue}
				</SubmitButton>
			</Form>
			<Form method="post" className="mt-3 grid">
				<SubmitButton variant="secondary" name="intent" value="reopen">
					{t.reopen}
				</SubmitButton>
			</Form>
		</>
	);
}

/** The three files; of an issued version with their hashes. */
export function Downloads() {
	const { id, number, files, issued } = useLoaderData<typeof loader>();
	const { side: t } = useWords(reportsWords);
	return (
		<Card labelledBy="files">
			<CardHeader id="files" title={t.files} />
			{!issued && <p className="mb-3 text-sm text-muted">{t.draftFiles}</p>}
			<ul className="grid gap-3">
				{files.map(({ kind, name, sha256 }) => (
					<li key={kind} className="grid gap-1">
						<LinkButton to={`/office/reports/${id}/files/${name}?version=${number}`} reloadDocument>
							{t[kind]}
						</LinkButton>
						{sha256 && (
							<p className="text-xs break-all text-muted">
								{t.hash}: <code>{sha256}</code>
							</p>
						)}
					</li>
				))}
			</ul>
		</Card>
	);
}

/** Earlier and later versions, with what each changed. */
export function Versions() {
	const { id, versions, number } = useLoaderData<typeof loader>();
	const { side: t, page, states } = useWords(reportsWords);
	if (versions.length < 2) return null;
	return (
		<Card labelledBy="versions">
			<CardHeader id="versions" title={t.versions} />
			<ul className="grid gap-2">
				{versions.map((version) => (
					<li key={version.number}>
						{version.number === number ? (
							<span className="font-medium">{page.version(version.number)}</span>
						) : (
							<TextLink to={`/office/reports/${id}?version=${version.number}`}>{page.version(version.number)}</TextLink>
						)}{" "}
						<span className="text-sm text-muted">
							{version.issuedOn ? formatDay(version.issuedOn) : states[version.state]}
						</span>
						{version.changeNote && <p className="text-sm whitespace-pre-line">{version.changeNote}</p>}
					</li>
				))}
			</ul>
		</Card>
	);
}
