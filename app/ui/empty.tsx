import type { ReactNode } from "react";

type EmptyStateProps = {
	/** What would stand here. */
	title: string;
	/** What to do first, in a sentence. */
	children: ReactNode;
	/** One button. */
	action?: ReactNode;
	icon?: ReactNode;
};

/** An empty screen teaches: what this is, what to do first, one button. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
	return (
		<div className="mx-auto flex max-w-prose flex-col items-center px-4 py-10 text-center sm:py-14">
			{icon && (
				<div
					aria-hidden="true"
					className="mb-4 grid size-14 place-items-center rounded-full bg-accent-soft text-accent-ink [&_svg]:size-7"
				>
					{icon}
				</div>
			)}
			<h2 className="text-lg font-semibold">{title}</h2>
			<div className="mt-1 text-muted">{children}</div>
			{action && <div className="mt-5">{action}</div>}
		</div>
	);
}
