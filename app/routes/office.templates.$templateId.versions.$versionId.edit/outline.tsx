import { Form } from "@remix-run/react";
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { applyEdit, findItem } from "#app/domain/authoring/edits.ts";
import { addItem, codeForSection, moveItem, newSection } from "#app/domain/authoring/make.ts";
import type { Section } from "#app/domain/forms/schema.ts";
import { searchKey } from "#app/domain/text.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { Button } from "#app/ui/button.tsx";
import { cx } from "#app/ui/cx.ts";
import { useWords } from "#app/ui/locale.tsx";
import { hrefOf, type Selected, useBuilderParts } from "./builder-context.ts";
import { OutlineFoot, OutlineSearch } from "./outline-search.tsx";
import { OutlineSection } from "./outline-section.tsx";

/** So many items are shown at once; of a longer form only the section one works in is open. */
const ALL_OPEN = 60;

/** Sections and items in order: to find, choose, move and add them. */
export function Outline({ onWrite }: { onWrite(): void }) {
	const { draft, selected, actions } = useBuilderParts();
	const t = useWords(builderWords);
	const { outline: parts } = useWords(partsWords);
	const [query, setQuery] = useState("");
	const wanted = useDeferredValue(searchKey(query)).split(" ").filter(Boolean);
	const { sections, checks, figures, lights, lists } = draft.definition;
	const counted = { figures, lights, lists };
	const items = sections.reduce((sum, section) => sum + section.items.length, 0);
	const here = selected.kind === "section" ? selected.code : findItem(draft.definition, selected.code)?.section.code;
	const [opened, setOpened] = useState<Record<string, boolean>>({});
	const found = useFound(sections, wanted);
	const isOpen = (code: string) => found !== null || (opened[code] ?? (items <= ALL_OPEN || code === here));
	const list = useRef<HTMLDivElement>(null);
	useFocusKept(list);
	return (
		<nav aria-label={t.outline.label} className="grid grid-cols-1 content-start gap-3 p-3">
			<OutlineSearch
				label={t.outline.search}
				query={query}
				onQuery={setQuery}
				found={found && t.outline.found(found.reduce((sum, section) => sum + section.items.length, 0))}
			/>
			<ul>
				<Part to={{ kind: "part", code: "head" }} label={t.outline.head} onWrite={onWrite} />
				<Part to={{ kind: "part", code: "rule" }} label={t.outline.rule} onWrite={onWrite} />
				<Part
					to={{ kind: "part", code: "checks" }}
					label={`${t.outline.checks} (${checks.length})`}
					onWrite={onWrite}
				/>
				{(["figures", "lights", "lists"] as const).map((part) => (
					<Part
						key={part}
						to={{ kind: "part", code: part }}
						label={`${parts[part]} (${counted[part].length})`}
						onWrite={onWrite}
					/>
				))}
			</ul>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: keys for the links inside, which say so in their description */}
			<div ref={list} onKeyDown={(event) => onRowKey(event, actions, t)} className="grid grid-cols-1 gap-2">
				{(found ?? sections).map((section) => (
					<OutlineSection
						key={section.code}
						section={section}
						open={isOpen(section.code)}
						onOpen={(open) => setOpened((now) => ({ ...now, [section.code]: open }))}
						onWrite={onWrite}
					/>
				))}
			</div>
			<Adding here={here ?? sections.at(-1)?.code} />
			<OutlineFoot keys={t.outline.keys} chosen={t.bulk.open} onWrite={onWrite} />
		</nav>
	);
}

/** A way to what is no row: shown while it is the one that is edited. */
export function Part({ to, label, onWrite }: { to: Selected; label: string; onWrite(): void }) {
	const { selected, actions } = useBuilderParts();
	const current = selected.kind === to.kind && selected.code === to.code;
	return (
		<li>
			<a
				href={hrefOf(to)}
				aria-current={current ? "true" : undefined}
				className={cx(
					"flex min-h-10 items-center rounded-md px-2 pointer-coarse:min-h-12",
					current ? "bg-accent-soft font-medium text-accent-ink" : "hover:bg-sunken",
				)}
				onClick={(event) => {
					event.preventDefault();
					actions.select(to);
					onWrite();
				}}
			>
				{label}
			</a>
		</li>
	);
}

