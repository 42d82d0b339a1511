import { useLocation } from "@remix-run/react";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { LinkButton } from "./button.tsx";
import { useWords } from "./locale.tsx";
import { withParam } from "./url.ts";

type PagerProps = {
	/** Cursor of the next page, put in the URL as `after`; null at the end. */
	next: string | null;
	/** Cursor of the page before, put in the URL as `before`; null at the start. */
	previous?: string | null;
	/** What is shown, such as "50 trong 1.204 trường". */
	summary?: ReactNode;
};

export function Pager({ next, previous, summary }: PagerProps) {
	const t = useWords(uiWords);
	const location = useLocation();
	if (!next && !previous && !summary) return null;
	return (
		<nav aria-label={t.pager.label} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5">
			<p className="text-sm text-muted">{summary}</p>
			<div className="flex flex-wrap gap-2">
				{previous && (
					<LinkButton size="small" rel="prev" icon={<ChevronLeft />} to={withParam(location, "before", previous)}>
						{t.pager.previous}
					</LinkButton>
				)}
				{next && (
					<LinkButton size="small" rel="next" to={withParam(location, "after", next)}>
						{t.pager.next}
						<ChevronRight aria-hidden="true" />
					</LinkButton>
				)}
			</div>
		</nav>
	);
}
