import { memo, useDeferredValue, useMemo } from "react";
import type { ReturnFault } from "#app/domain/forms/fault.ts";
import { figuresOf } from "#app/domain/forms/figures.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Answers, Definition, SchoolFacts } from "#app/domain/forms/schema.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";
import { verdict } from "#app/domain/forms/verdict.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { faultSentence, textOf } from "#app/i18n/returns.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Result } from "../result.tsx";
import { VerdictSummary } from "../verdict-summary.tsx";

/** Faults listed before the rest is only counted. */
const LISTED = 12;

type FootProps = {
	definition: Definition;
	answers: Answers;
	facts: SchoolFacts;
	onOpen(item: string, row: string): void;
};

/** What the return would come to, and what would keep it from being sent: after the tap itself has been answered. */
export function PreviewFoot({ definition, answers, facts, onOpen }: FootProps) {
	const later = useDeferredValue(useMemo(() => ({ definition, answers, facts }), [definition, answers, facts]));
	return <Foot {...later} onOpen={onOpen} />;
}

const Foot = memo(
	function Foot({ definition, answers, facts, onOpen }: FootProps) {
		const t = useWords(authoringWords).preview;
		const come = verdict(definition, answers, facts);
		// A status form is read by its lights and figures, as at the school that sends it.
		const tells = definition.figures.length + definition.lights.length > 0;
		const faults = validateReturn(definition, answers, facts);
		return (
			<div className="grid gap-3" aria-live="off">
				<section aria-label={t.verdict}>
					<h3 className="mb-1 text-sm font-medium text-muted">{t.verdict}</h3>
					{tells ? (
						<Result definition={definition} verdict={come} figures={figuresOf(definition, answers, facts)} />
					) : (
						<VerdictSummary verdict={come} definition={definition} />
					)}
				</section>
				<Missing definition={definition} faults={faults} onOpen={onOpen} />
			</div>
		);
	},
	(one, other) => one.definition === other.definition && one.answers === other.answers && one.facts === other.facts,
);

type MissingProps = { definition: Definition; faults: readonly ReturnFault[]; onOpen: FootProps["onOpen"] };

function Missing({ definition, faults, onOpen }: MissingProps) {
	const t = useWords(authoringWords).preview;
	const locale = useLocale();
	const { itemByCode } = prepare(definition);
	// What is only not answered yet is counted; what says something is listed.
	const open = faults.filter(({ code }) => code === "answer_missing").length;
	const listed = faults.filter(({ code }) => code !== "answer_missing");
	if (faults.length === 0) return <p className="text-sm text-good-ink">{t.ready}</p>;
	return (
		<details className="text-sm" open={listed.length > 0 || undefined}>
			<summary className="min-h-11 cursor-pointer content-center font-medium">{t.stands(listed.length, open)}</summary>
			<ul className="grid gap-1">
				{listed.slice(0, LISTED).map((fault) => {
					const item = itemByCode.get(fault.item);
					return (
						<li key={`${fault.item}/${fault.row}/${fault.code}/${"check" in fault ? fault.check : ""}`}>
							<button
								type="button"
								className="min-h-8 text-start text-accent-ink underline underline-offset-4"
								onClick={() => onOpen(fault.item, fault.row)}
							>
								{item ? textOf(item.text, locale) : fault.item}
							</button>
							: {faultSentence(fault, locale)}
						</li>
					);
				})}
				{listed.length > LISTED && <li className="text-muted">{t.others(listed.length - LISTED)}</li>}
			</ul>
		</details>
	);
}
