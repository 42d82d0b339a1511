import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { CampaignPage } from "#app/domain/campaigns/queries.ts";
import { isInForce } from "#app/domain/templates/rules.ts";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { templatesWords } from "#app/i18n/templates.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { PreviewCard } from "./preview-card.tsx";
import type { action, loader } from "./route.ts";

/** What will be issued and to how many, before it cannot be changed any more. */
export function Confirm({ draft }: { draft: CampaignPage }) {
	const { preview } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	const { confirm: t, form, list } = useWords(campaignsWords);
	const template = useWords(templatesWords);
	const { issue: conduct } = useWords(conductOfficeWords);
	const locale = useLocale();
	const back = `/office/campaigns/new?draft=${draft.id}`;
	const change = (what: string) => ({ to: back, what });
	const count = formatNumber(preview?.count ?? 0, locale);
	const tasks = draft.tasks.map((task) => `${form.task(task.directive, task.number)}: ${task.title}`);
	const { version } = draft;
	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/campaigns", label: list.title },
					{ to: back, label: form.editTitle },
				]}
				title={t.title}
				meta={t.text}
			/>
			<div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
				<div className="grid gap-5">
					<ProblemBanner problem={problem} />
					{!isInForce(version, draft.opensOn) && <Notice tone="warning">{t.outdated}</Notice>}
					<SummaryList
						rows={[
							{ key: "title", term: form.name, value: draft.title, change: change(form.name) },
							{ key: "tasks", term: t.tasks, value: tasks.join("\n") || t.noTasks, change: change(t.tasks) },
							{
								key: "template",
								term: form.template,
								value: (
									<>
										<TextLink to={`/office/templates/${version.templateId}?version=${version.id}`}>
											{version.title[locale] || version.title.vi}
										</TextLink>
										{`\n${form.templateLine(version.code, version.number)}`}
										{!version.checkedAt && <span className="block text-warn-ink">{template.workingCopy}</span>}
									</>
								),
								change: change(form.template),
							},
							...(version.kind === "conduct"
								? [{ key: "what", term: conduct.what, value: `${conduct.whatText}\n${conduct.kinds}` }]
								: []),
							{
								key: "days",
								term: t.days,
								value: [
									t.dayRange(formatDay(draft.opensOn), formatDay(draft.dueOn)),
									...(version.kind === "conduct" ? [conduct.dueNote] : []),
								].join("\n"),
								change: change(t.days),
							},
							{
								key: "late",
								term: form.late,
								value: draft.late === "mark" ? form.lateMark : form.lateRefuse,
								change: change(form.late),
							},
							{
								key: "instruction",
								term: form.instruction,
								value: draft.instruction || t.none,
								change: change(form.instruction),
							},
							{ key: "file", term: form.file, value: draft.file?.name ?? t.none, change: change(form.file) },
						]}
					/>
					<Form method="post" className="flex flex-wrap gap-3">
						<input type="hidden" name="id" value={draft.id} />
						<SubmitButton name="intent" value="issue" size="large">
							{t.issue(count)}
						</SubmitButton>
						<LinkButton to={back} size="large">
							{t.back}
						</LinkButton>
					</Form>
				</div>
				<PreviewCard preview={preview} />
			</div>
		</>
	);
}
