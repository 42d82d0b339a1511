import { useLoaderData } from "@remix-run/react";
import { documentNumber } from "#app/domain/paper.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** Which schools were reminded, when, and how many have returned since. */
export function Reminded() {
	const { reminders } = useLoaderData<typeof loader>();
	const { campaign: t, letter } = useWords(noticesWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	if (reminders.length === 0) return null;
	return (
		<Card labelledBy="reminded">
			<CardHeader id="reminded" title={t.remindedTitle} />
			<ul className="divide-y divide-line">
				{reminders.map((one) => (
					<li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
						<TextLink to={`/office/letters/${one.id}`}>
							{`${letter.reminder} ${documentNumber(one)} · ${formatDay(one.issuedOn)}`}
						</TextLink>
						<span className="tabular">{t.remindedLine(n(one.schools), n(one.returned))}</span>
					</li>
				))}
			</ul>
		</Card>
	);
}
