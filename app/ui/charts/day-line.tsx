import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import type { ReturnDay } from "#app/domain/reports/picture-lines.ts";
import { listQuery } from "#app/domain/reports/rules.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { picturesWords } from "#app/i18n/pictures.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Drawing, type Frame, Keys, keysHeight, Label, Mark } from "./marks.tsx";

type Props = Frame & { days: ReturnDay[]; today: string; dueOn: string; recipients: number; base: string };

/** Returns of each day as bars, all up to that day as a line, the due day as an upright, the recipients as a ceiling. */
export function DayLine({ days, today, dueOn, recipients, base, width, linked }: Props) {
	const t = useWords(picturesWords).days;
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const [left, right, top, tall] = [44, 12, 44, 220];
	const bottom = top + tall;
	const slot = (width - left - right) / Math.max(1, days.length);
	const x = (at: number) => left + at * slot;
	const y = scaleLinear([0, Math.max(1, recipients)], [bottom, top]).nice(4);
	const due = days.findIndex(({ day }) => day === dueOn);
	const every = Math.max(1, Math.ceil(46 / slot));
	const keys = [
		{ label: t.returned, swatch: <rect y={2} width={14} height={12} rx={2} className="fill-accent" /> },
		{ label: t.total, swatch: <path d="M0 12h7V4h7" fill="none" strokeWidth={2.5} className="stroke-ink" /> },
	];
	// Nobody knows yet how many will have returned by a day that has not come.
	const past = days.filter(({ day }) => day <= today);
	const path = line<ReturnDay>()
		.x((_, at) => x(at))
		.y(({ total }) => y(total))
		.curve(curveStepAfter)([...past, ...past.slice(-1)]);
	return (
		<Drawing width={width} height={bottom + 40 + keysHeight(keys, width - left)} label={t.title}>
			{y.ticks(4).map((tick) => (
				<g key={tick}>
					<path d={`M${left} ${y(tick)}H${width - right}`} className="stroke-line" />
					<Label x={left - 8} y={y(tick) + 4} anchor="end" size={12} quiet>
						{n(tick)}
					</Label>
				</g>
			))}
			<path
				d={`M${left} ${y(recipients)}H${width - right}`}
				strokeDasharray="2 3"
				strokeWidth={1.5}
				className="stroke-ink"
			/>
			<Label x={left + 4} y={y(recipients) - 6} size={12} quiet>
				{t.recipients(n(recipients))}
			</Label>
			{days.map(({ day, returned, total }, at) => (
				<g key={day}>
					{at % every === 0 && (
						<Label x={x(at) + slot / 2} y={bottom + 18} anchor="middle" size={12} quiet>
							{formatDay(day).slice(0, 5)}
						</Label>
					)}
					{returned > 0 && (
						<Mark
							linked={linked}
							to={`${base}/results?${listQuery("all", { day })}`}
							label={t.spoken(formatDay(day), n(returned), n(total))}
						>
							<rect x={x(at)} y={top} width={slot} height={tall} className="fill-surface" fillOpacity={0} />
							<rect
								x={x(at) + slot * 0.12}
								y={y(returned)}
								width={Math.max(1, slot * 0.76)}
								height={bottom - y(returned)}
								className="fill-accent"
							/>
						</Mark>
					)}
				</g>
			))}
			<path d={path ?? ""} fill="none" strokeWidth={2.5} pointerEvents="none" className="stroke-ink" />
			{due >= 0 && (
				<g pointerEvents="none">
					<path
						d={`M${x(due + 1)} ${top - 20}V${bottom}`}
						strokeDasharray="6 4"
						strokeWidth={2}
						className="stroke-bad"
					/>
					<Label
						x={x(due + 1) + (x(due) > width / 2 ? -6 : 6)}
						y={top - 12}
						anchor={x(due) > width / 2 ? "end" : "start"}
						strong
					>
						{t.due(formatDay(dueOn))}
					</Label>
				</g>
			)}
			<Keys x={left} y={bottom + 34} width={width - left} keys={keys} />
		</Drawing>
	);
}
