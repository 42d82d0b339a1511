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
	const said = [...new Set(together(faults).flatMap((fault) => say(fault) ?? []))];
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

/** A fault, of several kinds of school where they have the same. */
type Told = DefinitionFault & { kinds?: string[] };

/** Kinds of school that lack the same are told of together. */
function together(faults: readonly DefinitionFault[]): Told[] {
	const told = new Map<string, Told>();
	for (const fault of faults) {
		const { kind, ...rest } = { kind: undefined, ...fault };
		const key = JSON.stringify(rest);
		const found = told.get(key);
		if (found?.kinds && kind !== undefined) found.kinds.push(kind);
		else told.set(key, kind === undefined ? fault : { ...fault, kinds: [kind] });
	}
	return [...told.values()];
}

function useSay(rule: VerdictRule): (fault: Told) => string | null {
	const { rule: t } = useWords(authoringWords);
	const locale = useLocale();
	const others = rule.type === "count" && rule.bands.length === 1 ? t.everyKind : t.otherKinds;
	const kinds = ({ kinds = [] }: Told) => {
		const named = kinds.filter((kind) => kind !== "");
		return [...(named.length > 0 ? [kindsInWords(named, locale)] : []), ...(kinds.includes("") ? [others] : [])].join(
			", ",
		);
	};
	return (fault) => {
		switch (fault.code) {
			case "mandatory_not_flagged":
				return t.starsShort(kinds(fault), fault.flagged, fault.wanted);
			case "too_few_criteria":
				return rule.type === "count" ? t.tooFew(kinds(fault), fault.have, fault.wanted) : t.noCriteria;
			case "kind_in_two_lines":
				return t.kindTwice(kinds(fault));
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
