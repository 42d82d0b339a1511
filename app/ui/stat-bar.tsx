import { formatNumber } from "#app/i18n/format.ts";
import { cx } from "./cx.ts";
import { useLocale } from "./locale.tsx";
import { fillTone, type Tone } from "./tone.ts";

export type Segment = {
	label: string;
	value: number;
	tone: Tone;
	/** The paler shade of the tone: a second part of the same kind. */
	pale?: boolean;
};

type StatBarProps = {
	segments: Segment[];
	/** The whole; what the segments leave is empty. */
	total: number;
	/** What is measured, for screen readers. */
	label: string;
	thick?: boolean;
};

/** A bar split into parts. Drawn as SVG because the content security policy allows no style attributes. */
export function StatBar({ segments, total, label, thick }: StatBarProps) {
	const locale = useLocale();
	const whole = Math.max(
		total,
		segments.reduce((sum, { value }) => sum + value, 0),
		1,
	);
	const spoken = segments.map((part) => `${part.label} ${formatNumber(part.value, locale)}`).join(", ");
	const share = (value: number) => `${(value / whole) * 100}%`;
	let start = 0;
	return (
		<svg
			role="img"
			aria-label={`${label}: ${spoken} / ${formatNumber(total, locale)}`}
			className={cx("block w-full rounded-full bg-track print:border", thick ? "h-2.5" : "h-2")}
		>
			{segments.map((part) => {
				const from = start;
				start += part.value;
				return (
					<rect
						key={part.label}
						x={share(from)}
						width={share(part.value)}
						height="100%"
						className={cx(fillTone[part.tone], part.pale && "opacity-50")}
					/>
				);
			})}
		</svg>
	);
}
