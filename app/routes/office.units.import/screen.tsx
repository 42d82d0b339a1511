import { useActionData, useLoaderData } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import { formatNumber, formatTime } from "#app/i18n/format.ts";
import { importWords } from "#app/i18n/unit-imports.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import { UploadCard } from "#app/ui/upload-card.tsx";
import type { action, loader } from "./route.ts";

export const meta = titled(importWords, (t) => t.title);

/** Uploading a list of schools: what the file needs, samples, the lists of before. */
export function Screen() {
	const t = useWords(importWords);
	const { limitBytes, imports } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	return (
		<>
			<PageHeader crumbs={[{ to: "/office/units", label: t.crumb }]} title={t.title} meta={t.upload.meta} />
			<div className="grid max-w-4xl gap-5">
				<ProblemBanner problem={problem} />
				<UploadCard
					label={t.upload.file}
					hint={t.upload.hint}
					accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
					limitBytes={limitBytes}
					submit={t.upload.submit}
				/>
				<Card labelledBy="how">
					<CardHeader title={t.upload.how} id="how" />
					<ul className="grid list-disc gap-2 ps-5">
						{t.upload.steps.map((step) => (
							<li key={step}>{step}</li>
						))}
					</ul>
					<h3 className="mt-5 mb-2 font-semibold">{t.upload.templates}</h3>
					<div className="flex flex-wrap gap-3">
						{(["xlsx", "csv"] as const).map((type) => (
							<LinkButton
								key={type}
								to={`/office/units/import/template/mau-danh-sach-truong.${type}`}
								reloadDocument
								icon={<Download />}
							>
								{t.upload[type]}
							</LinkButton>
						))}
					</div>
				</Card>
				{imports.length > 0 && <Latest />}
			</div>
		</>
	);
}

function Latest() {
	const { upload: t } = useWords(importWords);
	const locale = useLocale();
	const { imports } = useLoaderData<typeof loader>();
	return (
		<Card flush labelledBy="latest">
			<CardHeader title={t.latest} id="latest" ruled />
			<DataTable
				caption={t.latest}
				rows={imports}
				rowKey={(one) => one.id}
				rowTo={(one) => `/office/units/import/${one.id}`}
				columns={[
					{ key: "file", header: t.columns.file, cell: (one) => one.fileName },
					{ key: "at", header: t.columns.at, cell: (one) => formatTime(one.createdAt), tight: true },
					{ key: "by", header: t.columns.by, cell: (one) => one.by },
					{
						key: "state",
						header: t.columns.state,
						tight: true,
						cell: (one) => (
							<StatusBadge tone={one.state === "confirmed" ? "accent" : "neutral"}>{t.states[one.state]}</StatusBadge>
						),
					},
					{ key: "rows", header: t.columns.rows, numeric: true, cell: (one) => formatNumber(one.summary.rows, locale) },
				]}
			/>
		</Card>
	);
}
