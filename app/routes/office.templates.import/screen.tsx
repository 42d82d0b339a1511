import { useActionData, useLoaderData } from "@remix-run/react";
import { interchangeWords } from "#app/i18n/interchange.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { UploadCard } from "#app/ui/upload-card.tsx";
import type { action, loader } from "./route.ts";

export const meta = titled(interchangeWords, (t) => t.title);

/** Uploading a form, and what is understood. */
export function Screen() {
	const t = useWords(interchangeWords);
	const { limitBytes } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	return (
		<>
			<PageHeader crumbs={[{ to: "/office/templates", label: t.crumb }]} title={t.title} meta={t.upload.meta} />
			<div className="grid max-w-4xl gap-5">
				<ProblemBanner problem={problem} />
				<UploadCard
					label={t.upload.file}
					hint={t.upload.hint}
					accept=".xlsx,.csv,.json,text/csv,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
					limitBytes={limitBytes}
					submit={t.upload.submit}
				/>
				<Card labelledBy="how">
					<CardHeader title={t.upload.how} id="how" />
					<ul className="grid list-disc gap-2 ps-5">
						{t.upload.kinds.map((kind) => (
							<li key={kind}>{kind}</li>
						))}
					</ul>
					<p className="mt-3">{t.upload.told}</p>
				</Card>
			</div>
		</>
	);
}
