import { type MouseEvent, useEffect, useRef } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { fieldId } from "./field.tsx";
import { useWords } from "./locale.tsx";

/** One thing to mend. With a field, it links there; without, it is about the whole. */
export type FieldProblem = { field?: string; message: string };

type ErrorSummaryProps = {
	problems: FieldProblem[];
	title?: string;
	/** The `id` option of the form, where its fields have one. */
	form?: string;
	/** Changes with every attempt to send, so that the summary is read out again. */
	attempt?: unknown;
};

/** All that is wrong, at the top, each linked to its field. Takes the focus when it appears and after every attempt. */
export function ErrorSummary({ problems, title, form, attempt }: ErrorSummaryProps) {
	const t = useWords(uiWords);
	const box = useRef<HTMLDivElement>(null);
	const shown = problems.length > 0;
	// biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt with the same errors takes the focus again
	useEffect(() => {
		if (shown) box.current?.focus();
	}, [shown, attempt]);
	if (!shown) return null;
	return (
		<div ref={box} role="alert" tabIndex={-1} className="rounded-md border-2 border-bad bg-surface px-4 py-3 sm:px-5">
			<h2 className="text-lg font-semibold">{title ?? t.errors.title(problems.length)}</h2>
			<ul className="mt-1 grid gap-1">
				{problems.map(({ field, message }) => (
					<li key={`${field} ${message}`}>
						{field ? (
							<a
								href={`#${fieldId(field, form)}`}
								onClick={goToField}
								className="inline-block py-0.5 font-medium text-bad-ink underline underline-offset-4 hover:decoration-2"
							>
								{message}
							</a>
						) : (
							<span className="font-medium text-bad-ink">{message}</span>
						)}
					</li>
				))}
			</ul>
		</div>
	);
}

/** Following the link puts the cursor into the field and its label in sight; without script the browser scrolls there. */
function goToField(event: MouseEvent<HTMLAnchorElement>): void {
	const field = document.getElementById(event.currentTarget.hash.slice(1));
	if (!field) return;
	event.preventDefault();
	(field.closest("fieldset") ?? document.querySelector(`label[for="${field.id}"]`) ?? field).scrollIntoView({
		block: "start",
	});
	field.focus({ preventScroll: true });
}
