import { useMemo, useState } from "react";
import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import type { Edit } from "#app/domain/authoring/edit-schema.ts";
import { applyEdits } from "#app/domain/authoring/edits.ts";
import { codeForItem, codeForSection, insertItems, newSection } from "#app/domain/authoring/make.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useTarget } from "./bank-dialog.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { Dialog } from "./dialog.tsx";
import { type Pasted, readPastedRows } from "./pasted.ts";

/** Rows of a workbook become items; what was recognised is shown before anything is added. */
export function PasteDialog() {
	const { actions } = useBuilderParts();
	const { paste: t, said } = useWords(builderWords);
	const [text, setText] = useState("");
	const target = useTarget();
	const { sections } = useMemo(() => readPastedRows(text), [text]);
	const count = sections.reduce((sum, { items }) => sum + items.length, 0);
	const insert = () => {
		const edits = pastedEdits(actions.now(), sections, target());
		actions.perform(edits);
		actions.say(said.inserted(count));
		actions.open(null);
		const first = edits.find((edit) => edit.do === "add_item");
		if (first?.do === "add_item") actions.select({ kind: "item", code: first.value.code });
	};
	return (
		<Dialog
			title={t.title}
			text={t.text}
			close={t.close}
			foot={
				<Button variant="primary" onClick={() => count > 0 && insert()}>
					{t.insert(count)}
				</Button>
			}
		>
			<TextArea
				name="pasted"
				label={t.area}
				rows={6}
				value={text}
				autoFocus
				spellCheck={false}
				onChange={(event) => setText(event.target.value)}
			/>
			{text.trim() !== "" && (
				<p role="status" className="font-medium">
					{count > 0 ? t.found(count, sections.length) : t.nothing}
				</p>
			)}
			{sections.map((section, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the list is read anew as a whole
				<section key={at}>
					<h3 className="font-semibold">{section.title || t.untitled}</h3>
					<ul className="list-disc ps-5">
						{section.items.slice(0, 100).map((item) => (
							<li key={item.code}>
								{item.text.vi} {item.type === "verdict" && item.mandatory ? "★" : ""}
							</li>
						))}
					</ul>
				</section>
			))}
		</Dialog>
	);
}

/** Items above the first heading go where one is; each heading becomes a section of its own at the end. */
function pastedEdits(
	draft: Draft,
	sections: Pasted["sections"],
	target: { section: string; after: string | null },
): Edit[] {
	const edits: Edit[] = [];
	let now = draft;
	const take = (more: readonly Edit[]) => {
		edits.push(...more);
		now = applyEdits(now, more);
	};
	for (const { title, items } of sections) {
		let { section, after } = target;
		if (title !== "" || section === "") {
			section = codeForSection(now);
			after = null;
			const last = now.definition.sections.at(-1)?.code ?? null;
			take([{ do: "add_section", after: last, value: { ...newSection(section), title: { vi: title } } }]);
		}
		for (const item of items) {
			// A row without a code of its own goes on from the items that stand there.
			const code = /^D\.\d+$/.test(item.code) ? codeForItem(now, section, after) : item.code;
			const [edit] = insertItems(now, section, after, [{ ...item, code }]);
			if (edit?.do !== "add_item") continue;
			take([edit]);
			after = edit.value.code;
		}
	}
	return edits;
}
