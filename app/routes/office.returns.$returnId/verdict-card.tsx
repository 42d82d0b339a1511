import { useLoaderData } from "@remix-run/react";
import { answerWords } from "#app/i18n/answers.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { reviewWords } from "#app/i18n/review.ts";
import { reasonSentence, verdictName } from "#app/i18n/verdict.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { StatBar } from "#app/ui/stat-bar.tsx";
import { verdictTone } from "#app/ui/tone.ts";
import type { loader } from "./route.ts";

/** The result of the latest round, and why. */
export function VerdictCard() {
	const { verdict, definition } = useLoaderData<typeof loader>();
	const { page: t } = useWords(reviewWords);
	const answers = useWords(answerWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const texts = new Map(
		definition.sections.flatMap((section) => section.items.map((item) => [item.code, item.text.vi])),
	);
	return (
		<Card labelledBy="result">
			<CardHeader
				id="result"
				title={t.verdict}
				note={<StatusBadge tone={verdictTone[verdict.result]}>{verdictName(verdict.result, locale)}</StatusBadge>}
			/>
			{verdict.percent !== null && (
				<div className="grid max-w-xl gap-2">
					<p>{t.metOf(n(verdict.met), n(verdict.counted), `${n(verdict.percent)} %`)}</p>
					<StatBar
						label={t.verdict}
						total={verdict.counted}
						thick
						segments={[
							{ label: answers.met, value: verdict.met, tone: "good" },
							{ label: answers.unmet, value: verdict.unmet, tone: "bad" },
						]}
					/>
				</div>
			)}
			{verdict.reasons.length > 0 && (
				<ul className="mt-3 list-disc ps-5">
					{verdict.reasons.map((reason) => (
						<li key={reason.code}>{reasonSentence(reason, locale, (code) => texts.get(code) ?? "")}</li>
					))}
				</ul>
			)}
		</Card>
	);
}
