import type { ReactNode } from "react";
import { SkipLink } from "./skip-link.tsx";
import { LanguageSwitch } from "./user-menu.tsx";

type PublicShellProps = {
	/** The toolkit's name, or the office's. */
	name: ReactNode;
	children: ReactNode;
	/** Small print below the card. */
	footer?: ReactNode;
	/** A wide page, such as a published code of conduct, instead of a card. */
	wide?: boolean;
	/** In place of the switch, which remembers by cookie: a link, on a page that knows nobody. */
	language?: ReactNode;
};

/** The frame for people without an account: signing in, a slip, a published page. */
export function PublicShell({ name, children, footer, wide, language }: PublicShellProps) {
	return (
		<div className="flex min-h-dvh flex-col">
			<SkipLink />
			<header data-print="hide" className="mx-auto flex w-full max-w-3xl items-center justify-between gap-3 px-4 py-3">
				<p className="font-semibold">{name}</p>
				{language ?? <LanguageSwitch />}
			</header>
			<main
				id="main"
				tabIndex={-1}
				className={
					wide ? "mx-auto w-full max-w-3xl flex-1 px-4 py-5" : "mx-auto w-full max-w-md flex-1 px-4 py-5 sm:py-[8vh]"
				}
			>
				{wide ? children : <div className="rounded-md border border-line bg-surface p-5 sm:p-8">{children}</div>}
			</main>
			{footer && (
				<footer className="mx-auto w-full max-w-3xl px-4 py-5 text-center text-sm text-muted">{footer}</footer>
			)}
		</div>
	);
}
