import type { ItemField } from "#app/domain/authoring/edit-schema.ts";
import type { Item, Section } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { wordsWith } from "./item-editor.tsx";
import { OptionsField } from "./options-field.tsx";
import { ExpressionEditor } from "./slots.tsx";
import { TypedField } from "./typed-field.tsx";
import { VerdictFields } from "./verdict-fields.tsx";

export type SetField = (field: ItemField, value: unknown) => boolean;
type TypeProps<T extends Item = Item> = { item: T; section: Section; set: SetField };

/** What an item has because of the way it is answered. */
export function TypeFields({ item, section, set }: TypeProps) {
	switch (item.type) {
		case "verdict":
			return <VerdictFields item={item} set={set} />;
		case "choice":
			return <OptionsField item={item} set={set} />;
		case "choices":
			return (
				<>
					<OptionsField item={item} set={set} />
					<Limits item={item} set={set} labels="choices" />
				</>
			);
		case "integer":
			return <Numbers item={item} set={set} />;
		case "decimal":
			return <Numbers item={item} set={set} />;
		case "date":
			return <Days item={item} set={set} />;
		case "computed":
			return <Computed item={item} section={section} set={set} />;
		default:
			return <Texts item={item} set={set} />;
	}
}

/** A number as it is typed in Vietnamese; null where nothing, or nothing sensible, stands. */
export function numberIn(text: string): number | null {
	const number = Number(text.trim().replace(",", "."));
	return text.trim() === "" || !Number.isFinite(number) ? null : number;
}

export function numberText(value: number | undefined): string {
	return value === undefined ? "" : String(value).replace(".", ",");
}

function Limits({
	item,
	set,
	labels,
}: {
	item: { min?: number; max?: number };
	set: SetField;
	labels: "choices" | "numbers";
}) {
	const { item: t } = useWords(builderWords);
	const [fewest, most] = labels === "choices" ? [t.fewest, t.most] : [t.min, t.max];
	return (
		<>
			<TypedField
				kind="decimal"
				name="min"
				label={fewest}
				optional
				value={numberText(item.min)}
				commit={(text) => set("min", numberIn(text))}
			/>
			<TypedField
				kind="decimal"
				name="max"
				label={most}
				optional
				value={numberText(item.max)}
				commit={(text) => set("max", numberIn(text))}
			/>
		</>
	);
}

function Numbers({ item, set }: { item: Extract<Item, { type: "integer" | "decimal" }>; set: SetField }) {
	const { item: t } = useWords(builderWords);
	return (
		<div className="flex flex-wrap gap-4">
			<Limits item={item} set={set} labels="numbers" />
			<TypedField
				name="unit"
				label={t.unit}
				optional
				className="max-w-40"
				value={item.unit?.vi ?? ""}
				commit={(vi) => set("unit", wordsWith(item.unit, { vi }))}
			/>
			{item.type === "decimal" && (
				<TypedField
					kind="number"
					name="digits"
					label={t.digits}
					value={numberText(item.digits)}
					commit={(text) => set("digits", numberIn(text))}
				/>
			)}
		</div>
	);
}

function Days({ item, set }: { item: Extract<Item, { type: "date" }>; set: SetField }) {
	const { item: t } = useWords(builderWords);
	return (
		<div className="flex flex-wrap gap-4">
			<TypedField
				kind="date"
				name="min"
				label={t.from}
				optional
				value={item.min ?? ""}
				commit={(day) => set("min", day || null)}
			/>
			<TypedField
				kind="date"
				name="max"
				label={t.to}
				optional
				value={item.max ?? ""}
				commit={(day) => set("max", day || null)}
			/>
		</div>
	);
}

function Texts({ item, set }: { item: Extract<Item, { type: "text" | "longtext" }>; set: SetField }) {
	const { item: t } = useWords(builderWords);
	return (
		<>
			<TypedField
				kind="number"
				name="maxLength"
				label={t.maxLength}
				value={numberText(item.maxLength)}
				commit={(text) => set("maxLength", numberIn(text))}
			/>
			<Checkbox
				name="anonymous"
				label={t.anonymous}
				checked={item.anonymous ?? false}
				onChange={(event) => set("anonymous", event.target.checked || null)}
			/>
		</>
	);
}

function Computed({ item, section, set }: TypeProps<Extract<Item, { type: "computed" }>>) {
	const { draft } = useBuilderParts();
	const { item: t } = useWords(builderWords);
	return (
		<>
			<fieldset>
				<legend className="font-medium">{t.expression}</legend>
				<ExpressionEditor
					definition={draft.definition}
					home={{ section: section.code, item: item.code }}
					value={item.expression}
					onChange={(value) => set("expression", value)}
				/>
			</fieldset>
			<div className="flex flex-wrap gap-4">
				<TypedField
					kind="number"
					name="digits"
					label={t.digits}
					value={numberText(item.digits)}
					commit={(text) => set("digits", numberIn(text))}
				/>
				<TypedField
					name="unit"
					label={t.unit}
					optional
					className="max-w-40"
					value={item.unit?.vi ?? ""}
					commit={(vi) => set("unit", wordsWith(item.unit, { vi }))}
				/>
			</div>
		</>
	);
}
