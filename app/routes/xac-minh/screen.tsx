import { noticesWords } from "#app/i18n/notices.ts";
import { useWords } from "#app/ui/locale.tsx";
import { titled } from "#app/ui/titled.ts";
import { CodeForm, VerifyShell } from "#app/ui/verify-shell.tsx";

export const meta = titled(noticesWords, (t) => t.verify.title);

export function Screen() {
	const { verify: t } = useWords(noticesWords);
	return (
		<VerifyShell here="/xac-minh">
			<h1 className="text-2xl font-semibold">{t.title}</h1>
			<p className="mt-2 mb-5 text-muted">{t.intro}</p>
			<CodeForm />
		</VerifyShell>
	);
}
