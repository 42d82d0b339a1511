import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { hashGroups, sameName } from "#app/domain/conduct/rules.ts";
import { searchKey } from "#app/domain/text.ts";
import { ownConductWords } from "#app/i18n/conduct-public.ts";
import { ToneMark } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import type { loader } from "./route.ts";
import { signatureOf } from "./signature.ts";

/** Signing by typing one's name. While it is typed, the page says whether it is the account's. */
export function SignForm() {
	const { reading: t } = useWords(ownConductWords);
	const { version, name } = useLoaderData<typeof loader>();
	const answer = useActionData<{ typed?: { name: string } }>();
	const problem = problemOf(answer);
	const first = { name: answer?.typed?.name ?? "", sha256: version.sha256 ?? "" };
	const form = useZodForm(signatureOf(name), {
		defaultValues: first,
		// Anything else stands on top of the page: the text itself may have changed.
		problem: problem?.code === "invalid_input" ? problem : undefined,
	});
	const [typed, setTyped] = useState(first.name);
	return (
		<ZodForm form={form}>
			<p className="font-medium">{t.signText}</p>
			<input type="hidden" name="intent" value="sign" />
			<input type="hidden" name="version" value={version.id} />
			<input type="hidden" name="sha256" value={version.sha256 ?? ""} />
			<div>
				<TextField
					{...form.field("name")}
					label={t.name}
					hint={t.nameHint(name)}
					autoComplete="off"
					autoCapitalize="words"
					spellCheck={false}
					className="min-h-12 text-lg"
					onInput={(event) => setTyped(event.currentTarget.value)}
				/>
				<p role="status" className="mt-1 min-h-6">
					<Match typed={typed} name={name} />
				</p>
			</div>
			<SubmitButton size="large" wide>
				{t.sign}
			</SubmitButton>
			<p className="text-sm text-muted">
				{t.bound} <span className="break-words">{hashGroups(version.sha256 ?? "")}</span>
			</p>
		</ZodForm>
	);
}

/** A name that is only half typed is no mistake yet. */
function Match({ typed, name }: { typed: string; name: string }) {
	const { reading: t } = useWords(ownConductWords);
	if (sameName(typed, name)) {
		return (
			<span className="inline-flex items-center gap-1.5 text-good-ink">
				<ToneMark tone="good" />
				{t.matches}
			</span>
		);
	}
	if (searchKey(name).startsWith(searchKey(typed))) return null;
	return (
		<span className="inline-flex items-center gap-1.5 text-warn-ink">
			<ToneMark tone="warn" />
			{t.differs(name)}
		</span>
	);
}

/** Without script, or when the network failed at the end: the reader says themselves that they came to it. */
export function EndButton() {
	const { reading: t } = useWords(ownConductWords);
	const { version } = useLoaderData<typeof loader>();
	return (
		<Form method="post" className="grid gap-3">
			<p>
				<span className="font-medium">{t.endTitle}</span> {t.endText}
			</p>
			<input type="hidden" name="version" value={version.id} />
			<Button type="submit" name="intent" value="read" variant="primary" size="large" wide>
				{t.end}
			</Button>
		</Form>
	);
}
