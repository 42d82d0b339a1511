import { memo, useRef, useState } from "react";
import type { Item } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { cx } from "#app/ui/cx.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { type Actions, hrefOf } from "./builder-context.ts";
import { type Edge, useDragging } from "./use-dragging.ts";

type RowProps = {
	item: Item;
	section: string;
	current: boolean;
	marked: boolean;
	actions: Actions;
	live: boolean;
	onWrite(): void;
};

/** One item of the outline. Drawn again only when it changes itself: there may be a thousand. */
export const OutlineRow = memo(function OutlineRow(props: RowProps) {
	const { item, section, current, marked, actions, live, onWrite } = props;
	const { outline: t } = useWords(builderWords);
	const locale = useLocale();
	const row = useRef<HTMLDivElement>(null);
	const grip = useRef<HTMLSpanElement>(null);
	const [edge, setEdge] = useState<Edge>(null);
	useDragging({ row, grip, code: item.code, section, actions, live, onEdge: setEdge });
	const text = item.text[locale] || item.text.vi;
	const verdict = item.type === "verdict" ? item : null;
	return (
		// biome-ignore lint/a11y/useSemanticElements: a list item stands in its part of the list
		<div
			ref={row}
			role="listitem"
			data-item={item.code}
			className={cx(
				"flex items-center rounded-md border-y-2 border-transparent",
				current ? "bg-accent-soft text-accent-ink" : "hover:bg-sunken",
				edge === "top" && "border-t-accent",
				edge === "bottom" && "border-b-accent",
			)}
		>
			{live && (
				<>
					<span
						ref={grip}
						title={t.drag(item.code)}
						className="grid h-10 w-5 shrink-0 cursor-grab place-items-center text-muted pointer-coarse:hidden"
					>
						<span aria-hidden="true" className="kit-grip" />
					</span>
					<label className="grid size-8 shrink-0 place-items-center pointer-coarse:size-12">
						<input
							type="checkbox"
							aria-label={t.choose(item.code)}
							className="size-4.5 accent-accent pointer-coarse:size-6"
							checked={marked}
							onChange={(event) => actions.mark([item.code], event.target.checked)}
						/>
					</label>
				</>
			)}
			<a
				href={hrefOf({ kind: "item", code: item.code })}
				aria-current={current ? "true" : undefined}
				aria-describedby="outline-keys"
				className="flex min-h-10 min-w-0 flex-1 items-center rounded-md px-1.5 py-2 pointer-coarse:min-h-12"
				onClick={(event) => {
					event.preventDefault();
					actions.select({ kind: "item", code: item.code }, true);
					onWrite();
				}}
			>
				<span className="line-clamp-2">
					<span className="text-sm text-muted">{item.code}</span>{" "}
					<span className={cx(!text && "text-muted italic")}>{text || t.noText}</span>
					{verdict && verdict.mandatory !== false && <Sign sign="★" words={t.mandatory} />}
					{verdict?.knockout && <Sign sign="⊘" words={t.knockout} />}
					{item.visibleIf && <Sign sign="⤷" words={t.conditional} />}
				</span>
			</a>
		</div>
	);
});

function Sign({ sign, words }: { sign: string; words: string }) {
	return (
		<span role="img" aria-label={words} title={words} className="ms-1 text-muted">
			{sign}
		</span>
	);
}
