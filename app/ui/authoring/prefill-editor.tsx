import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import { prefilledName } from "#app/domain/forms/prefill.ts";
import type { Item, Roster } from "#app/domain/forms/schema.ts";
import { answerText } from "#app/i18n/answer-text.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { Button } from "../button.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { itemName } from "./item-name.ts";
import { ItemPicker } from "./item-picker.tsx";
import { Choice, NeededText, NumberBox, Sentence, TextBox } from "./parts.tsx";

type Prefill = Roster["prefill"][number];
type Given = Prefill["set"][string];

/** More lines than this a roster does not take. */
const LINES_AT_MOST = 10;
/** Longer texts are the answer of a school, not of a form. */
const NAME_LENGTH = 100;

type PrefillProps = {
	/** Items of the section. */
	items: readonly Item[];
	/** The item that names a row: the line's own name goes there. */
	title: string;
	value: readonly Prefill[];
	onChange(value: Prefill[]): void;
};

/** Rows that a return begins with: one for each classroom or site of the school's record, with answers already given. */
export function PrefillEditor({ items, title, value, onChange }: PrefillProps) {
	const { prefill: t } = useWords(partsWords);
	const put = (at: number, line: Prefill) => onChange(value.map((other, place) => (place === at ? line : other)));
	return (
		<fieldset className="grid min-w-0 gap-3">
			<legend className="mb-1 font-medium">{t.title}</legend>
			{value.length === 0 && <p className="text-muted">{t.none}</p>}
			{value.map((line, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
				<fieldset key={at} className="grid min-w-0 gap-3 rounded-md border border-line p-4">
					<legend className="px-1 font-medium">{t.one(at + 1)}</legend>
					<Said line={line} items={items} />
					<Choice
						label={t.from}
						value={line.from}
						options={(["classrooms", "sites"] as const).map((from) => ({ value: from, label: t.froms[from] }))}
						onChange={(from) => put(at, { ...line, from })}
					/>
					<NeededText
						label={t.name}
						hint={t.nameHint}
						missing={t.nameMissing}
						value={line.name}
						onChange={(name) => put(at, { ...line, name: name.slice(0, NAME_LENGTH) })}
					/>
					{!line.name.includes("{n}") && <p className="text-sm text-warn-ink">{t.sameName}</p>}
					<Answers
						items={items.filter(({ code, type }) => code !== title && isSettable(type))}
						value={line.set}
						onChange={(set) => put(at, { ...line, set })}
					/>
					<Button
						variant="quiet"
						className="justify-self-start"
						icon={<X />}
						onClick={() => onChange(value.filter((_, place) => place !== at))}
					>
						{t.remove(at + 1)}
					</Button>
				</fieldset>
			))}
			{value.length < LINES_AT_MOST && (
				<Button
					className="justify-self-start"
					icon={<Plus />}
					onClick={() => {
						const from = value.some((line) => line.from === "classrooms") ? "sites" : "classrooms";
						onChange([...value, { from, name: t.defaults[from], set: {} }]);
					}}
				>
					{t.add}
				</Button>
			)}
		</fieldset>
	);
}

/** Several options at once, and what is worked out, are no answers that a line can give. */
function isSettable(type: Item["type"]): boolean {
	return type !== "choices" && type !== "computed";
}

function Said({ line, items }: { line: Prefill; items: readonly Item[] }) {
	const { prefill: t } = useWords(partsWords);
	const locale = useLocale();
	const set = Object.entries(line.set).flatMap(([code, value]) => {
		const item = items.find((one) => one.code === code);
		return item ? [t.set(`“${itemName(item, locale)}”`, answerText(item, value, locale))] : [];
	});
	return (
		<Sentence>
			{t.says(t.froms[line.from], prefilledName(line, 1, 2), prefilledName(line, 2, 2))}
			{set.length > 0 && ` ${t.sets(set.join(", "))}`}
		</Sentence>
	);
}

type AnswersProps = { items: readonly Item[]; value: Prefill["set"]; onChange(set: Prefill["set"]): void };

function Answers({ items, value, onChange }: AnswersProps) {
	const { prefill: t } = useWords(partsWords);
	const locale = useLocale();
	const without = (code: string) => {
		const { [code]: _gone, ...rest } = value;
		onChange(rest);
	};
	return (
		<fieldset className="grid min-w-0 gap-2">
			<legend className="sr-only">{t.answer}</legend>
			{Object.entries(value).map(([code, given]) => {
				const item = items.find((one) => one.code === code);
				const name = item ? itemName(item, locale) : code;
				return (
					<div key={code} className="flex items-end gap-2">
						<div className="min-w-0 flex-1">
							{item ? (
								<AnswerBox item={item} value={given} onChange={(next) => onChange({ ...value, [code]: next })} />
							) : (
								<p className="py-2 text-sm font-medium text-bad-ink">{t.gone(code)}</p>
							)}
						</div>
						<Button variant="quiet" aria-label={t.removeAnswer(name)} onClick={() => without(code)}>
							<X aria-hidden="true" />
						</Button>
					</div>
				);
			})}
			<ItemPicker
				label={t.addAnswer}
				items={items.filter(({ code }) => !Object.hasOwn(value, code))}
				value=""
				adding
				onChange={(code) => {
					const item = items.find((one) => one.code === code);
					if (item) onChange({ ...value, [code]: firstAnswer(item) });
				}}
			/>
		</fieldset>
	);
}

function firstAnswer(item: Item): Given {
	if (item.type === "choice") return item.options[0]?.value ?? "";
	if (item.type === "verdict") return "met";
	if (item.type === "integer" || item.type === "decimal") return item.min ?? 0;
	return "";
}

function AnswerBox({ item, value, onChange }: { item: Item; value: Given; onChange(value: Given): void }) {
	const locale = useLocale();
	const label = itemName(item, locale);
	switch (item.type) {
		case "choice":
			return (
				<Choice
					label={label}
					value={String(value)}
					options={item.options.map((option) => ({
						value: option.value,
						label: answerText(item, option.value, locale) || option.value,
					}))}
					onChange={onChange}
				/>
			);
		case "verdict":
			return (
				<Choice
					label={label}
					value={String(value)}
					options={["met", "unmet", ...(item.allowNa ? ["na"] : [])].map((outcome) => ({
						value: outcome,
						label: answerText(item, outcome, locale),
					}))}
					onChange={onChange}
				/>
			);
		case "integer":
		case "decimal":
			return (
				<NumberBox
					label={label}
					digits={item.type === "decimal" ? item.digits : 0}
					value={typeof value === "number" ? value : undefined}
					onChange={(number) => number !== undefined && onChange(number)}
				/>
			);
		default:
			return (
				<TextBox
					label={label}
					type={item.type === "date" ? "date" : "text"}
					value={String(value)}
					onChange={(text) => onChange(text.slice(0, 200))}
				/>
			);
	}
}
