import { Link } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import { type Segment, StatBar } from "./stat-bar.tsx";
import { inkTone, type Tone } from "./tone.ts";

type CardProps = {
	children: ReactNode;
	/** No inner margin: the child (a table, a list) reaches the border. */
	flush?: boolean;
	/** `section` with the id of its heading, where it is a part of the page. */
	labelledBy?: string;
	className?: string;
};

export function Card({ children, flush, labelledBy, className }: CardProps) {
	const Box = labelledBy ? "section" : "div";
	return (
		<Box
			aria-labelledby={labelledBy}
			className={cx("min-w-0 rounded-md border border-line bg-surface", !flush && "p-4 sm:p-5", className)}
		>
			{children}
		</Box>
	);
}

type CardHeaderProps = {
	title: ReactNode;
	id?: string;
	/** Quiet words beside the title. */
	note?: ReactNode;
	actions?: ReactNode;
	level?: 2 | 3;
	/** With a line below, as the head of a flush card. */
	ruled?: boolean;
};

export function CardHeader({ title, id, note, actions, level = 2, ruled }: CardHeaderProps) {
	const Heading = `h${level}` as const;
	return (
		<div
			className={cx(
				"flex flex-wrap items-center gap-x-3 gap-y-1",
				ruled ? "border-b border-line px-4 py-3 sm:px-5" : "mb-3",
			)}
		>
			<Heading id={id} className="font-semibold">
				{title}
			</Heading>
			{note && <div className="text-sm text-muted">{note}</div>}
			{actions && <div className="ms-auto flex flex-wrap items-center gap-2">{actions}</div>}
		</div>
	);
}

type TileProps = {
	label: string;
	value: ReactNode;
	/** The whole that the value is a part of: `21` of `26`. */
	of?: ReactNode;
	tone?: Tone;
	bar?: { segments: Segment[]; total: number };
	note?: ReactNode;
	/** Where the number is explained row by row. */
	to?: string;
};

/** One figure: what it counts, the number, a small bar, a note. */
export function Tile({ label, value, of, tone = "neutral", bar, note, to }: TileProps) {
	const id = useId();
	return (
		<figure aria-labelledby={id} className="min-w-0 rounded-md border border-line bg-surface p-3 sm:px-5 sm:py-4">
			<figcaption id={id} className="text-muted">
				{to ? (
					<Link to={to} className="underline decoration-line underline-offset-4 hover:decoration-current">
						{label}
					</Link>
				) : (
					label
				)}
			</figcaption>
			<p className={cx("text-3xl font-semibold", inkTone[tone])}>
				{value}
				{of !== undefined && <span className="text-xl font-normal text-muted">/{of}</span>}
			</p>
			{bar && (
				<div className="mt-2">
					<StatBar segments={bar.segments} total={bar.total} label={label} />
				</div>
			)}
			{note && <div className="mt-2 text-sm text-muted">{note}</div>}
		</figure>
	);
}

/** Tiles or cards side by side: as many columns as fit. */
export function TileGrid({ children }: { children: ReactNode }) {
	return (
		<div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.5rem),1fr))] gap-3 sm:gap-4">{children}</div>
	);
}
