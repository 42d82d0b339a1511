import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type NavItem = {
	to: string;
	label: string;
	icon?: ReactNode;
	/** How many wait there; nothing is drawn for 0. */
	count?: number;
	/** The count is overdue or failed. */
	alarming?: boolean;
	/** Only the exact address is "here": for the overview, whose address begins every other. */
	end?: boolean;
	/** A gap before it. */
	startsGroup?: boolean;
};

const look = {
	column: "min-h-11 px-3 py-2.5",
	row: "min-h-12 px-3 py-2 whitespace-nowrap",
};

/** The items of a shell's navigation, as a column or as a row that wraps. */
export function NavList({ items, as }: { items: NavItem[]; as: "column" | "row" }) {
	return (
		<ul className={as === "row" ? "flex flex-wrap gap-x-1" : "grid gap-0.5"}>
			{items.map(({ to, label, icon, count, alarming, end, startsGroup }) => (
				<li key={to} className={cx(startsGroup && as === "column" && "mt-5")}>
					<NavLink
						to={to}
						end={end}
						className={({ isActive }) =>
							cx(
								"flex items-center gap-2.5 rounded-md [&_svg]:size-5 [&_svg]:shrink-0",
								look[as],
								isActive ? "bg-accent-soft font-semibold text-accent-ink" : "hover:bg-sunken",
							)
						}
					>
						{icon && (
							<span aria-hidden="true" className="contents">
								{icon}
							</span>
						)}
						<span className="flex-1">{label}</span>
						{count ? <Count value={count} alarming={alarming} /> : null}
					</NavLink>
				</li>
			))}
		</ul>
	);
}

function Count({ value, alarming }: { value: number; alarming?: boolean }) {
	return (
		<span
			className={cx(
				"min-w-6 rounded-full px-2 text-center text-sm font-medium",
				alarming ? "bg-bad-soft text-bad-ink" : "bg-sunken text-muted",
			)}
		>
			{value}
		</span>
	);
}
