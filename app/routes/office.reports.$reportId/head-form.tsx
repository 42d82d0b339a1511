import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { reportsWords } from "#app/i18n/reports.ts";
import { DateField, TextArea, TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { fieldProblem, problemOf } from "#app/ui/problem-banner.tsx";
import type { action, loader } from "./route.ts";

/** Letterhead, addressees and period, folded until somebody needs them. */
export function HeadForm() {
	const { head, periodFrom, periodTo, headRevision, state, mayWrite } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { head: t, form } = useWords(reportsWords);
	if (!mayWrite || state !== "draft") return null;
	const mine = answer?.typed?.intent === "head" ? answer : undefined;
	const problem = problemOf(mine);
	const kept: Record<string, string> = {
		...head,
		addressees: head.addressees.join("\n"),
		recipients: head.recipients.join("\n"),
		periodFrom,
		periodTo,
	};
	const field = (name: string) => ({
		name,
		defaultValue: mine?.typed?.[name] ?? kept[name],
		error: fieldProblem(problem, name),
	});
	return (
		<details open={problem !== undefined} key={headRevision} className="rounded-md border border-line bg-surface">
			<summary className="flex min-h-12 items-center px-4 py-3 font-semibold sm:px-5">{t.title}</summary>
			<Form method="post" className="grid gap-5 border-t border-line p-4 sm:p-5">
				<input type="hidden" name="revision" value={headRevision} />
				<div className="grid gap-5 sm:grid-cols-2">
					<TextField {...field("superior")} label={t.superior} optional />
					<TextField {...field("issuer")} label={t.issuer} />
					<TextField {...field("sign")} label={t.sign} />
					<TextField {...field("place")} label={t.place} />
					<DateField {...field("periodFrom")} label={form.from} />
					<DateField {...field("periodTo")} label={form.to} />
				</div>
				<TextArea {...field("abstract")} label={t.abstract} rows={2} />
				<div className="grid gap-5 sm:grid-cols-2">
					<TextArea {...field("addressees")} label={t.addressees} hint={t.lines} />
					<TextArea {...field("recipients")} label={t.recipients} hint={t.lines} optional />
				</div>
				<div>
					<SubmitButton name="intent" value="head">
						{t.save}
					</SubmitButton>
				</div>
			</Form>
		</details>
	);
}
