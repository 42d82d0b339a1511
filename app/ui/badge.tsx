import Star from "lucide-react/icons/star";
import type { ReactNode } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { cx } from "./cx.ts";
import { useWords } from "./locale.tsx";
import { softTone, type Tone } from "./tone.ts";

/** The shape that goes with a tone, so that the colour is never alone: ring, dot, tick, triangle, cross. */
export function ToneMark({ tone, className }: { tone: Tone; className?: string }) {
	const size = cx("size-[0.9em] shrink-0", className);
	const line = linesOf[tone];
	if (line)
		return (
			<svg aria-hidden="true" className={size} viewBox="0 0 24 24" fill="none">
				<path d={line} stroke="currentColor" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
			</svg>
		);
	return (
		<svg aria-hidden="true" className={size} viewBox="0 0 12 12" fill="currentColor">
			{tone === "warn" && <path d="M6 1 11.5 11H.5z" />}
			{tone === "accent" && <circle cx="6" cy="6" r="3.5" />}
			{tone === "neutral" && <circle cx="6" cy="6" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />}
		</svg>
	);
}

/** Drawn by hand: a list has hundreds of them, and the icons' library takes ten times as long. */
const linesOf: Partial<Record<Tone, string>> = { good: "M20 6 9 17l-5-5", bad: "M18 6 6 18M6 6l12 12" };

/** A status in one or two words. */
export function StatusBadge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
	return (
		<span
			className={cx(
				"inline-flex items-center gap-1.5 rounded-full text-start sm:whitespace-nowrap px-2.5 py-0.5 text-sm font-medium print:border print:px-1.5",
				softTone[tone],
			)}
		>
			<ToneMark tone={tone} />
			{children}
		</span>
	);
}

/** A plain label: a kind, a code, a date. */
export function Tag({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
	return (
		<span
			className={cx(
				"inline-block whitespace-nowrap rounded-full px-2.5 py-0.5 text-sm font-medium print:border",
				softTone[tone],
			)}
		>
			{children}
		</span>
	);
}

/** ★ bắt buộc: the criterion that must be met. Short: the star alone, with the word for screen readers. */
export function MandatoryMark({ short = false }: { short?: boolean }) {
	const t = useWords(uiWords);
	return (
		<span className="inline-flex items-center gap-1 font-medium whitespace-nowrap text-bad-ink">
			<Star aria-hidden="true" className="size-[0.85em] fill-current" />
			<span className={short ? "sr-only" : undefined}>{t.mandatory}</span>
		</span>
	);
}
