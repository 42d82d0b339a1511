import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Edit } from "#app/domain/authoring/edit-schema.ts";
import { codesOf } from "#app/domain/authoring/edits.ts";
import { freshCode } from "#app/domain/authoring/fresh-code.ts";
import { moveSection } from "#app/domain/authoring/make.ts";
import type { Roster, Section } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { ConditionEditor } from "#app/ui/authoring/condition-editor.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Select } from "#app/ui/select.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { wordsWith } from "./item-editor.tsx";
import { numberIn, numberText } from "./type-fields.tsx";
import { TypedArea, TypedField } from "./typed-field.tsx";

type SetSection = (field: Extract<Edit, { do: "set_section" }>["field"], value: unknown) => void;

/** A section's title and introduction, when it is asked, and whether its items repeat. */
export function SectionEditor({ section }: { section: Section }) {
	const { draft, actions, live, writing } = useBuilderParts();
	const { section: t, item: words, said } = useWords(builderWords);
	const form = useRef<HTMLFormElement>(null);
	const { code, title, hint } = section;
	useEffect(() => {
		if (writing > 0) form.current?.querySelector<HTMLInputElement>("[name=title]")?.focus();
	}, [writing]);
	const set: SetSection = (field, value) => actions.perform([{ do: "set_section", section: code, field, value }]);
	const pressed = (run: () => void) => (event: { preventDefault(): void }) => {
		event.preventDefault();
		run();
	};
	const move = (way: "up" | "down") => {
		const edit = moveSection(actions.now(), code, way);
		if (edit) actions.perform([edit]);
		else actions.say(said.edge);
	};
	return (
		<Form ref={form} method="post" className="grid gap-5" onSubmit={(event) => live && event.preventDefault()}>
			<input type="hidden" name="section" value={code} />
			<h2 className="text-lg font-semibold">{t.heading(code)}</h2>
			<TypedField
				name="title"
				label={t.name}
				maxLength={4000}
				value={title.vi}
				commit={(vi) => set("title", { ...title, vi })}
			/>
			<TypedField
				name="title_en"
				label={t.nameEn}
				optional
				maxLength={4000}
				value={title.en ?? ""}
				commit={(en) => set("title", { vi: title.vi, ...(en ? { en } : {}) })}
			/>
			<TypedArea
				name="hint"
				label={t.hint}
				optional
				rows={2}
				maxLength={4000}
				value={hint?.vi ?? ""}
				commit={(vi) => set("hint", wordsWith(hint, { vi }))}
			/>
			<Checkbox
				name="hotline"
				label={t.hotline}
				checked={section.hotline ?? false}
				onChange={(event) => set("hotline", event.target.checked || null)}
			/>
			<ConditionEditor
				definition={draft.definition}
				home={{ section: code }}
				value={section.visibleIf}
				onChange={(value) => set("visibleIf", value ?? null)}
			/>
			{live && <RosterFields section={section} set={set} />}
			{!live && (
				<SubmitButton name="intent" value="save_section">
					{words.save}
				</SubmitButton>
			)}
			<div className="flex flex-wrap gap-2 border-t border-line pt-4">
				<Button type="submit" name="intent" value="up" onClick={pressed(() => move("up"))}>
					{t.up}
				</Button>
				<Button type="submit" name="intent" value="down" onClick={pressed(() => move("down"))}>
					{t.down}
				</Button>
				<Button
					type="submit"
					name="intent"
					value="remove_section"
					variant="quiet"
					onClick={pressed(() => {
						actions.perform([{ do: "remove_section", section: code }]);
						actions.select({ kind: "part", code: "head" });
						actions.say(said.removedSection(code));
					})}
				>
					{t.remove}
				</Button>
			</div>
		</Form>
	);
}

function RosterFields({ section, set }: { section: Section; set: SetSection }) {
	const { draft } = useBuilderParts();
	const { section: t } = useWords(builderWords);
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
				</div>
			)}
		</div>
	);
}
