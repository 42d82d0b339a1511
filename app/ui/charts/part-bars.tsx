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
		const keys = ownKeys ? ownKeysOf(row, width - left, locale) : [];
		const bar = narrow ? y + words + 8 : y + 10;
		const below = keys.reduce((sum, key) => sum + key.lines.length * 17 + 4, 0);
		const at = { row, lines, top: y, bar, keys };
		y += narrow ? words + BAR + 24 + below : Math.max(BAR + 24 + below, words + 16);
		return at;
	});
	return (
		<Drawing width={width} height={Math.max(y, 20)} label={label}>
			<Patterns id={id} />
			<Keys x={0} y={0} width={width} keys={shared} />
			{placed.map(({ row, lines, top, bar, keys }) => (
				<g key={row.key}>
					{lines.map((line, at) => (
						<Label
							key={line}
							x={0}
							// A single line stands level with its bar.
							y={!narrow && lines.length === 1 && !row.note ? bar + 18 : top + 15 + at * 18}
							strong={row.note !== ""}
						>
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
					<OwnKeys keys={keys} x={left} y={bar + BAR + 8} id={id} />
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
			{row.mark !== null && <Upright x={x + (width * row.mark) / 1000} y={y} />}
		</>
	);
}

/** At both edges of the bar, so that it covers no number. */
function Upright({ x, y }: { x: number; y: number }) {
	return (
		<path
			d={`M${x - 5} ${y - 8}H${x + 5}L${x} ${y + 3}ZM${x - 5} ${y + BAR + 8}H${x + 5}L${x} ${y + BAR - 3}Z`}
			strokeWidth={1}
			pointerEvents="none"
			className="fill-ink stroke-surface"
		/>
	);
}

function lookOf(look: Look, id: string) {
	if (look === "warn" || look === "bad") return { fill: `url(#${id}-${look})` };
	return { className: look === "open" ? "fill-surface stroke-control" : look === "good" ? "fill-good" : "fill-accent" };
}

function keyOf({ look }: BarPart, id: string, label: string) {
	return { label, swatch: <rect x={0.5} y={1.5} width={14} height={12} rx={2} {...lookOf(look, id)} /> };
}

type OwnKey = { part: BarPart; lines: string[] };

/** What each part of a row means with its number, a line each, so that no words are cut on a phone. */
function ownKeysOf({ parts }: BarRow, width: number, locale: "vi" | "en"): OwnKey[] {
	return parts.map((part) => ({
		part,
		lines: wrapped(`${part.label}: ${formatNumber(part.n, locale)}`, width - 24, 3, 12),
	}));
}

function OwnKeys({ keys, x, y, id }: { keys: OwnKey[]; x: number; y: number; id: string }) {
	let top = y;
	return (
		<>
			{keys.map(({ part, lines }) => {
				const from = top;
				top += lines.length * 17 + 4;
				return (
					<g key={part.key} transform={`translate(${x} ${from})`}>
						{keyOf(part, id, "").swatch}
						{lines.map((line, at) => (
							<Label key={line} x={22} y={12 + at * 17} size={12} quiet>
								{line}
							</Label>
						))}
					</g>
				);
			})}
		</>
	);
}

/** Each kind of part that occurs once, in the order of the first row; none where every row has but one part, its label beside it. */
function keysOf(rows: readonly BarRow[], id: string, mark: string | undefined) {
	const parts = rows.every((row) => row.parts.length === 1) ? [] : (rows[0]?.parts ?? []);
	const upright = <path d="M2 1H12L7 13Z" className="fill-ink" />;
	return [...parts.map((part) => keyOf(part, id, part.label)), ...(mark ? [{ label: mark, swatch: upright }] : [])];
}
