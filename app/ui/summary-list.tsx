import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { useWords } from "./locale.tsx";

export type SummaryRow = {
	key: string;
	term: ReactNode;
	value: ReactNode;
	/** Where to change it; `what` completes the link's words for screen readers. */
	change?: { to: string; what: string };
};

/** Check answers: what was asked, what was answered, a link to change it. */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
	const t = useWords(uiWords);
	return (
		<dl className="divide-y divide-line border-y border-line">
			{rows.map((row) => (
				<div key={row.key} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
					<dt className="font-medium">{row.term}</dt>
					<dd className="min-w-0 whitespace-pre-line">{row.value}</dd>
					{row.change && (
						<dd data-print="hide">
							<Link
								to={row.change.to}
								className="inline-block py-1 font-medium text-accent-ink underline underline-offset-4 hover:decoration-2"
							>
								{t.change}
								<span className="sr-only"> {row.change.what}</span>
							</Link>
						</dd>
					)}
				</div>
			))}
		</dl>
	);
}
