import { references } from "../forms/evaluate.ts";
import type { Expression } from "../forms/expression-schema.ts";
import type { Definition, Item, Section } from "../forms/schema.ts";

/** A definition in which an item or roster has another code, and everything that names it follows. */
export function renamed(definition: Definition, from: string, to: string): Definition {
	const code = (found: string) => (found === from ? to : found);
	const codes = (found: string[]) => (found.includes(from) ? found.map(code) : found);
	const inside = (found: Expression) => renamedIn(found, code);
	const maybe = (found: Expression | undefined) => found && inside(found);
	const { sections, checks, figures, lights, lists, rule, ...rest } = definition;
	return {
		...rest,
		sections: sections.map((section) => renamedSection(section, code, inside)),
		checks: checks.map((check) => ({ ...check, holds: inside(check.holds), items: codes(check.items) })),
		figures: figures.map((figure) => given({ ...figure, value: inside(figure.value), of: maybe(figure.of) })),
		lights: lights.map((light) =>
			given({ ...light, known: maybe(light.known), green: inside(light.green), amber: inside(light.amber) }),
		),
		lists: lists.map((list) =>
			given({
				...list,
				roster: list.roster === undefined ? undefined : code(list.roster),
				where: inside(list.where),
				items: codes(list.items),
			}),
		),
		rule:
			rule.type === "levels"
				? { ...rule, levels: rule.levels.map((level) => ({ ...level, mustMeet: codes(level.mustMeet) })) }
				: rule,
	};
}

/** Every code of an item or roster that a definition has or speaks of: what a new code may not be. */
export function codesIn({ sections, checks, figures, lights, lists, rule }: Definition): Set<string> {
	const found = new Set<string>();
	const take = (...codes: string[]) => {
		for (const code of codes) found.add(code);
	};
	const read = (expression: Expression | undefined) => expression && take(...references(expression));
	for (const { visibleIf, roster, items } of sections) {
		read(visibleIf);
		if (roster) take(roster.code, roster.title, ...roster.prefill.flatMap(({ set }) => Object.keys(set)));
		for (const item of items) {
			take(item.code);
			read(item.visibleIf);
			if (item.type === "computed") read(item.expression);
		}
	}
	for (const { holds, items } of checks) {
		read(holds);
		take(...items);
	}
	for (const { value, of } of figures) for (const expression of [value, of]) read(expression);
	for (const { known, green, amber } of lights) for (const expression of [known, green, amber]) read(expression);
	for (const { roster, where, items } of lists) {
		read(where);
		take(...items, ...(roster === undefined ? [] : [roster]));
	}
	if (rule.type === "levels") for (const { mustMeet } of rule.levels) take(...mustMeet);
	return found;
}

/** The item itself and what it says of others. */
function renamedItem(item: Item, code: (found: string) => string): Item {
	const inside = (found: Expression) => renamedIn(found, code);
	const next = { ...item, code: code(item.code) };
	if (next.visibleIf) next.visibleIf = inside(next.visibleIf);
	return next.type === "computed" ? { ...next, expression: inside(next.expression) } : next;
}

/** An expression in which the items it names have other codes. */
function renamedIn(expression: Expression, code: (found: string) => string): Expression {
	const inside = (found: Expression) => renamedIn(found, code);
	switch (expression.op) {
		case "const":
		case "school":
			return expression;
		case "answer":
		case "answered":
		case "has":
			return { ...expression, item: code(expression.item) };
		case "count":
			return { ...expression, items: expression.items.map(code) };
		case "rows":
			return given({
				...expression,
				roster: code(expression.roster),
				where: expression.where && inside(expression.where),
			});
		case "total":
			return given({ ...expression, item: code(expression.item), where: expression.where && inside(expression.where) });
		case "and":
		case "or":
		case "sum":
		case "mul":
			return { ...expression, args: expression.args.map(inside) };
		case "not":
			return { ...expression, arg: inside(expression.arg) };
		default:
			return { ...expression, left: inside(expression.left), right: inside(expression.right) };
	}
}

function renamedSection(
	section: Section,
	code: (found: string) => string,
	inside: (found: Expression) => Expression,
): Section {
	const { roster } = section;
	return given({
		...section,
		visibleIf: section.visibleIf && inside(section.visibleIf),
		roster: roster && {
			...roster,
			code: code(roster.code),
			title: code(roster.title),
			prefill: roster.prefill.map((line) => ({
				...line,
				set: Object.fromEntries(Object.entries(line.set).map(([item, value]) => [code(item), value])),
			})),
		},
		items: section.items.map((item) => renamedItem(item, code)),
	});
}

/** The object without the fields that are undefined: a draft is stored as JSON, which has none. */
function given<T extends object>(value: T): T {
	return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
