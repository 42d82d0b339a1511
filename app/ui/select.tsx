import { forwardRef, type SelectHTMLAttributes } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { cx } from "./cx.ts";
import { controlClasses, FieldFrame, type FieldProps, fieldId } from "./field.tsx";
import { useWords } from "./locale.tsx";

export type Option = { value: string; label: string; disabled?: boolean };

export type SelectProps = FieldProps &
	Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "id"> & {
		options: Option[];
		/** Words of the empty choice; false where one is always chosen. */
		empty?: string | false;
	};

export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(
	{ label, hint, error, optional, id, options, empty, className, ...select },
	ref,
) {
	const t = useWords(uiWords);
	return (
		<FieldFrame id={id ?? fieldId(select.name)} {...{ label, hint, error, optional }}>
			{(wired) => (
				<select {...select} {...wired} ref={ref} className={cx(controlClasses, "max-w-md", className)}>
					{empty !== false && <option value="">{empty ?? t.choose}</option>}
					{options.map((option) => (
						<option key={option.value} value={option.value} disabled={option.disabled}>
							{option.label}
						</option>
					))}
				</select>
			)}
		</FieldFrame>
	);
});
