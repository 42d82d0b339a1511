import X from "lucide-react/icons/x";
import { type ChosenCheck, checkExpression, checkFrom } from "#app/domain/authoring/chosen.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { CrossCheck, Definition } from "#app/domain/forms/schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { sentencesOf } from "#app/i18n/condition-sentence.ts";
import { Button } from "../button.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { Notice } from "../notice.tsx";
import type { CheckDraft } from "./checks-editor.tsx";
import { isUnfinished } from "./condition-editor.tsx";
import { ExpertBox } from "./expert-box.tsx";
import { ItemsPicker } from "./items-picker.tsx";
import { LinesEditor } from "./lines-editor.tsx";
import { Choice, NeededText, Sentence, TextBox } from "./parts.tsx";
import { useDraft } from "./use-draft.ts";
import type { Reach } from "./use-reach.ts";

type CardProps = {
	number: number;
	definition: Definition;
	reach: Reach;
	value: CheckDraft;
	/** It has everything a check needs. */
	whole: boolean;
	onChange(check: CheckDraft): void;
	onRemove(): void;
};

const nothing: ChosenCheck = { never: false, chosen: { join: "and", parts: [] } };

/** One check: what must hold or must not happen, what is said when it fails, and where. */
export function CheckCard({ number, definition, reach, value, whole, onChange, onRemove }: CardProps) {
	const { checks: t, condition: c } = useWords(authoringWords);
	const [check, choose] = useDraft<ChosenCheck>({
		value: value.holds,
		read: (holds) => (holds === undefined ? nothing : checkFrom(holds)),
		write: checkExpression,
		onChange: (holds) => onChange({ ...value, holds }),
	});
	// A check whose message stands in a row is asked row by row, and may speak of the row.
	const roster = prepare(definition).rosterOf.get(value.items[0] ?? "");
	const here = roster === undefined ? reach : reach.inRows(roster);
	return (
		<fieldset className="grid min-w-0 gap-3 rounded-md border border-line p-4">
			<legend className="px-1 font-medium">{t.one(number)}</legend>
			<Said check={check} value={value} definition={definition} />
			{check === null ? (
				<Notice>{c.expertOnly}</Notice>
			) : (
				<>
					<Choice
						label={t.mode}
						value={check.never ? "never" : "must"}
						options={(["must", "never"] as const).map((mode) => ({ value: mode, label: t.modes[mode] }))}
						onChange={(mode) => choose({ ...check, never: mode === "never" })}
					/>
					<LinesEditor
						reach={here}
						value={check.chosen}
						onChange={(chosen) => choose({ ...check, chosen })}
						joinLabel={t.join}
					/>
				</>
			)}
			<ExpertBox
				definition={definition}
				value={value.holds}
				onChange={(holds) => holds && onChange({ ...value, holds })}
				open={check === null}
			/>
			<NeededText
				label={t.message}
				hint={t.messageHint}
				missing={t.messageMissing}
				long
				value={value.message.vi}
				onChange={(vi) => onChange({ ...value, message: { ...value.message, vi } })}
			/>
			<TextBox
				label={t.messageEn}
				value={value.message.en ?? ""}
				onChange={(en) => onChange({ ...value, message: { vi: value.message.vi, ...(en === "" ? {} : { en }) } })}
			/>
			<ItemsPicker
				label={t.at}
				definition={definition}
				items={[...prepare(definition).itemByCode.values()]}
				value={value.items}
				onChange={(items) => onChange({ ...value, items })}
			/>
			{value.items.length === 0 && <p className="text-sm text-warn-ink">{t.atMissing}</p>}
			<Choice<CrossCheck["severity"]>
				label={t.severity}
				value={value.severity}
				options={(["error", "warning"] as const).map((one) => ({ value: one, label: t.severities[one] }))}
				onChange={(severity) => onChange({ ...value, severity })}
			/>
			{(!whole || (check && isUnfinished(check.chosen))) && <p className="text-sm text-warn-ink">{t.unfinished}</p>}
			<Button variant="quiet" className="justify-self-start" icon={<X />} onClick={onRemove}>
				{t.remove(number)}
			</Button>
		</fieldset>
	);
}

type SaidProps = { check: ChosenCheck | null; value: CheckDraft; definition: Definition };

function Said({ check, value, definition }: SaidProps) {
	const { checks: t } = useWords(authoringWords);
	const locale = useLocale();
	if (value.holds === undefined) return null;
	const { condition } = sentencesOf(prepare(definition), locale);
	const never = check?.never && value.holds.op === "not" ? value.holds.arg : null;
	return <Sentence>{never ? t.mustNot(condition(never)) : t.must(condition(value.holds))}</Sentence>;
}
