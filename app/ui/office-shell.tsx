import { Link, useLocation } from "@remix-run/react";
import Menu from "lucide-react/icons/menu";
import type { ReactNode } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { useWords } from "./locale.tsx";
import { type NavItem, NavList } from "./nav-list.tsx";
import { SkipLink } from "./skip-link.tsx";
import { LanguageSwitch, type ShellUser, UserMenu } from "./user-menu.tsx";

type OfficeShellProps = {
	unitName: string;
	homeTo?: string;
	items: NavItem[];
	user: ShellUser;
	children: ReactNode;
};

/** The office's frame: a sidebar where there is room, else a bar whose menu opens without script. */
export function OfficeShell({ unitName, homeTo = "/office", items, user, children }: OfficeShellProps) {
	const { shell } = useWords(uiWords);
	const { key } = useLocation();
	return (
		<div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)] print:block">
			<SkipLink />
			<header
				data-print="hide"
				className="sticky top-0 z-30 flex items-center gap-2 border-b border-line bg-surface px-3 py-1 lg:hidden"
			>
				<details key={key} className="group">
					<summary className="flex min-h-12 items-center gap-2 rounded-md px-2 font-medium hover:bg-sunken">
						<Menu aria-hidden="true" className="size-5" />
						<span className="max-sm:sr-only">{shell.menu}</span>
					</summary>
					<nav
						aria-label={shell.navigation}
						className="absolute inset-x-0 top-full max-h-[calc(100dvh-4rem)] overflow-y-auto border-b border-line bg-surface p-3 shadow-raised"
					>
						<NavList items={items} as="column" />
					</nav>
				</details>
				<Link to={homeTo} className="min-w-0 flex-1 truncate py-2 font-semibold">
					{unitName}
				</Link>
				<LanguageSwitch />
				<UserMenu user={user} opens="down" compact />
			</header>
			<header data-print="hide" className="hidden border-e border-line bg-surface lg:block">
				<div className="sticky top-0 flex h-dvh flex-col px-3 py-5">
					<Link to={homeTo} className="mb-4 px-3 text-lg font-semibold text-balance">
						{unitName}
					</Link>
					<nav aria-label={shell.navigation} className="min-h-0 flex-1 overflow-y-auto">
						<NavList items={items} as="column" />
					</nav>
					<div className="mt-3 border-t border-line pt-3">
						<UserMenu user={user} opens="up" />
						<LanguageSwitch />
					</div>
				</div>
			</header>
			<main id="main" tabIndex={-1} className="min-w-0 px-4 py-5 sm:px-6 lg:px-8 lg:py-7 print:p-0">
				<div className="mx-auto max-w-7xl">{children}</div>
			</main>
		</div>
	);
}