/** What comes into the form: an item, a section, items of the library, rows of a workbook. */
function Adding({ here }: { here: string | undefined }) {
	const { actions, live } = useBuilderParts();
	const { outline: t, said } = useWords(builderWords);
	const item = () => {
		const draft = actions.now();
		const section = here ?? draft.definition.sections.at(-1)?.code;
		if (section === undefined) return;
		const edit = addItem(
			draft,
			section,
			draft.definition.sections.find(({ code }) => code === section)?.items.at(-1)?.code ?? null,
		);
		actions.perform([edit]);
		actions.select({ kind: "item", code: edit.value.code }, true);
		actions.say(said.added(edit.value.code));
	};
	const section = () => {
		const draft = actions.now();
		const code = codeForSection(draft);
		actions.perform([
			{ do: "add_section", after: draft.definition.sections.at(-1)?.code ?? null, value: newSection(code) },
		]);
		actions.select({ kind: "section", code }, true);
	};
	const pressed = (run: () => void) => (event: { preventDefault(): void }) => {
		event.preventDefault();
		run();
	};
	return (
		<Form method="post" className="flex flex-wrap gap-2">
			<input type="hidden" name="section" value={here ?? ""} />
			<Button type="submit" name="intent" value="add_item" variant="primary" onClick={pressed(item)}>
				{t.addItem}
			</Button>
			<Button type="submit" name="intent" value="add_section" onClick={pressed(section)}>
				{t.addSection}
			</Button>
			{live && (
				<>
					<Button onClick={() => actions.open("bank")}>{t.bank}</Button>
					<Button onClick={() => actions.open("paste")}>{t.paste}</Button>
				</>
			)}
		</Form>
	);
}

/** Sections with the items that have all the words; null while nothing is searched for. */
function useFound(sections: readonly Section[], wanted: readonly string[]): Section[] | null {
	const words = wanted.join(" ");
	return useMemo(() => {
		if (words === "") return null;
		const matches = (text: string) => words.split(" ").every((word) => searchKey(text).includes(word));
		return sections.flatMap((section) => {
			const items = section.items.filter(({ code, text, origin }) =>
				matches(`${code} ${text.vi} ${text.en ?? ""} ${origin ?? ""}`),
			);
			return items.length > 0 ? [{ ...section, items }] : [];
		});
	}, [sections, words]);
}

type Words = ReturnType<typeof useWords<typeof builderWords.vi>>;

/** Keys on a row: arrows go along, with Alt they move the item, Delete takes it away. */
function onRowKey(
	event: KeyboardEvent<HTMLElement>,
	actions: ReturnType<typeof useBuilderParts>["actions"],
	t: Words,
): void {
	const row = (event.target as HTMLElement).closest<HTMLElement>("[data-item]");
	const code = row?.dataset.item;
	if (!row || code === undefined) return;
	const way = { ArrowUp: "up", ArrowDown: "down" }[event.key] as "up" | "down" | undefined;
	if (event.key === "Delete") {
		event.preventDefault();
		beside(row, "down")?.focus();
		actions.perform([{ do: "remove_item", item: code }]);
		actions.say(t.said.removed(1));
	} else if (way && event.altKey) {
		event.preventDefault();
		const draft = actions.now();
		const edit = moveItem(draft, code, way, event.shiftKey);
		if (edit) actions.perform([edit]);
		const place = edit && findItem(applyEdit(draft, edit).definition, code);
		actions.say(place ? t.said.moved(code, place.at + 1, place.section.items.length, place.section.code) : t.said.edge);
	} else if (way && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
		event.preventDefault();
		beside(row, way)?.focus();
	}
}

export function beside(row: HTMLElement, way: "up" | "down"): HTMLElement | undefined {
	const rows = [...(row.closest("nav")?.querySelectorAll<HTMLElement>("[data-item]") ?? [])];
	const next = rows[rows.indexOf(row) + (way === "up" ? -1 : 1)];
	return next?.querySelector("a") ?? undefined;
}

/** A row that is moved is taken out of the page and put in elsewhere, which loses the focus: it comes back to the same item. */
export function useFocusKept(list: React.RefObject<HTMLElement>): void {
	const last = useRef<string | null>(null);
	useEffect(() => {
		const element = list.current;
		const onFocus = (event: FocusEvent) => {
			last.current = (event.target as HTMLElement).closest<HTMLElement>("[data-item]")?.dataset.item ?? null;
		};
		const onLeave = (event: FocusEvent) => {
			// Focus that went to nothing was lost with its row; focus that went elsewhere was taken there.
			if (event.relatedTarget !== null) last.current = null;
		};
		element?.addEventListener("focusin", onFocus);
		element?.addEventListener("focusout", onLeave);
		return () => {
			element?.removeEventListener("focusin", onFocus);
			element?.removeEventListener("focusout", onLeave);
		};
	}, [list]);
	useEffect(() => {
		if (last.current === null || document.activeElement !== document.body) return;
		const row = list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(last.current)}"] a`);
		row?.focus();
	});
}
