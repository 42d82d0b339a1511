import { useState } from "react";
import type { Edit, ItemField } from "#app/domain/authoring/edit-schema.ts";
import { findItem } from "#app/domain/authoring/edits.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { Button } from "#app/ui/button.tsx";
import { NumberField } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Select } from "#app/ui/select.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { demandKinds } from "./demands.tsx";

/** Changes all chosen items as one step, so that one undo takes it back. */
export function BulkBar() {
	const { draft, marked, actions } = useBuilderParts();
	const { bulk: t, item: names, said } = useWords(builderWords);
	const locale = useLocale();
	const [weight, setWeight] = useState("1");
	const [target, setTarget] = useState("");
	const items = [...marked].flatMap((code) => findItem(draft.definition, code)?.item ?? []);
	if (items.length === 0) return null;
	const set = (field: ItemField, value: (item: Item) => unknown, only?: Item["type"]) =>
		actions.perform(
			items
				.filter((item) => only === undefined || item.type === only)
				.map((item): Edit => ({ do: "set_item", item: item.code, field, value: value(item) })),
		);
	const { failure } = draft.definition;
	const number = Number(weight.replace(",", "."));
	const move = () => {
		let after = draft.definition.sections.find(({ code }) => code === target)?.items.at(-1)?.code ?? null;
		// In the order of the form, whatever the order in which they were chosen.
		const codes = draft.definition.sections.flatMap((section) => section.items).filter(({ code }) => marked.has(code));
		const edits = codes.map(({ code }): Edit => {
			const edit: Edit = { do: "move_item", item: code, section: target, after: after === code ? null : after };
			after = code;
			return edit;
		});
		actions.perform(edits);
	};
	return (
		<section aria-label={t.label} className="grid gap-3 rounded-md border border-accent bg-surface p-4">
			<div className="flex items-center justify-between gap-2">
				<h2 className="text-lg font-semibold">{t.chosen(items.length)}</h2>
				<Button variant="quiet" size="small" onClick={() => actions.mark([...marked], false)}>
					{t.clear}
				</Button>
			</div>
			<div className="flex flex-wrap gap-1.5">
				<Button size="small" onClick={() => set("mandatory", () => true, "verdict")}>
					{t.mandatory}
				</Button>
				<Button size="small" onClick={() => set("mandatory", () => false, "verdict")}>
					{t.optional}
				</Button>
				<Button size="small" onClick={() => set("required", () => true)}>
					{t.required}
				</Button>
				<Button size="small" onClick={() => set("required", () => false)}>
					{t.notRequired}
				</Button>
				{demandKinds.map((kind) => (
					<Button
						key={kind}
						size="small"
						onClick={() =>
							set(
								"failure",
								(item) => ({ ...((item.type === "verdict" && item.failure) || failure), [kind]: true }),
								"verdict",
							)
						}
					>
						{t.demand(names.demands[kind].toLocaleLowerCase(locale))}
					</Button>
				))}
				<Button size="small" onClick={() => set("failure", () => ({ remark: false, measure: false }), "verdict")}>
					{t.noDemand}
				</Button>
			</div>
			<div className="flex flex-wrap items-end gap-2">
				<NumberField
					name="bulk-weight"
					label={t.weight}
					decimal
					value={weight}
					className="max-w-24"
					onChange={(event) => setWeight(event.target.value)}
				/>
				<Button onClick={() => set("weight", () => number, "verdict")}>{t.setWeight}</Button>
			</div>
			<div className="flex flex-wrap items-end gap-2">
				<Select
					name="bulk-section"
					label={t.moveTo}
					value={target}
					onChange={(event) => setTarget(event.target.value)}
					options={draft.definition.sections.map(({ code, title }) => ({
						value: code,
						label: `${code}. ${title[locale] || title.vi}`,
					}))}
				/>
				<Button onClick={() => target && move()}>{t.move}</Button>
			</div>
			<Button
				variant="quiet"
				onClick={() => {
					actions.perform(items.map(({ code }): Edit => ({ do: "remove_item", item: code })));
					actions.mark([...marked], false);
					actions.say(said.removed(items.length));
				}}
			>
				{t.remove}
			</Button>
		</section>
	);
}
