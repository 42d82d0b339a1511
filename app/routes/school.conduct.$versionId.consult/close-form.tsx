import { Form } from "@remix-run/react";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { ProblemBanner } from "#app/ui/problem-banner.tsx";
import type { Refused } from "./screen.tsx";

/** Ends the round. Folded away, since it cannot be undone: two presses, with and without script. */
export function CloseForm({ problem }: Refused) {
	const { consult: t } = useWords(conductStepWords);
	return (
		<Card labelledBy="close">
			<CardHeader id="close" title={t.closeTitle} />
			<p>{t.closeAbout}</p>
			<ProblemBanner problem={problem} />
			<details className="mt-2">
				<summary className="inline-flex min-h-12 cursor-pointer items-center font-medium text-accent-ink underline underline-offset-4">
					{t.closeConfirm}
				</summary>
				<Form method="post" className="mt-2">
					<SubmitButton name="intent" value="close">
						{t.close}
					</SubmitButton>
				</Form>
			</details>
		</Card>
	);
}
