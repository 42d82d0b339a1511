import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { kindsInWords, templatesWords, validityInWords } from "#app/i18n/templates.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { fieldProblem, problemOf } from "#app/ui/problem-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { action, loader } from "./route.ts";

/** Every version with what happened to it and when, the newest on top. */
export function LifeLines() {
	const { template, may } = useLoaderData<typeof loader>();
	const { life: t, publish } = useWords(templateLifeWords);
	const words = useWords(templatesWords);
	const locale = useLocale();
	const base = `/office/templates/${template.id}`;
	const day = (value: string | null) => (value === null ? null : formatDay(value));
	return (
		<Card labelledBy="versions">
			<CardHeader id="versions" title={t.title} />
			<ol className="grid gap-4">
				{template.versions.map((version, at) => {
					const older = template.versions[at + 1];
					const name = words.page.version(version.number);
					const steps = [
						version.publishedAt && t.published(formatTime(version.publishedAt)),
						version.checkedAt && t.checked(formatTime(version.checkedAt)),
						version.retiredAt && t.retired(formatTime(version.retiredAt)),
					].filter((step) => step !== null && step !== "");
					return (
						<li key={version.id} className="border-s-4 border-line ps-3">
							<p className="flex flex-wrap items-center gap-2">
								{version.id === template.version.id ? (
									<span className="font-medium">
										{name} ({words.page.shown})
									</span>
								) : (
									<TextLink to={`${base}?version=${version.id}`}>{name}</TextLink>
								)}
								<StatusBadge tone={version.state === "published" ? "accent" : "neutral"}>
									{words.states[version.state]}
								</StatusBadge>
							</p>
							{steps.length > 0 && <p className="text-sm text-muted">{steps.join(" · ")}</p>}
							<p className="text-sm text-muted">
								{t.forKinds(kindsInWords(version.kinds, locale))} ·{" "}
								{t.validity(validityInWords(day(version.validFrom), day(version.validTo), locale))}
							</p>
							<p className="flex flex-wrap gap-x-4 text-sm">
								{older && <TextLink to={`${base}/changes?from=${older.id}&to=${version.id}`}>{t.changes}</TextLink>}
								{may.write && version.state === "draft" && (
									<TextLink to={`${base}/versions/${version.id}/publish`}>{publish.title}</TextLink>
								)}
							</p>
						</li>
					);
				})}
			</ol>
		</Card>
	);
}

/** The annex beside a compared version, and what ends the life of the one that is shown. */
export function VersionActs() {
	const { template, may, limitBytes } = useLoaderData<typeof loader>();
	const { life: t } = useWords(templateLifeWords);
	const problem = problemOf(useActionData<typeof action>());
	const { version, checkFile, retiredReason } = template;
	const summary = "inline-block py-2 font-medium text-accent-ink underline underline-offset-4";
	const versionId = <input type="hidden" name="versionId" value={version.id} />;
	const addAnnex = may.mark && version.checkedAt !== null && !checkFile;
	const retire = may.write && version.state === "published";
	const drop = may.write && version.state === "draft";
	if (!checkFile && !retiredReason && !addAnnex && !retire && !drop) return null;
	return (
		<div className="grid gap-1">
			{checkFile && template.own && (
				<p>
					{t.annex}:{" "}
					<TextLink to={`/files/${checkFile.id}`} reloadDocument>
						{checkFile.name}
					</TextLink>
				</p>
			)}
			{retiredReason && <p>{t.retiredBecause(retiredReason)}</p>}
			<div className="flex flex-wrap items-start gap-x-6" data-print="hide">
				{addAnnex && (
					<details>
						<summary className={summary}>{t.annex}</summary>
						<Form method="post" encType="multipart/form-data" className="grid max-w-lg justify-items-start gap-3 py-2">
							{versionId}
							<FileField
								name="file"
								label={t.annexFile}
								hint={t.annexHint}
								accept=".pdf,.doc,.docx,.jpg,.jpeg,.png"
								limitBytes={limitBytes}
							/>
							<SubmitButton>{t.annex}</SubmitButton>
						</Form>
					</details>
				)}
				{retire && (
					<details open={problem?.code === "invalid_input"}>
						<summary className={summary}>{t.retire}</summary>
						<Form method="post" encType="multipart/form-data" className="grid max-w-lg gap-3 py-2" noValidate>
							{versionId}
							<p>{t.retireText}</p>
							<TextField name="reason" label={t.reason} maxLength={500} error={fieldProblem(problem, "reason")} />
							<div>
								<SubmitButton variant="danger" name="intent" value="retire">
									{t.retireSubmit}
								</SubmitButton>
							</div>
						</Form>
					</details>
				)}
				{drop && (
					<details>
						<summary className={summary}>{t.drop}</summary>
						<Form method="post" encType="multipart/form-data" className="grid max-w-lg gap-3 py-2">
							{versionId}
							<p>{t.dropText}</p>
							<div>
								<SubmitButton variant="danger" name="intent" value="drop">
									{t.dropSubmit}
								</SubmitButton>
							</div>
						</Form>
					</details>
				)}
			</div>
		</div>
	);
}
