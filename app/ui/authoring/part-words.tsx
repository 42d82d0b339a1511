import { useState } from "react";
import { itemCode, type Words } from "#app/domain/forms/expression-schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { TextField } from "../field.tsx";
import { useWords } from "../locale.tsx";
import { TextBox } from "./parts.tsx";

/** Words that are Vietnamese first: the other language of those there are, or another text of one of them. */
export function withWords(words: Words | undefined, part: { vi?: string; en?: string }): Words | undefined {
	const { vi, en } = { vi: "", ...words, ...part };
	return vi === "" ? undefined : { vi, ...(en ? { en } : {}) };
}

type EnglishProps = { label: string; value: Words; onChange(words: Words): void };

/** What words say in English; it may be left out. */
export function EnglishBox({ label, value, onChange }: EnglishProps) {
	return (
		<TextBox
			label={label}
			value={value.en ?? ""}
			onChange={(en) => onChange({ vi: value.vi, ...(en === "" ? {} : { en }) })}
		/>
	);
}

type CodeProps = { code: string; taken: ReadonlySet<string>; onChange(code: string): void };

/** The code of a figure, light or list: it changes when the box is left. */
export function PartCode({ code, taken, onChange }: CodeProps) {
	const t = useWords(partsWords);
	const [typed, setTyped] = useState<string | null>(null);
	const [wrong, setWrong] = useState(false);
	const change = () => {
		const to = (typed ?? code).trim().normalize("NFC");
		const bad = !itemCode.safeParse(to).success || taken.has(to);
		setWrong(bad);
		if (bad) return;
		setTyped(null);
		if (to !== code) onChange(to);
	};
	return (
		<TextField
			name={`part-code-${code}`}
			label={t.code}
			hint={t.codeHint}
			error={wrong ? t.codeWrong : undefined}
			maxLength={40}
			value={typed ?? code}
			onChange={(event) => {
				setTyped(event.target.value);
				setWrong(false);
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
