import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ATTACHMENT_LIMIT } from "#app/domain/campaigns/schema.ts";
import { decisionForm } from "#app/domain/conduct/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { formatDay } from "#app/i18n/format.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { ConductPapers } from "#app/ui/conduct-papers.tsx";
import { DateField, TextField } from "#app/ui/field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import type { action, loader } from "./route.ts";

export const meta = titled(conductStepWords, (t) => t.decide.title);

type Typed = { number: string; decidedOn: string; signer: string; fileId: string };

/** Print and sign, then write down what was signed. */
export function Screen() {
	const { version, mayDecide, done } = useLoaderData<typeof loader>();
	const { decide: t, crumb, version: versionOf, onlyHead, openFile, papers } = useWords(conductStepWords);
	const { states } = useWords(conductWords);
	const { state, decision } = version;
	const open = state === "consulted" || state === "decided";
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/school/conduct", label: crumb }]}
				title={t.title}
				badge={<StatusBadge>{states[state]}</StatusBadge>}
				meta={versionOf(version.number)}
			/>
			<div className="grid gap-5">
				{done === "decided" && (
					<Notice tone="success" live>
						{t.saved}
					</Notice>
				)}
				{!mayDecide && <Notice>{onlyHead}</Notice>}
				{(state === "draft" || state === "consulting") && <Notice>{t.wait}</Notice>}
				{decision && (
					<Card>
						<p className="font-medium">{t.line(decision.number, formatDay(decision.decidedOn), decision.signer)}</p>
						{decision.fileId && (
							<TextLink to={`/files/${decision.fileId}`} reloadDocument className="inline-flex min-h-12 items-center">
								{openFile}
							</TextLink>
						)}
						{state === "decided" && (
							<p className="mt-3">
								<LinkButton to={`/school/conduct/${version.id}/publish`} variant="primary">
									{t.goPublish}
								</LinkButton>
							</p>
						)}
					</Card>
				)}
				<Card labelledBy="papers">
					<CardHeader id="papers" title={open ? t.print : papers.title} />
					{open && <p>{t.about}</p>}
					{!decision && <p className="text-sm text-muted">{papers.blank}</p>}
					<ConductPapers versionId={version.id} />
				</Card>
				{open && mayDecide && <DecisionForm />}
				{state === "consulted" && mayDecide && <Revising />}
			</div>
		</>
	);
}

function DecisionForm() {
	const { version, heardUntil, head } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { decide: t, file, fileKept } = useWords(conductStepWords);
	const locale = useLocale();
	const typed = answer && "typed" in answer ? (answer.typed as Typed | undefined) : undefined;
	const problem = problemOf(answer);
	const { decision } = version;
	const form = useZodForm(decisionForm, {
		defaultValues: {
			number: typed?.number ?? decision?.number ?? "",
			decidedOn: typed?.decidedOn ?? decision?.decidedOn ?? "",
			signer: typed?.signer ?? decision?.signer ?? head,
		},
		problem,
	});
	const aboutDay = problem?.code === "decided_too_early" || problem?.code === "day_in_future";
	const day = form.field("decidedOn");
	return (
		<Card labelledBy="decision">
			<CardHeader id="decision" title={decision ? t.correct : t.form} />
			<ZodForm form={form} encType="multipart/form-data">
				<input type="hidden" name="fileId" value={typed?.fileId ?? ""} />
				<TextField {...form.field("number")} label={t.number} hint={t.numberHint} autoComplete="off" />
				<DateField
					{...day}
					label={t.decidedOn}
					hint={heardUntil ? t.decidedHint(formatDay(heardUntil)) : undefined}
					error={day.error ?? (aboutDay ? problemSentence(problem, locale) : undefined)}
				/>
				<TextField {...form.field("signer")} label={t.signer} autoComplete="off" />
				<FileField
					name="file"
					label={file}
					hint={typed?.fileId || decision?.fileId ? fileKept : undefined}
					limitBytes={ATTACHMENT_LIMIT}
					accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
					optional
				/>
				<div>
					<SubmitButton name="intent" value="decide">
						{t.save}
					</SubmitButton>
				</div>
			</ZodForm>
		</Card>
	);
}

function Revising() {
	const answer = useActionData<typeof action>();
	const { decide: t } = useWords(conductStepWords);
	const own = answer && !("typed" in answer && answer.typed) ? problemOf(answer) : undefined;
	return (
		<Card labelledBy="revise">
			<CardHeader id="revise" title={t.reviseTitle} />
			<ProblemBanner problem={own} />
			<p>{t.reviseAbout}</p>
			<Form method="post" className="mt-3">
				<Button type="submit" name="intent" value="revise">
					{t.revise}
				</Button>
			</Form>
		</Card>
	);
}
