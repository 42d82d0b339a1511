import { useLoaderData } from "@remix-run/react";
import { flaggedMandatory } from "#app/domain/forms/criteria.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { kindsInWords, ruleInWords, templatesWords } from "#app/i18n/templates.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";
import { BasisMark } from "./section-card.tsx";

/** How the template judges, in sentences, and where that comes from. */
export function RuleCard() {
	const { template } = useLoaderData<typeof loader>();
	const t = useWords(templatesWords);
	const locale = useLocale();
	const { definition, legalBasis, kinds } = template.version;
	const knockouts = prepare(definition).items.some((item) => item.type === "verdict" && item.knockout);
	const bands = definition.rule.type === "count" ? definition.rule.bands : [];
	return (
		<Card labelledBy="rule">
			<CardHeader id="rule" title={t.page.rule} />
			<ul className="grid gap-2">
				{ruleInWords(definition.rule, knockouts, locale).map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
				{bands.flatMap((band) => {
					const flagged = flaggedMandatory(definition, band.kinds?.[0] ?? kinds[0] ?? "").length;
					if (flagged === band.mandatory) return [];
					const names = band.kinds ? kindsInWords(band.kinds, locale) : t.rule.otherKinds;
					return [
						<li key={names} className="text-warn-ink">
							{t.page.unflagged(names, flagged, band.mandatory)}
						</li>,
					];
				})}
			</ul>
			<h3 className="mt-4 mb-1 font-semibold">{t.list.kinds}</h3>
			<p>{kindsInWords(kinds, locale)}</p>
			<h3 className="mt-4 mb-1 font-semibold">{t.page.basis}</h3>
			<ul className="grid gap-2">
				{legalBasis.map((basis) => (
					<li key={basis.text}>
						{basis.text} <BasisMark verified={basis.verified} />
					</li>
				))}
			</ul>
		</Card>
	);
}
