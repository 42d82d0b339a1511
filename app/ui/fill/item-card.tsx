import type { ReactNode } from "react";
import { noAnswer } from "#app/domain/forms/answers.ts";
import { isMandatory } from "#app/domain/forms/criteria.ts";
import { personalIn } from "#app/domain/forms/personal.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { computedAt } from "#app/domain/forms/situation.ts";
import { asAnswer } from "#app/domain/returns/rules.ts";
import { faultSentence, returnWords, textOf } from "#app/i18n/returns.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import { AnswerValue } from "../answer-value.tsx";
import { MandatoryMark, Tag } from "../badge.tsx";
import { fieldId } from "../field.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { AnswerField } from "./answer-field.tsx";
import { Conflict } from "./conflict.tsx";
import type { FillState } from "./fill-state.ts";
import { Remark } from "./remark.tsx";

type ItemCardProps = {
	item: Item;
	state: FillState;
	/** Its photographs and the button that takes them; a preview has none. */
	photos?: ReactNode;
};

/** One item: what is asked, the buttons or the field, the note, and what stands in the way of saving. */
export function ItemCard({ item, state, photos }: ItemCardProps) {
	const { section: t } = useWords(schoolPageWords);
	const locale = useLocale();
	const met = state.conflictOf(item.code);
	const marked = state.marks.find((mark) => mark.item === item.code && mark.row === state.row);
	const { base, trace } = state.postedWith(item.code);
	const label = (
		<>
			<Marks item={item} kind={state.facts.kind} />
			<span className="block">{textOf(item.text, locale)}</span>
		</>
	);
	return (
		<li
			className="group/item scroll-mt-32 border-b border-line px-4 py-5 [&_:is(input,textarea,select)]:scroll-mt-44 [&_input[type=radio]]:scroll-mt-72"
			id={state.anchorOf(item.code)}
		>
			{marked && (
				<p className="mb-3 border-s-4 border-warn ps-3">
					<span className="text-sm text-muted">{t.reason}:</span>{" "}
					<span className="whitespace-pre-line wrap-anywhere">{marked.reason}</span>
				</p>
			)}
			{item.type === "computed" ? (
				<Computed item={item} state={state} label={label} />
			) : (
				<>
					<input type="hidden" name={`b.${item.code}`} value={base} />
					<input type="hidden" name={`w.${item.code}`} value={trace} />
					{met && <Conflict item={item} state={state} met={met} />}
					<AnswerField item={item} state={state} label={label} />
					<Personal item={item} state={state} />
					<Remark item={item} state={state} photos={photos} />
				</>
			)}
		</li>
	);
}

/** Code, ★, and what kind of item it is. */
function Marks({ item, kind }: { item: Item; kind: string }) {
	const t = useWords(returnWords);
	return (
		<span className="mb-0.5 flex flex-wrap items-center gap-x-2 text-sm font-normal text-muted">
			<span>{item.code}</span>
			{isMandatory(item, kind) && <MandatoryMark />}
			{item.type === "verdict" && item.knockout && <Tag tone="bad">{t.knockout}</Tag>}
			{item.type === "verdict" && !item.knockout && !item.counted && <Tag>{t.addition}</Tag>}
			{item.type === "computed" && <Tag>{t.computed}</Tag>}
		</span>
	);
}

/** A guess that the text tells who a child is: said at once, and nothing is kept from being saved. */
function Personal({ item, state }: { item: Item; state: FillState }) {
	const locale = useLocale();
	const { value, note } = state.typedFor(item.code);
	const found = personalIn(item, { value: typeof value === "string" ? value : null, note });
	if (!found) return null;
	return (
		<p role="status" className="mt-2 border-s-4 border-warn ps-3 text-warn-ink">
			{faultSentence({ code: "looks_personal", found }, locale)}.
		</p>
	);
}

function Computed({ item, state, label }: { item: Item; state: FillState; label: ReactNode }) {
	const shown = asAnswer(computedAt(state.shown.state, item.code, state.row));
	return (
		<div id={fieldId(`v.${item.code}`)} tabIndex={-1}>
			<div className="font-medium">{label}</div>
			<output className="mt-1 block text-xl font-semibold">
				{shown === null ? "–" : <AnswerValue item={item} answer={{ ...noAnswer, value: shown }} />}
			</output>
		</div>
	);
}
