import { type ReactNode, useEffect, useId, useState } from "react";
import { readNumber, typedNumber } from "#app/domain/forms/numbers.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { uiWords } from "#app/i18n/ui.ts";
import { cx } from "../cx.ts";
import { controlClasses } from "../field.tsx";
import { useWords } from "../locale.tsx";

type PartProps = { label: string; labelHidden?: boolean };

function Part({ id, label, labelHidden, children }: PartProps & { id: string; children: ReactNode }) {
	return (
		<div className="min-w-0">
			<label htmlFor={id} className={labelHidden ? "sr-only" : "block text-sm font-medium"}>
				{label}
			</label>
			<div className={labelHidden ? undefined : "mt-1"}>{children}</div>
		</div>
	);
}

type ChoiceProps<V extends string> = PartProps & {
	value: V | "";
	options: readonly { value: V; label: string }[];
	onChange(value: V): void;
	/** With a first line that says nothing is chosen. */
	empty?: boolean;
};

/** One of a closed list; what stands in the form but not in the list is shown as it is, and not lost. */
export function Choice<V extends string>({ label, labelHidden, value, options, onChange, empty }: ChoiceProps<V>) {
	const t = useWords(uiWords);
	const id = useId();
	const known = value === "" || options.some((option) => option.value === value);
	return (
		<Part id={id} label={label} labelHidden={labelHidden}>
			<select
				id={id}
				value={value}
				onChange={(event) => event.currentTarget.value !== "" && onChange(event.currentTarget.value as V)}
				className={cx(controlClasses, "truncate")}
			>
				{(empty || value === "") && <option value="">{t.choose}</option>}
				{!known && <option value={value}>{value}</option>}
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
		</Part>
	);
}

type NumberProps = PartProps & {
	value: number | undefined;
	/** Digits after the comma. */
	digits?: number;
	/** Called with undefined only where the box may be blank. */
	onChange(value: number | undefined): void;
	optional?: boolean;
	suffix?: string;
};

/** A number as people type it. What cannot be read is said, and the number before it stands. */
export function NumberBox({ label, labelHidden, value, digits = 6, onChange, optional, suffix }: NumberProps) {
	const t = useWords(authoringWords).operand;
	const id = useId();
	const read = (text: string) => readNumber(text, digits);
	const shown = value === undefined ? "" : typedNumber(value);
	const [typed, setTyped] = useState(shown);
	const bad =
		typed.trim() === ""
			? !optional
			: typeof read(typed) !== "number" || (digits === 0 && !Number.isInteger(read(typed)));
	// Put in from elsewhere: undone, or another item is edited.
	useEffect(() => {
		setTyped((now) => ((readNumber(now, digits) ?? undefined) === value ? now : shown));
	}, [value, shown, digits]);
	return (
		<Part id={id} label={label} labelHidden={labelHidden}>
			<div className="flex items-center gap-2">
				<input
					id={id}
					type="text"
					inputMode={digits === 0 ? "numeric" : "decimal"}
					autoComplete="off"
					value={typed}
					aria-invalid={bad || undefined}
					aria-describedby={bad ? `${id}-error` : undefined}
					onChange={({ currentTarget: { value: text } }) => {
						setTyped(text);
						const number = read(text);
						if (text.trim() === "" && optional) onChange(undefined);
						else if (typeof number === "number" && (digits > 0 || Number.isInteger(number))) onChange(number);
					}}
					className={cx(controlClasses, "max-w-40")}
				/>
				{suffix && <span className="text-muted">{suffix}</span>}
			</div>
			{bad && (
				<p id={`${id}-error`} className="mt-0.5 text-sm font-medium text-bad-ink">
					{t.badNumber}
				</p>
			)}
		</Part>
	);
}

type TextProps = PartProps & { value: string; onChange(value: string): void; type?: "text" | "date" };

/** Words that may not be blank: while they are, that is said and the words before stand. */
export function NeededText({
	missing,
	hint,
	long,
	...part
}: PartProps & {
	value: string;
	onChange(value: string): void;
	missing: string;
	hint?: string;
	long?: boolean;
}) {
	const { label, labelHidden, value, onChange } = part;
	const id = useId();
	const [typed, setTyped] = useState(value);
	useEffect(() => setTyped((now) => (now.trim() === "" && value !== "" ? now : value)), [value]);
	const bad = typed.trim() === "";
	const Box = long ? "textarea" : "input";
	return (
		<Part id={id} label={label} labelHidden={labelHidden}>
			{hint && (
				<p id={`${id}-hint`} className="text-sm text-muted">
					{hint}
				</p>
			)}
			<Box
				id={id}
				value={typed}
				autoComplete="off"
				aria-invalid={bad || undefined}
				aria-describedby={cx(hint && `${id}-hint`, bad && `${id}-error`) || undefined}
				onChange={({ currentTarget: { value: text } }: { currentTarget: { value: string } }) => {
					setTyped(text);
					if (text.trim() !== "") onChange(text);
				}}
				className={controlClasses}
			/>
			{bad && (
				<p id={`${id}-error`} className="mt-0.5 text-sm font-medium text-bad-ink">
					{missing}
				</p>
			)}
		</Part>
	);
}

/** A line of text or a calendar day. */
export function TextBox({ label, labelHidden, value, onChange, type = "text" }: TextProps) {
	const id = useId();
	return (
		<Part id={id} label={label} labelHidden={labelHidden}>
			<input
				id={id}
				type={type}
				autoComplete="off"
				value={value}
				onChange={(event) => onChange(event.currentTarget.value)}
				className={cx(controlClasses, type === "date" && "max-w-52")}
			/>
		</Part>
	);
}

/** What the choices say, as a sentence: read out when it changes. */
export function Sentence({ children, tone = "plain" }: { children: ReactNode; tone?: "plain" | "warn" }) {
	return (
		<p
			aria-live="polite"
			className={cx(
				"rounded-md border-s-4 px-3 py-2 wrap-anywhere",
				tone === "warn" ? "border-warn bg-warn-soft text-warn-ink" : "border-accent bg-accent-soft",
			)}
		>
			{children}
		</p>
	);
}
