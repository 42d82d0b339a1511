import { Link, type LinkProps } from "@remix-run/react";
import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from "react";
import { cx } from "./cx.ts";

export type ButtonLook = {
	variant?: "primary" | "secondary" | "quiet" | "danger";
	size?: "small" | "normal" | "large";
	/** As wide as its column: the main action on a phone. */
	wide?: boolean;
	/** Drawn before the words; hidden from screen readers. */
	icon?: ReactNode;
};

const variants = {
	primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover",
	secondary: "border-control bg-surface text-ink hover:bg-sunken",
	quiet: "border-transparent text-accent-ink hover:bg-accent-soft",
	danger: "border-transparent bg-bad text-on-bad hover:bg-bad-hover",
};

/* A finger needs 44 px; a mouse in an office does not. */
const sizes = {
	small: "min-h-8 px-3 py-1 text-sm pointer-coarse:min-h-11",
	normal: "min-h-10 px-4 py-2 pointer-coarse:min-h-12 phone:min-h-12",
	large: "min-h-12 px-5 py-3 text-lg",
};

function classes({ variant = "secondary", size = "normal", wide }: ButtonLook, own?: string): string {
	return cx(
		"inline-flex items-center justify-center gap-2 rounded-md border text-center font-medium transition-colors",
		"[&_svg]:size-[1.15em] [&_svg]:shrink-0 forced-colors:border-[ButtonText]",
		variants[variant],
		sizes[size],
		wide && "w-full",
		own,
	);
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
	ButtonLook & {
		/** What it started is still running: stays in place and readable, ignores further presses. */
		busy?: boolean;
	};

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
	{ variant, size, wide, icon, busy, className, children, onClick, type = "button", ...rest },
	ref,
) {
	return (
		<button
			{...rest}
			ref={ref}
			type={type}
			aria-disabled={busy || undefined}
			onClick={busy ? (event) => event.preventDefault() : onClick}
			className={classes(
				{ variant, size, wide },
				cx("aria-disabled:cursor-progress aria-disabled:opacity-75", className),
			)}
			data-print="hide"
		>
			<Glyph>{icon}</Glyph>
			{children}
		</button>
	);
});

/** A link that looks like a button, for going somewhere. `reloadDocument` for files to download. */
export function LinkButton({ variant, size, wide, icon, className, children, ...rest }: LinkProps & ButtonLook) {
	return (
		<Link {...rest} className={classes({ variant, size, wide }, className)} data-print="hide">
			<Glyph>{icon}</Glyph>
			{children}
		</Link>
	);
}

function Glyph({ children }: { children: ReactNode }) {
	return children ? (
		<span aria-hidden="true" className="contents">
			{children}
		</span>
	) : null;
}
