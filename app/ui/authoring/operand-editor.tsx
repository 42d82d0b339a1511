import type { Operand } from "#app/domain/authoring/chosen.ts";
import { schoolField } from "#app/domain/forms/expression-schema.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { expressionWords } from "#app/i18n/condition-sentence.ts";
import { textOf } from "#app/i18n/returns.ts";
import { cx } from "../cx.ts";
import { useLocale, useWords } from "../locale.tsx";
import { ItemPicker } from "./item-picker.tsx";
import { ItemsPicker } from "./items-picker.tsx";
import { Choice } from "./parts.tsx";
import type { Reach } from "./use-reach.ts";
import { WhereLines } from "./where-lines.tsx";

type Kind = Operand["kind"];

type OperandProps = {
	label: string;
	reach: Reach;
	/** The kinds on offer; one alone is not asked for. */
	kinds: readonly Kind[];
	value: Operand;
	onChange(operand: Operand): void;
	/** The label stands already around it. */
	labelHidden?: boolean;
};

/** A figure or an answer that a condition or a computation is about. */
export function OperandEditor({ label, labelHidden, reach, kinds, value, onChange }: OperandProps) {
	const t = useWords(authoringWords).operand;
	const offered = offeredKinds(kinds, reach);
	return (
		<div className={cx("grid min-w-0 items-start gap-2", isShort(value) && "@md:grid-flow-col @md:auto-cols-fr")}>
			{(offered.length > 1 || !offered.includes(value.kind)) && (
				<Choice<Kind>
					label={label}
					labelHidden={labelHidden}
					value={value.kind}
					options={offered.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
					onChange={(kind) => onChange(freshOperand(kind, reach))}
				/>
			)}
			<Rest reach={reach} value={value} onChange={onChange} />
		</div>
	);
}

/** One more choice, which stands beside the first where there is room. */
function isShort(value: Operand): boolean {
	return value.kind === "item" || value.kind === "fact";
}

/** Kinds that the form has something of. */
export function offeredKinds(kinds: readonly Kind[], reach: Reach): Kind[] {
	const lacking: Partial<Record<Kind, boolean>> = {
		item: reach.items.length === 0,
		count: reach.outcomes.length === 0,
		sum: reach.figures.length === 0,
		rows: reach.rosters.length === 0,
		total: reach.columns.length === 0,
	};
	return kinds.filter((kind) => !lacking[kind]);
}

/** An operand of a kind before anything more is chosen. */
export function freshOperand(kind: Kind, reach: Reach): Operand {
	switch (kind) {
		case "value":
			return { kind, value: 1 };
		case "item":
			return { kind, item: "" };
		case "fact":
			return { kind, field: "kind" };
		case "count":
			return { kind, outcome: "unmet", items: [] };
		case "sum":
			return { kind, items: [] };
		case "rows":
			return { kind, roster: reach.rosters[0] ?? "", where: [] };
		case "total":
			return { kind, item: "", where: [] };
	}
}

function Rest({ reach, value, onChange }: Omit<OperandProps, "label" | "kinds">) {
	const t = useWords(authoringWords).operand;
	const { fields, outcomes } = useWords(expressionWords);
	const locale = useLocale();
	const { definition } = reach;
	switch (value.kind) {
		case "value":
			return null;
		case "item":
			return (
				<ItemPicker
					label={t.item}
					items={reach.items}
					value={value.item}
					onChange={(item) => onChange({ kind: "item", item })}
				/>
			);
		case "fact":
			return (
				<Choice
					label={t.field}
					value={value.field}
					options={schoolField.options.map((field) => ({ value: field, label: fields[field] }))}
					onChange={(field) => onChange({ kind: "fact", field })}
				/>
			);
		case "count":
			return (
				<>
					<Choice
						label={t.outcome}
						value={value.outcome}
						options={(["met", "unmet", "na"] as const).map((one) => ({ value: one, label: outcomes[one] }))}
						onChange={(outcome) => onChange({ ...value, outcome })}
					/>
					<ItemsPicker
						label={t.countIn}
						definition={definition}
						items={reach.outcomes}
						value={value.items}
						onChange={(items) => onChange({ ...value, items })}
					/>
				</>
			);
		case "sum":
			return (
				<ItemsPicker
					label={t.sumOf}
					definition={definition}
					items={reach.figures}
					value={value.items}
					onChange={(items) => onChange({ kind: "sum", items })}
				/>
			);
		case "rows":
			return (
				<>
					<Choice
						label={t.roster}
						value={value.roster}
						options={reach.rosters.map((code) => {
							const section = prepare(definition).rosters.get(code);
							const row = section ? textOf(section.roster.row, locale) : code;
							return { value: code, label: t.rosterName(row, section ? textOf(section.title, locale) : code) };
						})}
						onChange={(roster) => onChange({ kind: "rows", roster, where: [] })}
					/>
					<WhereLines
						reach={reach.inRows(value.roster)}
						value={value.where}
						onChange={(where) => onChange({ ...value, where })}
					/>
				</>
			);
		case "total": {
			const roster = prepare(definition).rosterOf.get(value.item);
			return (
				<>
					<ItemPicker
						label={t.column}
						items={reach.columns}
						value={value.item}
						onChange={(item) => onChange({ kind: "total", item, where: [] })}
					/>
					{roster !== undefined && (
						<WhereLines
							reach={reach.inRows(roster)}
							value={value.where}
							onChange={(where) => onChange({ ...value, where })}
						/>
					)}
				</>
			);
		}
	}
}
