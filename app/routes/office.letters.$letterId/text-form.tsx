import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { noticesWords } from "#app/i18n/notices.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { fieldProblem, problemOf } from "#app/ui/problem-banner.tsx";
import type { action, loader } from "./route.ts";

/** What people write of the letter. */
export function TextForm() {
	const { letter, keys, only } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { letter: t } = useWords(noticesWords);
	const mine = answer?.typed?.intent === "save" ? answer : undefined;
	const { head, abstract, opening, closing } = letter.content;
	const field = (name: string, first: string) => ({
		name,
		defaultValue: mine?.typed?.[name] ?? first,
		error: fieldProblem(problemOf(mine), name),
	});
	return (
		<Card labelledBy="text">
			<CardHeader id="text" title={t.text} />
			<Form method="post" className="grid gap-5">
				<input type="hidden" name="revision" value={letter.revision} />
				{only && <input type="hidden" name="returnId" value={only} />}
				<TextArea {...field("abstract", abstract)} label={t.abstract} rows={2} />
				<TextArea
					{...field("opening", opening)}
					label={t.opening}
					hint={letter.kind === "reminder" ? t.openingReminder : t.openingResult}
					rows={5}
				/>
				<TextArea {...field("closing", closing)} label={t.closing} hint={t.lines} rows={7} optional />
				<p className="text-sm break-words text-muted">{t.figures(keys.join(", "))}</p>
				<div className="grid gap-5 sm:grid-cols-2">
					<TextField {...field("superior", head.superior)} label={t.superior} optional />
					<TextField {...field("issuer", head.issuer)} label={t.issuer} />
					<TextField {...field("sign", head.sign)} label={t.sign} />
					<TextField {...field("place", head.place)} label={t.place} />
				</div>
				<TextArea
					{...field("recipients", head.recipients.join("\n"))}
					label={t.recipients}
					hint={t.oneALine}
					optional
				/>
				<div>
					<SubmitButton variant="secondary" name="intent" value="save">
						{t.save}
					</SubmitButton>
				</div>
			</Form>
		</Card>
	);
}
