import { Form } from "@remix-run/react";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import Copy from "lucide-react/icons/copy";
import Plus from "lucide-react/icons/plus";
import Trash from "lucide-react/icons/trash-2";
import { useEffect, useRef } from "react";
import type { Edit, ItemField } from "#app/domain/authoring/edit-schema.ts";
import { addItem, duplicateItem, moveItem, retyped } from "#app/domain/authoring/make.ts";
import type { Words } from "#app/domain/forms/expression-schema.ts";
import type { Item, Section } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { templatesWords } from "#app/i18n/templates.ts";
import { ConditionEditor } from "#app/ui/authoring/condition-editor.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Select } from "#app/ui/select.tsx";
import { ActBar } from "./act-bar.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { CodeField } from "./code-field.tsx";
import { MoreFields } from "./more-fields.tsx";
import { TypeFields } from "./type-fields.tsx";
import { TypedArea } from "./typed-field.tsx";

const types = ["verdict", "choice", "choices", "integer", "decimal", "date", "text", "longtext", "computed"] as const;

/** The words with another Vietnamese or English text; null when nothing is left of them. */
export function wordsWith(words: Words | undefined, part: Partial<Words>): Words | null {
	const { vi, en } = { vi: "", ...words, ...part };
	return vi || en ? { vi, ...(en ? { en } : {}) } : null;
}

/** Everything an item says, each field an edit of its own. */
export function ItemEditor({ item, section }: { item: Item; section: Section }) {
	const { draft, actions, live, writing } = useBuilderParts();
	const { item: t } = useWords(builderWords);
	const { page } = useWords(templatesWords);
	const area = useRef<HTMLTextAreaElement>(null);
	useEffect(() => {
		if (writing > 0) area.current?.focus();
	}, [writing]);
	const set = (field: ItemField, value: unknown) =>
		actions.perform([{ do: "set_item", item: item.code, field, value }]);
	const addBelow = () => {
		const edit = addItem(actions.now(), section.code, item.code, item.type === "computed" ? "verdict" : item.type);
		actions.perform([edit]);
		actions.select({ kind: "item", code: edit.value.code }, true);
	};
	return (
		<Form method="post" className="grid gap-5" onSubmit={(event) => live && event.preventDefault()}>
			<input type="hidden" name="item" value={item.code} />
			<h2 className="text-lg font-semibold">{t.title(item.code)}</h2>
			<TypedArea
				name="text"
				label={t.text}
				hint={live ? t.textHint : undefined}
				rows={2}
				maxLength={4000}
				area={area}
				value={item.text.vi}
				commit={(vi) => set("text", { ...item.text, vi })}
				onEnter={addBelow}
			/>
			<div className="grid gap-5 sm:grid-cols-2">
				<Select
					name="type"
					label={t.type}
					empty={false}
					value={item.type}
					disabled={!live}
					options={types.map((value) => ({ value, label: page.types[value] }))}
					onChange={(event) =>
						actions.perform([{ do: "put_item", value: retyped(item, event.target.value as Item["type"]) }])
					}
				/>
				<CodeField item={item} />
			</div>
			<Checkbox
				name="required"
				label={t.required}
				checked={item.required}
				onChange={(event) => set("required", event.target.checked)}
			/>
			<TypeFields item={item} section={section} set={set} />
			<ConditionEditor
				definition={draft.definition}
				home={{ section: section.code, item: item.code }}
				value={item.visibleIf}
				onChange={(value) => set("visibleIf", value ?? null)}
			/>
			<MoreFields item={item} set={set} />
			{!live && (
				<SubmitButton name="intent" value="save_item">
					{t.save}
				</SubmitButton>
			)}
			<ItemActions item={item} section={section} addBelow={addBelow} />
		</Form>
	);
}

function ItemActions({ item, section, addBelow }: { item: Item; section: Section; addBelow(): void }) {
	const { draft, actions, live } = useBuilderParts();
	const { item: t, said } = useWords(builderWords);
	const locale = useLocale();
	const { code } = item;
	const others = draft.definition.sections.filter((other) => other.code !== section.code);
	const move = (way: "up" | "down") => {
		const edit = moveItem(actions.now(), code, way);
		if (edit) actions.perform([edit]);
		else actions.say(said.edge);
	};
	const moveTo = (target: string): Edit => ({
		do: "move_item",
		item: code,
		section: target,
		after: draft.definition.sections.find((other) => other.code === target)?.items.at(-1)?.code ?? null,
	});
	const remove = () => {
		const at = section.items.indexOf(item);
		const next = section.items[at + 1] ?? section.items[at - 1];
		actions.perform([{ do: "remove_item", item: code }]);
		actions.select(next ? { kind: "item", code: next.code } : { kind: "section", code: section.code });
		actions.say(said.removed(1));
	};
	const duplicate = () => {
		const edit = duplicateItem(actions.now(), code);
		if (!edit) return;
		actions.perform([edit]);
		actions.select({ kind: "item", code: edit.value.code }, true);
	};
	return (
		<div className="grid gap-3 border-t border-line pt-4">
			<ActBar
				acts={[
					{ intent: "add_item", label: t.addBelow, icon: <Plus />, look: "primary", run: addBelow },
					{ intent: "duplicate", label: t.duplicate, icon: <Copy />, run: duplicate },
					{ intent: "up", label: t.up, icon: <ArrowUp />, run: () => move("up") },
					{ intent: "down", label: t.down, icon: <ArrowDown />, run: () => move("down") },
					{ intent: "remove_item", label: t.remove, icon: <Trash />, look: "quiet", run: remove },
				]}
			/>
			{others.length > 0 && (
				<div className="flex flex-wrap items-end gap-2">
					<Select
						name="to"
						label={t.moveTo}
						optional={live}
						{...(live
							? { value: "", onChange: (event) => event.target.value && actions.perform([moveTo(event.target.value)]) }
							: {})}
						options={others.map(({ code: value, title }) => ({
							value,
							label: `${value}. ${title[locale] || title.vi}`,
						}))}
					/>
					{!live && (
						<Button type="submit" name="intent" value="move_to">
							{t.moveTo}
						</Button>
					)}
				</div>
			)}
		</div>
	);
}
