import type { Expression } from "#app/domain/forms/expression-schema.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { templatesWords } from "#app/i18n/templates.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/**
 * Conditions as a person would say them, for those that templates use; anything cleverer is only said to be there, since half a
 * sentence about it would mislead.
 */
export function useConditionInWords(items: ReadonlyMap<string, Item>): (condition: Expression) => string {
	const t = useWords(templatesWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const locale = useLocale();

	function subject(side: Expression): string | null {
		if (side.op === "answer") return side.item;
		return side.op === "school" ? t.conditions.fields[side.field] : null;
	}

	function value(side: Expression, of: Expression): string | null {
		if (side.op !== "const") return null;
		if (typeof side.value === "number") return formatNumber(side.value, locale);
		const text = String(side.value);
		if (of.op === "school") return ({ ...kinds, ...ownerships } as Record<string, string>)[text] ?? text;
		const item = of.op === "answer" ? items.get(of.item) : undefined;
		if (item?.type !== "choice" && item?.type !== "choices") return text;
		const label = item.options.find((option) => option.value === text)?.label;
		return label?.[locale] || label?.vi || text;
	}

	function say(condition: Expression): string | null {
		switch (condition.op) {
			case "eq":
			case "ne":
			case "ge":
			case "gt": {
				const words = {
					eq: t.conditions.equals,
					ne: t.conditions.notEquals,
					ge: t.conditions.atLeast,
					gt: t.conditions.more,
				};
				const [left, right] = [subject(condition.left), value(condition.right, condition.left)];
				return left !== null && right !== null ? words[condition.op](left, right) : null;
			}
			case "answered":
				return t.conditions.answered(condition.item);
			case "has":
				return t.conditions.has(
					condition.item,
					value({ op: "const", value: condition.value }, { op: "answer", item: condition.item }) ?? condition.value,
				);
			case "not": {
				const inner = say(condition.arg);
				return inner === null ? null : t.conditions.not(inner);
			}
			case "and":
			case "or": {
				const parts = condition.args.map(say);
				return parts.every((part) => part !== null) ? parts.join(t.conditions[condition.op]) : null;
			}
			default:
				return null;
		}
	}

	return (condition) => say(condition) ?? t.page.condition;
}
