import { useLoaderData } from "@remix-run/react";
import { createContext, useContext, useMemo } from "react";
import { keysIn, type movedIn, piecesOf } from "#app/domain/papers/rules.ts";
import type { KeptFigures } from "#app/domain/papers/schema.ts";
import { reportsWords } from "#app/i18n/reports.ts";
import { useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

export type Moved = ReturnType<typeof movedIn>;

/** What stands in the fields where it differs from what the page was loaded with, by block. */
export const TypedTexts = createContext<Readonly<Record<string, string>>>({});

/** The values that the paper says: those kept; of a figure that is being linked for the first time, today's. */
export function useSaid(): KeptFigures {
	const { chapters, kept, now } = useLoaderData<typeof loader>();
	return useMemo(() => {
		const linked = chapters.flatMap(({ blocks }) => blocks.flatMap(({ block }) => keysIn(block.text)));
		return { ...now, ...Object.fromEntries(linked.flatMap((key) => (kept[key] ? [[key, kept[key]]] : []))) };
	}, [chapters, kept, now]);
}

/** The text of a block as it stands in its field. */
export function useTextOf(): (block: { id: string; text: string }) => string {
	const typed = useContext(TypedTexts);
	return (block) => typed[block.id] ?? block.text;
}

/** Words with their figures filled in and marked; one that moved shows what it was and what it is. */
export function LinkedText({ text }: { text: string }) {
	const { now, state } = useLoaderData<typeof loader>();
	const { page: t } = useWords(reportsWords);
	const said = useSaid();
	return (
		<>
			{piecesOf(text).map((piece, at) => {
				// biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text
				if (piece.key === undefined) return <span key={at}>{piece.text}</span>;
				const [was, is] = [said[piece.key]?.text ?? "…", now[piece.key]?.text ?? "…"];
				// biome-ignore lint/suspicious/noArrayIndexKey: as above
				if (state === "issued") return <span key={at}>{was}</span>;
				if (was === is)
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: as above
						<span key={at} className="rounded-sm bg-accent-soft px-0.5 text-accent-ink">
							{was}
						</span>
					);
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: as above
					<span key={at} className="rounded-sm bg-warn-soft px-1 text-warn-ink">
						<del>
							<span className="sr-only">{t.was} </span>
							{was}
						</del>{" "}
						<ins className="font-semibold no-underline">
							<span className="sr-only">{t.now} </span>
							{is}
						</ins>
					</span>
				);
			})}
		</>
	);
}
