import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import type { Item } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { SetField } from "./type-fields.tsx";
import { TypedField } from "./typed-field.tsx";

type ChoiceItem = Extract<Item, { type: "choice" | "choices" }>;

/** The choices of an item. A choice keeps its value when its words change: conditions and answers go by the value. */
export function OptionsField({ item, set }: { item: ChoiceItem; set: SetField }) {
	const { item: t } = useWords(builderWords);
	const { options } = item;
	const change = (at: number, vi: string) =>
		set(
			"options",
			options.map((option, place) => (place === at ? { ...option, label: { ...option.label, vi } } : option)),
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
							commit={(vi) => change(at, vi)}
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
		</fieldset>
	);
}
