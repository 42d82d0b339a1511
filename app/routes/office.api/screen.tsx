import { useActionData, useLoaderData } from "@remix-run/react";
import { apiKeyForm, apiReads } from "#app/domain/people/schema.ts";
import { apiWords } from "#app/i18n/api.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { CheckboxGroup } from "#app/ui/choice.tsx";
import { DateField, TextField } from "#app/ui/field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { Guide } from "./guide.tsx";
import { Keys } from "./keys.tsx";
import type { loader } from "./route.ts";

export const meta = titled(apiWords, (t) => t.title);

export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Typed = { name: string; reads: string[]; expiresOn: string };
type Answer = { made?: { key: string; name: string }; typed?: Partial<Typed> };

/** Keys of the office and how to use them. */
export function Screen() {
	const { done, freshId } = useLoaderData<typeof loader>();
	const t = useWords(apiWords);
	const answer = useActionData() as Answer | undefined;
	return (
		<>
			<PageHeader title={t.title} meta={t.meta} />
			<div className="grid max-w-5xl gap-5">
				{answer?.made && (
					<Notice tone="success" live title={t.made.title}>
						<p className="my-2">
							<code className="block select-all rounded-md border border-line bg-surface px-3 py-2 font-mono break-all">
								{answer.made.key}
							</code>
						</p>
						<p>{t.made.text}</p>
					</Notice>
				)}
				{done && !answer && (
					<Notice tone="success" live>
						{t.revoked}
					</Notice>
				)}
				{/* A form of its own for each key: after one is made, the next begins empty. */}
				<Create key={answer?.made ? freshId : "first"} answer={answer} />
				<Keys />
				<Guide />
			</div>
		</>
	);
}

function Create({ answer }: { answer: Answer | undefined }) {
	const { freshId, days } = useLoaderData<typeof loader>();
	const { create: t, reads } = useWords(apiWords);
	const first: Typed & { id: string } = { id: freshId, name: "", reads: [], expiresOn: days.usual, ...answer?.typed };
	const form = useZodForm(apiKeyForm, { defaultValues: first as never, problem: problemOf(answer) });
	return (
		<Card labelledBy="create">
			<CardHeader id="create" title={t.title} />
			<ZodForm form={form}>
				<input type="hidden" name="id" value={freshId} />
				<TextField {...form.field("name")} label={t.name} hint={t.nameHint} maxLength={80} autoComplete="off" />
				<CheckboxGroup
					{...form.choices("reads")}
					label={t.reads}
					options={apiReads.map((read) => ({ value: read, label: reads[read] }))}
				/>
				<DateField
					{...form.field("expiresOn")}
					label={t.expiresOn}
					hint={t.expiresHint}
					min={days.first}
					max={days.last}
				/>
				<div>
					<SubmitButton>{t.submit}</SubmitButton>
				</div>
			</ZodForm>
		</Card>
	);
}
