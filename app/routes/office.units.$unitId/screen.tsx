import { useActionData, useLoaderData } from "@remix-run/react";
import { unitsWords } from "#app/i18n/units.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titled } from "#app/ui/titled.ts";
import { ClosingForm } from "./closing-form.tsx";
import type { action, loader } from "./route.ts";
import { SchoolFacts } from "./school-facts.tsx";
import { SchoolFields } from "./school-fields.tsx";

export const meta = titled(unitsWords, (t) => t.school.facts);

export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** One school: its facts to change, and closing it. */
export function Screen() {
	const t = useWords(unitsWords);
	const { school, done, mayWrite } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const closed = school.status === "closed";
	const said = { save: t.school.saved, close: t.school.closedNow, reopen: t.school.reopened }[done ?? ""];
	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/units", label: t.title },
					{ to: `/office/units?commune=${school.communeId}`, label: school.commune },
				]}
				title={school.name}
				badge={<StatusBadge tone={closed ? "neutral" : "accent"}>{t.statuses[school.status]}</StatusBadge>}
				meta={t.school.code(school.code)}
			/>
			<div className="grid max-w-4xl gap-5">
				{said && !answer && (
					<Notice tone="success" live>
						{said}
					</Notice>
				)}
				<Card labelledBy="facts">
					<CardHeader title={t.school.facts} id="facts" />
					{mayWrite && !closed ? <SchoolFields key={school.updatedAt} /> : <SchoolFacts />}
				</Card>
				{mayWrite && <ClosingForm />}
			</div>
		</>
	);
}
