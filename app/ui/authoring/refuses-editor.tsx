import { useId, useState } from "react";
import { same } from "#app/domain/authoring/same.ts";
import type { Words } from "#app/domain/forms/expression-schema.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { searchKey } from "#app/domain/text.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { textOf } from "#app/i18n/returns.ts";
import { Checkbox } from "../choice.tsx";
import { TextArea } from "../field.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { EnglishBox } from "./part-words.tsx";
import { NeededText, Sentence } from "./parts.tsx";

type Refused = NonNullable<Extract<Item, { type: "text" | "longtext" }>["refuses"]>;
/** What stands on the screen: the words as they are typed, one a line. */
type Typed = { text: string; message: Words };

type RefusesProps = { value: Refused | undefined; onChange(value: Refused | undefined): void };

/** Words that an answer may not hold, and what the person is told. What is not whole yet stays here and out of the form. */
export function RefusesEditor({ value, onChange }: RefusesProps) {
	const { refuses: t } = useWords(partsWords);
	const locale = useLocale();
	const id = useId();
	const [held, setHeld] = useState(() => ({ value, typed: typedOf(value) }));
	const stale = !same(held.value, value);
	const typed = stale ? typedOf(value) : held.typed;
	if (stale) setHeld({ value, typed });
	const put = (next: Typed | null) => {
		const whole = next ? (wholeOf(next) ?? value) : undefined;
		setHeld({ value: whole, typed: next });
		if (!same(whole, value)) onChange(whole);
	};
	const odd = typed && wordsIn(typed.text).find((word) => !/[a-z0-9]/.test(searchKey(word)));
	const whole = typed && wholeOf(typed);
	return (
		<div className="grid gap-3">
			<Checkbox
				id={`${id}-tick`}
				name="refuses"
				label={t.tick}
				checked={typed !== null}
				onChange={(event) => put(event.target.checked ? { text: "", message: { vi: "" } } : null)}
			/>
			{typed && (
				<div className="grid gap-3 ps-8">
					{whole && (
						<Sentence>
							{t.says(whole.words.map((word) => `“${word}”`).join(t.or), textOf(whole.message, locale))}
						</Sentence>
					)}
					<TextArea
						id={`${id}-words`}
						name="refuses.words"
						label={t.words}
						hint={t.wordsHint}
						rows={3}
						error={isWords(wordsIn(typed.text)) ? undefined : t.wordsMissing}
						value={typed.text}
						onChange={(event) => put({ ...typed, text: event.target.value })}
					/>
					{odd && <p className="text-sm text-warn-ink">{t.wordsOdd(odd)}</p>}
					<NeededText
						label={t.message}
						missing={t.messageMissing}
						value={typed.message.vi}
						onChange={(vi) => put({ ...typed, message: { ...typed.message, vi } })}
					/>
					<EnglishBox label={t.messageEn} value={typed.message} onChange={(message) => put({ ...typed, message })} />
					{!whole && <p className="text-sm text-warn-ink">{t.unfinished}</p>}
				</div>
			)}
		</div>
	);
}

function typedOf(value: Refused | undefined): Typed | null {
	return value ? { text: value.words.join("\n"), message: value.message } : null;
}

function wordsIn(text: string): string[] {
	const words = text.split("\n").map((line) => line.trim().normalize("NFC"));
	return [...new Set(words.filter((word) => word !== ""))];
}

function isWords(words: readonly string[]): boolean {
	return words.length > 0 && words.length <= 50 && words.every((word) => word.length >= 2 && word.length <= 60);
}

function wholeOf({ text, message }: Typed): Refused | null {
	const words = wordsIn(text);
	return isWords(words) && message.vi.trim() !== "" ? { words, message } : null;
}
