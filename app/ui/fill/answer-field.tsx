import type { ReactNode } from "react";
import type { Item } from "#app/domain/forms/schema.ts";
import { faultSentence, textOf } from "#app/i18n/returns.ts";
import { CheckboxGroup, RadioGroup } from "../choice.tsx";
import { DateField, NumberField, TextArea, TextField } from "../field.tsx";
import { useLocale } from "../locale.tsx";
import { Segmented, useVerdictOptions } from "../segmented.tsx";
import { Select } from "../select.tsx";
import type { FillState } from "./fill-state.ts";

/** More options than this stand in a list box. */
const SHOWN_OPTIONS = 7;

/** Two options no longer than this are two big buttons. */
const SHORT_WORD = 14;

/** The field of an item, by its type. A computed item has none. */
export function AnswerField({ item, state, label }: { item: Item; state: FillState; label: ReactNode }) {
	const locale = useLocale();
	const { value } = state.typedFor(item.code);
	const fault = state.faultOf(item.code);
	const text = typeof value === "string" ? value : "";
	const name = `v.${item.code}`;
	const common = {
		name,
		label,
		hint: item.hint && textOf(item.hint, locale),
		error: fault?.part === "value" ? faultSentence(fault.sentence, locale) : undefined,
		optional: !item.required,
	};
	const typed = { ...common, defaultValue: text };
	const onText = (event: { currentTarget: { value: string } }) =>
		state.change(item, { value: event.currentTarget.value });
	switch (item.type) {
		case "verdict":
			return <VerdictField item={item} state={state} common={common} value={text || null} />;
		case "choice": {
			const options = item.options.map((option) => ({ value: option.value, label: textOf(option.label, locale) }));
			if (options.length === 2 && options.every(({ label: word }) => word.length <= SHORT_WORD)) {
				const { label: legend, optional: _optional, ...rest } = common;
				return (
					<Segmented
						{...rest}
						legend={legend}
						value={text || null}
						options={options.map((option) => ({ ...option, tone: "plain" }))}
						onChange={(chosen) => state.change(item, { value: chosen })}
					/>
				);
			}
			if (options.length > SHOWN_OPTIONS) return <Select {...typed} options={options} onChange={onText} />;
			return <RadioGroup {...typed} options={options} onChange={onText} />;
		}
		case "choices": {
			const ticked = [value ?? []].flat();
			return (
				<CheckboxGroup
					{...common}
					options={item.options.map((option) => ({ value: option.value, label: textOf(option.label, locale) }))}
					defaultValue={ticked}
					onChange={({ currentTarget: { value: one, checked } }) =>
						state.change(item, { value: checked ? [...ticked, one] : ticked.filter((other) => other !== one) })
					}
				/>
			);
		}
		case "integer":
		case "decimal":
			return (
				<NumberField
					{...typed}
					decimal={item.type === "decimal"}
					suffix={item.unit && textOf(item.unit, locale)}
					onChange={onText}
				/>
			);
		case "date":
			return <DateField {...typed} min={item.min} max={item.max} onChange={onText} />;
		case "text":
			return <TextField {...typed} onChange={onText} />;
		case "longtext":
			return <TextArea {...typed} onChange={onText} />;
		case "computed":
			return null;
	}
}

type VerdictFieldProps = {
	item: Extract<Item, { type: "verdict" }>;
	state: FillState;
	common: { name: string; label: ReactNode; hint?: string; error?: string };
	value: string | null;
};

function VerdictField({ item, state, common: { label, ...common }, value }: VerdictFieldProps) {
	const locale = useLocale();
	const options = useVerdictOptions(item.allowNa).map((option) => {
		const own = option.value === "met" ? item.labels?.met : option.value === "unmet" ? item.labels?.unmet : undefined;
		return own ? { ...option, label: textOf(own, locale) } : option;
	});
	return (
		<Segmented
			{...common}
			legend={label}
			value={value}
			options={options}
			onChange={(chosen) => state.change(item, { value: chosen })}
		/>
	);
}
