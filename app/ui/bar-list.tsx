import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { useLocale } from "./locale.tsx";
import { fillTone, type Tone } from "./tone.ts";

export type BarRow = {
	code: string;
	label: string;
	value: number;
	tone?: Tone;
	/** Beside the code: the star of a mandatory criterion. */
	mark?: ReactNode;
	to?: string;
};

/** Horizontal bars, longest first as given: code, bar, count, and what the code means below. */
export function BarList({ rows, label, max }: { rows: BarRow[]; label: string; max?: number }) {
	const locale = useLocale();
	const top = max ?? Math.max(1, ...rows.map(({ value }) => value));
	return (
		<ol aria-label={label} className="grid gap-3">
			{rows.map((row) => (
				<li key={row.code} className="grid grid-cols-[6.5rem_1fr_auto] items-center gap-x-3">
					<span className="flex items-center gap-1.5 font-medium">
						{row.code} {row.mark}
					</span>
					<svg aria-hidden="true" className="h-3 w-full">
						<rect
							width={`${(row.value / top) * 100}%`}
							height="100%"
							rx="3"
							className={fillTone[row.tone ?? "accent"]}
						/>
					</svg>
					<span className="tabular min-w-8 text-end font-medium">{formatNumber(row.value, locale)}</span>
					<span className="col-span-3 text-sm text-muted">
						{row.to ? (
							<Link to={row.to} className="underline decoration-line underline-offset-4 hover:decoration-current">
								{row.label}
							</Link>
						) : (
							row.label
						)}
					</span>
				</li>
			))}
		</ol>
	);
}
