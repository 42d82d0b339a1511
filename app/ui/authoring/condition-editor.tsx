import { type Chosen, chosenFrom, expressionFrom, isFinishedTest, isGroup } from "#app/domain/authoring/chosen.ts";
import type { Expression } from "#app/domain/forms/expression-schema.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { sentencesOf } from "#app/i18n/condition-sentence.ts";
import { Button } from "../button.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { Notice } from "../notice.tsx";
import { ExpertBox } from "./expert-box.tsx";
import { LinesEditor } from "./lines-editor.tsx";
import { Sentence } from "./parts.tsx";
import { useDraft } from "./use-draft.ts";
import { useReach } from "./use-reach.ts";

export type ConditionEditorProps = {
	definition: Definition;
	/** Whose condition it is: an item's, or with `item` missing the section's own. */
	home: { section: string; item?: string };
	value: Expression | undefined;
	/** undefined: always asked. */
	onChange(value: Expression | undefined): void;
	/** Name of the expert's text box, where the form is posted. */
	name?: string;
};

/** When an item or a section is asked: built by choosing, said as a sentence, and as an expression for the expert. */
export function ConditionEditor({ definition, home, value, onChange, name }: ConditionEditorProps) {
	const { condition: t } = useWords(authoringWords);
	const locale = useLocale();
	const reach = useReach(definition, home);
	const [chosen, choose] = useDraft<Chosen>({ value, read: chosenFrom, write: expressionFrom, onChange });
	const said = value && sentencesOf(prepare(definition), locale).condition(value);
	return (
		<fieldset className="grid min-w-0 gap-3">
			<legend className="mb-2 font-semibold">{t.title}</legend>
			<Sentence>{said === undefined ? t.always : t.onlyIf(said)}</Sentence>
			{chosen === null ? (
				<Notice actions={<Button onClick={() => onChange(undefined)}>{t.startAnew}</Button>}>{t.expertOnly}</Notice>
			) : (
				<>
					<LinesEditor reach={reach} value={chosen} onChange={choose} joinLabel={t.join} />
					{isUnfinished(chosen) && <p className="text-sm text-warn-ink">{t.unfinished}</p>}
				</>
			)}
			<ExpertBox
				definition={definition}
				self={home.item}
				value={value}
				onChange={onChange}
				optional
				open={chosen === null}
				name={name}
			/>
		</fieldset>
	);
}

/** Whether a line waits for something to be chosen. */
export function isUnfinished(chosen: Chosen): boolean {
	return chosen.parts.some((part) => (isGroup(part) ? !part.parts.every(isFinishedTest) : !isFinishedTest(part)));
}
