import { Form, useLoaderData } from "@remix-run/react";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { fieldProblem, ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import type { loader } from "./route.ts";
import type { Answer } from "./screen.tsx";

/** The school's own lines of legal basis. Changed elsewhere meanwhile, both are shown and the next press decides. */
export function Basis({ answer }: { answer: Answer }) {
	const { basis, basisRevision, group } = useLoaderData<typeof loader>();
	const { text: t } = useWords(conductSchoolWords);
	const problem = problemOf(answer);
	// A stale page knows the newest lines now, and may write over them.
	const base = answer?.basisConflict ? answer.base : (answer?.typed?.base ?? basisRevision);
	return (
		<Card labelledBy="basis">
			<CardHeader id="basis" title={t.basis.title} />
			<Form method="post" action={`?group=${group}`} preventScrollReset className="grid gap-4">
				<ProblemBanner problem={problem} form="basis" />
				{answer?.basisConflict && (
					<Notice tone="warning" title={t.basis.conflict} live>
						<ul className="list-disc ps-5">
							{answer.basisConflict.map((line) => (
								<li key={line}>{line}</li>
							))}
						</ul>
						<p className="mt-2">{t.basis.again}</p>
					</Notice>
				)}
				<input type="hidden" name="intent" value="basis" />
				<input type="hidden" name="base" value={base} />
				<TextArea
					key={basisRevision}
					id="basis-lines"
					name="lines"
					label={t.basis.label}
					hint={t.basis.hint}
					optional
					defaultValue={answer?.typed?.lines ?? basis.join("\n")}
					error={fieldProblem(problem, "lines")}
				/>
				<div>
					<SubmitButton variant="secondary">{t.basis.submit}</SubmitButton>
				</div>
			</Form>
		</Card>
	);
}
