import { useState } from "react";
import type { Section } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { TextField } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useBuilderParts } from "./builder-context.ts";

/** A section's code, as it stands before its title. It changes when the field is left. */
export function SectionCodeField({ section }: { section: Section }) {
	const { actions } = useBuilderParts();
	const { item: t } = useWords(partsWords);
	const [typed, setTyped] = useState<string | null>(null);
	const [error, setError] = useState<string>();
	const change = () => {
		const to = (typed ?? section.code).trim().normalize("NFC");
		if (to === section.code) return setTyped(null);
		if (!actions.perform([{ do: "rename_section", from: section.code, to }])) return setError(t.sectionCodeWrong);
		actions.select({ kind: "section", code: to });
	};
	return (
		<TextField
			name="section_code"
			label={t.sectionCode}
			error={error}
			maxLength={20}
			className="max-w-40"
			value={typed ?? section.code}
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
