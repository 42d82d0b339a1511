import { forwardRef, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { cx } from "./cx.ts";
import { useWords } from "./locale.tsx";

/** What every field takes. Hints stand above, never inside as a placeholder. */
export type FieldProps = {
	name: string;
	label: ReactNode;
	hint?: ReactNode;
	/** How to mend it. Given by `form.field(name)`, or directly. */
	error?: string;
	/** Said beside the label; fields are required unless they say otherwise. */
	optional?: boolean;
	/** Where several forms on a page have fields of the same name. */
	id?: string;
};

/** The id of a field of that name: what the error summary links to. */
export function fieldId(name: string, form?: string): string {
	return `${form ?? "f"}-${name.replace(/[^\w-]/g, "_")}`;
}

export const controlClasses =
	"block w-full min-h-10 rounded-md border border-control bg-surface px-3 py-2 text-ink pointer-coarse:min-h-12 phone:min-h-12 " +
	"aria-invalid:border-bad aria-invalid:border-2 [&[readonly]]:bg-sunken disabled:bg-sunken disabled:text-muted";

/** Label, hint and error around a control; the control is told the ids that describe it. */
export function FieldFrame({
	id,
	label,
	hint,
	error,
	optional,
	children,
}: Omit<FieldProps, "name" | "id"> & {
	id: string;
	children: (wired: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}) {
	const t = useWords(uiWords);
	return (
		<div className={cx(error && "border-s-4 border-bad ps-3")}>
			<label htmlFor={id} className="block font-medium">
				{label}
				{optional && <span className="font-normal text-muted"> ({t.optional})</span>}
			</label>
			<FieldNotes id={id} hint={hint} error={error} />
			<div className="mt-1.5">{children({ id, ...described(id, hint, error) })}</div>
		</div>
	);
}

/** The hint and the error, with the ids that `described` names. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
	const t = useWords(uiWords);
	return (
		<>
			{hint && (
				<div id={`${id}-hint`} className="text-sm text-muted">
					{hint}
				</div>
			)}
			{error && (
				<p id={`${id}-error`} className="mt-0.5 font-medium text-bad-ink">
					<span className="sr-only">{t.errors.prefix} </span>
					{error}
				</p>
			)}
		</>
	);
}

export function described(id: string, hint: ReactNode, error: string | undefined) {
	const ids = cx(hint ? `${id}-hint` : null, error && `${id}-error`);
	return { "aria-describedby": ids || undefined, "aria-invalid": error ? (true as const) : undefined };
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "placeholder">;

export type TextFieldProps = FieldProps &
	InputProps & {
		/** Unit after the box: m, kg, %. */
		suffix?: ReactNode;
	};

export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
	{ label, hint, error, optional, id, suffix, className, ...input },
	ref,
) {
	return (
		<FieldFrame id={id ?? fieldId(input.name)} {...{ label, hint, error, optional }}>
			{(wired) => (
				<div className="flex items-center gap-2">
					<input type="text" {...input} {...wired} ref={ref} className={cx(controlClasses, className)} />
					{suffix && <span className="text-muted">{suffix}</span>}
				</div>
			)}
		</FieldFrame>
	);
});

/** A number as people type it (`1.204,5`): a text box with number keys, since `type=number` refuses the decimal comma. */
export const NumberField = forwardRef<HTMLInputElement, TextFieldProps & { decimal?: boolean }>(function NumberField(
	{ decimal, className, ...rest },
	ref,
) {
	return (
		<TextField
			{...rest}
			ref={ref}
			inputMode={decimal ? "decimal" : "numeric"}
			autoComplete="off"
			className={cx("max-w-40", className)}
		/>
	);
});

/** A calendar day: the device's own picker, in the device's own order of day and month. */
export const DateField = forwardRef<HTMLInputElement, TextFieldProps>(function DateField({ className, ...rest }, ref) {
	return <TextField {...rest} ref={ref} type="date" className={cx("max-w-52", className)} />;
});

export type TextAreaProps = FieldProps &
	Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "id" | "placeholder">;

export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
	{ label, hint, error, optional, id, className, rows = 3, ...area },
	ref,
) {
	return (
		<FieldFrame id={id ?? fieldId(area.name)} {...{ label, hint, error, optional }}>
			{(wired) => (
				<textarea
					rows={rows}
					{...area}
					{...wired}
					ref={ref}
					className={cx(controlClasses, "field-sizing-content max-h-[60dvh]", className)}
				/>
			)}
		</FieldFrame>
	);
});
