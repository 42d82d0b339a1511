import { useActionData, useLoaderData } from "@remix-run/react";
import { signInForm } from "#app/domain/people/schema.ts";
import { signInWords } from "#app/i18n/sign-in.ts";
import { TextField } from "#app/ui/field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { PublicShell } from "#app/ui/public-shell.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";

export const meta = titled(signInWords, (t) => t.signIn.title);

export function Screen() {
	const t = useWords(signInWords);
	const { next } = useLoaderData<typeof loader>();
	const answer = useActionData() as { typed?: { username: string } } | undefined;
	const username = answer?.typed?.username ?? "";
	const form = useZodForm(signInForm, { defaultValues: { username, password: "" }, problem: problemOf(answer) });
	return (
		<PublicShell name={t.product} footer={t.signIn.forgot}>
			<h1 className="mb-5 text-2xl font-semibold">{t.signIn.title}</h1>
			{next !== "/" && (
				<div className="mb-5">
					<Notice title={t.signIn.again}>{t.signIn.againText}</Notice>
				</div>
			)}
			<ZodForm form={form}>
				<input type="hidden" name="next" value={next} />
				<TextField
					{...form.field("username")}
					label={t.username}
					hint={t.usernameHint}
					autoComplete="username"
					autoCapitalize="none"
					autoCorrect="off"
					spellCheck={false}
				/>
				<PasswordField {...form.field("password")} label={t.password} autoComplete="current-password" />
				<SubmitButton wide size="large">
					{t.signIn.submit}
				</SubmitButton>
			</ZodForm>
			<p className="mt-5 text-center">
				<TextLink to="/activate">{t.signIn.slip}</TextLink>
			</p>
		</PublicShell>
	);
}
