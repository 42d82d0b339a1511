import { useLoaderData } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { reportsWords } from "#app/i18n/reports.ts";
import { sendBlocks, useBlockSaves } from "#app/offline/use-block-saver.ts";
import { useWords } from "#app/ui/locale.tsx";
import { SaveBar } from "#app/ui/save-bar.tsx";
import type { loader } from "./route.ts";

type Held = { form: HTMLFormElement; submitter: HTMLElement | null };

/** Whether the whole text is safe. Every other step of the page waits until it is: nothing is checked or drafted over unsaved words. */
export function ReportSaveBar() {
	const { id, number } = useLoaderData<typeof loader>();
	const { saves: t } = useWords(reportsWords);
	const saves = useBlockSaves(id, number);
	const held = useRef<Held | null>(null);
	const [refused, setRefused] = useState(false);
	const { waiting, stuck } = saves;

	useEffect(() => {
		const hold = (event: SubmitEvent) => {
			const form = event.target as HTMLFormElement;
			if (waiting + stuck === 0 || form.method !== "post" || form.dataset.savesItself !== undefined) return;
			event.preventDefault();
			event.stopPropagation();
			held.current = { form, submitter: event.submitter };
			setRefused(stuck > 0);
			sendBlocks();
		};
		// Before React hears of it.
		document.addEventListener("submit", hold, { capture: true });
		return () => document.removeEventListener("submit", hold, { capture: true });
	}, [waiting, stuck]);

	useEffect(() => {
		if (waiting > 0) return;
		const now = held.current;
		held.current = null;
		if (stuck > 0) return setRefused((was) => was || now !== null);
		setRefused(false);
		if (now?.form.isConnected) now.form.requestSubmit(now.submitter);
	}, [waiting, stuck]);

	return (
		<SaveBar saves={saves} words={t}>
			{refused && (
				<p role="alert" className="font-medium text-bad-ink">
					{t.stuckFirst}
				</p>
			)}
			<a href="#paper" className="inline-flex min-h-12 items-center font-medium text-accent-ink underline xl:hidden">
				{t.toPaper}
			</a>
		</SaveBar>
	);
}
