import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { useWords } from "./locale.tsx";
import { type NavItem, NavList } from "./nav-list.tsx";
import { SkipLink } from "./skip-link.tsx";
import { LanguageSwitch, type ShellUser, UserMenu } from "./user-menu.tsx";

type SchoolShellProps = {
	unitName: string;
	homeTo?: string;
	items: NavItem[];
	user: ShellUser;
	children: ReactNode;
	/** The child brings its own bars and margins: the fill page. The header stays, the navigation goes. */
	focused?: boolean;
};

/** The school's frame: phone first, one column. */
export function SchoolShell({ unitName, homeTo = "/school", items, user, children, focused }: SchoolShellProps) {
	const { shell } = useWords(uiWords);
	return (
		<div className="min-h-dvh">
			<SkipLink />
			<header data-print="hide" className="border-b border-line bg-surface">
				<div className="mx-auto flex max-w-3xl items-center gap-2 px-4 py-1">
					<Link to={homeTo} className="min-w-0 flex-1 py-2 font-semibold">
						{unitName}
					</Link>
					<LanguageSwitch />
					<UserMenu user={user} opens="down" compact />
				</div>
				{!focused && items.length > 0 && (
					<nav aria-label={shell.navigation} className="mx-auto max-w-3xl px-1 pb-1">
						<NavList items={items} as="row" />
					</nav>
				)}
			</header>
			<main id="main" tabIndex={-1} className={focused ? "mx-auto max-w-3xl" : "mx-auto max-w-3xl px-4 py-5 print:p-0"}>
				{children}
			</main>
		</div>
	);
}
