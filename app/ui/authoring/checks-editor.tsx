import Plus from "lucide-react/icons/plus";
import { useState } from "react";
import type { CrossCheck, Definition } from "#app/domain/forms/schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { Button } from "../button.tsx";
import { useWords } from "../locale.tsx";
import { CheckCard } from "./check-card.tsx";
import { useReach } from "./use-reach.ts";

export type ChecksEditorProps = {
	definition: Definition;
	value: CrossCheck[];
	onChange(value: CrossCheck[]): void;
};

/** A check while it is being made: without an expression, a message or an item it is not a check yet. */
export type CheckDraft = Omit<CrossCheck, "holds"> & { holds: CrossCheck["holds"] | undefined };

type Entry = {
	draft: CheckDraft;
	/** As it stands in the form: what was whole last. */
	whole: CrossCheck | null;
};

/** Sentences that must be true of the whole return. One that is not whole yet stays on the screen and out of the form. */
export function ChecksEditor({ definition, value, onChange }: ChecksEditorProps) {
	const { checks: t } = useWords(authoringWords);
	const reach = useReach(definition, {});
	const [held, setHeld] = useState(() => ({ value, entries: entriesOf(value) }));
	const stale = held.value !== value && !sameChecks(held.value, value);
	const entries = stale ? entriesOf(value) : held.entries;
	if (stale) setHeld({ value, entries });

	function put(changed: Entry[]): void {
		const checks = changed.flatMap(({ whole }) => whole ?? []);
		setHeld({ value: checks, entries: changed });
		if (!sameChecks(checks, value)) onChange(checks);
	}
	const edit = (at: number, draft: CheckDraft) =>
		put(entries.map((entry, place) => (place === at ? { draft, whole: wholeOf(draft) ?? entry.whole } : entry)));

	return (
		<fieldset className="grid min-w-0 gap-3">
			<legend className="mb-2 font-semibold">{t.title}</legend>
			{entries.length === 0 && <p className="text-muted">{t.empty}</p>}
			{entries.map(({ draft }, at) => (
				<CheckCard
					key={draft.code}
					number={at + 1}
					definition={definition}
					reach={reach}
					value={draft}
					whole={wholeOf(draft) !== null}
					onChange={(changed) => edit(at, changed)}
					onRemove={() => put(entries.filter((_, place) => place !== at))}
				/>
			))}
			<Button
				className="justify-self-start"
				icon={<Plus />}
				onClick={() => put([...entries, { draft: freshCheck(entries), whole: null }])}
			>
				{t.add}
			</Button>
		</fieldset>
	);
}

function entriesOf(value: readonly CrossCheck[]): Entry[] {
	return value.map((check) => ({ draft: check, whole: check }));
}

function freshCheck(entries: readonly Entry[]): CheckDraft {
	const taken = new Set(entries.map(({ draft }) => draft.code));
	let number = entries.length + 1;
	while (taken.has(`rb-${number}`)) number += 1;
	return { code: `rb-${number}`, holds: undefined, message: { vi: "" }, items: [], severity: "error" };
}

function wholeOf({ holds, ...rest }: CheckDraft): CrossCheck | null {
	return holds && rest.message.vi.trim() !== "" && rest.items.length > 0 ? { ...rest, holds } : null;
}

function sameChecks(one: readonly CrossCheck[], other: readonly CrossCheck[]): boolean {
	return one.length === other.length && one.every((check, at) => JSON.stringify(check) === JSON.stringify(other[at]));
}
