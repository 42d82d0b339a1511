import Pencil from "lucide-react/icons/pencil";
import type { ReactNode } from "react";
import type { Item, Measure } from "#app/domain/forms/schema.ts";
import { faultSentence, returnWords } from "#app/i18n/returns.ts";
import { Checkbox } from "../choice.tsx";
import { cx } from "../cx.ts";
import { DateField, TextArea, TextField } from "../field.tsx";
import { useLocale, useWords } from "../locale.tsx";
import type { FillState } from "./fill-state.ts";

/* What shows when is left to CSS (`:has`), so that a failed item opens its fields without script as well; where a browser does
   not know `:has`, everything shows. The group is the item's own, named in item-card.tsx. */
const whenUnmet = "hidden group-has-[input[value=unmet]:checked]/item:block supports-[not_selector(:has(a))]:block";
const whenNoted =
	"hidden group-has-[input[value=unmet]:checked]/item:block group-has-[input[data-opens=note]:checked]/item:block supports-[not_selector(:has(a))]:block";
const wordsUnmet = "hidden group-has-[input[value=unmet]:checked]/item:inline";
const wordsElse = "group-has-[input[value=unmet]:checked]/item:hidden";

/** The note of any item. Of a failed criterion it is the remark, and brings along what will be done about it. */
export function Remark({ item, state, photos }: { item: Item; state: FillState; photos: ReactNode }) {
	const t = useWords(returnWords);
	const locale = useLocale();
	const { note } = state.typedFor(item.code);
	const fault = state.faultOf(item.code);
	const failure = item.type === "verdict" ? (item.failure ?? state.definition.failure) : null;
	return (
		<>
			<div className="mt-1 flex flex-wrap items-center gap-x-6">
				<label
					className={cx(
						wordsElse,
						"inline-flex min-h-11 cursor-pointer items-center gap-1.5 font-medium text-accent-ink",
					)}
				>
					<input type="checkbox" data-opens="note" defaultChecked={note !== ""} className="peer sr-only" />
					<Pencil aria-hidden="true" className="size-4" />
					<span className="peer-checked:underline peer-focus-visible:outline-3 peer-focus-visible:outline-offset-4 peer-focus-visible:outline-focus underline-offset-4">
						{t.note}
					</span>
				</label>
				{photos}
				<Basis item={item} />
			</div>
			<div className="border-bad group-has-[input[value=unmet]:checked]/item:mt-2 group-has-[input[value=unmet]:checked]/item:border-s-4 group-has-[input[value=unmet]:checked]/item:ps-4">
				<div className={whenNoted}>
					<TextArea
						name={`n.${item.code}`}
						label={
							<>
								<span className={wordsUnmet}>{t.remark}</span>
								<span className={wordsElse}>{t.note}</span>
							</>
						}
						hint={failure && <span className={wordsUnmet}>{t.remarkHint}</span>}
						optional={!failure?.remark}
						rows={2}
						defaultValue={note}
						error={fault?.part === "note" ? faultSentence(fault.sentence, locale) : undefined}
						onChange={(event) => state.change(item, { note: event.currentTarget.value })}
					/>
				</div>
				{failure && (
					<div className={whenUnmet}>
						<MeasureFields item={item} state={state} demanded={failure.measure} />
					</div>
				)}
			</div>
		</>
	);
}

/** Where the criterion comes from, folded: the office wants it, who walks round seldom does. */
function Basis({ item }: { item: Item }) {
	const t = useWords(returnWords);
	if (!item.legalBasis) return null;
	return (
		<details className="text-sm text-muted open:basis-full">
			<summary className="inline-flex min-h-11 cursor-pointer items-center underline decoration-line underline-offset-4">
				{t.legalBasis}
			</summary>
			<p className="pb-2">
				{item.legalBasis.text}
				{!item.legalBasis.verified && ` (${t.unverified})`}
			</p>
		</details>
	);
}

function MeasureFields({ item, state, demanded }: { item: Item; state: FillState; demanded: boolean }) {
	const t = useWords(returnWords).measure;
	const locale = useLocale();
	const { measure } = state.typedFor(item.code);
	const fault = state.faultOf(item.code);
	const field = (part: keyof Measure) => ({
		name: `m.${item.code}.${part}`,
		error: fault?.part === part ? faultSentence(fault.sentence, locale) : undefined,
		optional: !demanded,
	});
	const set = (part: keyof Measure) => (event: { currentTarget: { value: string } }) =>
		state.change(item, { measure: { ...measure, [part]: event.currentTarget.value } });
	return (
		<fieldset className="mt-4 grid gap-3">
			<legend className="sr-only">{t.title}</legend>
			<TextArea {...field("what")} label={t.title} rows={2} defaultValue={measure.what} onChange={set("what")} />
			<div className="grid gap-3 sm:grid-cols-2 phone:grid-cols-1">
				<TextField {...field("who")} label={t.who} defaultValue={measure.who} onChange={set("who")} />
				<DateField {...field("due")} label={t.due} defaultValue={measure.due} onChange={set("due")} />
			</div>
			<div className="group/help">
				<Checkbox
					name={`m.${item.code}.superior`}
					label={t.superior}
					data-opens="request"
					defaultChecked={measure.superior}
					onChange={(event) => state.change(item, { measure: { ...measure, superior: event.currentTarget.checked } })}
				/>
				<div className="hidden group-has-[input[data-opens=request]:checked]/help:block supports-[not_selector(:has(a))]:block">
					<TextArea
						{...field("request")}
						label={t.request}
						hint={t.requestHint}
						optional={false}
						rows={2}
						defaultValue={measure.request}
						onChange={set("request")}
					/>
				</div>
			</div>
		</fieldset>
	);
}
