import { useActionData, useLoaderData } from "@remix-run/react";
import { directivesWords } from "#app/i18n/directives.ts";
import { useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { LetterForm } from "./letter-form.tsx";
import type { action, loader } from "./route.ts";
import { emptyLetter } from "./typed-letter.ts";

export const meta = titled(directivesWords, (t) => t.form.newTitle);

/** Registering a letter with its tasks. */
export function Screen() {
	const { id } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const t = useWords(directivesWords);
	const typed = answer?.typed ?? emptyLetter;
	return (
		<>
			<PageHeader crumbs={[{ to: "/office/directives", label: t.page.crumb }]} title={t.form.newTitle} />
			<LetterForm
				id={id}
				letter={typed}
				problem={problemOf(answer)}
				keptName={typed.fileId ? "" : null}
				cancelTo="/office/directives"
			/>
		</>
	);
}
