import { scaleLinear } from "d3-scale";
import type { RoundPair } from "#app/domain/reports/picture-queries.ts";
import { listQuery } from "#app/domain/reports/rules.ts";
import { formatTenths } from "#app/i18n/format.ts";
import { picturesWords } from "#app/i18n/pictures.ts";
import { roundLines } from "#app/i18n/round-lines.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Drawing, type Frame, Keys, Label, Mark, ShareAxis, wrapped } from "./marks.tsx";

type Props = Frame & { pair: RoundPair; rated: boolean; base: string };

/** Rates of two rounds on one line each: hollow before, filled now, an arrow between them. */
export function RoundShifts({ pair, rated, base, width, linked }: Props) {
	const t = useWords(picturesWords).rounds;
	const locale = useLocale();
	const rows = roundLines(pair, rated, locale);
	const narrow = width < 500;
	const [left, right] = narrow ? [12, 12] : [330, 24];
	const row = narrow ? 72 : 48;
	const top = 56;
	const x = scaleLinear([0, 1000], [left, width - right]);
	const height = top + rows.length * row;
	const keys = [
		{ label: t.before, swatch: <circle cx={7} cy={8} r={5} strokeWidth={2} className="fill-surface stroke-ink" /> },
		{ label: t.now, swatch: <circle cx={7} cy={8} r={6} className="fill-accent" /> },
	];
	return (
		<Drawing width={width} height={height} label={t.title}>
			<Keys x={0} y={0} width={width} keys={keys} />
			<ShareAxis x={x} from={top - 10} to={height} />
			{rows.map(({ key, label, item, before, now }, at) => {
				const y = top + at * row;
				const middle = narrow ? y + 54 : y + 22;
				const [a, b] = [x(before ?? 0), x(now ?? 0)];
				const said = (rate: number | null) => (rate === null ? "–" : formatTenths(rate, locale));
				const lines = wrapped(label, narrow ? width : left - 24, 2);
				return (
					<Mark
						key={key}
						linked={linked}
						to={item ? `${base}/results?${listQuery("all", { item })}` : null}
						label={t.spoken(label, said(before), said(now))}
					>
						{lines.map((text, line) => (
							<Label
								key={text}
								x={0}
								y={narrow ? y + 14 + line * 16 : y + (lines.length === 1 ? 26 : 17 + line * 17)}
								edged
							>
								{text}
							</Label>
						))}
						{before !== null && now !== null && (
							<path d={`M${a} ${middle}H${b}`} strokeWidth={3} className="stroke-neutral" />
						)}
						{before !== null && <circle cx={a} cy={middle} r={6} strokeWidth={2} className="fill-surface stroke-ink" />}
						{now !== null && <circle cx={b} cy={middle} r={7} className="fill-accent" />}
						{now !== null && (
							<Label
								x={b > width - 80 ? b - 12 : b + 12}
								y={middle - 8}
								anchor={b > width - 80 ? "end" : "start"}
								size={12}
								strong
								edged
							>
								{formatTenths(now, locale)}
							</Label>
						)}
					</Mark>
				);
			})}
		</Drawing>
	);
}
