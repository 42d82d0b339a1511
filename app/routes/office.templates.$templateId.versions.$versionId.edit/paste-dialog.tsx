import { useMemo, useState } from "react";
import { insertSections } from "#app/domain/authoring/insert-sections.ts";
import { readPastedRows } from "#app/domain/interchange/pasted.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { noteSentence } from "#app/i18n/interchange-notes.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { Pasting } from "./pasting.tsx";
import { useTarget } from "./use-target.ts";

/** Rows of a workbook become items. */
export function PasteDialog() {
	const { actions } = useBuilderParts();
	const { paste: t, said } = useWords(builderWords);
	const [text, setText] = useState("");
	const target = useTarget();
	const locale = useLocale();
	const { sections, notes } = useMemo(() => readPastedRows(text), [text]);
	// What was a heading or a sum is no trouble; the list below shows it.
	const trouble = notes.filter(({ severity }) => severity !== "info");
	const count = sections.reduce((sum, { items }) => sum + items.length, 0);
	const insert = () => {
		const edits = insertSections(actions.now(), target(), sections);
		actions.perform(edits);
		actions.say(said.inserted(count));
		actions.open(null);
		const first = edits.find((edit) => edit.do === "add_item");
		if (first?.do === "add_item") actions.select({ kind: "item", code: first.value.code });
	};
	return (
		<Pasting
			words={t}
			rows={6}
			text={text}
			onText={setText}
			count={count}
			found={t.found(count, sections.length)}
			insert={insert}
		>
			{trouble.length > 0 && (
				<Notice tone="warning">
					<ul>
						{trouble.slice(0, 20).map((note) => (
							<li key={`${note.line} ${note.code}`}>
								{t.line(note.line)}: {noteSentence(note, locale)}
							</li>
						))}
					</ul>
				</Notice>
			)}
			{sections.map((section, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the list is read anew as a whole
				<section key={at}>
					<h3 className="font-semibold">{section.title || t.untitled}</h3>
					<ul className="list-disc ps-5">
						{section.items.slice(0, 100).map((item) => (
							<li key={item.code}>
								{item.text.vi} {item.mandatory ? "★" : ""}
							</li>
						))}
					</ul>
				</section>
			))}
		</Pasting>
	);
}
