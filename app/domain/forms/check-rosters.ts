/** What is wrong with the rosters of a definition, and with what reckons over their rows. */
import type { DefinitionFault, Place } from "./check-definition.ts";
import { references } from "./evaluate.ts";
import type { Expression } from "./expression-schema.ts";
import { prepare } from "./prepare.ts";
import type { Definition, Section } from "./schema.ts";
import { validateAnswer } from "./validate.ts";

/** Faults of rosters, figures, lights and lists beyond unknown codes, which `checkDefinition` finds. */
export function checkRosters(definition: Definition): DefinitionFault[] {
	const { rosterOf, itemByCode } = prepare(definition);
	const { sections, checks, figures, lights, lists } = definition;
	// What is not there at all is told of as unknown.
	const outOfReach = (expression: Expression, roster: string | undefined) =>
		valuesOutOfReach(expression, roster, rosterOf).filter((item) => itemByCode.has(item));
	const reach = (place: Place, expression: Expression | undefined, roster: string | undefined) =>
		(expression ? outOfReach(expression, roster) : []).map(
			(item): DefinitionFault => ({ severity: "error", code: "row_out_of_reach", place, item }),
		);
	return [
		...sections.flatMap((section): DefinitionFault[] => [
			...reach({ part: "section", code: section.code }, section.visibleIf, undefined),
			...section.items.flatMap((item) => [
				...reach({ part: "item", code: item.code }, item.visibleIf, section.roster?.code),
				...(item.type === "computed"
					? reach({ part: "item", code: item.code }, item.expression, section.roster?.code)
					: []),
				...(section.roster && item.type === "verdict"
					? [{ severity: "error", code: "verdict_in_roster", item: item.code } as const]
					: []),
			]),
			...(section.roster && !section.items.some(({ code }) => code === section.roster?.title)
				? [{ severity: "error", code: "roster_without_title", roster: section.roster.code } as const]
				: []),
			...prefillFaults(section),
		]),
		...checks.flatMap(({ code, holds, items }) => reach({ part: "check", code }, holds, rosterOf.get(items[0] ?? ""))),
		...figures.flatMap(({ code, type, value, of }): DefinitionFault[] => [
			...reach({ part: "figure", code }, value, undefined),
			...reach({ part: "figure", code }, of, undefined),
			...((type === "share") !== (of !== undefined) || (type === "text" && value.op !== "answer")
				? [{ severity: "error", code: "figure_incomplete", figure: code } as const]
				: []),
		]),
		...lights.flatMap(({ code, known, green, amber }) =>
			[known, green, amber].flatMap((one) => reach({ part: "light", code }, one, undefined)),
		),
		...lists.flatMap(({ code, roster, where, items }) => {
			const columns = items.filter((item) => rosterOf.has(item) && rosterOf.get(item) !== roster);
			// One that its condition and its columns both name is told of once.
			return [...new Set([...outOfReach(where, roster), ...columns])].map(
				(item): DefinitionFault => ({
					severity: "error",
					code: "row_out_of_reach",
					place: { part: "list", code },
					item,
				}),
			);
		}),
	];
}

/** Rows made from the school's record begin with answers to items of their own section, and with such as these take. */
function prefillFaults({ code, roster, items }: Section): DefinitionFault[] {
	const place: Place = { part: "section", code };
	const found = new Map(items.map((item) => [item.code, item]));
	return (roster?.prefill ?? []).flatMap(({ name, set }) =>
		Object.entries({ ...(roster ? { [roster.title]: name } : {}), ...set }).flatMap(
			([asked, value]): DefinitionFault[] => {
				const item = found.get(asked);
				// A roster whose title is not there has been told of.
				if (!item)
					return asked === roster?.title ? [] : [{ severity: "error", code: "unknown_item", place, item: asked }];
				const [wrong] = item.type === "computed" ? [true] : validateAnswer(item, { value, note: "", measure: null });
				return wrong ? [{ severity: "error", code: "prefill_not_taken", place, item: asked }] : [];
			},
		),
	);
}

/** Items of rows that an expression reads although it stands in no row of theirs. Inside `rows` and `total` it does. */
function valuesOutOfReach(
	expression: Expression,
	roster: string | undefined,
	rosterOf: ReadonlyMap<string, string>,
): string[] {
	switch (expression.op) {
		case "rows":
			return expression.where ? valuesOutOfReach(expression.where, expression.roster, rosterOf) : [];
		case "total": {
			const home = rosterOf.get(expression.item);
			if (home === undefined) return [expression.item];
			return expression.where ? valuesOutOfReach(expression.where, home, rosterOf) : [];
		}
		case "and":
		case "or":
		case "sum":
		case "mul":
			return expression.args.flatMap((arg) => valuesOutOfReach(arg, roster, rosterOf));
		case "not":
			return valuesOutOfReach(expression.arg, roster, rosterOf);
		case "const":
		case "school":
			return [];
		case "answer":
		case "answered":
		case "has":
		case "count":
			return references(expression).filter((code) => rosterOf.has(code) && rosterOf.get(code) !== roster);
		default:
			return [expression.left, expression.right].flatMap((side) => valuesOutOfReach(side, roster, rosterOf));
	}
}
