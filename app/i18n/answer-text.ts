import type { Locale } from "#app/domain/ctx.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { answerWords } from "./answers.ts";
import { formatDay, formatDecimal } from "./format.ts";
import { textOf } from "./returns.ts";

/** What was answered as one line of text, "" for nothing: in tables and files. On pages `ui/answer-value.tsx` draws it. */
export function answerText(item: Item, value: unknown, locale: Locale): string {
	const t = answerWords[locale];
	if (value === null || value === undefined || value === "") return "";
	if (item.type === "verdict") {
		if (value === "met" || value === "unmet") {
			const label = item.labels?.[value];
			return label ? textOf(label, locale) : t[value];
		}
		return t.na;
	}
	if (item.type === "choice" || item.type === "choices") {
		const chosen = Array.isArray(value) ? value : [value];
		const named = chosen.map((code) => {
			const option = item.options.find((known) => known.value === code);
			return option ? textOf(option.label, locale) : String(code);
		});
		return named.join("; ");
	}
	if (item.type === "computed" && (value === "true" || value === "false")) return value === "true" ? t.yes : t.no;
	if (typeof value === "number") return formatDecimal(value, 6, locale);
	return isDay(item, value) ? formatDay(String(value)) : String(value);
}

/** Whether an answer is a calendar day: asked as one, or worked out from a fact that is one. */
export function isDay(item: Item, value: unknown): boolean {
	return item.type === "date" || (item.type === "computed" && /^\d{4}-\d{2}-\d{2}$/.test(String(value)));
}
