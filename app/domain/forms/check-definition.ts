import { checkRosters } from "./check-rosters.ts";
import { checkRule } from "./check-rule.ts";
import { isWithinBounds, references } from "./evaluate.ts";
import type { Expression } from "./expression-schema.ts";
import { prepare } from "./prepare.ts";
import type { Definition, Item } from "./schema.ts";

/** Where in a definition something stands; `code` is "" for the verdict rule. */
export type Place = { part: "section" | "item" | "check" | "rule" | "figure" | "light" | "list"; code: string };

/** An error keeps a version from being published; a warning is shown to the author. */
export type DefinitionFault = { severity: "error" | "warning" } & (
	| { code: "duplicate"; part: "section" | "item" | "check" | "level" | "figure" | "light" | "list"; duplicate: string }
	| { code: "duplicate_option"; item: string; option: string }
	| { code: "unknown_item"; place: Place; item: string }
	| { code: "expression_too_large"; place: Place }
	/** Sections and items whose conditions or computations lead back to themselves. */
	| { code: "circular"; codes: string[] }
	/** The smallest value, day or number of choices allowed is beyond the largest. */
	| { code: "limits_reversed"; item: string }
	/** Flagged mandatory, but outside the count, where the flag has no effect. */
	| { code: "mandatory_not_counted"; item: string }
	/** A mandatory criterion or a knock-out that a school may leave unanswered. */
	| { code: "decisive_item_optional"; item: string }
	/** `kind` "" stands for every kind of school that no line of the rule names. */
	| { code: "too_few_criteria"; kind: string; wanted: number; have: number }
	| { code: "mandatory_not_flagged"; kind: string; wanted: number; flagged: number }
	| { code: "kind_in_two_lines"; kind: string }
	| { code: "level_out_of_reach"; level: string }
	| { code: "no_passing_level" }
	/** Criteria are counted once a return; in rows they would be counted any number of times. */
	| { code: "verdict_in_roster"; item: string }
	/** An item of rows is asked for where no row is at hand, or one of another roster. */
	| { code: "row_out_of_reach"; place: Place; item: string }
	| { code: "roster_without_title"; roster: string }
	/** Rows made beforehand would begin with an answer that their own item does not take. */
	| { code: "prefill_not_taken"; place: Place; item: string }
	/** A share says of what; a text is one item's answer. */
	| { code: "figure_incomplete"; figure: string }
);

/**
 * What is wrong with a definition beyond its shape, which zod has judged; nothing here depends on a school or an answer. The
 * forms code stays total on a faulty definition, but what it then says is worth nothing: publish none with an error.
 */
export function checkDefinition(definition: Definition): DefinitionFault[] {
	const { circular } = prepare(definition);
	const all = definition.sections.flatMap((section) => section.items);
	const faults = [
		...duplicates(definition),
		...expressionFaults(definition),
		...all.flatMap(itemFaults),
		...checkRosters(definition),
	];
	if (circular.length > 0) faults.push({ severity: "error", code: "circular", codes: [...circular] });
	// One that stands in several conditions of the same thing is told of once.
	return [...new Map([...faults, ...checkRule(definition)].map((fault) => [JSON.stringify(fault), fault])).values()];
}

function duplicates({ sections, checks, rule, figures, lights, lists }: Definition): DefinitionFault[] {
	// A roster's code stands among those of items: operations name both alike.
	const items = sections.flatMap((section) => [...(section.roster ? [section.roster] : []), ...section.items]);
	const named = {
		section: sections,
		item: items,
		check: checks,
		level: rule.type === "levels" ? rule.levels : [],
		figure: figures,
		light: lights,
		list: lists,
	};
	const parts = ["section", "item", "check", "level", "figure", "light", "list"] as const;
	return parts.flatMap((part) =>
		repeated(named[part].map(({ code }) => code)).map(
			(duplicate): DefinitionFault => ({ severity: "error", code: "duplicate", part, duplicate }),
		),
	);
}

function repeated(codes: readonly string[]): string[] {
	const seen = new Set<string>();
	return [...new Set(codes.filter((code) => seen.has(code) || !seen.add(code)))];
}

function expressionFaults(definition: Definition): DefinitionFault[] {
	const { itemByCode, rosters } = prepare(definition);
	const unknown = (place: Place, codes: readonly string[]) =>
		codes
			.filter((code) => !itemByCode.has(code) && !rosters.has(code))
			.map((item): DefinitionFault => ({ severity: "error", code: "unknown_item", place, item }));
	const judge = (place: Place, expression: Expression): DefinitionFault[] =>
		isWithinBounds(expression)
			? unknown(place, references(expression))
			: [{ severity: "error", code: "expression_too_large", place }];
	const { sections, checks, rule, figures, lights, lists } = definition;
	return [
		...figures.flatMap(({ code, value, of }) =>
			[value, ...(of ? [of] : [])].flatMap((found) => judge({ part: "figure", code }, found)),
		),
		...lights.flatMap(({ code, known, green, amber }) =>
			[...(known ? [known] : []), green, amber].flatMap((found) => judge({ part: "light", code }, found)),
		),
		...lists.flatMap(({ code, roster, where, items }) => [
			...judge({ part: "list", code }, where),
			...unknown({ part: "list", code }, [...items, ...(roster ? [roster] : [])]),
		]),
		...sections.flatMap((section) => [
			...(section.visibleIf ? judge({ part: "section", code: section.code }, section.visibleIf) : []),
			...section.items.flatMap((item) =>
				expressionsOf(item).flatMap((found) => judge({ part: "item", code: item.code }, found)),
			),
		]),
		...checks.flatMap((check) => {
			const place: Place = { part: "check", code: check.code };
			return [...judge(place, check.holds), ...unknown(place, check.items)];
		}),
		...(rule.type === "levels" ? rule.levels : []).flatMap((level) =>
			unknown({ part: "rule", code: "" }, level.mustMeet),
		),
	];
}

function expressionsOf(item: Item): Expression[] {
	return [...(item.visibleIf ? [item.visibleIf] : []), ...(item.type === "computed" ? [item.expression] : [])];
}

function itemFaults(item: Item): DefinitionFault[] {
	switch (item.type) {
		case "verdict": {
			const mandatory = item.mandatory !== false;
			const faults: DefinitionFault[] = [];
			if (mandatory && (item.knockout || !item.counted))
				faults.push({ severity: "warning", code: "mandatory_not_counted", item: item.code });
			if ((mandatory || item.knockout) && !item.required)
				faults.push({ severity: "warning", code: "decisive_item_optional", item: item.code });
			return faults;
		}
		case "choice":
			return optionFaults(item);
		case "choices": {
			const most = Math.min(item.max ?? item.options.length, item.options.length);
			return [...optionFaults(item), ...((item.min ?? 0) > most ? [reversed(item)] : [])];
		}
		case "integer":
		case "decimal":
		case "date":
			return item.min !== undefined && item.max !== undefined && item.min > item.max ? [reversed(item)] : [];
		default:
			return [];
	}
}

function optionFaults(item: Extract<Item, { type: "choice" | "choices" }>): DefinitionFault[] {
	return repeated(item.options.map(({ value }) => value)).map((option) => ({
		severity: "error",
		code: "duplicate_option",
		item: item.code,
		option,
	}));
}

function reversed(item: Item): DefinitionFault {
	return { severity: "error", code: "limits_reversed", item: item.code };
}
