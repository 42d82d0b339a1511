import { formatNumber } from "#app/i18n/format.ts";
import { overviewWords } from "#app/i18n/overview.ts";
import type { BarPart, BarRow, Look } from "#app/i18n/overview-rows.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Drawing, type Frame, Keys, keysHeight, Label, Mark, Patterns, wrapped } from "./marks.tsx";

type Props = Frame & {
	rows: BarRow[];
	label: string;
	/** Each row explains its own parts below its bar: they mean something else in every row. */
	ownKeys?: boolean;
	/** What the upright on the bars says. */
	mark?: string;
};

const BAR = 26;

/** Rows of bars in parts; a part says its number where there is room, and leads to its list. */
export function PartBars({ rows, label, ownKeys = false, mark, width, id, linked }: Props) {
	const locale = useLocale();
	const narrow = width < 500;
	const [left, right] = narrow ? [0, 0] : [300, 132];
	const shared = ownKeys ? [] : keysOf(rows, id, mark);
	let y = shared.length > 0 ? keysHeight(shared, width) + 10 : 0;
	const placed = rows.map((row) => {
		const lines = wrapped(row.label, narrow ? width - (row.note ? 0 : 90) : left - 20, 2);
		const words = lines.length * 18 + (row.note ? 18 : 0);
		const keys = ownKeys
			? row.parts.map((part) => keyOf(part, id, `${part.label}: ${formatNumber(part.n, locale)}`))
			: [];
		const bar = narrow ? y + words + 8 : y + 10;
		const below = keys.length > 0 ? keysHeight(keys, width - left) + 8 : 0;
		const at = { row, lines, top: y, bar, keys };
		y += narrow ? words + BAR + 24 + below : Math.max(BAR + 22 + below, words + 16);
		return at;
	});
	return (
		<Drawing width={width} height={Math.max(y, 20)} label={label}>
			<Patterns id={id} />
			<Keys x={0} y={0} width={width} keys={shared} />
			{placed.map(({ row, lines, top, bar, keys }) => (
				<g key={row.key}>
					{lines.map((line, at) => (
						<Label key={line} x={0} y={top + 15 + at * 18} strong={row.note !== ""}>
							{line}
						</Label>
					))}
					{row.note && (
						<Label x={0} y={top + 15 + lines.length * 18} size={12} quiet>
							{row.note}
						</Label>
					)}
					<Bar row={row} x={left} y={bar} width={width - left - right} id={id} linked={linked} />
					<Label
						x={narrow ? width : width - right + 10}
						y={narrow ? top + 15 + (row.note ? lines.length * 18 : 0) : bar + 18}
						anchor={narrow ? "end" : "start"}
						strong
					>
						{row.end}
					</Label>
					<Keys x={left} y={bar + BAR + 8} width={width - left} keys={keys} />
				</g>
			))}
		</Drawing>
	);
}

type BarProps = { row: BarRow; x: number; y: number; width: number; id: string; linked: boolean };

function Bar({ row, x, y, width, id, linked }: BarProps) {
	const t = useWords(overviewWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const scale = row.whole > 0 ? width / row.whole : 0;
	let start = x;
	return (
		<>
			<path d={`M${x} ${y + BAR + 0.5}H${x + width}`} className="stroke-line" />
			{row.parts.map((part) => {
				const from = start;
				const wide = part.n * scale;
				start += wide;
				if (part.n === 0) return null;
				return (
					<Mark key={part.key} linked={linked} to={part.to} label={t.spoken(row.label, part.label, n(part.n))}>
						{/* What a finger finds is taller than what an eye sees. */}
						<rect x={from} y={y - 11} width={wide} height={BAR + 22} className="fill-surface" fillOpacity={0} />
						<rect
							x={from + 0.5}
							y={y + 0.5}
							width={Math.max(1, wide - 1.5)}
							height={BAR - 1}
							{...lookOf(part.look, id)}
						/>
						{wide > n(part.n).length * 8 + 8 && (
							<Label x={from + wide / 2} y={y + 18} anchor="middle" strong edged>
								{n(part.n)}
							</Label>
						)}
					</Mark>
				);
			})}
			{row.mark !== null && (
				<g pointerEvents="none">
					<path
						d={`M${x + (width * row.mark) / 1000} ${y - 5}V${y + BAR + 5}`}
						strokeWidth={5}
						className="stroke-surface"
					/>
					<path
						d={`M${x + (width * row.mark) / 1000} ${y - 5}V${y + BAR + 5}`}
						strokeWidth={2}
						className="stroke-ink"
					/>
				</g>
			)}
		</>
	);
}

function lookOf(look: Look, id: string) {
	if (look === "warn" || look === "bad") return { fill: `url(#${id}-${look})` };
	return { className: look === "open" ? "fill-surface stroke-control" : look === "good" ? "fill-good" : "fill-accent" };
}

function keyOf({ look }: BarPart, id: string, label: string) {
	return { label, swatch: <rect x={0.5} y={1.5} width={14} height={12} rx={2} {...lookOf(look, id)} /> };
}

/** Each kind of part that occurs once, in the order of the first row; none where every row has but one part, its label beside it. */
function keysOf(rows: readonly BarRow[], id: string, mark: string | undefined) {
	const parts = rows.every((row) => row.parts.length === 1) ? [] : (rows[0]?.parts ?? []);
	const upright = (
		<g>
			<path d="M7 0V16" strokeWidth={2} className="stroke-ink" />
		</g>
	);
	return [...parts.map((part) => keyOf(part, id, part.label)), ...(mark ? [{ label: mark, swatch: upright }] : [])];
}
