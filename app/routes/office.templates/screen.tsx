import { useLoaderData } from "@remix-run/react";
import FileCheck from "lucide-react/icons/file-check";
import { formatDay } from "#app/i18n/format.ts";
import { kindsInWords, ruleInWords, templatesWords, validityInWords } from "#app/i18n/templates.ts";
import { StatusBadge, Tag } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { loader } from "./route.ts";

/** The library as a table: what each template is for and how it judges, in words. */
export function Screen() {
	const { templates, today } = useLoaderData<typeof loader>();
	const t = useWords(templatesWords);
	const locale = useLocale();
	const day = (value: string | null) => (value === null ? null : formatDay(value));
	return (
		<>
			<PageHeader title={t.list.title} meta={t.list.meta} />
			<Card flush>
				<DataTable
					caption={t.list.title}
					rows={templates}
					rowKey={(row) => row.id}
					rowTo={(row) => `/office/templates/${row.id}`}
					empty={
						<EmptyState title={t.list.emptyTitle} icon={<FileCheck />}>
							{t.list.emptyText}
						</EmptyState>
					}
					columns={[
						{ key: "title", header: t.list.template, cell: (row) => row.title[locale] || row.title.vi },
						{ key: "code", header: t.list.code, cell: (row) => row.code, tight: true },
						{ key: "kinds", header: t.list.kinds, cell: (row) => kindsInWords(row.version.kinds, locale) },
						{
							key: "rule",
							header: t.list.rule,
							cell: (row) => (
								<ul className="grid max-w-xl gap-1 text-sm">
									{ruleInWords(row.rule, row.knockouts, locale).map((sentence) => (
										<li key={sentence}>{sentence}</li>
									))}
								</ul>
							),
						},
						{
							key: "validity",
							header: t.list.validity,
							cell: ({ version, inForce }) => (
								<div className="grid justify-items-start gap-1">
									<span>{validityInWords(day(version.validFrom), day(version.validTo), locale)}</span>
									{!inForce && (
										<Tag tone="warn">{version.validTo && version.validTo < today ? t.expired : t.notYet}</Tag>
									)}
								</div>
							),
						},
						{
							key: "checked",
							header: t.list.state,
							cell: ({ version }) =>
								version.checkedAt ? (
									<StatusBadge tone="good">{t.checked}</StatusBadge>
								) : (
									<StatusBadge tone="warn">{t.workingCopy}</StatusBadge>
								),
						},
					]}
				/>
			</Card>
		</>
	);
}
