import ArrowUp from "lucide-react/icons/arrow-up";
import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import { type ReactNode, useMemo, useState } from "react";
import { placeOf } from "#app/domain/authoring/review.ts";
import { same } from "#app/domain/authoring/same.ts";
import { checkDefinition, type Place } from "#app/domain/forms/check-definition.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { definitionSentence } from "#app/i18n/definition-faults.ts";
import { Button } from "../button.tsx";
import { useLocale, useWords } from "../locale.tsx";

type Coded = { code: string };
type Entry<D, P> = { draft: D /** As it stands in the form: what was whole last. */; whole: P | null };

export type CardProps<D> = { definition: Definition; value: D; taken: ReadonlySet<string>; onChange(draft: D): void };

type ListProps<D extends Coded, P extends D> = {
	part: Place["part"];
	words: {
		title: string;
		intro: string;
		empty: string;
		add: string;
		one(n: number, code: string): string;
		name(n: number): string;
		unfinished: string;
	};
	/** Codes of new ones begin like this. */
	stem: string;
	most: number;
	definition: Definition;
	value: readonly P[];
	onChange(value: P[]): void;
	fresh(code: string): D;
	/** Null while something is missing that it cannot be without. */
	wholeOf(draft: D): P | null;
	card(props: CardProps<D>): ReactNode;
};

/** Figures, lights or lists of a form, in order. One that is not whole yet stays on the screen and out of the form. */
export function PartList<D extends Coded, P extends D>(props: ListProps<D, P>) {
	const { part, words, stem, most, definition, value, onChange, fresh, wholeOf, card } = props;
	const t = useWords(partsWords);
	const [held, setHeld] = useState(() => ({
		value,
		entries: value.map((one): Entry<D, P> => ({ draft: one, whole: one })),
	}));
	const stale = held.value !== value && !same(held.value, value);
	const entries = stale ? withUnfinished(value, held.entries) : held.entries;
	if (stale) setHeld({ value, entries });
	const faults = useFaults(definition, part);
	const codes = new Set(entries.map(({ draft }) => draft.code));

	function put(changed: Entry<D, P>[]): void {
		const next = changed.flatMap(({ whole }) => whole ?? []);
		setHeld({ value: next, entries: changed });
		if (!same(next, value)) onChange(next);
	}
	const edit = (at: number, draft: D) =>
		put(
			entries.map((entry, place) => (place === at ? { draft, whole: wholeOf(draft) ?? renamed(entry, draft) } : entry)),
		);
	const add = () => {
		let number = entries.length + 1;
		while (codes.has(`${stem}-${number}`)) number += 1;
		put([...entries, { draft: fresh(`${stem}-${number}`), whole: null }]);
	};
	return (
		<fieldset className="grid min-w-0 gap-3">
			<legend className="mb-2 text-lg font-semibold">{words.title}</legend>
			<p className="text-muted">{entries.length === 0 ? words.empty : words.intro}</p>
			{entries.map(({ draft }, at) => {
				const found = faults.get(draft.code) ?? [];
				return (
					<fieldset key={draft.code} className="grid min-w-0 gap-3 rounded-md border border-line p-4">
						<legend className="px-1 font-medium">{words.one(at + 1, draft.code)}</legend>
						{card({
							definition,
							value: draft,
							taken: new Set([...codes].filter((code) => code !== draft.code)),
							onChange: (changed) => edit(at, changed),
						})}
						{found.length > 0 && (
							<ul className="grid gap-1 text-sm font-medium text-bad-ink">
								{found.map((sentence) => (
									<li key={sentence}>{sentence}</li>
								))}
							</ul>
						)}
						{wholeOf(draft) === null && <p className="text-sm text-warn-ink">{words.unfinished}</p>}
						<div className="flex flex-wrap gap-2">
							{at > 0 && (
								<Button variant="quiet" icon={<ArrowUp />} onClick={() => put(movedUp(entries, at))}>
									{t.up(words.name(at + 1))}
								</Button>
							)}
							<Button variant="quiet" icon={<X />} onClick={() => put(entries.filter((_, place) => place !== at))}>
								{t.remove(words.name(at + 1))}
							</Button>
						</div>
					</fieldset>
				);
			})}
			{entries.length >= most ? (
				<p className="text-muted">{t.full(most)}</p>
			) : (
				<Button className="justify-self-start" icon={<Plus />} onClick={add}>
					{words.add}
				</Button>
			)}
		</fieldset>
	);
}

/** What stands in the form of an entry that is unfinished now; under its own code also when that has just changed. */
function renamed<D extends Coded, P extends D>({ whole }: Entry<D, P>, { code }: D): P | null {
	return whole && { ...whole, code };
}

/** The form as it was changed elsewhere, and behind it what one is still writing here. */
function withUnfinished<D extends Coded, P extends D>(
	value: readonly P[],
	held: readonly Entry<D, P>[],
): Entry<D, P>[] {
	const known = new Set(value.map(({ code }) => code));
	return [
		...value.map((one): Entry<D, P> => ({ draft: one, whole: one })),
		...held.filter(({ draft, whole }) => whole === null && !known.has(draft.code)),
	];
}

function movedUp<T>(list: readonly T[], at: number): T[] {
	const next = [...list];
	next.splice(at - 1, 0, ...next.splice(at, 1));
	return next;
}

/** What the check before publishing says of each, by its code. */
function useFaults(definition: Definition, part: Place["part"]): ReadonlyMap<string, string[]> {
	const locale = useLocale();
	return useMemo(() => {
		const found = new Map<string, string[]>();
		for (const fault of checkDefinition(definition)) {
			const place = placeOf({ grade: fault.severity, code: "fault", fault });
			if (place?.part !== part) continue;
			const sentences = new Set(found.get(place.code)).add(definitionSentence(fault, locale));
			found.set(place.code, [...sentences]);
		}
		return found;
	}, [definition, part, locale]);
}
