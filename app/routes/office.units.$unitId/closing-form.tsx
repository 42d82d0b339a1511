import { useActionData, useLoaderData } from "@remix-run/react";
import { closingForm } from "#app/domain/units/schema.ts";
import { unitsWords } from "#app/i18n/units.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { TextField } from "#app/ui/field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import type { action, loader } from "./route.ts";

/** Closes the school, or opens it again, with the reason that the audit keeps. */
export function ClosingForm() {
	const { school: t } = useWords(unitsWords);
	const { school } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	// The other form of the page posts no reason.
	const reason = answer && "typed" in answer ? answer.typed?.reason : undefined;
	const form = useZodForm(closingForm, {
		id: "closing",
		defaultValues: { reason: reason === undefined ? "" : String(reason) },
		problem: reason === undefined ? undefined : problemOf(answer),
	});
	const closed = school.status === "closed";
	return (
		<Card labelledBy="closing">
			<CardHeader title={closed ? t.reopen : t.close} id="closing" />
			<p className="mb-4 text-muted">{closed ? t.reopenText : t.closeText}</p>
			<ZodForm form={form}>
				<TextField {...form.field("reason")} label={t.reason} hint={t.reasonHint} autoComplete="off" />
				<div>
					<SubmitButton name="intent" value={closed ? "reopen" : "close"} variant={closed ? "primary" : "danger"}>
						{closed ? t.reopen : t.close}
					</SubmitButton>
				</div>
			</ZodForm>
		</Card>
	);
}
