import { Form, Link, useLocation } from "@remix-run/react";
import ChevronDown from "lucide-react/icons/chevron-down";
import CircleUser from "lucide-react/icons/circle-user";
import { type ReactNode, useEffect, useRef } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { cx } from "./cx.ts";
import { useLocale, useWords } from "./locale.tsx";

export type Theme = "system" | "light" | "dark";

export type ShellUser = {
	name: string;
	/** The role in words, in the reader's language. */
	role: string;
	accountTo: string;
	theme: Theme;
};

const row = "flex min-h-10 w-full items-center rounded-sm px-3 py-2 text-start hover:bg-sunken pointer-coarse:min-h-12";

type UserMenuProps = {
	user: ShellUser;
	/** Where the menu opens: below its button, or above it at the foot of a sidebar. */
	opens: "down" | "up";
	/** The button shows the sign alone: in the bar of a phone. */
	compact?: boolean;
};

/** Account, theme and sign-out behind the person's name: a `<details>`, so that it opens without script. */
export function UserMenu({ user, opens, compact }: UserMenuProps) {
	const { shell } = useWords(uiWords);
	const box = useClosing();
	const { key } = useLocation();
	return (
		<details key={key} ref={box} className="group relative" data-print="hide">
			<summary
				aria-label={shell.accountMenu(user.name)}
				className="flex min-h-12 items-center gap-2 rounded-md px-2 py-1 hover:bg-sunken"
			>
				<CircleUser aria-hidden="true" className="size-6 shrink-0 text-muted" />
				{!compact && (
					<span className="min-w-0 flex-1 text-start">
						<span className="block font-medium">{user.name}</span>
						<span className="block text-sm text-muted">{user.role}</span>
					</span>
				)}
				<ChevronDown
					aria-hidden="true"
					className={cx(
						"size-4 shrink-0 text-muted",
						opens === "up" ? "rotate-180 group-open:rotate-0" : "group-open:rotate-180",
					)}
				/>
			</summary>
			<div
				className={cx(
					"absolute z-40 w-64 rounded-md border border-line bg-surface p-2 shadow-raised",
					opens === "up" ? "start-0 bottom-full mb-1" : "end-0 top-full mt-1",
				)}
			>
				{compact && (
					<div className="border-b border-line px-3 pb-2 mb-1">
						<p className="font-medium">{user.name}</p>
						<p className="text-sm text-muted">{user.role}</p>
					</div>
				)}
				<Link to={user.accountTo} className={row}>
					{shell.account}
				</Link>
				<ThemeSwitch theme={user.theme} />
				<PostBack action="/sign-out">
					<button type="submit" className={cx(row, "mt-1 border-t border-line")}>
						{shell.signOut}
					</button>
				</PostBack>
			</div>
		</details>
	);
}

function ThemeSwitch({ theme }: { theme: Theme }) {
	const { shell } = useWords(uiWords);
	return (
		<PostBack action="/me/theme">
			<fieldset className="px-3 py-2">
				<legend className="float-start mb-1 w-full text-sm text-muted">{shell.theme}</legend>
				<div className="flex w-full clear-both">
					{(["system", "light", "dark"] as const).map((value) => (
						<button
							key={value}
							type="submit"
							name="theme"
							value={value}
							aria-pressed={value === theme}
							className={cx(
								"-ms-px min-h-10 flex-1 border pointer-coarse:min-h-12 border-control px-1 text-sm first:ms-0 first:rounded-s-md last:rounded-e-md",
								value === theme ? "bg-accent-soft font-semibold text-accent-ink" : "hover:bg-sunken",
							)}
						>
							{shell.themes[value]}
						</button>
					))}
				</div>
			</fieldset>
		</PostBack>
	);
}

/** One press to the other language; the server remembers it. */
export function LanguageSwitch() {
	const other = useLocale() === "vi" ? "en" : "vi";
	const name = other === "en" ? "English" : "Tiếng Việt";
	return (
		<PostBack action="/me/locale">
			<button
				type="submit"
				name="locale"
				value={other}
				lang={other}
				className="min-h-10 rounded-md px-2 text-sm font-medium text-accent-ink underline underline-offset-4 hover:bg-accent-soft pointer-coarse:min-h-12"
			>
				{name}
			</button>
		</PostBack>
	);
}

/** A small form that posts and comes back to this page. */
function PostBack({ action, children }: { action: string; children: ReactNode }) {
	const { pathname, search } = useLocation();
	return (
		<Form method="post" action={action} preventScrollReset data-print="hide">
			<input type="hidden" name="back" value={pathname + search} />
			{children}
		</Form>
	);
}

/** With script: a press elsewhere or Esc closes the menu. */
function useClosing() {
	const box = useRef<HTMLDetailsElement>(null);
	useEffect(() => {
		const close = (event: Event) => {
			const menu = box.current;
			if (!menu?.open) return;
			if (event instanceof KeyboardEvent) {
				if (event.key !== "Escape") return;
				menu.querySelector("summary")?.focus();
			} else if (menu.contains(event.target as Node)) return;
			menu.open = false;
		};
		document.addEventListener("pointerdown", close);
		document.addEventListener("keydown", close);
		return () => {
			document.removeEventListener("pointerdown", close);
			document.removeEventListener("keydown", close);
		};
	}, []);
	return box;
}
