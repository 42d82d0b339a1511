import { photosAllowed } from "#app/domain/forms/photos.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Select } from "#app/ui/select.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { wordsWith } from "./item-editor.tsx";
import { numberIn, numberText, type SetField } from "./type-fields.tsx";
import { TypedArea, TypedField } from "./typed-field.tsx";

/** What most items leave alone: guidance, English, where it comes from, what is filled in beforehand. */
export function MoreFields({ item, set }: { item: Item; set: SetField }) {
	const { draft } = useBuilderParts();
	const { item: t } = useWords(builderWords);
	const { text, hint, legalBasis } = item;
	const basis = (part: Partial<NonNullable<Item["legalBasis"]>>) => {
		const next = { text: "", verified: false, ...legalBasis, ...part };
		set("legalBasis", next.text || next.verified ? next : null);
	};
	return (
		<>
			<TypedArea
				name="hint"
				label={t.hint}
				optional
				rows={2}
				maxLength={4000}
				value={hint?.vi ?? ""}
				commit={(vi) => set("hint", wordsWith(hint, { vi }))}
			/>
			<details className="rounded-md border border-line px-4 py-2" open={legalBasis !== undefined || undefined}>
				<summary className="min-h-10 cursor-pointer py-2 font-medium pointer-coarse:min-h-12">{t.more}</summary>
				<div className="grid gap-4 py-2">
					<TypedArea
						name="basis"
						label={t.basis}
						optional
						rows={2}
						maxLength={600}
						value={legalBasis?.text ?? ""}
						commit={(found) => basis({ text: found })}
					/>
					<Checkbox
						name="verified"
						label={t.verified}
						checked={legalBasis?.verified ?? false}
						onChange={(event) => basis({ verified: event.target.checked })}
					/>
					<TypedField
						name="origin"
						label={t.origin}
						hint={t.originHint}
						optional
						maxLength={80}
						value={item.origin ?? ""}
						commit={(found) => set("origin", found.trim() || null)}
					/>
					<Checkbox
						name="carry"
						label={t.carry}
						checked={item.carry ?? false}
						onChange={(event) => set("carry", event.target.checked || null)}
					/>
					{item.type !== "computed" && (
						<TypedField
							kind="number"
							name="photos"
							label={t.photos}
							hint={t.photosHint(photosAllowed({ ...item, photos: undefined }, draft.definition))}
							optional
							className="max-w-40"
							value={numberText(item.photos)}
							commit={(text) => set("photos", numberIn(text))}
						/>
					)}
					{item.type === "integer" && (
						<Select
							name="record"
							label={t.record}
							empty={t.recordNone}
							value={item.record ?? ""}
							options={Object.entries(t.records).map(([value, label]) => ({ value, label }))}
							onChange={(event) => set("record", event.target.value || null)}
						/>
					)}
				</div>
			</details>
			<details className="rounded-md border border-line px-4 py-2">
				<summary className="min-h-10 cursor-pointer py-2 font-medium pointer-coarse:min-h-12">{t.english}</summary>
				<div className="grid gap-4 py-2">
					<TypedArea
						name="text_en"
						label={t.textEn}
						optional
						rows={2}
						maxLength={4000}
						value={text.en ?? ""}
						commit={(en) => set("text", { vi: text.vi, ...(en ? { en } : {}) })}
					/>
					<TypedArea
						name="hint_en"
						label={t.hintEn}
						optional
						rows={2}
						maxLength={4000}
						value={hint?.en ?? ""}
						commit={(en) => set("hint", wordsWith(hint, { en }))}
					/>
				</div>
			</details>
		</>
	);
}
