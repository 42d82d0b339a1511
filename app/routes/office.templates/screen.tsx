import { useLoaderData } from "@remix-run/react";
import FileCheck from "lucide-react/icons/file-check";
import { builderWords } from "#app/i18n/builder.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { formatDay } from "#app/i18n/format.ts";
import { interchangeWords } from "#app/i18n/interchange.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { kindsInWords, ruleInWords, templatesWords, validityInWords } from "#app/i18n/templates.ts";
import { StatusBadge, Tag } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";

export const meta = titled(templatesWords, (t) => t.list.title);

/** The library: what each template is, what it is for and how it judges, in words. */
export function Screen() {
	const { templates, may, shared } = useLoaderData<typeof loader>();
	const t = useWords(templatesWords);
	const { link } = useWords(interchangeWords);
	const { begin } = useWords(builderWords);
	const { shared: life } = useWords(templateLifeWords);
	return (
		<>
			<PageHeader
				title={t.list.title}
				meta={t.list.meta}
				actions={
					<>
						{shared.all > 0 && <LinkButton to="/office/templates/shared">{life.link}</LinkButton>}
						{may.write && (
							<>
								<LinkButton to="/office/templates/import">{link}</LinkButton>
								<LinkButton variant="primary" to="/office/templates/new">
									{begin.write}
								</LinkButton>
							</>
						)}
					</>
				}
			/>
			{shared.news > 0 && (
				<div className="mb-4">
					<Notice title={life.updates(shared.news)}>
						<TextLink to="/office/templates/shared">{life.seeChanges}</TextLink>
					</Notice>
				</div>
			)}
			{templates.length === 0 ? (
				<Card>
					<EmptyState title={t.list.emptyTitle} icon={<FileCheck />}>
						{t.list.emptyText}
					</EmptyState>
				</Card>
			) : (
				<ul className="grid gap-4">
					{templates.map((template) => (
						<li key={template.id} data-print="whole">
							<TemplateCard template={template} />
						</li>
					))}
				</ul>
			)}
		</>
	);
}

type Template = ReturnType<typeof useLoaderData<typeof loader>>["templates"][number];

function TemplateCard({ template }: { template: Template }) {
	const { today } = useLoaderData<typeof loader>();
	const t = useWords(templatesWords);
	const { template: conduct } = useWords(conductOfficeWords);
	const locale = useLocale();
	const { version, inForce } = template;
	const day = (value: string | null) => (value === null ? null : formatDay(value));
	return (
		<Card>
			<div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
				<h2 className="text-lg">
					<TextLink to={`/office/templates/${template.id}`}>{template.title[locale] || template.title.vi}</TextLink>
				</h2>
				<div className="flex flex-wrap gap-2">
					{version.kind === "conduct" && <Tag tone="accent">{conduct.kind}</Tag>}
					{version.state !== "published" && <StatusBadge>{t.states[version.state]}</StatusBadge>}
					{version.checkedAt && <StatusBadge tone="good">{t.checked}</StatusBadge>}
					{!inForce && <Tag tone="warn">{version.validTo && version.validTo < today ? t.expired : t.notYet}</Tag>}
				</div>
			</div>
			{!version.checkedAt && <p className="text-warn-ink">{t.workingCopy}</p>}
			<div className="mt-3 grid gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
				<dl className="grid content-start gap-x-4 gap-y-1 sm:grid-cols-[6rem_minmax(0,1fr)]">
					<dt className="text-muted">{t.list.code}</dt>
					<dd>{template.code}</dd>
					<dt className="text-muted">{t.list.validity}</dt>
					<dd>{validityInWords(day(version.validFrom), day(version.validTo), locale)}</dd>
					<dt className="text-muted">{t.list.kinds}</dt>
					<dd>{kindsInWords(version.kinds, locale)}</dd>
				</dl>
				<div>
					<h3 className="text-muted">{t.list.rule}</h3>
					<ul className="grid gap-1">
						{ruleInWords(template.rule, template.knockouts, locale).map((sentence) => (
							<li key={sentence}>{sentence}</li>
						))}
					</ul>
				</div>
			</div>
		</Card>
	);
}
