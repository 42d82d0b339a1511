import { useMemo } from "react";
import { checkRule } from "#app/domain/forms/check-rule.ts";
import { isCriterion, isMandatory, verdictItems } from "#app/domain/forms/criteria.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import type { VerdictRule } from "#app/domain/forms/verdict-schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { ruleInWords } from "#app/i18n/templates.ts";
import { verdictNames } from "#app/i18n/verdict.ts";
import { Checkbox } from "../choice.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { Choice, NumberBox, Sentence } from "./parts.tsx";
import { BandsEditor } from "./rule-bands.tsx";
import { RuleFaults } from "./rule-faults.tsx";
import { LevelsEditor } from "./rule-levels.tsx";

export type RuleEditorProps = { definition: Definition; value: VerdictRule; onChange(rule: VerdictRule): void };

const types = ["none", "percent", "count", "levels"] as const;
const naRules = ["leave_out", "counts_as_met", "counts_as_unmet"] as const;

/** How returns are judged; what the rule asks for stands beside what the form has. */
export function RuleEditor({ definition, value, onChange }: RuleEditorProps) {
	const { rule: t } = useWords(authoringWords);
	const locale = useLocale();
	const judged = useMemo(() => ({ ...definition, rule: value }), [definition, value]);
	const items = verdictItems(judged);
	const criteria = items.filter(isCriterion);
	const starred = criteria.filter((item) => item.mandatory !== false).length;
	const knockouts = items.some((item) => item.knockout);
	const faults = useMemo(() => checkRule(judged), [judged]);

	function fresh(type: VerdictRule["type"]): VerdictRule {
		const na = value.type === "none" ? "leave_out" : value.na;
		switch (type) {
			case "none":
				return { type };
			case "percent":
				return { type, na, atLeast: 80, allMandatory: true };
			case "count":
				return { type, na, bands: [{ atLeast: criteria.length, mandatory: starred }] };
			case "levels":
				return {
					type,
					na,
					by: "percent",
					levels: [
						{
							code: "muc-1",
							label: { vi: verdictNames.vi.met, en: verdictNames.en.met },
							atLeast: 80,
							mustMeet: [],
							pass: true,
						},
						{
							code: "muc-2",
							label: { vi: verdictNames.vi.not_met, en: verdictNames.en.not_met },
							atLeast: 0,
							mustMeet: [],
							pass: false,
						},
					],
				};
		}
	}

	return (
		<fieldset className="grid min-w-0 gap-4">
			<legend className="mb-2 font-semibold">{t.title}</legend>
			<Sentence>
				{ruleInWords(value, knockouts, locale).map((sentence) => (
					<span key={sentence} className="block">
						{sentence}
					</span>
				))}
			</Sentence>
			<Choice<VerdictRule["type"]>
				label={t.kind}
				value={value.type}
				options={types.map((type) => ({ value: type, label: t.kinds[type] }))}
				onChange={(type) => type !== value.type && onChange(fresh(type))}
			/>
			{value.type !== "none" && (
				<>
					<p className="text-sm text-muted">{t.have(criteria.length, starred)}</p>
					<RuleFaults faults={faults} rule={value} />
				</>
			)}
			{value.type === "percent" && (
				<>
					<NumberBox
						label={t.atLeastPercent}
						suffix="%"
						value={value.atLeast}
						onChange={(atLeast) =>
							atLeast !== undefined && atLeast >= 0 && atLeast <= 100 && onChange({ ...value, atLeast })
						}
					/>
					<Checkbox
						name="rule.allMandatory"
						label={t.allMandatory}
						checked={value.allMandatory}
						onChange={(event) => onChange({ ...value, allMandatory: event.currentTarget.checked })}
					/>
				</>
			)}
			{value.type === "count" && (
				<BandsEditor
					value={value.bands}
					flaggedFor={(kinds) => criteria.filter((item) => isMandatory(item, kinds?.[0] ?? "")).length}
					onChange={(bands) => onChange({ ...value, bands })}
				/>
			)}
			{value.type === "levels" && <LevelsEditor definition={definition} value={value} onChange={onChange} />}
			{value.type !== "none" && (
				<Choice
					label={t.na}
					value={value.na}
					options={naRules.map((na) => ({ value: na, label: t.nas[na] }))}
					onChange={(na) => onChange({ ...value, na })}
				/>
			)}
		</fieldset>
	);
}
