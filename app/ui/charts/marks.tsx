import type { ReactNode } from "react";
import { formatTenths } from "#app/i18n/format.ts";
import { useLocale } from "../locale.tsx";

/** What every drawing gets: how wide it is, a prefix for its ids that is its own on the page, whether its marks lead anywhere. */
export type Frame = { width: number; id: string; linked: boolean };

/** A mark that leads to the list behind it; in a file it is only drawn. */
export function Mark({
	to,
	label,
	linked,
	children,
}: {
	to: string | null;
	label: string;
	linked: boolean;
	children: ReactNode;
}) {
	if (!linked || !to) {
		return (
			<g>
				<title>{label}</title>
				{children}
			</g>
		);
	}
	return (
		<a href={to} aria-label={label} className="chart-mark">
			<title>{label}</title>
			{children}
		</a>
	);
}

/** The drawing itself. A group, not an image: what is inside can be reached and read. */
export function Drawing({
	width,
	height,
	label,
	children,
}: {
	width: number;
	height: number;
	label: string;
	children: ReactNode;
}) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing
		<svg
			xmlns="http://www.w3.org/2000/svg"
			role="group"
			aria-label={label}
			viewBox={`0 0 ${width} ${height}`}
			width={width}
			height={height}
			className="block h-auto max-w-full font-sans"
			fontFamily="Be Vietnam Pro, sans-serif"
			fontSize="13"
		>
			{children}
		</svg>
	);
}

type TextProps = {
	x: number;
	y: number;
	children: ReactNode;
	anchor?: "start" | "middle" | "end";
	size?: number;
	strong?: boolean;
	quiet?: boolean;
	/** With an edge in the colour of the ground, where it stands on something that is filled. */
	edged?: boolean;
};

export function Label({ x, y, children, anchor = "start", size = 13, strong, quiet, edged }: TextProps) {
	return (
		<text
			x={x}
			y={y}
			textAnchor={anchor}
			fontSize={size}
			fontWeight={strong ? 600 : 400}
			className={edged ? "fill-ink stroke-surface" : quiet ? "fill-muted" : "fill-ink"}
			{...(edged ? { strokeWidth: 3, strokeLinejoin: "round" as const, paintOrder: "stroke" } : {})}
		>
			{children}
		</text>
	);
}

/** Lines of at most `room` pixels; what does not fit into `lines` ends with an ellipsis. Widths are those of Be Vietnam Pro, roughly. */
export function wrapped(text: string, room: number, lines: number, size = 13): string[] {
	const most = Math.max(4, Math.floor(room / (size * 0.56)));
	const found: string[] = [];
	for (const word of text.split(/\s+/)) {
		const last = found.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= most) found[found.length - 1] = `${last} ${word}`;
		else found.push(word.length > most ? `${word.slice(0, most - 1)}…` : word);
	}
	if (found.length <= lines) return found;
	const kept = found.slice(0, lines);
	const end = kept[lines - 1] ?? "";
	kept[lines - 1] = `${end.slice(0, most - 1).replace(/[\s,;:–-]+$/, "")}…`;
	return kept;
}

/** How dark a share is drawn, in five steps that stay apart in grey. `rate` in tenths of a percent. */
export function stepOf(rate: number): { step: number; opacity: number } {
	const step = Math.min(4, Math.floor(rate / 200));
	return { step, opacity: [0.08, 0.27, 0.46, 0.68, 0.92][step] ?? 0.92 };
}

/** What tells parts apart without colour: hatching and dots on the part's own colour. */
export function Patterns({ id }: { id: string }) {
	return (
		<defs>
			<pattern id={`${id}-bad`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
				<rect width="6" height="6" className="fill-bad" />
				<rect width="2" height="6" className="fill-surface" />
			</pattern>
			<pattern id={`${id}-warn`} width="6" height="6" patternUnits="userSpaceOnUse">
				<rect width="6" height="6" className="fill-warn" />
				<circle cx="3" cy="3" r="1.3" className="fill-surface" />
			</pattern>
			<pattern id={`${id}-none`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
				<rect width="7" height="7" className="fill-surface" />
				<rect width="1.5" height="7" className="fill-neutral" />
			</pattern>
		</defs>
	);
}

/** Keys of a drawing side by side, as many in a line as fit. */
export function Keys({
	x,
	y,
	width,
	keys,
}: {
	x: number;
	y: number;
	width: number;
	keys: { label: string; swatch: ReactNode }[];
}) {
	return (
		<g>
			{keysPlaced(keys, width).map(({ label, swatch, at }) => (
				<g key={label} transform={`translate(${x + at.x} ${y + at.y})`}>
					{swatch}
					<Label x={22} y={12} size={12} quiet>
						{label}
					</Label>
				</g>
			))}
		</g>
	);
}

function keysPlaced<K extends { label: string }>(keys: K[], width: number): (K & { at: { x: number; y: number } })[] {
	let [x, y] = [0, 0];
	return keys.map((key) => {
		const room = 42 + key.label.length * 6.7;
		if (x > 0 && x + room > width) [x, y] = [0, y + 22];
		const at = { x, y };
		x += room;
		return { ...key, at };
	});
}

/** Height that `Keys` takes. */
export function keysHeight(keys: { label: string }[], width: number): number {
	return (keysPlaced(keys, width).at(-1)?.at.y ?? 0) + 22;
}

/** Without the word for its kind, which every commune bears. */
export function shortName(name: string): string {
	return name.replace(/^(Xã|Thị trấn|Phường|Thị xã|Đặc khu)\s+/u, "");
}

/** Uprights at every quarter of a share, from `from` down to `to`, each with its percentage above. */
export function ShareAxis({ x, from, to }: { x: (tenths: number) => number; from: number; to: number }) {
	const locale = useLocale();
	return [0, 250, 500, 750, 1000].map((tick) => (
		<g key={tick}>
			<path d={`M${x(tick)} ${from}V${to}`} className="stroke-line" />
			<Label x={x(tick)} y={from - 6} anchor={tick === 0 ? "start" : tick === 1000 ? "end" : "middle"} size={12} quiet>
				{formatTenths(tick, locale)}
			</Label>
		</g>
	));
}
