import type { FigureColumn, FigureLine } from "#app/domain/reports/schema.ts";
import { figuresWords, totalText } from "#app/i18n/figures.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { LightCounts, type LightWords } from "#app/ui/lights.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { TableLine } from "./figure-table.tsx";

/** Makes the line of a total: its cells, or that nobody has reported. */
export function useTotalLine(columns: FigureColumn[], lights: LightWords[]) {
	const t = useWords(figuresWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	return (key: string, name: string, line: FigureLine, sum = true): TableLine => ({
		key,
		name,
		sum,
		note: t.reportedOf(n(line.reported), n(line.recipients)),
		instead: t.nobodyReported,
		cells:
			line.reported === 0
				? null
				: [
						...columns.map((column) => <Total key={column.code} column={column} line={line} />),
						...lights.map((light) => <LightCounts key={light.code} light={light} counts={line.lights[light.code]} />),
					],
	});
}

/** A total, and of how many where not everybody who reported told it. */
function Total({ column, line }: { column: FigureColumn; line: FigureLine }) {
	const t = useWords(figuresWords);
	const locale = useLocale();
	const total = line.totals[column.code];
	const partly = column.type !== "yes" && total && total.known > 0 && total.known < line.reported;
	return (
		<>
			{totalText(column, total, locale) || <span className="text-muted">–</span>}
			{partly && (
				<span className="block text-xs font-normal text-muted">{t.toldBy(formatNumber(total.known, locale))}</span>
			)}
		</>
	);
}
