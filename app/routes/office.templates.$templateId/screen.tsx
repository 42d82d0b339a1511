import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { prepare } from "#app/domain/forms/prepare.ts";
import { clausesOf, groupsOf } from "#app/domain/templates/rules.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { formatDay, formatNumber, formatTime } from "#app/i18n/format.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { templatesWords, validityInWords } from "#app/i18n/templates.ts";
import { StatusBadge, Tag } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { CodeParts } from "./code-parts.tsx";
import { Downloads } from "./downloads.tsx";
import { LifeLines, VersionActs } from "./life-lines.tsx";
import type { action, loader } from "./route.ts";
import { RuleCard } from "./rule-card.tsx";
import { SectionCard } from "./section-card.tsx";
import { Sharing } from "./sharing.tsx";

export const meta = titled(templatesWords, (t) => t.list.template);

/** A template read through from the first section to the last, as the schools will meet it. */
export function Screen() {
	const { template, today, inForce, may } = useLoaderData<typeof loader>();
	const t = useWords(templatesWords);
	const locale = useLocale();
	const { version } = template;
	const { conduct } = version;
	const { template: c } = useWords(conductOfficeWords);
	const { life } = useWords(templateLifeWords);
	const items = prepare(version.definition).items.length;
	const day = (value: string | null) => (value === null ? null : formatDay(value));
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/office/templates", label: t.page.crumb }]}
				title={template.title[locale] || template.title.vi}
				badge={
					<>
						<StatusBadge tone={version.state === "published" ? "accent" : "neutral"}>
							{t.states[version.state]}
						</StatusBadge>
						{conduct && <Tag tone="accent">{c.kind}</Tag>}
						{version.checkedAt && <StatusBadge tone="good">{t.checked}</StatusBadge>}
						{!inForce && <Tag tone="warn">{version.validTo && version.validTo < today ? t.expired : t.notYet}</Tag>}
					</>
				}
				meta={
					<>
						{t.page.meta(template.code, version.number, formatNumber(items, locale))} ·{" "}
						{conduct && `${c.meta(formatNumber(clausesOf(conduct), locale), groupsOf(conduct).length)} · `}
						{t.list.validity} {validityInWords(day(version.validFrom), day(version.validTo), locale)}
						{version.checkedAt && ` · ${t.page.checkedLine(formatTime(version.checkedAt), template.checkedBy)}`}
					</>
				}
				actions={
					<>
						<Writing />
						{may.issue && (
							<LinkButton variant="primary" to={`/office/campaigns/new?version=${version.id}`}>
								{t.page.issue}
							</LinkButton>
						)}
						{may.write && version.state === "draft" && (
							<LinkButton variant="primary" to={`/office/templates/${template.id}/versions/${version.id}/publish`}>
								{life.publish}
							</LinkButton>
						)}
					</>
				}
			/>
			<div className="grid gap-4">
				{!version.checkedAt && <WorkingCopy />}
				<VersionActs />
				<div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
					<div className="grid min-w-0 gap-4 max-xl:order-last">
						{conduct && <CodeParts modules={conduct.modules} />}
						{version.definition.sections.map((section) => (
							<SectionCard key={section.code} section={section} />
						))}
					</div>
					<div className="grid gap-4 xl:sticky xl:top-4">
						<RuleCard />
						<Contents />
						<LifeLines />
						<Downloads />
						<Sharing />
					</div>
				</div>
			</div>
		</>
	);
}

/** The way into the builder: on with the draft there is, or the next version. */
function Writing() {
	const { template, may } = useLoaderData<typeof loader>();
	const { begin: t } = useWords(builderWords);
	if (!may.write) return null;
	const draft = template.versions.find(({ state }) => state === "draft");
	if (draft) return <LinkButton to={`/office/templates/${template.id}/versions/${draft.id}/edit`}>{t.edit}</LinkButton>;
	return (
		<Form method="post" title={t.nextHint}>
			<Button type="submit" name="intent" value="next_version">
				{t.next}
			</Button>
		</Form>
	);
}

/** What every page says of a template that nobody has compared with its annex, and here the way to say one has. */
function WorkingCopy() {
	const { template, may, limitBytes } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	const t = useWords(templatesWords);
	const { life } = useWords(templateLifeWords);
	return (
		<Notice tone="warning" title={t.workingCopy}>
			<p>{t.page.workingCopyText}</p>
			<ProblemBanner problem={problem} />
			{may.mark && (
				<details className="mt-2" data-print="hide">
					<summary className="inline-block py-1 font-medium underline underline-offset-4">{t.page.markTitle}</summary>
					<Form method="post" encType="multipart/form-data" className="mt-2 grid justify-items-start gap-3">
						<p>{t.page.markText}</p>
						<input type="hidden" name="versionId" value={template.version.id} />
						<FileField
							optional
							name="file"
							label={life.annexFile}
							hint={life.annexHint}
							accept=".pdf,.doc,.docx,.jpg,.jpeg,.png"
							limitBytes={limitBytes}
						/>
						<SubmitButton>{t.page.mark}</SubmitButton>
					</Form>
				</details>
			)}
		</Notice>
	);
}

function Contents() {
	const { template } = useLoaderData<typeof loader>();
	const t = useWords(templatesWords);
	const { template: c } = useWords(conductOfficeWords);
	const { groups: names } = useWords(conductWords);
	const groups = groupsOf(template.version.conduct);
	const locale = useLocale();
	return (
		<nav aria-labelledby="contents" className="rounded-md border border-line bg-surface p-4 max-xl:hidden">
			<h2 id="contents" className="mb-2 font-semibold">
				{t.page.contents}
			</h2>
			<ul className="grid gap-1">
				{groups.map((group) => (
					<li key={group}>
						<a href={`#code-${group}`} className="block py-1 underline-offset-4 hover:underline">
							{names[group]}
						</a>
					</li>
				))}
			</ul>
			{groups.length > 0 && <h3 className="mt-3 mb-1 text-sm font-semibold text-muted">{c.form}</h3>}
			<ul className="grid gap-1">
				{template.version.definition.sections.map((section) => (
					<li key={section.code}>
						<a href={`#section-${section.code}`} className="block py-1 underline-offset-4 hover:underline">
							{section.code}. {section.title[locale] || section.title.vi}
						</a>
					</li>
				))}
			</ul>
			<p className="mt-3 text-sm text-muted">{t.page.print}</p>
		</nav>
	);
}
