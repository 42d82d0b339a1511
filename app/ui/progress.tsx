import { uiWords } from "#app/i18n/ui.ts";
import { useWords } from "./locale.tsx";
import { StatBar } from "./stat-bar.tsx";

export type AnswerCounts = { met: number; unmet: number; na: number; open: number };

/** How far a return is: met, unmet, not applicable, still open. The words stand below, unless the page says them itself. */
export function AnswerProgress({ counts, label, bare }: { counts: AnswerCounts; label: string; bare?: boolean }) {
	const t = useWords(uiWords);
	const { met, unmet, na, open } = counts;
	return (
		<div>
			<StatBar
				thick
				label={label}
				total={met + unmet + na + open}
				segments={[
					{ label: t.verdict.met, value: met, tone: "good" },
					{ label: t.verdict.unmet, value: unmet, tone: "bad" },
					{ label: t.verdict.na, value: na, tone: "neutral" },
				]}
			/>
			{!bare && <p className="mt-1 text-sm text-muted">{t.progress.split(met, unmet, na, open)}</p>}
		</div>
	);
}

const radius = 15;
const round = 2 * Math.PI * radius;

/** A ring per section: how much is answered, the part unmet in red, the figures in the middle. */
export function SectionRing({ counts, label }: { counts: AnswerCounts; label: string }) {
	const t = useWords(uiWords);
	const { met, unmet, na, open } = counts;
	const total = met + unmet + na + open;
	const done = total - open;
	const length = (n: number) => (total === 0 ? 0 : (n / total) * round);
	return (
		<svg
			role="img"
			aria-label={`${label}: ${t.progress.done(done, total)}`}
			viewBox="0 0 36 36"
			className="size-12 shrink-0"
		>
			<g fill="none" strokeWidth="4" transform="rotate(-90 18 18)">
				<circle cx="18" cy="18" r={radius} className="stroke-line" />
				<Arc from={0} length={length(met)} className="stroke-good" />
				<Arc from={length(met)} length={length(na)} className="stroke-neutral" />
				<Arc from={length(met + na)} length={length(unmet)} className="stroke-bad" />
			</g>
			<text x="18" y="21.5" textAnchor="middle" className="fill-ink text-[9px] font-medium">
				{done}/{total}
			</text>
		</svg>
	);
}

function Arc({ from, length, className }: { from: number; length: number; className: string }) {
	if (length === 0) return null;
	return (
		<circle
			cx="18"
			cy="18"
			r={radius}
			strokeDasharray={`${length} ${round - length}`}
			strokeDashoffset={-from}
			className={className}
		/>
	);
}
