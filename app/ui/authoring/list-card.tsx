import { itemsInReach, itemsOfRows } from "#app/domain/authoring/nameable.ts";
import type { Expression } from "#app/domain/forms/expression-schema.ts";
import type { DrawnList } from "#app/domain/forms/figure-schema.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { sentencesOf } from "#app/i18n/condition-sentence.ts";
import { textOf } from "#app/i18n/returns.ts";
import { useLocale, useWords } from "../locale.tsx";
import { itemName } from "./item-name.ts";
import { ItemsPicker } from "./items-picker.tsx";
import type { CardProps } from "./part-list.tsx";
import { EnglishBox, PartCode } from "./part-words.tsx";
import { Choice, NeededText, Sentence } from "./parts.tsx";
import { useReach } from "./use-reach.ts";
import { WhenEditor } from "./when-editor.tsx";

/** A list while it is being made: which lines it takes may not be chosen yet. */
export type ListDraft = Omit<DrawnList, "where"> & { where: Expression | undefined };

const every: Expression = { op: "const", value: true };
const COLUMNS_AT_MOST = 20;
/** Stands for whole returns among the codes of rosters; none begins like this. */
const WHOLE = "-";

/** A list in which only its code is given. */
export function freshList(code: string): ListDraft {
	return { code, title: { vi: "" }, where: every, items: [] };
}

/** The list as the form may hold it; null while its name, its condition or its columns are missing. */
export function wholeList({ where, ...rest }: ListDraft): DrawnList | null {
	const complete = rest.title.vi.trim() !== "" && rest.items.length > 0 && rest.items.length <= COLUMNS_AT_MOST;
	return complete && where ? { ...rest, where } : null;
}

const takesAll = (where: Expression | undefined) => where?.op === "const" && where.value === true;

/** One drawn list: schools or rows, which of them, and with which columns. */
export function ListCard({ definition, value: list, taken, onChange }: CardProps<ListDraft>) {
	const { lists: t, more } = useWords(partsWords);
	const locale = useLocale();
	const whole = useReach(definition, {});
	const reach = list.roster === undefined ? whole : whole.inRows(list.roster);
	const set = (part: Partial<ListDraft>) => onChange({ ...list, ...part });
	const drawOf = (chosen: string) => {
		const { roster: _was, ...rest } = list;
		const items = chosen === WHOLE ? itemsInReach(definition, {}) : itemsOfRows(definition, chosen, {});
		const known = new Set(items.map(({ code }) => code));
		onChange({
			...rest,
			...(chosen === WHOLE ? {} : { roster: chosen }),
			where: every,
			items: list.items.filter((code) => known.has(code)),
		});
	};
	return (
		<>
			<Said definition={definition} list={list} />
			<NeededText
				label={t.label}
				missing={t.labelMissing}
				value={list.title.vi}
				onChange={(vi) => set({ title: { ...list.title, vi } })}
			/>
			<Choice
				label={t.of}
				value={list.roster ?? WHOLE}
				options={[
					{ value: WHOLE, label: t.ofReturn },
					...[...prepare(definition).rosters].map(([code, { roster, title }]) => ({
						value: code,
						label: t.ofRow(textOf(roster.row, locale), textOf(title, locale)),
					})),
				]}
				onChange={drawOf}
			/>
			<Choice<"all" | "some">
				label={t.take}
				value={takesAll(list.where) ? "all" : "some"}
				options={(["all", "some"] as const).map((take) => ({ value: take, label: t.takes[take] }))}
				onChange={(take) => set({ where: take === "all" ? every : undefined })}
			/>
			{!takesAll(list.where) && (
				<WhenEditor
					key={list.roster ?? WHOLE}
					title={t.where}
					reach={reach}
					value={list.where}
					onChange={(where) => set({ where })}
					blank={t.whereMissing}
				/>
			)}
			<ItemsPicker
				label={t.items}
				definition={definition}
				items={reach.items}
				value={list.items}
				onChange={(items) => set({ items })}
			/>
			{list.items.length === 0 && <p className="text-sm text-warn-ink">{t.itemsMissing}</p>}
			{list.items.length > COLUMNS_AT_MOST && <p className="text-sm font-medium text-bad-ink">{t.itemsMost}</p>}
			<details>
				<summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-medium text-accent-ink underline underline-offset-4 pointer-coarse:min-h-12">
					{more}
				</summary>
				<div className="grid gap-3 py-2">
					<PartCode code={list.code} taken={taken} onChange={(code) => set({ code })} />
					<EnglishBox label={t.labelEn} value={list.title} onChange={(title) => set({ title })} />
				</div>
			</details>
		</>
	);
}

function Said({ definition, list: { roster, where, items } }: { definition: Definition; list: ListDraft }) {
	const { lists: t } = useWords(partsWords);
	const locale = useLocale();
	const { itemByCode, rosters } = prepare(definition);
	if (!where || items.length === 0) return null;
	const row = rosters.get(roster ?? "")?.roster.row;
	const line = row ? textOf(row, locale) : t.school;
	const columns = items
		.map((code) => {
			const item = itemByCode.get(code);
			return `“${item ? itemName(item, locale) : code}”`;
		})
		.join(", ");
	const { condition } = sentencesOf(prepare(definition), locale);
	return <Sentence>{takesAll(where) ? t.all(line, columns) : t.some(line, condition(where), columns)}</Sentence>;
}
