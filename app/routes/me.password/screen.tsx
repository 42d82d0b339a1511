import { useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { PASSWORD_MIN, passwordForm } from "#app/domain/people/schema.ts";
import { signInWords } from "#app/i18n/sign-in.ts";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PasswordField, PasswordLength } from "#app/ui/password-field.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { PublicShell } from "#app/ui/public-shell.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import type { action, loader } from "./route.ts";

export const meta = titled(signInWords, (t) => t.change.title);

export function Screen() {
	const t = useWords(signInWords);
	const { forced, username } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	const form = useZodForm(passwordForm, { defaultValues: { current: "", password: "" }, problem });
	const [typed, setTyped] = useState(0);
	return (
		<PublicShell name={t.product}>
			<h1 className="mb-3 text-2xl font-semibold">{forced ? t.change.first : t.change.title}</h1>
			<p className="mb-5 text-muted">{forced ? t.change.firstText : t.change.note}</p>
			<ZodForm form={form}>
				<input type="hidden" name="username" value={username} autoComplete="username" />
				<PasswordField {...form.field("current")} label={t.change.current} autoComplete="current-password" />
				<PasswordField
					{...form.field("password")}
					label={t.newPassword}
					hint={t.passwordHint(PASSWORD_MIN)}
					autoComplete="new-password"
					onInput={(event) => setTyped(event.currentTarget.value.length)}
				/>
				<PasswordLength typed={typed} least={PASSWORD_MIN} />
				<SubmitButton wide size="large">
					{t.change.submit}
				</SubmitButton>
			</ZodForm>
			{!forced && (
				<p className="mt-5 text-center">
					<TextLink to="/me">{t.me.title}</TextLink>
				</p>
			)}
		</PublicShell>
	);
}
