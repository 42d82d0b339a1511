import type { StoredBlock } from "#app/domain/papers/schema.ts";
import { postPiece } from "./piece-post.ts";
import { openPieceSaver } from "./piece-saver.ts";
import { openSaverBook, type SavesView, useSaver, useSavesOf } from "./saver-book.ts";

const blocks = openSaverBook<string, StoredBlock>();

/** The saver of a part of a report's version; null while the server draws, and where no script runs. Nothing written is a text, too. */
export function useBlockSaver(reportId: string, version: number, { id, revision }: { id: string; revision: number }) {
	return useSaver(blocks, `${textOf(reportId, version)}/${id}`, revision, () =>
		openPieceSaver<string, StoredBlock>({
			revision,
			post: (text, base) => postPiece(`/office/reports/${reportId}/blocks`, { blockId: id, base, text }),
			whole: () => true,
			asTyped: ({ text }) => text,
		}),
	);
}

/** The sum of a version's parts. */
export function useBlockSaves(reportId: string, version: number): SavesView {
	return useSavesOf(blocks, textOf(reportId, version));
}

/** Sends at once what still rests. */
export const sendBlocks = blocks.sendAll;

/** A correction begins its revisions anew. */
function textOf(reportId: string, version: number): string {
	return `${reportId}/${version}`;
}
