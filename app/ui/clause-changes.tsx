import type { ClauseChange } from "#app/domain/conduct/difference.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { Tag } from "./badge.tsx";
import { Clause } from "./conduct-code.tsx";
import { useWords } from "./locale.tsx";

type ShownChange = Pick<ClauseChange, "group" | "relation" | "code" | "before" | "after"> & { small?: boolean };

/** What changed in a code of conduct, clause by clause: the old wording beside the new one. */
export function ClauseChanges({ changes }: { changes: readonly ShownChange[] }) {
	const t = useWords(conductWords);
	return (
		<ul className="grid gap-4">
			{changes.map(({ code, group, relation, before, after, small }) => (
				<li key={code} className="border-s-4 border-line ps-3" data-print="whole">
					<p className="flex flex-wrap items-center gap-2">
						<span className="font-medium">
							{t.groups[group]} · {t.relations[relation]}
						</span>
						<Tag tone={before ? (after ? "accent" : "neutral") : "good"}>
							{before ? (after ? t.changes.reworded : t.changes.dropped) : t.changes.added}
						</Tag>
						{small && <span className="text-sm text-muted">{t.changes.small}</span>}
					</p>
					<div className="mt-2 grid gap-3 sm:grid-cols-2">
						{before && (
							<div>
								<p className="text-sm text-muted">{t.changes.before}</p>
								<del className="block no-underline text-muted">
									<Clause clause={before} />
								</del>
							</div>
						)}
						{after && (
							<div>
								{before && <p className="text-sm text-muted">{t.changes.after}</p>}
								<ins className="block no-underline">
									<Clause clause={after} />
								</ins>
							</div>
						)}
					</div>
				</li>
			))}
		</ul>
	);
}
