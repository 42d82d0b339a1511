import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useRef, useState } from "react";
import type { Item, Section } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { cx } from "#app/ui/cx.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { hrefOf, useBuilderParts } from "./builder-context.ts";
import { OutlineRow } from "./outline-row.tsx";
import { useDroppingInto } from "./use-dragging.ts";

/**
 * Rows that the browser lays out and paints together, and not at all while they are out of sight. It watches each such part in every
 * picture that it draws: of a thousand single rows that alone takes longer than a tap may.
 */
const PART = 25;

function partsOf(items: readonly Item[]): { number: number; items: Item[] }[] {
	return Array.from({ length: Math.ceil(items.length / PART) }, (_, number) => ({
		number,
		items: items.slice(number * PART, (number + 1) * PART),
	}));
}

type SectionProps = { section: Section; open: boolean; onOpen(open: boolean): void; onWrite(): void };

/** One section of the outline; its items are in the page only while it is open. */
export function OutlineSection({ section, open, onOpen, onWrite }: SectionProps) {
	const { selected, marked, actions, live } = useBuilderParts();
	const { outline: t } = useWords(builderWords);
	const locale = useLocale();
	const current = selected.kind === "section" && selected.code === section.code;
	const title = section.title[locale] || section.title.vi;
	const head = useRef<HTMLDivElement>(null);
	const [over, setOver] = useState(false);
	useDroppingInto({ head, section: section.code, actions, onOver: setOver });
	const Chevron = open ? ChevronDown : ChevronRight;
	return (
		<section aria-label={`${section.code} ${title}`}>
			<div
				ref={head}
				data-section={section.code}
				className={cx(
					"flex items-center rounded-md border-b-2",
					over ? "border-b-accent" : "border-transparent",
					current && "bg-accent-soft text-accent-ink",
				)}
			>
				<button
					type="button"
					aria-expanded={open}
					className="grid size-10 shrink-0 place-items-center rounded-md hover:bg-sunken pointer-coarse:size-12"
					onClick={() => onOpen(!open)}
				>
					<Chevron aria-hidden="true" className="size-5" />
					<span className="sr-only">{(open ? t.close : t.open)(section.code)}</span>
				</button>
				<a
					href={hrefOf({ kind: "section", code: section.code })}
					aria-current={current ? "true" : undefined}
					className="min-w-0 flex-1 py-2 font-medium hover:underline"
					onClick={(event) => {
						event.preventDefault();
						actions.select({ kind: "section", code: section.code });
						onWrite();
					}}
				>
					<span className="text-muted">{section.code}.</span>{" "}
					<span className={cx(!title && "text-muted italic")}>{title || t.noTitle}</span>
				</a>
				<span className="shrink-0 px-2 text-sm text-muted">{t.items(section.items.length)}</span>
			</div>
			{open && section.items.length === 0 && <p className="ps-10 pb-2 text-sm text-muted">{t.empty}</p>}
			{open && (
				// biome-ignore lint/a11y/useSemanticElements: an <ol> takes its rows only without parts between
				<div role="list">
					{partsOf(section.items).map(({ number, items }) => (
						<div
							key={number}
							className={cx(
								items.length === PART && "[content-visibility:auto] [contain-intrinsic-block-size:auto_75rem]",
							)}
						>
							{items.map((item) => (
								<OutlineRow
									key={item.code}
									item={item}
									section={section.code}
									current={selected.kind === "item" && selected.code === item.code}
									marked={marked.has(item.code)}
									actions={actions}
									live={live}
									onWrite={onWrite}
								/>
							))}
						</div>
					))}
				</div>
			)}
		</section>
	);
}
