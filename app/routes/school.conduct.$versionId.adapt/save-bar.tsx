import { useLoaderData } from "@remix-run/react";
import { useEffect, useState } from "react";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { type SavesView, useSaves } from "#app/offline/use-clause-saver.ts";
import { useWords } from "#app/ui/locale.tsx";
import { SaveState, type SaveStateValue } from "#app/ui/save-state.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** Always in sight: whether everything written is safe. Not before the script runs, nor where none does. */
export function SaveBar() {
	const { id } = useLoaderData<typeof loader>();
	const { text: t } = useWords(conductSchoolWords);
	const saves = useSaves(id);
	const [scripted, setScripted] = useState(false);
	useEffect(() => setScripted(true), []);
	if (!scripted) return null;
	const state = saveStateOf(saves);
	return (
		<div className="sticky bottom-0 z-20 -mx-4 border-t border-line bg-surface px-4 py-1 print:hidden">
			<div className="flex min-h-12 flex-wrap items-center justify-between gap-x-3">
				{state.kind === "idle" ? <p className="text-sm text-muted">{t.idle}</p> : <SaveState state={state} />}
				<TextLink to={`/school/conduct/${id}`} className="inline-flex min-h-12 items-center">
					{t.preview}
				</TextLink>
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
