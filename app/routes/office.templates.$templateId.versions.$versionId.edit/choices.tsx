import { isCodeEdit } from "#app/domain/authoring/code-schema.ts";
import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import type { Edit } from "#app/domain/authoring/edit-schema.ts";
import { findItem } from "#app/domain/authoring/edits.ts";
import { fieldOf } from "#app/domain/authoring/invert.ts";
import type { Choice } from "#app/domain/authoring/session.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { Button } from "#app/ui/button.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { placeInCode, storedInCode } from "./code-choices.ts";

/** Where two authors wrote the same thing: both wordings, and the choice. Nothing waits for it. */
export function Choices({ choices }: { choices: readonly Choice[] }) {
	const { draft, actions } = useBuilderParts();
	const { choices: t, item: names, places } = useWords(builderWords);
	const locale = useLocale();
	if (choices.length === 0) return null;
	const say = (value: unknown) => shown(value, t);
	return (
		<div className="mx-auto mb-4 grid max-w-3xl gap-3">
			{choices.map(({ key, edit, why }) => (
				<Notice
					key={key}
					tone="warning"
					live
					title={`${t.title}: ${isCodeEdit(edit) ? placeInCode(edit, locale) : placeIn(edit, places, names)}`}
					actions={
						<>
							<Button variant="primary" onClick={() => actions.choose(key, "mine")}>
								{why === "removed" ? t.restore : t.mine}
							</Button>
							<Button onClick={() => actions.choose(key, "theirs")}>{why === "removed" ? t.agree : t.theirs}</Button>
						</>
					}
				>
					<p>{why === "removed" ? t.removedText : t.text}</p>
					{why === "changed" && (
						<dl className="mt-2 grid gap-x-3 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
							<dt className="text-muted">{t.mineIs}</dt>
							<dd>{"value" in edit && edit.do.startsWith("set_") ? say(edit.value) : t.whole}</dd>
							<dt className="text-muted">{t.theirsIs}</dt>
							<dd>{say(storedValue(draft, edit))}</dd>
						</dl>
					)}
				</Notice>
			))}
		</div>
	);
}

function storedValue(draft: Draft, edit: Edit): unknown {
	if (isCodeEdit(edit)) return storedInCode(draft, edit);
	switch (edit.do) {
		case "set_item":
			return fieldOf(findItem(draft.definition, edit.item)?.item, edit.field);
		case "set_section":
			return fieldOf(
				draft.definition.sections.find(({ code }) => code === edit.section),
				edit.field,
			);
		case "set_head":
			return draft[edit.field];
		case "set_form":
			return draft.definition[edit.field];
		case "remove_item":
			return findItem(draft.definition, edit.item)?.item.text ?? null;
		default:
			return undefined;
	}
}

type Words = (typeof builderWords)["vi"];

function shown(value: unknown, t: Words["choices"]): string {
	if (value === null || value === "") return t.nothing;
	if (typeof value === "boolean") return value ? t.yes : t.no;
	if (typeof value === "string" || typeof value === "number") return String(value);
	if (Array.isArray(value) && value.every((part) => typeof part === "string")) return value.join(", ") || t.nothing;
	const text = fieldOf(typeof value === "object" ? value : undefined, "vi");
	return typeof text === "string" ? text || t.nothing : t.whole;
}

function placeIn(edit: Edit, places: Words["places"], names: Words["item"]): string {
	const field = (name: string) =>
		name in names && typeof fieldOf(names, name) === "string" ? ` · ${String(fieldOf(names, name))}` : "";
	switch (edit.do) {
		case "set_item":
			return `${places.item} ${edit.item}${field(edit.field)}`;
		case "remove_item":
			return `${places.item} ${edit.item}`;
		case "put_item":
		case "add_item":
			return `${places.item} ${edit.value.code}`;
		case "set_section":
		case "remove_section":
			return `${places.section} ${edit.section}`;
		case "set_form":
			return edit.field === "rule" ? places.rule : names.failure;
		case "put_checks":
			return `${places.check} ${edit.value.code}`;
		case "put_figures":
			return `${places.figure} ${edit.value.code}`;
		case "put_lights":
			return `${places.light} ${edit.value.code}`;
		case "put_lists":
			return `${places.list} ${edit.value.code}`;
		default:
			return "";
	}
}
