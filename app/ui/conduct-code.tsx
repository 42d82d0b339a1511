import type { ReactNode } from "react";
import type { ConductGroup } from "#app/domain/conduct/content-schema.ts";
import { besideStance } from "#app/domain/conduct/rules.ts";
import type { ReadableClause, ReadableCode } from "#app/domain/conduct/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { textOf } from "#app/i18n/returns.ts";
import { ToneMark } from "./badge.tsx";
import { useLocale, useWords } from "./locale.tsx";

type ConductCodeProps = {
	code: ReadableCode;
	/** Stands first, before the other groups: the reader's own. */
	first?: ConductGroup;
	/** Below a clause: a place for a remark. */
	below?: (clause: ReadableClause) => ReactNode;
};

/** A code of conduct for reading: by group and relation, each clause with its shape and word (Nên, Không). */
export function ConductCode({ code, first, below }: ConductCodeProps) {
	const t = useWords(conductWords);
	const groups = [
		...code.groups.filter(({ group }) => group === first),
		...code.groups.filter(({ group }) => group !== first),
	];
	return (
		<div className="grid gap-8">
			{groups.length > 1 && (
				<nav aria-label={t.contents} className="print:hidden">
					<ul className="flex flex-wrap gap-2">
						{groups.map(({ group }) => (
							<li key={group}>
								<a
									href={`#${group}`}
									className="inline-flex min-h-12 items-center rounded-md border border-line bg-surface px-3 font-medium text-accent-ink hover:bg-sunken"
								>
									{t.groups[group]}
								</a>
							</li>
						))}
					</ul>
				</nav>
			)}
			{groups.map(({ group, relations, basis }) => (
				<section key={group} id={group} aria-labelledby={`${group}-title`} className="scroll-mt-20">
					<h2 id={`${group}-title`} className="text-xl font-semibold">
						{t.groups[group]}
					</h2>
					<div className="mt-3 grid gap-5">
						{relations.map(({ relation, clauses }) => (
							<div key={relation}>
								{!(relation === "general" && (relations.length === 1 || group === "everyone")) && (
									<h3 className="mb-2 font-semibold text-muted">{t.relations[relation]}</h3>
								)}
								<ul className="grid gap-2">
									{clauses.map((clause) => (
										<li key={clause.code} data-print="whole">
											<Clause clause={clause} />
											{below?.(clause)}
										</li>
									))}
								</ul>
							</div>
						))}
					</div>
					{basis.length > 0 && (
						<p className="mt-3 text-sm text-muted">
							{t.basis}: {basis.join("; ")}
						</p>
					)}
				</section>
			))}
			{code.basis.length > 0 && (
				<p className="text-sm text-muted">
					{t.basis}: {code.basis.join("; ")}
				</p>
			)}
		</div>
	);
}

/** One clause: the word and the shape of its stance, then what it says. */
export function Clause({ clause }: { clause: Pick<ReadableClause, "stance" | "text"> }) {
	const t = useWords(conductWords);
	const locale = useLocale();
	const tone = clause.stance === "should" ? "good" : "bad";
	return (
		<div className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-2">
			<span
				className={
					tone === "good"
						? "flex items-start gap-1.5 font-medium text-good-ink"
						: "flex items-start gap-1.5 font-medium text-bad-ink"
				}
			>
				<ToneMark tone={tone} className="mt-1" />
				{t.stances[clause.stance]}
			</span>
			<span className="whitespace-pre-line wrap-anywhere">
				{besideStance(clause.stance, textOf(clause.text, locale))}
			</span>
		</div>
	);
}
