import { Form, useActionData } from "@remix-run/react";
import type { ReactNode } from "react";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { DateField, fieldId, TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { fieldProblem, ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import type { action } from "./route.ts";

/** A form around the table: choose schools there, then the new day and the reason below. */
export function Extending({ children }: { children: ReactNode }) {
	const answer = useActionData<typeof action>();
	const { recipients } = useWords(campaignsWords);
	const t = recipients.extend;
	const problem = problemOf(answer);
	const typed = answer?.typed;
	// The close form below shows its own.
	const mine = typed ? problem : undefined;
	return (
		<Form method="post" preventScrollReset className="grid min-w-0 grid-cols-1 gap-4" noValidate>
			<ProblemBanner problem={mine} />
			<div id={fieldId("schoolIds")} tabIndex={-1}>
				{children}
			</div>
			<Card labelledBy="extend">
				<CardHeader id="extend" title={t.title} />
				<p className="-mt-2 mb-4 max-w-prose text-muted">{t.text}</p>
				<div className="grid items-end gap-4 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
					<DateField
						name="dueOn"
						label={t.dueOn}
						defaultValue={typed?.dueOn}
						error={fieldProblem(mine, "dueOn")}
						required
					/>
					<TextField
						name="reason"
						label={t.reason}
						maxLength={500}
						defaultValue={typed?.reason}
						error={fieldProblem(mine, "reason")}
						required
					/>
					<SubmitButton name="intent" value="extend" variant="secondary">
						{t.submit}
					</SubmitButton>
				</div>
			</Card>
		</Form>
	);
}
