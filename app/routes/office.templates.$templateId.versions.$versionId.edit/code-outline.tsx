import { Form } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import { type KeyboardEvent, useDeferredValue, useRef, useState } from "react";
import { findClause } from "#app/domain/authoring/code-edits.ts";
import { addClause, addModule, codeGroups, moveClause, moveModule } from "#app/domain/authoring/code-make.ts";
import type { ConductGroup, ConductModule } from "#app/domain/conduct/content-schema.ts";
import { searchKey } from "#app/domain/text.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { type Actions, useBuilderParts } from "./builder-context.ts";
import { CodePart } from "./code-rows.tsx";
import { beside, Part, useFocusKept } from "./outline.tsx";
import { OutlineFoot, OutlineSearch } from "./outline-search.tsx";
import { codeNow, useCode } from "./use-code.ts";

/** So many clauses are shown at once; of a longer code only the part one works in is open. */
const ALL_OPEN = 60;

/** Groups of people, their parts and clauses: to find, choose, move and add them. */
export function CodeOutline({ onWrite }: { onWrite(): void }) {
	const { selected, actions } = useBuilderParts();
	const content = useCode();
	const t = useWords(codeBuilderWords);
	const [query, setQuery] = useState("");
	const wanted = useDeferredValue(searchKey(query)).split(" ").filter(Boolean);
	const [opened, setOpened] = useState<Record<string, boolean>>({});
	const clauses = content.modules.reduce((sum, module) => sum + module.clauses.length, 0);
	const here = selected.kind === "module" ? selected.code : findClause(content, selected.code)?.module.code;
	const shown = wanted.length > 0 ? matching(content.modules, wanted) : content.modules;
	const isOpen = (code: string) => wanted.length > 0 || (opened[code] ?? (clauses <= ALL_OPEN || code === here));
	const list = useRef<HTMLDivElement>(null);
	useFocusKept(list);
	return (
		<nav aria-label={t.outline.label} className="grid grid-cols-1 content-start gap-3 p-3">
			<OutlineSearch
				label={t.outline.search}
				query={query}
				onQuery={setQuery}
				found={
					wanted.length > 0 ? t.outline.found(shown.reduce((sum, module) => sum + module.clauses.length, 0)) : null
				}
			/>
			<ul>
				<Part to={{ kind: "code", code: "head" }} label={t.outline.head} onWrite={onWrite} />
			</ul>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: keys for the links inside, which say so in their description */}
			<div ref={list} onKeyDown={(event) => onRowKey(event, actions, t)} className="grid grid-cols-1 gap-4">
				{codeGroups.map((group) => {
					const own = shown.filter((module) => module.group === group);
					if (wanted.length > 0 && own.length === 0) return null;
					return (
						<Group key={group} group={group} empty={own.length === 0} onWrite={onWrite}>
							{own.map((module) => (
								<CodePart
									key={module.code}
									module={module}
									open={isOpen(module.code)}
									onOpen={(open) => setOpened((now) => ({ ...now, [module.code]: open }))}
									onWrite={onWrite}
								/>
							))}
						</Group>
					);
				})}
			</div>
			<Adding here={here ?? content.modules.at(-1)?.code} />
			<OutlineFoot keys={t.outline.keys} chosen={t.outline.selected} onWrite={onWrite} />
		</nav>
	);
}

type GroupProps = { group: ConductGroup; empty: boolean; onWrite(): void; children: React.ReactNode };

function Group({ group, empty, onWrite, children }: GroupProps) {
	const { actions } = useBuilderParts();
	const { outline: t } = useWords(codeBuilderWords);
	const { groups } = useWords(conductWords);
	return (
		<div>
			<div className="flex items-center justify-between gap-2 border-b border-line">
				<h2 className="font-semibold">{groups[group]}</h2>
				<Form method="post">
					<input type="hidden" name="group" value={group} />
					<Button
						type="submit"
						name="intent"
						value="add_module"
						variant="quiet"
						size="small"
						icon={<Plus />}
						onClick={(event) => {
							event.preventDefault();
							const edit = addModule(codeNow(actions), group);
							actions.perform([edit]);
							actions.select({ kind: "module", code: edit.value.code });
							onWrite();
						}}
					>
						<span aria-hidden="true">{t.add}</span>
						<span className="sr-only">{t.addPart(groups[group])}</span>
					</Button>
				</Form>
			</div>
			{empty ? (
				<p className="py-1 text-sm text-muted">{t.noPart}</p>
			) : (
				<ul className="grid grid-cols-1 gap-1 pt-1">{children}</ul>
			)}
		</div>
	);
}

/** What comes into the code: a clause, clauses of other codes, pasted lines. */
function Adding({ here }: { here: string | undefined }) {
	const { actions, live } = useBuilderParts();
	const { outline: t, said } = useWords(codeBuilderWords);
	const content = useCode();
	if (here === undefined) return null;
	return (
		<Form method="post" className="flex flex-wrap gap-2">
			<input type="hidden" name="module" value={here} />
			<Button
				type="submit"
				name="intent"
				value="add_clause"
				variant="primary"
				onClick={(event) => {
					event.preventDefault();
					const now = codeNow(actions);
					const last = now.modules.find(({ code }) => code === here)?.clauses.at(-1)?.code ?? null;
					const edit = addClause(now, here, last);
					actions.perform([edit]);
					actions.select({ kind: "clause", code: edit.value.code }, true);
					actions.say(said.added(edit.value.code));
				}}
			>
				{t.addClause}
			</Button>
			{live && content.modules.length > 0 && (
				<>
					<Button onClick={() => actions.open("bank")}>{t.bank}</Button>
					<Button onClick={() => actions.open("paste")}>{t.paste}</Button>
				</>
			)}
		</Form>
	);
}

function matching(modules: readonly ConductModule[], wanted: readonly string[]): ConductModule[] {
	return modules.flatMap((module) => {
		const clauses = module.clauses.filter(({ code, text }) => {
			const key = searchKey(`${code} ${text.vi} ${text.en ?? ""}`);
			return wanted.every((word) => key.includes(word));
		});
		return clauses.length > 0 ? [{ ...module, clauses }] : [];
	});
}

type Words = ReturnType<typeof useWords<typeof codeBuilderWords.vi>>;

/** Keys on a row: arrows go along, with Alt they move the part or clause, Delete takes it away. */
function onRowKey(event: KeyboardEvent<HTMLElement>, actions: Actions, t: Words): void {
	const row = (event.target as HTMLElement).closest<HTMLElement>("[data-item]");
	const [kind, code = ""] = row?.dataset.item?.split("/") ?? [];
	if (!row || (kind !== "module" && kind !== "clause")) return;
	const way = { ArrowUp: "up", ArrowDown: "down" }[event.key] as "up" | "down" | undefined;
	if (event.key === "Delete" && (event.target as HTMLElement).tagName === "A") {
		event.preventDefault();
		beside(row, "down")?.focus();
		actions.perform([
			kind === "module" ? { do: "remove_module", module: code } : { do: "remove_clause", clause: code },
		]);
		actions.say(t.said.removed(code));
	} else if (way && event.altKey) {
		event.preventDefault();
		const now = codeNow(actions);
		const edit = kind === "module" ? moveModule(now, code, way) : moveClause(now, code, way, event.shiftKey);
		if (edit) actions.perform([edit]);
		actions.say(edit ? t.said.moved(code) : t.said.edge);
	} else if (way && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
		event.preventDefault();
		beside(row, way)?.focus();
	}
}
