import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import { cx } from "#app/ui/cx.ts";

/** A part of the page that is folded away until somebody asks for it; it needs no script. Shared by the pages of units. */
export function Fold({ title, children, className }: { title: ReactNode; children: ReactNode; className?: string }) {
	return (
		<details className={cx("group min-w-0 rounded-md border border-line bg-surface", className)}>
			<summary className="flex min-h-11 items-center gap-2 px-4 py-2.5 font-semibold sm:px-5">
				<ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted group-open:rotate-90" />
				{title}
			</summary>
			{children}
		</details>
	);
}
