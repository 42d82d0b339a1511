import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { interchangeWords } from "#app/i18n/interchange.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { fieldProblem, ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { Select } from "#app/ui/select.tsx";
import type { action, loader } from "./route.ts";

/** Nothing goes into the library until one of these is sent: a template of its own, or the next version of one; the likelier first. */
export function Confirmation() {
	const { preview: t } = useWords(interchangeWords);
	const { target } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	if (!target) return null;
	const several = target.templates.length > 0;
	return (
		<Card>
			<div className="mb-4 flex flex-wrap items-start justify-between gap-3">
				<p className="max-w-prose font-medium">{t.nothingYet}</p>
				<LinkButton to="/office/templates/import">{t.again}</LinkButton>
			</div>
			<ProblemBanner problem={problem} />
			<div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
				{several && target.into === "version" && <AsVersion />}
				<AsNew />
				{several && target.into === "new" && <AsVersion />}
			</div>
		</Card>
	);
}

/** What was typed when the server refused, else what the file suggests. */
function useTyped() {
	const { target } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const typed = answer && "typed" in answer ? answer.typed : undefined;
	return {
		code: typed?.into === "new" ? typed.code : target?.code,
		title: typed?.into === "new" ? typed.title : target?.title,
		templateId: typed?.into === "version" ? typed.templateId : target?.templateId,
		problem: problemOf(answer),
		likely: target?.into,
	};
}

function AsNew() {
	const { preview: t } = useWords(interchangeWords);
	const { code, title, problem, likely } = useTyped();
	return (
		<Form method="post" className="grid gap-4" aria-labelledby="as-new">
			<Heading id="as-new" title={t.asNew} note={t.asNewHint} />
			<input type="hidden" name="into" value="new" />
			<TextField
				name="code"
				label={t.code}
				hint={t.codeHint}
				defaultValue={code}
				maxLength={40}
				error={fieldProblem(problem, "code")}
			/>
			<TextField
				name="title"
				label={t.name}
				defaultValue={title}
				maxLength={400}
				error={fieldProblem(problem, "title")}
			/>
			<div>
				<SubmitButton variant={likely === "new" ? "primary" : "secondary"}>{t.makeNew}</SubmitButton>
			</div>
		</Form>
	);
}

function AsVersion() {
	const { preview: t } = useWords(interchangeWords);
	const locale = useLocale();
	const { target } = useLoaderData<typeof loader>();
	const { templateId, problem, likely } = useTyped();
	return (
		<Form method="post" className="grid gap-4" aria-labelledby="as-version">
			<Heading id="as-version" title={t.asVersion} note={t.asVersionHint} />
			<input type="hidden" name="into" value="version" />
			<Select
				name="templateId"
				label={t.template}
				defaultValue={templateId}
				error={fieldProblem(problem, "templateId")}
				options={(target?.templates ?? []).map(({ id, code, title }) => ({
					value: id,
					label: `${code} – ${title[locale] || title.vi}`,
				}))}
			/>
			<div>
				<SubmitButton variant={likely === "version" ? "primary" : "secondary"}>{t.makeVersion}</SubmitButton>
			</div>
		</Form>
	);
}

function Heading({ id, title, note }: { id: string; title: string; note: string }) {
	return (
		<div>
			<h2 id={id} className="font-semibold">
				{title}
			</h2>
			<p className="text-sm text-muted">{note}</p>
		</div>
	);
}
