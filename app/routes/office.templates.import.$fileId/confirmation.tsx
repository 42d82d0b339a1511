import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { interchangeWords } from "#app/i18n/interchange.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice.tsx";
import { TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { fieldProblem, ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { Select } from "#app/ui/select.tsx";
import type { action, loader } from "./route.ts";

/** Nothing goes into the library until this is sent: as a template of its own, or as the next version of one. */
export function Confirmation() {
	const { preview: t } = useWords(interchangeWords);
	const locale = useLocale();
	const { target } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const problem = problemOf(answer);
	if (!target) return null;
	const typed = answer && "typed" in answer && answer.typed ? answer.typed : target;
	const several = target.templates.length > 0;
	return (
		<Card>
			<p className="mb-4 font-medium">{t.nothingYet}</p>
			<ProblemBanner problem={problem} />
			<Form method="post" className="grid gap-4">
				{several ? (
					<RadioGroup
						name="into"
						label={t.target}
						defaultValue={typed.into || "new"}
						error={fieldProblem(problem, "into")}
						options={[
							{ value: "new", label: t.asNew, hint: t.asNewHint },
							{ value: "version", label: t.asVersion, hint: t.asVersionHint },
						]}
					/>
				) : (
					<input type="hidden" name="into" value="new" />
				)}
				<div className="grid gap-4 sm:grid-cols-2">
					<div className="grid content-start gap-4">
						<TextField
							name="code"
							label={t.code}
							hint={t.codeHint}
							defaultValue={typed.code}
							maxLength={40}
							optional={several}
							error={fieldProblem(problem, "code")}
						/>
						<TextField
							name="title"
							label={t.name}
							defaultValue={typed.title}
							maxLength={400}
							optional={several}
							error={fieldProblem(problem, "title")}
						/>
					</div>
					{several && (
						<Select
							name="templateId"
							label={t.template}
							optional
							defaultValue={typed.templateId}
							error={fieldProblem(problem, "templateId")}
							options={target.templates.map(({ id, code, title }) => ({
								value: id,
								label: `${code} – ${title[locale] || title.vi}`,
							}))}
						/>
					)}
				</div>
				<div className="flex flex-wrap gap-3">
					<SubmitButton>{t.confirm}</SubmitButton>
					<LinkButton to="/office/templates/import">{t.again}</LinkButton>
				</div>
			</Form>
		</Card>
	);
}
