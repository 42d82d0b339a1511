import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { moveSection } from "#app/domain/authoring/make.ts";
import type { Section } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { ConditionEditor } from "#app/ui/authoring/condition-editor.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { SectionCodeField } from "./code-field.tsx";
import { wordsWith } from "./item-editor.tsx";
import { RosterFields, type SetSection } from "./roster-fields.tsx";
import { TypedArea, TypedField } from "./typed-field.tsx";

/** A section's title and introduction, when it is asked, and whether its items repeat. */
export function SectionEditor({ section }: { section: Section }) {
	const { draft, actions, live, writing } = useBuilderParts();
	const { section: t, item: words, said } = useWords(builderWords);
	const { item: more } = useWords(partsWords);
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
			{live && hint && (
				<TypedArea
					name="hint_en"
					label={more.hintEn}
					optional
					rows={2}
					maxLength={4000}
					value={hint.en ?? ""}
					commit={(en) => set("hint", wordsWith(hint, { en }))}
				/>
			)}
			{live && <SectionCodeField section={section} />}
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
