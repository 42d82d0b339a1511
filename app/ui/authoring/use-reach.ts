import { useMemo } from "react";
import { type Home, itemsInReach, itemsOfRows } from "#app/domain/authoring/nameable.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Definition, Item } from "#app/domain/forms/schema.ts";

/** What may be named at a place of a form, by what it is named for. */
export type Reach = {
	definition: Definition;
	items: readonly Item[];
	/** Criteria and other verdict items, which are counted by outcome. */
	outcomes: readonly Item[];
	/** Items that are figures, which are added up. */
	figures: readonly Item[];
	/** Figures in rows, whose columns are added up. */
	columns: readonly Item[];
	rosters: readonly string[];
	/** The same for a condition on the rows of a roster. */
	inRows(roster: string): Reach;
};

/** Worked out once per form and place; an editor of a thousand items asks at every key. */
export function useReach(definition: Definition, { section, item }: Home): Reach {
	return useMemo(() => {
		const home: Home = { ...(section === undefined ? {} : { section }), ...(item === undefined ? {} : { item }) };
		const { rosters } = prepare(definition);
		// A list that stands behind this very condition has no rows to count before it is decided.
		const codes = [...rosters.keys()].filter((code) => rosters.get(code)?.code !== section);
		const columns = codes.flatMap((code) =>
			itemsOfRows(definition, code, home).filter(
				(one) => isFigure(one) && prepare(definition).rosterOf.get(one.code) === code,
			),
		);
		const reach = (items: readonly Item[]): Reach => ({
			definition,
			items,
			outcomes: items.filter(({ type }) => type === "verdict"),
			figures: items.filter(isFigure),
			columns,
			rosters: codes,
			inRows: (roster) => reach(itemsOfRows(definition, roster, home)),
		});
		return reach(itemsInReach(definition, home));
	}, [definition, section, item]);
}

function isFigure({ type }: Item): boolean {
	return type === "integer" || type === "decimal" || type === "computed";
}
