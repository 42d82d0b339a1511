import { useState } from "react";
import { sameExpression } from "#app/domain/authoring/plain.ts";
import type { Expression } from "#app/domain/forms/expression-schema.ts";

type DraftOptions<D> = {
	value: Expression | undefined;
	/** Null when the expression was not made by choosing. */
	read(expression: Expression | undefined): D | null;
	write(draft: D): Expression | undefined;
	onChange(expression: Expression | undefined): void;
};

/**
 * The lines on the screen, finished or not, while the form holds what the finished ones say. Whatever else changes the form (undo,
 * another editor, the expert's text) puts its own lines here.
 */
export function useDraft<D>({ value, read, write, onChange }: DraftOptions<D>): [D | null, (draft: D) => void] {
	const [held, setHeld] = useState(() => ({ value, draft: read(value) }));
	const stale = !sameExpression(held.value, value);
	const draft = stale ? read(value) : held.draft;
	if (stale) setHeld({ value, draft });
	return [
		draft,
		(changed) => {
			const written = write(changed);
			setHeld({ value: written, draft: changed });
			if (!sameExpression(written, value)) onChange(written);
		},
	];
}
