import type { useLoaderData } from "@remix-run/react";
import { formatNumber } from "#app/i18n/format.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { AnswerValue } from "#app/ui/answer-value.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

type Shown = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["preview"]>;

const lost = ["partly", "aside", "gone"] as const;

/** What becomes of returns and answers, item by item, and at one school as an example. */
export function Preview({ preview }: { preview: Shown }) {
	const { move: t } = useWords(templateLifeWords);
	const locale = useLocale();
	const { returns, kept, changed, added, example } = preview;
	const n = (value: number) => formatNumber(value, locale);
	return (
		<>
			<Card labelledBy="who">
				<CardHeader id="who" title={t.who} />
				<dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
					{(["notStarted", "draft", "sent"] as const).map((group) => (
						<div key={group} className="contents">
							<dt className="tabular text-lg font-semibold text-end">{n(returns[group])}</dt>
							<dd className="pt-0.5">{t[group]}</dd>
						</div>
					))}
				</dl>
			</Card>
			<Card labelledBy="answers">
				<CardHeader id="answers" title={t.answers} />
				<p>{changed.length === 0 ? t.allKept : t.kept(n(kept))}</p>
				{changed.length > 0 && (
					<ul className="my-3 grid gap-3">
						{changed.map(({ code, item, fates }) => (
							<li key={code} className="border-s-4 border-line ps-3">
								<p>
									<span className="font-medium">{code}</span> {item.text[locale] || item.text.vi}
								</p>
								<ul className="text-sm text-warn-ink">
									{lost.flatMap((fate) =>
										fates[fate] ? [<li key={fate}>{`${n(fates[fate])}: ${t.fates[fate]}`}</li>] : [],
									)}
								</ul>
							</li>
						))}
					</ul>
				)}
				<p className="text-muted">{t.nothingLost}</p>
			</Card>
			<Card labelledBy="added">
				<CardHeader id="added" title={t.added} />
				{added.length === 0 ? (
					<p>{t.addedNone}</p>
				) : (
					<ul className="grid gap-2">
						{added.map((item) => (
							<li key={item.code}>
								<span className="font-medium">{item.code}</span> {item.text[locale] || item.text.vi}
							</li>
						))}
					</ul>
				)}
			</Card>
			{example && (
				<Card labelledBy="example">
					<CardHeader id="example" title={t.example(example.name)} note={t.exampleNote} />
					{example.answers.length === 0 ? (
						<p>{t.exampleKept}</p>
					) : (
						<ul className="grid gap-3">
							{example.answers.map(({ item, row, value, fate }) => (
								<li key={`${item.code} ${row}`} className="border-s-4 border-line ps-3">
									<p>
										<span className="font-medium">{item.code}</span> {item.text[locale] || item.text.vi}
									</p>
									<p className="flex flex-wrap items-center gap-x-3 gap-y-1">
										<AnswerValue item={item} answer={{ value, note: "", measure: null }} />
										<span className="text-sm text-warn-ink">{t.fates[fate]}</span>
									</p>
								</li>
							))}
						</ul>
					)}
				</Card>
			)}
		</>
	);
}
