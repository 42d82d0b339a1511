import { Link, type LinkProps } from "@remix-run/react";
import { cx } from "./cx.ts";

/** A link within text or a list. Underlined, so that colour is never the only sign. */
export function TextLink({ className, ...rest }: LinkProps) {
	return (
		<Link
			{...rest}
			className={cx(
				"font-medium text-accent-ink underline decoration-1 underline-offset-4 hover:decoration-2",
				className,
			)}
		/>
	);
}
