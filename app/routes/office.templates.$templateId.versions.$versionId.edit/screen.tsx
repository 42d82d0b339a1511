import { useLoaderData } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { SchoolFacts } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { PhonePreview } from "#app/ui/authoring/phone-preview.tsx";
import { cx } from "#app/ui/cx.ts";
import { useWords } from "#app/ui/locale.tsx";
import { SkipLink } from "#app/ui/skip-link.tsx";
import { titled } from "#app/ui/titled.ts";
import { BankDialog } from "./bank-dialog.tsx";
import { BuilderContext, useBuilderParts } from "./builder-context.ts";
import { Choices } from "./choices.tsx";
import { ClauseBankDialog } from "./clause-bank-dialog.tsx";
import { CodeEditor } from "./code-editor.tsx";
import { CodeOutline } from "./code-outline.tsx";
import { CodePasteDialog } from "./code-paste-dialog.tsx";
import { CodePreview } from "./code-preview.tsx";
import { isOfCode } from "./code-selected.ts";
import { CodeTabs } from "./code-tabs.tsx";
import { Editor } from "./editor.tsx";
import { Outline } from "./outline.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import type { loader } from "./route.ts";
import { TopBar } from "./top-bar.tsx";
import { useBuilder } from "./use-builder.ts";

export const meta = titled(builderWords, (t) => t.title);

type Pane = "outline" | "editor" | "preview";

/** The builder: outline, editor and phone side by side; one after the other where there is no room. */
export function Screen() {
	const builder = useBuilder();
	const { view, dialog, said, selected, actions, writing, live } = builder;
	const [pane, setPane] = useState<Pane>("outline");
	const code = builder.draft.conduct !== undefined && isOfCode(selected);
	useUndoKeys(actions.undo, actions.redo);
	// What is chosen in the outline is shown in the editor, also where only one of them has room.
	// biome-ignore lint/correctness/useExhaustiveDependencies: opens with every choice, also of the same item
	useEffect(() => {
		if (writing > 0) setPane("editor");
	}, [writing, selected]);
	const panes = (which: Pane) =>
		cx(
			// Positioned, so that what only screen readers see scrolls with its pane and does not lengthen the page.
			"relative min-w-0 wide:h-full wide:overflow-y-auto wide:overscroll-contain",
			// Without script all three stand below each other.
			live && pane !== which && "max-wide:hidden",
		);
	return (
		<BuilderContext.Provider value={builder}>
			<div className="flex min-h-dvh flex-col wide:h-dvh">
				<SkipLink />
				<TopBar view={view} pane={pane} onPane={setPane} />
				<CodeTabs />
				<main
					id="main"
					tabIndex={-1}
					className="grid min-h-0 flex-1 wide:grid-cols-[20rem_minmax(0,1fr)_25rem] wide:divide-x wide:divide-line"
				>
					<div id="outline" className={cx(panes("outline"), "bg-surface")}>
						{code ? <CodeOutline onWrite={() => setPane("editor")} /> : <Outline onWrite={() => setPane("editor")} />}
					</div>
					<div id="editor" className={cx(panes("editor"), "p-4 sm:p-6")}>
						<Choices choices={view.session.choices} />
						{code ? <CodeEditor /> : <Editor />}
					</div>
					<div id="preview" className={cx(panes("preview"), "bg-sunken p-4")}>
						{code ? <CodePreview /> : <Preview />}
					</div>
				</main>
				<p aria-live="polite" className="sr-only">
					{said}
				</p>
				{dialog === "bank" && (code ? <ClauseBankDialog /> : <BankDialog />)}
				{dialog === "paste" && (code ? <CodePasteDialog /> : <PasteDialog />)}
			</div>
		</BuilderContext.Provider>
	);
}

function Preview() {
	const { draft, selected } = useBuilderParts();
	const { open } = useLoaderData<typeof loader>();
	const t = useWords(builderWords);
	const [facts, setFacts] = useState<SchoolFacts>({
		kind: open.draft.kinds[0] ?? "MN",
		ownership: "cong_lap",
		classrooms: 12,
		pupils: 300,
		staff: 25,
		sites: 1,
	});
	return (
		<>
			<h2 className="mb-3 font-semibold">{t.preview}</h2>
			<PhonePreview
				definition={draft.definition}
				facts={facts}
				onFactsChange={setFacts}
				{...(selected.kind === "item" ? { focusItem: selected.code } : {})}
			/>
		</>
	);
}

/** Ctrl+Z and Ctrl+Y for the page; inside a text they are the text's own. */
function useUndoKeys(undo: () => void, redo: () => void): void {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			const key = event.key.toLowerCase();
			if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
			const { tagName, type } = event.target as HTMLInputElement;
			if (tagName === "TEXTAREA" || (tagName === "INPUT" && !["checkbox", "radio"].includes(type))) return;
			event.preventDefault();
			if (key === "y" || event.shiftKey) redo();
			else undo();
		};
		window.addEventListener("keydown", onKey);
		return () => window.removeEventListener("keydown", onKey);
	}, [undo, redo]);
}
