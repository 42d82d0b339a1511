import { scaleLinear } from "d3-scale";
import { listQuery } from "#app/domain/reports/rules.ts";
import type { FailedCriterion } from "#app/domain/reports/schema.ts";
import { formatNumber, formatTenths } from "#app/i18n/format.ts";
import { picturesWords } from "#app/i18n/pictures.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Drawing, type Frame, Label, Mark, wrapped } from "./marks.tsx";

/** Criteria as bars, the one that most schools failed first. */
export function CriteriaBars({ rows, base, ...frame }: Frame & { rows: FailedCriterion[]; base: string }) {
	const t = useWords(picturesWords).criteria;
	const locale = useLocale();
	const { width, linked } = frame;
	const narrow = width < 500;
	const [left, right] = narrow ? [0, 112] : [330, 122];
	const row = narrow ? 66 : 48;
	const x = scaleLinear([0, Math.max(1, ...rows.map(({ unmet }) => unmet))], [0, width - left - right]);
	return (
		<Drawing width={width} height={24 + rows.length * row} label={t.title}>
			<Label x={0} y={14} size={12} quiet>
				{t.axis}
			</Label>
			{rows.map(({ code, text, unmet, rate, applicable }, at) => {
				const top = 24 + at * row;
				const said = `${formatNumber(unmet, locale)}/${formatNumber(applicable, locale)}`;
				const share = rate === null ? "" : ` · ${formatTenths(rate, locale)}`;
				const bar = narrow ? top + 42 : top + 12;
				const lines = wrapped(`${code} ${text}`, narrow ? width : left - 16, 2);
				return (
					<Mark
						key={code}
						linked={linked}
						to={`${base}/results?${listQuery("all", { item: code })}`}
						label={`${code} ${text}: ${said}${share}`}
					>
						<rect y={top} width={width} height={row} className="fill-surface" />
						{lines.map((line, n) => (
							<Label key={line} x={0} y={top + (lines.length === 1 && !narrow ? 26 : 17 + n * 17)}>
								{line}
							</Label>
						))}
						<rect x={left} y={bar} width={x(unmet)} height={18} rx={3} className="fill-bad" />
						<Label x={left + x(unmet) + 8} y={bar + 14} strong>
							{said}
							<tspan fontWeight={400} className="fill-muted">
								{share}
							</tspan>
						</Label>
					</Mark>
				);
			})}
		</Drawing>
	);
}
