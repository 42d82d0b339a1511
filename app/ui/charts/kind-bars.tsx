import { scaleLinear } from "d3-scale";
import type { KindGroup } from "#app/domain/reports/picture-queries.ts";
import { listQuery, type Selection } from "#app/domain/reports/rules.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { picturesWords } from "#app/i18n/pictures.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Drawing, type Frame, Keys, keysHeight, Label, Mark, Patterns } from "./marks.tsx";

type Part = { key: string; label: string; n: number; list: Selection; fill: string | null; className: string };

/** Each kind and ownership as one bar of parts, drawn to the number of schools. */
export function KindBars({
	rows,
	rated,
	base,
	width,
	id,
	linked,
}: Frame & { rows: KindGroup[]; rated: boolean; base: string }) {
	const t = useWords(picturesWords);
	const w = useWords(resultsWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const narrow = width < 500;
	const [left, right, row] = narrow ? [0, 34, 66] : [230, 44, 48];
	const x = scaleLinear([0, Math.max(1, ...rows.map(({ recipients }) => recipients))], [0, width - left - right]);
	const partsOf = (group: KindGroup): Part[] => [
		...(rated
			? [
					{ key: "met", label: w.met, n: group.met, list: "met" as const, fill: null, className: "fill-good" },
					{
						key: "bad",
						label: w.notMet,
						n: group.notMet,
						list: "not_met" as const,
						fill: `url(#${id}-bad)`,
						className: "",
					},
					{
						key: "warn",
						label: w.provisional,
						n: group.provisional,
						list: "provisional" as const,
						fill: `url(#${id}-warn)`,
						className: "",
					},
				]
			: [
					{
						key: "in",
						label: t.kinds.unjudged,
						n: group.reported,
						list: "all" as const,
						fill: null,
						className: "fill-accent",
					},
				]),
		{
			key: "out",
			label: t.notReturned,
			n: group.recipients - group.reported,
			list: "not_returned",
			fill: null,
			className: "fill-surface stroke-control",
		},
	];
	const keys = partsOf({ kind: "", ownership: "", recipients: 0, reported: 0, met: 0, notMet: 0, provisional: 0 }).map(
		({ label, fill, className }) => ({
			label,
			swatch: <rect x={0.5} y={1.5} width={14} height={12} rx={2} className={className} fill={fill ?? undefined} />,
		}),
	);
	const top = keysHeight(keys, width) + 8;
	return (
		<Drawing width={width} height={top + rows.length * row} label={rated ? t.kinds.title : t.kinds.reportedOnly}>
			<Patterns id={id} />
			<Keys x={0} y={0} width={width} keys={keys} />
			{rows.map((group, at) => {
				const y = top + at * row;
				const name = t.kinds.group(
					kinds[group.kind as keyof typeof kinds] ?? group.kind,
					ownerships[group.ownership as keyof typeof ownerships] ?? group.ownership,
				);
				const bar = narrow ? y + 20 : y + 4;
				let start = left;
				return (
					<g key={`${group.kind} ${group.ownership}`}>
						<Label x={0} y={narrow ? y + 14 : y + 28}>
							{name}
						</Label>
						{partsOf(group).map(({ key, label, n: many, list, fill, className }) => {
							const from = start;
							start += x(many);
							if (many === 0) return null;
							return (
								<Mark
									key={key}
									linked={linked}
									to={`${base}/results?${listQuery(list, { kind: group.kind, ownership: group.ownership })}`}
									label={t.kinds.spoken(name, label, n(many))}
								>
									<rect x={from} y={bar} width={x(many)} height={40} className="fill-surface" fillOpacity={0} />
									<rect
										x={from + 0.5}
										y={bar + 8}
										width={Math.max(1, x(many) - 1.5)}
										height={24}
										className={className}
										fill={fill ?? undefined}
									/>
									{x(many) > n(many).length * 8 + 8 && (
										<Label x={from + x(many) / 2} y={bar + 25} anchor="middle" strong edged>
											{n(many)}
										</Label>
									)}
								</Mark>
							);
						})}
						<Label x={start + 6} y={bar + 25} quiet>
							{n(group.recipients)}
						</Label>
					</g>
				);
			})}
		</Drawing>
	);
}
