import { useActionData, useLoaderData } from "@remix-run/react";
import { reviewForm } from "#app/domain/conduct/schema.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice.tsx";
import { DateField, TextArea } from "#app/ui/field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";

export const meta = titled(conductSchoolWords, (t) => t.review.title);

type Answer = { typed?: { reviewedOn?: string; outcome?: string; note?: string } } | undefined;

export function Screen() {
	const { mayReview } = useLoaderData<typeof loader>();
	const { review: t, title } = useWords(conductSchoolWords);
	return (
		<>
			<PageHeader crumbs={[{ to: "/school/conduct", label: title }]} title={t.title} meta={t.meta} />
			{mayReview ? <ReviewForm /> : <Notice tone="warning">{t.none}</Notice>}
		</>
	);
}

function ReviewForm() {
	const { written, today } = useLoaderData<typeof loader>();
	const { review: t } = useWords(conductSchoolWords);
	const answer = useActionData() as Answer;
	const first = { reviewedOn: written?.reviewedOn ?? today, outcome: written?.outcome, note: written?.note ?? "" };
	const form = useZodForm(reviewForm, {
		defaultValues: { ...first, ...answer?.typed } as never,
		problem: problemOf(answer),
	});
	return (
		<Card>
			<ZodForm form={form}>
				<DateField {...form.field("reviewedOn")} label={t.day} max={today} />
				<RadioGroup
					{...form.field("outcome")}
					label={t.outcome}
					options={[
						{ value: "keep", label: t.options.keep },
						{ value: "amend", label: t.options.amend, hint: t.amendHint },
					]}
				/>
				<TextArea {...form.field("note")} label={t.note} hint={t.noteHint} optional />
				<div>
					<SubmitButton size="large">{t.save}</SubmitButton>
				</div>
			</ZodForm>
		</Card>
	);
}
