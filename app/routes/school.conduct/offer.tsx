import { useLoaderData } from "@remix-run/react";
import type { OfferedClause, OfferedModule } from "#app/domain/conduct/merge.ts";
import type { Offer } from "#app/domain/conduct/offers.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { textOf } from "#app/i18n/returns.ts";
import { Tag } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { Clause } from "#app/ui/conduct-code.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { IntentForm } from "./next.tsx";
import type { loader } from "./route.ts";

const tones = { added: "good", removed: "neutral", changed: "accent" } as const;

/** What the office's newest model would change, module by module, and the button that takes it over. */
export function OfferCard({ offer }: { offer: Offer }) {
	const { adoption } = useLoaderData<typeof loader>();
	const { offer: t, next } = useWords(conductSchoolWords);
	const locale = useLocale();
	const { title, number } = offer.template;
	return (
		<div id="offer" className="scroll-mt-4">
			<Card labelledBy="offer-title">
				<CardHeader id="offer-title" title={t.title} note={t.from(textOf(title, locale), number)} />
				<p>{t.intro}</p>
				<div className="mt-3 divide-y divide-line border-y border-line">
					{offer.modules.map((module) => (
						<Module key={`${module.code} ${module.change}`} module={module} only={offer.modules.length === 1} />
					))}
				</div>
				<div className="mt-4">
					{adoption.mayAccept ? (
						<IntentForm intent="accept" label={next.buttons.accept} primary />
					) : (
						<p className="font-medium">{t.blocked}</p>
					)}
				</div>
			</Card>
		</div>
	);
}

function Module({ module, only }: { module: OfferedModule; only: boolean }) {
	const { offer: t } = useWords(conductSchoolWords);
	const { groups, relations, changes } = useWords(conductWords);
	const { group, relation, change, clauses, basisBefore, basisAfter } = module;
	const basisChanged = basisBefore.join("\n") !== basisAfter.join("\n");
	return (
		<details open={only}>
			<summary className="min-h-12 cursor-pointer py-3">
				<span className="font-medium">
					{groups[group]} · {relations[relation]}
				</span>{" "}
				<Tag tone={tones[change]}>{t.change[change]}</Tag>{" "}
				<span className="text-muted">{t.clauses(clauses.length)}</span>
			</summary>
			<div className="grid gap-4 pb-4">
				{basisChanged && (
					<p className="text-sm text-muted">
						{basisBefore.length > 0 && (
							<span className="block">
								{t.basisBefore}: {basisBefore.join("; ")}
							</span>
						)}
						{basisAfter.length > 0 && (
							<span className="block">
								{t.basisAfter}: {basisAfter.join("; ")}
							</span>
						)}
					</p>
				)}
				<ul className="grid gap-4">
					{clauses.map((clause) => (
						<li key={clause.code} className="border-s-4 border-line ps-3">
							<div className="grid gap-3 sm:grid-cols-2">
								{clause.before && (
									<div>
										<p className="text-sm text-muted">{clause.after ? changes.before : changes.dropped}</p>
										<del className="block no-underline text-muted">
											<Clause clause={clause.before} />
										</del>
									</div>
								)}
								{clause.after && (
									<div>
										<p className="text-sm text-muted">{clause.before ? changes.after : changes.added}</p>
										<ins className="block no-underline">
											<Clause clause={clause.after} />
										</ins>
									</div>
								)}
							</div>
							<Yours clause={clause} />
						</li>
					))}
				</ul>
			</div>
		</details>
	);
}

/** What becomes of the school's own work on a clause. */
function Yours({ clause }: { clause: OfferedClause }) {
	const { offer: t } = useWords(conductSchoolWords);
	const locale = useLocale();
	const { yours, after } = clause;
	if (yours?.status !== "reworded" && yours?.status !== "dropped") return null;
	const words =
		yours.status === "reworded" ? (after ? t.yours.reworded : t.yoursLost) : after?.demanded ? t.back : t.yours.dropped;
	return (
		<p className="mt-2 text-sm">
			<span className="font-medium text-warn-ink">{words}</span>
			{yours.status === "reworded" && <>: “{textOf(yours.text, locale)}”</>}
		</p>
	);
}
