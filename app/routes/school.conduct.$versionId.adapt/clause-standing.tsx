import { useLoaderData } from "@remix-run/react";
import type { SchoolClause } from "#app/domain/conduct/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { SaveState, type SaveStateValue } from "#app/ui/save-state.tsx";
import type { loader } from "./route.ts";
import type { ClauseInHand } from "./use-clause.ts";

/** Whether the clause is safe, and why not; without script the button that saves it. */
export function Standing({ hand }: { hand: ClauseInHand }) {
	const { text: t } = useWords(conductSchoolWords);
	const locale = useLocale();
	const { scripted, view } = hand;
	const state = saveStateOf(view);
	if (!scripted) {
		return (
			<div className="mt-3">
				<Button type="submit">{t.save}</Button>
			</div>
		);
	}
	if (view.problem) return <p className="mt-2 font-medium text-bad-ink">{problemSentence(view.problem, locale)}</p>;
	if (state.kind === "idle" || view.empty) return null;
	return (
		<div className="mt-2">
			<SaveState state={state} />
		</div>
	);
}

function saveStateOf({ state, trouble, savedAt }: ClauseInHand["view"]): SaveStateValue {
	if (state === "waiting") return trouble ? { kind: "failed" } : { kind: "saving" };
	if (state === "stuck") return { kind: "refused" };
	return state === "saved" && savedAt ? { kind: "saved", at: savedAt } : { kind: "idle" };
}

type ConflictProps = { clause: SchoolClause; hand: ClauseInHand; conflict: NonNullable<ClauseInHand["conflict"]> };

/** A stale page: both wordings, and which to keep. */
export function Conflict({ clause, hand, conflict }: ConflictProps) {
	const { id, group } = useLoaderData<typeof loader>();
	const { text: t } = useWords(conductSchoolWords);
	const { statuses } = useWords(conductWords);
	const { mine, current } = conflict;
	const wording = (status: SchoolClause["status"], text: string) =>
		status === "kept" || status === "dropped" ? statuses[status] : text;
	return (
		<div role="alert" className="mt-3 border-s-4 border-warn ps-3">
			<p className="font-semibold">{t.conflict.title}</p>
			<p>{t.conflict.text}</p>
			<dl className="mt-2 grid gap-2">
				<div>
					<dt className="text-sm text-muted">{t.conflict.mine}</dt>
					<dd className="whitespace-pre-line wrap-anywhere">{wording(mine.status, mine.text)}</dd>
				</div>
				<div>
					<dt className="text-sm text-muted">{t.conflict.theirs}</dt>
					<dd className="whitespace-pre-line wrap-anywhere">{wording(current.status, current.text.vi)}</dd>
				</div>
			</dl>
			{hand.scripted ? (
				<div className="mt-3 flex flex-wrap gap-3">
					<Button onClick={() => hand.choose("mine")}>{t.conflict.keepMine}</Button>
					<Button onClick={() => hand.choose("theirs")}>{t.conflict.keepTheirs}</Button>
				</div>
			) : (
				<form method="post" action={`?group=${group}`} className="mt-3 flex flex-wrap gap-3">
					<input type="hidden" name="intent" value="clause" />
					<input type="hidden" name="code" value={clause.code} />
					<input type="hidden" name="base" value={current.revision} />
					<input type="hidden" name="status" value={mine.status} />
					<input type="hidden" name="text" value={mine.text} />
					<Button type="submit">{t.conflict.keepMine}</Button>
					<LinkButton to={`/school/conduct/${id}/adapt?group=${group}#clause-${clause.code}`} reloadDocument>
						{t.conflict.keepTheirs}
					</LinkButton>
				</form>
			)}
		</div>
	);
}
