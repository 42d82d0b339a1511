import type { DefinitionFault } from "#app/domain/forms/check-definition.ts";
import type { VerdictRule } from "#app/domain/forms/verdict-schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { textOf } from "#app/i18n/returns.ts";
import { kindsInWords } from "#app/i18n/templates.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Sentence } from "./parts.tsx";

/** What the rule asks that the form cannot give, live; or that the two fit. */
export function RuleFaults({ faults, rule }: { faults: readonly DefinitionFault[]; rule: VerdictRule }) {
	const { rule: t } = useWords(authoringWords);
	const say = useSay(rule);
	if (faults.length === 0) return <p className="text-sm text-good-ink">{t.sound}</p>;
	const said = [...new Set(faults.flatMap((fault) => say(fault) ?? []))];
	return (
		<Sentence tone="warn">
			{said.map((sentence) => (
				<span key={sentence} className="block">
					{sentence}
				</span>
			))}
		</Sentence>
	);
}

function useSay(rule: VerdictRule): (fault: DefinitionFault) => string | null {
	const { rule: t } = useWords(authoringWords);
	const locale = useLocale();
	const kinds = (kind: string) => (kind === "" ? t.otherKinds : kindsInWords([kind], locale));
	return (fault) => {
		switch (fault.code) {
			case "mandatory_not_flagged":
				return t.starsShort(kinds(fault.kind), fault.flagged, fault.wanted);
			case "too_few_criteria":
				return rule.type === "count" ? t.tooFew(kinds(fault.kind), fault.have, fault.wanted) : t.noCriteria;
			case "kind_in_two_lines":
				return t.kindTwice(kinds(fault.kind));
			case "level_out_of_reach": {
				const level = rule.type === "levels" ? rule.levels.find(({ code }) => code === fault.level) : undefined;
				return t.outOfReach(level ? textOf(level.label, locale) : fault.level);
			}
			case "no_passing_level":
				return t.noPass;
			default:
				return null;
		}
	};
}
