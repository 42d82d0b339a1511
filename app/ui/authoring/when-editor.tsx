import { type Chosen, chosenFrom, expressionFrom } from "#app/domain/authoring/chosen.ts";
import type { Expression } from "#app/domain/forms/expression-schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { Button } from "../button.tsx";
import { useWords } from "../locale.tsx";
import { Notice } from "../notice.tsx";
import { isUnfinished } from "./condition-editor.tsx";
import { ExpertBox } from "./expert-box.tsx";
import { LinesEditor } from "./lines-editor.tsx";
import { useDraft } from "./use-draft.ts";
import type { Reach } from "./use-reach.ts";

type WhenProps = {
	title: string;
	reach: Reach;
	value: Expression | undefined;
	/** undefined: nothing is chosen. */
	onChange(value: Expression | undefined): void;
	/** Said while nothing is chosen: what is missing, or what then holds. */
	blank: string;
	/** It may be left out. */
	optional?: boolean;
};

/** A condition of something that is no item: built by choosing, and as an expression for the expert. Its sentence is its owner's. */
export function WhenEditor({ title, reach, value, onChange, blank, optional }: WhenProps) {
	const { condition: t, checks } = useWords(authoringWords);
	const words = useWords(partsWords);
	const [chosen, choose] = useDraft<Chosen>({ value, read: chosenFrom, write: expressionFrom, onChange });
	return (
		<fieldset className="grid min-w-0 gap-2">
			<legend className="mb-1 font-medium">{title}</legend>
			{value === undefined && <p className={optional ? "text-sm text-muted" : "text-sm text-warn-ink"}>{blank}</p>}
			{chosen === null ? (
				<Notice actions={<Button onClick={() => onChange(undefined)}>{t.startAnew}</Button>}>{words.expertOnly}</Notice>
			) : (
				<>
					<LinesEditor reach={reach} value={chosen} onChange={choose} joinLabel={checks.join} />
					{isUnfinished(chosen) && <p className="text-sm text-warn-ink">{t.unfinished}</p>}
				</>
			)}
			<ExpertBox
				definition={reach.definition}
				value={value}
				onChange={onChange}
				{...(optional ? { optional } : {})}
				open={chosen === null}
			/>
		</fieldset>
	);
}
