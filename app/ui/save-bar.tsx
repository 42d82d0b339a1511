import { type ReactNode, useEffect, useState } from "react";
import type { SavesView } from "#app/offline/saver-book.ts";
import { SaveState, type SaveStateValue } from "./save-state.tsx";
import { TextLink } from "./text-link.tsx";

type SaveBarProps = {
	saves: SavesView;
	words: { idle: string; unsaved: string; signedOut: string; signIn: string };
	/** What stands at its other end. */
	children?: ReactNode;
};

/** Always in sight: whether everything written is safe. Not before the script runs, nor where none does. */
export function SaveBar({ saves, words: t, children }: SaveBarProps) {
	const [scripted, setScripted] = useState(false);
	useEffect(() => setScripted(true), []);
	if (!scripted) return null;
	const state = saveStateOf(saves);
	return (
		<div className="sticky bottom-0 z-20 -mx-4 border-t border-line bg-surface px-4 py-1 print:hidden">
			<div className="flex min-h-12 flex-wrap items-center justify-between gap-x-3">
				{state.kind === "idle" ? <p className="text-sm text-muted">{t.idle}</p> : <SaveState state={state} />}
				{children}
			</div>
			{saves.trouble && (
				<p role="alert" className="pb-2 font-medium text-bad-ink">
					{saves.trouble === "signed_out" ? t.signedOut : t.unsaved}{" "}
					{saves.trouble === "signed_out" && (
						<TextLink to="/sign-in" target="_blank">
							{t.signIn}
						</TextLink>
					)}
				</p>
			)}
		</div>
	);
}

function saveStateOf({ waiting, stuck, trouble, savedAt }: SavesView): SaveStateValue {
	if (waiting > 0) return trouble ? { kind: "failed" } : { kind: "saving" };
	if (stuck > 0) return { kind: "refused" };
	return savedAt ? { kind: "saved", at: savedAt } : { kind: "idle" };
}
