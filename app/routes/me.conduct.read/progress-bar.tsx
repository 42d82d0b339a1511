import { type RefObject, useEffect, useState } from "react";
import { ownConductWords } from "#app/i18n/conduct-public.ts";
import { useWords } from "#app/ui/locale.tsx";

/** How much of the text has come into sight, on top of the screen while it scrolls. Without script there is none. */
export function ProgressBar({ text }: { text: RefObject<Element> }) {
	const { reading: t } = useWords(ownConductWords);
	const [percent, setPercent] = useState<number | null>(null);
	useEffect(() => {
		const measure = () => {
			const box = text.current?.getBoundingClientRect();
			if (!box || box.height === 0) return;
			const seen = (window.innerHeight - box.top) / box.height;
			setPercent(Math.round(Math.min(1, Math.max(0, seen)) * 100));
		};
		measure();
		window.addEventListener("scroll", measure, { passive: true });
		window.addEventListener("resize", measure);
		return () => {
			window.removeEventListener("scroll", measure);
			window.removeEventListener("resize", measure);
		};
	}, [text]);
	if (percent === null) return null;
	return (
		<div
			role="progressbar"
			aria-label={t.progress}
			aria-valuenow={percent}
			data-print="hide"
			className="sticky top-0 z-20 -mx-4 border-b border-line bg-surface px-4 py-1.5"
		>
			<div className="flex items-center gap-3 text-sm text-muted">
				<svg aria-hidden="true" className="h-1.5 min-w-0 flex-1 rounded-full bg-track" preserveAspectRatio="none">
					<rect width={`${percent}%`} height="100%" className="fill-accent" />
				</svg>
				<span className="min-w-24 text-end">{t.percent(percent)}</span>
			</div>
		</div>
	);
}
