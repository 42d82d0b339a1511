import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { ReportBlock } from "#app/domain/papers/schema.ts";
import { useBlockSaver } from "#app/offline/use-block-saver.ts";
import { problemOf } from "#app/ui/problem-banner.tsx";
import type { action, loader } from "./route.ts";

/** A part while it is being written: what stands in its field, whether it is safe, what somebody else left meanwhile. */
export function useBlock(block: ReportBlock, onText: (id: string, text: string) => void) {
	const { id, number } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const mine = answer?.typed?.blockId === block.id && answer.typed.intent === "block" ? answer : undefined;
	const problem = problemOf(mine);
	// What a page refused as too late stays on top of what it was written on: nobody's words are replaced unseen.
	const late = problem?.code === "report_changed" ? Number(mine?.typed?.base) : null;
	const { saver, view } = useBlockSaver(id, number, { id: block.id, revision: late ?? block.revision });
	const area = useRef<HTMLTextAreaElement>(null);
	const [scripted, setScripted] = useState(false);
	// The field keeps its own text; put in from elsewhere, it is drawn anew.
	const [drawn, setDrawn] = useState({ times: 0, text: saver?.typed() ?? mine?.typed?.text ?? block.text });
	const drawnWith = useRef(block);

	function redraw(text: string): void {
		setDrawn(({ times }) => ({ times: times + 1, text }));
		onText(block.id, text);
	}

	// What was typed before the script ran, and what a refused form still shows, is saved as soon as it can be.
	useEffect(() => {
		setScripted(true);
		const typed = saver?.typed() ?? area.current?.value ?? drawnWith.current.text;
		if (typed === drawnWith.current.text) return;
		onText(drawnWith.current.id, typed);
		if (saver && saver.typed() === null) saver.change(typed, true);
	}, [saver, onText]);

	// Loaded anew with what somebody else left, or drafted again, and nothing of one's own under way: the field shows it.
	useEffect(() => {
		if (drawnWith.current.revision === block.revision) return;
		drawnWith.current = block;
		if (saver && saver.typed() !== null) return;
		setDrawn(({ times }) => ({ times: times + 1, text: block.text }));
		onText(block.id, block.text);
	}, [block, saver, onText]);

	return {
		area,
		scripted,
		view,
		problem: (scripted ? view.problem : problem) ?? undefined,
		first: drawn.text,
		drawn: drawn.times,
		base: Math.max(block.revision, saver?.base() ?? 0),
		change(text: string): void {
			onText(block.id, text);
			saver?.change(text);
		},
		/** Leaving the field saves what rests. */
		leave(): void {
			void saver?.flush();
		},
		choose(keep: "mine" | "theirs"): void {
			saver?.choose(keep);
			const now = saver?.typed();
			if (now !== null && now !== undefined) redraw(now);
		},
	};
}

export type BlockInHand = ReturnType<typeof useBlock>;
