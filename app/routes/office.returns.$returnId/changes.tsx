import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { reviewWords } from "#app/i18n/review.ts";
import { AnswerDetails, AnswerValue } from "#app/ui/answer-value.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

/** What the school changed since the round that was looked at before: old beside new. */
export function Changes() {
	const { changes, definition } = useLoaderData<typeof loader>();
	const { page: t } = useWords(reviewWords);
	const locale = useLocale();
	const items = new Map(definition.sections.flatMap((section) => section.items.map((item) => [item.code, item])));
	const known = changes.flatMap((change) => {
		const item = items.get(change.item);
		return item ? [{ ...change, item }] : [];
	});
	return (
		<Card flush labelledBy="changes">
			<CardHeader id="changes" title={t.changes} note={t.changed(formatNumber(known.length, locale))} ruled />
			{known.length === 0 ? (
				<p className="px-5 py-4 text-muted">{t.noChanges}</p>
			) : (
				<ul className="divide-y divide-line">
					{known.map(({ item, row, before, after }) => (
						<li key={`${item.code}#${row}`} className="px-4 py-3 sm:px-5">
							<p>
								<span className="font-medium">{item.code}</span> {(locale === "en" && item.text.en) || item.text.vi}
							</p>
							<div className="mt-2 grid gap-3 sm:grid-cols-2">
								<Side title={t.before}>
									<AnswerValue item={item} answer={before} />
									<AnswerDetails answer={before} />
								</Side>
								<Side title={t.after} now>
									<AnswerValue item={item} answer={after} />
									<AnswerDetails answer={after} />
								</Side>
							</div>
						</li>
					))}
				</ul>
			)}
		</Card>
	);
}

function Side({ title, now, children }: { title: string; now?: boolean; children: ReactNode }) {
	return (
		<div className={now ? "border-s-4 border-accent ps-3" : "border-s-4 border-line ps-3"}>
			<p className="text-sm text-muted">{title}</p>
			{children}
		</div>
	);
}
