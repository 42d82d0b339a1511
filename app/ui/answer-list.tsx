import type { ReactNode } from "react";
import { answerOf, noAnswer } from "#app/domain/forms/answers.ts";
import { isRoster, rowTitle } from "#app/domain/forms/rows.ts";
import type { Answers, Definition, Item, Section } from "#app/domain/forms/schema.ts";
import { computedAt, type Field, type Situation, sectionFields } from "#app/domain/forms/situation.ts";
import { textOf } from "#app/i18n/returns.ts";
import { uiWords } from "#app/i18n/ui.ts";
import { AnswerDetails, AnswerValue } from "./answer-value.tsx";
import { useLocale, useWords } from "./locale.tsx";
import { PhotoGrid, type ShownPhoto } from "./photo-grid.tsx";
import { SummaryList } from "./summary-list.tsx";

type AnswerListProps = {
	definition: Definition;
	section: Section;
	answers: Answers;
	state: Situation;
	/** Where an answer can be changed; absent where it cannot. */
	changeAt?: (field: Field) => string | undefined;
	photos?: readonly ShownPhoto[];
};

/** The answers of a section, for reading: one list, or one for each row of a roster under the row's name. */
export function AnswerList({ section, answers, state, changeAt, photos }: AnswerListProps) {
	const { rows: t } = useWords(uiWords);
	const locale = useLocale();
	const fields = sectionFields(section, state);
	const shown = { answers, state, changeAt, photos };
	if (!isRoster(section)) return <Fields fields={fields} {...shown} />;
	const rows = state.rows.get(section.roster.code) ?? [];
	if (rows.length === 0) return <p className="text-muted">{t.none(textOf(section.roster.row, locale))}</p>;
	return (
		<ul className="grid gap-3">
			{rows.map(({ id }, at) => (
				<li key={id}>
					<details className="rounded-md border border-line bg-surface px-4">
						<summary className="min-h-12 py-3 font-medium">
							{rowTitle(section, answers, id) ?? t.unnamed(textOf(section.roster.row, locale), at + 1)}
						</summary>
						<Fields fields={fields.filter((field) => field.row === id)} {...shown} />
					</details>
				</li>
			))}
		</ul>
	);
}

type FieldsProps = Pick<AnswerListProps, "answers" | "state" | "changeAt" | "photos"> & { fields: readonly Field[] };

function Fields({ fields, answers, state, changeAt, photos }: FieldsProps) {
	const locale = useLocale();
	return (
		<SummaryList
			rows={fields.map((field) => {
				const { item, row } = field;
				const answer =
					item.type === "computed"
						? { ...noAnswer, value: shownValue(state, item, row) }
						: answerOf(answers, item.code, row);
				const to = item.type === "computed" ? undefined : changeAt?.(field);
				return {
					key: `${item.code}#${row}`,
					term: <Term item={item} />,
					value: (
						<>
							<AnswerValue item={item} answer={answer} />
							<AnswerDetails answer={answer} />
							<PhotoGrid photos={photos} item={item.code} row={row} />
						</>
					),
					change: to ? { to, what: `${item.code} ${textOf(item.text, locale)}` } : undefined,
				};
			})}
		/>
	);
}

function shownValue(state: Situation, item: Item, row: string) {
	const value = computedAt(state, item.code, row);
	return typeof value === "boolean" ? String(value) : value;
}

function Term({ item }: { item: Item }): ReactNode {
	const locale = useLocale();
	return (
		<>
			<span className="block text-sm font-normal text-muted">{item.code}</span>
			{textOf(item.text, locale)}
		</>
	);
}
