import type { Edit } from "#app/domain/authoring/edit-schema.ts";
import { codesOf } from "#app/domain/authoring/edits.ts";
import { freshCode } from "#app/domain/authoring/fresh-code.ts";
import type { Roster, Section } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { PrefillEditor } from "#app/ui/authoring/prefill-editor.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Select } from "#app/ui/select.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { numberIn, numberText } from "./type-fields.tsx";
import { TypedField } from "./typed-field.tsx";

export type SetSection = (field: Extract<Edit, { do: "set_section" }>["field"], value: unknown) => void;

/** Whether a section's items repeat: what a row is called, how many there may be, and which are made beforehand. */
export function RosterFields({ section, set }: { section: Section; set: SetSection }) {
	const { draft } = useBuilderParts();
	const { section: t } = useWords(builderWords);
	const { prefill: words } = useWords(partsWords);
	const locale = useLocale();
	const { roster, items } = section;
	const [first] = items;
	const change = (part: Partial<Roster>) => roster && set("roster", { ...roster, ...part });
	const begin = () => {
		if (!first) return;
		const code = freshCode(codesOf(draft.definition), `R-${section.code.replace(/[^\p{L}0-9._-]/gu, "")}.0`);
		set("roster", { code, row: { vi: "" }, title: first.code, min: 0, max: 200, prefill: [] });
	};
	return (
		<div>
			<Checkbox
				name="roster"
				label={t.roster}
				hint={first ? t.rosterHint : t.rosterNeedsItem}
				checked={roster !== undefined}
				disabled={!first && !roster}
				onChange={(event) => (event.target.checked ? begin() : set("roster", null))}
			/>
			{roster && (
				<div className="grid gap-4 ps-8 pt-2">
					<TypedField
						name="row"
						label={t.row}
						value={roster.row.vi}
						commit={(vi) => change({ row: { ...roster.row, vi } })}
					/>
					<TypedField
						name="row_en"
						label={words.rowEn}
						optional
						value={roster.row.en ?? ""}
						commit={(en) => change({ row: { vi: roster.row.vi, ...(en ? { en } : {}) } })}
					/>
					<Select
						name="rowTitle"
						label={t.rowTitle}
						empty={false}
						value={roster.title}
						options={items.map((item) => ({
							value: item.code,
							label: `${item.code} ${item.text[locale] || item.text.vi}`,
						}))}
						onChange={(event) => change({ title: event.target.value })}
					/>
					<div className="flex flex-wrap gap-4">
						<TypedField
							kind="number"
							name="rowMin"
							label={t.rowMin}
							value={numberText(roster.min)}
							commit={(text) => change({ min: numberIn(text) ?? 0 })}
						/>
						<TypedField
							kind="number"
							name="rowMax"
							label={t.rowMax}
							value={numberText(roster.max)}
							commit={(text) => change({ max: numberIn(text) ?? 200 })}
						/>
					</div>
					<PrefillEditor
						items={items}
						title={roster.title}
						value={roster.prefill}
						onChange={(prefill) => change({ prefill })}
					/>
				</div>
			)}
		</div>
	);
}
