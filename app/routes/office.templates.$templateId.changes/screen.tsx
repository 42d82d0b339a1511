import { useLoaderData } from "@remix-run/react";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { Card } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titled } from "#app/ui/titled.ts";
import { VersionChanges } from "#app/ui/version-changes.tsx";
import type { loader } from "./route.ts";

export const meta = titled(templateLifeWords, (t) => t.changes.title);

/** Two versions beside one another, item by item. */
export function Screen() {
	const { templateId, title, numbers, difference, clauses } = useLoaderData<typeof loader>();
	const { changes: t, change } = useWords(templateLifeWords);
	const locale = useLocale();
	return (
		<>
			<PageHeader
				crumbs={[{ to: `/office/templates/${templateId}`, label: title[locale] || title.vi }]}
				title={t.heading(...numbers)}
				meta={change.items(difference.items.length)}
			/>
			<Card className="max-w-4xl">
				<VersionChanges difference={difference} clauses={clauses} />
			</Card>
		</>
	);
}
