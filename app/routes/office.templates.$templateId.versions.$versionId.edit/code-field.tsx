import { useState } from "react";
import { itemCode } from "#app/domain/forms/expression-schema.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { TextField } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useBuilderParts } from "./builder-context.ts";

/** An item's code. It changes when the field is left, not while one types: half a code would be another item's address. */
export function CodeField({ item }: { item: Item }) {
	const { actions, live } = useBuilderParts();
	const { item: t } = useWords(builderWords);
	const [typed, setTyped] = useState<string | null>(null);
	const [error, setError] = useState<string>();
	const change = () => {
		const to = (typed ?? item.code).trim().normalize("NFC");
		if (to === item.code) return setTyped(null);
		if (!itemCode.safeParse(to).success) return setError(t.codeWrong);
		if (!actions.perform([{ do: "rename_item", from: item.code, to }])) return setError(t.codeTaken(to));
		actions.select({ kind: "item", code: to });
	};
	return (
		<TextField
			name="code"
			label={t.code}
			hint={t.codeHint}
			error={error}
			maxLength={40}
			readOnly={!live}
			value={typed ?? item.code}
			onChange={(event) => {
				setTyped(event.target.value);
				setError(undefined);
			}}
			onBlur={change}
			onKeyDown={(event) => {
				if (event.key !== "Enter") return;
				event.preventDefault();
				change();
			}}
		/>
	);
}
