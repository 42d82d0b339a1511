import Check from "lucide-react/icons/check";
import Minus from "lucide-react/icons/minus";
import X from "lucide-react/icons/x";
import type { ReactNode } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { cx } from "./cx.ts";
import { described, FieldNotes, fieldId } from "./field.tsx";
import { useWords } from "./locale.tsx";

export type SegmentOption = { value: string; label: string; tone: "good" | "bad" | "neutral" | "plain" };

type SegmentedProps = {
	name: string;
	/** The question: the criterion's text, seen and read out as the group's name. */
	legend: ReactNode;
	legendHidden?: boolean;
	/** Chosen now; null when nothing is. */
	value: string | null;
	options: SegmentOption[];
	/** Without it the radios keep their own state, for a plain form. */
	onChange?: (value: string) => void;
	hint?: ReactNode;
	error?: string;
	id?: string;
	/** Shows the choice, takes none. */
	readOnly?: boolean;
	/** The id of a `<form>` that stands elsewhere on the page. */
	form?: string;
};

/** A plain choice is neither good nor bad: the tick alone tells which it is. */
const icons = { good: Check, bad: X, neutral: Minus, plain: Check };

const chosen = {
	good: "peer-checked:border-good peer-checked:bg-good peer-checked:text-on-good",
	bad: "peer-checked:border-bad peer-checked:bg-bad peer-checked:text-on-bad",
	neutral: "peer-checked:border-ink peer-checked:bg-ink peer-checked:text-surface",
	plain:
		"peer-checked:border-accent peer-checked:bg-accent peer-checked:text-on-accent [&>svg]:invisible peer-checked:[&>svg]:visible",
};

/**
 * One of a few, as big buttons of at least 48 px: native radios under the look, so that arrow keys, forms without script and screen
 * readers work. The colour comes only with the choice, at once, and always with its sign.
 */
export function Segmented(props: SegmentedProps) {
	const { name, legend, legendHidden, value, options, onChange, hint, error, id, readOnly, form } = props;
	const group = id ?? fieldId(name);
	return (
		<fieldset aria-describedby={described(group, hint, error)["aria-describedby"]} className="min-w-0">
			<legend className={legendHidden ? "sr-only" : "text-lg font-medium"}>{legend}</legend>
			<FieldNotes id={group} hint={hint} error={error} />
			<div
				className={cx(
					"mt-2 flex flex-wrap gap-1 sm:gap-1.5 phone:gap-1",
					error && "rounded-md outline-2 outline-offset-2 outline-bad",
				)}
			>
				{options.map((option, index) => {
					const Icon = icons[option.tone];
					const own = index === 0 ? group : `${group}-${index + 1}`;
					const state = onChange ? { checked: value === option.value } : { defaultChecked: value === option.value };
					return (
						<label key={option.value} htmlFor={own} className="segment relative flex min-w-16 flex-auto">
							<input
								{...state}
								type="radio"
								id={own}
								name={name}
								form={form}
								value={option.value}
								disabled={readOnly}
								onChange={onChange && (() => onChange(option.value))}
								className="peer absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default"
							/>
							<span
								className={cx(
									"flex min-h-13 w-full items-center justify-center gap-1.5 rounded-md border border-control bg-surface px-1.5 py-2 sm:gap-2 sm:px-3 text-center text-[0.9375rem] font-medium sm:text-base phone:gap-1.5 phone:px-1.5 phone:text-[0.9375rem]",
									"peer-enabled:peer-not-checked:peer-hover:bg-sunken",
									"peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus",
									"peer-disabled:peer-not-checked:text-muted",
									chosen[option.tone],
								)}
							>
								<Icon aria-hidden="true" strokeWidth={2.5} className="size-4 shrink-0 sm:size-5 phone:size-4" />
								{option.label}
							</span>
						</label>
					);
				})}
			</div>
		</fieldset>
	);
}

/** *Đạt / Chưa đạt / Không áp dụng*, with the values that answers have; without the last where an item always applies. */
export function useVerdictOptions(withNotApplicable = true): SegmentOption[] {
	const { verdict } = useWords(uiWords);
	const options: SegmentOption[] = [
		{ value: "met", label: verdict.met, tone: "good" },
		{ value: "unmet", label: verdict.unmet, tone: "bad" },
		{ value: "na", label: verdict.na, tone: "neutral" },
	];
	return withNotApplicable ? options : options.slice(0, 2);
}
