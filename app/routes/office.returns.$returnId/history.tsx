import { useLoaderData } from "@remix-run/react";
import { answerKey } from "#app/domain/forms/answers.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { formatTime } from "#app/i18n/format.ts";
import { reviewWords } from "#app/i18n/review.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

/** What the office said of each round. */
export function History() {
	const { page: t } = useWords(reviewWords);
	const { reviews, definition, titles } = useLoaderData<typeof loader>();
	const { sectionOf } = prepare(definition);
	/** The row by its name, where the mark is on one. */
	const rowName = (item: string, row: string) =>
		row === "" ? "" : `${titles[answerKey(sectionOf.get(item)?.roster?.code ?? item, row)] || t.rowWithoutName}, `;
	return (
		<Card labelledBy="history">
			<CardHeader id="history" title={t.earlier} />
			<ol className="grid gap-4">
				{reviews.map((said) => {
					const at = formatTime(said.reviewedAt);
					return (
						<li key={said.round}>
							<p className="font-medium">
								{t.round(said.round)}: {t.decisions[said.decision]} ({t.by(said.reviewedBy, at)})
							</p>
							{said.remark && <p className="whitespace-pre-line">{said.remark}</p>}
							{said.items.length > 0 && (
								<ul className="mt-1 list-disc ps-5">
									{said.items.map(({ item, row, reason }) => (
										<li key={answerKey(item, row)}>
											<span className="font-medium">
												{rowName(item, row)}
												{item}
											</span>
											: {reason}
										</li>
									))}
								</ul>
							)}
						</li>
					);
				})}
			</ol>
		</Card>
	);
}
