import type { z } from "zod";
import type { Locale } from "#app/domain/ctx.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { uiWords } from "#app/i18n/ui.ts";

/**
 * The sentence for what zod found wrong, in the reader's language: `schema.safeParse(input, { error: issueMessage(locale) })`, the
 * same in the browser and on the server. A message written in the schema itself wins.
 */
export function issueMessage(locale: Locale): (issue: z.core.$ZodRawIssue) => string {
	const t = uiWords[locale].issue;
	const number = (value: number | bigint) => formatNumber(Number(value), locale);
	return (issue) => {
		switch (issue.code) {
			case "invalid_type":
				if (isEmpty(issue.input)) return t.required;
				if (issue.expected === "int") return t.whole;
				if (issue.expected === "number" || issue.expected === "bigint") return t.number;
				return issue.expected === "date" ? t.date : t.unknown;
			case "too_small":
				if (issue.origin === "string") return issue.minimum === 1 ? t.required : t.tooShort(Number(issue.minimum));
				if (issue.origin === "array" || issue.origin === "set") return t.tooFew(Number(issue.minimum));
				return (issue.inclusive === false ? t.aboveOnly : t.tooSmall)(number(issue.minimum));
			case "too_big":
				if (issue.origin === "string") return t.tooLong(Number(issue.maximum));
				if (issue.origin === "array" || issue.origin === "set") return t.tooMany(Number(issue.maximum));
				return (issue.inclusive === false ? t.belowOnly : t.tooBig)(number(issue.maximum));
			case "invalid_value":
				return issue.values.length === 1 && issue.values[0] === true ? t.requiredTick : t.requiredChoice;
			case "invalid_format":
				if (isEmpty(issue.input)) return t.required;
				if (issue.format === "email") return t.email;
				if (issue.format === "url") return t.url;
				return issue.format === "date" || issue.format === "datetime" ? t.date : t.format;
			case "custom":
				// A schema that must say more: `.refine(…, { params: { vi: "…", en: "…" } })`.
				return String(issue.params?.[locale] ?? t.unknown);
			default:
				return t.unknown;
		}
	};
}

function isEmpty(input: unknown): boolean {
	return input === undefined || input === null || input === "";
}
