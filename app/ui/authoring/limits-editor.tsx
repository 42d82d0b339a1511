import type { Item } from "#app/domain/forms/schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useLocale, useWords } from "../locale.tsx";
import { NumberBox, Sentence, TextBox } from "./parts.tsx";

export type LimitsEditorProps = { item: Item; onChange(item: Item): void };

/** The smallest and largest answer, the number of options, the length of a text; nothing for items without limits. */
export function LimitsEditor({ item, onChange }: LimitsEditorProps) {
	const { limits: t } = useWords(authoringWords);
	const fields = useFields(item, onChange);
	const said = useSaid(item);
	if (fields === null) return null;
	return (
		<fieldset className="grid min-w-0 gap-3">
			<legend className="mb-2 font-semibold">{t.title}</legend>
			<Sentence tone={isReversed(item) ? "warn" : "plain"}>{isReversed(item) ? t.reversed : said}</Sentence>
			<div className="grid grid-cols-2 gap-3">{fields}</div>
		</fieldset>
	);
}

/** The item without a limit that is taken away: an absent one and an undefined one are the same to a reader, not to JSON. */
function withLimit<T extends Item>(item: T, limit: "min" | "max", value: number | string | undefined): Item {
	const { [limit]: _old, ...rest } = item as T & { min?: unknown; max?: unknown };
	return (value === undefined ? rest : { ...rest, [limit]: value }) as Item;
}

function useFields(item: Item, onChange: (item: Item) => void) {
	const { limits: t } = useWords(authoringWords);
	switch (item.type) {
		case "integer":
		case "decimal":
		case "choices": {
			const counted = item.type === "choices";
			const digits = item.type === "decimal" ? item.digits : 0;
			return (["min", "max"] as const).map((limit) => (
				<NumberBox
					key={limit}
					label={counted ? (limit === "min" ? t.fewest : t.most) : t[limit]}
					digits={digits}
					optional
					value={item[limit]}
					onChange={(value) => onChange(withLimit(item, limit, value))}
				/>
			));
		}
		case "date":
			return (["min", "max"] as const).map((limit) => (
				<TextBox
					key={limit}
					type="date"
					label={limit === "min" ? t.earliest : t.latest}
					value={item[limit] ?? ""}
					onChange={(value) => onChange(withLimit(item, limit, value === "" ? undefined : value))}
				/>
			));
		case "text":
		case "longtext": {
			const most = item.type === "text" ? 1000 : 20_000;
			return (
				<NumberBox
					label={t.length}
					digits={0}
					value={item.maxLength}
					onChange={(value) =>
						value !== undefined && value >= 1 && value <= most && onChange({ ...item, maxLength: value })
					}
				/>
			);
		}
		default:
			return null;
	}
}

function useSaid(item: Item): string {
	const { limits: t } = useWords(authoringWords);
	const locale = useLocale();
	if (item.type === "text" || item.type === "longtext") return t.characters(formatNumber(item.maxLength, locale));
	if (!("min" in item) && !("max" in item)) return t.none;
	const { min, max } = item as { min?: number | string; max?: number | string };
	const say = (bound: number | string) => (typeof bound === "number" ? formatNumber(bound, locale) : formatDay(bound));
	const [atLeast, atMost, between] =
		item.type === "choices" ? [t.chooseAtLeast, t.chooseAtMost, t.chooseBetween] : [t.atLeast, t.atMost, t.between];
	if (min !== undefined && max !== undefined) return between(say(min), say(max));
	if (min !== undefined) return atLeast(say(min));
	return max === undefined ? t.none : atMost(say(max));
}

function isReversed(item: Item): boolean {
	if (item.type === "choices") return (item.min ?? 0) > Math.min(item.max ?? item.options.length, item.options.length);
	if (item.type !== "integer" && item.type !== "decimal" && item.type !== "date") return false;
	return item.min !== undefined && item.max !== undefined && item.min > item.max;
}
