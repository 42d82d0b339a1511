import type { ReactNode } from "react";
import { noticesWords } from "#app/i18n/notices.ts";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import { useLocale, useWords } from "./locale.tsx";
import { PublicShell } from "./public-shell.tsx";

const link = "inline-flex min-h-12 items-center font-medium text-accent-ink underline underline-offset-4";

/** The frame of the pages on which a print is verified: plain links, no cookie. */
export function VerifyShell({ here, children }: { here: string; children: ReactNode }) {
	const { verify: t } = useWords(noticesWords);
	const other = useLocale() === "vi" ? "en" : "vi";
	return (
		<PublicShell
			name={t.product}
			language={
				<a href={other === "en" ? `${here}?lang=en` : here} lang={other} hrefLang={other} className={link}>
					{t.other}
				</a>
			}
		>
			{children}
		</PublicShell>
	);
}

/** One box, sent as part of an address. */
export function CodeForm({ typed = "" }: { typed?: string }) {
	const { verify: t } = useWords(noticesWords);
	const locale = useLocale();
	return (
		<form action="/xac-minh" method="get" className="grid gap-4">
			{locale === "en" && <input type="hidden" name="lang" value="en" />}
			<TextField
				name="ma"
				label={t.code}
				hint={t.codeHint}
				defaultValue={typed}
				autoComplete="off"
				autoCapitalize="characters"
				spellCheck={false}
				maxLength={80}
			/>
			<div>
				<Button type="submit" variant="primary" size="large">
					{t.check}
				</Button>
			</div>
		</form>
	);
}
