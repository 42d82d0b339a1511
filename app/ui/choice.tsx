import { forwardRef, type InputHTMLAttributes, type ReactNode } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { cx } from "./cx.ts";
import { described, FieldNotes, type FieldProps, fieldId } from "./field.tsx";
import { useWords } from "./locale.tsx";

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "type">;

const boxClasses = "mt-0.5 size-5 shrink-0 accent-accent pointer-coarse:size-6 phone:size-6";
const rowClasses = "flex min-h-10 items-start gap-3 py-2 pointer-coarse:min-h-12 phone:min-h-12";

/** One yes or no. */
export const Checkbox = forwardRef<HTMLInputElement, Omit<FieldProps, "optional"> & InputProps>(function Checkbox(
	{ label, hint, error, id, className, ...input },
	ref,
) {
	const own = id ?? fieldId(input.name);
	return (
		<div className={cx(error && "border-s-4 border-bad ps-3")}>
			<FieldNotes id={own} error={error} />
			<label htmlFor={own} className={rowClasses}>
				<input
					{...input}
					{...described(own, hint, error)}
					ref={ref}
					id={own}
					type="checkbox"
					className={cx(boxClasses, className)}
				/>
				<span>{label}</span>
			</label>
			<div className="ps-8">
				<FieldNotes id={own} hint={hint} />
			</div>
		</div>
	);
});

export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type GroupProps = FieldProps & {
	options: ChoiceOption[];
	/** Side by side where there is room, for two or three short choices. */
	inline?: boolean;
};

type RadioGroupProps = GroupProps & InputProps & { defaultValue?: string };

/** One of a few. The ref and handlers of `form.field(name)` go to every radio, as react-hook-form wants them. */
export const RadioGroup = forwardRef<HTMLInputElement, RadioGroupProps>(function RadioGroup(
	{ name, label, hint, error, optional, id, options, inline, defaultValue, ...input },
	ref,
) {
	return (
		<Group {...{ name, label, hint, error, optional, id, options, inline }}>
			{(option, own) => (
				<input
					{...input}
					{...own}
					ref={ref}
					type="radio"
					name={name}
					value={option.value}
					defaultChecked={option.value === defaultValue}
					className={boxClasses}
				/>
			)}
		</Group>
	);
});

type CheckboxGroupProps = GroupProps & InputProps & { defaultValue?: readonly string[] };

/** Any of a few, posted as repeated values of one name. */
export const CheckboxGroup = forwardRef<HTMLInputElement, CheckboxGroupProps>(function CheckboxGroup(
	{ name, label, hint, error, optional, id, options, inline, defaultValue = [], ...input },
	ref,
) {
	return (
		<Group {...{ name, label, hint, error, optional, id, options, inline }}>
			{(option, own) => (
				<input
					{...input}
					{...own}
					ref={ref}
					type="checkbox"
					name={name}
					value={option.value}
					defaultChecked={defaultValue.includes(option.value)}
					className={boxClasses}
				/>
			)}
		</Group>
	);
});

type OptionWiring = { id: string; disabled?: boolean; "aria-describedby"?: string };

/** Question as legend, then the choices; the first one carries the field's id, so that the error summary lands there. */
function Group(props: GroupProps & { children: (option: ChoiceOption, own: OptionWiring) => ReactNode }) {
	const { name, label, hint, error, optional, id, options, inline, children } = props;
	const t = useWords(uiWords);
	const group = id ?? fieldId(name);
	return (
		// The mark of an error is on the box around: a fieldset's border starts in the middle of its legend.
		<div className={cx(error && "border-s-4 border-bad ps-3")}>
			<fieldset aria-describedby={described(group, hint, error)["aria-describedby"]}>
				<legend className="font-medium">
					{label}
					{optional && <span className="font-normal text-muted"> ({t.optional})</span>}
				</legend>
				<FieldNotes id={group} hint={hint} error={error} />
				<div className={cx("mt-1", inline && "flex flex-wrap gap-x-6")}>
					{options.map((option, index) => {
						const own = index === 0 ? group : `${group}-${index + 1}`;
						return (
							<div key={option.value}>
								<label htmlFor={own} className={rowClasses}>
									{children(option, {
										id: own,
										disabled: option.disabled,
										"aria-describedby": option.hint ? `${own}-note` : undefined,
									})}
									<span>{option.label}</span>
								</label>
								{option.hint && (
									<div id={`${own}-note`} className="-mt-1 ps-8 pb-1 text-sm text-muted">
										{option.hint}
									</div>
								)}
							</div>
						);
					})}
				</div>
			</fieldset>
		</div>
	);
}
