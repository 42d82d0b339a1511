import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "#app/domain/ctx.ts";

const LocaleContext = createContext<Locale>("vi");

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
	return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>;
}

export function useLocale(): Locale {
	return useContext(LocaleContext);
}

/** The words of one area in the reader's language: `const t = useWords(uiWords)`. */
export function useWords<V>(area: Record<Locale, V>): V {
	return area[useLocale()];
}
