import { useLoaderData } from "@remix-run/react";
import { sharePercent } from "#app/domain/conduct/rules.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { figuresWords } from "#app/i18n/figures.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { loader } from "./route.ts";

/** Sub-totals by group of schools, and the total below them. */
export function GroupTable() {
	const { groups, totals } = useLoaderData<typeof loader>();
	const t = useWords(conductOfficeWords);
	const { groups: names } = useWords(figuresWords);
	const locale = useLocale();
	const n = (value: number | null) => (value === null ? "" : formatNumber(value, locale));
	const { staff, stages, schools, outdated } = totals;
	const all = { schools, published: stages.published, outdated, asked: staff.asked, signed: staff.signed };
	const rows = [
		...groups.map((group) => ({ ...group, name: names[group.group], sum: false })),
		...(groups.length > 1 ? [{ ...all, name: t.total, sum: true }] : []),
	];
	if (rows.length === 0) return null;
	return (
		<Card flush labelledBy="groups">
			<CardHeader id="groups" title={t.groups} ruled />
			<DataTable
				caption={t.groupsTable}
				rows={rows}
				rowKey={({ name }) => name}
				highlighted={({ sum }) => sum}
				columns={[
					{ key: "name", header: t.group, cell: ({ name }) => name },
					{ key: "schools", header: t.schools, numeric: true, cell: (row) => n(row.schools) },
					{ key: "published", header: t.published, numeric: true, cell: (row) => n(row.published) },
					{
						key: "share",
						header: t.share,
						numeric: true,
						cell: (row) => n(sharePercent(row.published, row.schools)),
					},
					{ key: "asked", header: t.asked, numeric: true, cell: (row) => n(row.asked) },
					{ key: "signed", header: t.signed, numeric: true, cell: (row) => n(row.signed) },
					{ key: "signedShare", header: t.share, numeric: true, cell: (row) => n(sharePercent(row.signed, row.asked)) },
					{ key: "outdated", header: t.outdatedShort, numeric: true, cell: (row) => n(row.outdated) },
				]}
			/>
		</Card>
	);
}
