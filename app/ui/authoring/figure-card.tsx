import type { Expression } from "#app/domain/forms/expression-schema.ts";
import type { Figure } from "#app/domain/forms/figure-schema.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { sentencesOf } from "#app/i18n/condition-sentence.ts";
import { Checkbox } from "../choice.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { ExpressionEditor } from "./expression-editor.tsx";
import { ItemPicker } from "./item-picker.tsx";
import type { CardProps } from "./part-list.tsx";
import { EnglishBox, PartCode, withWords } from "./part-words.tsx";
import { Choice, NeededText, NumberBox, Sentence, TextBox } from "./parts.tsx";
import { useReach } from "./use-reach.ts";
import { WhenEditor } from "./when-editor.tsx";

/** A column while it is being made: what it takes may not be chosen yet. */
export type FigureDraft = Omit<Figure, "value"> & { value: Expression | undefined };

const types = ["sum", "share", "yes", "text"] as const;

/** A column in which only its code is given. */
export function freshFigure(code: string): FigureDraft {
	return { code, label: { vi: "" }, type: "sum", value: undefined, digits: 0, watched: false };
}

/** The column as the form may hold it; null while its name or what it takes is missing. */
export function wholeFigure({ value, ...rest }: FigureDraft): Figure | null {
	const complete = rest.label.vi.trim() !== "" && (rest.type === "share") === (rest.of !== undefined);
	return complete && value ? { ...rest, value } : null;
}

/** One column of the roll-up: its name, what it takes from a return, and how totals are made of it. */
export function FigureCard({ definition, value: figure, taken, onChange }: CardProps<FigureDraft>) {
	const { figures: t, more } = useWords(partsWords);
	const set = (part: Partial<FigureDraft>) => onChange({ ...figure, ...part });
	const amount = figure.type === "sum" || figure.type === "share";
	return (
		<>
			<Said definition={definition} figure={figure} />
			<NeededText
				label={t.label}
				missing={t.labelMissing}
				value={figure.label.vi}
				onChange={(vi) => set({ label: { ...figure.label, vi } })}
			/>
			<Choice
				label={t.type}
				value={figure.type}
				options={types.map((type) => ({ value: type, label: t.types[type] }))}
				onChange={(type) => onChange(retyped(figure, type))}
			/>
			<Taken definition={definition} figure={figure} set={set} />
			<div className="grid gap-3 sm:grid-cols-2">
				<TextBox
					label={t.group}
					value={figure.group?.vi ?? ""}
					onChange={(vi) => set({ group: withWords(figure.group, { vi }) })}
				/>
				{figure.type === "sum" && (
					<TextBox
						label={t.unit}
						value={figure.unit?.vi ?? ""}
						onChange={(vi) => set({ unit: withWords(figure.unit, { vi }) })}
					/>
				)}
			</div>
			{amount && (
				<>
					<NumberBox
						label={t.digits}
						digits={0}
						value={figure.digits}
						onChange={(digits) => digits !== undefined && digits >= 0 && digits <= 6 && set({ digits })}
					/>
					<Checkbox
						name={`watched-${figure.code}`}
						label={t.watched}
						hint={t.watchedHint}
						checked={figure.watched}
						onChange={(event) => set({ watched: event.target.checked })}
					/>
				</>
			)}
			<details>
				<summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-medium text-accent-ink underline underline-offset-4 pointer-coarse:min-h-12">
					{more}
				</summary>
				<div className="grid gap-3 py-2">
					<PartCode code={figure.code} taken={taken} onChange={(code) => set({ code })} />
					<EnglishBox label={t.labelEn} value={figure.label} onChange={(label) => set({ label })} />
					{figure.group && <EnglishBox label={t.groupEn} value={figure.group} onChange={(group) => set({ group })} />}
					{figure.unit && <EnglishBox label={t.unitEn} value={figure.unit} onChange={(unit) => set({ unit })} />}
				</div>
			</details>
		</>
	);
}

/** As another type: a number stays one, everything else is chosen anew. */
function retyped({ value, of: _whole, unit, ...rest }: FigureDraft, type: Figure["type"]): FigureDraft {
	const number = (one: Figure["type"]) => one === "sum" || one === "share";
	const kept = number(rest.type) && number(type) ? value : undefined;
	return {
		...rest,
		type,
		value: kept,
		...(unit && type === "sum" ? { unit } : {}),
		watched: rest.watched && number(type),
	};
}

type TakenProps = { definition: Definition; figure: FigureDraft; set(part: Partial<FigureDraft>): void };

function Taken({ definition, figure, set }: TakenProps) {
	const { figures: t } = useWords(partsWords);
	const reach = useReach(definition, {});
	switch (figure.type) {
		case "sum":
			return (
				<ExpressionEditor
					definition={definition}
					home={{}}
					title={t.value}
					kindLabel={t.kind}
					without={["condition", "share"]}
					value={figure.value}
					onChange={(value) => set({ value })}
				/>
			);
		case "share":
			return (["value", "of"] as const).map((side) => (
				<ExpressionEditor
					key={side}
					definition={definition}
					home={{}}
					title={side === "value" ? t.part : t.whole}
					kindLabel={t.kind}
					without={["condition", "share"]}
					value={figure[side]}
					onChange={(value) => set({ [side]: value })}
				/>
			));
		case "yes":
			return (
				<WhenEditor
					title={t.when}
					reach={reach}
					value={figure.value}
					onChange={(value) => set({ value })}
					blank={t.whenMissing}
				/>
			);
		case "text":
			return (
				<ItemPicker
					label={t.item}
					items={reach.items}
					value={figure.value?.op === "answer" ? figure.value.item : ""}
					onChange={(item) => set({ value: { op: "answer", item } })}
				/>
			);
	}
}

function Said({ definition, figure: { type, value, of } }: { definition: Definition; figure: FigureDraft }) {
	const { figures: t } = useWords(partsWords);
	const { quantity, condition } = sentencesOf(prepare(definition), useLocale());
	if (!value || (type === "share" && !of)) return null;
	return (
		<Sentence>
			{type === "share" && of
				? t.share(quantity(value), quantity(of))
				: type === "yes"
					? t.yes(condition(value))
					: type === "text"
						? t.text(quantity(value))
						: t.sum(quantity(value))}
		</Sentence>
	);
}
