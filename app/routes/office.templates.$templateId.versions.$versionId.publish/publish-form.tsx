import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { ItemChange } from "#app/domain/authoring/version-difference.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { ruleInWords } from "#app/i18n/templates.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "#app/ui/choice.tsx";
import { DateField, TextArea } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { fieldProblem, problemOf } from "#app/ui/problem-banner.tsx";
import { VersionChanges } from "#app/ui/version-changes.tsx";
import type { action, loader } from "./route.ts";

/** What is said of a draft when it is published: what compares, the days, kinds and basis; nothing typed is lost on a refusal. */
export function PublishForm({ errors, warnings }: { errors: number; warnings: number }) {
	const { seen } = useLoaderData<typeof loader>();
	const { publish: t } = useWords(templateLifeWords);
	return (
		<Form method="post" className="grid gap-4" noValidate>
			<input type="hidden" name="seen" value={seen} />
			<Differences />
			<Details />
			<Card labelledBy="confirm">
				<CardHeader id="confirm" title={t.confirmTitle} />
				{errors > 0 ? (
					<Notice tone="danger">{t.faulty}</Notice>
				) : (
					<>
						<p>{t.confirmText}</p>
						{warnings > 0 && <Confirmed />}
						<div className="mt-3">
							<SubmitButton>{t.submit}</SubmitButton>
						</div>
					</>
				)}
			</Card>
		</Form>
	);
}

function useTyped() {
	const answer = useActionData<typeof action>();
	return answer && "typed" in answer ? answer.typed : undefined;
}

function Confirmed() {
	const { publish: t } = useWords(templateLifeWords);
	return <Checkbox name="confirmed" label={t.confirmWarnings} defaultChecked={useTyped()?.confirmed} />;
}

function Differences() {
	const { before, rule } = useLoaderData<typeof loader>();
	const { publish: t } = useWords(templateLifeWords);
	const locale = useLocale();
	if (!before) return <p className="text-muted">{t.first}</p>;
	const changed = before.difference.parts.some(({ part }) => part === "rule");
	return (
		<Card labelledBy="difference">
			<CardHeader id="difference" title={t.difference(before.number)} />
			<p className="mb-4 max-w-prose text-muted">{t.differenceNote}</p>
			<VersionChanges
				difference={before.difference}
				clauses={before.clauses}
				ask={(change) => <Ask change={change} />}
			/>
			{changed && (
				<ul className="mt-2 list-disc ps-5 text-sm">
					{ruleInWords(rule, false, locale).map((sentence) => (
						<li key={sentence}>{sentence}</li>
					))}
				</ul>
			)}
		</Card>
	);
}

function Ask({ change }: { change: ItemChange }) {
	const { before } = useLoaderData<typeof loader>();
	const { publish: t } = useWords(templateLifeWords);
	const typed = useTyped();
	const { code } = change;
	if (!change.before || !change.after) return null;
	const proposed = before?.proposed[code];
	if (proposed === "other") return <p className="text-sm text-muted">{t.typeChanged}</p>;
	if (proposed === "same") return null;
	return (
		<div className="mt-2">
			<RadioGroup
				inline
				name={`compare.${code}`}
				label={t.compare(code)}
				defaultValue={typed?.comparisons[code]}
				options={[
					{ value: "same", label: t.compares },
					{ value: "other", label: t.comparesNot },
				]}
			/>
		</div>
	);
}

function Details() {
	const { kinds, validFrom, validTo, legalBasis, allKinds } = useLoaderData<typeof loader>();
	const { publish: t } = useWords(templateLifeWords);
	const names: Record<string, string> = useWords(schoolWords).kinds;
	const typed = useTyped();
	const problem = problemOf(useActionData<typeof action>());
	const lines = typed
		? typed.basis.map((text, at) => ({ text, verified: typed.read.includes(String(at)) }))
		: legalBasis;
	const rows = Array.from({ length: Math.max(1, typed?.rows ?? lines.length) }, (_, at) => ({ at, ...lines[at] }));
	return (
		<Card labelledBy="details">
			<CardHeader id="details" title={t.details} />
			<div className="grid gap-5">
				<div className="grid gap-4 sm:grid-cols-2">
					<DateField
						optional
						name="validFrom"
						label={t.validFrom}
						defaultValue={typed?.validFrom ?? validFrom ?? ""}
						error={fieldProblem(problem, "validFrom")}
					/>
					<DateField
						optional
						name="validTo"
						label={t.validTo}
						defaultValue={typed?.validTo ?? validTo ?? ""}
						error={fieldProblem(problem, "validTo")}
					/>
				</div>
				<CheckboxGroup
					optional
					inline
					name="kinds"
					label={t.kinds}
					hint={t.kindsHint}
					defaultValue={typed?.kinds ?? kinds}
					error={fieldProblem(problem, "kinds")}
					options={allKinds.map((kind) => ({ value: kind, label: names[kind] ?? kind }))}
				/>
				{rows.map(({ at, text, verified }) => (
					<div key={at}>
						<TextArea
							optional
							rows={2}
							maxLength={600}
							name="basis"
							id={`basis-${at}`}
							label={t.basis(at + 1)}
							defaultValue={text ?? ""}
							error={fieldProblem(problem, `legalBasis.${at}.text`)}
						/>
						<Checkbox name="read" id={`read-${at}`} value={at} label={t.read} defaultChecked={verified ?? false} />
					</div>
				))}
				<div>
					<Button type="submit" name="intent" value="add_basis">
						{t.basisMore}
					</Button>
				</div>
			</div>
		</Card>
	);
}
