import type { MetaFunction } from "@remix-run/node";
import type { Locale } from "#app/domain/ctx.ts";

const product = { vi: "Trường học an toàn", en: "Safe schools" };

/** The document's title in the reader's language: `export const meta = titled(signInWords, (t) => t.signIn.title)`. */
export function titled<V>(area: Record<Locale, V>, pick: (words: V) => string): MetaFunction {
	return ({ matches }) => {
		const root = matches.find((match) => match.id === "root")?.data as { locale?: Locale } | undefined;
		const locale = root?.locale ?? "vi";
		return [{ title: `${pick(area[locale])} · ${product[locale]}` }];
	};
}
