import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { USUAL_CAPACITY } from "#app/domain/papers/rules.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { DateField, NumberField, TextArea, TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { fieldProblem, problemOf } from "#app/ui/problem-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { action, loader } from "./route.ts";

/** Number, day and signer; from then on nothing changes. */
export function IssueForm() {
	const { letter, today, listed, only, count, lines } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { letter: t } = useWords(noticesWords);
	const locale = useLocale();
	const mine = answer?.typed?.intent === "issue" ? answer : undefined;
	const field = (name: string, first = "") => ({
		name,
		defaultValue: mine?.typed?.[name] ?? first,
		error: fieldProblem(problemOf(mine), name),
	});
	const many = letter.kind === "result" && !only;
	const n = formatNumber(count, locale);
	return (
		<Card labelledBy="issue">
			<CardHeader id="issue" title={t.issue} />
			{count === 0 ? (
				<p className="text-muted">{t.nobody}</p>
			) : (
				<Form method="post" className="grid gap-4">
					<input type="hidden" name="listed" value={listed} />
					<input type="hidden" name="returnId" value={only} />
					{only && (
						<p>
							{t.onlyOne(lines[0]?.name ?? "")} <TextLink to="?">{t.all}</TextLink>
						</p>
					)}
					<NumberField
						{...field("number")}
						label={many ? t.firstNumber : t.number}
						hint={many ? t.firstNumberHint : t.numberHint}
					/>
					<DateField {...field("issuedOn", today)} label={t.issuedOn} />
					<TextArea {...field("capacity", USUAL_CAPACITY)} label={t.capacity} hint={t.capacityHint} rows={2} />
					<TextField {...field("signer")} label={t.signer} hint={t.signerHint} autoComplete="off" />
					<p className="text-sm text-muted">{t.issueText}</p>
					<SubmitButton name="intent" value="issue">
						{letter.kind === "reminder" ? t.issueReminder(n) : t.issueNotices(n)}
					</SubmitButton>
				</Form>
			)}
		</Card>
	);
}
