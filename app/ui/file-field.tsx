import { forwardRef, type InputHTMLAttributes } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { uiWords } from "#app/i18n/ui.ts";
import { cx } from "./cx.ts";
import { FieldFrame, type FieldProps, fieldId } from "./field.tsx";
import { useLocale, useWords } from "./locale.tsx";

type FileFieldProps = FieldProps &
	Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "type" | "defaultValue"> & {
		/** Said below the hint; the server checks it. */
		limitBytes?: number;
	};

/** The browser's own file box: it works without script, with the keyboard, and opens the camera where `capture` says so. */
export const FileField = forwardRef<HTMLInputElement, FileFieldProps>(function FileField(
	{ label, hint, error, optional, id, limitBytes, className, ...input },
	ref,
) {
	const t = useWords(uiWords);
	const locale = useLocale();
	const limit = limitBytes && t.file.limit(formatNumber(Math.floor(limitBytes / 1_048_576), locale));
	const shownHint =
		hint || limit ? (
			<>
				{hint}
				{hint && limit ? " · " : null}
				{limit}
			</>
		) : undefined;
	return (
		<FieldFrame id={id ?? fieldId(input.name)} hint={shownHint} {...{ label, error, optional }}>
			{(wired) => (
				<input
					{...input}
					{...wired}
					ref={ref}
					type="file"
					className={cx(
						"block w-full rounded-md border border-dashed border-control bg-surface p-2 aria-invalid:border-2 aria-invalid:border-bad",
						"file:me-3 file:min-h-10 file:cursor-pointer file:rounded-md file:border-0 file:bg-accent-soft file:px-4 file:font-medium file:text-accent-ink",
						className,
					)}
				/>
			)}
		</FieldFrame>
	);
});
