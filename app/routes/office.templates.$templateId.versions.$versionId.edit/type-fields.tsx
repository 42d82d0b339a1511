import type { ItemField } from "#app/domain/authoring/edit-schema.ts";
import { fieldOf } from "#app/domain/authoring/invert.ts";
import type { Item, Section } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { ExpressionEditor } from "#app/ui/authoring/expression-editor.tsx";
import { LimitsEditor } from "#app/ui/authoring/limits-editor.tsx";
import { RefusesEditor } from "#app/ui/authoring/refuses-editor.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { wordsWith } from "./item-editor.tsx";
import { OptionsField } from "./options-field.tsx";
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
					<Limits item={item} set={set} />
				</>
			);
		case "integer":
			return <Numbers item={item} set={set} />;
		case "decimal":
			return <Numbers item={item} set={set} />;
		case "date":
			return <Limits item={item} set={set} />;
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

type Limited = Extract<Item, { type: "choices" | "integer" | "decimal" | "date" | "text" | "longtext" }>;

/** The limits, one edit for each that is another one now. */
function Limits({ item, set }: { item: Limited; set: SetField }) {
	return (
		<LimitsEditor
			item={item}
			onChange={(next) => {
				for (const field of ["min", "max", "maxLength"] as const)
					if (fieldOf(next, field) !== fieldOf(item, field)) set(field, fieldOf(next, field) ?? null);
			}}
		/>
	);
}

function Numbers({ item, set }: { item: Extract<Item, { type: "integer" | "decimal" }>; set: SetField }) {
	const { item: t } = useWords(builderWords);
	return (
		<>
			<Limits item={item} set={set} />
			<div className="flex flex-wrap gap-4">
				<Unit item={item} set={set} />
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
		</>
	);
}

function Unit({ item, set }: { item: Extract<Item, { type: "integer" | "decimal" | "computed" }>; set: SetField }) {
	const { item: t } = useWords(builderWords);
	return (
		<>
			<TypedField
				name="unit"
				label={t.unit}
				optional
				className="max-w-40"
				value={item.unit?.vi ?? ""}
				commit={(vi) => set("unit", wordsWith(item.unit, { vi }))}
			/>
			{item.unit && (
				<TypedField
					name="unit_en"
					label={t.unitEn}
					optional
					className="max-w-40"
					value={item.unit.en ?? ""}
					commit={(en) => set("unit", wordsWith(item.unit, { en }))}
				/>
			)}
		</>
	);
}

function Texts({ item, set }: { item: Extract<Item, { type: "text" | "longtext" }>; set: SetField }) {
	const { live } = useBuilderParts();
	const { item: t } = useWords(builderWords);
	return (
		<>
			<Limits item={item} set={set} />
			<Checkbox
				name="anonymous"
				label={t.anonymous}
				checked={item.anonymous ?? false}
				onChange={(event) => set("anonymous", event.target.checked || null)}
			/>
			{live && <RefusesEditor value={item.refuses} onChange={(value) => set("refuses", value ?? null)} />}
		</>
	);
}

function Computed({ item, section, set }: TypeProps<Extract<Item, { type: "computed" }>>) {
	const { draft } = useBuilderParts();
	const { item: t } = useWords(builderWords);
	return (
		<>
			<ExpressionEditor
				definition={draft.definition}
				home={{ section: section.code, item: item.code }}
				value={item.expression}
				onChange={(value) => set("expression", value)}
			/>
			<div className="flex flex-wrap gap-4">
				<TypedField
					kind="number"
					name="digits"
					label={t.digits}
					value={numberText(item.digits)}
					commit={(text) => set("digits", numberIn(text))}
				/>
				<Unit item={item} set={set} />
			</div>
		</>
	);
}
