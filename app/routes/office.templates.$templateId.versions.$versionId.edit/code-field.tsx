import { useState } from "react";
import { itemCode } from "#app/domain/forms/expression-schema.ts";
import type { Item, Section } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { TextField } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useBuilderParts } from "./builder-context.ts";

/** An item's code. */
export function CodeField({ item }: { item: Item }) {
	const { actions, live } = useBuilderParts();
	const { item: t } = useWords(builderWords);
	const rename = (to: string) => {
		if (!itemCode.safeParse(to).success) return t.codeWrong;
		if (!actions.perform([{ do: "rename_item", from: item.code, to }])) return t.codeTaken(to);
		actions.select({ kind: "item", code: to });
	};
	return (
		<CodeBox
			name="code"
			label={t.code}
			hint={t.codeHint}
			maxLength={40}
			readOnly={!live}
			code={item.code}
			rename={rename}
		/>
	);
}

/** A section's code, as it stands before its title. */
export function SectionCodeField({ section }: { section: Section }) {
	const { actions } = useBuilderParts();
	const { item: t } = useWords(partsWords);
	const rename = (to: string) => {
		if (!actions.perform([{ do: "rename_section", from: section.code, to }])) return t.sectionCodeWrong;
		actions.select({ kind: "section", code: to });
	};
	return (
		<CodeBox
			name="section_code"
			label={t.sectionCode}
			maxLength={20}
			className="max-w-40"
			code={section.code}
			rename={rename}
		/>
	);
}

type BoxProps = {
	name: string;
	label: string;
	hint?: string;
	maxLength: number;
	readOnly?: boolean;
	className?: string;
	code: string;
	/** Why it cannot be called that. */
	rename(to: string): string | undefined;
};

/** The code changes when the field is left, not while one types: half a code would be another one's address. */
function CodeBox({ code, rename, ...field }: BoxProps) {
	const [typed, setTyped] = useState<string | null>(null);
	const [error, setError] = useState<string>();
	const change = () => {
		const to = (typed ?? code).trim().normalize("NFC");
		if (to === code) setTyped(null);
		else setError(rename(to));
	};
	return (
		<TextField
			{...field}
			error={error}
			value={typed ?? code}
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
