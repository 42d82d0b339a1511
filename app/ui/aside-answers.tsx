import type { Answer, Item } from "#app/domain/forms/schema.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { AnswerDetails, AnswerValue } from "./answer-value.tsx";
import { Card, CardHeader } from "./card.tsx";
import { useLocale, useWords } from "./locale.tsx";
import { PhotoGrid, type ShownPhoto } from "./photo-grid.tsx";

type Aside = Answer & { item: Item; row: string; version: number };

/** Answers that did not go along to the version a return is on now: to be read by the school and its office, never changed. */
export function AsideAnswers({ answers, photos }: { answers: readonly Aside[]; photos?: readonly ShownPhoto[] }) {
	const { aside: t } = useWords(templateLifeWords);
	const locale = useLocale();
	if (answers.length === 0) return null;
	return (
		<Card labelledBy="aside">
			<CardHeader id="aside" title={t.title} />
			<p className="mb-3 text-muted">{t.text}</p>
			<ul className="grid gap-3">
				{answers.map((answer) => (
					<li key={`${answer.version} ${answer.item.code} ${answer.row}`} className="border-s-4 border-line ps-3">
						<p>
							<span className="font-medium">{answer.item.code}</span> {answer.item.text[locale] || answer.item.text.vi}{" "}
							<span className="text-sm text-muted">({t.version(answer.version)})</span>
						</p>
						<AnswerValue item={answer.item} answer={answer} />
						<AnswerDetails answer={answer} />
						<PhotoGrid photos={photos} item={answer.item.code} row={answer.row} />
					</li>
				))}
			</ul>
		</Card>
	);
}
