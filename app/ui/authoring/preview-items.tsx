import { memo, useEffect, useRef, useState } from "react";
import type { Item } from "#app/domain/forms/schema.ts";
import { computedAt } from "#app/domain/forms/situation.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { Button } from "../button.tsx";
import type { FillState } from "../fill/fill-state.ts";
import { ItemCard } from "../fill/item-card.tsx";
import { useWords } from "../locale.tsx";

/** Cards drawn before one scrolls on: a section may have a thousand, and each is a dozen fields. */
const PART = 30;

type ItemsProps = { items: readonly Item[]; state: FillState; focusItem?: string | undefined };

/** The items of what is open, as far as one has scrolled. */
export function PreviewItems({ items, state, focusItem }: ItemsProps) {
	const t = useWords(authoringWords).preview;
	const [shown, setShown] = useState(PART);
	const end = useRef<HTMLLIElement>(null);
	const wanted = Math.max(shown, items.findIndex(({ code }) => code === focusItem) + 1);
	const more = items.length > wanted;
	useEffect(() => {
		const target = end.current;
		if (!target || !more) return;
		const watch = new IntersectionObserver((seen) => {
			if (seen.some((one) => one.isIntersecting)) setShown(wanted + PART);
		});
		watch.observe(target);
		return () => watch.disconnect();
	}, [more, wanted]);
	return (
		// A card out of sight is neither laid out nor painted: a tap is answered by the few that are seen.
		<ul className="[&>li]:[content-visibility:auto] [&>li]:[contain-intrinsic-block-size:auto_14rem]">
			{items.slice(0, wanted).map((item) => (
				<PreviewItem key={item.code} item={item} state={state} />
			))}
			{more && (
				<li ref={end} className="p-4">
					<Button wide onClick={() => setShown(wanted + PART)}>
						{t.more(items.length - wanted)}
					</Button>
				</li>
			)}
		</ul>
	);
}

type CardProps = { item: Item; state: FillState };

/** Drawn anew only when something about this item is different: a tap is answered by one card. */
const PreviewItem = memo(function PreviewItem({ item, state }: CardProps) {
	return <ItemCard item={item} state={state} />;
}, sameCard);

function sameCard(before: CardProps, after: CardProps): boolean {
	const { item } = after;
	const [one, other] = [before.state, after.state];
	return (
		before.item === item &&
		one.row === other.row &&
		one.facts.kind === other.facts.kind &&
		one.definition.failure === other.definition.failure &&
		one.typedFor(item.code) === other.typedFor(item.code) &&
		one.faultOf(item.code) === other.faultOf(item.code) &&
		(item.type !== "computed" ||
			Object.is(computedAt(one.shown.state, item.code, one.row), computedAt(other.shown.state, item.code, other.row)))
	);
}
