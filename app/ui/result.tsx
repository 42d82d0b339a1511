import type { Figures, LightColour } from "#app/domain/forms/figures.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import type { Verdict } from "#app/domain/forms/verdict-schema.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { textOf } from "#app/i18n/returns.ts";
import { uiWords } from "#app/i18n/ui.ts";
import { StatusBadge } from "./badge.tsx";
import { useLocale, useWords } from "./locale.tsx";
import type { Tone } from "./tone.ts";
import { VerdictSummary } from "./verdict-summary.tsx";

type ResultProps = { definition: Definition; verdict: Verdict; figures: Figures };

/** What a return comes to: the verdict of a checklist, the lights and figures of a status form, or both. */
export function Result({ definition, verdict, figures }: ResultProps) {
	return (
		<div className="grid gap-4">
			{definition.rule.type !== "none" && <VerdictSummary verdict={verdict} definition={definition} />}
			<Lights definition={definition} figures={figures} />
			<FigureList definition={definition} figures={figures} />
		</div>
	);
}

const lightTone = { green: "good", amber: "warn", red: "bad" } as const satisfies Record<LightColour, Tone>;

/** Each light with its colour, shape and word, and what it says of the school. */
function Lights({ definition, figures }: Omit<ResultProps, "verdict">) {
	const { lights: t } = useWords(uiWords);
	const locale = useLocale();
	if (definition.lights.length === 0) return null;
	return (
		<ul className="grid gap-3">
			{definition.lights.map((light) => {
				const colour = figures.lights[light.code] ?? null;
				return (
					<li key={light.code} className="grid gap-1">
						<span className="flex flex-wrap items-center gap-x-3 gap-y-1">
							<span className="font-medium">{textOf(light.label, locale)}</span>
							<StatusBadge tone={colour ? lightTone[colour] : "neutral"}>{t[colour ?? "none"]}</StatusBadge>
						</span>
						{colour && <span className="text-muted">{textOf(light.says[colour], locale)}</span>}
					</li>
				);
			})}
		</ul>
	);
}

/** The figures that the office adds up, as this return tells them; texts and yes-or-no are among the answers already. */
function FigureList({ definition, figures }: Omit<ResultProps, "verdict">) {
	const { lights: t } = useWords(uiWords);
	const locale = useLocale();
	const shown = definition.figures.filter(({ type }) => type === "sum" || type === "share");
	if (shown.length === 0) return null;
	return (
		<dl className="grid grid-cols-[minmax(0,1fr)_max-content] gap-x-4 gap-y-1.5">
			{shown.map((figure) => {
				const [value, of] = [figures.values[figure.code], figures.of[figure.code]];
				const unit = figure.unit ? ` ${textOf(figure.unit, locale)}` : "";
				const known = typeof value === "number";
				const told =
					figure.type === "share"
						? known && of
							? `${formatNumber(Math.floor((value * 1000) / of) / 10, locale)} %`
							: t.unknown
						: known
							? `${formatNumber(value, locale)}${unit}`
							: t.unknown;
				return (
					<div key={figure.code} className="contents">
						<dt className="text-muted">
							{figure.group && `${textOf(figure.group, locale)}: `}
							{textOf(figure.label, locale)}
						</dt>
						<dd className="tabular text-end font-medium">{told}</dd>
					</div>
				);
			})}
		</dl>
	);
}
