import X from "lucide-react/icons/x";
import { useId, useState } from "react";
import type { Definition, Item } from "#app/domain/forms/schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { textOf } from "#app/i18n/returns.ts";
import { Button } from "../button.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { itemName } from "./item-name.ts";
import { ItemPicker } from "./item-picker.tsx";
import { Choice } from "./parts.tsx";

/** Chosen items drawn one by one before the rest is folded away. */
const DRAWN = 8;

type ItemsProps = {
	label: string;
	definition: Definition;
	/** What may be chosen. */
	items: readonly Item[];
	value: readonly string[];
	onChange(codes: string[]): void;
};

/** Several items: chosen one by one, or by whole sections. They stand in the order of the form. */
export function ItemsPicker({ label, definition, items, value, onChange }: ItemsProps) {
	const t = useWords(authoringWords).picker;
	const locale = useLocale();
	const id = useId();
	const [whole, setWhole] = useState(false);
	const chosen = new Set(value);
	const known = new Map(items.map((item) => [item.code, item]));
	const add = (codes: readonly string[]) => {
		const wanted = new Set([...value, ...codes]);
		const gone = value.filter((code) => !known.has(code));
		onChange([...gone, ...items.filter(({ code }) => wanted.has(code)).map(({ code }) => code)]);
	};
	const sections = definition.sections
		.map((section) => ({ section, codes: section.items.map(({ code }) => code).filter((code) => known.has(code)) }))
		.filter(({ codes }) => codes.length > 1 && codes.some((code) => !chosen.has(code)));
	const drawn = whole || value.length <= DRAWN ? value : value.slice(0, DRAWN - 1);
	return (
		<fieldset className="grid min-w-0 gap-2" aria-describedby={`${id}-count`}>
			<legend className="text-sm font-medium">{label}</legend>
			<p id={`${id}-count`} className="text-sm text-muted">
				{t.chosen(value.length)}
			</p>
			{value.length > 0 && (
				<ul className="grid gap-1">
					{drawn.map((code) => {
						const item = known.get(code);
						const name = item ? itemName(item, locale) : t.unknown(code);
						return (
							<li key={code} className="flex items-center gap-2 rounded-md bg-sunken ps-3">
								<span className="min-w-0 flex-1 truncate text-sm">{name}</span>
								<Button
									variant="quiet"
									size="small"
									aria-label={t.remove(name)}
									onClick={() => onChange(value.filter((other) => other !== code))}
								>
									<X aria-hidden="true" />
								</Button>
							</li>
						);
					})}
					{drawn.length < value.length && (
						<li>
							<Button variant="quiet" size="small" onClick={() => setWhole(true)}>
								{`+ ${value.length - drawn.length}`}
							</Button>
						</li>
					)}
				</ul>
			)}
			<div className="grid items-end gap-2 sm:grid-cols-2">
				<ItemPicker
					label={t.add}
					items={items.filter(({ code }) => !chosen.has(code))}
					value=""
					adding
					onChange={(code) => add([code])}
				/>
				{sections.length > 0 && (
					<Choice
						label={t.wholeSection}
						value=""
						empty
						options={[
							...(definition.sections.length > 1 ? [{ value: "*", label: t.wholeForm }] : []),
							...sections.map(({ section }) => ({
								value: section.code,
								label: `${section.code}. ${textOf(section.title, locale)}`,
							})),
						]}
						onChange={(code) =>
							add(code === "*" ? [...known.keys()] : (sections.find((one) => one.section.code === code)?.codes ?? []))
						}
					/>
				)}
			</div>
			{value.length > 1 && (
				<Button variant="quiet" size="small" className="justify-self-start" onClick={() => onChange([])}>
					{t.clear}
				</Button>
			)}
		</fieldset>
	);
}
