import X from "lucide-react/icons/x";
import type { Operand, Test } from "#app/domain/authoring/chosen.ts";
import { firstTest, likenessOf, retested, subjectOf, testsFor } from "#app/domain/authoring/offered.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { Button } from "../button.tsx";
import { useWords } from "../locale.tsx";
import { OperandEditor } from "./operand-editor.tsx";
import { Choice } from "./parts.tsx";
import type { Reach } from "./use-reach.ts";
import { OptionBox, ValueBox } from "./value-box.tsx";

/** A line in which nothing is chosen yet. */
export const unchosenLine: Test = unfinishedWith({ kind: "item", item: "" });

function unfinishedWith(left: Operand): Test {
	return { test: "eq", left, right: { kind: "value", value: "" } };
}

const subjects: readonly Operand["kind"][] = ["item", "fact", "count", "sum", "rows", "total"];
const subjectsInRows: readonly Operand["kind"][] = ["item", "fact"];

type LineProps = {
	number: number;
	reach: Reach;
	/** A condition on rows speaks of answers and of the school only. */
	inRows?: boolean;
	value: Test;
	onChange(line: Test): void;
	onRemove(): void;
};

/** One line of a condition: what, how it is compared, with what. */
export function TestLine({ number, reach, inRows, value, onChange, onRemove }: LineProps) {
	const t = useWords(authoringWords);
	const { definition } = reach;
	const subject = subjectOf(value);
	const chosen = subject.kind !== "item" || subject.item !== "";
	const names = useTestNames(reach, subject);
	return (
		<fieldset className="@container relative grid min-w-0 gap-2 rounded-md border border-line bg-surface p-3">
			<legend className="sr-only">{t.condition.line(number)}</legend>
			<div className="absolute end-1 top-1">
				<Button variant="quiet" size="small" aria-label={t.condition.remove(number)} onClick={onRemove}>
					<X aria-hidden="true" />
				</Button>
			</div>
			<div className="pe-10">
				<OperandEditor
					label={t.operand.what}
					reach={reach}
					kinds={inRows ? subjectsInRows : subjects}
					value={subject}
					onChange={(left) => onChange(isChosen(left) ? firstTest(definition, left) : unfinishedWith(left))}
				/>
			</div>
			{chosen && (
				<div className="grid items-start gap-2 @md:grid-flow-col @md:auto-cols-fr">
					<Choice<Test["test"]>
						label={t.tests.label}
						value={value.test}
						options={testsFor(definition, subject).map((test) => ({ value: test, label: names[test] }))}
						onChange={(test) => onChange(retested(definition, value, test))}
					/>
					{"value" in value && <OptionBox reach={reach} value={value} onChange={onChange} />}
					{"right" in value && <ValueBox reach={reach} inRows={inRows} value={value} onChange={onChange} />}
				</div>
			)}
		</fieldset>
	);
}

/** Whether enough of a left side is chosen that it can be compared. */
function isChosen(left: Operand): boolean {
	return !("item" in left) || left.item !== "";
}

function useTestNames(reach: Reach, subject: Operand): Record<Test["test"], string> {
	const { tests: t } = useWords(authoringWords);
	const { like } = likenessOf(reach.definition, subject);
	if (like === "day") return { ...t, eq: t.is, ne: t.isNot, ge: t.geDay, gt: t.gtDay, le: t.leDay, lt: t.ltDay };
	return like === "figure" ? t : { ...t, eq: t.is, ne: t.isNot };
}
