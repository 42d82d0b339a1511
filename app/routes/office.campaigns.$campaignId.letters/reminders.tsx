import { useLoaderData } from "@remix-run/react";
import { documentNumber } from "#app/domain/paper.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { loader } from "./route.ts";

/** Who was reminded when, and how many of them have returned since. */
export function Reminders() {
	const { reminders } = useLoaderData<typeof loader>();
	const { campaign: t } = useWords(noticesWords);
	const locale = useLocale();
	if (reminders.length === 0) return null;
	return (
		<Card flush labelledBy="reminders">
			<CardHeader id="reminders" title={t.reminders} ruled />
			<DataTable
				caption={t.reminders}
				rows={reminders}
				rowKey={(row) => row.id}
				rowTo={(row) => `/office/letters/${row.id}`}
				columns={[
					{ key: "number", header: t.number, cell: (row) => `${documentNumber(row)} · ${formatDay(row.issuedOn)}` },
					{ key: "schools", header: t.schools, numeric: true, cell: (row) => formatNumber(row.schools, locale) },
					{ key: "returned", header: t.returned, numeric: true, cell: (row) => formatNumber(row.returned, locale) },
					{ key: "signer", header: t.signer, cell: (row) => row.signer },
				]}
			/>
		</Card>
	);
}
