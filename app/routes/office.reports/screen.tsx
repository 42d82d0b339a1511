import { Form, useActionData, useLoaderData } from "@remix-run/react";
import FileText from "lucide-react/icons/file-text";
import { documentNumber } from "#app/domain/paper.ts";
import type { ReportLine } from "#app/domain/papers/queries.ts";
import { formatDay } from "#app/i18n/format.ts";
import { reportsWords } from "#app/i18n/reports.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { DateField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { fieldProblem, ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { Select } from "#app/ui/select.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import type { action, loader } from "./route.ts";

export const meta = titled(reportsWords, (t) => t.list.title);

const tones = { draft: "warn", checked: "accent", issued: "good" } as const;

/** Reports to those above, newest first. */
export function Screen() {
	const { lines, next, mayWrite, form } = useLoaderData<typeof loader>();
	const { list: t } = useWords(reportsWords);
	const create = mayWrite && !form && (
		<LinkButton variant="primary" to="?new=1">
			{t.create}
		</LinkButton>
	);
	return (
		<>
			<PageHeader title={t.title} meta={t.meta} actions={lines.length > 0 ? create : undefined} />
			<div className="grid gap-4">
				{form && <NewReport />}
				<Card flush>
					{lines.length === 0 ? (
						<EmptyState title={t.none} icon={<FileText />} action={create}>
							{t.noneText}
						</EmptyState>
					) : (
						<ReportTable lines={lines} />
					)}
					<Pager next={next} />
				</Card>
			</div>
		</>
	);
}

function ReportTable({ lines }: { lines: ReportLine[] }) {
	const { list: t, states } = useWords(reportsWords);
	return (
		<DataTable
			caption={t.title}
			rows={lines}
			rowKey={(row) => row.id}
			rowTo={(row) => `/office/reports/${row.id}`}
			columns={[
				{ key: "abstract", header: t.abstract, cell: (row) => row.abstract },
				{ key: "letter", header: t.letter, cell: (row) => row.letter, tight: true },
				{
					key: "period",
					header: t.period,
					cell: (row) => `${formatDay(row.periodFrom)} – ${formatDay(row.periodTo)}`,
					tight: true,
				},
				{
					key: "state",
					header: t.state,
					cell: (row) => (
						<>
							<StatusBadge tone={tones[row.state]}>{states[row.state]}</StatusBadge>
							{row.version > 1 && <span className="block text-sm text-muted">{t.correction(row.version - 1)}</span>}
						</>
					),
				},
				{
					key: "number",
					header: t.number,
					cell: (row) => row.number && row.issuedOn && `${documentNumber(row.number)}, ${formatDay(row.issuedOn)}`,
				},
			]}
		/>
	);
}

function NewReport() {
	const { form } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { form: t } = useWords(reportsWords);
	const problem = problemOf(answer);
	if (!form) return null;
	const typed = answer?.typed ?? form;
	const error = (name: string) => fieldProblem(problem, name);
	return (
		<Card labelledBy="new-report">
			<CardHeader id="new-report" title={t.title} />
			{form.letters.length === 0 ? (
				<div className="grid justify-items-start gap-3">
					<p>{t.noLetters}</p>
					<LinkButton to="/office/directives/new">{t.register}</LinkButton>
				</div>
			) : (
				<Form method="post" className="grid gap-5">
					<ProblemBanner problem={problem} />
					<input type="hidden" name="id" value={typed.id} />
					<Select
						name="directiveId"
						label={t.directive}
						defaultValue={typed.directiveId}
						error={error("directiveId")}
						options={form.letters.map(({ id, name }) => ({ value: id, label: name }))}
					/>
					<div className="grid gap-5 sm:grid-cols-2">
						<DateField name="periodFrom" label={t.from} defaultValue={typed.periodFrom} error={error("periodFrom")} />
						<DateField name="periodTo" label={t.to} defaultValue={typed.periodTo} error={error("periodTo")} />
					</div>
					<p className="text-sm text-muted">{t.hint}</p>
					<div className="flex flex-wrap gap-3">
						<SubmitButton>{t.submit}</SubmitButton>
						<LinkButton variant="quiet" to="/office/reports">
							{t.cancel}
						</LinkButton>
					</div>
				</Form>
			)}
		</Card>
	);
}
