import { useActionData, useLoaderData } from "@remix-run/react";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { CodeRemarks } from "#app/ui/authoring/code-remarks.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { ReviewRemarks } from "#app/ui/review-remarks.tsx";
import { titled } from "#app/ui/titled.ts";
import { PublishForm } from "./publish-form.tsx";
import type { action, loader } from "./route.ts";

export const meta = titled(templateLifeWords, (t) => t.publish.title);

/** The last look at a draft: what was found first, then the form that publishes it. */
export function Screen() {
	const { templateId, id, title, code, number, review, conductFaults, codeRemarks } = useLoaderData<typeof loader>();
	const { publish: t } = useWords(templateLifeWords);
	const problem = problemOf(useActionData<typeof action>());
	const locale = useLocale();
	const name = title[locale] || title.vi;
	const { remarks, size } = review;
	const count = (grade: string) => [...remarks, ...codeRemarks].filter((remark) => remark.grade === grade).length;
	const errors = count("error") + conductFaults.length;
	const edit = `/office/templates/${templateId}/versions/${id}/edit`;
	return (
		<>
			<PageHeader
				crumbs={[{ to: `/office/templates/${templateId}?version=${id}`, label: name }]}
				title={t.heading(name, number)}
				meta={t.meta(code, size.items, size.minutes, size.screens)}
				actions={<LinkButton to={edit}>{t.edit}</LinkButton>}
			/>
			<div className="grid max-w-4xl gap-4">
				<ProblemBanner problem={problem} />
				<Card labelledBy="checks">
					<CardHeader id="checks" title={t.checks} note={t.counts(errors, count("warning"), count("advice"))} />
					{conductFaults.length > 0 && (
						<Notice tone="danger">
							<ul>
								{conductFaults.map((fault) => (
									<li key={fault}>{t.conductFaults[fault as keyof typeof t.conductFaults] ?? fault}</li>
								))}
							</ul>
						</Notice>
					)}
					{codeRemarks.length > 0 && <CodeRemarks remarks={codeRemarks} edit={edit} />}
					{(conductFaults.length + codeRemarks.length === 0 || remarks.length > 0) && (
						<ReviewRemarks remarks={remarks} edit={edit} />
					)}
				</Card>
				<PublishForm errors={errors} warnings={count("warning")} />
			</div>
		</>
	);
}
