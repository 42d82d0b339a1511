import { Form, useLoaderData } from "@remix-run/react";
import { addDays } from "#app/domain/days.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { CheckboxGroup } from "#app/ui/choice.tsx";
import { DateField, NumberField, TextArea } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { fieldProblem, ProblemBanner } from "#app/ui/problem-banner.tsx";
import type { loader } from "./route.ts";
import type { Refused } from "./screen.tsx";

/** A fortnight leaves time for a meeting and for who reads late. */
const USUAL_DAYS = 14;

/** Whom to ask, until when, what changed. */
export function OpeningForm({ typed, problem }: Refused) {
	const { consult: t } = useWords(conductStepWords);
	const { voiceGroups } = useWords(conductWords);
	const locale = useLocale();
	const { pupils, today, version } = useLoaderData<typeof loader>();
	const groups = pupils ? (["staff", "parents", "pupils"] as const) : (["staff", "parents"] as const);
	const past = problem?.code === "consultation_ends_past" ? problemSentence(problem, locale) : undefined;
	return (
		<Card labelledBy="opening">
			<CardHeader id="opening" title={t.openTitle} />
			<Form method="post" noValidate className="grid gap-5">
				<ProblemBanner problem={problem} />
				<p>{t.about}</p>
				<p>{t.freezes}</p>
				<CheckboxGroup
					name="groups"
					label={t.groups}
					hint={pupils ? undefined : t.noPupils}
					options={groups.map((value) => ({ value, label: voiceGroups[value] }))}
					defaultValue={typed?.groups ?? groups}
					error={fieldProblem(problem, "groups")}
				/>
				<p className="text-sm text-muted">{t.peopleHint}</p>
				<div className="grid gap-5 sm:grid-cols-3">
					{groups.map((group) => (
						<NumberField
							key={group}
							name={`${group}People`}
							label={t.people[group]}
							defaultValue={typed?.[`${group}People`]}
							error={fieldProblem(problem, `${group}People`)}
							optional
						/>
					))}
				</div>
				<DateField
					name="closesOn"
					label={t.closesOn}
					defaultValue={typed?.closesOn ?? addDays(today, USUAL_DAYS)}
					error={fieldProblem(problem, "closesOn") ?? past}
				/>
				<TextArea
					name="changeNote"
					label={t.changeNote}
					hint={t.changeNoteHint}
					defaultValue={typed?.changeNote ?? version.changeNote}
					error={fieldProblem(problem, "changeNote")}
					optional
				/>
				<div>
					<SubmitButton name="intent" value="open">
						{t.open}
					</SubmitButton>
				</div>
			</Form>
		</Card>
	);
}
