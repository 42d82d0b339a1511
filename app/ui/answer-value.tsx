import type { Answer, Item } from "#app/domain/forms/schema.ts";
import { isDay } from "#app/i18n/answer-text.ts";
import { answerWords } from "#app/i18n/answers.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { StatusBadge } from "./badge.tsx";
import { useLocale, useWords } from "./locale.tsx";

/** What was answered, as words: the outcome with its sign, chosen options by label, numbers and days as Vietnamese writes them. */
export function AnswerValue({ item, answer }: { item: Item; answer: Answer | null | undefined }) {
	const t = useWords(answerWords);
	const locale = useLocale();
	const value = answer?.value ?? null;
	const say = (words: { vi: string; en?: string | undefined }) => (locale === "en" && words.en) || words.vi;
	if (value === null || value === "") return <span className="text-muted">{t.none}</span>;
	if (item.type === "verdict") {
		if (value === "met")
			return <StatusBadge tone="good">{item.labels?.met ? say(item.labels.met) : t.met}</StatusBadge>;
		if (value === "unmet")
			return <StatusBadge tone="bad">{item.labels?.unmet ? say(item.labels.unmet) : t.unmet}</StatusBadge>;
		return <StatusBadge>{t.na}</StatusBadge>;
	}
	if (item.type === "choice" || item.type === "choices") {
		const chosen = Array.isArray(value) ? value : [String(value)];
		const label = (code: string) => {
			const option = item.options.find((known) => known.value === code);
			return option ? say(option.label) : code;
		};
		return <span>{chosen.map(label).join(", ")}</span>;
	}
	if (typeof value === "number") {
		const unit = "unit" in item && item.unit ? ` ${say(item.unit)}` : "";
		return <>{`${formatNumber(value, locale)}${unit}`}</>;
	}
	const held = item.type === "computed" && ["true", "false"].includes(String(value));
	if (held) return <>{String(value) === "true" ? t.yes : t.no}</>;
	if (isDay(item, value)) return <>{formatDay(String(value))}</>;
	return <span className="whitespace-pre-line">{String(value)}</span>;
}

/** The remark and the proposed measure beside an answer. */
export function AnswerDetails({ answer }: { answer: Answer | null | undefined }) {
	const t = useWords(answerWords);
	const measure = answer?.measure;
	const lines = [
		{ key: "remark", term: t.remark, text: answer?.note },
		{ key: "measure", term: t.measure, text: measure?.what },
		{ key: "owner", term: t.owner, text: measure?.who },
		{ key: "due", term: t.due, text: measure?.due ? formatDay(measure.due) : "" },
		{ key: "request", term: t.request, text: measure?.superior ? measure.request || t.yes : "" },
	].filter(({ text }) => text);
	if (lines.length === 0) return null;
	return (
		<dl className="mt-1 grid gap-x-3 gap-y-0.5 text-[0.9375rem] sm:grid-cols-[max-content_minmax(0,1fr)]">
			{lines.map(({ key, term, text }) => (
				<div key={key} className="contents">
					<dt className="text-muted">{term}</dt>
					<dd className="min-w-0 break-words whitespace-pre-line">{text}</dd>
				</div>
			))}
		</dl>
	);
}
