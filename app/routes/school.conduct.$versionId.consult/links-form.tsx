import { Form, useLoaderData } from "@remix-run/react";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice.tsx";
import { NumberField, TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { fieldProblem, ProblemBanner } from "#app/ui/problem-banner.tsx";
import type { loader } from "./route.ts";
import type { Refused } from "./screen.tsx";

/** Links for whom no account is kept. */
export function LinksForm({ typed, problem }: Refused) {
	const { consult: t } = useWords(conductStepWords);
	const { voiceGroups } = useWords(conductWords);
	const { consultation, seed } = useLoaderData<typeof loader>();
	const asked = consultation?.groups.map(({ group }) => group) ?? [];
	const likely = asked.find((group) => group !== "staff") ?? asked[0];
	return (
		<Card labelledBy="links">
			<CardHeader id="links" title={t.linksTitle} />
			<Form method="post" noValidate className="grid gap-5">
				<ProblemBanner problem={problem} form="links" />
				<p>{t.linksAbout}</p>
				<input type="hidden" name="seed" value={typed?.seed || seed} />
				<RadioGroup
					name="group"
					id="links-group"
					label={t.group}
					options={asked.map((value) => ({ value, label: voiceGroups[value] }))}
					defaultValue={typed?.group || likely}
					error={fieldProblem(problem, "group")}
				/>
				<div className="grid gap-5 sm:grid-cols-2">
					<TextField
						name="label"
						id="links-label"
						label={t.label}
						hint={t.labelHint}
						defaultValue={typed?.label}
						error={fieldProblem(problem, "label")}
						autoComplete="off"
						optional
					/>
					<NumberField
						name="count"
						id="links-count"
						label={t.count}
						hint={t.countHint}
						defaultValue={typed?.count || "30"}
						error={fieldProblem(problem, "count")}
					/>
				</div>
				<div>
					<SubmitButton name="intent" value="links">
						{t.make}
					</SubmitButton>
				</div>
			</Form>
		</Card>
	);
}
