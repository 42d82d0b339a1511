import { scaleLinear } from "d3-scale";
import type { SchoolPicture } from "#app/domain/reports/school-pictures.ts";
import { formatTenths } from "#app/i18n/format.ts";
import { type ShareLine, schoolPictureWords, shareLines } from "#app/i18n/school-pictures.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Drawing, type Frame, Keys, keysHeight, Label, Mark, ShareAxis, wrapped } from "./marks.tsx";

const BAR = 20;

/** The school's own share as a bar, the peers' median as an upright with a diamond, the round before as a ring. */
export function OwnShares({ picture, width, linked }: Frame & { picture: SchoolPicture }) {
	const t = useWords(schoolPictureWords);
	const locale = useLocale();
	const rows = shareLines(picture, locale);
	const narrow = width < 500;
	const [left, right] = narrow ? [6, 12] : [Math.min(330, width * 0.38), 24];
	const keys = [
		{ label: t.own, swatch: <rect y={2} width={14} height={12} rx={2} className="fill-accent" /> },
		...(rows.some(({ median }) => median !== null)
			? [{ label: t.median, swatch: <path d="M7 1L12 8L7 15L2 8Z" className="fill-ink" /> }]
			: []),
		...(rows.some(({ before }) => before !== null)
			? [
					{
						label: t.before,
						swatch: <circle cx={7} cy={8} r={5.5} strokeWidth={2} className="fill-surface stroke-ink" />,
					},
				]
			: []),
	];
	const top = keysHeight(keys, width) + 34;
	const noted = rows.some(({ note }) => note !== "");
	const row = (narrow ? 76 : 52) + (noted ? 18 : 0);
	const x = scaleLinear([0, 1000], [left, width - right]);
	const height = top + rows.length * row;
	return (
		<Drawing width={width} height={height} label={t.pictures[picture.kind]}>
			<Keys x={0} y={0} width={width} keys={keys} />
			<ShareAxis x={x} from={top - 8} to={height} />
			{rows.map((line, at) => (
				<Line key={line.key} line={line} x={x} top={top + at * row} row={row} width={width} linked={linked} />
			))}
		</Drawing>
	);
}

type LineProps = {
	line: ShareLine;
	x: (tenths: number) => number;
	top: number;
	row: number;
	width: number;
	linked: boolean;
};

function Line({ line, x, top, row, width, linked }: LineProps) {
	const t = useWords(schoolPictureWords);
	const locale = useLocale();
	const narrow = width < 500;
	const said = (share: number | null) => (share === null ? "" : formatTenths(share, locale));
	const { own, median, before, label, note } = line;
	const lines = wrapped(label, narrow ? width - 70 : x(0) - 24, 2);
	const bar = top + (narrow ? row - 36 : (row - BAR) / 2);
	const middle = bar + BAR / 2;
	// Level with the bar where they stand beside it.
	const first = narrow ? top + 15 : middle + 5 - ((lines.length + (note ? 1 : 0) - 1) * 17) / 2;
	return (
		<Mark linked={linked} to={line.to} label={t.spoken(label, said(own) || t.nothing, said(median), said(before))}>
			<rect y={top} width={width} height={row} className="fill-surface" fillOpacity={0} />
			{lines.map((text, at) => (
				<Label key={text} x={0} y={first + at * 17} edged>
					{text}
				</Label>
			))}
			{note && (
				<Label x={0} y={first + lines.length * 17} size={12} quiet edged>
					{note}
				</Label>
			)}
			{own !== null && (
				<rect x={x(0)} y={bar} width={Math.max(1, x(own) - x(0))} height={BAR} rx={2} className="fill-accent" />
			)}
			{before !== null && (
				<circle cx={x(before)} cy={middle} r={6.5} strokeWidth={2.5} className="fill-surface stroke-ink" />
			)}
			{median !== null && (
				<g>
					<path d={`M${x(median)} ${bar - 6}V${bar + BAR + 6}`} strokeWidth={5} className="stroke-surface" />
					<path d={`M${x(median)} ${bar - 6}V${bar + BAR + 6}`} strokeWidth={2} className="stroke-ink" />
					<path
						d={`M${x(median)} ${middle - 7}l5 7l-5 7l-5 -7Z`}
						strokeWidth={1.5}
						className="fill-ink stroke-surface"
					/>
				</g>
			)}
			{own !== null && (
				<Label
					x={narrow ? width : x(0) + 8}
					y={narrow ? top + 15 : middle + 5}
					anchor={narrow ? "end" : "start"}
					strong
					edged
				>
					{said(own)}
				</Label>
			)}
		</Mark>
	);
}
