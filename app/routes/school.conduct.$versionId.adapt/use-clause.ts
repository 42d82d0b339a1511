import { useLoaderData } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { ClauseStatus, SchoolClause } from "#app/domain/conduct/schema.ts";
import { useClauseSaver } from "#app/offline/use-clause-saver.ts";
import type { loader } from "./route.ts";
import type { Answer } from "./screen.tsx";

/** A clause while it is being written: what stands in its fields, whether it is safe, what another device left meanwhile. */
export function useClause(clause: SchoolClause, answer: Answer) {
	const { id } = useLoaderData<typeof loader>();
	const { saver, view } = useClauseSaver(id, clause);
	const box = useRef<HTMLFormElement>(null);
	const [scripted, setScripted] = useState(false);
	// The fields keep their own text; put in from elsewhere, they are drawn anew.
	const [drawn, setDrawn] = useState(0);
	const first = saver?.typed() ?? typedIn(answer) ?? { status: clause.status, text: clause.text.vi };
	const [fields, setFields] = useState(first);

	// What was changed before the script ran, and what a refused form still shows, is saved as soon as it can be.
	const drawnWith = useRef(clause);
	useEffect(() => {
		setScripted(true);
		if (!saver || saver.typed() || !box.current) return;
		const found = new FormData(box.current);
		const now = { status: String(found.get("status")) as ClauseStatus, text: String(found.get("text") ?? "") };
		const { status, text } = drawnWith.current;
		if (now.status !== status || (now.text !== text.vi && now.status !== "kept" && now.status !== "dropped")) {
			setFields(now);
			saver.change(now, true);
		}
	}, [saver]);

	// Loaded anew with what somebody else left, and nothing of one's own under way: the fields show it.
	useEffect(() => {
		if (drawnWith.current.revision === clause.revision) return;
		drawnWith.current = clause;
		if (saver?.typed()) return;
		setFields({ status: clause.status, text: clause.text.vi });
		setDrawn((times) => times + 1);
	}, [clause, saver]);

	function change(part: Partial<typeof fields>, atOnce = false): void {
		const now = { ...fields, ...part };
		setFields(now);
		saver?.change(now, atOnce);
	}

	function choose(keep: "mine" | "theirs"): void {
		saver?.choose(keep);
		const now = saver?.typed();
		if (!now) return;
		setFields(now);
		setDrawn((times) => times + 1);
	}

	const conflict =
		view.conflict ??
		(answer?.conflict && !scripted ? { mine: typedIn(answer) ?? fields, current: answer.conflict } : null);
	return {
		box,
		scripted,
		view,
		fields,
		base: Math.max(clause.revision, saver?.base() ?? 0),
		drawn: `${clause.code}/${drawn}`,
		change,
		choose,
		conflict,
	};
}

export type ClauseInHand = ReturnType<typeof useClause>;

function typedIn(answer: Answer) {
	const typed = answer?.typed;
	return typed ? { status: typed.status as ClauseStatus, text: typed.text ?? "" } : null;
}
