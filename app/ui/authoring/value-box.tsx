import type { Operand, Test } from "#app/domain/authoring/chosen.ts";
import { likenessOf, optionValues } from "#app/domain/authoring/offered.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { answerText } from "#app/i18n/answer-text.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { expressionWords } from "#app/i18n/condition-sentence.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { useLocale, useWords } from "../locale.tsx";
import { freshOperand, OperandEditor, offeredKinds } from "./operand-editor.tsx";
import { Choice, NumberBox, TextBox } from "./parts.tsx";
import type { Reach } from "./use-reach.ts";

type Compared = Extract<Test, { right: Operand }>;
type Ticked = Extract<Test, { value: string }>;

/** The option that an item with several ticked ones has or has not. */
export function OptionBox({ reach, value, onChange }: { reach: Reach; value: Ticked; onChange(line: Test): void }) {
	const t = useWords(authoringWords).operand;
	const item = prepare(reach.definition).itemByCode.get(value.item);
	const options = useOptions(item);
	return (
		<Choice
			label={t.option}
			value={value.value}
			options={options}
			onChange={(chosen) => onChange({ ...value, value: chosen })}
		/>
	);
}

type ValueProps = { reach: Reach; inRows?: boolean | undefined; value: Compared; onChange(line: Test): void };

/** What a left side is compared with: a value of its own kind, or for figures and days something else of the form. */
export function ValueBox({ reach, inRows, value, onChange }: ValueProps) {
	const t = useWords(authoringWords).operand;
	const likeness = likenessOf(reach.definition, value.left);
	const ordered = likeness.like === "figure" || likeness.like === "day";
	const set = (right: Operand) => onChange({ ...value, right });
	const others: readonly Operand["kind"][] =
		likeness.like === "day" || inRows ? ["item"] : ["item", "sum", "total", "rows", "count", "fact"];
	const kinds = ordered ? offeredKinds(["value", ...others], reach) : (["value"] as const);
	if (value.right.kind === "value" && kinds.length === 1) return <Fixed reach={reach} value={value} onChange={set} />;
	return (
		<>
			<Choice<Operand["kind"]>
				label={t.withWhat}
				value={value.right.kind}
				options={kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
				onChange={(kind) =>
					set(
						kind === "value"
							? { kind, value: likeness.like === "day" ? "" : 1 }
							: kind === "fact"
								? { kind, field: "pupils" }
								: freshOperand(kind, reach),
					)
				}
			/>
			{value.right.kind === "value" ? (
				<Fixed reach={reach} value={value} onChange={set} />
			) : (
				<OperandEditor label={t.withWhat} reach={reach} kinds={[value.right.kind]} value={value.right} onChange={set} />
			)}
		</>
	);
}

type FixedProps = { reach: Reach; value: Compared; onChange(right: Operand): void };

function Fixed({ reach, value: { left, right }, onChange }: FixedProps) {
	const t = useWords(authoringWords).operand;
	const e = useWords(expressionWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const { stages } = useWords(conductWords);
	const likeness = likenessOf(reach.definition, left);
	const options = useOptions("item" in likeness ? likeness.item : undefined);
	const given = right.kind === "value" ? right.value : "";
	const set = (value: string | number | boolean) => onChange({ kind: "value", value });
	const named = (names: Record<string, string>) => (
		<Choice
			label={t.option}
			value={String(given)}
			options={Object.entries(names).map(([value, label]) => ({ value, label }))}
			onChange={set}
		/>
	);
	switch (likeness.like) {
		case "figure":
			return (
				<NumberBox
					label={t.number}
					value={typeof given === "number" ? given : undefined}
					onChange={(number) => number !== undefined && set(number)}
				/>
			);
		case "day":
			return <TextBox label={t.day} type="date" value={String(given)} onChange={set} />;
		case "text":
			return <TextBox label={t.text} value={String(given)} onChange={set} />;
		case "truth":
			return (
				<Choice
					label={t.option}
					value={String(given)}
					options={(["true", "false"] as const).map((value) => ({ value, label: e[value] }))}
					onChange={(value) => set(value === "true")}
				/>
			);
		case "flag":
			return (
				<Choice
					label={t.option}
					value={String(given)}
					options={[
						{ value: "1", label: e.true },
						{ value: "0", label: e.false },
					]}
					onChange={(value) => set(Number(value))}
				/>
			);
		case "kind":
			return named(kinds);
		case "ownership":
			return named(ownerships);
		case "stage":
			return named(stages);
		case "choices":
		case "options":
			return <Choice label={t.option} value={String(given)} options={options} onChange={set} />;
	}
}

/** The options of an item by what they are called on the form. */
function useOptions(item: Item | undefined): { value: string; label: string }[] {
	const locale = useLocale();
	if (item?.type !== "verdict" && item?.type !== "choice" && item?.type !== "choices") return [];
	return optionValues(item).map((value) => ({ value, label: answerText(item, value, locale) || value }));
}
