import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Item } from "#app/domain/forms/schema.ts";
import { searchKey } from "#app/domain/text.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { cx } from "../cx.ts";
import { controlClasses } from "../field.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { itemName } from "./item-name.ts";

/** Items offered at once; typing on narrows down. */
const OFFERED = 30;

type PickerProps = {
	label: string;
	/** Seen by screen readers only. */
	labelHidden?: boolean;
	items: readonly Item[];
	/** The code chosen; "" while none is. */
	value: string;
	onChange(code: string): void;
	/** Empties itself after a choice: for adding to a list. */
	adding?: boolean;
};

/** One item of a form, found by a few letters of its question without tone marks, or by its code: a combobox of the ARIA pattern. */
export function ItemPicker({ label, labelHidden, items, value, onChange, adding }: PickerProps) {
	const t = useWords(authoringWords).picker;
	const locale = useLocale();
	const id = useId();
	const [typed, setTyped] = useState<string | null>(null);
	const [active, setActive] = useState(0);
	const list = useRef<HTMLUListElement>(null);
	const query = useDeferredValue(typed ?? "");
	const open = typed !== null;
	const chosen = items.find(({ code }) => code === value);
	const found = useFound(items, query, open, locale);
	const offered = found.slice(0, OFFERED);
	const at = Math.min(active, offered.length - 1);

	useEffect(() => {
		list.current?.children[at]?.scrollIntoView({ block: "nearest" });
	}, [at]);

	const close = () => setTyped(null);
	function choose(item: Item | undefined): void {
		if (!item) return;
		onChange(item.code);
		if (adding) setTyped("");
		else close();
		setActive(0);
	}
	function steer(event: KeyboardEvent): void {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step) {
			event.preventDefault();
			if (!open) setTyped("");
			else setActive((at + step + offered.length) % Math.max(offered.length, 1));
		} else if (event.key === "Enter" && open) {
			event.preventDefault();
			// What is offered lags behind fast typing: Enter is about what stands in the box.
			choose(query === typed ? offered[at] : matching(keyed(items, locale), typed)[0]);
		} else if (event.key === "Escape" && open) {
			event.stopPropagation();
			close();
		}
	}

	const rest = chosen ? itemName(chosen, locale) : value === "" ? "" : t.unknown(value);
	return (
		<div className="relative min-w-0">
			<label htmlFor={id} className={labelHidden ? "sr-only" : "block text-sm font-medium"}>
				{label}
			</label>
			<input
				id={id}
				type="text"
				role="combobox"
				aria-expanded={open}
				aria-controls={`${id}-list`}
				aria-autocomplete="list"
				aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
				aria-describedby={`${id}-hint`}
				aria-invalid={(!adding && value !== "" && !chosen) || undefined}
				autoComplete="off"
				value={typed ?? rest}
				onFocus={(event) => event.currentTarget.select()}
				onClick={() => setTyped((now) => now ?? "")}
				onChange={(event) => {
					setTyped(event.currentTarget.value);
					setActive(0);
				}}
				onKeyDown={steer}
				onBlur={close}
				className={cx(controlClasses, !labelHidden && "mt-1")}
			/>
			<span id={`${id}-hint`} className="sr-only">
				{t.hint}
			</span>
			<span role="status" className="sr-only">
				{open && query !== "" && t.found(found.length)}
			</span>
			{open && (
				<ul
					ref={list}
					id={`${id}-list`}
					// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox, as the ARIA pattern has it
					role="listbox"
					aria-label={label}
					className="absolute inset-x-0 top-full z-30 mt-1 max-h-72 overflow-y-auto rounded-md border border-control bg-surface shadow-raised"
				>
					{offered.map((item, index) => (
						// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text box's
						<li
							key={item.code}
							id={`${id}-${index}`}
							// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above
							role="option"
							aria-selected={index === at}
							tabIndex={-1}
							onMouseDown={(event) => event.preventDefault()}
							onClick={() => choose(item)}
							className={cx(
								"flex cursor-pointer gap-2 border-b border-line px-3 py-2 last:border-0 pointer-coarse:min-h-12",
								index === at ? "bg-accent-soft" : "hover:bg-sunken",
							)}
						>
							<span className="shrink-0 text-sm text-muted">{item.code}</span>
							<span className="line-clamp-2 min-w-0">{itemName(item, locale)}</span>
						</li>
					))}
					{found.length === 0 && <li className="px-3 py-2 text-muted">{t.none}</li>}
					{found.length > OFFERED && <li className="px-3 py-2 text-sm text-muted">{t.more(found.length - OFFERED)}</li>}
				</ul>
			)}
		</div>
	);
}

/** Items in which every typed word stands; all while nothing is typed. */
function useFound(items: readonly Item[], query: string, open: boolean, locale: "vi" | "en"): readonly Item[] {
	const known = useMemo(() => (open ? keyed(items, locale) : []), [items, open, locale]);
	return useMemo(() => matching(known, query), [known, query]);
}

type Keyed = { item: Item; key: string };

function keyed(items: readonly Item[], locale: "vi" | "en"): Keyed[] {
	return items.map((item) => ({ item, key: searchKey(`${item.code} ${itemName(item, locale)}`) }));
}

function matching(known: readonly Keyed[], query: string): Item[] {
	const words = searchKey(query).split(" ");
	return known.filter(({ key }) => words.every((word) => key.includes(word))).map(({ item }) => item);
}
