import { dayOf } from "#app/domain/days.ts";
import type { PublicShortcoming, PublicResult as Shown } from "#app/domain/returns/public-results.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { publicResultWords } from "#app/i18n/public-results.ts";
import { textOf } from "#app/i18n/returns.ts";
import { useLocale, useWords } from "./locale.tsx";
import { VerdictBadge } from "./verdict-summary.tsx";

/** One result as anybody reads it: Đạt or Chưa đạt, how many criteria, what is not met and what will be done. No names. */
export function PublicResult({ result }: { result: Shown }) {
	const t = useWords(publicResultWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	return (
		<article className="grid gap-2" data-print="whole">
			<h3 className="font-semibold">{result.title}</h3>
			<p className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<VerdictBadge result={result.result} />
				<span>
					{t.counts(n(result.met), n(result.counted))}
					{result.percent !== null && ` · ${n(result.percent)} %`}
				</span>
			</p>
			<p className="text-muted">{t.day(formatDay(dayOf(result.submittedAt)))}</p>
			{result.unmet.length === 0 ? (
				<p>{t.allMet}</p>
			) : (
				<>
					<p className="font-medium">{t.unmet(n(result.unmet.length))}</p>
					<ul className="grid gap-3">
						{result.unmet.map((item) => (
							<li key={item.code} className="border-s-4 border-line ps-3">
								<Shortcoming item={item} />
							</li>
						))}
					</ul>
				</>
			)}
		</article>
	);
}

function Shortcoming({ item }: { item: PublicShortcoming }) {
	const t = useWords(publicResultWords);
	const locale = useLocale();
	const mark = item.knockout ? t.knockout : item.mandatory ? t.mandatory : null;
	const measure = item.measure === null ? t.withheld : item.measure === "" ? t.noMeasure : t.measure(item.measure);
	return (
		<>
			<p className="wrap-anywhere">
				{item.code} {textOf(item.text, locale)}
				{mark && <span className="text-muted"> ({mark})</span>}
			</p>
			<p className="whitespace-pre-line wrap-anywhere text-muted">
				{measure}
				{item.dueOn && ` · ${t.due(formatDay(item.dueOn))}`}
			</p>
		</>
	);
}
