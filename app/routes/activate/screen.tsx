import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { activateForm, PASSWORD_MIN } from "#app/domain/people/schema.ts";
import { signInWords } from "#app/i18n/sign-in.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PasswordField, PasswordLength } from "#app/ui/password-field.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { PublicShell } from "#app/ui/public-shell.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { titled } from "#app/ui/titled.ts";
import type { action, loader } from "./route.ts";

export const meta = titled(signInWords, (t) => t.activate.title);

export function Screen() {
	const t = useWords(signInWords);
	const { code, holder, problem } = useLoaderData<typeof loader>();
	const refused = problemOf(useActionData<typeof action>());
	return (
		<PublicShell name={t.product}>
			<h1 className="mb-5 text-2xl font-semibold">{t.activate.title}</h1>
			{holder ? (
				<ChoosePassword code={code} holder={holder} />
			) : (
				<Form method="get" className="grid gap-5">
					<ProblemBanner problem={problem ?? refused} />
					<TextField
						name="code"
						label={t.activate.code}
						hint={t.activate.codeHint}
						defaultValue={code}
						autoComplete="one-time-code"
						autoCapitalize="characters"
						autoCorrect="off"
						spellCheck={false}
						maxLength={40}
						className="text-lg tracking-widest uppercase"
					/>
					<Button type="submit" variant="primary" size="large" wide>
						{t.activate.look}
					</Button>
				</Form>
			)}
		</PublicShell>
	);
}

function ChoosePassword({
	code,
	holder,
}: {
	code: string;
	holder: { name: string; username: string; unitName: string };
}) {
	const t = useWords(signInWords);
	const answer = useActionData<typeof action>();
	const form = useZodForm(activateForm, { defaultValues: { code, password: "" }, problem: problemOf(answer) });
	const [typed, setTyped] = useState(0);
	return (
		<>
			<p className="mb-2 font-medium">{t.activate.whose}</p>
			<SummaryList
				rows={[
					{ key: "name", term: t.activate.name, value: holder.name },
					{ key: "unit", term: t.activate.unit, value: holder.unitName },
					{ key: "username", term: t.username, value: holder.username },
				]}
			/>
			<p className="mt-2 mb-5 text-sm text-muted">{t.activate.notYou}</p>
			<h2 className="mb-3 text-lg font-semibold">{t.activate.choose}</h2>
			<ZodForm form={form}>
				<input type="hidden" name="code" value={code} />
				<input type="hidden" name="username" value={holder.username} autoComplete="username" />
				<PasswordField
					{...form.field("password")}
					label={t.newPassword}
					hint={t.passwordHint(PASSWORD_MIN)}
					autoComplete="new-password"
					onInput={(event) => setTyped(event.currentTarget.value.length)}
				/>
				<PasswordLength typed={typed} least={PASSWORD_MIN} />
				<SubmitButton wide size="large">
					{t.activate.submit}
				</SubmitButton>
			</ZodForm>
		</>
	);
}
