import type { Locale } from "#app/domain/ctx.ts";
import type { RoundPair } from "#app/domain/reports/picture-queries.ts";
import { picturesWords } from "./pictures.ts";
import { resultsWords } from "./results.ts";

/** One measure in two rounds, in tenths of a percent. `item` where it is about one criterion. */
export type RoundLine = { key: string; label: string; item: string | null; before: number | null; now: number | null };

/** Criteria set beside each other: those that changed most. */
const SHIFTS = 10;

/** Lines of the picture of two rounds and of its table. */
export function roundLines(
	{ before, figures, metRates, shifts }: RoundPair,
	rated: boolean,
	locale: Locale,
): RoundLine[] {
	const [t, w] = [picturesWords[locale].rounds, resultsWords[locale]];
	const line = (key: string, label: string, old: number | null, now: number | null) => ({
		key,
		label,
		item: null,
		before: old,
		now,
	});
	return [
		line("rate", w.rate, before.figures.reportingRate, figures.reportingRate),
		line("on_time", t.onTime, before.figures.onTimeRate, figures.onTimeRate),
		...(rated ? [line("met", t.met, metRates.before, metRates.now)] : []),
		...shifts.slice(0, SHIFTS).map(({ code, text, before, now }) => ({
			key: `item ${code}`,
			label: t.unmet(`${code} ${text}`),
			item: code,
			before,
			now,
		})),
	];
}
