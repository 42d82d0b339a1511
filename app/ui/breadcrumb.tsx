import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import { uiWords } from "#app/i18n/ui.ts";
import { useWords } from "./locale.tsx";

export type Crumb = { to: string; label: string };

/** The pages above this one; the page itself is the title below. */
export function Breadcrumb({ items }: { items: Crumb[] }) {
	const t = useWords(uiWords);
	return (
		<nav aria-label={t.breadcrumb}>
			<ol className="flex flex-wrap items-center gap-x-1 text-sm text-muted">
				{items.map(({ to, label }) => (
					<li key={to} className="min-w-0 py-1">
						<Link
							to={to}
							className="py-1 underline decoration-transparent underline-offset-4 hover:text-ink hover:decoration-current"
						>
							{label}
						</Link>
						<ChevronRight aria-hidden="true" className="ms-1 inline size-4 align-[-0.2em]" />
					</li>
				))}
			</ol>
		</nav>
	);
}
