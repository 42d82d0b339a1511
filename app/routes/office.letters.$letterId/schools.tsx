import { useLoaderData } from "@remix-run/react";
import { daysBetween } from "#app/domain/days.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { loader } from "./route.ts";

/** Whom the letter goes to, or went to. */
export function Schools() {
	const { letter, lines, issued, today } = useLoaderData<typeof loader>();
	const { letter: t } = useWords(noticesWords);
	const waiting = letter.kind === "result" && !issued;
	const title = waiting ? t.waiting : t.schools;
	const late = letter.kind === "reminder";
	const day = issued?.issuedOn ?? today;
	return (
		<Card flush labelledBy="schools">
			<CardHeader id="schools" title={title} ruled />
			<DataTable
				caption={title}
				rows={lines}
				rowKey={(row) => row.returnId}
				empty={<p className="text-muted">{t.nobody}</p>}
				columns={[
					{
						key: "school",
						header: t.school,
						cell: (row) => (
							<>
								{row.name}
								<span className="block text-sm font-normal text-muted">
									{[row.code, row.commune].filter(Boolean).join(" · ")}
								</span>
							</>
						),
					},
					{ key: "due", header: t.dueOn, tight: true, cell: (row) => formatDay(row.dueOn) },
					...(late
						? [
								{
									key: "late",
									header: t.daysLate,
									tight: true,
									cell: (row: (typeof lines)[number]) => t.days(daysBetween(row.dueOn, day)),
								},
							]
						: []),
					...(late && issued
						? [
								{
									key: "returned",
									header: t.returnedAt,
									cell: (row: (typeof lines)[number]) => row.returnedAt && formatTime(row.returnedAt),
								},
							]
						: []),
				]}
			/>
		</Card>
	);
}
