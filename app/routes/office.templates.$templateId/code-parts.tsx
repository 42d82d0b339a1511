import { useLoaderData } from "@remix-run/react";
import type { ConductModule } from "#app/domain/conduct/content-schema.ts";
import { addDays } from "#app/domain/days.ts";
import { groupsOf, partsOf, validityOf } from "#app/domain/templates/rules.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { kindsInWords, validityInWords } from "#app/i18n/templates.ts";
import { StatusBadge, Tag } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { Clause } from "#app/ui/conduct-code.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { loader } from "./route.ts";
import { BasisMark } from "./section-card.tsx";

const validityTone = { now: "good", ended: "neutral", coming: "accent" } as const satisfies Record<string, Tone>;

/** What a code of conduct says: group by group, each part with the days on which it holds and where it comes from. */
export function CodeParts({ modules }: { modules: ConductModule[] }) {
	const { today } = useLoaderData<typeof loader>();
	const { template: t } = useWords(conductOfficeWords);
	const { groups: names } = useWords(conductWords);
	const locale = useLocale();
	return (
		<>
			<div>
				<h2 className="text-lg font-semibold">{t.code}</h2>
				<p className="max-w-prose text-muted">{t.codeNote}</p>
			</div>
			<Turns modules={modules} />
			{groupsOf({ modules }).map((group) => {
				const parts = partsOf(modules, group, today);
				const clauses = parts.reduce((sum, part) => sum + part.clauses.length, 0);
				return (
					<Card key={group} flush labelledBy={`code-${group}`}>
						<CardHeader
							ruled
							level={3}
							id={`code-${group}`}
							title={names[group]}
							note={t.clauses(formatNumber(clauses, locale))}
						/>
						{group === "pupils" && <p className="px-4 pt-3 text-muted sm:px-5">{t.noPreschool}</p>}
						<div className="divide-y divide-line">
							{parts.map((part) => (
								<Part key={part.code} part={part} />
							))}
						</div>
					</Card>
				);
			})}
			<div>
				<h2 className="text-lg font-semibold">{t.form}</h2>
				<p className="max-w-prose text-muted">{t.formNote}</p>
			</div>
		</>
	);
}

/** Days on which parts give way to others: what schools get depends on them. */
function Turns({ modules }: { modules: ConductModule[] }) {
	const { template: t } = useWords(conductOfficeWords);
	const turns = new Map<string, { old: number; next: number }>();
	for (const { validTo } of modules) {
		if (validTo === null) continue;
		const day = addDays(validTo, 1);
		const next = modules.filter((module) => module.validFrom === day).length;
		turns.set(day, { old: (turns.get(day)?.old ?? 0) + 1, next });
	}
	return [...turns]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([day, { old, next }]) => (
			<Notice key={day} title={t.turn(formatDay(day))}>
				{t.turnText(old, next)}
			</Notice>
		));
}

function Part({ part }: { part: ConductModule }) {
	const { today } = useLoaderData<typeof loader>();
	const { template: t } = useWords(conductOfficeWords);
	const { relations } = useWords(conductWords);
	const locale = useLocale();
	const day = (value: string | null) => (value === null ? null : formatDay(value));
	const state = validityOf(part, today);
	return (
		<div className="px-4 py-4 sm:px-5">
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<h4 className="font-semibold">{relations[part.relation]}</h4>
				<StatusBadge tone={validityTone[state]}>{t.states[state]}</StatusBadge>
				<span className="text-sm text-muted">
					{part.code} · {validityInWords(day(part.validFrom), day(part.validTo), locale)}
				</span>
			</div>
			{part.kinds && <p className="mt-1 text-sm text-muted">{t.onlyFor(kindsInWords(part.kinds, locale))}</p>}
			<ul className="mt-3 grid gap-2">
				{part.clauses.map((clause) => (
					<li key={clause.code} data-print="whole" className="grid gap-x-4 sm:grid-cols-[minmax(0,1fr)_auto]">
						<Clause clause={clause} />
						{!clause.demanded && (
							<span className="max-sm:ms-22">
								<Tag tone="accent">{t.optional}</Tag>
							</span>
						)}
					</li>
				))}
			</ul>
			<ul className="mt-3 grid gap-1 text-sm text-muted">
				{part.legalBasis.map((basis) => (
					<li key={basis.text}>
						{basis.text} <BasisMark verified={basis.verified} />
					</li>
				))}
			</ul>
		</div>
	);
}
