import type { SchoolClause } from "#app/domain/conduct/schema.ts";
import { postClause, type TypedClause } from "./clause-post.ts";
import { openClauseSaver } from "./clause-saver.ts";
import { openSaverBook, type SavesView, useSaver, useSavesOf } from "./saver-book.ts";

const clauses = openSaverBook<TypedClause, SchoolClause>();

/** The saver of a clause; null while the server draws, and where no script runs. */
export function useClauseSaver(versionId: string, { code, revision }: SchoolClause) {
	return useSaver(clauses, `${versionId}/${code}`, revision, () =>
		openClauseSaver({ versionId, code, revision, post: postClause }),
	);
}

/** The sum of a version's clauses for the page's bar. */
export function useSaves(versionId: string): SavesView {
	return useSavesOf(clauses, versionId);
}
