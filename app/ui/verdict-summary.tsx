import { prepare } from "#app/domain/forms/prepare.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import type { Verdict, VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { returnWords, textOf } from "#app/i18n/returns.ts";
import { reasonSentence, verdictNames } from "#app/i18n/verdict.ts";
import { StatusBadge } from "./badge.tsx";
import { useLocale, useWords } from "./locale.tsx";
import { verdictTone } from "./tone.ts";

export function VerdictBadge({ result }: { result: VerdictResult }) {
	const names = useWords(verdictNames);
	return <StatusBadge tone={verdictTone[result]}>{names[result]}</StatusBadge>;
}

/** What a return came to, the figures, and why in sentences. */
export function VerdictSummary({ verdict, definition }: { verdict: Verdict; definition: Definition }) {
	const t = useWords(returnWords);
	const locale = useLocale();
	const { itemByCode } = prepare(definition);
	const itemText = (code: string) => {
		const item = itemByCode.get(code);
		return item ? textOf(item.text, locale) : "";
	};
	return (
		<div className="grid gap-2">
			<p className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<VerdictBadge result={verdict.result} />
				{verdict.counted > 0 && (
					<span className="text-muted">
						{t.counts(verdict.met, verdict.counted)}
						{verdict.percent !== null && ` · ${formatNumber(verdict.percent, locale)} %`}
					</span>
				)}
			</p>
			{verdict.reasons.length > 0 && (
				<ul className="grid list-disc gap-1 ps-5">
					{verdict.reasons.map((reason) => (
						<li key={reason.code}>{reasonSentence(reason, locale, itemText)}.</li>
					))}
				</ul>
			)}
		</div>
	);
}
