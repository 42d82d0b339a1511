import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import type { Item } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { wordsWith } from "./item-editor.tsx";
import type { SetField } from "./type-fields.tsx";
import { TypedField } from "./typed-field.tsx";

type ChoiceItem = Extract<Item, { type: "choice" | "choices" }>;

/** The choices of an item. A choice keeps its value when its words change: conditions and answers go by the value. */
export function OptionsField({ item, set }: { item: ChoiceItem; set: SetField }) {
	const { item: t } = useWords(builderWords);
	const { item: more } = useWords(partsWords);
	const { options } = item;
	const change = (at: number, part: (option: ChoiceItem["options"][number]) => Partial<typeof option>) =>
		set(
			"options",
			options.map((option, place) => (place === at ? { ...option, ...part(option) } : option)),
		);
	const add = () => {
		const taken = new Set(options.map(({ value }) => value));
		let n = options.length + 1;
		while (taken.has(String(n))) n++;
		set("options", [...options, { value: String(n), label: { vi: "" } }]);
	};
	return (
		<fieldset className="grid gap-3">
			<legend className="font-medium">{t.options}</legend>
			{options.map((option, at) => (
				<div key={option.value} className="flex items-end gap-2">
					<div className="flex-1">
						<TypedField
							name={`option-${option.value}`}
							label={t.option(at + 1)}
							value={option.label.vi}
							commit={(vi) => change(at, ({ label }) => ({ label: { ...label, vi } }))}
						/>
					</div>
					<Button
						variant="quiet"
						icon={<X />}
						onClick={() =>
							set(
								"options",
								options.filter((other) => other !== option),
							)
						}
					>
						<span className="sr-only">{t.removeOption(at + 1)}</span>
					</Button>
				</div>
			))}
			<div>
				<Button icon={<Plus />} onClick={add}>
					{t.addOption}
				</Button>
			</div>
			<details className="rounded-md border border-line px-4 py-2">
				<summary className="min-h-10 cursor-pointer py-2 font-medium pointer-coarse:min-h-12">{t.optionsMore}</summary>
				<div className="grid gap-4 py-2">
					{options.map(({ value, label, refused }, at) => (
						<div key={value} className="grid gap-2">
							<TypedField
								name={`option-en-${value}`}
								label={t.optionEn(at + 1)}
								optional
								value={label.en ?? ""}
								commit={(en) => change(at, () => ({ label: { vi: label.vi, ...(en ? { en } : {}) } }))}
							/>
							<TypedField
								name={`option-refused-${value}`}
								label={t.optionRefused(at + 1)}
								optional
								value={refused?.vi ?? ""}
								commit={(vi) => change(at, () => ({ refused: wordsWith(refused, { vi }) ?? undefined }))}
							/>
							{refused && (
								<TypedField
									name={`option-refused-en-${value}`}
									label={more.refusedEn(at + 1)}
									optional
									value={refused.en ?? ""}
									commit={(en) => change(at, () => ({ refused: wordsWith(refused, { en }) ?? undefined }))}
								/>
							)}
						</div>
					))}
				</div>
			</details>
		</fieldset>
	);
}
