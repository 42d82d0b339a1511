import { insertItems } from "#app/domain/authoring/make.ts";
import type { BankLine } from "#app/domain/templates/bank.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { LibraryDialog } from "./library-dialog.tsx";
import { useTarget } from "./use-target.ts";

/** Items of the library, found by their words and taken over with code and origin. */
export function BankDialog() {
	const { actions } = useBuilderParts();
	const { bank: t, said } = useWords(builderWords);
	const locale = useLocale();
	const target = useTarget();
	const insert = (lines: BankLine[]) => {
		const { section, after } = target();
		const items = lines.map(({ item }) => item);
		const edits = insertItems(actions.now(), section, after, items);
		actions.perform(edits);
		actions.say(said.inserted(edits.length));
		actions.open(null);
		const [first] = edits;
		if (first?.do === "add_item") actions.select({ kind: "item", code: first.value.code });
	};
	return (
		<LibraryDialog<BankLine>
			words={t}
			from="/office/templates/bank"
			insert={insert}
			draw={({ item }) => (
				<>
					<span className="text-sm text-muted">{item.code}</span> {item.text[locale] || item.text.vi}
				</>
			)}
		/>
	);
}
