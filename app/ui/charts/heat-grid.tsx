import { scaleBand } from "d3-scale";
import type { HeatMap } from "#app/domain/reports/picture-queries.ts";
import { formatTenths } from "#app/i18n/format.ts";
import { picturesWords } from "#app/i18n/pictures.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Drawing, type Frame, Label, Mark, Patterns, stepOf, wrapped } from "./marks.tsx";

/** Schools × sections: the darker a cell, the larger the share of its criteria that are not met; the number says how many. */
export function HeatGrid({ heat, inspect, width, id, linked }: Frame & { heat: HeatMap; inspect: boolean }) {
	const t = useWords(picturesWords).heat;
	const locale = useLocale();
	const narrow = width < 500;
	const [left, right] = narrow ? [0, 0] : [270, 70];
	const row = narrow ? 66 : 30;
	const named = heat.sections.map(({ code, title }) => wrapped(t.section(code, title), width, 2, 12));
	const noted = wrapped(t.cell, width, 3, 12);
	const lines = [...noted, ...named.flat()];
	const top = lines.length * 17 + 34;
	const x = scaleBand(
		heat.sections.map(({ code }) => code),
		[left, width - right],
	).paddingInner(0.04);
	return (
		<Drawing width={width} height={top + heat.rows.length * row + 4} label={t.title}>
			<Patterns id={id} />
			{lines.map((text, at) => (
				<Label key={text} x={0} y={13 + at * 17} size={12} quiet>
					{text}
				</Label>
			))}
			{heat.sections.map(({ code }) => (
				<Label key={code} x={(x(code) ?? 0) + x.bandwidth() / 2} y={top - 10} anchor="middle" strong>
					{code}
				</Label>
			))}
			{!narrow && (
				<Label x={width} y={top - 10} anchor="end" strong>
					{t.percent}
				</Label>
			)}
			{heat.rows.map((school, at) => {
				const y = top + at * row;
				const cells = narrow ? y + 24 : y + 1;
				const percent = school.percentTenths === null ? "–" : formatTenths(school.percentTenths, locale);
				return (
					<Mark
						key={school.schoolId}
						linked={linked}
						to={inspect ? `/office/returns/${school.returnId}` : null}
						label={`${school.name}: ${percent}`}
					>
						<rect y={y} width={width} height={row} className="fill-surface" />
						<Label x={0} y={narrow ? y + 17 : y + 20}>
							{wrapped(school.name, narrow ? width - 76 : left - 14, 1)[0]}
						</Label>
						<Label x={width} y={narrow ? y + 17 : y + 20} anchor="end" strong>
							{percent}
						</Label>
						{heat.sections.map(({ code }, n) => {
							const cell = school.cells[n] ?? { met: 0, unmet: 0 };
							const counted = cell.met + cell.unmet;
							const fill = counted === 0 ? `url(#${id}-none)` : undefined;
							const { opacity } = stepOf(counted === 0 ? 0 : (cell.unmet * 1000) / counted);
							return (
								<g key={code}>
									<rect
										x={x(code)}
										y={cells}
										width={x.bandwidth()}
										height={row - (narrow ? 30 : 3)}
										rx={3}
										fill={fill}
										fillOpacity={fill ? 1 : cell.unmet === 0 ? 0.12 : opacity}
										className={fill ? "" : cell.unmet === 0 ? "fill-good" : "fill-bad"}
									/>
									{counted > 0 && (
										<Label
											x={(x(code) ?? 0) + x.bandwidth() / 2}
											y={cells + (narrow ? 23 : 18)}
											anchor="middle"
											strong={cell.unmet > 0}
											quiet={cell.unmet === 0}
											edged={cell.unmet > 0}
										>
											{cell.unmet}
										</Label>
									)}
								</g>
							);
						})}
					</Mark>
				);
			})}
		</Drawing>
	);
}
