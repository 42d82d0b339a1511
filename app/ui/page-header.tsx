import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb.tsx";

type PageHeaderProps = {
	crumbs?: Crumb[];
	title: ReactNode;
	/** Statuses beside the title. */
	badge?: ReactNode;
	/** One quiet line below: which template, how many units, the due day. */
	meta?: ReactNode;
	actions?: ReactNode;
};

export function PageHeader({ crumbs, title, badge, meta, actions }: PageHeaderProps) {
	return (
		<header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
			<div className="min-w-0 max-w-5xl grow basis-[34rem]">
				{crumbs && crumbs.length > 0 && <Breadcrumb items={crumbs} />}
				<div>
					<h1 className="me-3 inline text-xl font-semibold sm:text-2xl">{title}</h1>
					{badge && <span className="inline-flex flex-wrap gap-2 align-[0.2em]">{badge}</span>}
				</div>
				{meta && <div className="mt-1 text-muted">{meta}</div>}
			</div>
			{actions && <div className="flex flex-wrap gap-3">{actions}</div>}
		</header>
	);
}
