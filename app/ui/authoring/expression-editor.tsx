import { type Figure, figureExpression, figureFrom, type Operand } from "#app/domain/authoring/chosen.ts";
import type { Home } from "#app/domain/authoring/nameable.ts";
import type { Expression } from "#app/domain/forms/expression-schema.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { isCondition, sentencesOf } from "#app/i18n/condition-sentence.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Notice } from "../notice.tsx";
import { ExpertBox } from "./expert-box.tsx";
import { LinesEditor } from "./lines-editor.tsx";
import { freshOperand, OperandEditor, offeredKinds } from "./operand-editor.tsx";
import { Choice, Sentence } from "./parts.tsx";
import { useDraft } from "./use-draft.ts";
import { type Reach, useReach } from "./use-reach.ts";

export type ExpressionEditorProps = {
	definition: Definition;
	/** The computed item that it works out; nothing for a figure of the whole return. */
	home: Home;
	value: Expression | undefined;
	onChange(value: Expression): void;
	/** Name of the expert's text box, where the form is posted. */
	name?: string;
	/** What it is called as a part of something else, which then says it in a sentence of its own. */
	title?: string;
	kindLabel?: string;
	/** Kinds that make no sense there. */
	without?: readonly FigureKind[];
};

type FigureKind = Exclude<Figure["kind"], "value">;
const operandKinds = ["sum", "item", "count", "rows", "total", "fact"] as const;

/** What a computed item is: a sum, a difference, a share, a count of outcomes or rows, or yes and no by a condition. */
export function ExpressionEditor(props: ExpressionEditorProps) {
	const { definition, home, value, onChange, name, title, kindLabel, without = [] } = props;
	const { figure: t } = useWords(authoringWords);
	const locale = useLocale();
	const reach = useReach(definition, home);
	const [figure, choose] = useDraft<Figure | "unchosen">({
		value,
		read: (expression) => (expression === undefined ? "unchosen" : figureFrom(expression)),
		write: (draft) => (draft === "unchosen" ? undefined : figureExpression(draft)) ?? value,
		onChange: (expression) => expression && onChange(expression),
	});
	const sentences = sentencesOf(prepare(definition), locale);
	const said =
		value &&
		(isCondition(value, prepare(definition)) ? t.yesIf(sentences.condition(value)) : t.is(sentences.quantity(value)));
	const offered: FigureKind[] = [
		...(offeredKinds(["sum"], reach).length > 0 ? (["sum", "difference", "share"] as const) : []),
		...(offeredKinds(["count", "rows", "total", "item", "fact"], reach) as FigureKind[]),
		"condition",
	];
	const kinds = offered.filter((one) => !without.includes(one));
	const kind = figure === null || figure === "unchosen" || figure.kind === "value" ? "" : figure.kind;
	const unfinished = figure !== null && (figure === "unchosen" || figureExpression(figure) === undefined);
	return (
		<fieldset className="grid min-w-0 gap-3">
			<legend className="mb-2 font-semibold">{title ?? t.title}</legend>
			{said && title === undefined && <Sentence>{said}</Sentence>}
			{unfinished && <p className="text-sm text-warn-ink">{t.nothing}</p>}
			{figure === null && <Notice>{t.expertOnly}</Notice>}
			<Choice<FigureKind>
				label={kindLabel ?? t.kind}
				value={kind}
				options={kinds.map((one) => ({ value: one, label: t.kinds[one] }))}
				onChange={(chosen) => choose(freshFigure(chosen, reach))}
			/>
			{figure !== null && figure !== "unchosen" && <FigureParts reach={reach} value={figure} onChange={choose} />}
			<ExpertBox
				definition={definition}
				self={home.item}
				value={value}
				onChange={(expression) => expression && onChange(expression)}
				open={figure === null}
				name={name}
			/>
		</fieldset>
	);
}

function freshFigure(kind: FigureKind, reach: Reach): Figure {
	const item: Operand = { kind: "item", item: "" };
	switch (kind) {
		case "difference":
			return { kind, left: item, right: item };
		case "share":
			return { kind, part: item, whole: item };
		case "condition":
			return { kind, chosen: { join: "and", parts: [] } };
		case "fact":
			return { kind, field: "pupils" };
		default:
			return freshOperand(kind, reach);
	}
}

function FigureParts({ reach, value, onChange }: { reach: Reach; value: Figure; onChange(figure: Figure): void }) {
	const t = useWords(authoringWords);
	switch (value.kind) {
		case "value":
			return null;
		case "difference":
			return (
				<div className="grid gap-3 sm:grid-cols-2">
					<SideBox
						label={t.figure.from}
						reach={reach}
						value={value.left}
						onChange={(left) => onChange({ ...value, left })}
					/>
					<SideBox
						label={t.figure.minus}
						reach={reach}
						value={value.right}
						onChange={(right) => onChange({ ...value, right })}
					/>
				</div>
			);
		case "share":
			return (
				<div className="grid gap-3 sm:grid-cols-2">
					<SideBox
						label={t.figure.part}
						reach={reach}
						value={value.part}
						onChange={(part) => onChange({ ...value, part })}
					/>
					<SideBox
						label={t.figure.whole}
						reach={reach}
						value={value.whole}
						onChange={(whole) => onChange({ ...value, whole })}
					/>
				</div>
			);
		case "condition":
			return (
				<LinesEditor
					reach={reach}
					value={value.chosen}
					onChange={(chosen) => onChange({ ...value, chosen })}
					joinLabel={t.checks.join}
				/>
			);
		default:
			return (
				<OperandEditor label={t.figure.kind} reach={reach} kinds={[value.kind]} value={value} onChange={onChange} />
			);
	}
}

type SideProps = { label: string; reach: Reach; value: Operand; onChange(operand: Operand): void };

function SideBox({ label, reach, value, onChange }: SideProps) {
	return (
		<fieldset className="grid min-w-0 content-start gap-2 rounded-md border border-line p-3">
			<legend className="px-1 text-sm font-medium">{label}</legend>
			<OperandEditor
				label={label}
				labelHidden
				reach={reach}
				kinds={["item", ...operandKinds.filter((one) => one !== "item")]}
				value={value}
				onChange={onChange}
			/>
		</fieldset>
	);
}
