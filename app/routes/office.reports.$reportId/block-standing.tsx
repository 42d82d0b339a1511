import type { StoredBlock } from "#app/domain/papers/schema.ts";
import { reportsWords } from "#app/i18n/reports.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { SaveState, type SaveStateValue } from "#app/ui/save-state.tsx";
import type { BlockInHand } from "./use-block.ts";

/** Whether the part is safe; without script the button that saves it. */
export function BlockStanding({ hand, title }: { hand: BlockInHand; title: string }) {
	const { block: t } = useWords(reportsWords);
	const { scripted, view } = hand;
	if (!scripted) {
		return (
			<div>
				<Button type="submit" aria-label={t.saveOf(title)}>
					{t.save}
				</Button>
			</div>
		);
	}
	const state = saveStateOf(view);
	return state.kind === "idle" ? null : <SaveState state={state} />;
}

function saveStateOf({ state, trouble, savedAt }: BlockInHand["view"]): SaveStateValue {
	if (state === "waiting") return trouble ? { kind: "failed" } : { kind: "saving" };
	if (state === "stuck") return { kind: "refused" };
	return state === "saved" && savedAt ? { kind: "saved", at: savedAt } : { kind: "idle" };
}

type ConflictProps = { hand: BlockInHand; conflict: { mine: string; current: StoredBlock } };

/** A stale page: both texts, and which to keep. */
export function BlockConflict({ hand, conflict }: ConflictProps) {
	const { conflict: t } = useWords(reportsWords);
	return (
		<div role="alert" className="grid gap-3 border-s-4 border-warn ps-3">
			<div>
				<p className="font-semibold">{t.title}</p>
				<p>{t.text}</p>
			</div>
			<dl className="grid gap-2">
				<dt className="text-sm text-muted">{t.mine}</dt>
				<dd className="whitespace-pre-line wrap-anywhere">{conflict.mine}</dd>
				<dt className="text-sm text-muted">{t.theirs}</dt>
				<dd className="whitespace-pre-line wrap-anywhere">{conflict.current.text}</dd>
			</dl>
			<div className="flex flex-wrap gap-3">
				<Button onClick={() => hand.choose("mine")}>{t.keepMine}</Button>
				<Button onClick={() => hand.choose("theirs")}>{t.keepTheirs}</Button>
			</div>
		</div>
	);
}
