import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { builderWords } from "#app/i18n/builder.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { templatesWords } from "#app/i18n/templates.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroup } from "#app/ui/choice.tsx";
import { TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { fieldProblem, ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { Select } from "#app/ui/select.tsx";
import { titled } from "#app/ui/titled.ts";
import type { action, loader } from "./route.ts";
import { codeFromTitle } from "./typed-template.ts";

export const meta = titled(builderWords, (t) => t.begin.title);

/** The few things a template needs before it can be written. */
export function Screen() {
	const { templates, from } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const problem = problemOf(answer);
	const typed = answer?.typed;
	const { begin: t } = useWords(builderWords);
	const { page } = useWords(templatesWords);
	const { blank } = useWords(codeBuilderWords);
	const { kinds } = useWords(schoolWords);
	const locale = useLocale();
	const [title, setTitle] = useState(typed?.title ?? "");
	const [code, setCode] = useState<string | null>(typed?.code || null);
	const error = (name: string) => fieldProblem(problem, name);
	return (
		<>
			<PageHeader crumbs={[{ to: "/office/templates", label: page.crumb }]} title={t.title} meta={t.meta} />
			<Card>
				<Form method="post" className="grid max-w-2xl gap-5">
					<ProblemBanner problem={problem} />
					<TextField
						name="title.vi"
						label={t.name}
						hint={t.nameHint}
						required
						maxLength={300}
						value={title}
						onChange={(event) => setTitle(event.target.value)}
						error={error("title.vi")}
					/>
					<TextField name="title.en" label={t.nameEn} optional maxLength={300} defaultValue={typed?.titleEn} />
					<TextField
						name="code"
						label={t.code}
						hint={t.codeHint}
						optional
						maxLength={40}
						className="max-w-60"
						value={code ?? codeFromTitle(title)}
						onChange={(event) => setCode(event.target.value)}
						error={error("code")}
					/>
					<Select
						name="from"
						label={t.from}
						empty={t.blank}
						defaultValue={typed?.from ?? from}
						options={[
							{ value: "conduct", label: blank },
							...templates.map(({ versionId, title: name, code: of }) => ({
								value: versionId,
								label: t.copyOf(name[locale] || name.vi, of),
							})),
						]}
					/>
					<CheckboxGroup
						name="kinds"
						label={t.kinds}
						hint={t.kindsHint}
						optional
						inline
						defaultValue={typed?.kinds}
						options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
					/>
					<div className="flex flex-wrap gap-3">
						<SubmitButton>{t.start}</SubmitButton>
						<LinkButton variant="quiet" to="/office/templates">
							{page.crumb}
						</LinkButton>
					</div>
				</Form>
			</Card>
		</>
	);
}
