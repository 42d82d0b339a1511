import { useNavigate } from "@remix-run/react";
import { type MouseEvent, useEffect, useState } from "react";
import type { DraftView } from "#app/offline/draft-saver.ts";

/**
 * Goes on once what was written has arrived: the next page is to show it, and publishing refuses what changed since it was shown. When
 * it does not arrive meanwhile (refused, no network), or somebody else wrote in the same place, the page stays and shows why; nothing
 * goes on by itself later. Pressed again, or where it is known already that nothing arrives, it goes at once.
 */
export function useLeaving({ session, trouble, problem }: DraftView, to: string): (event: MouseEvent) => void {
	const navigate = useNavigate();
	const choices = session.choices.length;
	/** How many choices stood open when it was pressed; null while nobody is leaving. */
	const [leaving, setLeaving] = useState<number | null>(null);
	const unsent = (session.sent?.edits.length ?? 0) + session.pending.length > 0;
	const stopped = trouble !== null || problem !== null;
	useEffect(() => {
		if (leaving === null || (unsent && !stopped)) return;
		setLeaving(null);
		if (!stopped && choices <= leaving) navigate(to);
	}, [leaving, unsent, stopped, choices, navigate, to]);
	return (event) => {
		// The second press of a double click is not somebody who insists.
		const insists = leaving !== null && event.detail < 2;
		if (!unsent || stopped || insists || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		if (leaving === null) setLeaving(choices);
	};
}
